"""The dating that a mark gives: its period, and its words as they are published."""

from __future__ import annotations

from figtrail.extraction.dating.carrying import Dating
from figtrail.extraction.dating.levels import are_paired, is_stretch
from figtrail.extraction.dating.lines import Line
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.periods import closing_day
from figtrail.extraction.tokens import Tokens


def state(line: Line, at: int, mark: Mark) -> Dating:
    """What a mark dates a figure: of "from A to B during P" the second the last day of P."""
    period = mark.mention.period
    if period is None or mark.use == "opens":
        return make_dating(line.tokens, mark, None)
    if at and are_paired(line.tokens, line.readings, at - 1) and is_stretch(line.tokens, mark):
        period = closing_day(period)
    return make_dating(line.tokens, mark, period)


def make_dating(tokens: Tokens, mark: Mark, period: str | None) -> Dating:
    """A period with the words of a mark; None keeps the words alone."""
    mention = mark.mention
    text = tokens.text[mention.start : _end_words(tokens, mark)]
    return Dating(period, text, mention.basis if period is not None else None)


def _end_words(tokens: Tokens, mark: Mark) -> int:
    """Where the words of a mark end: with "'s", or with the noun of "in Sunday's election"."""
    end = mark.mention.end
    if tokens.text[end : end + 2] not in ("'s", "’s"):
        return end
    if tokens.tags[mark.first] != "P":
        return end + 2
    stop = mark.stop
    while stop < len(tokens) and tokens.tags[stop] in "NJ":
        stop += 1
    return tokens.ends[stop - 1] if stop > mark.stop else end + 2
