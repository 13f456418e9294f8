"""Rules for a time that was named before and is taken up: by that date, over the month."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from figtrail.extraction.periods.moving import move_antecedent, neighbour_of
from figtrail.extraction.periods.outlook import looks_ahead
from figtrail.extraction.periods.parts import MONTHS
from figtrail.extraction.periods.reading import Matched, Reading, Rule, make_rule
from figtrail.extraction.periods.relative import unit_around
from figtrail.extraction.periods.repeating import is_half
from figtrail.extraction.periods.tokens import NAME_OF_CODE, WORD_VALUE, compile_shape
from figtrail.extraction.periods.told import find_told
from figtrail.extraction.periods.year_parts import is_of_match
from figtrail.intervals import bound_days, shift_period
from figtrail.patterns import compile_late

_DAY = len("2024-01-01")
_OVER_YEAR = compile_shape(r"OVER THE YEAR_UNIT\Z")
# What has gone on since then; without it, "since" gives a reason.
_PERFECT = compile_late(r"\b(?:ha(?:s|ve|d)|haven|hasn)\b|['’](?:ve|d)\b", re.IGNORECASE)


_MATCHES = compile_late(
    r"\b(?:scor|touchdown|points?\b|goals?\b|game|match|shots\b|kick|team|coach|break\b)", re.I
)


def _read_that_time(matched: Matched) -> Reading:
    """By that date, at that point, during that time: the period spoken of.

    A point or a date is one day, a time as long as it is.
    """
    spoken = matched.antecedent
    lasting = matched.previous() in ("IN", "DURING", "OVER", "WITHIN", "FOR")
    if spoken is None or not (lasting or len(spoken) == _DAY):
        return Reading(local=True)
    return Reading(spoken, local=True)


def _read_the_unit(matched: Matched) -> Reading | None:
    """Over the month, for the quarter: where the period spoken of is one, or ends one."""
    unit = matched.name("unit")
    if unit == "SEASON_WORD":
        return Reading()
    spoken = find_told(matched, unit) or matched.antecedent
    if spoken is None:
        if _is_change_of_year(matched):
            return Reading(role="length")
        return _read_lone_quarter(matched) if unit == "QUARTER_UNIT" else None
    if unit == "YEAR_UNIT" and looks_ahead(matched.tokens.shape, matched.match.start()):
        return None
    if unit == "PERIOD_NOUN":
        named = matched.word("unit") == "period" and len(spoken) != _DAY
        return Reading(spoken) if named else None
    if unit == "DAY_UNIT":
        return Reading(spoken, local=True) if len(spoken) == _DAY else None
    first, last = bound_days(spoken)
    around = neighbour_of(spoken, unit, 0)
    if around is not None and bound_days(around) == (first, last):
        return Reading(around)
    if _is_change_of_year(matched):
        return Reading(role="length")
    ends = unit_around(last, unit, 0)
    closes = ends is not None and _closes(ends, first, last)
    if unit != "QUARTER_UNIT":
        return None
    return Reading(ends) if closes else _read_lone_quarter(matched)


def _is_change_of_year(matched: Matched) -> bool:
    """Whether a change took the twelve months until then: "climbed by $1 over the year"."""
    over = _OVER_YEAR.search(matched.tokens.shape, 0, matched.match.end()) is not None
    return over and not matched.ahead


def _read_lone_quarter(matched: Matched) -> Reading | None:
    """In the quarter, where the text has told of none: words that nothing dates."""
    return None if is_of_match(matched) else Reading()


def _closes(around: str, first: date, last: date) -> bool:
    """Whether a period of more than a day is the last part of a longer one."""
    start, end = bound_days(around)
    return end == last and start < first < last


def _read_the_half(matched: Matched) -> Reading | None:
    """In the half: the six months spoken of, and nothing of a match that has two."""
    spoken = find_told(matched, "HALF_UNIT") or matched.antecedent
    if is_half(spoken):
        return Reading(spoken)
    return None if matched.near(_MATCHES) else Reading()


def _read_other_part(matched: Matched) -> Reading | None:
    """In the second: the quarter or half beside the one that the sentence has named before.

    What a level moved or is told apart from is the one before it: "more in the first quarter than
    in the fourth".
    """
    tokens, at = matched.tokens, matched.match.start()
    parts, spoken = list(_PART.finditer(tokens.shape, 0, at)), matched.antecedent
    if not parts or spoken is None or is_of_match(matched):
        return None
    named = parts[-1]
    months = MONTHS[NAME_OF_CODE[tokens.shape[named.start("unit")]]]
    first, last = bound_days(spoken)
    if (last - first).days not in _PART_DAYS[months]:
        return None
    own, other = (WORD_VALUE.get(tokens.word(one), 0) for one in (named.start(), at))
    if other > own and tokens.word(at - 3) in _APART:
        other -= _YEAR // months
    return Reading(shift_period(spoken, months * (other - own)))


_PART = compile_shape("ORDINAL_WORD DASH?(?P<unit>[QUARTER_UNIT HALF_UNIT])")
_PART_DAYS = {3: range(88, 93), 6: range(179, 186)}
_APART = frozenset(("than", "from"))
_YEAR = 12


def _read_reporting(matched: Matched) -> Reading | None:
    """In the reporting month: the one spoken of."""
    return _read_the_unit(matched) if matched.word("which") in ("reporting", "review") else None


def _read_year_ago(matched: Matched) -> Reading:
    """In the year-ago period: twelve months before the one spoken of."""
    return Reading(move_antecedent(matched.antecedent, "YEAR_UNIT", -1))


def _read_the_period(matched: Matched) -> Reading | None:
    """On the last day of the period: the one spoken of."""
    spoken = find_told(matched, "PERIOD_NOUN") or matched.antecedent
    if matched.word("unit") != "period" or spoken is None or len(spoken) == _DAY:
        return None
    return Reading(spoken)


def _read_then(matched: Matched) -> Reading:
    """Since then, by then: words that no day is known of, unless one was named."""
    spoken = matched.antecedent
    known = spoken is not None and len(spoken) == _DAY
    return Reading(spoken if known and matched.previous() == "BY" else None, local=True)


def _read_since_doing(matched: Matched) -> Reading | None:
    """Since taking office: open from what has no date here."""
    return Reading(role="since") if matched.word("verb").endswith("ing") else None


def _read_since_event(_: Matched) -> Reading:
    """Since the budget, since its launch: open from what has no date here."""
    return Reading(role="since")


def _read_since_clause(matched: Matched) -> Reading | None:
    """Since it began in 1996: open from what a clause tells, where something has gone on since."""
    sentence, tokens = matched.tokens.sentence, matched.tokens
    start, end = tokens.start(matched.match.start()), tokens.end(matched.match.end() - 1)
    perfect = _PERFECT.search(sentence, 0, start) or _PERFECT.search(sentence, end)
    return Reading(role="since") if perfect else None


# "In the year to March", "the month of May", "the week before" are no time spoken of.
_COMPLETED = (
    "(?!DASH|APOSTROPHE|PERIOD_NOUN?"
    "(?:[ENDED THROUGH OF BEFORE AFTER EARLIER LATER AGO SINCE STARTING START_NOUN THAT AHEAD MODAL"
    " FROM]|UP?TO THE?[MONTH NAMESAKE_MONTH YEAR END_NOUN WEEKDAY ORDINAL DATE_WORD]"
    "|TO DAY[MONTH NAMESAKE_MONTH]))"
)

# "The pandemic", "the Russian invasion", "the council's new team".
_NOUNS = "(?:LOWER|NAME|PLURAL|APOSTROPHE|POSSESSIVE){1,4}"
# "Rechecking eligibility last April", "in Juba in 2013": the rest of a clause, to its end.
_REST = (
    "(?:ANY_MONTH DOT(?=DAY)|[LOWER NAME PLURAL BEHIND THE AN DETERMINER IN OF ON AT BY UP READY"
    " FROM TO FOR LAST THIS EARLIER YEAR DAY ANY_MONTH WEEKDAY YEAR_UNIT MONTH_UNIT WEEK_UNIT"
    r" SEASON APOSTROPHE POSSESSIVE AGO]){0,9}(?=COMMA|DOT|OTHER|OPEN|LONG_DASH|SPACED_DASH|\Z)"
)

RULES: Final[tuple[Rule, ...]] = (
    make_rule("THAT", "THAT(?:[DATE_WORD PERIOD_NOUN])(?!APOSTROPHE)", _read_that_time),
    make_rule(
        "MONTH_UNIT QUARTER_UNIT WEEK_UNIT YEAR_UNIT SEASON_WORD PERIOD_NOUN",
        "(?:(?<=IN THE)|(?<=OVER THE)|(?<=DURING THE)|(?<=FOR THE))"
        "(?P<unit>[MONTH_UNIT QUARTER_UNIT WEEK_UNIT YEAR_UNIT SEASON_WORD PERIOD_NOUN])"
        + _COMPLETED,
        _read_the_unit,
    ),
    make_rule(
        "LOWER",
        "(?P<which>LOWER)(?<=[IN OVER DURING FOR]THE LOWER)"
        "(?P<unit>[MONTH_UNIT QUARTER_UNIT YEAR_UNIT WEEK_UNIT PERIOD_NOUN])",
        _read_reporting,
    ),
    make_rule(
        "HALF_UNIT",
        "(?:(?<=IN THE)|(?<=OVER THE)|(?<=DURING THE)|(?<=FOR THE)|(?<=END_NOUN OF THE)"
        "|(?<=START_NOUN OF THE))HALF_UNIT(?:DASH?YEAR_UNIT)?PERIOD_NOUN?"
        "(?=COMMA|DOT|AND|AS|FROM|BEHIND|AT|ON|AFTER|TO[CURRENCY NUMBER]|COMMA|\\Z)",
        _read_the_half,
    ),
    make_rule("ORDINAL_WORD", r"(?<=IN THE)ORDINAL_WORD(?=COMMA|DOT|AND|\Z)", _read_other_part),
    make_rule("DAY_UNIT", r"(?<=ON THE)(?P<unit>DAY_UNIT)(?=COMMA|DOT|AND|\Z)", _read_the_unit),
    make_rule(
        "PERIOD_NOUN",
        "(?:(?<=END_NOUN OF THE)|(?<=START_NOUN OF THE)|(?<=DAY_UNIT OF THE))(?P<unit>PERIOD_NOUN)"
        + _COMPLETED,
        _read_the_period,
    ),
    make_rule(
        "YEAR_UNIT",
        "YEAR_UNIT DASH?[AGO EARLIER](?:PERIOD_NOUN|QUARTER_UNIT|MONTH_UNIT|HALF_UNIT|WEEK_UNIT)",
        _read_year_ago,
    ),
    make_rule(
        "PREVIOUS",
        "PREVIOUS DASH?YEAR_UNIT(?:PERIOD_NOUN|QUARTER_UNIT|MONTH_UNIT|HALF_UNIT|WEEK_UNIT)",
        _read_year_ago,
    ),
    make_rule("THEN", "(?:(?<=SINCE)|(?<=BY)|(?<=UNTIL))THEN", _read_then),
    make_rule(
        "SINCE",
        r"SINCE[THE DETERMINER](?:LOWER|NAME|PLURAL|SEASON_WORD|SEASON)(?:LOWER|PLURAL)?"
        r"(?=COMMA|DOT|\Z|TO|AND|FOR)",
        _read_since_event,
    ),
    make_rule("SINCE", f"SINCE THE START_NOUN OF[THE DETERMINER AN]?{_NOUNS}", _read_since_event),
    make_rule("SINCE", f"SINCE[THE DETERMINER AN]?{_NOUNS}BEHIND{_REST}", _read_since_clause),
    make_rule("SINCE", f"SINCE[THE DETERMINER AN]?{_NOUNS}BEHIND", _read_since_event),
    make_rule(
        "SINCE", "SINCE(?P<verb>LOWER)(?:[THE DETERMINER]?[LOWER NAME PLURAL])?", _read_since_doing
    ),
)
