"""A sentence as a line of tokens of one voice, with direct speech folded into single tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from figtrail.extraction.memo import Memo
from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.departments import join_lists
from figtrail.patterns import compile_late

if TYPE_CHECKING:
    from collections.abc import Sequence

SPEECH: Final = "“”"
"""The token that stands for a whole quotation."""

_TOKEN = compile_late(r"\d+:\d+\w*|\w[\w’'&.,-]*\w(?:[’'](?=\s))?|\w|\.\.\.|[^\w\s\"“”‘’'„«»]")
_APOSTROPHES: Final = frozenset("’'")
ACRONYM: Final = "WHO"
"""The body whose capitals alone tell it from a relative pronoun."""
# Longer chunks aren't worth a place in memory.
_CACHED_CHUNK: Final = 32
_FRAMING: Final = (
    frozenset(vocab.VERBS)
    | vocab.FORESEEING
    | vocab.FORECASTS
    | vocab.RECKONINGS
    | vocab.POLLING
    | vocab.WISHES
    | vocab.BELIEFS
    | vocab.PENCILLED
    | {"according"}
)
# A verb as it stands between spaces: the gate that most sentences stop at.
_FRAMING_AS_PRINTED: Final = frozenset(
    word + end for word in _FRAMING for end in ("", ",", ".", ":", ";", "?", "!", ",”", "…", ")")
)
# A bare "per" is too common to be a gate.
_CITING: Final = ("as per ", "As per ", "Per the ", ", per the ")


class Line(NamedTuple):
    """Tokens with their offsets in the document; `lowers` are the words in lower case."""

    words: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]


def read_line(
    text: str, start: int, end: int, speech: Sequence[tuple[int, int]] = ()
) -> Line | None:
    """The tokens of `text[start:end]`; each span of `speech` inside becomes one `SPEECH` token.

    None where no word attributes anything.
    """
    stretch = text[start:end]
    if _FRAMING_AS_PRINTED.isdisjoint(stretch.lower().split()) and not _cites(stretch):
        return None
    words: list[str] = []
    at = start
    for quote_start, quote_end in speech:
        words += _read_words(text[at:quote_start])
        words.append(SPEECH)
        at = max(at, quote_end)
    words += _read_words(text[at:end])
    words, lowers = join_lists(*_join_abbreviations(words))
    _keep_acronym(words, lowers)
    if _FRAMING.isdisjoint(lowers) and not _cites(stretch):
        return None
    return Line(words, lowers, *_locate(text, start, words, speech))


def _cites(stretch: str) -> bool:
    """Whether "as per X" or "per the X" may cite."""
    return any(words in stretch for words in _CITING)


def read_tokens(text: str, start: int, end: int) -> Line:
    """The tokens of `text[start:end]`, whatever its words are."""
    words, lowers = join_lists(*_join_abbreviations(_read_words(text[start:end])))
    return Line(words, lowers, *_locate(text, start, words, ()))


def _read_words(stretch: str) -> list[str]:
    """The tokens of a stretch of text, a blank-separated chunk at a time: most chunks recur."""
    chunks = stretch.split()
    # Where the stretch ends, an apostrophe closes it and is no genitive's.
    last = chunks.pop() if stretch[-1:] in _APOSTROPHES else ""
    words: list[str] = []
    for chunk in chunks:
        words += _recall_chunk(chunk) if len(chunk) <= _CACHED_CHUNK else _read_chunk(chunk)
    return words + _TOKEN.findall(last)


def _read_chunk(chunk: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(chunk + " "))


_recall_chunk = Memo(_read_chunk, 16384).__getitem__


def _join_abbreviations(words: list[str]) -> tuple[list[str], list[str]]:
    """Drops the full stops of titles and initials, which end nothing."""
    lowers = [word.lower() for word in words]
    if "." in words[:-1]:
        kept = [
            at
            for at, word in enumerate(words)
            if word != "." or not at or not _is_abbreviated(words[at - 1], lowers[at - 1])
        ]
        if len(kept) < len(words):
            return [words[at] for at in kept], [lowers[at] for at in kept]
    return words, lowers


def _keep_acronym(words: list[str], lowers: list[str]) -> None:
    """Leaves "the WHO" its capitals, in place: it is no relative pronoun."""
    if ACRONYM in words:
        for at, word in enumerate(words):
            if word == ACRONYM and not (at and words[at - 1].isupper()):
                lowers[at] = ACRONYM


def _is_abbreviated(word: str, lower: str) -> bool:
    if lower in ("a.m", "p.m"):
        return True
    if word[0].isdigit():
        # "The Sept. 30-Oct. 6 poll".
        word = word.rpartition("-")[2] or word
    if word[0].isupper() and (len(word) < 4 or word.lower() in vocab.ABBREVIATED):
        return True
    return lower in vocab.TITLES or lower in vocab.ROLES


def _locate(
    text: str, start: int, words: list[str], speech: Sequence[tuple[int, int]]
) -> tuple[list[int], list[int]]:
    """Where each token stands: found again in order, which is cheaper than matching with spans."""
    starts: list[int] = []
    ends: list[int] = []
    find = text.find
    at = start
    quotes = iter(speech)
    for word in words:
        if word is SPEECH:
            here, at = next(quotes)
        else:
            here = find(word, at)
            at = here + len(word)
        starts.append(here)
        ends.append(at)
    return starts, ends
