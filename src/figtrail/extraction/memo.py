"""What a function says of a word or a sentence, remembered: looking up is cheaper than reading."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from figtrail.extraction.tokens import Tokens

Value = TypeVar("Value")


class Memo(dict[str, Value]):
    """The values of a pure function by its argument, at most `most` of them.

    Looked up as a dictionary is: `functools.lru_cache` puts its entries in a new order at every
    call, which takes longer than the lookup. When it is full, it forgets all and starts anew.
    """

    __slots__ = ("_function", "_most")

    def __init__(self, function: Callable[[str], Value], most: int) -> None:
        super().__init__()
        self._function = function
        self._most = most

    def __missing__(self, word: str) -> Value:
        if len(self) >= self._most:
            self.clear()
        value = self[word] = self._function(word)
        return value


def once_a_sentence(read: Callable[[Tokens], Value]) -> Callable[[Tokens], Value]:
    """A reading of a sentence as a whole, made for the first figure that asks and kept with it."""

    @wraps(read)
    def recall(tokens: Tokens) -> Value:
        try:
            value: Value = tokens.kept[read]
        except KeyError:
            value = tokens.kept[read] = read(tokens)
        return value

    return recall
