"""The subject that a level in front of its clause belongs to: "At 2.1%, inflation is …"."""

from __future__ import annotations

from figtrail.extraction.measured.site import Measured, Site, measure_noun
from figtrail.extraction.phrases import read_noun_phrase
from figtrail.extraction.tokens import Tokens


def find_fronted(tokens: Tokens, site: Site) -> Measured | None:
    """The noun behind the comma of a level that opens its sentence or what is quoted."""
    start = site.bound_start
    if not start or tokens.lowers[start - 1] != "at":
        return None
    if start > 1 and tokens.lowers[start - 2] not in _MARKS:
        return None
    at = _past_manner(tokens, site.after)
    if tokens.lowers[at : at + 1] != [","]:
        return None
    at += 1
    while at < len(tokens.words) and tokens.tags[at] == "D":
        at += 1
    phrase = read_noun_phrase(tokens, at) if at < len(tokens.words) else None
    return (
        measure_noun(tokens, phrase, len(tokens.words), "subject") if phrase is not None else None
    )


def _past_manner(tokens: Tokens, at: int) -> int:
    """Past what says how a level is taken: "at €900 (on average), a flat is …"."""
    while tokens.lowers[at : at + 1] and tokens.lowers[at] in _TAKEN:
        at += 1
    return at


_TAKEN = frozenset("on in average each apiece all total or so a piece".split())
_MARKS = frozenset(("“", '"', "‘", ";"))
