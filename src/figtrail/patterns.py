"""Regular expressions that are compiled when they are first used.

Compiling one takes as long as searching some sixty sentences with it, and an article meets a
quarter of all patterns, so that whoever extracts from one article waits for those alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class LatePattern:
    """A pattern before its first use; from then on its methods are those of the compiled one."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        # Asked only for what the object doesn't hold: once, since the methods are kept here then.
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        found: object = getattr(compiled, name)
        return found


def compile_late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, compiled when it is first used.

    Raises:
        re.error: at its first use, if it is no pattern.

    """
    return cast("re.Pattern[str]", LatePattern(pattern, flags))


_WORD = compile_late(r"\w+")


def find_words(text: str) -> list[str]:
    """The words of a text as a `WordedPattern` asks for them: "co-owner" is two."""
    return _WORD.findall(text)


class WordedPattern:
    """A pattern that can't match unless a word of each of some collections stands in the text.

    Long lists of words are the dearest to compile, and few articles have all that a pattern needs.
    """

    def __init__(self, pattern: str, *collections: Iterable[str]) -> None:
        self._pattern = compile_late(pattern)
        self._needed = [frozenset(find_words(word)[0] for word in words) for words in collections]

    def allowed_by(self, words: Collection[str]) -> re.Pattern[str] | None:
        """The pattern, or None where a text of these words can't match it."""
        if any(needed.isdisjoint(words) for needed in self._needed):
            return None
        return self._pattern
