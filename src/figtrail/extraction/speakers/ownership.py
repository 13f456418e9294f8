"""Whose a report is that states something, and whether a name is a body's: read off the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.names import NAMED_AS

if TYPE_CHECKING:
    from figtrail.extraction.speakers.frames import Frame

SAME_CLAUSE: Final = 8
"""Characters between "said" and the pronoun of who said so."""
_LONGEST_PRONOUN: Final = 4

# A report of somebody's own has so few words: "its own latest analysis".
_SHORT: Final = 4
# Roles that name no body, however they are written.
BEARERS: Final = (
    vocab.ROLES - vocab.ORGANISATION_WORDS - vocab.BODIES - vocab.COMPANIES - vocab.NAMED_BODIES
)


def is_own(lowers: list[str]) -> bool:
    """Whether a subject is a pronoun or somebody's own report: "it", "its analysis"."""
    owned = lowers[0] in vocab.POSSESSIVES and lowers[-1] in vocab.SOURCES
    return lowers[0] in vocab.PRONOUNS if len(lowers) == 1 else owned and len(lowers) <= _SHORT


def states_own(lowers: list[str]) -> bool:
    """Whether what states it is the speaker's own: "our modelling suggests", "my guess is"."""
    head = next((at for at, word in enumerate(lowers) if word in vocab.PREPOSITIONS), len(lowers))
    if head <= 0:
        return False
    noun = lowers[head - 1]
    return noun in vocab.SOURCES or noun in vocab.OWN_VIEWS or noun in vocab.DEVICES


def describes(word: str) -> bool:
    """Whether the word before a run of capitals is no role that a person has."""
    known = vocab.ROLES | vocab.MALE | vocab.FEMALE | NAMED_AS | {"late"}
    return word.islower() and word not in known and not word.endswith("-old")


def joins_body(words: list[str], begin: int) -> bool:
    """Whether "and" before a run of capitals is a body's: "the Monitoring and Alert Network"."""
    if begin < 2 or words[begin - 1] not in ("and", "&"):
        return False
    lowers = [word.lower() for word in words[: begin - 1]]
    if not vocab.LISTING_BODIES.isdisjoint(lowers) and ("of" in lowers or "for" in lowers):
        return True
    if lowers[0] not in vocab.DETERMINERS or len(lowers) < 2:
        return False
    named = all(word[0].isupper() for word in words[1 : begin - 1])
    return named and BEARERS.isdisjoint(lowers)


def find_outer(text: str, frame: Frame, frames: list[Frame]) -> Frame:
    """The clause around one whose subject is its speaker's pronoun: "X said it expects"."""
    if frame.subject is None or not is_own(text[slice(*frame.subject)].lower().split()):
        return frame
    owned = frame.subject[1] - frame.subject[0] > _LONGEST_PRONOUN
    for outer in frames:
        around = outer.forward and outer.after[0] <= frame.start < outer.after[1]
        around = around or (owned and outer.start < frame.start and outer.end == frame.end)
        if not around or outer.subject is None or outer.person:
            continue
        if owned:
            return outer
        named = text[outer.subject[0]].isupper() and not text.startswith("The ", outer.subject[0])
        if named and frame.start - outer.end < SAME_CLAUSE:
            return outer
    return frame
