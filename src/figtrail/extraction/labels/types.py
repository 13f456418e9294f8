"""Numbers that name a kind of thing: two-bedroom, 10-year bond, A580, seat 23C."""

from __future__ import annotations

from figtrail.extraction.dwellings import TYPED_BY, names_dwelling
from figtrail.extraction.labels.groups import sizes_group
from figtrail.extraction.labels.references import LABELS, STRONG
from figtrail.extraction.labels.sizes import is_own_size
from figtrail.extraction.lexicon import read_pairs, read_sections
from figtrail.extraction.nouns import singular
from figtrail.extraction.numbers import Number, match_unit
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import HYPHENS, Tokens

_HYPHEN_TYPES = frozenset(LABELS["hyphen_types"])
# What a side or a player leads or wins by, and the words for that.
_MARGINS = frozenset(read_sections("sport.txt")["margins"])
_LEADS = frozenset(read_sections("sport.txt")["leads"])
_SPEED_TYPES = frozenset(LABELS["speed_types"])
_TYPE_UNITS = frozenset(LABELS["type_units"])
_CHIPS = frozenset(LABELS["chips"])
_FIGURE_HYPHENS = frozenset(LABELS["figure_hyphens"])
_SHOWN = frozenset(LABELS["shown"])


_LETTERED = frozenset("seat seats row bay rule order form flat block union house".split())
EXTREMES = frozenset(LABELS["extremes"])
AVERAGES = frozenset(
    "average averages mean total count number figure tally median rate trend sum".split()
)
_BODIES = frozenset(LABELS["bodies"])
_BEFORE_FIGURES = frozenset(("mid", "pre", "post", "to", "and", "magnitude"))


def is_seat(tokens: Tokens, number: Number) -> bool:
    """A seat or a station whose letters look like a unit: "seat 23C", "Radio 2GB"."""
    if tokens.lowers[number.first - 1 : number.first] == ["radio"]:
        return tokens.words[number.stop - 1].isupper() and number.unit_inside
    if number.unit not in ("celsius", "fahrenheit") or not number.first:
        return False
    before = tokens.lowers[number.first - 1]
    if before in _LETTERED:
        return True
    # "Units 3C and 4C burned".
    return (before in STRONG or singular(before) in STRONG) and number.value % 1 == 0


def is_kind_of_flood(tokens: Tokens, number: Number) -> bool:
    """A proportion that names how rare something is: "a one-in-100-year flood"."""
    stop = number.stop
    return (
        stop + 1 < len(tokens.words)
        and tokens.lowers[stop] in HYPHENS
        and tokens.ends[stop] == tokens.starts[stop + 1]
        and tokens.lowers[stop + 1].startswith(("year", "day", "generation", "century"))
    )


def touches_letters(tokens: Tokens, number: Number) -> bool:
    """Letters, slashes, colons or signs that touch the digits: A580, Covid-19, 3rd, 24/7, 9:30."""
    first, stop = number.first, number.stop
    starts, ends, words = tokens.starts, tokens.ends, tokens.words
    if number.unit == "millimetre_of_mercury":
        return False
    if _ends_in_letter(tokens, number):
        return True
    if _is_circa(tokens, first) and tokens.words[stop - 1] != "c":
        return _is_about_when(tokens, number)
    if first and ends[first - 1] == starts[first]:
        before = words[first - 1]
        sized = before == "/" and first > 1 and match_unit(tokens, first - 2) is not None
        timed = before == "/" and number.kind == "duration" and tokens.words[first - 2].isalpha()
        owned = (sized or timed) and number.unit_inside
        if (before[-1].isalpha() or before in "#@/_") and not owned:
            return True
        if before == "+" and words[max(0, first - 2) : first - 1] == ["T"]:
            return True  # "T+1,160 seconds"
        if before in HYPHENS and first > 1 and ends[first - 2] == starts[first - 1]:
            earlier = words[first - 2]
            if earlier[-1].isalpha() and earlier.lower() not in _BEFORE_FIGURES:
                return True
            if earlier.isdecimal() and _is_coded(tokens, first - 2):
                return True
        if before in ".:" and first > 1 and ends[first - 2] == starts[first - 1]:
            return words[first - 2][-1].isalnum()
    if stop < len(tokens.words) and starts[stop] == ends[stop - 1]:
        after = words[stop]
        if after == "K" and number.unit_inside:
            return False
        if after[0].isalpha():
            relay = stop + 1 < len(tokens.words) and tokens.tags[stop + 1] == "M"
            if number.currency is not None and after.lower() in _PAID_BY:
                return False
            return after.lower() != "x" or relay
        if after in "@#_":
            return True
        if after in "/:" and stop + 1 < len(tokens.words) and starts[stop + 1] == ends[stop]:
            return words[stop + 1][0].isdigit() and not _is_sized_twice(tokens, number)
    return False


def _ends_in_letter(tokens: Tokens, number: Number) -> bool:
    """Whether a hyphen and one capital end a code, though they look like a scale: "107-B"."""
    at = number.core + 2
    if number.currency is not None or at >= len(tokens.words):
        return False
    if tokens.words[at - 1] not in HYPHENS or tokens.starts[at] != tokens.ends[at - 2] + 1:
        return False
    letter = tokens.words[at]
    alone = at + 1 >= len(tokens.words) or tokens.starts[at + 1] > tokens.ends[at]
    return len(letter) == 1 and letter.isupper() and (alone or tokens.tags[at + 1] == ".")


def _is_coded(tokens: Tokens, at: int) -> bool:
    """Whether letters and a hyphen touch a number: "CVE-2021-39471"."""
    starts, ends = tokens.starts, tokens.ends
    if at < 2 or tokens.words[at - 1] not in HYPHENS or not tokens.words[at - 2].isupper():
        return False
    return ends[at - 2] == starts[at - 1] and ends[at - 1] == starts[at]


def _is_about_when(tokens: Tokens, number: Number) -> bool:
    """Whether four digits behind a "c" are a year: "a pot, c1420, was sold"."""
    plain = number.kind is None and number.scale is None and number.value < _AHEAD
    counts = tokens.tags[number.stop : number.stop + 1] in (["N"], ["J"])
    return plain and len(tokens.words[number.core]) == len("1420") and not counts


# Years that are told by about when are past.
_AHEAD = 2100
# Signs of a denominator that may touch a sum: "£340pw".
_PAID_BY = frozenset(read_pairs("rates.txt", "abbreviated"))


def _is_sized_twice(tokens: Tokens, number: Number) -> bool:
    """Whether a slash joins two measures of one thing: "49.9MW/110MWh"."""
    following = match_unit(tokens, number.stop + 2)
    if following is not None and number.kind == "measurement" and following.kind == "duration":
        return number.unit_inside  # "2 g/10 min"
    return number.unit_inside and following is not None and following.kind == number.kind


def _is_circa(tokens: Tokens, first: int) -> bool:
    """Whether "c" for circa touches the number that starts at a token: "c.5.7%", "c£5m"."""
    at = first - 1 - (tokens.words[first - 1 : first] == ["."])
    if at < 0 or tokens.words[at] != "c" or tokens.ends[first - 1] != tokens.starts[first]:
        return False
    return at == 0 or tokens.tags[at - 1] in "PVvAEB.JC"


def is_acceleration(tokens: Tokens, number: Number) -> bool:
    """Whether a range of speeds from rest names what a car is timed over: "0-62mph"."""
    if number.unit not in ("mile_per_hour", "kilometre_per_hour"):
        return False
    first = number.first
    if number.form == "range":
        return tokens.lowers[first] in _REST
    return first > 1 and tokens.lowers[first - 1] in _TO and tokens.lowers[first - 2] in _REST


_REST = frozenset(("0", "nought", "naught", "zero", "nil"))
_TO = frozenset(("to", "-", "–"))


def is_hyphen_type(tokens: Tokens, number: Number) -> bool:
    """A number hyphened to a noun that names a kind: two-bedroom, 10-year bond, five-star."""
    stop, lowers = number.stop, tokens.lowers
    if number.unit in ("mile_per_hour", "kilometre_per_hour"):
        # "A 60mph zone" is a kind of road; a speed of 60mph is measured.
        return stop < len(lowers) and lowers[stop] in _SPEED_TYPES
    if stop + 1 >= len(lowers) or lowers[stop] not in HYPHENS:
        return False
    if tokens.starts[stop] != tokens.ends[stop - 1] or tokens.ends[stop] != tokens.starts[stop + 1]:
        return False
    word = lowers[stop + 1]
    head = word.split("-")[0]
    if head in ("degree", "degrees") and number.value == _ROUND:
        return True  # "A 360-degree camera"
    if head in _FIGURE_HYPHENS or head in ("fold", "folds") or number.currency is not None:
        return False
    following = lowers[stop + 2] if stop + 2 < len(lowers) else ""
    if head in _MARGINS and following in _LEADS:
        return False  # "A seven-stroke lead"
    if number.kind == "duration" and following in _SHOWN:
        return False  # "The 118-minute film"
    if number.kind == "duration" and _is_bond(tokens, number):
        return True
    if head == "day" and lowers[stop + 2 : stop + 4] != [] and _is_working_week(tokens, number):
        return True
    if number.kind in ("duration", "measurement"):
        if is_own_size(number, following):
            return False
        typed = _is_typed_behind(tokens, stop + 2, following)
        typed = typed or (number.unit == "nanometre" and following in _CHIPS)
        return typed or head == "wheel" or word.rsplit("-", 1)[-1] in _AGED
    if number.kind == "score":
        return following in _SHOTS  # "From three-point range"
    if number.kind is not None or sizes_group(tokens, stop + 1):
        return False
    if head in _TYPE_UNITS or (head in ("seat", "member") and following in _BODIES):
        return True
    return head in ("time", "times") or number.value < 20 or word == "to"


def _is_working_week(tokens: Tokens, number: Number) -> bool:
    """Whether days name a kind of week: "a four-day week", "the three-day working week"."""
    at = number.stop + 2
    at += tokens.lowers[at] in ("working", "work", "school", "business")
    return tokens.lowers[at : at + 1] in (["week"], ["weeks"]) and number.value < _DAYS


_DAYS = 7


def _is_bond(tokens: Tokens, number: Number) -> bool:
    """Whether a time names a bond whose noun is left out: "and the 364-day at 10.01%"."""
    at = number.stop + 2
    named = tokens.lowers[number.first - 1 : number.first] == ["the"] and number.first > 0
    priced = tokens.lowers[at : at + 1] == ["at"] and tokens.tags[at + 1 : at + 2] == ["M"]
    return named and priced and tokens.lowers[at - 1] in ("day", "week", "month", "year")


def _is_typed_behind(tokens: Tokens, at: int, following: str) -> bool:
    """Whether the noun behind a hyphened time or measure is a kind of thing or an average.

    Who lends may stand between ("10-year government bond"), or of what an average is: "the
    four-week jobless claims average", "the 12-month rolling total".
    """
    ahead = tokens.lowers[at : at + 3]
    if ahead and ahead[0] in _LENDERS:
        following = next((one for one in ahead if one in _HYPHEN_TYPES), following)
    if len(ahead) > 2 and ahead[2] in AVERAGES and tokens.tags[at + 1] == "N":
        return True
    if len(ahead) > 1 and ahead[1] in AVERAGES and tokens.tags[at] in "JGN":
        return True
    return following in _HYPHEN_TYPES or following in AVERAGES


_AGED = frozenset(("old", "olds", "high", "low"))
_LENDERS = frozenset(LABELS["lenders"])
_SHOTS = frozenset(LABELS["shots"])


@needs(TYPED_BY)
def is_dwelling_type(tokens: Tokens, number: Number) -> bool:
    """A size that names a kind of home without its hyphen: "12 four bedroom houses"."""
    plain = number.kind is None and number.scale is None and number.value < _ROOMS
    return plain and names_dwelling(tokens, number.stop)


_ROOMS = 20
# The degrees of a turn.
_ROUND = 360


def is_suspended(tokens: Tokens, number: Number) -> bool:
    """Whether a hyphen waits for its noun: "two- and three-bedroom flats"."""
    stop = number.stop
    return (
        stop + 1 < len(tokens.words)
        and tokens.lowers[stop] in HYPHENS
        and tokens.ends[stop - 1] == tokens.starts[stop]
        and tokens.lowers[stop + 1] in ("and", "or", "to")
    )
