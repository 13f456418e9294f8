"""The noun that a number and others size together: "a £78m, 4.3-mile road"."""

from __future__ import annotations

from figtrail.extraction.measured.site import Measured, Site, measure_noun
from figtrail.extraction.phrases import read_noun_phrase
from figtrail.extraction.tokens import HYPHENS, Tokens


def find_modified(tokens: Tokens, site: Site) -> Measured | None:
    """The noun behind a list of sizes: "the £78m, 4.3-mile road", "a $2bn, 30-storey tower".

    Behind an article only, and where the next member is a size of its own: of "the 40, 12 died"
    nothing is said here.
    """
    start, after = site.bound_start, site.after
    if not start or tokens.tags[start - 1] not in "DJ" or after + 2 >= len(tokens.words):
        return None
    if tokens.lowers[after] != ",":
        return None
    at = _past_size(tokens, after + 1)
    phrase = read_noun_phrase(tokens, at) if after + 1 < at < len(tokens.words) else None
    return (
        measure_noun(tokens, phrase, len(tokens.words), "following") if phrase is not None else None
    )


def _past_size(tokens: Tokens, at: int) -> int:
    """Past a size or a compound that stands before a noun: "4.3-mile", "$40m", "state-run"."""
    first = at
    while at < len(tokens.words) and (
        tokens.tags[at] == "M"
        or (tokens.tags[at] == "." and tokens.lowers[at] not in (",", ";", ":", "(", ")"))
        or (at > first and tokens.starts[at] == tokens.ends[at - 1] and tokens.tags[at] in "NJ")
    ):
        at += 1
    if at == first:
        return at + 1 if not HYPHENS.isdisjoint(tokens.lowers[at]) else at
    # "The 40, 12 women among them": a bare number is a count of its own.
    return first if at == first + 1 else at
