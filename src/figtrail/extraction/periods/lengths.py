"""Rules for durations that only locate: within a month, in two years, a ten-year high.

A duration that measures something is a figure and matches nothing here: waits of 18 weeks, a
two-day visit, jailed for six years, over 78 weeks.
"""

from __future__ import annotations

import re
from typing import Final

from figtrail.extraction.periods.parts import DAYS, MONTHS
from figtrail.extraction.periods.reading import Matched, Reading, Rule, make_rule, read_length
from figtrail.extraction.periods.repeating import is_as_long
from figtrail.extraction.periods.tokens import NAME_OF_CODE, class_names
from figtrail.patterns import compile_late

_GOING_ON = class_names(
    "SINCE TO OF UNTIL AFTER BEFORE FROM PREVIOUS EARLIER LATER ENDED UP THROUGH STARTING"
    " START_NOUN"
)
_AMOUNTS = class_names("AMOUNT NUMBER SCALE PERCENT DAY TWO_DIGITS YEAR NUMBER_WORD YEAR_UNIT")


def _read_spoken(matched: Matched) -> Reading:
    """Over the six months: the period spoken of, where it is as long; else only a length."""
    count, unit = matched.number() or 0, matched.name("unit")
    the = any(NAME_OF_CODE[code] == "THE" for code in matched.match.group())
    months, days = MONTHS.get(unit, 0) * count, DAYS.get(unit, 0) * count
    if not the or not (months or days) or matched.following() in _GOING_ON:
        return Reading(role="length")
    for spoken in (matched.antecedent, *matched.dates.told):
        if is_as_long(spoken, months, days):
            return Reading(spoken)
    return Reading(role="length")


def _read_over(matched: Matched) -> Reading | None:
    """£5m over three years, over the six months since; not: waited over 78 weeks."""
    if any(NAME_OF_CODE[code] == "THE" for code in matched.match.group()):
        return _read_spoken(matched)
    shape, at = matched.tokens.shape, matched.match.start()
    near = [NAME_OF_CODE[code] for code in shape[max(0, at - 3) : at]]
    if at == 0 and (matched.following() == "COMMA" or _opens_clause(matched)):
        return Reading(role="length")
    if matched.led_by(_LASTING):
        return None
    return Reading(role="length") if any(name in _AMOUNTS for name in near) else None


def _opens_clause(matched: Matched) -> bool:
    """Whether a clause follows a length at the start: "Over 48 hours 40 people fled"."""
    at = matched.match.end()
    if at >= len(matched.tokens.shape):
        return False
    word = matched.tokens.word(at)
    return word[0].isdigit() or word in _OPENING


_OPENING = frozenset("it he she they we i the a an more about some his her its their".split())


def _read_span(matched: Matched) -> Reading | None:
    """Over a period of six months; not: won in a time of two hours."""
    noun = matched.tokens.word(matched.match.start() + 2)
    return None if noun == "time" else Reading(role="length")


def _read_course(matched: Matched) -> Reading | None:
    """In the space of three days, over the course of ten years."""
    noun = matched.tokens.word(matched.match.start() + 2)
    return Reading(role="length") if noun in ("space", "course") else None


def _read_within(matched: Matched) -> Reading | None:
    """Within 48 hours, unless it is the limit that people waited for: treated within 26 weeks."""
    if _is_measured(matched):
        return None
    defines = matched.following() == "OF" and not matched.near(_REFERRED)
    if matched.has("count") and not defines and matched.near(_STANDARD):
        return None
    if matched.name("unit") != "SEASON_WORD" and matched.has("one") and matched.near(_SHARES):
        # "Only 59% arrived within an hour of a call", but "within an hour 40 had fled".
        # Nor "74% plan to leave within a year".
        timed = matched.match.start() == 0 or matched.ahead
        return Reading(role="length") if timed else None
    return Reading(role="length")


def _read_record(matched: Matched) -> Reading | None:
    """The smallest increase for 13 years: how long a record stood."""
    return Reading(role="length") if matched.led_by(_RECORD) else None


def _read_after(matched: Matched) -> Reading | None:
    """After three weeks, where a clause opens with it; not: rescued after 41 hours."""
    opens = matched.match.start() == 0 or matched.previous() == "DOT"
    return Reading(role="length") if opens or _word_before(matched).lower() in _JOINING else None


_JOINING = frozenset(("but", "and"))


def _read_remote(matched: Matched) -> Reading | None:
    """Two weeks from harvest, three days away from the vote: how far something is in time."""
    return Reading(role="length") if matched.led_by(_REMAINING) else None


def _is_measured(matched: Matched) -> bool:
    """Whether a length is how long something takes: "let within 18 days", "in 6.3 minutes".

    So is a broken one, one on average and one of what is done again and again.
    """
    if not matched.has("count"):
        return False
    return "." in matched.word("count") or matched.led_by(_DONE) or matched.near(_TYPICAL)


def _read_in(matched: Matched) -> Reading | None:
    if _is_measured(matched):
        return None
    if matched.name("unit") == "HOUR_UNIT" and matched.number() not in (24, 48, 72):
        # A bridge built in 31 hours is measured; "in 24 hours" says when.
        return None
    if matched.has("count") and _word_before(matched) == "once":
        # "Water comes once in nine days": how often.
        return None
    if matched.has("count") and matched.led_by(_UNBROKEN):
        # "Has not missed a day in 19 months": how long it has gone on.
        return None
    if matched.has("count") and matched.led_by(_MADE) and not matched.near(_ORDINAL):
        # "It was built by 640 men in 14 months": how long it took.
        return None
    if not matched.has("count") and matched.name("unit") in ("DAY_UNIT", "SEASON_WORD"):
        # "Five hours of rain in a day" is a rate, a loss of 5% in a day is not.
        return Reading(role="length" if matched.near(_CHANGED) else "frequency")
    if matched.previous() in ("NUMBER_WORD", "DAY") and matched.following() != "DOT":
        # "One in five years" is a proportion.
        return None
    return _read_spoken(matched)


def _word_before(matched: Matched) -> str:
    at = matched.match.start()
    return matched.tokens.word(at - 1) if at else ""


_STANDARD = compile_late(
    r"%|\bper ?cent\b|\b(?:target|standard|seen|treat\w*|wait\w*|surgery|operation|diagnos\w*"
    r"|must|supposed|required|should|obliged)\b",
    re.IGNORECASE,
)
_DONE = compile_late(
    r"\b(?:is|are|gets?)\s+(?:\w+ly\s+)?(?:let|rented|sold|answered|reached|resolved|discharged"
    r"|admitted|processed|decided|settled|completed|delivered|repaired|fixed|shipped|cleared"
    r"|diagnosed|served|seen|rehoused|handled)\s+\Z",
    re.I,
)
_UNBROKEN = compile_late(
    r"(?:\bnot|\bnever|n['’]t)\s+(?:once\s+)?(?:missed|skipped|lost|dropped)\s+(?:an?|one)\s+"
    r"(?:single\s+)?[\w-]+\s+\Z",
    re.I,
)
_MADE = compile_late(
    r"\bwas\s+(?:\w+ly\s+)?(?:(?:re)?built|shot|filmed|written|recorded|assembled|erected|painted"
    r"|constructed|composed|drafted)\b[^.;:]*\Z"
)
_ORDINAL = compile_late(
    r"\b(?:not?|never|none|only|last|first|second|third|\w+th|\d+(?:st|nd|rd|th)|\w+est|most)\b",
    re.I,
)
_TYPICAL = compile_late(r"\b(?:on average|an average|typical|typically|median)\b", re.I)
_SHARES = compile_late(r"%|\bper ?cent\b|\b(?:half|third|quarter|fifth|tenth)s? of\b", re.I)
_LASTING = compile_late(r"\b(?:wait\w*|spen[dt]\w*|last\w*|took|tak(?:es?|ing))\s+\Z", re.I)
_REFERRED = compile_late(r"\b(?:referr|target|standard|arriv)", re.IGNORECASE)
_CHANGED = compile_late(
    r"\b(?:up|down|rose|fell|fall\w*|gain\w*|los[tes]+|drop\w*|jump\w*|ris\w+|most|record|killed"
    r"|died|biggest|largest|plunge\w*|surge\w*|slump\w*)\b",
    re.I,
)
_RECORD = compile_late(
    r"\b(?:\w+est|worst|best|first|(?:most|least|fewest)\s+\w+)(?:\s+(?!to\b|who\b|that\b)"
    r"[\w-]+){0,3}\s+\Z"
)
_REMAINING = compile_late(
    r"\b(?:is|are|was|were|just|only|still|be|about|some|now|barely|less than|more than)\s+\Z"
)
_MANY = "(?:(?P<count>COUNT)(?:[DASH TO OR]COUNT)?|AN?SOME_COUNT OF?|AN)"
_COMPARED = "(?:MORE THAN|APPROXIMATELY|THE)?"
_NOT_DATED = (
    "(?!PERIOD_NOUN?(?:THAT?(?:TO|ENDED(?:ON|IN)?|UP TO|THROUGH)THE?(?:END_NOUN[OF DASH])?"
    "[MONTH NAMESAKE_MONTH YEAR DAY ORDINAL WEEKDAY YESTERDAY]"
    "|(?:FROM|BETWEEN|[STARTING START_NOUN]ON?)"
    "(?:[MONTH NAMESAKE_MONTH YEAR]|DAY[MONTH NAMESAKE_MONTH])))"
)

RULES: Final[tuple[Rule, ...]] = (
    make_rule(
        "WITHIN",
        f"WITHIN{_COMPARED}[ORDINAL_WORD LAST NEXT]?(?:(?P<one>AN(?=UNIT))|{_MANY})?(?P<unit>UNIT)",
        _read_within,
    ),
    make_rule(
        "IN",
        f"IN{_COMPARED}{_MANY}(?P<unit>UNIT)(?:APOSTROPHE POSSESSIVE?PERIOD_NOUN)?{_NOT_DATED}",
        _read_in,
    ),
    make_rule(
        "OVER DURING IN",
        "[OVER DURING IN FOR](?:AN|THE)(?:PERIOD_NOUN OF)?"
        f"(?P<count>COUNT)DASH?(?P<unit>UNIT){_NOT_DATED}LOWER?PERIOD_NOUN",
        _read_spoken,
    ),
    make_rule("OVER DURING IN", "[OVER DURING IN]AN PERIOD_NOUN OF COUNT UNIT", _read_span),
    make_rule("OVER DURING IN", "[OVER DURING IN]THE[LOWER COURSE]OF COUNT UNIT", _read_course),
    make_rule("FOR", "FOR(?:MORE THAN|APPROXIMATELY)?(?:COUNT|AN)UNIT", _read_record),
    make_rule(
        "NUMBER_WORD DAY TWO_DIGITS NUMBER",
        "COUNT[YEAR_UNIT MONTH_UNIT WEEK_UNIT DAY_UNIT]LOWER?(?=FROM)"
        "(?!FROM(?:THE|ON)?[DAY ORDINAL MONTH NAMESAKE_MONTH YEAR WEEKDAY NOW TODAY TO])",
        _read_remote,
    ),
    make_rule("AFTER", f"AFTER{_MANY}UNIT(?!OF|EARLY)", _read_after),
    make_rule("OVER", f"OVER{_COMPARED}{_MANY}(?P<unit>UNIT){_NOT_DATED}", _read_over),
    make_rule("DURING", f"DURING THE(?P<count>COUNT)(?P<unit>UNIT){_NOT_DATED}", _read_spoken),
    make_rule(
        "NUMBER_WORD DAY TWO_DIGITS NUMBER",
        "COUNT(?:DASH UNIT|UNIT)(?:LOWER|DASH)?EXTREME",
        read_length,
    ),
)
