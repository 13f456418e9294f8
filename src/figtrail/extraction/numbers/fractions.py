"""Fractions in words and signs: "a third", "two-fifths", "half a million", "3/4", "½"."""

from __future__ import annotations

from decimal import Decimal

from figtrail.extraction.lexicon import read_pairs, read_sections
from figtrail.extraction.nouns import is_people
from figtrail.extraction.numbers.attaching import attach
from figtrail.extraction.numbers.cardinals import DENOMINATORS, ONES, SCALES
from figtrail.extraction.numbers.following import read_unit
from figtrail.extraction.numbers.forms import MONEY_WORDS, match_unit
from figtrail.extraction.numbers.number import ONE, Number
from figtrail.extraction.tokens import HYPHENS, Tokens

# What a share of people may do, though the form is a noun's as well: "over half plan cuts".
_WANTING = frozenset(
    word
    for word in read_sections("grammar.txt")["infinitive_takers"]
    if not word.endswith(("s", "ed", "ing"))
)
VULGAR = {
    sign: (Decimal(value.split("/")[0]), Decimal(value.split("/")[1]))
    for sign, value in read_pairs("numbers.txt", "vulgar").items()
}


def read_slash_fraction(tokens: Tokens, at: int) -> Decimal | None:
    """Denominator of "3/4" at `at`; None where the slash means something else (24/7, 9/11)."""
    top, bottom = tokens.words[at], tokens.words[at + 2] if at + 2 < len(tokens.words) else ""
    parted = bottom in _PARTED or (top == "1" and bottom in _HUNDREDS)
    if not parted or not top.isdecimal():
        return None
    if int(top) >= int(bottom) or (at + 3 < len(tokens.words) and tokens.words[at + 3] == "/"):
        return None
    return Decimal(bottom.replace(",", ""))


_PARTED = frozenset(("2", "3", "4", "5", "6", "8", "10", "16", "32", "64"))
# Under one these are no day of a month: "1/250 s", "a 1/50 dilution".
_HUNDREDS = frozenset(("40", "50", "60", "100", "125", "200", "250", "500", "1000", "1,000"))


def read_word_fraction(
    tokens: Tokens, at: int, stop: int, value: Decimal, floor: int
) -> Number | None:
    """Read "two-thirds", "three quarters": a number of parts; None where it is no fraction."""
    lowers = tokens.lowers
    hyphened = stop < len(lowers) and lowers[stop] in HYPHENS
    part = stop + 1 if hyphened else stop
    if part >= len(lowers):
        return None
    word = lowers[part]
    bottom = DENOMINATORS.get(word)
    if bottom is None or not 0 < value < bottom * 3 or value != int(value):
        return None
    if bottom == 2 and value > 1:
        return None
    if value > 1 and not (word.endswith("s") or hyphened):
        return None
    if value == 1 and word.endswith("s"):
        return None
    following = lowers[part + 1] if part + 1 < len(lowers) else ""
    if following in HYPHENS and part + 2 < len(lowers) and not measures(tokens, part + 1):
        return None
    if word in ("quarters", "quarter") and following in ("ago", "running", "in"):
        return None
    if word == "quarters" and value != 3 and following == "of":
        # "Two quarters of decline" are six months.
        trend = lowers[part + 2 : part + 3]
        if trend and trend[0] in _TRENDS:
            return None
    return make_fraction(tokens, at, part + 1, value, bottom, floor)


def is_share(tokens: Tokens, after: int) -> bool:
    """Whether "a third" before `after` is a share, not an ordinal ("a third runway")."""
    if after >= len(tokens.words):
        return True
    lower = tokens.lowers[after]
    tag = tokens.tags[after]
    if lower in _AFTER_SHARE:
        return True
    if lower in _COMPARING:
        return tokens.tags[after + 1 : after + 2] not in (["N"], ["J"])
    if (tag in "GE" or lower in _WANTING) and tokens.lowers[max(0, after - 3)] in _BEFORE_HALF:
        # "With almost a third planning to leave", "nearly a third concerned bills".
        return True
    if tokens.tags[after : after + 2] == ["G", "P"] and tokens.lowers[after - 2] in _ANOTHER:
        # "With another third coming from grants".
        return True
    if lower in HYPHENS:
        # "Nearly a third - 40 schools - had no nurse".
        part = tokens.lowers[after - 1] in ("quarter", "half")
        apart = after + 1 < len(tokens.words) and _stands_apart(tokens, after)
        return apart or (part and measures(tokens, after))
    if tag in "NJMG":
        part = tokens.lowers[after - 1] in ("quarter", "half")
        return part and measures(tokens, after)
    return not (tag == "E" and after + 1 < len(tokens.words) and tokens.tags[after + 1] in "NJ")


_COMPARING = frozenset(read_sections("numbers.txt")["comparing"])


def _stands_apart(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen has a space on either side, as a dash has."""
    return tokens.starts[at] > tokens.ends[at - 1] and tokens.starts[at + 1] > tokens.ends[at]


_ANOTHER = frozenset(("another", "further"))
_AFTER_SHARE = frozenset(read_sections("numbers.txt")["after_share"])


def goes_on_counting(tokens: Tokens, at: int, bottom: Decimal) -> bool:
    """Whether an ordinal goes on counting: "two homes burned, while a third was damaged"."""
    told = tokens.tags[at + 1 : at + 2] in (["A"], ["P"]) and tokens.lowers[at + 1] != "of"
    return told and any(
        ONES.get(tokens.lowers[before]) == bottom - 1
        and tokens.tags[before + 1] in "NJP"
        and tokens.lowers[before + 1] not in DENOMINATORS
        for before in range(at - 1)
    )


def is_stretch_of_time(tokens: Tokens, after: int) -> bool:
    """Whether a quarter that ends before `after` is three months: "another quarter of growth".

    What is told of the growth itself makes it a share: "a quarter of growth came from exports".
    """
    if tokens.lowers[after : after + 1] != ["of"]:
        return False
    at = after + 1
    trend = False
    while at < len(tokens.words) and tokens.tags[at] in "NJG":
        trend = trend or tokens.lowers[at] in _TRENDS
        at += 1
    following = tokens.tags[at] if at < len(tokens.words) else "."
    return trend and following in ".PCR" and not is_people(tokens.lowers[at - 1])


_TRENDS = frozenset(read_sections("numbers.txt")["trends"])


def read_half(tokens: Tokens, at: int, floor: int) -> Number | None:
    """Read "half" where it is a share or multiplies ("half a million"); not "the first half"."""
    lowers = tokens.lowers
    count = len(lowers)
    before = lowers[at - 1] if at else ""
    after = at + 1
    hyphened = after < count and lowers[after] in HYPHENS
    if hyphened:
        after += 1
    following = lowers[after] if after < count else ""
    told = before == "that" and at > 1 and tokens.tags[at - 2] in "VEvCJ"
    if (before in _NOT_BEFORE_HALF and not told) or before in HYPHENS:
        # "Warned that half of them", but not "in that half of the season".
        return None
    if before == "and" and at > 1 and tokens.tags[at - 2] == "M":
        return None
    if following in ("a", "an"):
        multiplied = _read_half_of_one(tokens, at, after, floor)
        if multiplied is not None:
            return multiplied
    if before != "the" and measures(tokens, at + 1):
        return attach(tokens, at, at + 1, Decimal("0.5"), "words", floor)
    if hyphened and following not in ("hour", "mile", "million", "dozen", "billion"):
        return None
    if following in ("hour", "million", "billion", "dozen", "mile", "marathon") and before not in (
        "the",
    ):
        if following in SCALES:
            return attach(tokens, at, after + 1, SCALES[following] / 2, "words", floor)
        return (
            None
            if following == "marathon"
            else attach(tokens, at, at + 1, Decimal("0.5"), "words", floor)
        )
    if _is_share(tokens, at, after):
        return make_fraction(tokens, at, at + 1, ONE, Decimal(2), floor)
    return None


def _read_half_of_one(tokens: Tokens, at: int, article: int, floor: int) -> Number | None:
    """Read "half a million", "half a mile", "half a dollar": half of a scale, unit or coin."""
    lowers = tokens.lowers
    count = len(lowers)
    unit = article + 1
    while unit < count and lowers[unit] in HYPHENS:
        unit += 1
    if unit == count:
        return None
    if lowers[unit] in SCALES and lowers[unit] != "score":
        value = SCALES[lowers[unit]] / 2
        stop = unit + 1
        while stop < count and lowers[stop] in SCALES and lowers[stop] != "score":
            value *= SCALES[lowers[stop]]
            stop += 1
        return attach(tokens, at, stop, value, "words", floor)
    if match_unit(tokens, unit) is None and lowers[unit] not in MONEY_WORDS:
        return None
    half = attach(tokens, at, article + 1, Decimal("0.5"), "words", floor)
    outside = half.unit is not None and not half.unit_inside
    return half._replace(end=tokens.ends[at]) if outside else half


def _is_share(tokens: Tokens, at: int, after: int) -> bool:
    """Whether "half" is a share of something: "half of them", "about half said", "Half agreed"."""
    count = len(tokens.lowers)
    before = tokens.lowers[at - 1] if at else ""
    following = tokens.lowers[after] if after < count else ""
    tag = tokens.tags[after] if after < count else "."
    next_tag = tokens.tags[after + 1] if after + 1 < count else "."
    if tag in "DO" or following in ("of", "that", "as", "what", "those"):
        return True
    if following == "off" and next_tag == "D":
        return True
    if before in (";", ",", "and", "but", "“", '"') and tag in "VAv":
        return True
    if before in _BEFORE_HALF and (tag in "VAvEPRC.BG" or following in _WANTING):
        return True
    if at == 0 and following == "(":
        return "M" in tokens.tags[after + 1 : after + 3]
    return at == 0 and (tag in "VAv" or (tag == "E" and next_tag in "DPO"))


_NOT_BEFORE_HALF = frozenset(read_sections("numbers.txt")["not_before_half"])
_BEFORE_HALF = frozenset(read_sections("numbers.txt")["before_half"])


def make_fraction(
    tokens: Tokens, at: int, stop: int, top: Decimal, bottom: Decimal, floor: int
) -> Number:
    """A fraction, or what it comes to where it multiplies a unit: "three-quarters of a mile"."""
    lowers = tokens.lowers
    scaled = scale_fraction(tokens, at, stop, (top, bottom), floor)
    if scaled is not None:
        return scaled
    after = stop + 1
    if stop < len(lowers) and lowers[stop] != "of":
        figured = not tokens.words[at].isalpha()
        value = _exact(top, bottom) if measures(tokens, stop, timed=figured) else None
        if value is not None:
            return attach(tokens, at, stop, value, "words", floor)
        after = len(lowers)
    if after < len(lowers) and lowers[after] in ("a", "an", "one", "1"):
        unit = after + 1
        if unit < len(lowers):
            if lowers[unit] in SCALES and lowers[unit] != "score":
                value = _exact(top * SCALES[lowers[unit]], bottom)
                if value is not None:
                    return attach(tokens, at, unit + 1, value, "words", floor)
            form = match_unit(tokens, unit)
            if form is not None:
                value = _exact(top, bottom)
                if value is not None:
                    inside = form.style == "inside"
                    return attach(tokens, at, unit if inside else stop, value, "words", floor)
    return attach(tokens, at, stop, top, "fraction", floor, out_of=bottom)


def scale_fraction(
    tokens: Tokens, at: int, stop: int, parts: tuple[Decimal, Decimal], floor: int
) -> Number | None:
    """A fraction that multiplies the word behind it: "one-quarter million", "a quarter-million"."""
    lowers = tokens.lowers
    scale = stop + (lowers[stop : stop + 1] != [] and lowers[stop] in HYPHENS)
    if lowers[scale : scale + 1] == [] or lowers[scale] not in SCALES or lowers[scale] == "score":
        return None
    value = _exact(parts[0] * SCALES[lowers[scale]], parts[1])
    if value is None:
        return None
    return attach(tokens, at, scale + 1, value, "words", floor)


def measures(tokens: Tokens, stop: int, *, timed: bool = False) -> bool:
    """Whether a fraction that ends before `stop` is so much of a unit: "3/4 inch", "½ cup".

    A time is `timed` where the fraction is in figures: "1/250 s", but "a third day".
    """
    read = read_unit(tokens, stop)
    kinds = ("measurement", "duration") if timed else ("measurement",)
    return read is not None and read[0].kind in kinds


def _exact(top: Decimal, bottom: Decimal) -> Decimal | None:
    """The quotient where it is a decimal of at most ten digits; None where it goes on."""
    value = top / bottom
    return value if value * bottom == top and len(value.as_tuple().digits) <= 12 else None
