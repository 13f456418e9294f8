"""The dating that a mark gives: its period, and its words as they are published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from figtrail.extraction.dating.carrying import Dating
from figtrail.extraction.dating.levels import STRETCHES, are_paired, is_stretch
from figtrail.extraction.dating.lines import Line
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.periods import bound_days, closing_day
from figtrail.extraction.tokens import Tokens

_STOCKS = frozenset(read_sections("dating_words.txt")["stocks"])


def state(line: Line, at: int, mark: Mark) -> Dating:
    """What a mark dates a figure: of "from A to B during P" the second the last day of P."""
    period = mark.mention.period
    if period is None or mark.use == "opens":
        return make_dating(line.tokens, mark, None)
    if at and are_paired(line.tokens, line.readings, at - 1) and is_stretch(line.tokens, mark):
        period = closing_day(period)
    elif mark.use == "dates" and _is_of_stock(line, at):
        period = _end_stretch(line, at, mark, period)
    return make_dating(line.tokens, mark, period)


def _is_of_stock(line: Line, at: int) -> bool:
    """Whether the subject of a figure's verb is what is held on a day: reserves, a population."""
    spot = line.spots[at]
    subject = line.tokens.lowers[max(0, spot.verb - 8) : spot.verb] if spot.verb > 0 else []
    return spot.verb < spot.first and not _STOCKS.isdisjoint(subject)


def _end_stretch(line: Line, at: int, mark: Mark, period: str) -> str:
    """The last day for the level of a stock, for its change from year to year the later year.

    "Reserves fell to $7bn in the week to March 1", "jumped 11% between 2016 and 2021".
    """
    lowers = line.tokens.lowers
    first, last = bound_days(period)
    if lowers[line.spots[at].first - 1] == "to" and is_stretch(line.tokens, mark):
        return closing_day(period)
    text = line.tokens.text[mark.mention.start : mark.mention.end].lower()
    years = last.year > first.year and period == f"{first.year}-01-01/{last.year}-12-31"
    return str(last.year) if years and text.startswith(("between ", "from ")) else period


def close_stock(line: Line, at: int, shared: Dating) -> Dating:
    """The last day for a stock's level behind its change: "stocks rose by 3m in the week to 9m"."""
    if shared.period is None or line.tokens.lowers[line.spots[at].first - 1] != "to":
        return shared
    if not (shared.text or "").lower().startswith(STRETCHES) or not _is_of_stock(line, at):
        return shared
    return shared._replace(period=closing_day(shared.period))


def pair_levels(line: Line, datings: Sequence[Dating]) -> list[Dating]:
    """The datings, with a mark at every level that another is compared with, and at that other."""
    paired: set[int] = set()
    for at, spot in enumerate(line.spots):
        if spot.earlier:
            ahead = at + 1 < len(datings) and are_paired(line.tokens, line.readings, at)
            paired |= {at, at + 1 if ahead else at - 1}
    return [
        dating._replace(paired=True) if at in paired else dating
        for at, dating in enumerate(datings)
    ]


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
    while stop < len(tokens.words) and tokens.tags[stop] in "NJ":
        stop += 1
    return tokens.ends[stop - 1] if stop > mark.stop else end + 2


def keep_latest(datings: Iterable[Dating]) -> list[str]:
    """The periods of a sentence; of two months or two years the later, which it is about.

    The other is what that is held against: "rose to 5% in July from 4% in June".
    """
    periods = [dating.period for dating in datings if dating.period is not None]
    latest: dict[int, str] = {}
    for period in periods:
        latest[len(period)] = max(period, latest.get(len(period), period))
    return [period for period in periods if period == latest[len(period)]]
