"""What stands around a number: the signs by which it is weighed as a figure or a label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figtrail.extraction.lexicon import read_words
from figtrail.extraction.memo import once_a_sentence
from figtrail.extraction.nouns import is_people, is_plural
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens

Sign = tuple[str, str]
"""What is looked at, and what stands there."""

# How many tokens on either side are looked at.
_REACH = 3
# Up to here a number is a sign itself: "24/7", "50-50", "360".
_SMALL = 100
# From here on, how many numbers stand before or beside and how long one is says no more.
_MANY = 8
_LONG = 6
# What may stand between a number and the noun it counts.
_MODIFYING = "JBEG"
_VERBAL = "VvEA"
_PARTIES = read_words("polls.txt")["parties"]


def read_signs(
    tokens: Tokens, numbers: Sequence[Number], labels: Sequence[bool], at: int
) -> Iterator[Sign]:
    """The signs by which the number `at` is weighed, from its sentence alone.

    `labels` says of each number whether the rules have told a label.
    """
    number = numbers[at]
    words, tags, shapes = _read_window(tokens, number)
    before, behind = words[_REACH - 1 : _REACH + 1]
    yield "always", ""
    yield from _read_number(tokens, number)
    for place, word in enumerate(words):
        yield f"word {place}", word
    for place in range(1, 2 * _REACH - 1):
        yield f"tag {place}", tags[place]
        yield f"shape {place}", shapes[place]
    yield "words before", f"{words[_REACH - 2]} {before}"
    yield "words behind", f"{behind} {words[_REACH + 1]}"
    yield "words around", f"{before} {behind}"
    yield "word and tag", f"{before} {tags[_REACH]}"
    yield "tag and word", f"{tags[_REACH - 1]} {behind}"
    yield "tags around", "".join(tags[1:-1])
    yield "form and word before", f"{number.form} {before}"
    yield "form and word behind", f"{number.form} {behind}"
    yield from _read_noun(tokens, number)
    yield "heading", _find_heading(tokens, number)
    yield from _read_neighbours(tokens, numbers, labels, at)
    yield from _read_sentence(tokens)
    near = tokens.words[max(0, number.first - 2 * _REACH) : number.first]
    yield "party", f"{not _PARTIES.isdisjoint(near)} {number.form}"
    going = _goes_on(tokens, numbers, labels, at)
    yield "goes on", f"{going} {shapes[_REACH - 1]}"
    yield "goes on and form", f"{going} {number.form}"
    yield "first", str(number.first == 0)
    yield "last", str(number.stop >= len(tokens.tags) - 1)


def _read_number(tokens: Tokens, number: Number) -> Iterator[Sign]:
    words = tokens.lowers[number.first : number.stop]
    digits = [word for word in words if word[0].isdigit()]
    whole = int(abs(number.value))
    yield "form", number.form
    yield "number", " ".join("0" if word[0].isdigit() else word for word in words)
    yield "shape", _shape(digits[0]) if digits else ""
    yield "digits", str(len(str(whole)))
    if whole <= _SMALL and whole == number.value:
        yield "value", str(whole)


def _read_window(tokens: Tokens, number: Number) -> tuple[list[str], list[str], list[str]]:
    """The words, tags and shapes before and behind a number, nearest in the middle."""
    first, stop, size = number.first, number.stop, len(tokens.words)
    words, tags, shapes = [], [], []
    for at in (*range(first - _REACH, first), *range(stop, stop + _REACH)):
        if 0 <= at < size:
            shape = _shape(tokens.words[at])
            words.append(shape if shape[0] == "0" else tokens.lowers[at])
            tags.append(tokens.tags[at])
            shapes.append(shape)
        else:
            for signs in (words, tags, shapes):
                signs.append("^" if at < 0 else "$")
    return words, tags, shapes


def _shape(word: str) -> str:
    """What a token looks like: its capitals, its digits, or the sign that it is."""
    first = word[0]
    if first.isdigit():
        mark = "." if "." in word else "," if "," in word else ""
        return f"0{min(len(word), _LONG)}{mark}"
    if not first.isalpha():
        return word
    if first.isupper():
        return "AA" if len(word) > 1 and word.isupper() else "Aa"
    return "a"


def find_head(tokens: Tokens, number: Number) -> str:
    """The noun that ends the phrase right behind a number, if any."""
    tags, stop = tokens.tags, number.stop
    limit = min(stop + 2 * _REACH, len(tags))
    while stop < limit and tags[stop] in _MODIFYING:
        stop += 1
    noun = stop
    while stop < limit and tags[stop] == "N":
        stop += 1
    return tokens.lowers[stop - 1] if stop > noun else ""


def _read_noun(tokens: Tokens, number: Number) -> Iterator[Sign]:
    """What the noun of the phrase right behind a number is: things counted are many."""
    head = find_head(tokens, number)
    kind = ""
    if head:
        kind = "people" if is_people(head) else "plural" if is_plural(head) else "one"
    article = tokens.tags[number.first - 1] if number.first else "^"
    yield "head", head
    yield "kind of head", kind
    yield "kind of head and tag", f"{article} {number.form} {kind}"


def _find_heading(tokens: Tokens, number: Number) -> str:
    """The word before a colon that stands before a number: "Medals: Kenya 12"."""
    colon = _find_colon(tokens)
    return tokens.lowers[colon - 1] if 0 < colon < number.first else ""


@once_a_sentence
def _find_colon(tokens: Tokens) -> int:
    return tokens.lowers.index(":") if ":" in tokens.vocabulary else 0


def _read_neighbours(
    tokens: Tokens, numbers: Sequence[Number], labels: Sequence[bool], at: int
) -> Iterator[Sign]:
    """What the numbers next to it are, and what stands between: a list goes on without its unit."""
    own = numbers[at].form
    for name, other in (("earlier", at - 1), ("later", at + 1)):
        if not 0 <= other < len(numbers):
            yield name, ""
            continue
        theirs = "label" if labels[other] else numbers[other].kind or numbers[other].form
        first, second = sorted((at, other))
        between = tokens.tags[numbers[first].stop : numbers[second].first]
        gap = "".join(between[: 2 * _REACH])
        yield name, theirs
        yield f"{name} and own", f"{theirs} {own}"
        yield f"{name} gap", gap
        yield f"{name} and gap", f"{theirs} {gap} {own}"


@once_a_sentence
def _read_sentence(tokens: Tokens) -> tuple[Sign, ...]:
    """What is the same for every number of a sentence."""
    numbers = tokens.tags.count("M")
    verbal = any(tag in _VERBAL for tag in tokens.tags)
    return (
        ("numbers", str(min(numbers, _MANY))),
        ("numbers in ten", str(10 * numbers // len(tokens.tags))),
        ("verb", str(verbal)),
    )


def _goes_on(tokens: Tokens, numbers: Sequence[Number], labels: Sequence[bool], at: int) -> bool:
    """Whether a bare number goes on from one that is measured: "Leeds had 41 cases, York 28"."""
    stop = numbers[at].stop
    if stop < len(tokens.tags) and tokens.tags[stop] not in ".C":
        return False
    for earlier in range(at - 1, max(-1, at - 1 - _MANY), -1):
        number = numbers[earlier]
        if labels[earlier]:
            return False
        if number.kind is not None or number.currency is not None:
            return True
        head = find_head(tokens, number)
        if head:
            return is_plural(head)
    return False
