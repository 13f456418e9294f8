"""The phrases of a sentence that may say what one of its numbers measures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from figtrail.extraction.changes import CHANGE_NOUNS
from figtrail.extraction.lexicon import read_words
from figtrail.extraction.measured import LEVEL_NOUNS, is_place
from figtrail.extraction.memo import once_a_sentence
from figtrail.extraction.tokens import HYPHENS, Tokens
from figtrail.patterns import compile_late


class Candidate(NamedTuple):
    """A phrase by token bounds (stop exclusive), its head, and how it is made."""

    start: int
    stop: int
    head: int
    form: str


NOMINAL = frozenset("JNEGB")
"""Tags of nouns and of what modifies them."""
TIES = read_words("grammar.txt")["complement_prepositions"] | {"of"}
"""Prepositions that tie a complement to the noun before them."""
_HEADS = frozenset("NG")
_NOUNS = compile_late("[JNEGB]+")
# A verb's auxiliaries and forms, and the adverbs inside it.
_VERBS = compile_late("[AVvE](?:[AVvEB]|(?<=A)G)*(?<!B)")
_OPENING = {"“": "”", "‘": "’", '"': '"'}
# Changes and totals: of what they are says what is measured.
_EMPTY = frozenset(CHANGE_NOUNS) | {"number", "numbers"}
# How many tokens a quoted name may have, and any phrase.
_QUOTED = 8
_LONGEST = 16


@once_a_sentence
def find_candidates(tokens: Tokens) -> dict[tuple[int, int], Candidate]:
    """The noun phrases of a sentence, its verbs with what stands beside them, and its names.

    They are told by their bounds, in the order of the text.
    """
    nouns = list(_find_nouns(tokens))
    following = dict(reversed(nouns))
    preceding: dict[int, list[int]] = {}
    for start, stop in nouns:
        preceding.setdefault(stop, []).append(start)
    found: dict[tuple[int, int], Candidate] = {}
    for candidate in (
        *_tie_nouns(tokens, nouns, following),
        *_find_verbs(tokens, following, preceding),
        *_find_names(tokens),
    ):
        if candidate.stop - candidate.start <= _LONGEST and not _is_empty(tokens, candidate):
            found.setdefault((candidate.start, candidate.stop), candidate)
    return dict(sorted(found.items()))


def _is_empty(tokens: Tokens, candidate: Candidate) -> bool:
    """Whether a phrase doesn't say what: "a rise", "the EU guideline", "Leeds"."""
    start, stop, head, form = candidate
    if form.startswith("noun") and tokens.lowers[head] in LEVEL_NOUNS:
        return True
    if stop == start + 1 and tokens.lowers[start] in _EMPTY:
        return True
    return form in ("noun", "name") and is_place(tokens, (start, stop))


def _find_nouns(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """The runs of nouns and what modifies them; one with a verb inside is told in parts as well."""
    tags = tokens.tags
    for run in _NOUNS.finditer("".join(tags)):
        start, stop = run.span()
        yield from _trim(tokens, start, stop)
        for middle in range(start + 1, min(stop - 1, start + _LONGEST)):
            if tags[middle] in "EG" and tags[middle - 1] == "N":
                yield from _trim(tokens, start, middle)
                yield from _trim(tokens, middle + 1, stop)


def _trim(tokens: Tokens, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """A run from its first word that is no adverb to its last noun, if it has one."""
    tags = tokens.tags
    while stop > start and tags[stop - 1] not in _HEADS:
        stop -= 1
    while start < stop and tags[start] == "B":
        start += 1
    if start < stop:
        # "The five-year average".
        joined = start > 1 and tags[start - 2] == "M" and tokens.lowers[start - 1] in HYPHENS
        yield start - 2 * joined, stop


def _tie_nouns(
    tokens: Tokens, nouns: list[tuple[int, int]], following: dict[int, int]
) -> Iterator[Candidate]:
    """Noun phrases alone, and with the one that a preposition ties to them."""
    for start, stop in nouns:
        yield Candidate(start, stop, stop - 1, "noun")
        if stop < len(tokens.tags) and tokens.lowers[stop] in TIES:
            tied = following.get(_past_determiner(tokens, stop + 1))
            if tied is not None:
                yield Candidate(start, tied, stop - 1, f"noun {tokens.lowers[stop]}")


def _past_determiner(tokens: Tokens, at: int) -> int:
    return at + (at < len(tokens.tags) and tokens.tags[at] == "D")


def _find_verbs(
    tokens: Tokens, following: dict[int, int], preceding: dict[int, list[int]]
) -> Iterator[Candidate]:
    """Verbs alone, and with their subject, their object or their preposition."""
    tags, count = tokens.tags, len(tokens.tags)
    for run in _VERBS.finditer("".join(tags)):
        start, stop = run.span()
        main = start
        while main < stop - 1 and tags[main] in "AB":
            main += 1
        head = stop - 1
        if start and tags[start - 1] == "O":
            yield Candidate(start - 1, stop, head, "pronoun verb")
        if tags[head] == "A":
            continue
        yield Candidate(main, stop, head, "verb")
        if stop < count - 1 and tags[stop] == "P" and tags[stop + 1] != "M":
            yield Candidate(main, stop + 1, head, "verb preposition")
        done = following.get(_past_determiner(tokens, stop))
        if done is not None:
            yield Candidate(main, done, head, "verb object")
        for doing in preceding.get(start, ()):
            yield Candidate(doing, stop, head, "subject verb")


def _find_names(tokens: Tokens) -> Iterator[Candidate]:
    """What quotation marks enclose, and capitalised words with a number among them."""
    words, lowers, tags, count = tokens.words, tokens.lowers, tokens.tags, len(tokens.tags)
    at = 0
    while at < count:
        closing = _OPENING.get(lowers[at])
        if closing is not None:
            inside = lowers[at + 1 : at + _QUOTED]
            if closing in inside[1:]:
                stop = at + 1 + inside.index(closing, 1)
                yield Candidate(at + 1, stop, stop - 1, "quoted")
                at = stop
        elif at and words[at][0].isupper():
            start = at
            while at < count and (
                words[at][0].isupper() or tags[at] == "M" or lowers[at] in ("of", "&", "-")
            ):
                at += 1
            stop = at
            while lowers[stop - 1] in ("of", "&", "-"):
                stop -= 1
            if stop - start > 1 and not all(tag in NOMINAL for tag in tags[start:stop]):
                yield Candidate(start, stop, stop - 1, "name")
            continue
        at += 1
