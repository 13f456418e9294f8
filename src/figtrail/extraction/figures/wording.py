"""A measured phrase in the words of its text."""

from __future__ import annotations

from figtrail.extraction.measured import Measured
from figtrail.extraction.tokens import Tokens

_QUOTES = {"“": "”", "‘": "’", '"': '"', "'": "'"}


def _is_half_quoted(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether a phrase has the mark that closes a quotation, and not the one before it."""
    closing = _QUOTES.get(tokens.lowers[start - 1])
    return closing is not None and tokens.lowers[start:stop].count(closing) == 1


def join_words(tokens: Tokens, measured: Measured | None) -> str | None:
    """The words of a measured phrase as the text spells them."""
    if measured is None:
        return None
    start = measured.start
    if start and _is_half_quoted(tokens, start, measured.stop):
        start -= 1
    return tokens.text[tokens.starts[start] : tokens.ends[measured.stop - 1]]
