"""Text → sentences, by their offsets. Abbreviations are data.

A line break ends a sentence: breaks that only wrap a line are blanks by then (`figtrail.plain`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from figtrail.extraction.lexicon import read_sections
from figtrail.model import Sentence
from figtrail.patterns import compile_late

_ABBREVIATIONS = frozenset(read_sections("abbreviations.txt")["abbreviations"])
_CLOSING = frozenset(read_sections("abbreviations.txt")["closing"])
_MONTHS_AND_NUMBERED = frozenset(read_sections("abbreviations.txt")["before_number"])
# It begins with a class, so that the engine skips to its next character; a run of stops is tried
# from its first alone, so that a line of dots takes no longer than another.
_END = compile_late(r"[.!?…](?<![.!?…][.!?…])[.!?…]*+(?:[\"'”’»)\]]*+(?=\s|$)|[\"”»](?=[A-Z“\"]))")
# What goes on for longer is no sentence but a table or a run of signs, and is read in pieces.
_LONGEST = 1000
_BREAK = compile_late(r"\s")
_LAST_WORD = compile_late(r"[^\s(\[“\"'‘]*$")
_NEXT = compile_late(r"\s+[\"'“‘«(\[]*(\S)")


def paragraph_bounds(text: str, position: int) -> tuple[int, int]:
    """Give the bounds of the paragraph that holds a position: a line."""
    end = text.find("\n", position)
    return text.rfind("\n", 0, position) + 1, len(text) if end < 0 else end


def split_sentences(text: str, start: int, end: int) -> Iterator[Sentence]:
    """Split one paragraph, `text[start:end]`, into sentences with offsets into `text`."""
    begin = start
    for match in _END.finditer(text, start, end):
        stop = match.end()
        if stop >= end:
            break
        # What stands further back is another piece, and looked at again for every stop behind it.
        near = max(begin, match.start() - _LONGEST)
        if not _ends_sentence(text, near, match.start(), stop, end):
            continue
        yield from _divide(text, begin, stop)
        begin = stop
    yield from _divide(text, begin, end)


def _divide(text: str, start: int, end: int) -> Iterator[Sentence]:
    """The sentence between two bounds, or its pieces; what never breaks off states nothing."""
    while end - start > _LONGEST:
        limit = start + _LONGEST
        half = start + _LONGEST // 2
        cut = max(text.rfind(sign, half, limit) for sign in ("; ", ", ", "\n")) + 1
        if not cut:
            cut = max(text.rfind(sign, start + 1, limit) for sign in " \n\t\u00a0\u2028")
        if cut < 0:
            following = _BREAK.search(text, limit, end)
            start = following.end() if following is not None else end
            continue
        sentence = _trimmed(text, start, cut)
        if sentence is not None:
            yield sentence
        start = cut
    sentence = _trimmed(text, start, end)
    if sentence is not None:
        yield sentence


def _ends_sentence(text: str, begin: int, dot: int, stop: int, end: int) -> bool:
    following = _NEXT.match(text, stop, end)
    if following is None:
        return True
    after = following.group(1)
    if after.islower():
        return False
    if text[dot] != ".":
        return True
    window = text[max(begin, dot - 24) : dot]
    match = _LAST_WORD.search(window)
    word = match.group() if match is not None else ""
    lower = word.lower()
    if stop - dot == 1 and lower in _ABBREVIATIONS:
        return _closes(text, begin, dot - len(word), lower, following.start(1))
    if stop - dot == 1 and _is_county(text, begin, dot - len(word), word):
        return False
    # A list's number belongs to the line or to the entry that it numbers.
    if word.isdigit() and len(word) < 3 and _numbers_entry(text[begin : dot - len(word)], word):
        return False
    # The later month of "Sept. 30-Oct. 6" stands behind the day before it.
    month = _DAY_BEFORE.sub("", lower)
    if stop - dot == 1 and month in _MONTHS_AND_NUMBERED and after.isdigit():
        return False
    # An initial ("J. Smith", "U.S. Senate") ends nothing unless a new sentence plainly starts.
    if stop - dot == 1 and len(word) == 1 and word.isupper():
        # "So did I. Nobody knew", but "1. I. Renwick".
        return word == "I" and _NUMBERED.search(text, begin, dot - 1) is None
    if stop - dot == 1 and "." in word and re.fullmatch(r"(?:[A-Za-z]\.&?)+[A-Za-z]", word):
        if lower in ("a.m", "p.m"):
            # "At 5 p.m. Tuesday", "by 9 a.m. ET", "the 6 a.m. Situation Report".
            described = _OF_THE_HOUR.search(text, begin, dot - len(word))
            return described is None and _CLOCKED.match(text, following.start(1)) is None
        return after in '"“' or _starts_sentence(text, following.start(1))
    return True


def _numbers_entry(before: str, word: str) -> bool:
    """Whether a number opens a line or an entry of a list, by what stands before it in the line.

    "Results: 1. Verstap, 2. Noor"; but "said the investigator, 58. Pressure fell".
    """
    before = before.rstrip()
    if not before or (before[-1] == ":" and word in _FIRST):
        return True
    if f" {int(word) - 1}. " in f" {before}":
        return True
    return before[-1] in ",;:" and f" {int(word) + 1}. " in f" {before}"


# The number of an entry, before the initial of a name.
_NUMBERED = compile_late(r"\b\d{1,2}[.)]? $")
# Lists begin with one, and those of a rugby side with its full back.
_FIRST = ("1", "15")
_DAY_BEFORE = compile_late(r"^\d{1,2}[-–—]")
_CLOCKED = compile_late(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!['’])|(?:Eastern|Central|Pacific|Mountain)\b"
    r"|[ECMP][SD]?T\b|GMT\b|BST\b|IST\b|UTC\b|[A-Z][a-z]+(?: [A-Z][a-z]+)? time\b"
)
_OF_THE_HOUR = compile_late(r"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)|['’]s) \d{1,2}(?::\d\d)? ?$")
_COUNTY = compile_late(
    r"(?:[,(] ?|\b(?:[Ii]n|[Oo]f|[Aa]t|[Ff]rom|[Tt]o|[Ff]or|[Aa]cross|[Aa]round|[Nn]ear"
    r"|[Tt]hroughout|[Oo]utside|[Ww]ithin|[Bb]etween|Cos?\. [A-Z][a-z]+(?:, Co\. [A-Z][a-z]+)*,?"
    r" and) )$"
)


def _is_county(text: str, begin: int, start: int, word: str) -> bool:
    """See "in Co. Kerry", "Newry, Co. Down"; "Barrow and Co. Profit rose" are two sentences."""
    if word not in ("Co", "Cos"):
        return False
    return not text[begin:start].strip() or _COUNTY.search(text, begin, start) is not None


def _closes(text: str, begin: int, start: int, word: str, following: int) -> bool:
    """See "The wall is 12 ft. The gate": an abbreviation that may well end what it stands in."""
    if word not in _CLOSING or start == begin:
        return False
    measures = word == "ft" and text[max(begin, start - 2) : start].rstrip()[-1:].isdigit()
    measures = measures and _INCHES.match(text, following) is None
    return measures or _starts_sentence(text, following)


_INCHES = compile_late(r"\d{1,2}(?:\.\d+)? ?in\b")


def _starts_sentence(text: str, at: int) -> bool:
    word = re.match(r"\w+", text[at : at + 16])
    return word is not None and word.group() in _STARTERS


_STARTERS = frozenset(read_sections("abbreviations.txt")["starters"])


def _trimmed(text: str, start: int, end: int) -> Sentence | None:
    stretch = text[start:end]
    words = stretch.strip()
    if not words:
        return None
    start += len(stretch) - len(stretch.lstrip())
    return Sentence(start, start + len(words), words)
