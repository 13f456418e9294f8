"""Places and things that "report" what was counted there, and so state nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from figtrail.extraction.places.gazetteer import find_place
from figtrail.extraction.speakers import content, phrases
from figtrail.extraction.speakers import vocabulary as vocab

if TYPE_CHECKING:
    from figtrail.extraction.speakers.frames import Subject
    from figtrail.extraction.speakers.lines import Line

_NAMED_PLACES: Final = frozenset({"province", "district", "region", "division", "island", "state"})
_PLACES: Final = frozenset({"country", "region", "city", "place", "area"})


def only_records(line: Line, following: int, subject: Subject) -> bool:
    """Whether the subject is where so many were counted: "the coast reported 40 deaths".

    A clause that it tells is a statement: "the region reported that 40 had died".
    """
    if subject.tokens is None or content.opens_clause(line, following):
        return False
    start, end = subject.tokens
    head = next((at for at in range(start + 1, end) if line.lowers[at] in vocab.PREPOSITIONS), end)
    if line.lowers[head - 1] in vocab.RECORDING_THINGS:
        named = phrases.is_capital(line.words[head - 1])
        return not named or line.lowers[head - 1] in _NAMED_PLACES
    words = line.words[start:end]
    return words[0][0].isupper() and _is_place(words)


def _is_place(words: list[str]) -> bool:
    """Whether words are the name of a place alone: "Kerala", "the Philippines"."""
    bare = words[1:] if words[0].lower() in vocab.LYING else words
    if "and" in bare:
        # "Surrey and Devon".
        at = bare.index("and")
        return _is_place(bare[:at] or bare[at:]) and _is_place(bare[at + 1 :] or bare[:at])
    known = find_place(" ".join(bare))
    return known is not None and known.sort in _PLACES
