"""Who is named behind the words that attribute: "according to X", "said X, the mayor".

Ranges are half-open, of token indexes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import content, phrases
from figtrail.extraction.speakers import vocabulary as vocab

if TYPE_CHECKING:
    from figtrail.extraction.speakers.lines import Line
    from figtrail.extraction.speakers.phrases import Range

_REACH: Final = 40
_NO_ROLE: Final = vocab.BODIES | vocab.SOURCES | vocab.COMPANIES


def find_after(line: Line, first: int, limit: int, *, cited: bool) -> tuple[Range, int] | None:
    """The noun phrase from token `first`, and where it and its apposition end.

    `cited`: it follows "according to", where dates belong to the report that is named.
    """
    at = first
    limit = min(limit, first + _REACH)
    while at < limit:
        word, lower = line.words[at], line.lowers[at]
        if (word in phrases.STOPS and word not in "(-") or (
            lower in vocab.NAME_ENDS and at > first and not (cited and _is_dated(line, at))
        ):
            break
        if word == "(":
            closing = at + 1
            while closing < limit and line.words[closing] != ")":
                closing += 1
            if at == first or closing == limit:
                break
            at = closing + 1
            continue
        if at > first and not cited and _starts_occasion(line, at, limit):
            break
        if at > first and cited and _opens_statement(line, at):
            break
        if at > first and (lower in vocab.PRONOUNS or (word == lower in vocab.AUXILIARIES)):
            break
        at += 1
    if at == first:
        return None
    end = at
    if end < limit and line.words[end] == "," and not phrases.is_person_like(line, first, end):
        after = end + 1
        stop = after
        while stop < limit and line.words[stop] not in phrases.STOPS and stop - after < 7:
            stop += 1
        if (
            stop > after
            and phrases.is_person_like(line, after, stop)
            and _is_role(line, first, end)
        ):
            return (after, stop), stop
    return (first, end), end


def _is_dated(line: Line, at: int) -> bool:
    """Whether a day tells when a source came out: "a report released yesterday by the union"."""
    return line.lowers[at + 1 : at + 2] == ["by"] and line.lowers[at] in ("yesterday", "today")


def _opens_statement(line: Line, at: int) -> bool:
    """Whether a clause goes on without a comma: "according to police 40 people were hurt"."""
    if line.lowers[at - 1] not in vocab.SOURCES | vocab.BODIES or line.lowers[0] != "according":
        return False
    lower = line.lowers[at]
    opens = lower in ("the", "a", "an", "there") or lower[0].isdigit()
    return opens and content.opens_finite(line, at)


def _is_role(line: Line, start: int, end: int) -> bool:
    """Whether the words say what somebody is: "the convener", but not "the council"."""
    lowers = line.lowers[start:end]
    if not vocab.ROLES.isdisjoint(lowers):
        return True
    if lowers[0] not in vocab.DETERMINERS or line.words[end - 1] != lowers[-1]:
        return False
    return lowers[-1] not in _NO_ROLE


def _starts_occasion(line: Line, at: int, limit: int) -> bool:
    """Whether words about when or where it was said begin here ("on Monday", "in a statement")."""
    lower = line.lowers[at]
    if lower in vocab.CALENDAR:
        return True
    if lower in ("last", "this", "next"):
        return True
    if lower in ("on", "at", "in") and at + 1 < limit:
        following = line.lowers[at + 1]
        if following in vocab.CALENDAR or following[:4].isdigit():
            return True
        if lower != "at" and following in vocab.DETERMINERS:
            return any(line.lowers[i] in vocab.OCCASIONS for i in range(at + 2, min(limit, at + 6)))
        return lower == "at" and following in ("a", "an")
    return False
