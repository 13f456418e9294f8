"""What a sentence does with each of its temporal expressions: date a figure, or something else."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from figtrail.extraction.dating.baselines import is_baseline, names_level
from figtrail.extraction.dating.comparing import is_compared, is_extreme
from figtrail.extraction.dating.occasions import belongs_to_noun, is_plan_of
from figtrail.extraction.dating.telling import is_told
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.periods import PeriodMention
from figtrail.extraction.tokens import Tokens
from figtrail.patterns import compile_late

Use = Literal["dates", "opens", "compares", "reports", "passes"]

_WORDS = read_sections("dating_words.txt")
_BEGINNING = frozenset(_WORDS["beginning"])
_OPENING = frozenset(_WORDS["opening"])
_CLOCK = compile_late(
    r"\d ?[ap]\.?m\b|\d[:.]\d\d|\b(?:noon|midnight|nightfall|dawn|daybreak|GMT)\b",
    re.IGNORECASE,
)
# "Climbed by 4", "slipped to 3".
_MOVED = (["by"], ["to"], ["from"])
_NUMERAL = compile_late(r"\d[\d–-]*")
_REPORTING = frozenset(_WORDS["reporting"])
_DASHES = frozenset(("–", "—", "-", ":"))
_DAYTIMES = frozenset(_WORDS["daytimes"])
_DEDUCTED = frozenset(_WORDS["deducted"])
_LAPSING = frozenset(_WORDS["lapsing"])
# The second word of what lapses in two: "runs out", "falls due".
_RUN_OUT = {
    **dict.fromkeys(("run", "runs", "running"), ("out",)),
    **dict.fromkeys(("fall", "falls", "falling", "come", "comes"), ("due",)),
}
# How far behind its time the level may stand: "July's annual inflation figure of 12.3%".
_LEVEL_REACH = 9
_RUNNING = frozenset(_WORDS["running"])
# "Children looked after by the council in May".
_TENDED = frozenset(("look", "looks", "looked", "looking"))
_YEAR = len("2014")
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
    if _is_start_of_other(tokens, first):
        return "passes"
    if mention.role == "vague" and (_CLOCK.search(text) or _NUMERAL.fullmatch(text)):
        return "passes"
    if _counts_times(tokens, first):
        return "passes"
    if belongs_to_noun(tokens, mention, first, stop, numbers):
        return "passes"
    if mention.role in ("since", "length") and is_extreme(tokens, first):
        return "passes"
    if _is_opened(tokens, first, stop) and _follows_extreme(tokens, first):
        return "passes"
    if mention.period is not None and any(
        names_level(tokens, mention.end, first, number)
        for number in numbers
        if stop < number < stop + _LEVEL_REACH
    ):
        return "dates"
    stepped = text.startswith("from ") and (
        " to " in text or (mention.role == "since" and _is_begun(tokens, first))
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
        or _is_opened(tokens, first, stop)
        or is_plan_of(tokens, mention, stop)
    ):
        return "opens"
    return "dates"


def _is_begun(tokens: Tokens, first: int) -> bool:
    """Whether "from" says when what is to come begins: "is to go up by 4.99% from April".

    Not what it is measured from: "will pay £9m, up 4% from 2014".
    """
    lowers = tokens.lowers
    for at in range(first - 1, max(0, first - 12), -1):
        if lowers[at] in ("up", "down", "off") and lowers[at - 1] == ",":
            return False
        if lowers[at] in ("will", "shall", "’ll") or (
            lowers[at] == "to" and lowers[at - 1] in ("is", "are", "set", "due", "going")
        ):
            return True
    return False


def _is_dateline(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a date heads the story: "SAO PAULO, Jan 28 – Brazil …"."""
    if first > 8 or not first or not tokens.words[0].isupper() or len(tokens.words[0]) < 2:
        return False
    if any(tag in "AVE" for tag in tokens.tags[:first]):
        return False
    return not _DASHES.isdisjoint(tokens.lowers[stop : stop + 5])


def _is_start_of_other(tokens: Tokens, first: int) -> bool:
    """Whether a mention says when something else runs: "the season that starts on June 1".

    Or how long something is still in force: "the levy of £4m expires in 2021".
    """
    if _runs_out(tokens, first):
        return True
    if "backdated" in tokens.lowers[max(0, first - 2) : first]:
        return True
    return (
        first > 1
        and tokens.lowers[first - 1] in _RUNNING
        and tokens.lowers[first - 2] in ("that", "which")
    )


def _runs_out(tokens: Tokens, first: int) -> bool:
    """Whether the verb right before a mention says that something is in force until then."""
    lowers, at = tokens.lowers, first - 1
    if at > 0 and lowers[at] in ("to", "until", "till"):
        at -= 1
    if at > 0 and lowers[at] in _RUN_OUT.get(lowers[at - 1], ()):
        at -= 1
    elif at < 0 or lowers[at] not in _LAPSING:
        return False
    elif at == first - 1 and lowers[at] == "runs" and tokens.tags[at - 1] in "MN":
        # "Scored 900 runs last year".
        return False
    noun = lowers[at] in ("end", "ends", "runs", "run", "lasts", "last") and tokens.tags[at] == "N"
    if noun and not (
        lowers[at] == "ends" and lowers[first] == "in" and tokens.tags[at - 1] in "NM"
    ):
        # But "a grant of £9,000 ends in June".
        return False
    base = not lowers[at].endswith("s")
    return not base or tokens.tags[at - 1] in "NA" or lowers[at - 1] == "to"


# How many tokens "since the beginning of the conflict on 15 April" takes up to its date.
_OPENED = 9


def _is_opened(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a mention ends "since its peak in June 2022", "before the fires of 2022".

    Not "after profit for the year to June rose": the clause has its verb behind.
    """
    moved = (
        tokens.tags[stop + 1 : stop + 2] == ["M"] or tokens.lowers[stop + 1 : stop + 2] in _MOVED
    )
    if tokens.tags[stop : stop + 1] in (["V"], ["A"]) or (
        moved and tokens.tags[stop : stop + 1] == ["E"]
    ):
        return False
    for at in range(first - 1, max(-1, first - _OPENED), -1):
        if at < first - 1 and tokens.lowers[at] in _OPENING:
            if tokens.lowers[at + 1] in _DAYTIMES or not _DEDUCTED.isdisjoint(
                tokens.lowers[at + 1 : first]
            ):
                return False
            if tokens.lowers[at] == "after" and tokens.lowers[at + 1] in _BEGINNING:
                # "40 goals after joining in May 2015".
                return True
            return tokens.lowers[at] != "after" or _is_left_behind(tokens, first, stop, at)
        if tokens.tags[at] in "AVEvMR.":
            return False
    return False


def _is_left_behind(tokens: Tokens, first: int, stop: int, at: int) -> bool:
    """Whether what came after something may have come much later than its time.

    That of "after the collapse in 2014" or "after the floods of May" may; that of "after the
    injection last week" came then, and nothing did in "was looked after in May".
    """
    if tokens.lowers[at - 1] in _TENDED or "G" in tokens.tags[at:first]:
        return False
    year = tokens.tags[stop - 1] == "M" and len(tokens.lowers[stop - 1]) == _YEAR
    return year or tokens.lowers[first] == "of" or tokens.lowers[first - 1] == "of"


def _follows_extreme(tokens: Tokens, first: int) -> bool:
    """Whether a mention says how long a record stood: "the weakest week since its 2014 sale"."""
    for at in range(first - 1, max(-1, first - 6), -1):
        if tokens.lowers[at] == "since":
            return is_extreme(tokens, at)
    return False


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
