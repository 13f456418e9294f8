"""Patterns of rules over shapes, compiled for the first sentence that has what they need.

There are some two hundred rules, and an article that speaks of time opens half of them; most of
those lack a word of time that no match can do without.
"""

from __future__ import annotations

import re

from figtrail.extraction.periods.tokens import compile_shape, spell_classes
from figtrail.patterns import compile_late

_PIECE = compile_late(r"\((?:\?(?:[:=!]|<[=!]|P<\w+>))?|\)|\||\[[A-Z_ ]+\]|\\Z|[A-Z_]+|[?*{]|[.+]")
# Looking through so many tokens for what a pattern needs takes longer than compiling it.
_WORTH_COMPILING = 20_000
_LOOKING = frozenset(("(?=", "(?!", "(?<=", "(?<!"))


class ShapePattern:
    """The pattern of a template, which isn't compiled before it may match."""

    def __init__(self, template: str) -> None:
        self._template = template
        self._pattern: re.Pattern[str] | None = None
        self._spared = _WORTH_COMPILING
        # What opens a rule stands where it is asked, so that what closes it tells more.
        self._needs = [frozenset(spell_classes(names)) for names in reversed(find_needs(template))]

    def match(self, shape: str, at: int) -> re.Match[str] | None:
        """The match at a token of a shape."""
        if self._pattern is None:
            rest = shape[at:]
            self._spared -= len(rest)
            if self._spared > 0:
                for needed in self._needs:
                    if needed.isdisjoint(rest):
                        return None
            self._pattern = compile_shape(self._template)
        return self._pattern.match(shape, at)


def find_needs(template: str) -> list[str]:
    """The sets of classes of which a match has one each, in the order of the template.

    What may be left out isn't among them, nor what stands in alternatives or is only looked at.
    """
    levels: list[list[str]] = [[]]
    opened: list[str] = []
    parted = [False]
    last = 0
    for piece in _PIECE.findall(template):
        found = levels[-1]
        if piece[0] == "(":
            levels.append([])
            opened.append(piece)
            parted.append(False)
        elif piece == ")":
            inner = levels.pop()
            looking = opened.pop() in _LOOKING
            last = 0 if parted.pop() or looking else len(inner)
            levels[-1] += inner[:last]
        elif piece == "|":
            parted[-1] = True
        elif piece in "?*{":
            del found[len(found) - last :]
            last = 0
        elif piece[0] == "[" or piece[0].isupper():
            found.append(piece.strip("[]"))
            last = 1
        else:
            last = 0
    return [] if parted[0] else levels[0]
