"""When those were asked whose answers a sentence gives."""

from __future__ import annotations

from figtrail.extraction.dating.asides import GATHERING
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens

_SURVEYS = frozenset(read_sections("dating_words.txt")["surveys"])
_ANSWERING = frozenset(read_sections("dating_words.txt")["answering a poll"])
# "Just 29% said".
_LED = 2
_ASKING = frozenset(("surveyed", "polled", "interviewed", "questioned", "asked"))


def find_survey(tokens: Tokens, marks: list[Mark]) -> Mark | None:
    """The mark that says when people were asked: "a poll, carried out in May", "surveyed 900"."""
    lowers = tokens.lowers
    if _SURVEYS.isdisjoint(tokens.vocabulary):
        return None
    for mark in marks:
        if mark.use == "dates" and mark.mention.role == "during":
            near = lowers[max(0, mark.first - 6) : mark.first]
            if not (GATHERING - {"held"}).isdisjoint(near) or not _ASKING.isdisjoint(near):
                return mark
    return None


def is_method(tokens: Tokens, mark: Mark) -> bool:
    """Whether a sentence only tells how a survey was made: "it was carried out in May"."""
    for at in range(mark.first - 1, max(0, mark.first - 14), -1):
        if tokens.tags[at] in "VE" and tokens.lowers[at] in GATHERING | _ASKING:
            return tokens.tags[at - 1] == "A" or tokens.lowers[at - 2 : at] == ["was", "then"]
    return False


def opens_survey(tokens: Tokens) -> bool:
    """Whether a sentence says who was asked: a source of its own, which no time before dates.

    "Researchers interviewed 2,563 people", not "analysts surveyed by it had expected £4m".
    """
    asked = not _ASKED.isdisjoint(tokens.vocabulary)
    return asked and _EXPECTERS.isdisjoint(tokens.vocabulary)


def opens_answer(tokens: Tokens, reading: Reading) -> bool:
    """Whether a sentence opens with how many say or think so: "Just 29% said"."""
    share = reading.kind == "percentage" and reading.bound_start < _LED
    return share and not _ANSWERING.isdisjoint(
        tokens.lowers[reading.unit_stop : reading.unit_stop + 1]
    )


_ASKED = frozenset("interviewed surveyed questioned canvassed quizzed".split())
_EXPECTERS = frozenset(read_sections("dating_words.txt")["expecters"])
