"""Neighbouring numbers → ranges, shares ("x out of y") and lists with a common unit."""

from __future__ import annotations

from dataclasses import replace

from figtrail.extraction.lexicon import read_pairs, read_rows, read_sections
from figtrail.extraction.numbers import Number, with_shared
from figtrail.extraction.tokens import Tokens

_DASHES = frozenset("-–—‑‐−")
_CHANGE_WORDS = (
    frozenset(
        row["form"]
        for row in read_rows("changes.csv")
        if row["class"] in ("verb", "noun", "particle")
    )
    | frozenset(read_pairs("numbers.txt", "multiples"))
    | frozenset(
        "halved go goes going went moved changed revised extended upgraded downgraded switched "
        "moving".split()
    )
)
_MOVING = frozenset(read_sections("composition_words.txt")["moving"])
_RANGE_CUES = frozenset(read_sections("composition_words.txt")["range_cues"])
_SCORE_WORDS = frozenset(read_sections("labels.txt")["score_words"])
_TIME_UNITS = frozenset(
    "second minute hour day night week fortnight month quarter year decade century".split()
)
_OF_DETERMINERS = frozenset(read_sections("composition_words.txt")["of_determiners"])
_LIST_LINKS = frozenset(((",",), ("and",), (",", "and"), ("or",), (",", "or"), ("&",), ("then",)))


def compose_numbers(tokens: Tokens, numbers: list[Number]) -> list[Number]:
    """Join ranges and shares, let lists share their unit, and drop bare score lines."""
    joined: list[Number] = []
    at = 0
    while at < len(numbers):
        number = numbers[at]
        if at + 1 < len(numbers):
            following = numbers[at + 1]
            between = tuple(tokens.lowers[number.stop : following.first])
            if len(between) <= 6:
                if _is_chain(tokens, numbers, at):
                    at = _skip_scores(tokens, numbers, at)
                    continue
                if _is_score(tokens, number, following, between):
                    at = _skip_scores(tokens, numbers, at)
                    continue
                pair = _join_range(tokens, number, following, between) or _join_share(
                    tokens, number, following, between
                )
                if pair is not None:
                    at += 2
                    whole = _join_whole(tokens, pair, numbers[at]) if at < len(numbers) else None
                    joined.append(whole or pair)
                    at += whole is not None
                    continue
        joined.append(number)
        at += 1
    return _share_units(tokens, joined)


def _is_plain(number: Number) -> bool:
    return (
        number.form == "digits"
        and number.currency is None
        and number.unit is None
        and number.scale is None
        and number.value == int(number.value)
    )


def _is_score(tokens: Tokens, first: Number, second: Number, between: tuple[str, ...]) -> bool:
    """Whether "2-1", "6–3" is a score or a vote and not a range: it falls, or sport is spoken."""
    if len(between) != 1 or between[0] not in _DASHES:
        return False
    if not (_is_plain(first) and _is_plain(second)):
        return False
    if tokens.ends[first.stop - 1] != tokens.starts[second.first - 1]:
        return False
    if first.value >= second.value:
        return True
    after = tokens.tags[second.stop] if second.stop < len(tokens) else "."
    if after in "N" and tokens.lowers[second.stop] not in _SCORE_WORDS:
        return False
    near = tokens.lowers[max(0, first.first - 6) : second.stop + 4]
    return second.value < 40 and not _SCORE_WORDS.isdisjoint(near)


def _is_chain(tokens: Tokens, numbers: list[Number], at: int) -> bool:
    """Three or more numbers joined by hyphens: a formation ("4-4-2"), a sort code, a serial."""
    if at + 2 >= len(numbers):
        return False
    pairs = ((numbers[at], numbers[at + 1]), (numbers[at + 1], numbers[at + 2]))
    return all(
        second.first == first.stop + 1
        and tokens.lowers[first.stop] in _DASHES
        and tokens.ends[first.stop - 1] == tokens.starts[first.stop]
        and _is_plain(first)
        and _is_plain(second)
        for first, second in pairs
    )


def _skip_scores(tokens: Tokens, numbers: list[Number], at: int) -> int:
    at += 1
    while (
        at + 1 < len(numbers)
        and numbers[at + 1].first == numbers[at].stop + 1
        and tokens.lowers[numbers[at].stop] in _DASHES
    ):
        at += 1
    return at + 1


def _join_range(
    tokens: Tokens, first: Number, second: Number, between: tuple[str, ...]
) -> Number | None:
    if first.out_of is not None or second.out_of is not None or first.form == "multiple":
        return None
    if len(between) == 1 and between[0] in _DASHES:
        tight = tokens.ends[first.stop - 1] == tokens.starts[second.first - 1]
        if not tight and tokens.ends[second.first - 1] == tokens.starts[second.first]:
            return None
    elif between == ("to",) or between == ("up", "to"):
        if not _is_to_range(tokens, first, second):
            return None
    elif between in (("and",), ("and", "about"), ("and", "around"), ("and", "up", "to")):
        if not _follows(tokens, first, ("between",)):
            return None
    elif between in (("or",), ("or", "even")):
        if second.value > first.value * 2 or second.value > first.value + 5:
            return None
        if first.value == int(first.value) and first.value > 20:
            return None
    else:
        return None
    return _range(first, second)


def _range(first: Number, second: Number) -> Number | None:
    if first.kind is not None and second.kind is not None and first.kind != second.kind:
        return None
    low = with_shared(first, second)
    high = second
    if second.currency is None and first.currency is not None:
        high = replace(second, currency=first.currency, kind="money")
    elif second.unit is None and second.currency is None and first.unit is not None:
        high = replace(second, unit=first.unit, kind=first.kind)
    if low.value >= high.value:
        return None
    return replace(
        high,
        first=first.first,
        start=first.start,
        core=first.core,
        low=low.value,
        high=high.value,
        form="range",
        rule="range",
        signed=False,
        unit_inside=first.unit_inside or second.unit_inside,
    )


def _follows(tokens: Tokens, number: Number, words: tuple[str, ...]) -> bool:
    """Whether one of `words` stands before the number, with at most two words between."""
    return any(word in words for word in tokens.lowers[max(0, number.first - 3) : number.first])


def _is_to_range(tokens: Tokens, first: Number, second: Number) -> bool:
    """Tell "five to ten people" from "rose from 442 to 472" and "rose 5% to £20m"."""
    lowers = tokens.lowers
    before = lowers[max(0, first.first - 10) : first.first]
    if "from" in before[-4:]:
        if not _RANGE_CUES.isdisjoint(before):
            return True
        window = (
            lowers[max(0, first.first - 16) : first.first] + lowers[second.stop : second.stop + 3]
        )
        moved = before[: len(before) - 1 - before[::-1].index("from")]
        return _CHANGE_WORDS.isdisjoint(window) and _MOVING.isdisjoint(moved[-6:-1])
    own = first.kind is not None and (first.unit_inside or first.currency is not None)
    if own and second.kind is None:
        return False
    if own and before[-1:] == ["of"] and first.kind == second.kind:
        return second.value < first.value * 3
    if own or first.signed:
        previous = before[-3:]
        if "by" in previous:
            return False
        if not _CHANGE_WORDS.isdisjoint(previous):
            return False
    elif before and before[-1] in ("up", "down"):
        return False
    elif "by" in before[-2:]:
        return second.kind is not None or second.value < first.value * 3
    elif before and before[-1] in _CHANGE_WORDS:
        return second.kind is not None and first.mantissa < second.mantissa
    return True


def _join_share(
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
    words = tuple(word for word in between if word not in _DASHES)
    named = (
        len(words) == 2 and words[1] == "in" and tokens.tags[first.stop] == "N" and first.value < 10
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


def _join_whole(tokens: Tokens, parts: Number, whole: Number) -> Number | None:
    """Read "between 57 and 60 of the 109 seats": a range with its whole."""
    between = tokens.lowers[parts.stop : whole.first]
    if parts.form != "range" or parts.kind is not None or whole.kind is not None:
        return None
    if between[:1] != ["of"] or len(between) not in (1, 2) or whole.form != "digits":
        return None
    if not all(_is_possessive(word) for word in between[1:]):
        return None
    return replace(parts, stop=whole.stop, end=whole.end, out_of=whole.value)


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
        stop + 1 < len(tokens)
        and tokens.lowers[stop] in _DASHES
        and tokens.lowers[stop + 1].startswith("year")
    )


def _share(first: Number, second: Number, form: str) -> Number:
    return replace(
        first,
        stop=second.stop,
        end=second.end,
        out_of=second.value,
        form=form,
        rule=form,
        unit=second.unit,
        kind=second.kind if form == "share" else first.kind,
    )


def _share_units(tokens: Tokens, numbers: list[Number]) -> list[Number]:
    """Let "3, 8 and 12 percent" and "10 and 15 km" share the unit of the last member."""
    shared = list(numbers)
    for at in range(len(shared) - 2, -1, -1):
        number, following = shared[at], shared[at + 1]
        if number.kind is not None or following.kind is None or number.out_of is not None:
            continue
        between = tuple(tokens.lowers[number.stop : following.first])
        if between == ("to",) and _follows(tokens, number, ("from",)):
            shared[at] = with_shared(number, following)
            continue
        # "by 30, or 6.8 per cent" says one change in two units.
        if (
            between not in _LIST_LINKS
            or between == (",", "or")
            or number.form not in ("digits", "words", "range")
        ):
            continue
        if following.kind == "money" or following.form in ("fraction", "multiple"):
            continue
        if following.unit in _TIME_UNITS and number.value > 400:
            continue
        if following.kind == "percentage" and number.value > 200:
            continue
        shared[at] = replace(number, unit=following.unit, kind=following.kind)
    return shared


def list_end(tokens: Tokens, numbers: list[Number], at: int) -> int:
    """Index of the last member of the list that number `at` opens ("3, 8 and 12 homes")."""
    while at + 1 < len(numbers):
        between = tuple(tokens.lowers[numbers[at].stop : numbers[at + 1].first])
        if between not in _LIST_LINKS and not _is_named_link(tokens, numbers[at].stop, between):
            break
        if between == (",", "or") and numbers[at + 1].kind not in (None, numbers[at].kind):
            # "18,300, or 12% of its staff": another measure of the same.
            break
        at += 1
    return at


def _is_named_link(tokens: Tokens, start: int, between: tuple[str, ...]) -> bool:
    """Whether only a name stands between two members: "41, Bradford 37 and Hull 29 wards"."""
    links = 0
    while links < len(between) and between[links] in (",", "and", ";", "the"):
        links += 1
    names = tokens.words[start + links : start + len(between)]
    return links > 0 and 1 <= len(names) <= 3 and all(name[0].isupper() for name in names)
