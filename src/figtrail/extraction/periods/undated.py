"""Rules for words of time that no date pins down: now, so far this year, this time last year."""

from __future__ import annotations

import re
from datetime import date

from figtrail.extraction.periods.reading import (
    Matched,
    Reading,
    from_document,
    make_rule,
    read_vague,
)
from figtrail.extraction.periods.tokens import compile_shape
from figtrail.intervals import bound_days


def _read_now(matched: Matched) -> Reading:
    """Now, overnight, nowadays; "today" is the document's day for what was done or is due on it."""
    at = matched.match.start()
    if matched.tokens.word(at).lower() != "today" or not _tells_of_event(matched):
        return read_vague(matched)
    return from_document(matched, lambda today: today.isoformat(), local=True)


def _tells_of_event(matched: Matched) -> bool:
    """Whether the clause around a match tells of something done or due, and of no state."""
    sentence = matched.tokens.sentence
    first, last = matched.match.start(), matched.match.end()
    start, end = matched.tokens.start(first), matched.tokens.end(last - 1)
    opening = max((gap.end() for gap in _BREAK.finditer(sentence, 0, start)), default=0)
    closed = _BREAK.search(sentence, end)
    closing = len(sentence) if closed is None else closed.start()
    while first > 0 and matched.tokens.start(first - 1) >= opening:
        first -= 1
    while last < len(matched.tokens.shape) and matched.tokens.end(last) <= closing:
        last += 1
    if _EVENT.search(matched.tokens.shape, first, last) is None:
        return False
    return _STATE.search(sentence, opening, closing) is None


def _read_trading(matched: Matched) -> Reading:
    """In morning trading: on the day just spoken of, else the document's."""

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
    """Election Day, Good Friday: a day with a name, whose date the text doesn't tell."""
    at = matched.match.end() - 1
    return Reading(local=True) if matched.tokens.word(at)[0].isupper() else None


_MARKETS = re.compile(
    r"\b(?:shares?|barrel|ounce|futures|traded|trading|yields?|index|pence|tonne|dollar|currency)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[;:“”\"–—]|, (?:and|but|while|which|who)\b|\b(?:but|while)\b")
_EVENT = compile_shape("[BEHIND MODAL READY]|BE AHEAD TO")
_STATE = re.compile(
    r"\b(?:has|have|is|are|isn.t|aren.t|remains?|would|should|could|can|may|compared|than|against|then"
    r"|worth|still)\b|['’](?:ve|re)\b|\b(?:1[5-9]|20)\d\ds?\b|\bago\b"
)
_SPANS = "[YEAR_UNIT MONTH_UNIT SEASON_WORD QUARTER_UNIT WEEK_UNIT]"

RULES = (
    make_rule(
        "BY AT",
        "[BY AT]APPROXIMATELY?[YEAR NUMBER TIME]TIMEZONE(?!ON?[WEEKDAY YESTERDAY]|COMMA?ANY_MONTH)",
        _read_market_clock,
    ),
    make_rule(
        "SO",
        "SO FAR(?:THIS FISCAL?[YEAR_UNIT MONTH_UNIT SEASON_WORD QUARTER_UNIT WEEK_UNIT]?"
        f"|IN(?:YEAR|ANY_MONTH YEAR?|THE{_SPANS}))?",
        read_vague,
    ),
    make_rule(
        "YEAR_UNIT MONTH_UNIT SEASON_WORD QUARTER_UNIT WEEK_UNIT",
        f"(?<=THE){_SPANS}SO FAR",
        read_vague,
    ),
    make_rule("THIS", "THIS PERIOD_NOUN LAST[YEAR_UNIT MONTH_UNIT WEEK_UNIT]", _read_this_time),
    make_rule("NAMED_DAY", "NAMED_DAY ANY_WEEKDAY", _read_named_day),
    make_rule(
        "ON", "ON(?:NAME|ORDINAL_WORD){1,3}(?:APOSTROPHE POSSESSIVE?)?DAY_UNIT", _read_named_day
    ),
    make_rule(
        "IN",
        "IN(?:EARLY DAYTIME?|DAYTIME)TRADING(?!ON?[WEEKDAY YESTERDAY])",
        _read_trading,
    ),
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
    make_rule("YEAR_UNIT", "YEAR_UNIT TO DATE_WORD", read_vague),
    make_rule("NOW OVERNIGHT", "(?:NOW|OVERNIGHT(?!ON?WEEKDAY))", _read_now),
)
