"""The words that tell a status, from `statuses.csv` and `status_words.txt`."""

from __future__ import annotations

from typing import NamedTuple, cast

from figtrail.extraction.lexicon import read_rows, read_words
from figtrail.model import Status


class Cue(NamedTuple):
    """One row of `statuses.csv`: its words, the status it tells, and how it must stand."""

    words: tuple[str, ...]
    status: Status
    kind: str


CUES: dict[str, list[Cue]] = {}
for _cue in sorted(
    (
        Cue(tuple(form.split()), cast(Status, status), kind)
        for form, status, kind in read_rows("statuses.csv", "form", "status", "class")
    ),
    key=lambda cue: -len(cue.words),
):
    CUES.setdefault(_cue.words[0], []).append(_cue)
WORDS = read_words("status_words.txt")
OUTCOMES = WORDS["outcomes"]
PROSPECTIVE = WORDS["prospective"]
BE = WORDS["being"]
WE_ARE = frozenset(("we’re", "we're", "they’re", "they're"))
PAUSES = WORDS["pauses"]
STOPS = PAUSES | WORDS["breakers"]
# Words of a condition, which make what "could" or "may" be supposed.
CONDITIONS = frozenset(("if", "unless", "without", "otherwise", "under"))
NOT_THAN = frozenset(("than", "as", "not"))
