"""Units that a noun gives a bare number: a temperature, an index, a share, a murder rate."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from figtrail.extraction.changes import CHANGE_NOUNS
from figtrail.extraction.lexicon import read_pairs, read_rows, read_sections
from figtrail.extraction.measured import Measured
from figtrail.extraction.nouns import PARTIES, is_people, is_plural, singular, unit_of_noun
from figtrail.extraction.numbers import match_unit
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens
from figtrail.model import Kind

_BARE = {row["noun"]: (row["unit"], cast(Kind, row["kind"])) for row in read_rows("bare_units.csv")}
_NOUNS = read_sections("nouns.txt")
_INDICES = frozenset(_NOUNS["indices"])
_ANIMALS = frozenset(_NOUNS["animals"])
_PERSON_TOTALS = frozenset(_NOUNS["person_totals"])
_AMOUNTS = frozenset(_NOUNS["amounts"])
_CRIMES = frozenset(_NOUNS["crimes"])
_OWN_NOUN = frozenset(("counted", "margin", "composing", "following", "complement", "change"))
_BEFALLING = frozenset(read_sections("measured_words.txt")["person_verbs"])
_COMPLEMENTS = frozenset("of for on in from to at by with".split())
_RATE_NOUNS = read_pairs("nouns.txt", "rate_nouns")
_TIMES = frozenset(read_pairs("rates.txt", "time").values())


def noun_unit(tokens: Tokens, measured: Measured | None, at: int) -> str | None:
    """The unit that the head noun of a measured phrase gives to a bare number, if it is counted.

    A phrase that is not the number's own noun ("the council", "demand") gives one only where it
    is a plural or a total of persons. `at` is the token where the number's comparator starts.
    """
    if measured is None:
        return None
    if measured.head is None:
        alone = measured.stop == measured.start + 1
        if measured.rule == "label" and tokens.lowers[measured.start] in _BEFALLING:
            # "Injured: 230".
            return "person"
        return "offence" if alone and tokens.lowers[measured.start] in _MASS_CRIMES else None
    if measured.rule == "clause" and tokens.lowers[measured.head] == "toll":
        # "The road toll is sitting at 156".
        return "person"
    if measured.rule == "clause" or _is_agent(tokens, measured, at):
        # "Auditors like to see five": the subject of what is done is not what is counted.
        return None
    if "those" in tokens.lowers[max(0, measured.start - 2) : measured.start] and (
        measured.rule == "subject" and tokens.lowers[measured.start - 1] == "who"
    ):
        # "Those who scored above 300 marks were 812".
        return "person"
    if tokens.words[measured.head] in PARTIES:
        # "The Greens are at seven".
        return None
    lower = tokens.lowers[measured.head]
    if lower in ("population", "populations") and measured.head:
        animal = singular(tokens.lowers[measured.head - 1])
        if animal in _ANIMALS:
            return animal
    if lower in ("number", "numbers") and is_people(_after_of(tokens, measured)):
        # "The number of unemployed increased by 27,000".
        return "person"
    if lower == "terms":
        return None
    if lower == "numbers":
        # "Asylum numbers" are of what stands before; "their numbers" of what was spoken of.
        own = measured.head > measured.start
        return unit_of_noun(tokens.lowers[measured.head - 1]) if own else None
    if (
        _is_numbered(tokens, measured)
        or _is_queue(tokens, measured)
        or _grows(tokens, measured, at)
    ):
        return "person"
    if lower in _MASS_CRIMES:
        return "offence"
    if lower in ("size", "sizes") and tokens.lowers[measured.head - 1] in ("class", "family"):
        return "person"
    if lower in _CRIMES:
        return unit_of_noun(lower)
    if measured.rule in _OWN_NOUN or is_plural(lower) or lower in _PERSON_TOTALS:
        return unit_of_noun(lower)
    level = _BARE.get(lower)
    if level is not None and level[1] == "count":
        return level[0]
    return "person" if is_people(lower) else None


def _after_of(tokens: Tokens, measured: Measured) -> str:
    """The word behind "the number of (the)", which may be an adjective."""
    at = (measured.head or 0) + 1
    if tokens.lowers[at : at + 1] != ["of"] or measured.rule in ("counted", "composing"):
        return ""
    at += 1 + (tokens.lowers[at + 1 : at + 2] == ["the"])
    word = tokens.lowers[at] if at < len(tokens.words) else ""
    return word if tokens.tags[at : at + 1] in (["J"], ["E"]) else ""


def _is_agent(tokens: Tokens, measured: Measured, at: int) -> bool:
    """Whether a subject does something to what is counted, or tells of it.

    "Hospitals added 8,400", "economists had looked for a gain of 185,000".
    """
    if measured.rule != "subject" or measured.head is None or at < 2:
        return False
    lowers = tokens.lowers
    if lowers[at - 1] == "of" and lowers[at - 2] in CHANGE_NOUNS:
        return is_people(lowers[measured.head])
    while at > measured.stop and tokens.tags[at - 1] in "BD":
        at -= 1
    return lowers[at - 1] in _ACTING


_ACTING = frozenset(_NOUNS["acting"])


def _is_numbered(tokens: Tokens, measured: Measured) -> bool:
    """Whether a group of persons is told by its number: "seminars of 35", "a crew of 14"."""
    head, stop = measured.head, measured.stop
    if head is None or singular(tokens.lowers[head]) not in _GROUPS:
        return False
    return measured.rule == "preceding" and tokens.lowers[stop : stop + 1] == ["of"]


def _is_queue(tokens: Tokens, measured: Measured) -> bool:
    """Whether persons are meant: a waiting list or the gates of a club, which none counts."""
    head = measured.head
    if head is None or measured.rule in ("counted", "composing"):
        return False
    lower = tokens.lowers[head]
    if lower in ("list", "lists"):
        return head > 0 and tokens.lowers[head - 1] in _WAITING
    return lower in _GATES and measured.rule in ("subject", "verbless")


def _grows(tokens: Tokens, measured: Measured, at: int) -> bool:
    """Whether a group is told by its size: "classes will grow to 26", "the crew fell to 9"."""
    head = measured.head
    if head is None or measured.rule != "subject" or at < 2 or tokens.lowers[at - 1] != "to":
        return False
    group = singular(tokens.lowers[head]) in _GROUPS - {"household", "family", "party"}
    return group and tokens.lowers[at - 2] in _GROWING


_GROWING = frozenset(
    "grow grows grew grown growing shrink shrinks shrank shrunk shrinking swell swells swelled "
    "swollen rise rises rose risen fall falls fell fallen expand expands expanded".split()
)
_WAITING = frozenset(("waiting", "wait", "patient", "patients", "treatment", "surgery", "housing"))
_GATES = frozenset(("gate", "gates", "waitlist", "queue", "queues", "crowds", "attendances"))
# Crimes whose noun isn't counted: so many offences.
_MASS_CRIMES = frozenset(_NOUNS["mass_crimes"])
_GROUPS = frozenset(read_sections("people.txt")["groups"])


def find_bare_unit(tokens: Tokens, reading: Reading, measured: Measured) -> tuple[str, Kind] | None:
    """The unit that a noun such as "temperature", "average age" or an index gives by itself."""
    if measured.rule in ("counted", "composing"):
        return None
    sized = _find_size(tokens, measured)
    if sized is not None:
        return sized
    if measured.head is not None:
        inside = measured.start <= measured.head < measured.stop
        owner = tokens.lowers[measured.head + 1 : measured.head + 2] in (["'"], ["’"])
        # "Girls' pass percentage": the last word is what has a unit.
        head = measured.head if inside and not owner else measured.stop - 1
        found = _BARE.get(tokens.lowers[head]) or _BARE.get(singular(tokens.lowers[head]))
        if found is not None and _fits(found, reading.number.value):
            return found
        if _is_share(tokens, measured) and reading.number.value <= 100:
            return "percent", "percentage"
    words = tokens.lowers[measured.start : measured.stop]
    first = _BARE.get(words[0]) if measured.rule == "clause" and measured.head is None else None
    if first is not None and first[1] == "score":
        return first
    if not _INDICES.isdisjoint(words):
        return "point", "score"
    return None


def _find_size(tokens: Tokens, measured: Measured) -> tuple[str, Kind] | None:
    """The unit that stands before a number as its subject: "Acres burned: 4,100"."""
    head = measured.head
    if head is None or measured.rule not in _TOLD_BY or not is_plural(tokens.lowers[head]):
        return None
    for at in (head - 1, head):
        form = match_unit(tokens, at) if at >= measured.start else None
        whole = form is not None and at + len(form.tokens) == head + 1
        if form is not None and whole and form.kind in ("measurement", "duration"):
            return form.unit, cast(Kind, form.kind)
    return None


_TOLD_BY = frozenset(("subject", "verbless", "label"))


def _is_share(tokens: Tokens, measured: Measured) -> bool:
    """Whether a phrase is of a share of its head: "the pass percentage of girls"."""
    words = tokens.lowers[measured.start : measured.head]
    return any(
        words[at : at + 2] == [share, "of"] for at, share in enumerate(words) if share in _SHARES
    )


_SHARES = frozenset(("percentage", "proportion", "share"))


def name_degrees(nation: str | None) -> str:
    """The unit of a bare temperature, by the article's nation."""
    return "fahrenheit" if nation in ("United States", "US", "USA") else "celsius"


def read_degrees(tokens: Tokens, reading: Reading, nation: str | None) -> str:
    """The unit of degrees: of an angle, or of a temperature by its nation or its height."""
    if not _ANGLES.isdisjoint(tokens.lowers):
        return "degree"
    if tokens.lowers[reading.number.first - 1] == "(":
        before = tokens.lowers[reading.number.first - 2]
        if before in _CONVERTED:
            # "35 degrees Celsius (95 degrees)".
            return _CONVERTED[before]
    weather = not _WEATHER.isdisjoint(tokens.lowers) and _HEATED.isdisjoint(tokens.lowers)
    if weather and reading.number.value >= _FEVERISH:
        # "A fever of 102 degrees": no celsius.
        return "fahrenheit"
    return name_degrees(nation)


_CONVERTED = {"celsius": "fahrenheit", "c": "fahrenheit", "fahrenheit": "celsius", "f": "celsius"}
_ANGLES = frozenset(_NOUNS["angles"])
_WEATHER = frozenset(_NOUNS["weather"])
_HEATED = frozenset(_NOUNS["heated"])
# No weather and no fever reaches so many degrees Celsius.
_FEVERISH = 60


def _fits(bare: tuple[str, Kind], value: Decimal) -> bool:
    """Whether a value is possible in a bare unit: a quake's 6.4, a share's 34."""
    if bare[0] == "magnitude":
        return value < 10
    return bare[0] != "percent" or value <= 100


def find_rated_noun(tokens: Tokens, measured: Measured) -> str | None:
    """What a rate is of, by the noun before it: "the murder rate was 5.5 per 100,000"."""
    head = measured.head
    if head is None or head == measured.start or tokens.lowers[head] not in ("rate", "rates"):
        return None
    before = tokens.lowers[head - 1]
    return _RATE_NOUNS.get(before) or (
        unit_of_noun(before) if tokens.tags[head - 1] == "N" else None
    )


def find_fronted_noun(reading: Reading, measured: Measured) -> str | None:
    """What a bare rate counts where only its denominator has a noun: the same things.

    "For every job created, three have gone" are jobs; a denominator of time names no things.
    """
    rate = reading.rate
    if rate is None or rate.quantity is not None or rate.start > reading.number.first:
        return None
    named = measured.rule == "predicate" and rate.per not in _TIMES
    return unit_of_noun(rate.per) if named else None


def is_amount(unit: str, measured: str | None) -> bool:
    """Whether a share is one of money: of what has a price, a cost or a value for its noun."""
    if unit.replace("_", "-") in _AMOUNTS or f"{unit}s" in _AMOUNTS:
        return True
    if unit != "item" or measured is None:
        return False
    words = measured.lower().split()
    head = next((at for at, word in enumerate(words) if at and word in _COMPLEMENTS), len(words))
    return words[head - 1] in _AMOUNTS or words[head - 1] in ("shares", "stock")
