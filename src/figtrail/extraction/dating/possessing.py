"""How many of something somebody has, which no date tells: "its three sites"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.periods.tokens import WORD_CLASS
from figtrail.extraction.tokens import Tokens

_NORMS = frozenset(read_sections("dating_words.txt")["norms"])
OWNERS = frozenset(("its", "their", "his", "her", "our", "my", "your"))
_POSSESSORS = OWNERS | {"whose", "'s", "’s"}
_OWNING = ("'s", "’s", "s'", "s’")


def is_norm(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a figure is a target or limit: "the 2% target", "a guideline of 15"."""
    if tokens.lowers[stop : stop + 1] == ["-"]:
        # "The 18-week standard".
        return not _NORMS.isdisjoint(tokens.lowers[stop + 2 : stop + 4])
    after = tokens.lowers[stop : stop + 2]
    if after and (after[0] in _NORMS or (tokens.tags[stop] in "NJ" and after[-1] in _NORMS)):
        return True
    before = tokens.lowers[max(0, first - 2) : first]
    if before[-1:] == ["of"] and before[0] in _NORMS:
        return True
    # "When the target is 76%".
    return before[-1:] in (["is"], ["are"]) and before[0] in _NORMS


def is_possessed(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a figure tells how many of something there are: "its 3 sites", "Mali’s 8 regions".

    Not "last year's 61 fires", which are those of a time.
    """
    if not first or tokens.tags[first] != "M" or is_norm(tokens, first, stop):
        return False
    owner = tokens.words[first - 1]
    if owner.lower() in _POSSESSORS:
        return True
    if not owner.endswith(_OWNING) or owner.rstrip("'’s") in WORD_CLASS or owner[0].isdigit():
        return False
    last = _skip_noun(tokens, stop)
    return last > stop and tokens.lowers[last - 1].endswith("s")


def is_held(tokens: Tokens, first: int, stop: int, verb: int) -> bool:
    """Whether what somebody has so many of isn't what something happened to or what acted.

    "Of its 31 ferries, six were", but "its two mills closed in May", "its 40 hens were sold".
    """
    acting = stop < verb == _skip_noun(tokens, stop) and (
        tokens.tags[verb] in "VE" or tokens.lowers[verb] in ("was", "were")
    )
    return not acting and is_possessed(tokens, first, stop)


def _skip_noun(tokens: Tokens, at: int) -> int:
    """The token behind the nouns and adjectives that stand at a token."""
    while tokens.tags[at : at + 1] in (["N"], ["J"]):
        at += 1
    return at
