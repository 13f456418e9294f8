"""One extractor reads a corpus, in its own environment and in a process of its own.

`python readers.py NAME < corpus.jsonl` reads JSON lines {"text"} and prints one JSON object, whose
times are in seconds and whose memory is in bytes. Nothing but the standard library is imported
until an extractor is named, so that one environment need not hold the others.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

Read = Callable[[str], Sequence[Any]]
"""What an extractor finds in a text, in its own form."""

QUANTITIES = (
    *("number", "amount-of-money", "distance", "duration", "quantity", "temperature", "volume"),
)
"""Duckling's dimensions that a figure can have."""


def load_figtrail() -> Read:
    """Everything that figtrail finds, with period, place, speaker and relations."""
    from figtrail import extract

    return extract


def load_quantulum3() -> Read:
    """Quantities and units, without its optional classifier."""
    from quantulum3 import parser

    return parser.parse  # type: ignore[no-any-return]


def load_recognizers(dates: bool = False) -> Read:
    """The six recognisers of quantities in English, each over the whole text."""
    import recognizers_suite as suite

    models = [
        suite.recognize_number,
        suite.recognize_percentage,
        suite.recognize_currency,
        suite.recognize_dimension,
        suite.recognize_temperature,
        suite.recognize_age,
    ]
    if dates:
        models.append(suite.recognize_datetime)
    return lambda text: [find for model in models for find in model(text, suite.Culture.English)]


def load_duckling(dates: bool = False, by_line: bool = False) -> Read:
    """Duckling's dimensions of quantities, over the whole text or one line at a time."""
    import duckling

    zones = duckling.load_time_zones("/usr/share/zoneinfo")
    now = duckling.parse_ref_time(zones, "Europe/London", 1_550_620_800)
    english = duckling.default_locale_lang(duckling.parse_lang("EN"))
    context = duckling.Context(now, duckling.parse_locale("EN_GB", english))
    dimensions = duckling.parse_dimensions([*QUANTITIES, *(["time"] if dates else [])])

    def read(text: str) -> Sequence[Any]:
        return duckling.parse(text, context, dimensions)  # type: ignore[no-any-return]

    if by_line:
        return lambda text: [find for line in text.splitlines() if line for find in read(line)]
    return read


READERS: dict[str, Callable[[], Read]] = {
    "figtrail": load_figtrail,
    "quantulum3": load_quantulum3,
    "recognizers-text": load_recognizers,
    "recognizers-text, with dates": lambda: load_recognizers(dates=True),
    "duckling": load_duckling,
    "duckling, line by line": lambda: load_duckling(by_line=True),
    "duckling, with dates": lambda: load_duckling(dates=True),
}


def measure_reading(read: Read, texts: list[str]) -> dict[str, float]:
    """Read the texts once; the first is read before, so that what loads late isn't timed."""
    read(texts[0])
    wall, cpu = time.perf_counter(), time.process_time()
    finds = sum(len(read(text)) for text in texts)
    return {
        "seconds": time.perf_counter() - wall,
        "cpu_seconds": time.process_time() - cpu,
        "bytes": sum(len(text.encode()) for text in texts),
        "finds": finds,
        "peak_bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }


if __name__ == "__main__":
    corpus = [json.loads(line)["text"] for line in sys.stdin]
    print(json.dumps(measure_reading(READERS[sys.argv[1]](), corpus)))
