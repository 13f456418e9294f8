"""The words by which places are known, read once from `lexicon/places_words.txt`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from figtrail.extraction.lexicon import read_words

_LONGEST_NUMBER = len("seventeen ") + 1


class Words:
    """The word classes of places_words.txt: one field a section."""

    locative: frozenset[str]
    locative_unknown: frozenset[str]
    away: frozenset[str]
    comparing: frozenset[str]
    of_person: frozenset[str]
    of_people: frozenset[str]
    determiner: frozenset[str]
    of_unknown: frozenset[str]
    body: frozenset[str]
    body_end: frozenset[str]
    venue: frozenset[str]
    area: frozenset[str]
    area_local: frozenset[str]
    direction: frozenset[str]
    national: frozenset[str]
    team: frozenset[str]
    sport: frozenset[str]
    athlete: frozenset[str]
    person_noun: frozenset[str]
    asset: frozenset[str]
    speech: frozenset[str]
    not_place: frozenset[str]
    forename: frozenset[str]
    ambiguous: frozenset[str]
    elsewhere: frozenset[str]
    not_superlative: frozenset[str]
    follow: frozenset[str]
    origin: frozenset[str]
    ranking: frozenset[str]
    rank: frozenset[str]
    record: frozenset[str]
    street: frozenset[str]
    site: frozenset[str]
    ordinal: frozenset[str]
    gathering: frozenset[str]
    official: frozenset[str]
    quarter: frozenset[str]
    auxiliary: frozenset[str]
    forces: frozenset[str]
    based: frozenset[str]
    firm: frozenset[str]
    month: frozenset[str]
    spelled: frozenset[str]
    gate: frozenset[str]
    feature: frozenset[str]
    statecraft: frozenset[str]
    university: frozenset[str]
    thing_head: frozenset[str]
    warned: frozenset[str]
    measuring: frozenset[str]
    water: frozenset[str]
    organised: frozenset[str]
    conflict: frozenset[str]
    temporal: frozenset[str]
    bound: frozenset[str]
    leader: frozenset[str]
    moved: frozenset[str]
    species: frozenset[str]
    animals_of: frozenset[str]
    storming: frozenset[str]
    designs: frozenset[str]
    service: frozenset[str]
    destined: frozenset[str]
    network: frozenset[str]
    works: frozenset[str]
    people_noun: frozenset[str]
    national_noun: frozenset[str]
    natural: frozenset[str]
    named_feature: frozenset[str]
    settlement: frozenset[str]
    arriving: frozenset[str]
    travel: frozenset[str]
    prison: frozenset[str]
    waters: frozenset[str]
    risen: frozenset[str]
    area_weak: frozenset[str]
    measured: frozenset[str]
    measure: frozenset[str]
    priced: frozenset[str]
    attack: frozenset[str]
    goods: frozenset[str]
    employed: frozenset[str]
    company: frozenset[str]
    firm_end: frozenset[str]
    rooted: frozenset[str]
    price_move: frozenset[str]
    qualifier: frozenset[str]
    place_head: frozenset[str]
    trade: frozenset[str]
    expert: frozenset[str]
    judging: frozenset[str]
    dwelling: frozenset[str]
    running: frozenset[str]
    presiding: frozenset[str]
    keeping: frozenset[str]
    leading: frozenset[str]
    run: frozenset[str]
    lay: frozenset[str]
    giving: frozenset[str]
    capital: frozenset[str]
    living: frozenset[str]
    striking: frozenset[str]
    hazard: frozenset[str]
    publication: frozenset[str]
    peopled: frozenset[str]
    connecting: frozenset[str]
    labelled: frozenset[str]
    donating: frozenset[str]
    manner: frozenset[str]
    registrable: frozenset[str]
    outsider: frozenset[str]
    migration: frozenset[str]
    harming: frozenset[str]
    diplomacy: frozenset[str]
    standing: frozenset[str]
    governing: frozenset[str]
    befallen: frozenset[str]
    counting: frozenset[str]
    uttering: frozenset[str]
    initials: frozenset[str]
    administrative: frozenset[str]
    addressed: frozenset[str]
    counted_of: frozenset[str]
    title: frozenset[str]
    delegate: frozenset[str]
    economy: frozenset[str]
    befalling: frozenset[str]
    rescue: frozenset[str]
    time: frozenset[str]

    def __init__(self, sections: Mapping[str, frozenset[str]]) -> None:
        for field in self.__annotations__:
            setattr(self, field, sections[field])


@lru_cache(maxsize=1)
def load_words() -> Words:
    """The word classes; a section that the file lacks is a KeyError by its name."""
    return Words(read_words("places_words.txt"))


def is_seat(folded: str) -> bool:
    """A folded name is a capital's, which may stand for its government."""
    return folded.replace(" ", "-") in load_words().capital


def is_number(word: str) -> bool:
    """A folded word counts: it begins with a digit ("40", "9%") or is spelled out."""
    return word[:1].isdigit() or word in load_words().spelled


def is_counted(low: str, start: int) -> bool:
    """A number stands right before an offset of folded text: "12 Poles", "two German plants"."""
    before = low[max(0, start - _LONGEST_NUMBER) : start]
    return before[-1:] == " " and (
        before[-2:-1].isdigit() or before[:-1].rpartition(" ")[2] in load_words().spelled
    )
