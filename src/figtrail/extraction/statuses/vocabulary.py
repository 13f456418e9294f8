"""The words that tell a status, from `statuses.csv` and `status_words.txt`."""

from __future__ import annotations

from typing import NamedTuple, cast

from figtrail.extraction.lexicon import read_rows, read_sections
from figtrail.model import Status


class Cue(NamedTuple):
    """One row of `statuses.csv`: its words, the status it tells, and how it must stand."""

    words: tuple[str, ...]
    status: Status
    kind: str


CUES: dict[str, list[Cue]] = {}
for _row in sorted(read_rows("statuses.csv"), key=lambda row: -len(row["form"].split())):
    _words = tuple(_row["form"].split())
    CUES.setdefault(_words[0], []).append(Cue(_words, cast(Status, _row["status"]), _row["class"]))
WORDS = {name: frozenset(words) for name, words in read_sections("status_words.txt").items()}
OUTCOMES = WORDS["outcomes"]
PROSPECTIVE = WORDS["prospective"]
BE = WORDS["being"]
WE_ARE = frozenset(("we’re", "we're", "they’re", "they're"))
PAUSES = WORDS["pauses"]
STOPS = PAUSES | WORDS["breakers"]
# Words of a condition, which make what "could" or "may" be supposed.
CONDITIONS = frozenset(("if", "unless", "without", "otherwise", "under"))
NOT_THAN = frozenset(("than", "as", "not"))
