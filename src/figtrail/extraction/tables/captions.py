"""What the heading or the sentence just before a table says of all its figures."""

from __future__ import annotations

from typing import NamedTuple

from figtrail.extraction.periods import DateContext, find_periods
from figtrail.extraction.sentences import paragraph_bounds, split_sentences
from figtrail.extraction.tables.legends import Legend, read_legend
from figtrail.extraction.tables.words import POINTING, SHOWING, TITLES
from figtrail.extraction.tokens import tokenise
from figtrail.patterns import compile_late

_NUMBERED = compile_late(
    r"(?i:table|figure|fig|chart|box)\.?(?: ?\d{1,3}[a-z]?)?(?: ?[.:–—-] ?| (?=[A-Z]))"
)
_PARTED = compile_late(
    r"(?i)[,:]? (?:(?:broken down |split )?by (?!\d)|(?:in|for|at) each )[\w' ]+?(?=[,(:]|$)"
)
_ORDERED = compile_late(r"(?i)^(?:the )?(?:top \w+|where|which|how many)\b ?")
_ITEM = compile_late(r"(?:[*+•·●▪‣–—-]|\d{1,2}[.)])\s")
_FINITE = frozenset("VvA")
# A line has to stand close above its table.
_BLANKS = 3
# What is told of in more words is no caption but a tale.
_TITLE = 16
_SUBJECT = 8


class Caption(NamedTuple):
    """The words before a table, by offsets into what is read; `titles` is whether they name it."""

    start: int
    stop: int
    legend: Legend
    titles: bool


def read_caption(text: str, start: int, dates: DateContext) -> Caption | None:
    """Read the line above a table that starts at an offset: its last sentence."""
    stop = _trim(text, start)
    if not stop or text.count("\n", stop, start) > _BLANKS:
        return None
    begin, _ = paragraph_bounds(text, stop - 1)
    *_, sentence = split_sentences(text, begin, stop)
    words = sentence.text
    if _ITEM.match(words) is not None:
        return None
    tokens = tokenise(words)
    verb = next((at for at, tag in enumerate(tokens.tags) if tag in _FINITE), None)
    told = words.endswith((".", "!", "?")) and verb is not None
    pointing = not POINTING.isdisjoint(tokens.lowers) and not SHOWING.isdisjoint(tokens.lowers)
    if told and not pointing:
        dated = _read_dated(words, dates)
        subject = words[: tokens.starts[verb or 0]].strip() if verb else ""
        if subject and len(subject.split()) <= _SUBJECT:
            phrase = read_legend(_strip_article(subject), dates).phrase
            dated = dated._replace(phrase=phrase)
        return Caption(sentence.start, sentence.end, dated, titles=False)
    if pointing:
        at = next(at for at, word in enumerate(tokens.lowers) if word in SHOWING)
        words = words[tokens.ends[at] :]
    title = _read_title(words, dates)
    if not pointing and "A" in tokens.tags and "R" not in tokens.tags:
        # A headline tells something, and names no quantity: "Council will spend more on roads".
        title = title._replace(phrase=None)
    return Caption(sentence.start, sentence.end, title, titles=True)


def _trim(text: str, start: int) -> int:
    """Where the last word before an offset ends."""
    while start and text[start - 1].isspace():
        start -= 1
    return start


def _read_title(words: str, dates: DateContext) -> Legend:
    words = words.strip().rstrip(".:").strip()
    numbered = _NUMBERED.match(words)
    words = words[numbered.end() :] if numbered is not None else words
    words = _PARTED.sub("", _strip_article(_ORDERED.sub("", words)))
    if words.lower() in TITLES or not words:
        return Legend(words)
    legend = read_legend(words, dates)
    long = legend.phrase is not None and len(legend.phrase.split()) > _TITLE
    plain = legend.phrase is not None and legend.phrase.lower() in TITLES
    return legend._replace(phrase=None) if long or plain else legend


def _read_dated(words: str, dates: DateContext) -> Legend:
    """The period of a sentence that states one and no other."""
    mentions = find_periods(words, dates)
    legend = Legend(words)
    return (
        legend._replace(dating=read_legend(words, dates).dating) if len(mentions) == 1 else legend
    )


def _strip_article(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if first.lower() in ("the", "a", "an") and rest else words
