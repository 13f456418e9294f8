"""Amounts that somebody says, named before whoever says them: "the $5m that analysts forecast"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import followers, levels, phrases
from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.frames import NOTHING, Frame

if TYPE_CHECKING:
    from figtrail.extraction.speakers.frames import Subject
    from figtrail.extraction.speakers.lines import Line

_CALLS: Final = frozenset({"call", "calls", "called"})
_OF_AMOUNTS: Final = frozenset({"state", "expect", "assert"})
# How many tokens the amount, what it counts and whoever foresaw it may have together.
_REACH: Final = 12
_NO_AMOUNT: Final = frozenset({"to", "that", "which", "and", "or"})
_ARTICLES: Final = frozenset({"the", "a", "an", "its", "their"})


def frame_gap(line: Line, at: int, following: int, kind: str, subject: Subject) -> Frame | None:
    """Like "the $5m that analysts had forecast": what they forecast stands before."""
    if subject.tokens is None:
        return None
    opening = subject.tokens[0] - 1
    called = line.lowers[at] in _CALLS and following < len(line.words)
    if opening > 0 and _is_amount(line, opening - 1) and (called or kind in _OF_AMOUNTS):
        # "The 95% that doctors say it takes": an amount is what is talked of, whatever follows.
        following = len(line.words)
    elif kind not in ("state", "expect"):
        return None
    if opening < 1 or line.lowers[opening] not in ("that", "which"):
        return None
    if line.lowers[at] in vocab.LEVELLING and levels.find_level(line, following) == following:
        # "Losses that auditors put at up to £70m".
        scope = (line.ends[at], line.ends[min(phrases.find_break(line, at), len(line.words) - 1)])
        return Frame(line.starts[opening], line.ends[at], subject.span, NOTHING, scope, True)
    if following < len(line.words) and not (
        line.words[following] in phrases.ENDS
        or line.lowers[following] in vocab.PREPOSITIONS
        or line.lowers[following] in ("last", "this")
    ):
        return None
    for back in range(opening - 1, max(-1, opening - 9), -1):
        if line.lowers[back] in vocab.DETERMINERS:
            scope = (line.starts[back], line.starts[opening])
            return Frame(line.starts[opening], line.ends[at], subject.span, scope, NOTHING, True)
        if line.words[back] in phrases.BREAKS:
            break
    return None


def find_told_amount(line: Line, subject: Subject) -> tuple[int, int]:
    """The scope of an amount that somebody tells about behind it; nothing where there is none.

    Like "the 380 homes a year that consultants say it needs" and "the £80m the charity says".
    """
    if subject.tokens is None:
        return NOTHING
    last = subject.tokens[0] - 1
    opened = last > 0 and line.lowers[last] in ("that", "which")
    if opened:
        last -= 1
    for at in range(last, max(-1, last - _REACH), -1):
        lower = line.lowers[at]
        if _is_amount(line, at):
            first = _find_first(line, at)
            if not opened and (at != last or line.lowers[first] != "the"):
                return NOTHING
            return line.starts[first], line.ends[last]
        if line.words[at] in phrases.BREAKS or phrases.is_finite(line, at):
            break
        if (lower in vocab.PREPOSITIONS and lower != "per") or lower in _NO_AMOUNT:
            break
        if lower.endswith("ed") and line.lowers[at + 1] in vocab.DETERMINERS:
            break
    return NOTHING


def _is_amount(line: Line, at: int) -> bool:
    """Whether a figure ends at `at`: "95%", "a third", "40"."""
    lower = line.lowers[at]
    return lower[0].isdigit() or lower in vocab.SHARES


def frame_bare_gap(line: Line, at: int, kind: str, last: int, particle: int = 0) -> Frame | None:
    """Like "the $8.5bn analysts had forecast" and "the 3% rise the Bank expects": no "that".

    `last` is the token before the verb's own words; so many words of `particle` belong to it.
    """
    if kind != "expect" and line.lowers[at] not in vocab.TIPPED:
        return None
    if not _ends_clause(line, at + particle + 1):
        return None
    amount = _find_amount(line, last)
    if amount is None:
        return None
    for who in range(amount + 1, last + 1):
        lower, before = line.lowers[who], line.lowers[who - 1]
        if lower in vocab.PREPOSITIONS or before in ("a", "per"):
            continue
        counted = who == amount + 1 and line.lowers[amount].isdigit()
        if counted and line.words[amount - 1] not in phrases.SIGNS:
            # "As all 32 economists had predicted": so many are they.
            return None
        if lower in vocab.CALENDAR:
            # "Up 2% from an August forecast".
            return None
        group = lower in vocab.BODIES and lower.endswith("s")
        if (
            group
            or lower in vocab.PRONOUNS
            or lower == "the"
            or phrases.is_capital(line.words[who])
        ):
            span = (line.starts[who], line.ends[last])
            scope = (line.starts[_find_first(line, amount)], line.starts[who])
            return Frame(line.starts[who], line.ends[at], span, scope, NOTHING, forward=True)
    return None


def frame_tipped(line: Line, at: int, particle: int = 0) -> Frame | None:
    """Like "the $7.1bn forecast by analysts": the participle at `at` stands behind the amount.

    So many words of `particle` stand before "by" ("pencilled in by").
    """
    size = len(line.words)
    by = at + particle + 1
    if by + 1 >= size or line.lowers[by] != "by":
        return None
    amount = _find_amount(line, at - 1)
    if amount is None:
        return None
    found = followers.find_after(line, by + 1, size, cited=False)
    if found is None or not phrases.can_speak(line, found[0]):
        return None
    (start, end), stop = found
    span = (line.starts[start], line.ends[end - 1])
    scope = (line.starts[_find_first(line, amount)], line.starts[at])
    return Frame(line.starts[at], line.ends[stop - 1], span, scope, NOTHING, forward=True)


def _find_amount(line: Line, last: int) -> int | None:
    """The last amount before the token behind `last`, where no clause or aside lies between."""
    for at in range(last, max(-1, last - _REACH), -1):
        if line.words[at] in phrases.BREAKS:
            return None
        if phrases.is_finite(line, at) and not _is_amount(line, at - 1):
            # But a "2.8% rise" is a noun.
            return None
        if _is_amount(line, at):
            return at
    return None


def _find_first(line: Line, amount: int) -> int:
    """Where the noun phrase of an amount begins: "the", else its first number ("$30 to $32")."""
    first = amount
    for at in range(amount, max(-1, amount - _REACH), -1):
        lower = line.lowers[at]
        if line.words[at] in phrases.BREAKS or phrases.is_finite(line, at) or lower == "of":
            break
        if _is_amount(line, at) or lower in _ARTICLES:
            first = at
        if lower in _ARTICLES:
            break
    return first


def _ends_clause(line: Line, at: int) -> bool:
    """Whether nothing follows a verb but when, or the sentence's next part."""
    if at >= len(line.words) or line.words[at] in phrases.ENDS:
        return True
    lower = line.lowers[at]
    return lower in ("in", "on", "last", "this", "at", "and", "but", "or", "for", "before", "when")
