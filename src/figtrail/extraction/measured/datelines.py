"""Phrases without the dateline before them: "LANSING -- The rate was 4%"."""

from __future__ import annotations

from figtrail.extraction.measured.site import Measured
from figtrail.extraction.tokens import DASHES, HYPHENS, Tokens
from figtrail.patterns import compile_late

# A place in capitals, its state, an agency in brackets, and what parts them from the sentence.
_DATELINE = compile_late(
    r"[A-Z][A-Z .'’-]*[A-Z.](?:, [\w. ]{1,20})?(?:\s?-{0,2}\s?\([^)\n]{1,40}\))?"
    r"\s?(?:--|[—–|•·])(?!\s?[a-z])\s?"
)
_DASHES = (DASHES - HYPHENS) | {"--"}


def past_dateline(tokens: Tokens, measured: Measured | None) -> Measured | None:
    """A phrase from behind the dateline on; None where nothing of it stands there.

    Dashes round an aside part no dateline: "GDP – the value of all goods – was $4bn".
    """
    if measured is None or measured.start or not tokens.text[:2].isupper():
        return measured
    match = _DATELINE.match(tokens.text)
    if match is None:
        return measured
    start: int = measured.start
    while start < measured.stop and (
        tokens.starts[start] < match.end() or tokens.tags[start] in "DC"
    ):
        start += 1
    if not _DASHES.isdisjoint(tokens.lowers[start : measured.stop]):
        return measured
    return measured._replace(start=start) if start < measured.stop else None
