"""Numbers inside names and addresses, and words that only seem to count."""

from __future__ import annotations

from figtrail.extraction.labels.models import is_model
from figtrail.extraction.labels.references import LABELS
from figtrail.extraction.lexicon import read_phrases
from figtrail.extraction.nouns import is_people, is_plural
from figtrail.extraction.numbers import Number, counts_one
from figtrail.extraction.phrases import read_noun_phrase
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import NUMBER_WORDS, Tokens

_NAMES: dict[str, list[tuple[int, tuple[str, ...]]]] = {}


for _name in read_phrases("labels.txt", "names"):
    _words = tuple(_name.split())
    for _at, _word in enumerate(_words):
        if _word in NUMBER_WORDS or _word.isdigit():
            _NAMES.setdefault(_word, []).append((_at, _words))


_STREETS = frozenset(LABELS["streets"])
# Streets of one word, and those that stand before their name.
_STREETS_ALONE = frozenset(LABELS["streets_alone"])

_STREET_ENDINGS = tuple(LABELS["street_endings"])
_COMPASS = frozenset(("N", "S", "E", "W", "NW", "NE", "SW", "SE"))


def is_address(tokens: Tokens, number: Number) -> bool:
    """A house or zip number: "10 Downing Street", "Main St. 41 N"."""
    stop = number.stop
    words, lowers = tokens.words, tokens.lowers
    if number.value != int(number.value):
        return False
    compass = stop < len(words) and words[stop] in _COMPASS
    if compass and (
        words[stop + 1 : stop + 2] != ["."] or number.first == 0 or _is_placed(tokens, number)
    ):
        return True
    if _is_behind_street(tokens, number):
        return True
    if stop < len(words) and words[stop] == "," and number.first > 1:
        # "Of 33, Beach Street, Penang".
        stop += _is_placed(tokens, number) and tokens.tags[number.first - 2] != "."
    for at in range(stop, min(stop + 4, len(words))):
        if not words[at][0].isupper():
            return False
        if lowers[at] in _STREETS and at > stop:
            return True
        if at == stop and lowers[at] in _STREETS_ALONE:
            # "At 1 Marina", "the clinic at 12 Jalan Ampang".
            ends = at + 1 >= len(words) or tokens.tags[at + 1] not in "NJ"
            named = not ends and words[at + 1][0].isupper()
            return (ends or named) and _is_placed(tokens, number)
    return False


def _is_behind_street(tokens: Tokens, number: Number) -> bool:
    """Whether a number stands behind its street, or a code behind both: "Ringweg 12, 3012 Bern"."""
    words, at = tokens.words, number.first - 1
    if at < 1 or not words[number.core].isdecimal():
        return False
    if words[at] == "," and tokens.tags[at - 1] == "M" and len(words[number.core]) in (4, 5):
        at -= 2
    street = words[at].endswith(_STREET_ENDINGS) and words[at][0].isupper()
    counts = number.stop < len(words) and is_plural(tokens.lowers[number.stop])
    return street and not counts


def is_flight(tokens: Tokens, number: Number) -> bool:
    """Whether a number stands behind a carrier's digit and letter: "5J 560", "6E 2134"."""
    at, words = number.first - 1, tokens.words
    if at < 1 or number.kind is not None or not words[number.core].isdecimal():
        return False
    carrier = len(words[at]) == 1 and words[at].isupper() and words[at - 1] in _DIGITS
    return carrier and tokens.starts[at] == tokens.ends[at - 1] and len(words[number.core]) > 1


_DIGITS = frozenset("23456789")
_FORCES = frozenset(LABELS["forces"])
# How many capitals may stand between the number of a unit and what it is.
_ARMS = 4


@needs(_FORCES)
def is_of_forces(tokens: Tokens, number: Number) -> bool:
    """Whether a number names a unit of forces: "18 Airborne Battalion", not "18 Army divisions"."""
    for at in range(number.stop, min(number.stop + _ARMS, len(tokens.words))):
        if not tokens.words[at][0].isupper():
            return False
        if tokens.lowers[at] in _FORCES:
            # "12 Squadron pilots" are counted.
            return tokens.tags[at + 1 : at + 2] not in (["N"], ["J"])
    return False


def is_long_code(tokens: Tokens, number: Number) -> bool:
    """Whether five digits without a comma name what follows: "the 12014 Amritsar Shatabdi"."""
    stop = number.stop
    digits = tokens.words[number.core]
    if number.form != "digits" or not digits.isdigit() or len(digits) < len("12014"):
        return False
    if number.kind is not None or stop + 1 >= len(tokens.words):
        return False
    if not tokens.words[stop][0].isupper():
        return False
    if tokens.words[stop + 1][0].isupper():
        # "10500 Delhi University students" are counted.
        ahead = zip(tokens.words[stop : stop + 5], tokens.lowers[stop : stop + 5], strict=True)
        return not any(word.islower() and is_plural(lower) for word, lower in ahead) and (
            not is_plural(tokens.lowers[stop + 1])
        )
    # "The 12498 Shan-e-Punjab was late", not "the 15000 Kurds were".
    named = tokens.lowers[number.first - 1] == "the" and tokens.tags[stop + 1] in ".PAVE"
    return named and not is_plural(tokens.lowers[stop]) and not is_people(tokens.lowers[stop])


@needs(("block",))
def is_block(tokens: Tokens, number: Number) -> bool:
    """The numbers of the houses in a block: "the 1400 block of West Third Street"."""
    following = tokens.lowers[number.stop : number.stop + 2]
    return following == ["block", "of"] and number.value % 100 == 0


def _is_placed(tokens: Tokens, number: Number) -> bool:
    """Whether a number with a point of the compass behind it stands where an address does."""
    return tokens.lowers[number.first - 1] in ("at", "of", "near", "on", "to", ",")


def _is_in_name(tokens: Tokens, number: Number) -> bool:
    """Whether a number word belongs to a known name: "Six Nations fans"."""
    for offset, name in _NAMES.get(tokens.lowers[number.first], ()):
        start = number.first - offset
        stop = start + len(name)
        if start >= 0 and tuple(tokens.lowers[start:stop]) == name:
            return all(
                word[0].isupper() or word == "for" or not word.isalpha()
                for word in tokens.words[start:stop]
            )
    return False


def _names_thing(tokens: Tokens, number: Number) -> bool:
    """Whether a name and a number are the name of one thing: "the Aurora 7 chip".

    A count has a plural after it.
    """
    first, stop = number.first, number.stop
    if number.form != "digits" or number.value < 1 or first < 2 or stop >= len(tokens.words):
        return False
    if number.kind is not None or (number.value == 1 and not _is_determined(tokens, first)):
        return False
    before = tokens.words[first - 1]
    if not before.isalpha() or "," in tokens.words[number.core]:
        return False
    if tokens.tags[stop] != "N" or not tokens.words[stop].islower():
        return False
    phrase = read_noun_phrase(tokens, stop)
    plural = phrase is not None and is_plural(tokens.lowers[phrase.head])
    return phrase is not None and not plural and not is_people(tokens.lowers[phrase.head])


def _is_determined(tokens: Tokens, first: int) -> bool:
    """Whether an article stands before the name that a number ends: "the East Link 1 pipeline"."""
    at = first - 1
    while at > 0 and tokens.words[at][0].isupper():
        at -= 1
    return at < first - 2 and tokens.tags[at] == "D"


def _is_quarter(tokens: Tokens, number: Number) -> bool:
    """Whether a number belongs to the name of a part of a city: "who lives in Mirpur 10."."""
    first, stop = number.first, number.stop
    if number.value >= 100 or first < 3 or stop != first + 1:
        return False
    name = tokens.words[first - 1]
    within = tokens.lowers[first - 2] in ("in", "at", "near") and (
        tokens.lowers[first - 3] in _DWELLING
    )
    ends = stop >= len(tokens.words) or tokens.tags[stop] in ".C"
    return within and ends and name.isalpha() and not name.isupper()


def _names_subject(tokens: Tokens, number: Number) -> bool:
    """Whether a name with a number is what a clause is about: "Karsvik 2 will open".

    So are capitals behind an article ("the DAX 30 rose"), where no preposition governs them: "in
    the US 12 died".
    """
    first, stop = number.first, number.stop
    plain = number.kind is None and stop == first + 1
    if not plain or stop >= len(tokens.words) or tokens.tags[stop] not in "AVv":
        return False
    name = tokens.words[first - 1]
    if not name.isalpha() or not 2 <= number.value < 1000:
        return False
    if first > 1 and tokens.lowers[first - 2] == "the":
        governed = first > 2 and tokens.tags[first - 3] in "PM"
        return not governed and (name.isupper() or number.value < 10)
    unknown = tokens.tags[first - 1] == "N" and not is_plural(tokens.lowers[first - 1])
    return first == 1 and number.value < 10 and unknown and not is_people(tokens.lowers[0])


_DWELLING = frozenset(LABELS["dwelling"])


def _goes_with_name(tokens: Tokens, number: Number) -> bool:
    """Whether digits belong to the name before them, or to that of a model."""
    named = tokens.words[number.first - 1][0].isupper() and (
        _is_catalogued(tokens, number)
        or _names_thing(tokens, number)
        or _is_quarter(tokens, number)
        or _names_subject(tokens, number)
    )
    return named or is_model(tokens, number)


def _is_catalogued(tokens: Tokens, number: Number) -> bool:
    """Whether letters and digits are an entry of a catalogue: "NGC 4407", "LHS 4407 b"."""
    first, stop = number.first, number.stop
    if number.value < 100 or stop != first + 1:
        return False
    before = tokens.words[first - 1]
    if not (before.isupper() and before.isalpha() and 2 <= len(before) <= 4):
        return False
    plain = tokens.words[number.core].isdigit() and not tokens.text.isupper()
    return plain and (stop >= len(tokens.words) or tokens.tags[stop] not in "NJGE")


_LEVELLING = frozenset(LABELS["before_nil"])
_ERAS = frozenset(("ad", "bc", "bce", "ce"))


def is_named(tokens: Tokens, number: Number) -> bool:
    """A number word inside a name ("Six Nations"), and words that only seem to count."""
    word, lower = tokens.words[number.core], tokens.lowers[number.core]
    first, stop = number.first, number.stop
    lowers = tokens.lowers
    before = lowers[first - 1] if first else ""
    after = lowers[stop] if stop < len(lowers) else ""
    if before in _ERAS or _is_in_name(tokens, number):
        return True
    if number.form == "digits" and first and _goes_with_name(tokens, number):
        return True
    titled = number.form == "words" and word[0].isupper() and first
    if titled and tokens.tags[first - 1] != "." and not tokens.words[first - 1].isupper():
        following = tokens.words[stop] if stop < len(lowers) else ""
        group = before == "of" and first > 1 and tokens.words[first - 2][0].isupper()
        series = first > 1 and tokens.words[first - 1][0].isupper()
        return not word.isupper() and (
            following[:1].isupper() or before in ("the", "big") or group or series
        )
    if lower in ("zero", "nil", "nought"):
        if before in _LEVELLING:
            return False
        return not (
            after in ("have", "has", "had")
            or (stop < len(lowers) and tokens.tags[stop] == "N" and is_plural(after))
        )
    if before == "or" and first > 1 and lowers[first - 2] == "one":
        return True
    if before == "any" and lower == "one":
        return True
    if (
        lower == "one"
        and number.form == "words"
        and number.kind is None
        and number.stop == first + 1
    ):
        return not counts_one(tokens, first)
    return (
        after in ("digits", "o’clock", "noon", "midnight")
        or after == "o'clock"
        or after in ("am", "pm")
        or (after in ("a", "p") and tuple(lowers[stop + 1 : stop + 3]) == (".", "m"))
    )
