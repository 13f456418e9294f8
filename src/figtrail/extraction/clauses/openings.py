"""What stands before a subject in its clause: links, fronted phrases, how many."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.phrases import read_noun_phrase
from figtrail.extraction.tokens import HYPHENS, Tokens

_TIMES = frozenset(read_sections("measured_words.txt")["times"])
_PASSED_OVER = frozenset("there meanwhile more than least".split())


def _past_fronted(tokens: Tokens, begin: int, stop: int) -> int:
    """Over an adverbial before the subject that no comma parts: "last year (the council)"."""
    for at in range(begin + 1, stop - 1):
        if tokens.tags[at] == "M":
            break
        gerund = tokens.lowers[at - 1].endswith("ing")
        if tokens.tags[at] == "D" and tokens.lowers[at + 1] in _TIMES:
            # "Entries for maths this year were …": the subject stands before.
            break
        if tokens.tags[at] == "D" and tokens.tags[at - 1] in "NJ" and not gerund:
            return at
    return begin


def _is_sized(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether a number is part of what a thing is called: "a 20kg bag"."""
    return (
        at + 2 < stop
        and tokens.starts[at + 1] == tokens.ends[at]
        and tokens.tags[at + 1 : at + 3] == ["N", "N"]
    )


def skip_opening(tokens: Tokens, begin: int, stop: int) -> int:
    """Pass over determiners, links and a fronted phrase that has no comma: "In July it"."""
    while begin < stop:
        hyphened = begin + 1 < stop and tokens.lowers[begin + 1] in HYPHENS
        if hyphened and tokens.tags[begin] == "M":
            break
        if tokens.tags[begin] == "M" and _is_sized(tokens, begin, stop):
            break
        if tokens.tags[begin] in "DCB.M" or tokens.lowers[begin] in _PASSED_OVER:
            begin += 1
            continue
        if tokens.lowers[begin] == "of" and begin and tokens.tags[begin - 1] == "M":
            # "Of the 78 schools", "9,540 of the 62,118 attendances": the number says how many.
            begin += 1
            continue
        if tokens.tags[begin] != "P" or tokens.lowers[begin] == "of":
            fronted = _past_fronted(tokens, begin, stop)
            if fronted == begin:
                break
            begin = fronted
            continue
        inner = begin + 1
        while inner < stop and tokens.tags[inner] in "DM":
            inner += 1
        phrase = read_noun_phrase(tokens, inner) if inner < stop else None
        if phrase is None or phrase.stop >= stop:
            break
        begin = phrase.stop
    return begin
