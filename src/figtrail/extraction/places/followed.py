"""What the words behind a known name make of it: what a place has, its body, a firm, a person."""

from __future__ import annotations

from typing import Literal

from figtrail.extraction.places.gazetteer import Name
from figtrail.extraction.places.mentions import Passage, is_superlative
from figtrail.extraction.places.unknown import match_run
from figtrail.extraction.places.words import is_seat, load_words

# So many words may describe those who play for a nation.
_DESCRIBED = 3

After = Literal["owner", "body", "venue", "feature", "drop", ""]


def judge_after(passage: Passage, name: Name, end: int) -> After:
    """What a known name becomes by what follows it; "" where nothing there tells."""
    low = passage.low
    if low.startswith(("'s ", "' "), end):
        capital = is_seat(name.folded)
        mark = 2 if low.startswith("'s", end) else 1
        return _judge_possessed(passage, end + mark, capital=capital)
    if passage.is_capital(end + 1) and low[end] == " " and not passage.shouted:
        return _judge_capitals(passage, name, end + 1)
    words = load_words()
    word = passage.word_after(end)
    if word == "trading" and name.sort == "city":
        # "Early in Toronto trading": a market, not where a share's price is.
        return "drop"
    ranged = name.sort == "area" and not name.folded.endswith(" sea")
    if word in words.species and (ranged or name.folded in words.animals_of):
        # "Arctic terns", "Asian hornets": a kind of animal.
        return "drop"
    if not name.demonym:
        dropped = word in words.rank or word in words.firm or word in words.delegate
        return "drop" if dropped else ""
    if not word:
        return "owner" if name.folded.endswith("s") else "drop"
    if _describes_people(word) or word in words.origin or is_superlative(word):
        return "drop"
    if _describes_people(passage.word_after(end + 1 + len(word))):
        return "drop"
    if word in words.follow and not name.folded.endswith("s"):
        return "drop"
    return "owner"


def _describes_people(word: str) -> bool:
    """The noun is a person, a firm or a force: the adjective tells where it is from."""
    words = load_words()
    return word in words.person_noun or word in words.firm or word in words.forces


def _judge_possessed(passage: Passage, end: int, *, capital: bool) -> After:
    """Accept "Leeds's schools", but not "Germany's Angela Merkel" or "Britain's biggest bank"."""
    words = load_words()
    word = passage.word_after(end)
    if passage.is_capital(end + 1) and not passage.shouted:
        run = passage.low[end + 1 : end + 1 + len(match_run(passage.text, end + 1))].split(" ")
        own = word in words.body or word in words.venue or word in words.not_place
        own = own or run[-1] in words.venue or run[-1] in words.feature or run[-1] in words.street
        return "owner" if own else "drop"
    if word in words.of_person or word == "prime":
        return "body"
    if capital and not words.designs.isdisjoint((word, passage.word_after(end + 1 + len(word)))):
        # "Ottawa's stated aim": a government's.
        return "drop"
    if word in words.ordinal and passage.word_after(end + 1 + len(word)) in words.settlement:
        # "Sweden's second city".
        return "drop"
    superlative = is_superlative(word)
    if superlative and passage.word_after(end + 1 + len(word)) in words.asset:
        return "owner"
    dropped = superlative or word in words.rank or word in words.forces
    dropped = dropped or _plays(passage, end)
    return "drop" if dropped else "owner"


def _plays(passage: Passage, end: int) -> bool:
    """Whether a nation's are those who play for it: "Germany's record scorer"."""
    words = load_words()
    at = end
    for _ in range(_DESCRIBED):
        word = passage.word_after(at)
        if not word or word in words.follow:
            return False
        if word in words.athlete:
            return True
        at += 1 + len(word)
    return False


def _judge_capitals(passage: Passage, name: Name, start: int) -> After:
    """What a name becomes by the capitalised words that follow it."""
    words = load_words()
    run = match_run(passage.text, start)
    parts = passage.low[start : start + len(run)].replace("-", " ").split(" ")
    parts = [part.removesuffix("'s") for part in parts]
    first = parts[0]
    if not words.publication.isdisjoint(parts[:2]) and len(parts) > 1:
        return "drop"
    if name.demonym and parts[-1] in words.body_end and not words.rescue.isdisjoint(parts):
        return "body"
    if name.demonym:
        institution = first in words.not_place and first not in words.of_person
        return "owner" if institution else "drop"
    if len(parts) == 1 and (first in words.feature or first in words.administrative):
        # Ohio State is a university; Benue State is a state.
        return "drop" if first == "state" and name.country == "US" else "feature"
    if parts[:3] == ["nhs", "foundation", "trust"]:
        return "body"
    if name.sort == "region" and len(parts) > 1 and parts[-1] in ("agency", "commission", "bureau"):
        return "body"
    if any(part in words.firm_end and part not in words.body for part in parts):
        return "drop"
    ends_as_body = parts[-1] in words.body_end
    if parts[-1] in words.street:
        return "drop"
    if any(part in words.venue for part in parts):
        return "body" if first in words.body and ends_as_body else "venue"
    if ends_as_body or any(part in words.body_end for part in parts):
        return "body"
    if all(part in words.body for part in parts) or first in words.of_person:
        return "body"
    return "" if first in words.not_place or first in words.direction else "drop"
