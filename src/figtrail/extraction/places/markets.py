"""Prices of the world's markets, which are of no place: "Brent was up 1%", "U.S. wheat futures"."""

from __future__ import annotations

import re
from functools import lru_cache

from figtrail.extraction.lexicon import read_phrases
from figtrail.extraction.places.gazetteer import fold
from figtrail.extraction.places.mentions import Mention
from figtrail.extraction.places.words import load_words
from figtrail.patterns import WordedPattern, compile_late

# So many characters of a headline or a first sentence tell whether it is about a market.
_OPENING = 160
# So many lines, the headline's and the lead's, are looked at.
_HEAD = 3
# So many words may come before the good that opens a sentence, "New Zealand" three times.
_BEFORE = 6
_DATELINE = compile_late(r"[^.;:]{3,60}? ?[-–—]+ ")
# What behind a place's name tells a market, beside a good and what its price does.
_MARKET = compile_late(
    r" (?:crude|gold) [£$€]?\d|(?: [a-z-]+){1,4} futures\b"
    r"|(?: [a-z-]+){0,3} (?:gas|oil|power|coal|wheat|corn|carbon) contracts?\b"
    r"|(?: crude| light)? wti\b"
)
_GOODS = read_phrases("places_words.txt", "traded")


def _goods() -> str:
    return "|".join(map(re.escape, sorted(_GOODS, key=len, reverse=True)))


@lru_cache(maxsize=1)
def _priced() -> re.Pattern[str]:
    """A traded good, and not how much of it there is: "kept Brent above"."""
    return re.compile(
        rf"\b(?:{_goods()})\b(?! (?:oil )?(?:stock|invent|output|production|export|import|suppl"
        r"|demand|shipment|harvest|crop|sales|consumption|refin))"
    )


@lru_cache(maxsize=1)
def _moving() -> str:
    """A traded good and what its price does: "crude futures were down", "and crude 1.2%"."""
    moves = sorted(load_words().price_move, key=len, reverse=True)
    return (
        rf"(?:{_goods()})(?: oil)?(?: prices?| futures| contracts?)?(?: \([a-z]+\))?(?: crude)?"
        r"(?: for [a-z ]{2,30}?| on the [a-z ]{2,40}?| on [a-z]+day)?"
        r" (?:(?:was|were|is|are|has|have|had|also|further|again|briefly) ){0,3}"
        rf"(?:{'|'.join(moves)})\b"
    )


@lru_cache(maxsize=1)
def _subject() -> WordedPattern:
    """A traded good that opens a sentence and what its price does: "Spot gold was up"."""
    opening = r"(?:(?:the|[a-z]{3,9}(?:-[a-z]+)?(?:'s)?|u\.s\.|us|new zealand) ){0,3}?"
    return WordedPattern(opening + _moving(), _GOODS)


@lru_cache(maxsize=1)
def _described() -> WordedPattern:
    """A traded good behind a place's name and what its price does: "U.S. crude was up"."""
    return WordedPattern(f" {_moving()}", _GOODS)


def _match_subject(low: str, start: int) -> re.Match[str] | None:
    pattern = _subject().allowed_by(low[start:].split(None, _BEFORE + 1)[: _BEFORE + 1])
    return pattern.match(low, start) if pattern is not None else None


def find_market(low: str) -> int:
    """Where the subject and verb end of a folded sentence about a market's price; 0 if it isn't.

    A dateline may stand before it: "LONDON, May 4 - Copper fell".
    """
    match = _match_subject(low, 0)
    if match is None and (dateline := _DATELINE.match(low)) is not None:
        match = _match_subject(low, dateline.end())
    return match.end() if match is not None else 0


def is_beyond(low: str, mention: Mention, start: int) -> bool:
    """See "Coffee rose 4% after frost in Brazil": a place that only moves a world market.

    So is one before the figure at `start`, where a traded good stands between: "worries over Gulf
    supply kept Brent above $71".
    """
    market = find_market(low)
    if not market:
        return False
    between = market < mention.end <= start
    return not between or _priced().search(low, mention.end, start) is not None


def names_market(low: str, end: int) -> bool:
    """The place whose name ends at `end` describes a market's good: "Chicago corn gained"."""
    pattern = _described().allowed_by(low[end:].split(None, 1)[:1])
    if pattern is not None and pattern.match(low, end) is not None:
        return True
    return _MARKET.match(low, end) is not None


def opens_on_market(text: str) -> bool:
    """An article's headline or lead is about a market."""
    lines = text[: _HEAD * _OPENING].split("\n", 2 * _HEAD)
    return any(find_market(fold(line[:_OPENING])) for line in lines)
