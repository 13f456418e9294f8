"""The unit that the head noun of a measured phrase gives to a number: "burglary fell by 411"."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_NOUNS, CHANGE_VERBS
from figtrail.extraction.elision.settling import settle_head
from figtrail.extraction.lexicon import read_phrases, read_rows, read_sections
from figtrail.extraction.measured import LEVEL_NOUNS, Measured
from figtrail.extraction.nouns import (
    LOSABLE,
    PARTIES,
    is_people,
    is_plural,
    singular,
    unit_of_noun,
)
from figtrail.extraction.phrases import read_noun_phrase
from figtrail.extraction.tokens import Tokens

_NOUNS = read_sections("nouns.txt")
ANIMALS = frozenset(_NOUNS["animals"])
_PERSON_TOTALS = frozenset(_NOUNS["person_totals"])
_CRIMES = frozenset(_NOUNS["crimes"])
_OWN_NOUN = frozenset(("counted", "margin", "composing", "following", "complement", "change"))
_BEFALLING = frozenset(read_sections("measured_words.txt")["person_verbs"])
# Nouns whose level is a count: "payroll", "employment".
_COUNTED = {
    noun: unit
    for noun, unit, kind in read_rows("bare_units.csv", "noun", "unit", "kind")
    if kind == "count"
}
# Nouns for how many there are of what stands before them: "asylum numbers", "passenger figure".
_FIGURES = frozenset(("numbers", "figure", "figures", "count", "counts", "tally"))
# A tally of one of these is of things that it doesn’t name.
_SPANS = frozenset("season career year month week day first-half half-time".split())
# What says of no thing how many there are.
_EMPTY = frozenset(("terms", "net", "overall"))


def noun_unit(tokens: Tokens, measured: Measured | None, at: int) -> str | None:
    """The unit that the head noun of a measured phrase gives to a bare number, if it is counted.

    A phrase that is not the number's own noun ("the council", "demand") gives one only where it
    is a plural or a total of persons. `at` is the token where the number's comparator starts.
    """
    if measured is None:
        return None
    measured = settle_head(tokens, measured)
    if measured.head is None:
        return _by_word(tokens, measured)
    if measured.rule == "clause" and tokens.lowers[measured.head] in _TOLLS:
        # "The road toll is sitting at 156", "unemployment is moving towards three million".
        return "person"
    if measured.rule == "clause" and tokens.lowers[measured.head] in _FIGURES:
        # "The year's case count now stands at 20,878".
        return _find_counted(tokens, measured)
    if measured.rule == "clause" or _is_agent(tokens, measured, at):
        # "Auditors like to see five": the subject of what is done is not what is counted.
        return _find_moved(tokens, measured) if measured.rule == "clause" else None
    if _are_persons(tokens, measured, at):
        return "person"
    lower = tokens.lowers[measured.head]
    before = tokens.lowers[measured.head - 1] if measured.head > measured.start else ""
    if lower in ("population", "populations") and singular(before) in ANIMALS:
        return singular(before)
    if _names_nothing(tokens, measured):
        return None
    listed = find_listed(tokens, measured.head)
    if listed is not None:
        return listed
    if lower in _FIGURES:
        # "Asylum numbers" are of what stands before; "their numbers" of what was spoken of.
        return _find_counted(tokens, measured)
    lost = find_lost(tokens, measured.head)
    if lost is not None:
        return lost
    if lower == "sales":
        return _find_sold(tokens, measured)
    if lower in _MASS_CRIMES:
        return "offence"
    if lower in _CRIMES:
        return unit_of_noun(lower)
    if singular(lower) in LEVEL_NOUNS and measured.rule == "preceding":
        # "Beat expectations of 190,000".
        return None
    if measured.rule in _OWN_NOUN or is_plural(lower) or lower in _PERSON_TOTALS:
        return unit_of_noun(lower)
    return _COUNTED.get(lower) or ("person" if is_people(lower) else None)


def _find_counted(tokens: Tokens, measured: Measured) -> str | None:
    """The unit of what stands before a word of number: "asylum numbers", "the case count"."""
    at = (measured.head or 0) - 1
    if at < measured.start or tokens.tags[at] != "N" or tokens.lowers[at] in _SPANS:
        return None
    return unit_of_noun(tokens.lowers[at])


def _find_moved(tokens: Tokens, measured: Measured) -> str | None:
    """The unit of what a clause wants or sees moved: "wants class sizes brought down (to 24)"."""
    at = measured.stop - 1
    at -= at > measured.start and tokens.lowers[at] in ("down", "up", "back")
    moved = at > measured.start and tokens.tags[at] == "E" and tokens.tags[at - 1] == "N"
    told = moved and any(tag in "AVv" for tag in tokens.tags[measured.start : at - 1])
    noun = tokens.words[at - 1] if told else ""
    return unit_of_noun(noun) if is_plural(noun) and noun not in _FIGURES else None


def _find_sold(tokens: Tokens, measured: Measured) -> str:
    """The unit of what sales are of: "car sales, at 11,480", "sales of tickets reached 300"."""
    head = measured.head or 0
    before = tokens.lowers[head - 1] if head else ""
    if head and tokens.tags[head - 1] == "N" and tokens.words[head - 1].islower():
        unit = unit_of_noun(before if is_plural(before) else f"{before}s")
        return unit if unit != "item" else "sale"
    start = head + 2
    if tokens.lowers[head + 1 : start] == ["of"] and start < len(tokens.words):
        sold = read_noun_phrase(tokens, start, counted=True)
        if sold is not None and is_plural(tokens.lowers[sold.head]):
            return unit_of_noun(tokens.lowers[sold.head])
    return "sale"


def find_lost(tokens: Tokens, head: int) -> str | None:
    """The unit of what is gained or lost: "job gains", "payroll growth", "the loss of 90 posts"."""
    lower, before = tokens.lowers[head], tokens.lowers[head - 1] if head else ""
    if lower not in CHANGE_NOUNS and lower not in ("loss", "losses"):
        return None
    if before in LOSABLE or before in _COUNTED:
        return _COUNTED.get(before) or unit_of_noun(before)
    ahead = tokens.lowers[head + 1 : head + 3]
    lost = len(ahead) > 1 and ahead[0] == "of" and ahead[1] in _LOST
    return unit_of_noun(ahead[1]) if lost else None


_LOST = frozenset(("jobs", "posts", "beds", "seats", "homes", "lives"))


def find_listed(tokens: Tokens, head: int) -> str | None:
    """The unit of what is counted behind "numbers for": "the figure for car thefts was 112".

    Whose number it is names no unit: "the figure for nurses".
    """
    if tokens.lowers[head] not in _COUNTS or tokens.lowers[head + 1 : head + 2] != ["for"]:
        return None
    start = head + 2
    while start < len(tokens.words) and tokens.tags[start] == "D":
        start += 1
    phrase = read_noun_phrase(tokens, start, counted=True) if start < len(tokens.words) else None
    if phrase is None or not is_plural(tokens.lowers[phrase.head]):
        return None
    unit = unit_of_noun(tokens.lowers[phrase.head])
    held = unit == "person" or tokens.lowers[phrase.head] in _HOLDERS
    return None if held or tokens.tags[start] == "M" else unit


_COUNTS = frozenset(_NOUNS["counts"])
_HOLDERS = frozenset(_NOUNS["holders"])


def _names_nothing(tokens: Tokens, measured: Measured) -> bool:
    """Whether a head tells of no thing counted: a party, a place in a list, "in adjusted terms"."""
    head = measured.head or 0
    if tokens.lowers[head] in _EMPTY or tokens.words[head] in PARTIES:
        return True
    named = measured.rule in ("named", "bracketed") and tokens.words[head][0].isupper()
    # "Complaints: Leeds 412"; what opens its sentence has its capital there.
    return named and head > 0 and not is_people(tokens.lowers[head])


def _by_word(tokens: Tokens, measured: Measured) -> str | None:
    """The unit of a phrase without a head: "Injured: 230", "shoplifting fell by 40"."""
    word = tokens.lowers[measured.start]
    if measured.rule == "label" and word in _BEFALLING:
        return "person"
    alone = measured.stop == measured.start + 1
    return "offence" if alone and word in _MASS_CRIMES else None


_TOLLS = frozenset(("toll", "unemployment", "joblessness", "homelessness"))


def _are_persons(tokens: Tokens, measured: Measured, at: int) -> bool:
    """Whether a phrase tells persons without a noun for them, or by the group that they are in."""
    head = measured.head or 0
    lower, before = tokens.lowers[head], tokens.lowers[max(0, head - 1)]
    pointed = tokens.lowers[max(0, measured.start - 2) : measured.start] == ["those", "who"]
    opening = tokens.lowers[measured.start] == "those" and (
        tokens.tags[measured.start + 1] in "GE"
        or not _IN_STATE.isdisjoint(tokens.lowers[measured.start + 2 : measured.start + 5])
    )
    if measured.rule == "subject" and (pointed or opening):
        # "Those who got over 60 marks were 41", "those waiting nine weeks fell by 14,000".
        return True
    if _tells_state(tokens, measured):
        return True
    if lower in ("number", "numbers") and is_people(_after_of(tokens, measured)):
        # "The number of jobless fell by 14,000".
        return True
    if lower in ("size", "sizes") and before in ("class", "family"):
        return True
    return (
        _is_numbered(tokens, measured)
        or _is_queue(tokens, measured)
        or _grows(tokens, measured, at)
    )


def _tells_state(tokens: Tokens, measured: Measured) -> bool:
    """Whether a number is of persons by their state: "the number out of work", "still missing"."""
    words = tokens.lowers[measured.start : measured.stop]
    at = next((index for index, word in enumerate(words) if word in _NUMBER), None)
    if at is None or measured.rule in ("counted", "composing"):
        return False
    at += 1
    while at < len(words) and words[at] in _BETWEEN:
        at += 1
    return at < len(words) and (
        words[at] in _STATES or " ".join(words[at : at + 2]) in _STATES_OF_TWO
    )


# "Those in housing stress", "those without work".
_IN_STATE = frozenset(read_sections("people.txt")["states"])
_NUMBER = frozenset(("number", "numbers"))
_BETWEEN = frozenset(_NOUNS["before_state"])
_STATES = frozenset(read_sections("people.txt")["numbered_by"])
_STATES_OF_TWO = frozenset(read_phrases("people.txt", "numbered_by_two"))


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
    """Whether persons are meant: a waiting list, the gates of a club, the sample of a poll."""
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
    return group and tokens.lowers[at - 2] in CHANGE_VERBS


_WAITING = frozenset(("waiting", "wait", "patient", "patients", "treatment", "surgery", "housing"))
_GATES = frozenset(
    ("gate", "gates", "waitlist", "queue", "queues", "crowds", "attendances", "sample", "subsample")
)
# Crimes whose noun isn't counted: so many offences.
_MASS_CRIMES = frozenset(_NOUNS["mass_crimes"])
_GROUPS = frozenset(read_sections("people.txt")["groups"])
