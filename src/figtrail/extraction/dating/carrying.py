"""What one sentence leaves to the next: the period that its subject goes on in."""

from __future__ import annotations

from typing import NamedTuple

from figtrail.extraction.dating.clauses import Tense
from figtrail.extraction.tokens import Tokens
from figtrail.model import PeriodBasis

_REACH = 260
_MARKS = "“”\""


class Dating(NamedTuple):
    """The period of a figure, the words that state it, and how it is known."""

    period: str | None
    text: str | None
    basis: PeriodBasis | None


UNDATED = Dating(None, None, None)


class Thread(NamedTuple):
    """The period that a sentence speaks of, as the next may take it up.

    `earlier` is the period of the levels that it compares with. `open` is whether the sentence
    leaves a quotation open, `quoted` whether its period was stated in one. `paragraph` and `end`
    are offsets into the document's text.
    """

    paragraph: int
    end: int
    period: str | None
    earlier: str | None
    tense: Tense | None
    quoted: bool
    open: bool


def carry_period(
    thread: Thread | None, tense: Tense | None, quoted: bool, near: bool
) -> Dating:
    """The period that a figure takes from the sentence before: the tense must go on with it.

    `near` is whether both stand in one paragraph. A period of the past carries to what is told in
    the past, one that is still to come to what is forecast; nothing carries to the present.
    """
    if thread is None or thread.period is None or thread.quoted != quoted:
        return UNDATED
    if thread.tense == "future":
        fits = tense in ("future", "conditional")
    elif thread.tense == "conditional":
        fits = False
    else:
        fits = tense == "past" or near and tense == "pluperfect"
    return Dating(thread.period, None, "context") if fits else UNDATED


def reach_thread(
    thread: Thread | None, text: str, paragraph: int, start: int
) -> Thread | None:
    """The thread where it reaches a sentence at `start`: nobody was quoted since, nor much said."""
    if thread is None or start - thread.end > _REACH:
        return None
    if thread.paragraph != paragraph and thread.open:
        return None
    between = text[thread.end : start]
    if any(mark in between for mark in _MARKS):
        return None
    return thread


def leaves_open(tokens: Tokens, was_open: bool) -> bool:
    """Whether a quotation is open after a sentence."""
    opened = was_open
    for lower in tokens.lowers:
        if lower == "“":
            opened = True
        elif lower == "”":
            opened = False
        elif lower == '"':
            opened = not opened
    return opened
