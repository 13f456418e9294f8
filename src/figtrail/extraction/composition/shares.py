"""A number and the whole that it is a part of: "two out of a possible five"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import DASHES, Tokens

_OF_DETERMINERS = frozenset(read_sections("composition_words.txt")["of_determiners"])


def join_share(
    tokens: Tokens, first: Number, second: Number, between: tuple[str, ...]
) -> Number | None:
    """Read "two out of a possible five", "one in five", "six of our 16"."""
    if first.form not in ("digits", "words") or second.form not in ("digits", "words"):
        return None
    if first.value < 0 or second.value <= 0:
        return None  # "minus 4 of minus 12": nothing below nought is a part or a whole
    if first.kind is None and second.currency is not None and between in _OF_EVERY:
        # "55 of every 100 rupees".
        joined = _share(first, second, "proportion")
        return joined._replace(unit=second.currency, kind="ratio")
    if first.kind is not None or second.currency is not None or second.unit_inside:
        return None
    broken = first.value != int(first.value) and "out" not in between[:2]
    if first.value > second.value or broken or not between:
        return None
    if between[0] in ("st", "nd", "rd", "th"):
        return None
    if tokens.lowers[second.stop : second.stop + 1] == ["overs"]:
        return None  # "183 for three in 20 overs"
    words = tuple(word for word in between if word not in DASHES)
    if words in _PROPORTIONS or _names_proportion(tokens, first, second, words):
        return _join_in(tokens, first, second, words)
    if "out" in words:
        return _join_out_of(first, second, words)
    sized = second.kind in ("measurement", "score") and not second.unit_inside
    counted = second.kind is None or sized
    past = len(words) == len(("of", "the", "past")) and words[-1] in _PAST
    whole = words[:1] == ("of",) and len(words) <= 3 and (counted or past)
    ranked = words[:1] == ("of",) and len(words) == _RANKED_WIDTH and counted
    if ranked and words[1] in ("the", "its", "our", "their") and words[2] in _RANKED:
        return _share(first, second, "share")  # "six of the top 12 markets"
    if whole and all(_is_possessive(word) for word in (words[1:-1] if past else words[1:])):
        return _share(first, second, "share")
    days = words == ("of",) and second.kind == "duration" and first.stop == second.first - 1
    owned = second.kind is None and words[:1] == ("of",) and _is_owned(tokens, first, second)
    return _share(first, second, "share") if days or owned else None


# "Of the top".
_RANKED_WIDTH = 3
_RANKED = frozenset(read_sections("composition_words.txt")["ranked"])


def _is_owned(tokens: Tokens, first: Number, second: Number) -> bool:
    """Whether the whole is somebody's: "31 of the Hull Council's 59 seats"."""
    owner = tokens.lowers[second.first - 1]
    possessive = owner.endswith(("’s", "'s", "s’", "s'"))
    possessive = possessive or owner in ("’", "'")
    named = set(tokens.tags[first.stop + 1 : second.first]) <= set("DNJ.")
    return possessive and named and "," not in tokens.lowers[first.stop : second.first]


def _names_proportion(
    tokens: Tokens, first: Number, second: Number, words: tuple[str, ...]
) -> bool:
    """Whether a noun stands inside a proportion: "one child in five"."""
    named = (
        2 <= len(words) <= 4
        and words[-1] == "in"
        and tokens.tags[second.first - 2] == "N"
        and all(tag in "NJ" for tag in tokens.tags[first.stop : second.first - 1])
        and first.value < 10
    )
    thousands = second.value > 1000 and second.value % 1000 == 0
    round_whole = first.value == 1 and (thousands or second.value in _ROUND_WHOLES | _LARGER_WHOLES)
    return named and first.form == "words" and (second.value < 21 or round_whole)


def _join_in(
    tokens: Tokens, first: Number, second: Number, words: tuple[str, ...]
) -> Number | None:
    """Read "one in five", unless the second number is a time, a year or a count of its own."""
    if second.kind == "duration" or first.value >= second.value:
        return None
    if not _is_whole(first, second):
        return None
    if _hyphened_year(tokens, second):
        return None
    if words not in _PROPORTIONS and _counts_more(tokens, first, second):
        return None
    return _share(first, second, "proportion")


def _join_out_of(first: Number, second: Number, words: tuple[str, ...]) -> Number | None:
    """Read "three out of five", "two out of a possible 14", "four out of its last five"."""
    at = words.index("out")
    rest = words[at + 2 :]
    if words[at : at + 2] != ("out", "of") or at > 2 or len(rest) > 2:
        return None
    if rest[1:] and rest[-1] in _PAST:
        return _share(first, second, "share") if _is_possessive(rest[0]) else None
    if any(word not in _OF_DETERMINERS and word not in ("a", "every") for word in rest):
        return None
    counts = bool(rest) and rest != ("every",)
    counts = counts or second.value not in _ROUND_WHOLES
    return _share(first, second, "share" if counts else "proportion")


def _counts_more(tokens: Tokens, first: Number, second: Number) -> bool:
    """Whether the second number counts a noun of its own: "four goals in nine games"."""
    own, other = tokens.lowers[second.first - 2], tokens.lowers[second.stop : second.stop + 1]
    return first.value > 1 and bool(other) and is_plural(other[0]) and other != [own]


def join_whole(tokens: Tokens, parts: Number, whole: Number) -> Number | None:
    """Read "between 41 and 45 of the 98 seats": a range with its whole."""
    between = tokens.lowers[parts.stop : whole.first]
    if parts.form != "range" or parts.kind is not None or whole.kind is not None:
        return None
    if whole.value <= 0:
        return None
    if between[:1] != ["of"] or len(between) not in (1, 2) or whole.form != "digits":
        return None
    if not all(_is_possessive(word) for word in between[1:]):
        return None
    return parts._replace(stop=whole.stop, end=whole.end, out_of=whole.value)


_PROPORTIONS = frozenset(
    (("in",), ("in", "every"), ("in", "each"), ("of", "every"), ("of", "each"))
)


# "On nine of the past 14 working days".
_PAST = frozenset(("past", "last", "next", "first", "previous", "final"))
_OF_EVERY = (("of", "every"), ("out", "of", "every"), ("in", "every"), ("of", "each"))


def _is_whole(first: Number, second: Number) -> bool:
    """Whether a number may be what odds are told of: "one in 30,000", not "one in 2019"."""
    if second.form == "digits" and 1900 <= second.value <= 2100 and second.scale is None:
        return False
    return first.value == 1 or second.value <= _LARGEST or second.value in _POPULATIONS


def _is_possessive(word: str) -> bool:
    return word in _OF_DETERMINERS or word.endswith(("’s", "'s"))


# What proportions are spoken of in: "nine out of ten"; other wholes were counted.
# What several are told of: "three in 100,000", not "16 in 75,300".
_LARGEST = 10000
_POPULATIONS = frozenset((100000, 1000000))
_ROUND_WHOLES = frozenset((2, 3, 4, 5, 10, 20, 100, 1000))
# With a noun before them too: "one car in 40".
_LARGER_WHOLES = frozenset((25, 30, 40, 50, 60, 70, 80, 90, 200, 250, 500))


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
        kind=second.kind if form == "share" and second.kind != "duration" else first.kind,
    )
