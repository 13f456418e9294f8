"""Rules for words of time that no date pins down: now, so far this year, this time last year."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.periods.named_days import is_kept_day
from figtrail.extraction.periods.reading import (
    Matched,
    Reading,
    Rule,
    from_document,
    make_rule,
    read_vague,
)
from figtrail.extraction.periods.today import tells_of_event
from figtrail.intervals import bound_days
from figtrail.patterns import compile_late


def _read_now(matched: Matched) -> Reading | None:
    """Now, overnight, nowadays; "today" is the document's day for what was done or is due on it."""
    at = matched.match.start()
    if matched.tokens.word(at) == "Today" and matched.previous() == "NAME":
        # "A USA Today poll".
        return None
    timed = _CLOCK.search(matched.tokens.sentence, 0, matched.tokens.start(at)) is not None
    if matched.tokens.word(at).lower() != "today" or not (timed or tells_of_event(matched)):
        return read_vague(matched)
    return from_document(matched, lambda today: today.isoformat(), local=True)


def _read_trading(matched: Matched) -> Reading | None:
    """In morning trading: on the day just spoken of, else the document's."""
    if matched.word("trade") not in ("trading", "trade", "deals", "dealings"):
        return None
    return _read_market_day(matched)


def _read_before_trading(matched: Matched) -> Reading | None:
    """In premarket trading: of no day that is told."""
    return read_vague(matched) if matched.word("sort").startswith("pre") else None


def _read_market_day(matched: Matched) -> Reading:
    """The day just spoken of, else the document's."""

    def read(today: date) -> str:
        spoken = matched.antecedent
        near = spoken is not None and len(spoken) == len("2024-01-01")
        fresh = near and spoken is not None and 0 <= (today - bound_days(spoken)[0]).days < 2
        return spoken if fresh and spoken is not None else today.isoformat()

    return from_document(matched, read, local=True)


def _read_market_clock(matched: Matched) -> Reading | None:
    """By 1340 GMT: as prices were on the document's day."""
    if matched.near(_MARKETS) is False:
        return None
    return from_document(matched, lambda today: today.isoformat(), local=True)


def _read_this_time(_: Matched) -> Reading:
    """Read "this time last year": about a day, which nobody states."""
    return Reading(local=True)


def _read_named_day(matched: Matched) -> Reading | None:
    """On Election Day, in a Black Friday sale: a day with a name, whose date isn't told."""
    at = matched.match.end() - 1
    if matched.tokens.word(matched.match.start()).lower() == "on" and is_kept_day(
        matched, matched.match.start() + 1
    ):
        return None
    return Reading(local=True) if matched.tokens.word(at)[0].isupper() else None


def _read_before_event(matched: Matched) -> Reading | None:
    """Before the pandemic, before the war in Ukraine: until what has no date here."""
    event = matched.word("event").lower()
    if matched.previous() == "LAST" or event not in _EVENTS:
        return None
    bare = matched.match.start("event") == matched.match.start() + 1
    if bare and event in ("vote", "poll", "election", "deal", "data"):
        # "Slips in final poll before vote".
        return None
    return Reading(role="until")


def _read_now_time(matched: Matched) -> Reading | None:
    """At what goes on now: this time; "this time limit" is none."""
    if matched.followed_by(_NAMED):
        return None
    return Reading(local=True) if matched.word("noun") == "time" else None


def _read_sort(matched: Matched) -> Reading | None:
    """In a typical August, on a normal day: any of that sort."""
    return Reading(local=True) if matched.word("sort") in _SORTS else None


def _read_term(matched: Matched) -> Reading | None:
    """Next term, over the parliament: of no days that are stated."""
    pointed = matched.has("which") and matched.word("term") in ("parliament", "mandate")
    return Reading() if matched.word("term") in _TERMS and not pointed else None


def _read_until(_: Matched) -> Reading:
    return Reading(role="until")


def _read_close(matched: Matched) -> Reading | None:
    """At the close: of the market, on the day just spoken of, else the document's."""
    return _read_market_day(matched) if matched.word("close") == "close" else None


def _read_new_year(matched: Matched) -> Reading | None:
    """In the new year: early in the next, on no day that is stated."""
    return Reading() if matched.word("new") == "new" else None


_WORDS = read_sections("dating_words.txt")
_EVENTS = frozenset(_WORDS["events"])
_SORTS = frozenset(_WORDS["sorts"])
_TERMS = frozenset(("term", "parliament", "semester", "legislature", "mandate"))
_MARKETS = compile_late(
    r"\b(?:shares?|barrel|ounce|futures|traded|trading|yields?|index|pence|tonne|dollar|currency)\b",
    re.IGNORECASE,
)
# "At 8am today", "shortly before 14:30 today".
_CLOCK = compile_late(r"(?:\d ?[ap]\.?m\.?|\d[:.]\d\d|\bnoon|\bmidnight) $", re.IGNORECASE)
_NAMED = compile_late(r"\s+(?:limit|target|frame|slot|zone|lag|standard|constraint)s?\b")
_SPANS = "[YEAR_UNIT MONTH_UNIT SEASON_WORD QUARTER_UNIT WEEK_UNIT]"

RULES: Final[tuple[Rule, ...]] = (
    make_rule(
        "BY AT",
        "[BY AT]APPROXIMATELY?[YEAR NUMBER TIME]TIMEZONE"
        "(?!ON?[WEEKDAY YESTERDAY TODAY]|COMMA?ANY_MONTH)",
        _read_market_clock,
    ),
    make_rule(
        "SO",
        "SO FAR(?:THIS FISCAL?[YEAR_UNIT MONTH_UNIT SEASON_WORD QUARTER_UNIT WEEK_UNIT]?"
        f"|IN(?:YEAR(?:DASH[DAY TWO_DIGITS YEAR])?|SLASH_YEARS|ANY_MONTH YEAR?|THE{_SPANS}))?",
        read_vague,
    ),
    make_rule(
        "YEAR_UNIT MONTH_UNIT SEASON_WORD QUARTER_UNIT WEEK_UNIT",
        f"(?<=THE){_SPANS}SO FAR",
        read_vague,
    ),
    make_rule(
        "THIS",
        "THIS PERIOD_NOUN(?:(?:IN|OF)?LAST[YEAR_UNIT MONTH_UNIT WEEK_UNIT]|IN YEAR|AN YEAR_UNIT AGO"
        "|COUNT YEAR_UNIT AGO)",
        _read_this_time,
    ),
    make_rule(
        "OVER AT ON DURING IN",
        "[OVER AT ON DURING ACROSS IN](?:THE|AN|DETERMINER)"
        "(?:NAME|LOWER|DAY_UNIT|START_NOUN|FEAST|HOLIDAY|ANY_MONTH(?!WEEKEND)|NAMED_DAY WEEKDAY)"
        "{1,4}WEEKEND",
        _read_this_time,
    ),
    make_rule(
        "IN BY",
        "[IN BY]THE(?P<new>LOWER)YEAR_UNIT"
        r"(?=COMMA|DOT|AND|TO|FOR|AT|ON|AS|LONG_DASH|SPACED_DASH|\Z)",
        _read_new_year,
    ),
    make_rule(
        "IN OVER DURING FOR",
        "[IN OVER DURING FOR]THE(?:COUNT)?[YEAR_UNIT MONTH_UNIT WEEK_UNIT DAY_UNIT]"
        "(?:UP?TO|BEFORE|AFTER|SINCE|UNTIL|FOLLOWING)THE?YEAR"
        "(?:[NAME LOWER]?YEAR_NOUN|LOWER|NAME)",
        _read_this_time,
    ),
    make_rule(
        "BEFORE",
        "BEFORE[THE DETERMINER]?[LOWER NAME SEASON]{0,2}"
        "(?P<event>[LOWER NAME PLURAL YEAR_NOUN])"
        "(?:DASH[DAY TWO_DIGITS])?(?:IN NAME)?",
        _read_before_event,
    ),
    make_rule(
        "THIS", "(?<!BY)(?<!AT)THIS(?P<noun>PERIOD_NOUN)(?!OF|IN|AN|LAST|COUNT)", _read_now_time
    ),
    make_rule(
        "IN ON",
        "[IN ON]AN(?P<sort>LOWER)(?:[YEAR_UNIT MONTH_UNIT WEEK_UNIT DAY_UNIT SEASON SEASON_WORD"
        " DAYTIME]|ANY_MONTH|ANY_WEEKDAY)(?!WEEKEND)",
        _read_sort,
    ),
    make_rule("LAST THIS NEXT", "(?P<which>[LAST THIS NEXT])(?P<term>LOWER)", _read_term),
    make_rule(
        "OVER DURING",
        "[OVER DURING]THE?(?:DETERMINER)?[CURRENT NEXT LAST LOWER]{0,2}(?P<term>LOWER)"
        "(?=COMMA|DOT|AND|TO|LONG_DASH|SPACED_DASH|\\Z)",
        _read_term,
    ),
    make_rule("BEFORE", "BEFORE THE?NEXT[LOWER SEASON]", _read_until),
    make_rule(
        "AT", "AT THE?(?P<close>END_NOUN)(?!OF|ON|DASH|ANY_MONTH|YEAR|THE YEAR_UNIT)", _read_close
    ),
    make_rule("NAMED_DAY", "NAMED_DAY ANY_WEEKDAY", _read_named_day),
    make_rule(
        "ON",
        "ON[NAME ORDINAL_WORD COUNTED WHOLE]{1,3}(?:APOSTROPHE[POSSESSIVE NAME]?)?DAY_UNIT",
        _read_named_day,
    ),
    make_rule(
        "IN",
        "IN(?:EARLY DAYTIME?|DAYTIME|TIME)(?P<trade>[TRADING LOWER PLURAL])"
        "(?!ON?[WEEKDAY YESTERDAY])",
        _read_trading,
    ),
    make_rule("IN", "IN(?P<sort>LOWER)(?:DASH LOWER)?TRADING", _read_before_trading),
    make_rule(
        "IN", "IN(?:AFTER DASH HOUR_UNIT|BEHIND)TRADING(?!ON?[WEEKDAY YESTERDAY])", read_vague
    ),
    make_rule(
        "PAST RECENT LATEST LAST PREVIOUS",
        "RECENT[YEAR_UNIT MONTH_UNIT WEEK_UNIT DAY_UNIT DECADE_UNIT PERIOD_NOUN]",
        read_vague,
    ),
    make_rule(
        "AT IN THESE TO",
        "AT PRESENT|AT THE PRESENT|AT THE PRESENT PERIOD_NOUN|THESE DAY_UNIT|TO DATE_WORD",
        read_vague,
    ),
    make_rule("YEAR_UNIT", "YEAR_UNIT DASH?TO DASH?DATE_WORD", read_vague),
    make_rule(
        "NOW TODAY OVERNIGHT",
        "(?:NOW|TODAY|(?<!THE)(?<!AN)OVERNIGHT(?!ON?WEEKDAY|PLURAL))",
        _read_now,
    ),
)
