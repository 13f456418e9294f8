"""Names of places that a text gives to people: "Sen. John Kerry", later "Kerry" alone."""

from __future__ import annotations

from collections.abc import Collection

from figtrail.extraction.places.gazetteer import find_key, find_place, fold
from figtrail.extraction.places.mentions import Mention, is_people
from figtrail.extraction.places.sited import CAPITAL
from figtrail.extraction.places.subject import SURVEYED, lies_within
from figtrail.extraction.places.words import is_counted, load_words
from figtrail.patterns import compile_late

_PAIR = compile_late(
    rf"([{CAPITAL}](?<=\b[{CAPITAL}])[a-z]+)\.? "
    rf"(?=([{CAPITAL}][\w'-]+)\b(?! (?:University|Street|Road)))"
)
_WORD = compile_late(r"[a-z-]+")
_SITED = ("in ", "at ", "near ", "across ", "outside ", "around ")


def find_people(text: str) -> frozenset[str]:
    """The folded surnames that follow a forename or a title in a text's head."""
    words = load_words()
    first = words.forename | words.title
    return frozenset(
        fold(match[2]) for match in _PAIR.finditer(text[:SURVEYED]) if match[1].lower() in first
    )


def drop_people(
    low: str,
    mentions: list[Mention],
    people: frozenset[str],
    place: str | None,
    homes: Collection[str],
) -> list[Mention]:
    """The mentions without persons by surname and without peoples that are at home elsewhere.

    `people` are surnames, `place` is the article's own place, `homes` are the keys of that and of
    its nation.
    """
    mentions = [m for m in mentions if not _is_person(low, m, people)]
    if place is not None:
        mentions = [m for m in mentions if not _are_people_here(low, m, place, homes)]
    return _drop_migrants(low, mentions, homes)


def _is_person(low: str, mention: Mention, people: frozenset[str]) -> bool:
    """The mention is of a person by surname: "support for Kerry", unlike "in Kerry"."""
    if mention.role in ("dateline", "body", "venue"):
        return False
    if low[mention.start : mention.end] not in people:
        return False
    return mention.role != "locative" or not low.startswith(_SITED, mention.before)


def _are_people_here(low: str, mention: Mention, place: str, homes: Collection[str]) -> bool:
    """See "Poles remain the biggest group" in an article about Norway: people there.

    So are "Victorian" houses, unless the article is about Australia. `homes` are the keys of the
    article's `place` and nation.
    """
    if not mention.demonym:
        return False
    own = find_place(place)
    home = {find_key(place), own.country if own is not None else None, *homes}
    if mention.key in home or mention.country in home or lies_within(mention, place):
        return False
    return mention.key.lower() in load_words().ambiguous or is_people(low, mention)


def _drop_migrants(low: str, mentions: list[Mention], homes: Collection[str]) -> list[Mention]:
    """The mentions without people counted by the nation that they left: "84 Eritreans, 12 Poles".

    So are the victims of one accident where they are of several nations. Who belongs to one of the
    `homes`, the keys of the article's place and nation, is at home.
    """
    people = [m for m in mentions if m.demonym and m.key not in homes and _are_counted(low, m)]
    if not people:
        return mentions
    words = load_words()
    found = set(_WORD.findall(low))
    harmed = len({m.key for m in people}) > 1 and not words.harming.isdisjoint(found)
    if not harmed and words.migration.isdisjoint(found):
        return mentions
    return [m for m in mentions if m not in people]


def _are_counted(low: str, mention: Mention) -> bool:
    """See "Poles", "Polish nurses" and "the 12 Chinese": a people, not what a country has."""
    if mention.role == "source" and is_counted(low, mention.start):
        return True
    return mention.role not in ("body", "venue", "dateline") and is_people(low, mention)
