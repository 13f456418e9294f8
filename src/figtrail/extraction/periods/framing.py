"""What the words on the left of a date make of it: by, since, the end of, the year to."""

from __future__ import annotations

import re
from typing import NamedTuple

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.periods.completing import complete_date
from figtrail.extraction.periods.mentions import DateContext, MentionBasis, PeriodRole
from figtrail.extraction.periods.outlook import looks_ahead
from figtrail.extraction.periods.parts import (
    DAYS,
    MONTHS,
    count_in,
    count_lasting,
    count_onward,
    read_opening,
    take_named_part,
)
from figtrail.extraction.periods.reading import Reading
from figtrail.extraction.periods.tokens import (
    CODE,
    NAME_OF_CODE,
    WORD_VALUE,
    Tokens,
    class_names,
    compile_shape,
)
from figtrail.intervals import (
    ONE_DAY,
    bound_days,
    closing_day,
    end_span,
    name_interval,
    opening_day,
)
from figtrail.patterns import compile_late

_REACH = 12
_FRAME = compile_shape(
    "(?:(?P<prep>IN|DURING|ACROSS|TOWARD|ON|AT|OVER|WITHIN|FOR|BY|SINCE|UNTIL"
    "|UP TO|AS(?:OF|AT|ON)|FROM|BETWEEN|BEFORE|AFTER"
    "|STARTING(?:IN|ON|FROM)?|START_NOUN(?:IN|ON|FROM)|PREVIOUS TO|THROUGH)(?=.|\\Z))?"
    "(?:MORE THAN)?(?:THE?[WHOLE COURSE]OF)?(?P<about>APPROXIMATELY|THE?REST OF)?[THE AN]?SAME?"
    "(?:(?P<part>[ORDINAL_WORD FINAL LAST START_NOUN HALF_SIDE EARLY])(?P<parts>COUNT)?DASH?"
    "CALENDAR?(?P<full>[LOWER WHOLE])?"
    "(?P<part_unit>[QUARTER_UNIT HALF_UNIT MONTH_UNIT WEEK_UNIT DAY_UNIT WEEKEND])"
    "(?:OF|IN)THE?|(?P<week>WEEK_UNIT)(?:[STARTING START_NOUN]ON?|(?P<week_of>OF))THE?"
    "|MONTH_UNIT OF"
    "|(?P<stretch>PERIOD_NOUN(?:FROM|BETWEEN|OF)?)"
    "|(?P<onward>(?P<steps>COUNT)DASH?(?P<step>[YEAR_UNIT MONTH_UNIT WEEK_UNIT DAY_UNIT])"
    "PERIOD_NOUN?(?:FROM|BETWEEN|[STARTING START_NOUN]ON?))"
    "|(?P<span>(?:FISCAL?[ORDINAL_WORD FINAL]FISCAL?|PREVIOUS)?(?P<count>COUNT)?DASH?"
    "[FISCAL TAX ACADEMIC]?"
    "(?P<unit>YEAR_UNIT|MONTH_UNIT|WEEK_UNIT|DAY_UNIT|HOUR_UNIT|QUARTER_UNIT|DECADE_UNIT"
    "|HALF_UNIT(?:DASH?YEAR_UNIT)?)PERIOD_NOUN?THAT?(?:TO|ENDED(?:ON|IN)?|THROUGH|UP TO)"
    "(?:THE?END_NOUN[OF DASH])?THE?)"
    "|(?P<edge>[START_NOUN END_NOUN])"
    "(?:(?:OF|DASH OF DASH|DASH)THE?|(?<=AT END_NOUN)|(?<=BY END_NOUN)|(?<=OF END_NOUN)))?"
    "(?P<early>(?<![MINUTE_UNIT HOUR_UNIT DAY_UNIT WEEK_UNIT])EARLY"
    "(?:DASH|ON|(?:IN|OF)THE?|DASH?TO DASH?EARLY DASH?)?|EARLIER IN)?"
    "(?:CALENDAR YEAR_UNIT?)?"
    "(?P<hour>(?P<hours>(?:TIME|DAY)HALF_DAY?(?:[TO AND UNTIL]|DASH TO DASH|DASH))?"
    "(?:TIME HALF_DAY?|DAY HALF_DAY|[NUMBER YEAR](?=TIMEZONE))TIMEZONE?ON?"
    "|DAYTIME OF|LOWER?HOUR_UNIT OF|OVERNIGHT ON?)?"
    "(?:ANY_WEEKDAY DOT?COMMA?THE?)?APOSTROPHE?\\Z"
)
_INNER = frozenset(
    CODE[name]
    for name in class_names(
        "TIME HALF_DAY TIMEZONE APOSTROPHE IN DURING ON AT OVER WITHIN FOR BY SINCE UNTIL TO UP OF"
        " FROM BETWEEN BEFORE AFTER STARTING START_NOUN THROUGH APPROXIMATELY THE AN DASH COMMA DOT"
        " EARLY EARLIER WEEKDAY SHORT_WEEKDAY ENDED THAN THAT OVERNIGHT PERIOD_NOUN ACROSS TOWARD"
        " CALENDAR END_NOUN SAME"
    )
)
_FRAMING = _INNER | {
    CODE[name]
    for name in class_names(
        "WEEKEND FISCAL TAX ACADEMIC AS MORE PREVIOUS ORDINAL_WORD FINAL LAST QUARTER_UNIT"
        " HALF_UNIT MONTH_UNIT YEAR_UNIT WEEK_UNIT DAY_UNIT DECADE_UNIT PERIOD_NOUN END_NOUN"
        " NUMBER_WORD DAY TWO_DIGITS NUMBER WHOLE DAYTIME HOUR_UNIT LOWER COURSE REST"
        " HALF_SIDE YEAR AND"
    )
}
_ROLES: dict[str, PeriodRole] = {
    "BY": "by",
    "SINCE": "since",
    "AFTER": "since",
    "STARTING": "since",
    "START_NOUN": "since",
    "UNTIL": "until",
    "UP": "until",
    "BEFORE": "until",
    "PREVIOUS": "until",
    "THROUGH": "until",
}
_RUNNING = frozenset(("consecutive", "successive", "straight", "running"))
_LASTING = frozenset((CODE["IN"], CODE["OVER"], CODE["DURING"]))
_VERBAL = frozenset((CODE["TO"], CODE["MODAL"]))
_DAY = len("2024-01-01")
_OWNED = compile_late(r"from (?:the )?(?:last|this|previous) \w+['’]s?\b", re.IGNORECASE)
_CHANGE = compile_late(
    r"\b(?:up|down|ris\w+|rose|fell|fall\w*|grew|grow\w*|increas\w+|decreas\w+|drop\w*|chang\w+"
    r"|higher|lower|more|fewer|less|jump\w*|declin\w+|improv\w+|cut|surg\w+|gain\w*|compared"
    r"|shrank|contract\w*|expand\w*|slow\w*|quicken\w*|accelerat\w*|widen\w*|narrow\w*|climb\w*"
    r"|slip\w*|slid|tumbl\w*|plung\w*|edg\w+|advanc\w+|eas\w+|doubl\w+|halv\w+|trebl\w+|tripl\w+)\b",
    re.IGNORECASE,
)
_PART_OF_NOUN = frozenset(
    CODE[part] + CODE[noun]
    for part in ("QUARTER_UNIT", "HALF_UNIT", "YEAR_UNIT")
    for noun in ("LOWER", "PLURAL", "YEAR_NOUN")
)
_BEING_LATE = frozenset(read_sections("dating_words.txt")["being late"])


class Framed(NamedTuple):
    """A core with the words on its left: where it starts now, and what it means with them.

    `edge` is where what is open at one side begins or ends.
    """

    first: int
    period: str | None
    role: PeriodRole
    basis: MentionBasis
    edge: str | None = None


def frame_core(
    tokens: Tokens, dates: DateContext, first: int, reading: Reading, done: int
) -> Framed:
    """The core that starts at token `first`, read with what stands between it and `done`."""
    reading = complete_date(tokens, dates, first, reading)
    unframed = Framed(first, reading.period, reading.role, reading.basis)
    if reading.bare or first == done or tokens.shape[first - 1] not in _INNER:
        return unframed
    # Only so far back as every token could belong to a frame.
    start, floor = first - 1, max(done, first - _REACH)
    while start > floor and tokens.shape[start - 1] in _FRAMING:
        start -= 1
    frame = _FRAME.search(tokens.shape, start, first)
    if frame is not None and frame["early"] and _is_late(tokens, frame):
        frame = _FRAME.search(tokens.shape, frame.start("early") + 1, first)
    if frame is not None and frame["full"] and tokens.word(frame.start("full")) in _RUNNING:
        # "For a third consecutive month in May": it is counted, not a part of May.
        frame = _FRAME.search(tokens.shape, frame.start("part_unit") + 1, first)
    if frame is not None and not _is_stretch(tokens, frame, reading):
        inner = "stretch" if frame["stretch"] else "onward"
        frame = _FRAME.search(tokens.shape, frame.start(inner) + 1, first)
    if frame is None or frame.start() == first:
        return unframed
    opened = read_opening(tokens, frame, reading.period) if frame["span"] else None
    if opened is not None:
        return Framed(*opened, "during", reading.basis)
    return _apply_frame(tokens, frame, reading)


def _is_late(tokens: Tokens, frame: re.Match[str]) -> bool:
    """Whether "late" is what something was: "12% of letters were late in 2023"."""
    at = frame.start("early")
    if at != frame.start() or not at or tokens.word(at).lower() != "late":
        return False
    being = tokens.word(at - 1) in _BEING_LATE
    return being and (at < 2 or tokens.word(at - 2).lower() != "it")


def _is_stretch(tokens: Tokens, frame: re.Match[str], reading: Reading) -> bool:
    """Whether words name the time that follows: "the period from 2010 to 2019".

    Not "closed for two weeks from 3 May", which says how long, but "for the two weeks".
    """
    if frame["stretch"]:
        return reading.joined and tokens.word(frame.start("stretch")) == "period"
    if frame["onward"] is None or (frame["prep"] or "x") in _LASTING:
        return True
    return tokens.shape[frame.start("onward") - 1 : frame.start("onward")] == CODE["THE"]


def _apply_frame(tokens: Tokens, frame: re.Match[str], reading: Reading) -> Framed:
    prep = NAME_OF_CODE[tokens.shape[frame.start("prep")]] if frame["prep"] else ""
    start, period, role = frame.start(), _reshape(tokens, frame, reading), reading.role
    if role != "during":
        return Framed(start, period, role, reading.basis)
    if frame["edge"] and not reading.joined:
        role = "start" if tokens.shape[frame.start("edge")] == CODE["START_NOUN"] else "end"
    if frame["hours"] and prep in ("FROM", "BETWEEN"):
        # "From noon to 5 p.m. on Friday" is that Friday.
        return Framed(start, period, role, reading.basis)
    lasting = count_lasting(tokens, start, period) if prep == "FROM" else None
    if lasting is not None and reading.point is not None:
        return Framed(start, lasting, role, reading.basis)
    if prep == "FROM" and not reading.joined:
        left = tokens.sentence[max(0, tokens.start(start) - 120) : tokens.start(start)]
        ahead = looks_ahead(tokens.shape, start)
        # "Forecast at 31m, down from last year's 34m".
        owned = _OWNED.match(tokens.sentence, tokens.start(start)) is not None
        prep = "" if owned or (_CHANGE.search(left) and not ahead) else "SINCE"
        start += prep == ""
    elif prep in ("ON", "AT", "BETWEEN") and not _is_located(tokens, frame, reading):
        start += 1
    if prep == "START_NOUN" and start and tokens.shape[start - 1] in _VERBAL:
        # "Is to start in August".
        start, prep = start + 1, "IN"
    if frame["hour"] and prep in ("BEFORE", "AFTER"):
        # "Before dawn on Thursday" is still that Thursday.
        return Framed(start, period, role, reading.basis)
    if prep == "THROUGH" and _is_all_through(tokens, frame):
        prep = "DURING"
    if prep == "UNTIL" and tokens.word(frame.start("prep")) == "till":
        # "Rs 20 crore had gone out till June": by then.
        prep = prep if looks_ahead(tokens.shape, start) else "BY"
    role = _ROLES.get(prep, role)
    if role in ("since", "until") and _is_part_of_noun(tokens, frame.end()):
        # "After first-quarter sales fell".
        return Framed(frame.end(), period, reading.role, reading.basis)
    if role in ("since", "until"):
        return Framed(start, None, role, "stated", period)
    return Framed(start, period, role, reading.basis)


def _is_part_of_noun(tokens: Tokens, first: int) -> bool:
    """Whether what is framed says which part of a year a noun is of: "first-quarter sales"."""
    part = tokens.shape[first + 1 : first + 4]
    return len(part) == 3 and part[0] == CODE["DASH"] and part[1:] in _PART_OF_NOUN


def _is_all_through(tokens: Tokens, frame: re.Match[str]) -> bool:
    """Whether "through" names the whole of a time: "all through August", not up to its end."""
    if frame["part"] and WORD_VALUE.get(tokens.word(frame.start("part")).lower()) == 1:
        # "Through the first six months": they begin with what they are a part of.
        return True
    if CODE["QUARTER_UNIT"] in tokens.shape[frame.end() : frame.end() + 3]:
        # "Fell by 4% through the June quarter".
        return True
    return frame.start() > 0 and tokens.shape[frame.start() - 1] == CODE["WHOLE"]


def _is_located(tokens: Tokens, frame: re.Match[str], reading: Reading) -> bool:
    """Whether "on" or "at" belongs to the date: on 3 May, at the end of 2019; not "up on 2019"."""
    if frame["part_unit"] and tokens.shape[frame.start("part_unit")] == CODE["DAY_UNIT"]:
        return True
    if frame["edge"] or reading.joined or reading.point is None:
        return bool(frame["edge"]) or reading.joined or reading.local
    return reading.point.day is not None or reading.local


def _reshape(tokens: Tokens, frame: re.Match[str], reading: Reading) -> str | None:
    period = reading.period
    if period is None or frame["full"]:
        return None
    if frame["about"] and not frame["hour"] and len(period) != _DAY:
        # "For much of Saturday" is that day, "for much of May" is no period of its own.
        return None
    if frame["prep"] and tokens.shape[frame.start("prep")] == CODE["TOWARD"]:
        return None
    if frame["onward"]:
        return period if reading.joined else count_onward(tokens, frame, period)
    if frame["early"]:
        # Late on a day is that day; late in a month is no period of its own.
        return period if len(period) == 10 and not frame["edge"] and not frame["span"] else None
    if frame["edge"] and reading.joined:
        # "Between the start of April and the end of June"; of "the end of" the day isn't known.
        return period if tokens.shape[frame.start("edge")] == CODE["START_NOUN"] else None
    if frame["edge"]:
        start = tokens.shape[frame.start("edge")] == CODE["START_NOUN"]
        return opening_day(period) if start else closing_day(period)
    if frame["week"] and frame["week_of"] and reading.joined:
        # "In the week of January 22 to 28".
        return period
    if frame["week"]:
        first, last = bound_days(period)
        dated = first == last and not frame["week_of"]
        return name_interval(first, first + 6 * ONE_DAY) if dated else None
    if frame["span"]:
        unit = NAME_OF_CODE[tokens.shape[frame.start("unit")]]
        count = count_in(tokens, frame, "count")
        if count is None:
            return None
        # A fortnight is two weeks.
        count *= WORD_VALUE.get(tokens.word(frame.start("unit")), 1) if unit in DAYS else 1
        if unit == "HOUR_UNIT":
            # "In the 48 hours to Monday".
            if count == 24:
                return closing_day(period)
            return end_span(period, days=count // 24) if count and count % 24 == 0 else None
        if frame["unit"] and len(frame["unit"]) > 1:
            unit = "HALF_UNIT"
        return end_span(period, MONTHS.get(unit, 0) * count, DAYS.get(unit, 0) * count)
    return take_named_part(tokens, frame, period) if frame["part"] else period
