"""The gate: where a text may state a number at all. Most sentences hold none and cost nothing."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from figtrail.extraction.lexicon import read_pairs
from figtrail.extraction.sentences import paragraph_bounds, split_sentences
from figtrail.model import Sentence

_WORDS = sorted(
    {
        word
        for section in ("ones", "tens", "scales", "denominators", "multiples", "halvings")
        for word in read_pairs("numbers.txt", section)
    }
    - {"one", "third", "second", "score", "half"},
    key=len,
    reverse=True,
)
_GATE = re2.compile(
    r"(?:[0-9½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|\b(?i:"
    + "|".join(_WORDS)
    + r"|half (?:of|the|an?|its|their|his|her|our|all|these|those|that|as|were|said|are|have|had)"
    r"|(?:than|about|around|nearly|almost|roughly|over|under|by|in|only|just|some|least) half"
    r"|half-(?:a-)?(?:million|hour|billion|dozen)|half (?:hour|million|billion|dozen)"
    r"|one[- ](?:in|out|per|half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|"
    r"twentieth|hundredth|point|euro|pound|dollar|basis|and)"
    r"|a third)\b)[^.!?\n]*"
)


def scan_sentences(text: str) -> Iterator[tuple[int, Sentence]]:
    """Yield (paragraph start, sentence) for every sentence that may state a number, in order."""
    positions = _positions(text)
    position = next(positions, None)
    while position is not None:
        start, end = paragraph_bounds(text, position)
        for sentence in split_sentences(text, start, end):
            while position is not None and position < sentence.start:
                position = next(positions, None)
            if position is None:
                return
            if position < sentence.end:
                yield start, sentence
                while position is not None and position < sentence.end:
                    position = next(positions, None)
                if position is None:
                    return
        while position is not None and position < end:
            position = next(positions, None)


def _positions(text: str) -> Iterator[int]:
    for match in _GATE.finditer(text):
        yield match.start()
