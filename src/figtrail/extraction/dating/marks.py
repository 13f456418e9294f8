"""What a sentence does with each of its temporal expressions: date a figure, or something else."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from figtrail.extraction.dating.baselines import is_baseline, names_level
from figtrail.extraction.dating.bounding import (
    follows_extreme,
    is_begun,
    is_opened,
    is_start_of_other,
)
from figtrail.extraction.dating.comparing import is_compared, is_extreme
from figtrail.extraction.dating.occasions import belongs_to_noun, is_plan_of
from figtrail.extraction.dating.telling import is_told
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.periods import PeriodMention
from figtrail.extraction.tokens import Tokens
from figtrail.patterns import compile_late

Use = Literal["dates", "opens", "compares", "reports", "passes"]

_WORDS = read_sections("dating_words.txt")
_CLOCK = compile_late(
    r"\d ?[ap]\.?m\b|\d[:.]\d\d|\b(?:noon|midnight|nightfall|dawn|daybreak|GMT)\b",
    re.IGNORECASE,
)
_NUMERAL = compile_late(r"\d[\d–-]*")
_REPORTING = frozenset(_WORDS["reporting"])
_DASHES = frozenset(("–", "—", "-", ":"))
# How far behind its time the level may stand: "July's annual inflation figure of 12.3%".
_LEVEL_REACH = 9
LONGEST = 400
"""No sentence has more tokens; a table run together has, and none of its clauses tells anything."""


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
    """Every mention with its use, in order; `numbers` are the first tokens of the figures.

    None of what is too long to be a sentence.
    """
    marks: list[Mark] = []
    if len(tokens.words) > LONGEST:
        return marks
    for mention in mentions:
        if mention.role == "frequency":
            continue
        first = max(0, bisect_right(tokens.starts, mention.start) - 1)
        stop = bisect_left(tokens.starts, mention.end)
        fronted = _is_fronted(tokens, first)
        use = _find_use(tokens, mention, first, stop, numbers, fronted)
        if use == "dates" and marks and _is_told_apart(tokens, mention, first, marks[-1], numbers):
            use = "reports"
        marks.append(Mark(mention, first, stop, use, fronted))
    return marks


def _counts_times(tokens: Tokens, first: int) -> bool:
    """Whether a mention says how often, not when: "failed for the third time this month"."""
    lowers = tokens.lowers
    counted = lowers[first - 1 : first] == ["time"] and "for" in lowers[max(0, first - 4) : first]
    return counted and lowers[first] in ("this", "last", "in")


def _is_told_apart(
    tokens: Tokens, mention: PeriodMention, first: int, before: Mark, numbers: Sequence[int]
) -> bool:
    """Whether a day is when it was reported, since the time that it is about stands before it.

    "Posted a 22% drop in third-quarter profit on Thursday".
    """
    day = mention.period is not None and len(mention.period) == len("2024-01-01")
    if not day or not 0 <= first - before.stop < 4 or before.use == "reports":
        return False
    if before.mention.period is not None and len(before.mention.period) == len("2024-01-01"):
        return False
    if before.mention.role in ("vague", "length"):
        # "At 8am today", "recorded 6cm over an hour on Sunday".
        return False
    told = range(max(0, before.first - 12), before.first)
    return any(tokens.lowers[at] in _REPORTING and tokens.tags[at] in "VE" for at in told) and any(
        at in numbers for at in told
    )


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
    if is_start_of_other(tokens, first):
        return "passes"
    if mention.role == "vague" and (_CLOCK.search(text) or _NUMERAL.fullmatch(text)):
        return "passes"
    if _counts_times(tokens, first):
        return "passes"
    if belongs_to_noun(tokens, mention, first, stop, numbers):
        return "passes"
    if mention.role in ("since", "length") and is_extreme(tokens, first):
        return "passes"
    if is_opened(tokens, first, stop) and follows_extreme(tokens, first):
        return "passes"
    if mention.period is not None and any(
        names_level(tokens, mention.end, first, number)
        for number in numbers
        if stop < number < stop + _LEVEL_REACH
    ):
        return "dates"
    stepped = text.startswith("from ") and (
        " to " in text or (mention.role == "since" and is_begun(tokens, first))
    )
    if not stepped and (
        is_compared(tokens, first, stop, numbers) or is_baseline(tokens, first, stop, numbers)
    ):
        return "compares"
    if is_told(tokens, mention, first, stop, numbers, fronted):
        return "reports"
    if tokens.lowers[max(0, first - 1) : first] == ["adjusted"]:
        return "passes"
    if (
        mention.period is None
        or is_opened(tokens, first, stop)
        or is_plan_of(tokens, mention, stop)
    ):
        return "opens"
    return "dates"


def _is_dateline(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a date heads the story: "SAO PAULO, Jan 28 – Brazil …"."""
    if first > 8 or not first or not tokens.words[0].isupper() or len(tokens.words[0]) < 2:
        return False
    if any(tag in "AVE" for tag in tokens.tags[:first]):
        return False
    return not _DASHES.isdisjoint(tokens.lowers[stop : stop + 5])


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
