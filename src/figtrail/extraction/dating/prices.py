"""What something costs or fetches in a market, which no month or year spoken of dates."""

from __future__ import annotations

from figtrail.extraction.dating.lines import Line
from figtrail.extraction.lexicon import read_sections

# What is priced by the day.
_TRADED = frozenset(("shares", "stock", "adrs"))
# How far behind its verb the move of a price may stand: "fell by as much as 3%".
_MOVED = 6
_PRICED = frozenset(read_sections("dating_words.txt")["priced"])


def trades(line: Line, at: int, period: str | None) -> bool:
    """Whether something traded is told of, whose price moves in a day and not in a quarter."""
    spot, lowers = line.spots[at], line.tokens.lowers
    if period is None or len(period) == len("2024-01-01") or not 0 < spot.verb < spot.first:
        return False
    shares = not _TRADED.isdisjoint(lowers[max(0, spot.verb - 5) : spot.verb])
    if spot.first - spot.verb > _MOVED:
        return shares
    # "The FTSE 100 fell", "Brent crude slid", but "euro sales fell".
    last = spot.verb - 1
    head = last - (line.tokens.tags[last] == "M" or lowers[last] == "index")
    return shares or lowers[head] in _PRICED


def is_price(line: Line, at: int) -> bool:
    """Whether a figure is what something costs by the day or month: "staff cost £9,000 a month"."""
    spot, rate = line.spots[at], line.readings[at].rate
    if rate is None or line.readings[at].kind != "money" or not 0 < spot.verb < spot.first:
        return False
    return line.tokens.lowers[spot.verb] in ("cost", "costs")
