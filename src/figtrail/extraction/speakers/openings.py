"""The subject that a line begins with, behind a dateline or an opening adverbial."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import phrases
from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.tokens import tag_word

if TYPE_CHECKING:
    from figtrail.extraction.speakers.lines import Line
    from figtrail.extraction.speakers.phrases import Range

# So many tokens a dateline may have.
_DATELINE: Final = 10
_BEHIND_SUBJECT: Final = vocab.RELATIVES | {"also", "later", "recently", "that", "to"}


def _skip_dateline(line: Line, limit: int) -> int:
    """The token behind where and when news comes from: "July 18 (Reuters) -", "LIMA, Peru —"."""
    for at in range(1, min(limit - 1, _DATELINE)):
        word = line.words[at]
        if word in ("—", "–", "-"):
            return at + 1
        if word not in ("(", ")", ",", ".") and not (phrases.is_capital(word) or word.isdigit()):
            break
    return 0


def _tells_day(line: Line, at: int) -> bool:
    """Whether "on Wednesday" begins at `at`."""
    return line.lowers[at] == "on" and not vocab.CALENDAR.isdisjoint(line.lowers[at + 1 : at + 2])


def _acts(line: Line, at: int) -> bool:
    """Whether a past form stands at `at`: "closed", or with an object "built their case"."""
    lower = line.lowers[at]
    following = line.lowers[at + 1 : at + 2]
    object_follows = not vocab.DETERMINERS.isdisjoint(following)
    object_follows = object_follows or bool(following and following[0][0].isdigit())
    return lower.endswith("ed") or (object_follows and tag_word(lower) == "V")


def find_leading(line: Line, start: int, limit: int) -> Range | None:
    """The subject of the main clause of a line: its first noun phrase, before `limit`."""
    at = _skip_dateline(line, limit) if start == 0 else start
    if at < limit and line.lowers[at] in vocab.OPENERS:
        while at < limit and line.words[at] not in phrases.STOPS:
            at += 1
        at += 1
    begin = at
    while at < min(limit, begin + 14):
        lower = line.lowers[at]
        if line.words[at] in phrases.STOPS or phrases.is_finite(line, at):
            break
        if lower in vocab.VERBS and lower not in vocab.AMBIGUOUS:
            break
        if at > begin and (lower in _BEHIND_SUBJECT or _tells_day(line, at)):
            break
        if at > begin and not phrases.is_capital(line.words[at]) and _acts(line, at):
            break
        at += 1
    return (begin, at) if begin < at else None
