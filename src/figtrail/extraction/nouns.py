"""What a noun tells by its form: plural or not, persons or things, and its unit."""

from __future__ import annotations

from functools import lru_cache

from figtrail.extraction.lexicon import read_pairs, read_rows, read_sections

_NOUNS = read_sections("nouns.txt")
_PEOPLE_SECTIONS = read_sections("people.txt")
_IRREGULAR = read_pairs("nouns.txt", "irregular_plural")
_NOT_PLURAL = frozenset(_NOUNS["not_plural"])
_INVARIANT = frozenset(_NOUNS["invariant_plural"])
_ABSTRACT = frozenset(_NOUNS["abstract"])
_PEOPLE = frozenset(_PEOPLE_SECTIONS["people"]) | frozenset(_PEOPLE_SECTIONS["collective"])
# Several of them are counted as bodies: "two strike teams".
_BODIES = frozenset(_PEOPLE_SECTIONS["collective"]) - _INVARIANT
_PEOPLE_FORMS = frozenset(_PEOPLE_SECTIONS["irregular"])
_NOT_PEOPLE = frozenset(_PEOPLE_SECTIONS["not_people"])
# In the plural mostly vehicles and firms: "16 coaches", "three carriers".
_THINGS = frozenset(_PEOPLE_SECTIONS["things"])
_OWN_UNITS = frozenset(_PEOPLE_SECTIONS["own_units"])
_PERSON_TOTALS = frozenset(_NOUNS["person_totals"])
# What is lost and gained as such: "1,400 job cuts" are so many jobs.
LOSABLE = frozenset(_NOUNS["losable"])
# Parties as they are spelled: a number behind which one stands counts what it has.
PARTIES = frozenset(read_sections("polls.txt")["parties"])
NUMBERING = frozenset(_NOUNS["numbering"])
_DEMONYMS = frozenset(
    demonym.strip().lower()
    for (demonyms,) in read_rows("places_countries.csv", "demonyms")
    for demonym in demonyms.replace(";", "|").split("|")
    if demonym.strip().lower().endswith(("an", "i", "er"))
)
# Persons whose plural ends as "basis" does: "Iraqis", "rabbis".
_PEOPLE_IN_I = frozenset(one for one in _DEMONYMS | _PEOPLE if one.endswith("i"))
# Demonyms that are the same in the plural: "4,000 Japanese".
_UNCHANGED = frozenset(
    word
    for (demonyms,) in read_rows("places_countries.csv", "demonyms")
    for demonym in demonyms.replace(";", "|").split("|")
    for word in demonym.strip().lower().split()[-1:]
    if word.endswith(("ese", "swiss"))
)


def is_plural(lower: str) -> bool:
    """Whether a lower-case noun is a plural by its form."""
    if lower in _IRREGULAR or lower in _INVARIANT:
        return True
    return (
        len(lower) > 2
        and lower.endswith("s")
        and not lower.endswith(("ss", "us", "’s", "'s"))
        and (not lower.endswith("is") or lower[:-1] in _PEOPLE_IN_I)
        and lower not in _NOT_PLURAL
    )


@lru_cache(maxsize=16384)
def singular(lower: str) -> str:
    """The singular of a lower-case English noun."""
    known = _IRREGULAR.get(lower)
    if known is not None:
        return known
    if not is_plural(lower) or lower in _INVARIANT:
        return lower
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("ches", "shes", "sses", "xes", "zzes", "tzes")):
        return lower[:-2]
    return lower[:-1]


@lru_cache(maxsize=16384)
def is_people(lower: str) -> bool:
    """Whether a lower-case noun, singular or plural, names persons."""
    if lower in _PEOPLE_FORMS:
        return True
    last = lower.rsplit("-", 1)[-1]
    if "-of-" in lower or last == "law":
        last = lower.split("-", 1)[0]  # "a mother-of-two", "his father-in-law"
    one = singular(last)
    if one in _BODIES and one != last:
        return False
    if (
        one in _PEOPLE
        or lower in _PEOPLE
        or lower in _UNCHANGED
        or (one in _DEMONYMS and one != lower)
    ):
        return True
    if one in _NOT_PEOPLE or one in _ABSTRACT:
        return False
    if one.endswith(("ist", "ician", "woman", "man", "child", "goer", "holder", "seeker", "taker")):
        return one not in (
            "list",
            "mist",
            "fist",
            "waist",
            "wrist",
            "twist",
            "checklist",
            "shortlist",
        )
    if lower.endswith(("men", "children")) and len(lower) > len("omen"):
        return True
    if one.endswith(("worker", "maker", "keeper", "owner", "player", "fighter")):
        return True
    return (
        last != one
        and one.endswith(("er", "ee", "ian"))
        and len(one) > 5
        and one not in _NOT_PEOPLE
        and not one.endswith(("ttee", "gree", "meter", "metre", "fee", "coffee"))
    )


def is_demonym(word: str) -> bool:
    """Whether a capitalised word ends as what people are called by where they live does."""
    return word[0].isupper() and word.lower().endswith(
        ("ian", "ean", "ese", "oner", "rker", "ander")
    )


def unit_of_noun(lower: str) -> str:
    """The unit code of things counted by a noun: `person`, `item` or the singular noun itself."""
    one = singular(lower)
    if lower in _THINGS or one in _OWN_UNITS:
        return one
    if lower in _PERSON_TOTALS or is_people(lower):
        return "person"
    # A letter begins the name of a model: "12 M1A2 tanks".
    if one in _ABSTRACT or one in NUMBERING or len(one) == 1:
        return "item"
    return one.replace("’", "'").replace(" ", "_")
