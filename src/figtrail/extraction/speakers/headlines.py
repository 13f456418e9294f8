"""Headlines in which every word has its capital, so that none tells a name."""

from __future__ import annotations

from typing import Final

# No headline is longer, and none shorter has a verb among its names.
_LONGEST: Final = 200
_FEWEST_WORDS: Final = 4
# A word so short may lack its capital: "Falls on Weak Sales", "Goes With the Flow".
_SHORT: Final = 4
_FINAL: Final = frozenset('.!?:;,”"’…')


def find_titles(text: str) -> list[tuple[int, int]]:
    """Where the lines of a text stand that are headlines in capitals, the last first."""
    found = []
    end = text.find("\n")
    start = 0
    while end >= 0:
        if end - start <= _LONGEST and _is_title(text[start:end].split()):
            found.append((start, end))
        start = end + 1
        end = text.find("\n", start)
    found.reverse()
    return found


def _is_title(words: list[str]) -> bool:
    """Whether a line has a capital at every word of weight, and no final stop."""
    if len(words) < _FEWEST_WORDS or words[-1][-1] in _FINAL:
        return False
    return all(not word[0].islower() or len(word) <= _SHORT or not word.isalpha() for word in words)
