"""Rules for holidays of no days that are stated: the May bank holiday, the Christmas period."""

from __future__ import annotations

from typing import Final

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.periods.reading import Matched, Reading, Rule, make_rule

_STRETCHES = frozenset(read_sections("dating_words.txt")["holiday time"])
_FESTIVE = frozenset(("festive", "holiday", "yuletide", "half-term", "school"))
_BANK = (["bank", "holiday"], ["bank", "holidays"], ["school", "holidays"], ["school", "holiday"])


def _read_bank_holiday(matched: Matched) -> Reading | None:
    """The August bank holiday, on May bank holiday Monday: of a month, on no day that is stated."""
    first = matched.match.start("bank")
    words = matched.tokens.words(first, first + 2)
    return Reading(local=True) if words in _BANK else None


def _read_half_term(matched: Matched) -> Reading | None:
    """The May half-term week: a week that each place sets."""
    return Reading(local=True) if matched.word("term") == "term" else None


def _read_feast_time(matched: Matched) -> Reading | None:
    """The Christmas and New Year period, the Easter holidays, the Hogmanay break."""
    return Reading(local=True) if matched.word("noun") in _STRETCHES else None


def _read_festive(matched: Matched) -> Reading | None:
    """Over the festive period."""
    return Reading(local=True) if matched.word("sort") in _FESTIVE else None


_DAYS = "(?:WEEKEND|ANY_WEEKDAY|WEEK_UNIT)?"

RULES: Final[tuple[Rule, ...]] = (
    make_rule(
        "MONTH NAMESAKE_MONTH HOLIDAY SEASON",
        f"[MONTH NAMESAKE_MONTH HOLIDAY SEASON](?P<bank>[LOWER ACADEMIC])[LOWER PLURAL]{_DAYS}",
        _read_bank_holiday,
    ),
    make_rule(
        "MONTH NAMESAKE_MONTH",
        f"ANY_MONTH HALF_UNIT DASH?(?P<term>LOWER)(?:[PERIOD_NOUN LOWER](?=DOT|COMMA|\\Z))?{_DAYS}",
        _read_half_term,
    ),
    make_rule(
        "HOLIDAY FEAST_DAY",
        "[HOLIDAY FEAST_DAY](?:AND NEW YEAR_UNIT)?"
        "(?P<noun>[LOWER PLURAL PERIOD_NOUN SEASON_WORD WEEK_UNIT])",
        _read_feast_time,
    ),
    make_rule(
        "OVER DURING IN",
        "[OVER DURING IN]THE(?P<sort>LOWER)[PERIOD_NOUN SEASON_WORD]",
        _read_festive,
    ),
)
