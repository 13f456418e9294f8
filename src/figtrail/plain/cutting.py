"""A sentence cut out of markup that goes on past it, as it would stand with the markup closed."""

from __future__ import annotations

from collections.abc import Iterator

# What opens and closes emphasis and code.
_PAIRS = ("**", "__", "*", "_", "`")


def complete(sentence: str) -> Iterator[tuple[str, str]]:
    """What may stand before and behind a sentence: "_Forty died." lacks a "_". Nothing comes last.

    Emphasis may start in one sentence and end in the next; each alone has half of its marks.
    """
    opened = sentence.count("[") - sentence.count("]")
    if opened:
        yield ("", "](#)") if opened > 0 else ("[", "")
    for mark in _PAIRS:
        if sentence.count(mark) % 2:
            at = sentence.rindex(mark)
            closes = at > 0 and not sentence[at - 1].isspace()
            yield from [(mark, ""), ("", mark)] if closes else [("", mark), (mark, "")]
    yield "", ""
