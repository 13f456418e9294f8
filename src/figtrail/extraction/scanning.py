"""The gate: where a text may state a number at all. Most sentences hold none and cost nothing.

The first lines may set the day of a story without a number, so what names a day there passes too.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from heapq import merge

import re2

from figtrail.extraction.date_words import MONTHS
from figtrail.extraction.lexicon import read_pairs, read_rows, read_sections
from figtrail.extraction.sentences import paragraph_bounds, split_sentences
from figtrail.model import Sentence
from figtrail.patterns import compile_late

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
_EMPHASIS = "|".join(read_sections("numbers.txt")["emphasis"])
_NUMBER_WORD = re2.compile(
    (
        r"\b(?:" + "|".join(_WORDS) + r"|half (?:of|the|an?|its|their|his|her|our|all|these|those"
        r"|that|as|were|said|are|have|had|took|take|want(?:ed)?|would|will|say|think|died|never"
        r"|live|lived|work|came|went|got|felt|believe|support|oppose|remain|did|do|now)"
        r"|(?:than|about|around|nearly|almost|roughly|over|under|by|in|only|just|some|least) half"
        r"|half-(?:a-)?(?:million|hour|billion|dozen)|half (?:hour|million|billion|dozen)"
        r"|one[- ](?:in|out|per|half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|"
        r"twentieth|hundredth|point|euro|pound|dollar|basis|and)"
        r"|a half|(?:a|another|further|" + _EMPHASIS + r") third|third of"
        r"|(?:" + _EMPHASIS + r") half|half (?:percentage )?point"
        r"|a (?:" + "|".join(read_pairs("numbers.txt", "coins")) + r")"
        r"|(?:a|one) (?:full |whole )?(?:percentage|basis)[- ]point)\b[^.]*"
    ).encode()
)
_DIGIT = re.compile(rb"0[^.]*")
# A story says in its first lines when it happened; in code points.
_LEAD = 900
_DAYS = [
    word.lower()
    for word, name in read_rows("periods.csv", "word", "class")
    if name in ("weekday", "yesterday", "feast", "feast_day")
]
_DAY_WORD = re2.compile(
    (r"\b(?:" + "|".join(_DAYS) + r"|christmas|weekend|last night|tonight)\b[^.]*").encode()
)
# "House prices fell in May for a third month": what statistics are of may be told without a number.
_STATISTIC = re2.compile(
    (
        r"\b(?:" + "|".join(read_sections("dating_words.txt")["moving"]) + r")\b[^.]{0,60}?"
        r"\b(?:in (?:(?:" + "|".join(sorted(month.lower() for month in MONTHS)) + r")\b"
        r"|the (?:first|second|third|fourth|final) quarter)|last (?:month|quarter))\b[^.]*"
    ).encode()
)
# What one of them holds: looking for a word as it stands is many times faster than any pattern.
_HINTS = [
    *(hint.encode() for hint in ("day", "night", "weekend", "christmas")),
    *(word.encode() for word in _DAYS if not word.endswith("day")),
]
_FRACTIONS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_FRACTION = compile_late(f"[{_FRACTIONS}]")
# One byte a character, which both engines read several times faster than text. Digits become 0,
# letters lower case, what may end a sentence a full stop and other marks a comma.
_MARKS = "".join(mark for mark in string.punctuation + "\t\r" if mark not in ".!?-")
_FLATTEN = bytes.maketrans(
    (string.digits + string.ascii_uppercase + "!?\n" + _MARKS).encode(),
    ("0" * 10 + string.ascii_lowercase + "..." + "," * len(_MARKS)).encode(),
)


def scan_sentences(text: str) -> Iterator[tuple[int, Sentence]]:
    """Yield (paragraph start, sentence) for each that may state a number or lead with a day."""
    stretches = _stretches(text)
    stretch = next(stretches, None)
    while stretch is not None:
        start, end = paragraph_bounds(text, stretch[0])
        for sentence in split_sentences(text, start, end):
            while stretch is not None and stretch[1] <= sentence.start:
                stretch = next(stretches, None)
            if stretch is None:
                return
            if stretch[0] < sentence.end:
                yield start, sentence
        while stretch is not None and stretch[0] < end:
            stretch = next(stretches, None)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Stretches from a digit, number word or fraction sign up to the next full stop, in order.

    In the first lines those from a word for a day as well, and from how something moved in a month.

    A sentence that is read in pieces lies in one of them with every piece after its number.
    """
    flat = text.encode("ascii", "replace").translate(_FLATTEN)
    found = [_DIGIT.finditer(flat), _NUMBER_WORD.finditer(flat)]
    lead = flat[:_LEAD]
    # A text without any number has nothing that a day could date.
    if _DIGIT.search(flat) is not None or _NUMBER_WORD.search(flat) is not None:
        found.append(_STATISTIC.finditer(lead))
        if any(map(lead.__contains__, _HINTS)):
            found.append(_DAY_WORD.finditer(lead))
    if any(map(text.__contains__, _FRACTIONS)):
        found.append(_FRACTION.finditer(text))
    return merge(*([match.span() for match in matches] for matches in found))
