"""Which period a figure is about: the mention that stands to it, or one that carries over."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from figtrail.extraction.periods import PeriodMention, closing_day, opening_day
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens
from figtrail.model import PeriodBasis

if TYPE_CHECKING:
    from figtrail.extraction.figures import Found


class Dating(NamedTuple):
    """The period of a figure, the words that state it, and how it is known."""

    period: str | None
    text: str | None
    basis: PeriodBasis | None
    mention: PeriodMention | None = None


UNDATED = Dating(None, None, None)
_IGNORED = frozenset(("frequency",))
_RESUMING = frozenset(
    "the this that these those it they of he she its their them such both all there among".split()
)


def link_periods(
    tokens: Tokens,
    readings: Sequence[Reading],
    mentions: Sequence[PeriodMention],
    last: Found | None,
) -> list[Dating]:
    """One dating a reading, in order; `last` is the figure before this sentence, if any."""
    usable = [mention for mention in mentions if mention.role not in _IGNORED]
    if not usable:
        carried = _carry(tokens, readings, last)
        return [carried] * len(readings)
    owned = _own(tokens, readings, usable)
    datings: list[Dating] = []
    for at, reading in enumerate(readings):
        mention = owned[at]
        if mention is None:
            mention = _nearest(tokens, readings, at, usable, owned)
        datings.append(_date(tokens, readings, at, mention))
    return datings


def _own(
    tokens: Tokens, readings: Sequence[Reading], mentions: Sequence[PeriodMention]
) -> list[PeriodMention | None]:
    """The mention that directly follows each reading, before the next one and in its clause."""
    owned: list[PeriodMention | None] = []
    for at, reading in enumerate(readings):
        end = reading.number.end
        stop = readings[at + 1].number.start if at + 1 < len(readings) else len(tokens.text)
        mention = next((m for m in mentions if end <= m.start < stop), None)
        if mention is not None and _breaks(tokens, end, mention.start):
            mention = None
        if mention is not None and at + 1 < len(readings):
            if _belongs_to_next(tokens, mention, end, stop):
                mention = None
        owned.append(mention)
    return owned


def _breaks(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether a clause boundary stands between two offsets."""
    first = bisect_left(tokens.starts, start)
    last = bisect_left(tokens.starts, stop)
    for index in range(first, last):
        lower = tokens.lowers[index]
        if lower in (";", "but", "while", "whereas", "although", "“", "”"):
            return True
        if lower == "and" and any(tokens.tags[i] in "AV" for i in range(index, last)):
            return True
    return False


def _belongs_to_next(tokens: Tokens, mention: PeriodMention, end: int, stop: int) -> bool:
    """Whether a mention between two figures opens the clause of the second: "…, and in 2019 40"."""
    before = tokens.text[end : mention.start].rstrip()
    after = tokens.text[mention.end : stop]
    opens = before.endswith((",", ";", "–", "—", "and", "but", "while")) or before == ""
    if before == "":
        return False
    return opens and ("," not in after[:2]) and not after.lstrip().startswith((".", ";", ")"))


def _nearest(
    tokens: Tokens,
    readings: Sequence[Reading],
    at: int,
    mentions: Sequence[PeriodMention],
    owned: Sequence[PeriodMention | None],
) -> PeriodMention | None:
    """A mention before the reading that no other has to itself, else one after it."""
    reading = readings[at]
    taken = {id(mention) for mention in owned if mention is not None}
    before = [m for m in mentions if m.end <= reading.number.start]
    for mention in reversed(before):
        if id(mention) not in taken:
            return mention
    for later in range(at + 1, len(readings)):
        if owned[later] is not None and not _breaks(
            tokens, reading.number.end, readings[later].number.start
        ):
            return owned[later]
    if reading.change is None if hasattr(reading, "change") else True:
        for mention in reversed(before):
            if mention.role != "vague" and not _levelled(tokens, readings, at, mention):
                return mention
    return None


def _levelled(
    tokens: Tokens, readings: Sequence[Reading], at: int, mention: PeriodMention
) -> bool:
    """Whether a mention dates an earlier level only: "from 64,400 in 2010 to more than 70,000"."""
    return at > 0


def _date(
    tokens: Tokens, readings: Sequence[Reading], at: int, mention: PeriodMention | None
) -> Dating:
    if mention is None:
        return UNDATED
    text = tokens.text[mention.start : mention.end]
    period = mention.period
    if period is not None and mention.role == "during":
        period = _at_an_end(tokens, readings, at, period)
    return Dating(period, text, mention.basis if period is not None else None, mention)


def _at_an_end(
    tokens: Tokens, readings: Sequence[Reading], at: int, period: str
) -> str:
    """Date the levels of "from 442 to 472 during 2018-19" by its first and last day."""
    if is_opening_level(tokens, readings, at):
        return opening_day(period)
    if at and is_opening_level(tokens, readings, at - 1):
        return closing_day(period)
    return period


def is_opening_level(tokens: Tokens, readings: Sequence[Reading], at: int) -> bool:
    """Whether a reading is A in "from A to B", with nothing dated between."""
    if at + 1 >= len(readings):
        return False
    first, second = readings[at], readings[at + 1]
    before = tokens.lowers[max(0, first.bound_start - 1) : first.bound_start]
    between = tokens.lowers[first.unit_stop : second.bound_start]
    return before == ["from"] and between == ["to"]


def _carry(tokens: Tokens, readings: Sequence[Reading], last: Found | None) -> Dating:
    """The period of the sentence before, while the same subject goes on in the past tense."""
    if last is None or last.dating.period is None:
        return UNDATED
    if tokens.lowers[0] not in _RESUMING and tokens.tags[0] != "M":
        return UNDATED
    if not _is_past(tokens):
        return UNDATED
    return Dating(last.dating.period, None, "context")


def _is_past(tokens: Tokens) -> bool:
    for tag, lower in zip(tokens.tags, tokens.lowers, strict=True):
        if tag == "A" and lower in ("is", "are", "has", "have", "will", "can", "’s", "would"):
            return False
        if tag in "VE" or lower in ("was", "were", "had", "did"):
            return True
    return False
