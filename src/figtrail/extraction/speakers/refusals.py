"""Noun phrases before a verb of saying that state nothing: "the highest share ever | recorded"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import phrases
from figtrail.extraction.speakers import vocabulary as vocab

if TYPE_CHECKING:
    from figtrail.extraction.speakers.lines import Line
    from figtrail.extraction.speakers.phrases import Range

_TIMES: Final = vocab.CALENDAR | vocab.SPANS
_TIME_WORDS: Final = _TIMES | {"last", "this", "next", "the", "a"}
_ABSOLUTE_REACH: Final = 8


def states_nothing(line: Line, at: int, subject: Range) -> bool:
    """Whether the subject of the verb at `at` is a record, a comparison, a time or was counted.

    See "the lowest total ever | recorded", "more than the firm | had forecast", "an August |
    forecast" and "With all 31 wards | counted, the bill had 61%".
    """
    start, end = subject
    lowers = line.lowers[start:end]
    timed = lowers[-1] in _TIMES and _TIME_WORDS.issuperset(lowers)
    if timed or lowers[-1] in ("ever", "yet"):
        return True
    if lowers[0] in vocab.COMPARATIVES and lowers[1:2] == ["than"]:
        return True
    form = line.lowers[at]
    if lowers[-1] in ("number", "amount", "level", "rate") and form in ("expected", "forecast"):
        # "Five times the number | expected".
        return True
    return form in vocab.PARTICIPLES and _is_absolute(line, start, at)


def _is_absolute(line: Line, start: int, at: int) -> bool:
    """Whether "with" opens the words that a participle ends: "with 90% of ballots counted"."""
    if phrases.find_break(line, at) > at + 4:
        return False
    for back in range(start, max(-1, start - _ABSOLUTE_REACH), -1):
        if line.words[back] in phrases.BREAKS or phrases.is_finite(line, back):
            return False
        if line.lowers[back] == "with":
            return True
    return False
