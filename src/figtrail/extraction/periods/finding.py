"""Finding the temporal expressions of one sentence, left to right.

A rule reads the core ("March 2024"). A core may be joined to the next ("between April and June
2023"), and the words on its left say how it is meant ("in the 12 months to the end of March
2024", "by", "since"). Sentences without a word of time are refused before anything is read.
"""

from __future__ import annotations

import re
from functools import cache

from figtrail.extraction.periods import (
    closing,
    dated,
    days,
    daytimes,
    decades,
    feasts,
    holidays,
    lengths,
    named_days,
    numbered,
    pointed_parts,
    pointing,
    repeating,
    resuming,
    short_years,
    spoken_dates,
    undated,
    weekday_dates,
    weekdays,
    weekends,
    yearly,
)
from figtrail.extraction.periods.basing import is_base, is_of_base
from figtrail.extraction.periods.framing import Framed, frame_core
from figtrail.extraction.periods.fronted import Front, lend_year, read_front
from figtrail.extraction.periods.joining import Core, join_cores
from figtrail.extraction.periods.mentions import DateContext, PeriodMention
from figtrail.extraction.periods.reading import Matched, Reader
from figtrail.extraction.periods.shapes import ShapePattern
from figtrail.extraction.periods.tokens import (
    CODE,
    NAME_OF_CODE,
    WORD_CLASS,
    Tokens,
    class_names,
    compile_shape,
    read_tokens,
)
from figtrail.patterns import compile_late

NO_DATES = DateContext()
_RULES = (
    *holidays.RULES,
    *named_days.RULES,
    *feasts.RULES,
    *pointed_parts.RULES,
    *days.RULES,
    *dated.RULES,
    *spoken_dates.RULES,
    *weekday_dates.RULES,
    *weekdays.RULES,
    *daytimes.RULES,
    *repeating.RULES,
    *undated.RULES,
    *weekends.RULES,
    *pointing.RULES,
    *lengths.RULES,
    *decades.RULES,
    *numbered.RULES,
    *short_years.RULES,
    *yearly.RULES,
    *closing.RULES,
    *resuming.RULES,
)
_EVERYDAY = (
    "IN DURING AN FOR OVER AT TO SO THAT THESE NUMBER_WORD NUMBER TWO_DIGITS ORDINAL_WORD FINAL"
    " SAME SOME_COUNT WITHIN ON BY PREVIOUS FOLLOWING RECENT LATEST PAST COMING CURRENT COUNTED"
)
_HELD_BACK = {*_EVERYDAY.split(), "DAY", "LOWER", "NAME"}
# Any word may open some rules, such as that of "the reporting month": only where they match.
_ANYWHERE = "|".join(
    re.sub(r"\(\?P<[a-z]+>", "(?:", rule.template)
    for rule in _RULES
    if not {"LOWER", "NAME"}.isdisjoint(rule.opens)
)
# Everyday words open an expression only shortly before a word of time.
_OPENING = compile_shape(
    f"[{_EVERYDAY}]"
    "(?=.{0,7}[UNIT PERIOD_NOUN HALF_UNIT DATE_WORD PRESENT FAR EXTREME TRADING TIMEZONE DAYTIME])"
    "|[ORDINAL_WORD FINAL NUMBER_WORD]ANY_WEEKDAY|THAT(?=ANY_MONTH)"
    r"|(?<=IN THE)ORDINAL_WORD(?=[COMMA DOT AND]|\Z)"
    "|DAY(?=.{0,5}[UNIT ANY_MONTH TIME HALF_DAY EXTREME])"
    f"|(?=[LOWER NAME])(?:{_ANYWHERE})"
    f"|[{' '.join(sorted({name for rule in _RULES for name in rule.opens} - _HELD_BACK))}]"
)


_find_pattern = cache(ShapePattern)


@cache
def _rules_opening(code: str) -> tuple[tuple[ShapePattern, Reader], ...]:
    """The rules that a token of the class can open."""
    name = NAME_OF_CODE[code]
    return tuple((_find_pattern(rule.template), rule.read) for rule in _RULES if name in rule.opens)


_JOIN = compile_shape(
    "COMMA?(?:(?P<and>AND)|(?P<or>OR)|(?P<dash>SPACED_DASH|LONG_DASH)|DASH TO DASH|TO|UNTIL|THROUGH"
    "|DASH)THE?"
    "(?:(?:TIME HALF_DAY?|DAY HALF_DAY)TIMEZONE?ON?)?"
    "(?:(?P<edge>[START_NOUN END_NOUN])OF THE?)?(?P<early>EARLY DASH?)?(?P<weekday>WEEKDAY COMMA?)?"
)
_TRIGGER_CLASSES = class_names(
    "SEASON FALL HOLIDAY FEAST FEAST_DAY WEEKEND SEASON_WORD DAYTIME PERIOD_NOUN YESTERDAY"
    " TOMORROW TONIGHT NOW TODAY OVERNIGHT FAR DATE_WORD PRESENT TIME TIMEZONE FY HALF_DAY TRADING"
)
_TRIGGERS = frozenset(
    word.encode()
    for word, name in WORD_CLASS.items()
    if name.endswith(("_UNIT", "MONTH", "WEEKDAY")) or name in _TRIGGER_CLASSES
) | frozenset(
    b"since then before term fiscal"
    b" 0000 0000s 00s 0st 0nd 0rd 0th 00st 00nd 00rd 00th 0am 0pm 00am 00pm FY00"
    b" FY0000 Q0 H0 Q0FY00 Q0FY0000 H0FY00 H0FY0000 0QFY00 0HFY00 0MFY00 0MFY0000 0QFY0000 0HFY0000"
    b" 0Q0000 0H0000 nineties eighties seventies sixties noughties COP00 0Q 0H 0Q00 0H00 m".split()
)
_FLATTEN = bytes(
    48 if 48 <= code <= 57 else code if 65 <= code <= 90 or 97 <= code <= 122 else 32
    for code in range(256)
)
_SAID = compile_late(
    r"\b(?:said|says|announced|reported|published|released|showed|shown|told(?:\s+\w+)?)\s+(?:\w+\s+)?\Z"
)
_STEPS = frozenset(CODE[name] for name in ("EARLIER", "BEFORE", "AGO", "PREVIOUS"))
_OWN_YEARS = frozenset(
    CODE[name] for name in class_names("ACADEMIC FISCAL TAX SEASON_WORD FY FY_YEAR SLASH_YEARS")
)
_CLOCK = compile_late(r"\d:\d\d(?!\d)|9/11|7/7")
_SHORT_YEAR = compile_late(r"(?<!\w)['’]\d\d(?!\w)")


def speaks_of_time(sentence: str) -> bool:
    """Whether any word or figure could belong to a temporal expression: a cheap first test."""
    # Bytes are several times faster here; what isn't ASCII becomes one blank a character.
    words = sentence.encode("ascii", "replace").translate(_FLATTEN).split()
    if not _TRIGGERS.isdisjoint(words):
        return True
    if (":" in sentence or "/" in sentence) and _CLOCK.search(sentence) is not None:
        return True
    return ("'" in sentence or "’" in sentence) and _SHORT_YEAR.search(sentence) is not None


def find_periods(
    sentence: str, dates: DateContext = NO_DATES, previous: str | None = None
) -> list[PeriodMention]:
    """Every temporal expression of one sentence, in text order, none overlapping another.

    Offsets count code points of `sentence`. `previous` is the ISO period last stated before the
    sentence, for "a year earlier" and the like; a period inside the sentence comes first.
    Durations that measure something, and rate denominators ("£5m a year"), are not mentioned.
    """
    if not speaks_of_time(sentence):
        return []
    tokens = read_tokens(sentence)
    found: list[PeriodMention] = []
    antecedent, at, done = previous, 0, 0
    front: Front | None = None
    while opening := _OPENING.search(tokens.shape, at):
        core = _read_core(tokens, dates, antecedent, opening.start())
        if core is None:
            at = opening.start() + 1
            continue
        here = lend_year(tokens, dates, core, front) or dates
        if here is not dates:
            core = _read_core(tokens, here, antecedent, core.first) or core
        core = _join_next(tokens, here, antecedent, core, done)
        framed = frame_core(tokens, here, core.first, core.reading, done)
        if front is not None and here is not dates:
            framed = framed._replace(basis=front.basis)
        found.append(_mention(tokens, framed, core.last))
        front = read_front(tokens, framed, core.last) if not done else front
        named = antecedent is not None and antecedent is not previous
        if framed.period is None and _is_unknown_year(tokens, core, framed):
            antecedent = None
        elif antecedent is None or not (
            _is_day_of_saying(tokens, framed)
            or _steps_back(tokens, core, named)
            or is_base(tokens, framed)
            or (named and is_of_base(tokens, framed))
        ):
            antecedent = framed.period or _find_until(framed, dates) or antecedent
        if len(found) > 1 and _is_specified(sentence, found[-2], found[-1]):
            found[-2] = found[-2]._replace(period=found[-1].period, basis=found[-1].basis)
        at = done = core.last
    return found


def _is_specified(sentence: str, pointed: PeriodMention, named: PeriodMention) -> bool:
    """Whether a bracket says which year or month was pointed at: "last year (2021-22)"."""
    if sentence[pointed.end : named.start] != " (" or sentence[named.end : named.end + 1] != ")":
        return False
    if pointed.role != "during" or named.role != "during":
        return False
    pointing = pointed.basis == "document" or pointed.period is None
    return pointing and (named.period is not None or sentence[named.start].isdigit())


def _is_unknown_year(tokens: Tokens, core: Core, framed: Framed) -> bool:
    """Whether a year is named whose months aren't known, so that none is a year before it."""
    shape = tokens.shape[core.first : core.last]
    return framed.role == "during" and not _OWN_YEARS.isdisjoint(shape)


def _steps_back(tokens: Tokens, core: Core, named: bool) -> bool:
    """Whether a time is only counted from one that the sentence `named`: "a year earlier".

    What comes next is counted from that one as well: "up from 3% a month earlier and 1% a year
    earlier", but not "the year before that".
    """
    that = tokens.shape[core.last : core.last + 1] == CODE["THAT"]
    return named and not that and not _STEPS.isdisjoint(tokens.shape[core.first : core.last])


def _find_until(framed: Framed, dates: DateContext) -> str | None:
    """The day that what is told of ran to: "41 through Aug. 31, and 58 at the same point"."""
    edge = framed.edge if framed.role == "until" else None
    if edge is None or len(edge) != len("2024-01-01"):
        return None
    return None if dates.latest is not None and edge > dates.latest.isoformat() else edge


def _is_day_of_saying(tokens: Tokens, framed: Framed) -> bool:
    """Whether a day is when something was said, so that "the week before" isn't before it."""
    if framed.period is None or len(framed.period) != len("2024-01-01"):
        return False
    start = tokens.start(framed.first)
    return _SAID.search(tokens.sentence[max(0, start - 40) : start]) is not None


def _read_core(tokens: Tokens, dates: DateContext, antecedent: str | None, at: int) -> Core | None:
    for pattern, read in _rules_opening(tokens.shape[at]):
        match = pattern.match(tokens.shape, at)
        if match is not None and match.end() > at:
            reading = read(Matched(tokens, dates, antecedent, match))
            if reading is not None:
                return Core(at, match.end(), reading)
    return None


def _mention(tokens: Tokens, framed: Framed, last: int) -> PeriodMention:
    return PeriodMention(
        tokens.start(framed.first),
        tokens.end(last - 1),
        framed.period,
        framed.role,
        True,
        framed.basis if framed.period else "stated",
        framed.edge,
    )


def _join_next(
    tokens: Tokens, dates: DateContext, antecedent: str | None, core: Core, done: int
) -> Core:
    """The core with the one that ends its range, where the words between say that it is one."""
    if core.reading.role not in ("during", "vague") or core.reading.bare:
        return core
    joint = _JOIN.match(tokens.shape, core.last)
    if joint is None or joint.end() >= len(tokens.shape):
        return core
    if joint["and"] and "respectively" in tokens.sentence:
        # "5% and 7% in July and August respectively".
        return core
    other = _read_core(tokens, dates, antecedent, joint.end())
    if other is None and joint["weekday"]:
        other = _read_core(tokens, dates, antecedent, joint.start("weekday"))
    if other is None or other.reading.bare or other.reading.role not in ("during", "vague"):
        return core
    joined = join_cores(tokens, dates, core, other, joint, done)
    named = joined.last < len(tokens.shape) and tokens.word(joined.last) == "period"
    # "In the July to September period".
    return joined._replace(last=joined.last + 1) if named and joined is not core else joined
