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
    if tokens.lowers[start - 1 : start] == ["("] and tokens.lowers[after : after + 1] == [")"]:
        first = start - 1 - _CONVERSION // 2
        sized = not HYPHENS.isdisjoint(tokens.lowers[max(0, first) : start - 1])
        return _find_behind(tokens, after + 1) if sized else None
    if not start or tokens.tags[start - 1] not in "DJ" or after + 2 >= len(tokens.words):
        return None
    if tokens.lowers[after] == "(":
        return _find_converted(tokens, site)
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


def _find_converted(tokens: Tokens, site: Site) -> Measured | None:
    """The noun behind a size and its conversion: "a 90-foot (27-metre) wave"."""
    inside = tokens.lowers[site.after : site.after + _CONVERSION]
    if not _is_hyphened(tokens, site) or ")" not in inside:
        return None
    return _find_behind(tokens, site.after + inside.index(")") + 1)


# How many tokens a conversion may have, with its brackets.
_CONVERSION = 8


def _is_hyphened(tokens: Tokens, site: Site) -> bool:
    """Whether a size stands before its noun, by its hyphen or a glued unit: "27-metre", "19km"."""
    if site.kind != "measurement":
        return False
    stop = site.number.stop
    return not HYPHENS.isdisjoint(tokens.lowers[stop : stop + 1]) or tokens.tags[
        stop - 1 : stop
    ] != ["M"]


def _find_behind(tokens: Tokens, at: int) -> Measured | None:
    """The noun that starts at a token."""
    if at >= len(tokens.words) or tokens.tags[at] not in "NJEG":
        return None
    phrase = read_noun_phrase(tokens, at)
    return measure_noun(tokens, phrase, len(tokens.words), "following") if phrase else None
