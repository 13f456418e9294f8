"""Who "he" or "she" is: among those named before, best one who has spoken."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from figtrail.extraction.places.gazetteer import find_place
from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.genders import gender_of

if TYPE_CHECKING:
    from figtrail.extraction.speakers.names import Mention, People
    from figtrail.extraction.speakers.narration import Narration
    from figtrail.extraction.speakers.persons import Person

_NEAR: Final = 24
# How far back the sentence before may begin.
_REACH: Final = 1500


def find_person(
    narration: Narration, people: People, pronoun: str, position: int, floor: int
) -> Person | None:
    """The person whom a pronoun at `position` means, named behind `floor`.

    Two capitals may be a thing's ("a Capital Expenditure", "Ballyhaise, Co Cavan"): it is passed
    over. Whoever says something of somebody goes on: "Ann Lowe said she backed Eve Long. She said".
    """
    gender, spoken = gender_of([pronoun]), narration.is_spoken
    fitting = list(people.find_fitting(position, floor, gender, spoken))
    if not fitting:
        return people.find_last(position, floor, gender, spoken)
    if len(fitting) == 1:
        return fitting[0].person
    starts = [floor, *narration.find_starts(floor, position)]
    subjects = _find_subjects(narration, [*starts, position])
    named = (
        mention
        for mention in fitting
        if _speaks(mention, subjects) or not _is_thing(narration.text, people, mention)
    )
    chosen = next(named, fitting[0])
    sentence = max((start for start in starts if start <= chosen.start), default=floor)
    for mention in fitting:
        if sentence <= mention.start < chosen.start and _speaks(mention, subjects):
            return mention.person if not _speaks(chosen, subjects) else chosen.person
    return chosen.person


def find_teller(narration: Narration, subject: tuple[int, int], words: str) -> tuple[int, int]:
    """Where who speaks on as "it" or "they" stands: "It fell, a union said. It rose, it added".

    Any other subject is its own.
    """
    pronoun = narration.text[slice(*subject)].lower() in ("it", "they")
    if not pronoun or not words.endswith(("added", "adds")):
        return subject
    floor = max(0, subject[0] - _REACH)
    starts = [floor, *narration.find_starts(floor, subject[0] + 1)]
    frames = narration.read_frames(starts[-2], starts[-1]) if len(starts) > 1 else []
    told = (frame.subject for frame in reversed(frames) if frame.subject and not frame.person)
    return next(told, subject)


def _find_subjects(narration: Narration, bounds: list[int]) -> list[tuple[int, int]]:
    """Where the subjects of the clauses that attribute stand, between each two bounds."""
    return [
        frame.subject
        for start, end in pairwise(bounds)
        if start < end
        for frame in narration.read_frames(start, end)
        if frame.subject is not None
    ]


def _speaks(mention: Mention, subjects: list[tuple[int, int]]) -> bool:
    return any(start <= mention.start < end for start, end in subjects)


def _is_thing(text: str, people: People, mention: Mention) -> bool:
    """Whether a name stands as a thing's or a place's does, and nothing shows a person."""
    before = text[: mention.start].rstrip(" ")
    last = before[-_NEAR:].split()[-1:]
    listed = bool(last) and last[0].endswith(",") and last[0][0].isupper()
    owned = bool(last) and (last[0].lower() in vocab.DETERMINERS or last[0].isdigit())
    known = find_place(mention.person.name) is not None
    behind = text[mention.start + len(mention.person.name) :][:_NEAR].split()[:1]
    acts = bool(behind) and behind[0] in vocab.AUXILIARIES
    return ((listed and not acts) or owned or known) and not people.is_person(mention.person)
