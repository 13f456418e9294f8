"""What something costs, fetches in a market or draws on the day, which no year spoken of dates."""

from __future__ import annotations

from figtrail.extraction.dating.lines import Line
from figtrail.extraction.lexicon import read_phrases, read_sections, read_words
from figtrail.extraction.tokens import Tokens
from figtrail.intervals import is_year

# What is priced by the day.
TRADED = frozenset(("shares", "stock", "adrs"))
# Within so many tokens a sentence names what it is about.
_OPENING = 3
# How many tokens the shares of a firm may take with its name: "shares in Orrin Motors, which".
_FIRM = 8
# How far behind its verb the move of a price may stand: "fell by as much as 3%".
_MOVED = 6
_MATCHES = frozenset(read_sections("dating_words.txt")["matches"])
_PRICED = frozenset(read_sections("dating_words.txt")["priced"])


def trades(line: Line, at: int, period: str | None) -> bool:
    """Whether something traded is told of, whose price moves in a day and not in a quarter."""
    spot, lowers = line.spots[at], line.tokens.lowers
    if period is None or len(period) == len("2024-01-01") or not 0 < spot.verb < spot.first:
        return False
    subject = (*lowers[:_OPENING], *lowers[max(0, spot.verb - 5) : spot.verb])
    shares = not TRADED.isdisjoint(subject)
    if spot.first - spot.verb > _MOVED:
        return shares
    # "The FTSE 100 fell", "Brent crude slid", but "euro sales fell".
    last = spot.verb - 1
    head = last - (line.tokens.tags[last] == "M" or lowers[last] == "index")
    return shares or lowers[head] in _PRICED


def moves_shares(line: Line, at: int) -> bool:
    """Whether a figure is what the shares of a firm did or stood at, and not a whole market."""
    spot, lowers = line.spots[at], line.tokens.lowers
    start = max(0, spot.verb - _FIRM) if 0 < spot.verb < spot.first else max(0, spot.first - 2)
    subject = lowers[start : spot.first]
    return not TRADED.isdisjoint(subject) and not opens_market(line.tokens)


def opens_market(tokens: Tokens) -> bool:
    """Whether a sentence opens with what a market did: "Oil prices fell", "Asian shares slipped".

    Not "shares in the firm fell": what else is told of that is of its accounts.
    """
    for at in range(1, min(_SUBJECT, len(tokens.words))):
        if tokens.tags[at] in "VE":
            subject = tokens.lowers[:at]
            good = _GOODS.isdisjoint(subject[-2:])
            market = subject[-1] in _MARKETS or (subject[-1] == "prices" and not good)
            return (market or subject[-1] in _GOODS) and tokens.lowers[at] in _MOVES
        if tokens.tags[at] in "AvM.":
            return False
    return False


# How many tokens the name of a market may take with its verb.
_SUBJECT = 6
_GOODS = _PRICED | frozenset(read_phrases("places_words.txt", "traded"))
_MARKETS = frozenset("futures stocks shares equities markets indices indexes yields bonds".split())
_MOVES = read_words("places_words.txt")["price_move"] | frozenset(
    read_sections("dating_words.txt")["moving"]
)


def is_of_season(line: Line, at: int, period: str | None) -> bool:
    """Whether a figure is of a club's matches, whose season isn't the year of its accounts.

    "A profit of £3m in the year to June. … Crowds averaged 8,900".
    """
    if period is None or "/" not in period or line.readings[at].kind == "money":
        return False
    clause = line.spots[at].clause
    return is_year(period) and any(
        lower in _MATCHES and number == clause
        for lower, number in zip(line.tokens.lowers, line.clauses.numbers, strict=True)
    )


def is_price(line: Line, at: int) -> bool:
    """Whether a figure is what something costs by the day or month: "staff cost £9,000 a month"."""
    spot, rate = line.spots[at], line.readings[at].rate
    if rate is None or line.readings[at].kind != "money" or not 0 < spot.verb < spot.first:
        return False
    return line.tokens.lowers[spot.verb] in ("cost", "costs")
