"""Subjects that hold a list with commas: "the price of rice, oil and beans (rose)"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_rows, read_sections
from figtrail.extraction.tokens import Tokens

_TIMES = frozenset(read_sections("measured_words.txt")["times"]) | frozenset(
    row["word"].lower()
    for row in read_rows("periods.csv")
    if row["class"] == "weekday" or row["class"].endswith("month")
)
_AND = frozenset(("and", "or", "&"))


def find_list_start(tokens: Tokens, begin: int, stop: int, floor: int) -> int:
    """Where a subject starts whose last member stands in `[begin, stop)`, behind a comma.

    The token `begin` itself where it is no list: "last year, rents and fees rose", "in Leeds,
    rents and fees rose", "the road was shut, and traffic fell".
    """
    last = _past_and(tokens, begin, floor)
    if last - 1 <= floor or tokens.lowers[last - 1] != ",":
        return begin
    start = _find_first(tokens, last - 1, floor)
    if start >= last - 1 or tokens.tags[start] not in "DNJGE":
        return begin
    if last < begin:
        return start
    joined = _is_joined(tokens, begin, stop)
    oxford = tokens.lowers[begin] in _AND and "," in tokens.lowers[start : begin - 1]
    return start if joined or oxford else begin


def _past_and(tokens: Tokens, begin: int, floor: int) -> int:
    """Where the member before "and" starts, where `begin` is the one behind it: "oil and beans"."""
    at = begin - 1
    if at <= floor or tokens.lowers[at] not in _AND or tokens.tags[begin] not in "NJDG":
        return begin
    while at > floor and tokens.tags[at - 1] in "NJDG":
        at -= 1
    return at if at < begin - 1 else begin


def _find_first(tokens: Tokens, comma: int, floor: int) -> int:
    """Where the noun phrases before a comma start, back to a verb or another mark."""
    if tokens.tags[comma - 1] not in "NJG" or tokens.lowers[comma - 1] in _TIMES:
        return comma
    start = comma
    while start > floor and (
        tokens.tags[start - 1] in "NJDPG"
        or tokens.lowers[start - 1] in (",", "&")
        or (tokens.tags[start - 1] in "EV" and tokens.lowers[start] == "by")
        or (tokens.tags[start - 1] == "E" and _is_modifier(tokens, start - 1, floor))
    ):
        start -= 1
    while start < comma and tokens.lowers[start] == ",":
        start += 1
    return start


def _is_modifier(tokens: Tokens, at: int, floor: int) -> bool:
    """Whether a form in -ed stands before its noun: "the combined capacity", "shut in Leeds"."""
    if tokens.tags[at + 1] == "P":
        return True
    opens = at == floor or tokens.tags[at - 1] in "DJ"
    return opens and tokens.tags[at + 1] in "NJ"


def _is_joined(tokens: Tokens, begin: int, stop: int) -> bool:
    """Whether the last member joins two nouns: "oil and beans"."""
    members = range(begin + 1, stop - 1)
    named = all(tokens.tags[at] in "NJDCPG" for at in range(begin, stop))
    return named and any(
        tokens.lowers[at] in _AND and tokens.tags[at - 1] == "N" and tokens.tags[at + 1] in "NJDG"
        for at in members
    )
