"""Numbers that a colon or a slash sets against each other: "1:10", "13/20", "130/85 mmHg"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("composition_words.txt")
_RATIOS = frozenset(_WORDS["ratios"])
_MARKING = frozenset(_WORDS["marking"])
_NEAR = 4


def join_ratio(tokens: Tokens, first: Number, second: Number) -> Number | None:
    """Read "a ratio of 1:3", "diluted 1:1000", "scored 13/20"; None where it is another thing.

    One to several is a share of them, several to one so many times it.
    """
    if first.stop != second.first - 1 or not (_is_bare(first) and _is_bare(second)):
        return None
    mark = tokens.words[first.stop]
    tight = tokens.ends[first.stop - 1] == tokens.starts[first.stop]
    tight = tight and tokens.starts[second.first] == tokens.ends[first.stop]
    if not tight or _goes_on(tokens, first, second, mark):
        return None
    if mark == ":" and _is_of_parts(tokens, first) and second.value > 0:
        times = second.value == 1
        ratio = first._replace(out_of=None if times else second.value, unit="times", kind="ratio")
        return ratio._replace(stop=second.stop, end=second.end, form="proportion", rule="ratio")
    if mark == "/" and first.value <= second.value and _is_marked(tokens, first, second):
        whole = first._replace(out_of=second.value, form="share", rule="share")
        return whole._replace(stop=second.stop, end=second.end)
    return None


def is_of_ratio(tokens: Tokens, number: Number) -> bool:
    """Whether a number is a side of a ratio, and none of a time of day: "a ratio of 1:10"."""
    beside = (tokens.words[number.stop : number.stop + 1], tokens.words[number.first - 1 :][:1])
    return [":"] in beside and not _RATIOS.isdisjoint(tokens.vocabulary)


def _is_of_parts(tokens: Tokens, first: Number) -> bool:
    """Whether a colon sets parts against each other: by the words, or "hexane/ether 4:1"."""
    mixed = first.first > 2 and tokens.words[first.first - 2] == "/"
    mixed = (
        mixed and tokens.words[first.first - 1].isalpha() and tokens.tags[first.first - 3] == "N"
    )
    return mixed or not _RATIOS.isdisjoint(tokens.vocabulary)


def _is_bare(number: Number) -> bool:
    plain = number.form == "digits" and number.scale is None and number.out_of is None
    return plain and number.kind is None and not number.signed


def _goes_on(tokens: Tokens, first: Number, second: Number, mark: str) -> bool:
    """Whether a third number stands behind or before the mark: a time, a date, a mix."""
    return tokens.words[second.stop : second.stop + 1] == [mark] or tokens.words[
        first.first - 1 : first.first
    ] == [mark]


def _is_marked(tokens: Tokens, first: Number, second: Number) -> bool:
    """Whether a mark out of a round whole is given: "scored 13/20", "a rating of 8/10"."""
    near = tokens.lowers[max(0, first.first - _NEAR) : first.first]
    near += tokens.lowers[second.stop : second.stop + 2]
    return second.value in _WHOLES and not _MARKING.isdisjoint(near)


_WHOLES = frozenset((5, 10, 12, 15, 20, 25, 30, 40, 50, 60, 75, 80, 100, 120, 150, 200))


def join_pressures(tokens: Tokens, first: Number, second: Number) -> tuple[Number, Number] | None:
    """The two levels of a blood pressure, each so many millimetres of mercury: "130/85 mmHg"."""
    if tokens.lowers[first.stop : second.first] not in (["/"], ["over"]) or not _is_bare(first):
        return None
    told = second.unit == _MERCURY
    spoken = _is_bare(second) and _PRESSURES.issubset(tokens.vocabulary)
    falling = second.value < first.value <= _TOP
    if not falling or not (told or (spoken and second.value >= _LOWEST)):
        return None
    pressed = first._replace(unit=_MERCURY, kind="measurement")
    return pressed, second._replace(unit=_MERCURY, kind="measurement")


_MERCURY = "millimetre_of_mercury"
_PRESSURES = frozenset(("blood", "pressure"))
# What a living heart's two pressures lie between.
_LOWEST, _TOP = 20, 300
