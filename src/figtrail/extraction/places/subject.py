"""The place that an article as a whole is about, read from its text."""

from __future__ import annotations

from collections.abc import Iterable

from figtrail.extraction.places.gazetteer import find_place
from figtrail.extraction.places.mentions import Mention

LEAD = 700
"""So many characters hold headline and lead: a place named there counts twice."""
SURVEYED = 12_000
"""So many characters of an article are surveyed."""
_ENOUGH = 3
_MARGIN = 1.5
# Among more places than these the first must weigh as much as all the others.
_MANY = 3


BRITISH = ("England", "Scotland", "Wales", "Northern Ireland")


def lies_within(subject: Mention, nation: str) -> bool:
    """The place that a text is about is a town or region of a nation, not the nation itself."""
    if subject.sort in ("country", "area"):
        return False
    home = find_place(nation)
    if home is None or subject.country is None:
        return subject.country is None
    return subject.country in (home.country, "Britain" if home.key in BRITISH else None)


def choose_subject(mentions: Iterable[tuple[int, Mention]]) -> Mention | None:
    """The place named first and most; None where no place stands out.

    Each mention comes with the offset of its sentence. A city, its region and its country count
    apart. The dateline counts as any mention in the lead; what is only compared with, gone to or
    come from doesn't count.
    """
    weights: dict[str, float] = {}
    firsts: dict[str, Mention] = {}
    in_lead: set[str] = set()
    for offset, mention in mentions:
        if mention.scope != "named" or mention.role in ("away", "venue"):
            continue
        root = mention.country if mention.sort == "country" and mention.country else mention.key
        early = offset + mention.start < LEAD
        if not (early or in_lead):
            return None
        weights[root] = weights.get(root, 0) + (2 if early else 1)
        if root not in firsts:
            whole = mention.key == root
            firsts[root] = mention if whole else mention._replace(label=root, key=root)
        if early:
            in_lead.add(root)
    ranked = sorted(weights, key=lambda key: -weights[key])
    if not ranked or ranked[0] not in in_lead or weights[ranked[0]] < _ENOUGH:
        return None
    # Places that no list has lie mostly within the one that an article is about.
    known = [key for key in ranked if key == ranked[0] or firsts[key].sort != "place"]
    if len(known) > _MANY and 2 * weights[known[0]] < sum(weights[key] for key in known):
        # Crude oil, with China, Norway and the U.S.: the story is the world's.
        return None
    if len(ranked) > 1 and weights[ranked[0]] < _MARGIN * weights[ranked[1]]:
        return None
    return firsts[ranked[0]]
