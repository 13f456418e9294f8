"""What a sentence does with each of its temporal expressions: date a figure, or something else."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.periods import PeriodMention, bound_days
from figtrail.extraction.tokens import Tokens

Use = Literal["dates", "opens", "compares", "reports", "passes"]

_WORDS = read_sections("dating_words.txt")
_SAYING = frozenset(_WORDS["saying"])
_DECIDING = frozenset(_WORDS["deciding"])
_FINDING = frozenset(_WORDS["finding"])
_OCCASIONS = frozenset(_WORDS["occasions"])
_YARDSTICKS = frozenset(_WORDS["yardsticks"])
_OPENING = frozenset(_WORDS["opening"])
_CLOCK = re.compile(
    r"\d ?[ap]\.?m\b|\d[:.]\d\d|\b(?:noon|midnight|overnight|nightfall|GMT)\b", re.IGNORECASE
)
_AGAIN = re.compile(r"\b(?:earlier|ago|before|previous(?:ly)?|last|same|corresponding)\b", re.I)
_DASHES = frozenset(("–", "—", "-"))
_LEADING = frozenset(_WORDS["leading"])
_AMOUNTS = frozenset(("%", "percent", "cent", "points", "point"))
_RUNNING = frozenset(_WORDS["running"])
_VOTING = frozenset(("by", "with"))
_EXTREMES = frozenset(["first", "most", "worst", "best", "high", "low", "time", "record", "fewest"])


class Mark(NamedTuple):
    """A mention at its tokens, and what it is used for.

    `dates`: a figure may take it. `opens`: it has words but no period (since 2010, now).
    `compares`: the time of an earlier level that isn't stated. `reports`: when something was said,
    decided or published. `passes`: a time of day or a dateline, which no figure takes.
    """

    mention: PeriodMention
    first: int
    stop: int
    use: Use
    fronted: bool


def mark_mentions(
    tokens: Tokens, mentions: Sequence[PeriodMention], numbers: Sequence[int]
) -> list[Mark]:
    """Every mention with its use, in order; `numbers` are the first tokens of the figures."""
    marks: list[Mark] = []
    for mention in mentions:
        if mention.role == "frequency":
            continue
        first = max(0, bisect_right(tokens.starts, mention.start) - 1)
        stop = bisect_left(tokens.starts, mention.end)
        fronted = _is_fronted(tokens, first)
        use = _find_use(tokens, mention, first, stop, numbers, fronted)
        marks.append(Mark(mention, first, stop, use, fronted))
    return marks


def _find_use(
    tokens: Tokens,
    mention: PeriodMention,
    first: int,
    stop: int,
    numbers: Sequence[int],
    fronted: bool,
) -> Use:
    if _is_dateline(tokens, first, stop):
        return "passes"
    text = tokens.text[mention.start : mention.end]
    if _is_start_of_other(tokens, first):
        return "passes"
    if mention.role == "vague" and (_CLOCK.search(text) or text.isdigit()):
        return "passes"
    if mention.role == "since" and _is_extreme(tokens, first):
        return "passes"
    if _is_compared(tokens, first, numbers):
        return "compares"
    if _is_told(tokens, mention, first, stop, numbers, fronted):
        return "reports"
    if mention.period is None or _is_opened(tokens, first):
        return "opens"
    return "dates"


def _is_dateline(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a date heads the story: "SAO PAULO, Jan 28 – Brazil …"."""
    if first > 8 or not first or not tokens.words[0].isupper() or len(tokens.words[0]) < 2:
        return False
    return not _DASHES.isdisjoint(tokens.lowers[stop : stop + 5])


def _is_start_of_other(tokens: Tokens, first: int) -> bool:
    """Whether a mention says when something else runs: "the season that starts on June 1"."""
    return (
        first > 1
        and tokens.lowers[first - 1] in _RUNNING
        and tokens.lowers[first - 2] in ("that", "which")
    )


def _is_extreme(tokens: Tokens, first: int) -> bool:
    """Whether "since" only says how long a record stood: "its lowest since August"."""
    before = tokens.lowers[first - 1] if first else ""
    return before in _EXTREMES or before.endswith("est")


def _is_compared(tokens: Tokens, first: int, numbers: Sequence[int]) -> bool:
    """Whether a mention stands for an earlier level that isn't stated: "than in 2019"."""
    lowers = tokens.lowers
    before = first - 1
    if first < len(lowers) and lowers[first] in ("more", "less", "fewer"):
        return first in numbers or (before >= 0 and tokens.tags[before] != "P")
    while before >= 0 and lowers[before] in _LEADING:
        before -= 1
    if before < 0:
        return False
    lower = lowers[before]
    if lower == "of" and before and lowers[before - 1] in _YARDSTICKS:
        return True
    if lower in ("than", "compared", "versus", "vs", "against", "exceeding"):
        return True
    if lower in ("on", "from", "over", "above", "below") and before == first - 1:
        return lower != "from" or not _is_start(tokens, first)
    own = lowers[first] if first < len(lowers) else ""
    if own == "from" and (tokens.tags[before] == "M" or lower in _AMOUNTS):
        return True
    if own in ("from", "on", "over") and _AGAIN.search(tokens.text, tokens.starts[first]):
        return _says_again(tokens, first) and not _is_weekday(tokens, first)
    return own in ("than", "against", "versus")


def _says_again(tokens: Tokens, first: int) -> bool:
    return (
        any(
            word in ("earlier", "ago", "last", "previous", "same", "before", "year")
            for word in tokens.lowers[first + 1 : first + 4]
        )
        and tokens.lowers[first] != "over"
    )


def _is_weekday(tokens: Tokens, first: int) -> bool:
    """Whether "on the last Sunday in August" names a day and no earlier period."""
    return any(
        word.endswith("day") and word != "day" for word in tokens.lowers[first + 1 : first + 4]
    )


def _is_start(tokens: Tokens, first: int) -> bool:
    """Whether "from 1 April" says when something begins: the mention is a day of its own."""
    return tokens.tags[first] == "M" or (first + 1 < len(tokens) and tokens.tags[first + 1] == "M")


def _is_opened(tokens: Tokens, first: int) -> bool:
    """Whether a mention ends "since its peak in June 2022", "before the fires of 2022"."""
    for at in range(first - 1, max(-1, first - 6), -1):
        if at < first - 1 and tokens.lowers[at] in _OPENING:
            return tokens.lowers[at] != "after" or "G" not in tokens.tags[at:first]
        if tokens.tags[at] in "AVEvMR.":
            return False
    return False


def _is_told(
    tokens: Tokens,
    mention: PeriodMention,
    first: int,
    stop: int,
    numbers: Sequence[int],
    fronted: bool,
) -> bool:
    """Whether a mention dates the saying, the publication, the meeting or the decision."""
    verbs = _telling(mention.period)
    if _told_before(tokens, first, stop, numbers, verbs):
        return True
    lowers = tokens.lowers
    at = stop
    while at < len(lowers) and (lowers[at] == "," or tokens.tags[at] == "B"):
        at += 1
    if at < len(lowers) and lowers[at] in verbs and tokens.tags[at] in "VE":
        return not _acts_on_number(tokens, at, numbers)
    return fronted and _tells_next(tokens, stop, numbers, verbs)


def _telling(period: str | None) -> frozenset[str]:
    """The verbs that keep a date of its precision to themselves."""
    days = 366
    if period is not None:
        opening, closing = bound_days(period)
        days = (closing - opening).days
    if days < 8:
        return _SAYING | _DECIDING | _FINDING
    return _SAYING | _DECIDING if days < 32 else _SAYING


def _told_before(
    tokens: Tokens, first: int, stop: int, numbers: Sequence[int], verbs: frozenset[str]
) -> bool:
    """Whether a verb of saying or an occasion stands before, with nothing but itself between."""
    lowers, tags = tokens.lowers, tokens.tags
    for at in range(first - 1, max(-1, first - 11), -1):
        lower = lowers[at]
        if at in numbers or lower in (";", "“", "”", '"'):
            return False
        distance = first - 1 - at
        if lower in verbs and tags[at] != "D":
            if lower in _DECIDING and _counts_votes(tokens, at, stop, numbers):
                return False
            if distance <= 2 + (lower in ("told", "informed")):
                return True
            return tags[at + 1] == "P" and not _verb_follows(tokens, stop)
        if distance <= 1 and lower in _OCCASIONS:
            return _led_by_preposition(tokens, at)
        if tags[at] in "AVEv":
            return False
        if lower == ",":
            return False
    return False


def _counts_votes(tokens: Tokens, at: int, stop: int, numbers: Sequence[int]) -> bool:
    """Whether figures are the vote itself: "64% voted on Tuesday", "backed by 31 votes"."""
    if tokens.lowers[at] in ("vote", "voted", "voting") and any(number < at for number in numbers):
        return True
    if _VOTING.isdisjoint(tokens.lowers[stop : stop + 2]):
        return False
    return any(stop <= number < stop + 4 for number in numbers)


def _verb_follows(tokens: Tokens, stop: int) -> bool:
    return stop < len(tokens) and tokens.tags[stop] in "AVEv"


def _led_by_preposition(tokens: Tokens, at: int) -> bool:
    """Whether an occasion is where something happened: "at a meeting", "in a joint statement"."""
    for index in range(at - 1, max(-1, at - 6), -1):
        lower = tokens.lowers[index]
        if lower in ("at", "in", "to", "during", "by", "for", "after", "following"):
            return True
        if tokens.tags[index] in "AVEv,.":
            return False
    return False


def _tells_next(tokens: Tokens, stop: int, numbers: Sequence[int], verbs: frozenset[str]) -> bool:
    """Whether the verb of the clause that a fronted mention opens is one of saying."""
    for at in range(stop, len(tokens)):
        if at in numbers:
            return False
        lower, tag = tokens.lowers[at], tokens.tags[at]
        if lower in verbs and tag in "VE":
            return not _acts_on_number(tokens, at, numbers)
        if tag in "AVv" or (tag == "E" and tokens.tags[at - 1] in "NOB"):
            return False
    return False


def _acts_on_number(tokens: Tokens, at: int, numbers: Sequence[int]) -> bool:
    """Whether a figure is what a verb was done to: "admitted 312", "issued 45", "added 300"."""
    return at + 1 in numbers and tokens.lowers[at] not in ("said", "says")


def _is_fronted(tokens: Tokens, first: int) -> bool:
    """Whether a mention opens its sentence, or the clause after a break or a dateline."""
    at = first - 1
    while at >= 0:
        lower = tokens.lowers[at]
        if lower in (
            ";",
            "but",
            "and",
            "while",
            "–",
            "—",
            "“",
            '"',
            ":",
            "though",
            "although",
            "that",
        ):
            return True
        if tokens.tags[at] in "AVEvGM" or first - at > 4:
            return False
        if tokens.tags[at] in "NJ" and lower[0].isalpha() and at == first - 1:
            return False
        at -= 1
    return True
