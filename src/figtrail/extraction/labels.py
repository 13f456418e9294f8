"""What is not a figure: numbers that name, refer, address, date or describe who is meant."""

from __future__ import annotations

from figtrail.extraction.ages import AGE_WORDS, describes_age, is_age
from figtrail.extraction.clauses import find_verb
from figtrail.extraction.lexicon import read_phrases, read_sections
from figtrail.extraction.nouns import is_people, is_plural
from figtrail.extraction.numbers import Number, counts_against
from figtrail.extraction.phrases import read_noun_phrase
from figtrail.extraction.telephones import find_telephones, is_dialled
from figtrail.extraction.tokens import NUMBER_WORDS, Tokens

_LABELS = read_sections("labels.txt")
_STRONG = frozenset(_LABELS["strong"])
_WEAK = frozenset(_LABELS["weak"])
_ABBREVIATED = frozenset(_LABELS["abbreviated"])
_CODES = frozenset(_LABELS["codes"])
_UNCAPITALISED = frozenset(_LABELS["uncapitalised"])
_PHRASES = tuple(
    tuple(phrase.lower().split()) for phrase in read_phrases("labels.txt", "before_phrases")
)
_NAMES: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
for _name in read_phrases("labels.txt", "names"):
    _words = tuple(_name.split())
    for _at, _word in enumerate(_words):
        if _word in NUMBER_WORDS:
            _NAMES.setdefault(_word, []).append((_at, _words))
_STREETS = frozenset(_LABELS["streets"])
_HYPHEN_TYPES = frozenset(_LABELS["hyphen_types"])
_TYPE_UNITS = frozenset(_LABELS["type_units"])
_FIGURE_HYPHENS = frozenset(_LABELS["figure_hyphens"])
_SCORE_WORDS = frozenset(_LABELS["score_words"])
_HYPHENS = frozenset("-‐‑")
_OF_TIME = frozenset("last this next each every per a the previous that same past".split())
_COMPARING = frozenset(
    "than over about around nearly almost some roughly approximately least under below above to "
    "all those these of additional extra another further total".split()
)


def find_labels(tokens: Tokens, numbers: list[Number]) -> list[bool]:
    """Say of each number of a sentence whether it is a label rather than a figure."""
    labels: list[bool] = []
    telephones = find_telephones(tokens.text)
    for at, number in enumerate(numbers):
        label = _is_label(tokens, number)
        if not label and _is_suspended(tokens, number) and at + 1 < len(numbers):
            label = _is_hyphen_type(tokens, numbers[at + 1])
        if any(start < number.end and number.start < end for start, end in telephones):
            label = True
        if not label and at and labels[at - 1]:
            label = _continues_label(tokens, numbers[at - 1], number)
        labels.append(label)
    return labels


def _is_label(tokens: Tokens, number: Number) -> bool:
    if number.form in ("multiple", "fraction", "proportion"):
        return _is_kind_of_flood(tokens, number)
    if _touches_letters(tokens, number):
        return True
    plain = number.currency is None and number.scale is None
    if (
        _is_offset(tokens, number)
        or is_age(tokens, number)
        or _is_hyphen_type(tokens, number)
        or _is_race(tokens, number)
    ):
        return True
    if not plain and number.currency is None and number.stop == number.first + 2:
        # "Rule 10b": the letter that would be a scale belongs to the reference.
        return len(tokens.words[number.first + 1]) == 1 and _follows_label(tokens, number)
    if not plain or number.unit_inside:
        return _is_seat(tokens, number)
    return (
        _follows_label(tokens, number)
        or _is_clock(tokens, number)
        or describes_age(tokens, number)
        or _is_nth_in(tokens, number)
        or _is_year(tokens, number)
        or _is_address(tokens, number)
        or _is_numbering(tokens, number)
        or is_dialled(tokens, number)
        or _is_named(tokens, number)
        or _is_score_line(tokens, number)
    )


def _is_seat(tokens: Tokens, number: Number) -> bool:
    """A seat or gate whose letter looks like a unit: "seat 23C"."""
    if number.unit not in ("celsius", "fahrenheit") or not number.first:
        return False
    return tokens.lowers[number.first - 1] in ("seat", "seats", "gate", "row", "platform", "bay")


def _is_offset(tokens: Tokens, number: Number) -> bool:
    """Whether a duration only counts from a moment: "half an hour later"."""
    if number.kind != "duration" or number.stop + 1 >= len(tokens):
        return False
    if number.unit == "minute" and number.first and tokens.lowers[number.first - 1] == "on":
        # Of a match: "scored on 41 minutes".
        return True
    return tokens.lowers[number.stop + 1] in ("later", "earlier", "ago", "away")


def _is_kind_of_flood(tokens: Tokens, number: Number) -> bool:
    stop = number.stop
    return (
        stop + 1 < len(tokens)
        and tokens.lowers[stop] in _HYPHENS
        and tokens.ends[stop] == tokens.starts[stop + 1]
        and tokens.lowers[stop + 1].startswith(("year", "day", "generation", "century"))
    )


def _touches_letters(tokens: Tokens, number: Number) -> bool:
    """Letters, slashes, colons or signs that touch the digits: A580, Covid-19, 3rd, 24/7, 9:30."""
    first, stop = number.first, number.stop
    starts, ends, words = tokens.starts, tokens.ends, tokens.words
    if first and ends[first - 1] == starts[first]:
        before = words[first - 1]
        if before[-1].isalpha() or before in "#@/_":
            return True
        if before in _HYPHENS and first > 1 and ends[first - 2] == starts[first - 1]:
            earlier = words[first - 2]
            if earlier[-1].isalpha() and earlier.lower() not in ("mid", "pre", "post", "to", "and"):
                return True
        if before in ".:" and first > 1 and ends[first - 2] == starts[first - 1]:
            return words[first - 2][-1].isalnum()
    if stop < len(tokens) and starts[stop] == ends[stop - 1]:
        after = words[stop]
        if after[0].isalpha():
            relay = stop + 1 < len(tokens) and tokens.tags[stop + 1] == "M"
            return after.lower() != "x" or relay
        if after in "@#_":
            return True
        if after in "/:" and stop + 1 < len(tokens) and starts[stop + 1] == ends[stop]:
            return words[stop + 1][0].isdigit()
    return False


def _is_hyphen_type(tokens: Tokens, number: Number) -> bool:
    """A number hyphened to a noun that names a kind: two-bedroom, 10-year bond, five-star."""
    stop = number.stop
    lowers = tokens.lowers
    if stop + 1 >= len(lowers) or lowers[stop] not in _HYPHENS:
        if number.unit_inside and stop < len(lowers) and number.kind == "measurement":
            return lowers[stop] in _HYPHEN_TYPES and number.currency is None
        return False
    if tokens.starts[stop] != tokens.ends[stop - 1] or tokens.ends[stop] != tokens.starts[stop + 1]:
        return False
    word = lowers[stop + 1]
    following = lowers[stop + 2] if stop + 2 < len(lowers) else ""
    head = word.split("-")[0]
    if head in _FIGURE_HYPHENS or head == "fold":
        return False
    if number.currency is not None:
        return False
    if number.kind in ("duration", "measurement"):
        ahead = lowers[stop + 2 : stop + 5]
        if ahead and ahead[0] in (
            "fixed",
            "fixed-rate",
            "treasury",
            "us",
            "german",
            "uk",
            "government",
            "benchmark",
        ):
            following = next((one for one in ahead if one in _HYPHEN_TYPES), following)
        if following in _HYPHEN_TYPES or word.rsplit("-", 1)[-1] in ("old", "olds", "high", "low"):
            return True
        return head in ("wheel",)
    if number.kind is not None:
        return False
    if head in _TYPE_UNITS or head in ("time", "times"):
        return True
    return number.value < 20 or word == "to"


def _is_suspended(tokens: Tokens, number: Number) -> bool:
    """Whether a hyphen waits for its noun: "two- and three-bedroom flats"."""
    stop = number.stop
    return (
        stop + 1 < len(tokens)
        and tokens.lowers[stop] in _HYPHENS
        and tokens.ends[stop - 1] == tokens.starts[stop]
        and tokens.lowers[stop + 1] in ("and", "or", "to")
    )


def _follows_label(tokens: Tokens, number: Number) -> bool:
    """Whether the words beside a number make it a reference: "section 47", "21 CFR", "U.S. 41"."""
    lowers, words, first, stop = tokens.lowers, tokens.words, number.first, number.stop
    if stop < len(lowers) and lowers[stop] in _CODES:
        return True
    if not first:
        return False
    before = lowers[first - 1]
    if lowers[max(0, first - 4) : first] == ["u", ".", "s", "."]:
        # The number of a highway, unless it counts: "U.S. 41 is closed".
        return stop >= len(lowers) or tokens.tags[stop] not in "NJ"
    if before == "." and first > 1 and tokens.ends[first - 2] == tokens.starts[first - 1]:
        before = lowers[first - 2]
        if before in _ABBREVIATED:
            return True
    if before in ("(", "-", "–") and first > 1:
        before = lowers[first - 2] if before == "-" else ""
    if before == "s" or not before:
        return False
    if number.kind == "duration" and before not in ("no", "number"):
        return False
    for phrase in _PHRASES:
        if tuple(lowers[first - len(phrase) : first]) == phrase:
            return True
    if before == "year" and words[first - 1] == "year":
        earlier = lowers[first - 2] if first > 1 else ""
        if number.value > 13 or earlier in _OF_TIME:
            return False
    if before in _UNCAPITALISED and words[first - 1] != before:
        return False
    if before in _STRONG:
        if before in ("number", "no") and ("," in words[number.core] or number.form == "words"):
            return before == "number" and number.value < 20
        if before == "number":
            return True
        if before in (
            "year",
            "class",
            "stage",
            "unit",
            "floor",
            "room",
            "phase",
            "number",
            "title",
            "level",
        ):
            return number.value < 1000 and "," not in words[number.core]
        return "," not in words[number.core]
    if before in ("top", "big") and number.value <= 1000:
        counts = stop < len(lowers) and is_plural(lowers[stop]) and number.form == "words"
        return not counts or before == "big"
    if before == "of" and first > 1 and lowers[first - 2] in _FAMILIES and number.value < 20:
        return stop >= len(lowers) or tokens.tags[stop] not in "NJ"
    if before in _WEAK:
        capital = words[first - 1][0].isupper()
        after = tokens.tags[stop] if stop < len(tokens) else "."
        counts = after in "NJEG" and not capital
        listed = "," in words[number.core] and not capital
        return not counts and not listed and number.kind is None
    return False


_FAMILIES = frozenset("family families household mother father mum dad parent".split())
_ZONES = frozenset("gmt bst est edt cet cest et utc ist pst pdt hours hrs local".split())


def _is_clock(tokens: Tokens, number: Number) -> bool:
    """A time on the 24-hour clock: "1430 GMT", "at 23.18"."""
    word = tokens.words[number.core]
    after = tokens.lowers[number.stop] if number.stop < len(tokens) else ""
    hour, dot, minute = word.partition(".")
    if dot and len(minute) == 2 and number.kind is None and number.first:
        timed = tokens.lowers[number.first - 1] in ("at", "by", "until", "till")
        counts = number.stop < len(tokens) and tokens.tags[number.stop] in "NJ"
        timed = timed and hour.isdigit() and int(hour) < 24 and int(minute) < 60
        if timed and not counts:
            return _leaves_or_arrives(tokens, number)
    if number.form == "words" and number.first and number.kind is None and number.value <= 12:
        if tokens.lowers[number.first - 1] == "past":
            return tokens.lowers[number.first - 2] in ("half", "quarter", "minutes")
        ends = number.stop >= len(tokens) or tokens.tags[number.stop] in ".C"
        if ends and tokens.lowers[number.first - 1] == "at":
            return _leaves_or_arrives(tokens, number)
    return (
        len(word) == 4
        and word.isdigit()
        and after in _ZONES
        and number.kind is None
        and (int(word) < 2400)
    )


def _leaves_or_arrives(tokens: Tokens, number: Number) -> bool:
    """Whether no verb of measuring governs the number: "stood at 23.18" is a level."""
    verb = find_verb(tokens, number.first - 1)
    if verb is None or tokens.lowers[verb[1]] in ("off", "out", "up"):
        return True
    return number.first - 1 - verb[1] > 1 or tokens.lowers[verb[1] - 1] not in _STANDING


def _is_race(tokens: Tokens, number: Number) -> bool:
    """The name of a race: "the 100 metres", "the women's 10,000m"."""
    metres = number.unit == "metre" or tokens.words[number.stop - 1] == "m"
    if not metres or number.mantissa not in _RACES or not number.first:
        return False
    before = tokens.lowers[number.first - 1]
    if before.endswith("est") and tokens.tags[number.first - 1] in "NJ":
        return True
    after = tokens.lowers[number.stop + (number.unit_inside is False) :][:1]
    return (before == "the" or before.endswith(("men’s", "men's"))) and after != ["of"]


_RACES = frozenset((60, 100, 200, 400, 800, 1500, 3000, 5000, 10000))
_STANDING = frozenset(
    "stood stands standing closed opened traded trading ended finished peaked remained put set "
    "fixed estimated averaging averaged valued".split()
)


def _is_nth_in(tokens: Tokens, number: Number) -> bool:
    """What only places an ordinal: "the 11th increase in 12 meetings"."""
    lowers, first = tokens.lowers, number.first
    if not first or lowers[first - 1] != "in":
        return False
    window = range(max(0, first - 5), first - 1)
    if any(tokens.tags[at] == "." for at in window):
        return False
    return any(
        lowers[at] in _ORDINALS
        or (lowers[at] in ("th", "st", "nd", "rd") and at and tokens.tags[at - 1] == "M")
        for at in window
    )


_ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
)


def _is_year(tokens: Tokens, number: Number) -> bool:
    word = tokens.words[number.core]
    if len(word) != 4 or not word.isdigit() or not 1500 <= number.value <= 2100:
        return False
    if number.stop != number.first + 1 or number.kind is not None:
        return False
    before = tokens.lowers[number.first - 1] if number.first else ""
    if before in _COMPARING and before not in ("to", "of", "all", "those", "these"):
        return False
    if number.stop >= len(tokens):
        return True
    after = tokens.lowers[number.stop]
    tag = tokens.tags[number.stop]
    if tag == "N" and is_plural(after):
        return before in ("in", "since", "the", "its", "their", "by", "of", "during", "until")
    return not (tag in "JEG" and number.value % 100 == 0 and before not in ("the", "in"))


def _is_address(tokens: Tokens, number: Number) -> bool:
    stop = number.stop
    words, lowers = tokens.words, tokens.lowers
    if number.value != int(number.value):
        return False
    if stop < len(words) and words[stop] in ("N", "S", "E", "W", "NW", "NE", "SW", "SE"):
        return True
    for at in range(stop, min(stop + 4, len(words))):
        if not words[at][0].isupper():
            return False
        if lowers[at] in _STREETS and at > stop:
            return True
    return False


def _is_numbering(tokens: Tokens, number: Number) -> bool:
    """A list number at the start of a line: "1. ", "2) ", "(3) ", "2.1 The council"."""
    stop = number.stop
    if number.form != "digits" or number.value >= 100 or stop + 1 >= len(tokens):
        return False
    if number.first == 0:
        # "4.2 The council" goes on with a new sentence.
        titled = tokens.tags[stop] in "DO" and tokens.words[stop][0].isupper()
        return tokens.words[stop] in ".)" or titled
    return number.first == 1 and tokens.words[0] == "(" and tokens.words[stop] == ")"


def _is_in_name(tokens: Tokens, number: Number) -> bool:
    """Whether a number word belongs to a known name: "Six Nations fans"."""
    for offset, name in _NAMES.get(tokens.lowers[number.first], ()):
        start = number.first - offset
        stop = start + len(name)
        if start >= 0 and tuple(tokens.lowers[start:stop]) == name:
            return all(word[0].isupper() for word in tokens.words[start:stop])
    return False


def _names_thing(tokens: Tokens, number: Number) -> bool:
    """Whether a name and a number are the name of one thing: "the Aurora 7 chip".

    A count has a plural after it.
    """
    first, stop = number.first, number.stop
    if number.form != "digits" or number.value < 2 or first < 2 or stop >= len(tokens):
        return False
    before = tokens.words[first - 1]
    if not (before[0].isupper() and before.isalpha()) or "," in tokens.words[number.core]:
        return False
    if tokens.tags[stop] != "N" or not tokens.words[stop].islower():
        return False
    phrase = read_noun_phrase(tokens, stop)
    plural = phrase is not None and is_plural(tokens.lowers[phrase.head])
    return phrase is not None and not plural and not is_people(tokens.lowers[phrase.head])


def _is_named(tokens: Tokens, number: Number) -> bool:
    """A number word inside a name ("Six Nations"), and words that only seem to count."""
    word, lower = tokens.words[number.core], tokens.lowers[number.core]
    first, stop = number.first, number.stop
    lowers = tokens.lowers
    before = lowers[first - 1] if first else ""
    after = lowers[stop] if stop < len(lowers) else ""
    if _is_in_name(tokens, number) or _names_thing(tokens, number):
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
        if before in ("to", "at", "of", "from", "was", "is", "were", "near"):
            return False
        return not (
            after in ("have", "has", "had")
            or (stop < len(lowers) and tokens.tags[stop] == "N" and is_plural(after))
        )
    if before == "or" and first > 1 and lowers[first - 2] == "one":
        return True
    if (
        lower == "one"
        and number.form == "words"
        and number.kind is None
        and number.stop == first + 1
    ):
        return not counts_against(tokens, first)
    return (
        after == "o’clock"
        or after == "o'clock"
        or after in ("am", "pm")
        or (after in ("a", "p") and tuple(lowers[stop + 1 : stop + 3]) == (".", "m"))
    )


def _is_score_line(tokens: Tokens, number: Number) -> bool:
    """A result such as "Arsenal 2 Chelsea 1": small numbers after two capitalised names."""
    if number.form != "digits" or number.value > 15 or number.kind is not None or not number.first:
        return False
    words, tags = tokens.words, tokens.tags
    first, stop = number.first, number.stop
    if not words[first - 1][0].isupper() or not words[first - 1][-1].isalpha():
        return False
    ahead = stop + 1 if stop < len(words) and words[stop] == "," else stop
    at = ahead
    while at < len(words) and words[at][0].isupper() and words[at][-1].isalpha():
        at += 1
    if at > ahead and at < len(words) and tags[at] == "M" and len(words[at]) <= 2:
        return ahead == stop or not _SCORE_WORDS.isdisjoint(tokens.lowers)
    back = first - 1
    while back >= 0 and words[back][0].isupper() and words[back][-1].isalpha():
        back -= 1
    if back > 0 and tags[back] == "M" and len(words[back]) <= 2 and back < first - 1:
        return back > 0 and words[back - 1][0].isupper()
    return False


_CHAINS = frozenset(("and", "or", "to", "through", ",", "-", "–", "/", "&"))


def _continues_label(tokens: Tokens, label: Number, number: Number) -> bool:
    """The next number of a list or chain of labels: "sections 47 and 48", "0800 123 456"."""
    between = tokens.lowers[label.stop : number.first]
    if not between:
        return number.kind is None and number.form == "digits"
    if number.kind is not None or number.currency is not None or len(between) > 2:
        return False
    if between[0] in _CHAINS and label.first:
        if any(word not in _CHAINS for word in between):
            return False
        named = tokens.lowers[label.first - 1]
        if named in _STRONG or named in _WEAK or named in AGE_WORDS:
            after = tokens.tags[number.stop] if number.stop < len(tokens) else "."
            return after not in "NJ" or (
                named in _STRONG and not is_plural(tokens.lowers[number.stop])
            )
    return False
