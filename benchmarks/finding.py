"""What one extractor finds, as spans and numbers, in its own environment.

`python finding.py NAME < corpus.jsonl` reads JSON lines {"text"} and prints a JSON list for each:
[start, end, low, high] of every find, where low and high are alike but for a range. Of finds within
each other the longest stands.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from readers import READERS

Find = tuple[int, int, float, float]


def read_quantulum3(finds: Iterable[Any]) -> Iterator[Find]:
    """A range is a middle and an uncertainty there."""
    for find in finds:
        spread = find.uncertainty or 0
        yield *find.span, find.value - spread, find.value + spread


def read_recognizers(finds: Iterable[Any]) -> Iterator[Find]:
    """Ends are inclusive there, and numbers are text: "49.4%"."""
    for find in finds:
        value = (find.resolution or {}).get("value")
        if value:
            number = float(value.rstrip("%"))
            yield find.start, find.end + 1, number, number


def read_duckling(finds: Iterable[Any]) -> Iterator[Find]:
    """An interval has two ends, of which one may be open."""
    for find in finds:
        told = find["value"]
        low, high = (
            (told.get("from"), told.get("to")) if told["type"] == "interval" else (told, told)
        )
        low, high = low or high, high or low
        yield find["start"], find["end"], low["value"], high["value"]


FORMS: dict[str, Callable[[Iterable[Any]], Iterator[Find]]] = {
    "quantulum3": read_quantulum3,
    "recognizers-text": read_recognizers,
    "duckling": read_duckling,
}


def keep_longest(finds: Iterable[Find]) -> list[Find]:
    """The finds that lie in no other; of those with one span the first."""
    kept: list[Find] = []
    for find in sorted(finds, key=lambda find: find[0] - find[1]):
        if not any(one[0] <= find[0] and find[1] <= one[1] for one in kept):
            kept.append(find)
    return sorted(kept)


if __name__ == "__main__":
    name = sys.argv[1]
    read = READERS[name]()
    for line in sys.stdin:
        print(json.dumps(keep_longest(FORMS[name](read(json.loads(line)["text"])))))
