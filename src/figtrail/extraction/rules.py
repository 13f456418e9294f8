"""Which rules a sentence's words allow: an index from word to rule.

Most rules hold of few sentences, and nearly all of those have a word that few others have. So a
rule says which words it needs, and is asked only where they stand: a sentence's words are looked
up once for all rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from figtrail.extraction.tokens import Tokens

Asked = TypeVar("Asked", bound=Callable[..., Any])

# One bit for each collection of words that a rule needs one of, and the bits of each word.
_BITS: dict[frozenset[str], int] = {}
_BITS_OF_WORD: dict[str, int] = {}
_NEEDED: dict[object, int] = {}
# The choices of a ladder that are remembered: far more than news makes.
_MOST = 4096


def needs(*collections: Iterable[str]) -> Callable[[Asked], Asked]:
    """Say of a rule that it can't hold unless a word of each collection stands in the sentence.

    The words are lower case, as whole tokens. The rule itself stays as it is.
    """

    def note(rule: Asked) -> Asked:
        _NEEDED[rule] = 0
        for words in map(frozenset, collections):
            if words not in _BITS:
                _BITS[words] = 1 << len(_BITS)
                for word in words:
                    _BITS_OF_WORD[word] = _BITS_OF_WORD.get(word, 0) | _BITS[words]
            _NEEDED[rule] |= _BITS[words]
        return rule

    return note


def _read_bits(vocabulary: frozenset[str]) -> int:
    bits = 0
    for word in _BITS_OF_WORD.keys() & vocabulary:
        bits |= _BITS_OF_WORD[word]
    return bits


class Ladder(Generic[Asked]):
    """Rules in the order in which they are asked."""

    __slots__ = ("_chosen", "_needed", "_rules")

    def __init__(self, *rules: Asked) -> None:
        self._rules = [(rule, _NEEDED.get(rule, 0)) for rule in rules]
        self._needed = 0
        for _, needed in self._rules:
            self._needed |= needed
        self._chosen: dict[int, tuple[Asked, ...]] = {}

    def allowed_by(self, tokens: Tokens) -> tuple[Asked, ...]:
        """Those rules whose words stand in the sentence, and those that need none."""
        kept = tokens.kept
        try:
            allowed: tuple[Asked, ...] = kept[self]
        except KeyError:
            if _read_bits not in kept:
                kept[_read_bits] = _read_bits(tokens.vocabulary)
            allowed = kept[self] = self._choose(kept[_read_bits] & self._needed)
        return allowed

    def _choose(self, bits: int) -> tuple[Asked, ...]:
        chosen = self._chosen.get(bits)
        if chosen is None:
            if len(self._chosen) >= _MOST:
                self._chosen.clear()
            chosen = tuple(rule for rule, needed in self._rules if needed & bits == needed)
            self._chosen[bits] = chosen
        return chosen
