"""A sentence as a string of word classes, one character a token, that the grammar can match.

`In February 2019` becomes three characters: IN, MONTH, YEAR. Rules over such a string are short,
and it is a fifth of the sentence's length. Tokens are read a blank-separated chunk at a time,
because chunks repeat: a bounded cache makes most of them one lookup.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from figtrail.extraction.lexicon import read_rows
from figtrail.extraction.memo import Memo
from figtrail.patterns import compile_late


def class_names(names: str) -> frozenset[str]:
    """The classes of a blank-separated list of names."""
    return frozenset(names.split())


_NUMERIC = class_names(
    "YEAR DAY TWO_DIGITS NUMBER AMOUNT ORDINAL DECADE SHORT_DECADE SLASH_YEARS SLASH_DATE"
    " TIME FY_YEAR NTH_QUARTER NTH_HALF COMPANY_PERIOD NAMED_YEAR"
)
_MARKS = {
    "-": "DASH",
    "–": "DASH",
    "‑": "DASH",
    "−": "DASH",
    "—": "LONG_DASH",
    ",": "COMMA",
    ".": "DOT",
    "'": "APOSTROPHE",
    "’": "APOSTROPHE",
    "%": "PERCENT",
    "£": "CURRENCY",
    "$": "CURRENCY",
    "€": "CURRENCY",
    "₹": "CURRENCY",
    "+": "SIGN",
    "/": "SLASH",
    "(": "OPEN",
}
_OTHERS = ("OTHER", "LOWER", "PLURAL", "NAME", "POSSESSIVE", "SPACED_DASH")
# Longer chunks and the chunks of longer sentences are kept out of the cache, or looked at first.
_CACHED_CHUNK, _ORDINARY = 32, 300
_TOKEN = compile_late(
    r"[AaPp]\.[Mm]\b\.?|[1-4][QH]\d*(?=\b|FY)|\d+(?:[.,:/]\d+)*[^\W\d_]*|[^\W\d_]+\d*|\S",
)
_ORDINAL = compile_late(r"([12]?[1-9]|[123]0|31)(?:st|nd|rd|th)\Z")
_CLOCK = compile_late(r"(?:[01]?\d|2[0-3])(?::[0-5]\d|(?:[.:][0-5]\d)?[AaPp][Mm])\Z")
_SLASH_YEARS = compile_late(r"[12]\d{3}/(?:\d\d|[12]\d{3})\Z")
_SLASH_DATE = compile_late(r"\d{1,2}([./])\d{1,2}\1(?:\d\d|[12]\d{3})\Z")


def _load_words() -> tuple[dict[str, str], dict[str, int]]:
    """Word → class, and word → its number where it has one, from the lexicon."""
    classes: dict[str, str] = {}
    values: dict[str, int] = {}
    for word, name, value in read_rows("periods.csv", "word", "class", "value"):
        forms = (word, word.upper()) if word[0].isupper() else (word, word.title(), word.upper())
        for form in forms:
            classes.setdefault(form, name.upper())
            if value:
                values.setdefault(form, int(value))
    return classes, values


WORD_CLASS, WORD_VALUE = _load_words()
_NAMES = sorted({*WORD_CLASS.values(), *_NUMERIC, *_MARKS.values(), *_OTHERS})
# Characters of one byte that mean nothing in a pattern, control characters and Latin letters: their
# sets compile in two thirds of the time of wider ones, and shapes of them are matched faster.
_CODES = (*range(0x01, 0x0A), *range(0x0B, 0x20), *range(0x7F, 0x180))
CODE = {name: chr(code) for name, code in zip(_NAMES, _CODES, strict=False)}
NAME_OF_CODE = {code: name for name, code in CODE.items()}
_CODE_OF_WORD = {
    **{word: CODE[name] for word, name in WORD_CLASS.items()},
    **{mark: CODE[name] for mark, name in _MARKS.items()},
    "s": CODE["POSSESSIVE"],
}


class _Chunk(NamedTuple):
    shape: str
    words: tuple[str, ...]
    starts: tuple[int, ...]


class Tokens(NamedTuple):
    """A sentence's tokens: `shape[i]` is the class of the i-th.

    Words and places are looked up one at a time, by the chunk that holds them (`firsts`: the
    first token of each, `offsets`: where each starts): most sentences need few of them.
    """

    sentence: str
    shape: str
    chunks: list[_Chunk]
    firsts: list[int]
    offsets: list[int]

    def _locate(self, index: int) -> tuple[int, int]:
        chunk = bisect_right(self.firsts, index) - 1
        return chunk, index - self.firsts[chunk]

    def word(self, index: int) -> str:
        """The token as it stands."""
        chunk, at = self._locate(index)
        return self.chunks[chunk].words[at]

    def words(self, first: int, last: int) -> list[str]:
        """The tokens from one to before another."""
        return [self.word(index) for index in range(first, last)]

    def start(self, index: int) -> int:
        """Where the token starts in the sentence."""
        chunk, at = self._locate(index)
        return self.offsets[chunk] + chunk + self.chunks[chunk].starts[at]

    def end(self, index: int) -> int:
        """Where the token ends in the sentence."""
        chunk, at = self._locate(index)
        found = self.chunks[chunk]
        return self.offsets[chunk] + chunk + found.starts[at] + len(found.words[at])


def _classify_digits(word: str) -> str:
    if word[1:2] in ("Q", "H") and "1" <= word[0] <= ("4" if word[1] == "Q" else "2"):
        if len(word) > 2:
            return "COMPANY_PERIOD"
        return "NTH_QUARTER" if word[1] == "Q" else "NTH_HALF"
    if word.isdigit() and word.isascii():
        if len(word) == 4 and "1000" <= word < "2200":
            return "YEAR"
        if len(word) <= 2:
            return "DAY" if 1 <= int(word) <= 31 else "TWO_DIGITS"
        return "NUMBER"
    if len(word) > 12:
        return "NUMBER"
    if word[-1] == "s" and word[-2] == "0" and word[:-1].isdecimal():
        if len(word) == 5 and not "1000" <= word < "2200":
            return "AMOUNT"
        return {5: "DECADE", 3: "SHORT_DECADE"}.get(len(word), "AMOUNT")
    for pattern, name in (
        (_ORDINAL, "ORDINAL"),
        (_CLOCK, "TIME"),
        (_SLASH_YEARS, "SLASH_YEARS"),
        (_SLASH_DATE, "SLASH_DATE"),
    ):
        if pattern.match(word):
            return name
    if word in ("9/11", "7/7"):
        return "NAMED_YEAR"
    return "AMOUNT" if word[-1].isalpha() else "NUMBER"


def _classify_word(word: str) -> str:
    if word[-1].isdigit():
        stem, digits = word.rstrip("0123456789"), word.lstrip("FYQHCOP")
        if stem == "FY" and len(digits) in (2, 4):
            return "FY_YEAR"
        if stem == "Q" and digits in ("1", "2", "3", "4"):
            return "NTH_QUARTER"
        if stem == "H" and digits in ("1", "2"):
            return "NTH_HALF"
        return "NAMED_YEAR" if stem == "COP" and len(digits) == 2 else "OTHER"
    if word[0].isupper():
        return "NAME"
    if word[0].islower():
        if word[-2:] == "ed" and len(word) > 4:
            return "BEHIND"
        return "PLURAL" if word[-1] == "s" and word[-2:] != "ss" else "LOWER"
    return "OTHER"


def _code(word: str) -> str:
    code = _CODE_OF_WORD.get(word)
    if code is not None:
        return code
    return CODE[_classify_digits(word) if word[0].isdigit() else _classify_word(word)]


def _read_chunk(chunk: str) -> _Chunk:
    if chunk in ("-", "–", "—", "−"):
        return _Chunk(CODE["SPACED_DASH"], (chunk,), (0,))
    found = [(match.group(), match.start()) for match in _TOKEN.finditer(chunk)]
    return _Chunk(
        "".join([_code(word) for word, _ in found]),
        tuple([word for word, _ in found]),
        tuple([start for _, start in found]),
    )


_recall_chunk = Memo(_read_chunk, 16384).__getitem__


def read_tokens(sentence: str) -> Tokens:
    """The sentence's tokens; linear in its length, whatever it holds."""
    parts = sentence.split(" ")
    if len(sentence) <= _ORDINARY:
        chunks = list(map(_recall_chunk, parts))
    else:
        chunks = [
            _recall_chunk(part) if len(part) <= _CACHED_CHUNK else _read_chunk(part)
            for part in parts
        ]
    shapes = [chunk[0] for chunk in chunks]
    return Tokens(
        sentence,
        "".join(shapes),
        chunks,
        list(accumulate(map(len, shapes), initial=0)),
        # Blanks between chunks are counted where a chunk is looked up.
        list(accumulate(map(len, parts), initial=0)),
    )


_NAME = compile_late(r"[A-Z][A-Z_]+")
_CLASS = compile_late(r"\[([A-Z_ ]+)\]")
_COUNTED = compile_late(r"(?<!_)COUNT(?![A-Z_])")
_COUNT = "(?:NUMBER_WORD(?:DASH NUMBER_WORD)?|DAY|TWO_DIGITS|NUMBER)"
_SETS = {
    "ANY_DAY": "DAY ORDINAL",
    "ANY_MONTH": "MONTH NAMESAKE_MONTH",
    "ANY_WEEKDAY": "WEEKDAY SHORT_WEEKDAY",
    "COUNT": "NUMBER_WORD DAY TWO_DIGITS NUMBER",
    "UNIT": "YEAR_UNIT MONTH_UNIT WEEK_UNIT DAY_UNIT HOUR_UNIT DECADE_UNIT QUARTER_UNIT WEEKEND"
    " SEASON_WORD CENTURY_UNIT",
}


@cache
def spell_classes(names: str) -> str:
    """The characters of classes and of sets of classes, whose names blanks part."""
    spelt = [name for part in names.split() for name in _SETS.get(part, part).split()]
    return "".join(CODE[name] for name in spelt)


def compile_shape(template: str) -> re.Pattern[str]:
    """A pattern over a shape from a template that names the classes in capitals.

    Blanks in a template mean nothing; group names are in lower case. `COUNT` is a number in
    digits or words, `UNIT`, `ANY_DAY`, `ANY_MONTH` and `ANY_WEEKDAY` are sets of classes.
    """
    pattern = _COUNTED.sub(_COUNT, template)
    pattern = _CLASS.sub(lambda match: f"[{spell_classes(match[1])}]", pattern)
    pattern = _NAME.sub(lambda match: f"[{spell_classes(match[0])}]", pattern)
    return compile_late(pattern.replace(" ", ""))
