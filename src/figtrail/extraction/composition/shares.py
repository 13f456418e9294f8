"""A number and the whole that it is a part of: "three out of a possible four"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import DASHES, Tokens

_OF_DETERMINERS = frozenset(read_sections("composition_words.txt")["of_determiners"])


def join_share(
    tokens: Tokens, first: Number, second: Number, between: tuple[str, ...]
) -> Number | None:
    """Read "three out of a possible four", "one in five", "six of our 16"."""
    if first.form not in ("digits", "words") or second.form not in ("digits", "words"):
        return None
    if first.kind is not None or second.currency is not None or second.unit_inside:
        return None
    if first.value > second.value or first.value != int(first.value) or not between:
        return None
    if second.value == 0:
        return None
    words = tuple(word for word in between if word not in DASHES)
    named = (
        2 <= len(words) <= 4
        and words[-1] == "in"
        and tokens.tags[second.first - 2] == "N"
        and all(tag in "NJ" for tag in tokens.tags[first.stop : second.first - 1])
        and first.value < 10
    )
    proportion = words in _PROPORTIONS
    if proportion or (named and first.form == "words" and second.value < 21):
        if second.kind == "duration" or first.value >= second.value:
            return None
        if second.value > 10000 or (second.form == "digits" and 1900 <= second.value <= 2100):
            return None
        if _hyphened_year(tokens, second):
            return None
        return _share(first, second, "proportion")
    if "out" in words:
        at = words.index("out")
        rest = words[at + 2 :]
        if words[at : at + 2] != ("out", "of") or at > 2 or len(rest) > 2:
            return None
        if any(word not in _OF_DETERMINERS and word not in ("a", "every") for word in rest):
            return None
        counts = bool(rest) and rest != ("every",)
        counts = counts or second.value not in _ROUND_WHOLES
        return _share(first, second, "share" if counts else "proportion")
    counted = second.kind is None or (second.kind == "measurement" and not second.unit_inside)
    whole = words[:1] == ("of",) and len(words) <= 3 and counted
    if whole and all(_is_possessive(word) for word in words[1:]):
        return _share(first, second, "share")
    return None


def join_whole(tokens: Tokens, parts: Number, whole: Number) -> Number | None:
    """Read "between 57 and 60 of the 109 seats": a range with its whole."""
    between = tokens.lowers[parts.stop : whole.first]
    if parts.form != "range" or parts.kind is not None or whole.kind is not None:
        return None
    if between[:1] != ["of"] or len(between) not in (1, 2) or whole.form != "digits":
        return None
    if not all(_is_possessive(word) for word in between[1:]):
        return None
    return parts._replace(stop=whole.stop, end=whole.end, out_of=whole.value)


_PROPORTIONS = frozenset(
    (("in",), ("in", "every"), ("in", "each"), ("of", "every"), ("of", "each"))
)


def _is_possessive(word: str) -> bool:
    return word in _OF_DETERMINERS or word.endswith(("’s", "'s"))


# What proportions are spoken of in: "nine out of ten"; other wholes were counted.
_ROUND_WHOLES = frozenset((2, 3, 4, 5, 10, 20, 100, 1000))


def _hyphened_year(tokens: Tokens, number: Number) -> bool:
    """Whether "one-in-100" goes on "-year": a label for a kind of flood."""
    stop = number.stop
    return (
        stop + 1 < len(tokens.words)
        and tokens.lowers[stop] in DASHES
        and tokens.lowers[stop + 1].startswith("year")
    )


def _share(first: Number, second: Number, form: str) -> Number:
    return first._replace(
        stop=second.stop,
        end=second.end,
        out_of=second.value,
        form=form,
        rule=form,
        unit=second.unit,
        kind=second.kind if form == "share" else first.kind,
    )
