"""Ages that describe who is meant: "aged 16 to 24", "Pat Sillery, 62, …", "children under 15"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import is_people, is_plural
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import HYPHENS, Tokens

_YOUNG = frozenset(read_sections("labels.txt")["young"])
AGE_WORDS = frozenset(read_sections("labels.txt")["age_before"])
_AVERAGE = frozenset("average mean median typical oldest youngest".split())
_CLOSINGS = frozenset((",", ".", ";", "and", "”", '"', "but"))
_CONTRACTED = frozenset(("he's", "he’s", "she's", "she’s", "i'm", "i’m"))
_AFTER_AGE = frozenset((",", ".", ";", "who", "from", "of", "was", "told", "said", "and", "when"))
_SIDES = frozenset("over under below above".split())
_ANYONE = frozenset(read_sections("labels.txt")["anyone"])
_PERSONS = frozenset(read_sections("labels.txt")["aged_persons"])


def is_age(tokens: Tokens, number: Number) -> bool:
    """Whether a number is somebody's age; an average age is a figure."""
    lowers, first, stop = tokens.lowers, number.first, number.stop
    after = lowers[stop] if stop < len(lowers) else ""
    if number.kind == "duration" and after in _SPELLED:
        old = lowers[stop + 1 : stop + 2] == ["old"] or lowers[stop + 1 : stop + 3] == ["of", "age"]
        if old or (number.unit == "year" and lowers[stop + 1 : stop + 3] in _OR_OLDER):
            return _AVERAGE.isdisjoint(lowers[max(0, first - 6) : first])
    if after in HYPHENS and stop + 1 < len(lowers) and lowers[stop + 1].startswith(_OLD):
        return True
    if after in HYPHENS and lowers[stop + 1 : stop + 3] in _PARTED:
        return True
    if after == "age" and lowers[stop + 1 : stop + 2] in _BANDS:
        return True
    if after in ("year-old", "year-olds"):
        return True
    if after in _SHARING and _shares_age(lowers, stop):
        return True
    if number.currency is not None or number.unit_inside or number.scale is not None:
        return False
    if after in ("and", "or") and _is_older(tokens, number):
        return True
    if first == 1 and lowers[0] == "at" and _starts_life(tokens, number):
        return True
    if first and _is_aged(tokens, number):
        return _AVERAGE.isdisjoint(lowers[max(0, first - 5) : first])
    return _is_age_in_apposition(tokens, number)


def _shares_age(lowers: list[str], stop: int) -> bool:
    """Whether the next number has the words of age for both: "18 and 19-year-olds"."""
    if lowers[stop : stop + 2] in (["-", "to"], ["-", "and"], ["-", "or"]):
        stop += 1  # "18- to 24-year-olds"
    if lowers[stop : stop + 1] not in (["and"], ["or"], ["to"]):
        return False
    old = stop + 2 + (lowers[stop + 2 : stop + 3] == ["-"])
    return old < len(lowers) and lowers[old].startswith(_OLD)


_SHARING = frozenset(("-", "and", "or", "to"))
_OR_OLDER = [[link, word] for link in ("and", "or") for word in ("older", "younger")]
_SPELLED = frozenset("years months weeks days year".split())
_BANDS = (["group"], ["groups"], ["bracket"], ["brackets"], ["range"], ["band"], ["bands"])
# "A 45-year old shepherd".
_PARTED = [["year", old] for old in ("old", "olds")] + [["month", "old"], ["week", "old"]]
_OLD = ("year-old", "years-old", "month-old", "week-old", "day-old")
_LINKS = frozenset(read_sections("labels.txt")["age_links"])


def _starts_life(tokens: Tokens, number: Number) -> bool:
    """Whether a sentence starts with somebody's age: "At 62, she is the oldest"."""
    at = number.stop + (tokens.lowers[number.stop : number.stop + 1] == [","])
    person = tokens.lowers[at : at + 1] in (["he"], ["she"])
    return person and number.kind is None and 3 < number.value < 116


def _is_aged(tokens: Tokens, number: Number) -> bool:
    """Read "aged 16", "ages 5 to", "aged over 65", "the age of 87"; not "turned 40 homes into"."""
    lowers, first, stop = tokens.lowers, number.first, number.stop
    before = lowers[first - 1]
    if before in AGE_WORDS:
        counts = stop < len(lowers) and tokens.tags[stop] == "N" and is_plural(lowers[stop])
        return not (before.startswith("turn") and counts)
    earlier = lowers[first - 2] if first > 1 else ""
    if before in _LINKS and earlier in ("aged", "ages"):
        return True
    if before in ("just", "only") and earlier == "aged":
        return True
    if before == "than" and earlier in ("younger", "older") and number.kind is None:
        # "Patients younger than 19", "23 were younger than 18".
        counts = stop < len(lowers) and tokens.tags[stop] in "NJ"
        at = first - 3 - (first > 3 and lowers[first - 3] in ("is", "are", "was", "were"))
        some = at < first - 3 and (tokens.tags[at] == "M" or lowers[at] in _SOME)
        return at >= 0 and (some or is_people(lowers[at])) and not counts
    return before == "of" and earlier == "age"


_SOME = frozenset("who they most many some none half dead injured wounded all both".split())


def _is_older(tokens: Tokens, number: Number) -> bool:
    """Who is meant by age: "people 65 and older", "those 18 or under"."""
    lowers, first, stop = tokens.lowers, number.first, number.stop
    if not first or stop + 1 >= len(lowers):
        return False
    if lowers[first - 1] in ("were", "are", "was", "is", "be", "been") and 1 < number.value < 116:
        return lowers[stop + 1] in ("older", "younger", "over", "under")
    meant = is_people(lowers[first - 1]) or lowers[first - 1] in ("those", "anyone", "everyone")
    return meant and lowers[stop + 1] in ("older", "over", "above", "up", "under", "younger")


def _is_age_in_apposition(tokens: Tokens, number: Number) -> bool:
    """An age after a name: "Pat Sillery, 62, …", "Jo Lee (34) said"."""
    words, lowers, first, stop = tokens.words, tokens.lowers, number.first, number.stop
    if first < 2 or number.kind is not None:
        return False
    if not _SEVERAL.isdisjoint(tokens.vocabulary) and _is_of_several(tokens, number):
        return True
    if number.form != "digits":
        return _is_childs(tokens, number)
    if not 0 < number.value < 116 or number.value != int(number.value):
        return False
    after = lowers[stop] if stop < len(lowers) else "."
    if after in (",", ".") and number.value > 15:
        if lowers[first - 2 : first] == [")", ","]:
            return after == ","  # "Ana Diaz (Ind), 71, called it"
        if lowers[first - 2 : first] == [",", "then"]:
            return True
    if lowers[first - 1] == ",":
        named = words[first - 2][0].isupper() and words[first - 2][-1].isalpha()
        if named and _is_of_place(tokens, number):
            return False
        described = first > 2 and tokens.tags[first - 3] in "DJNMEV"
        # "40 envoys, 14 from Kenya" goes on counting.
        counted = tokens.tags[first - 3] == "M" and is_plural(lowers[first - 2])
        if is_people(lowers[first - 2]) and described and not counted:
            return after in (",", ".", ";", "who", "from", "was")
        return (
            named
            and after in _AFTER_AGE
            and (first < 3 or words[first - 3][0].isupper() or after in (",", "."))
            and not (first >= 3 and tokens.tags[first - 3] == "M")
        )
    if lowers[first - 1] == "(" and after == ")" and first > 2:
        named = words[first - 2][0].isupper() and words[first - 3][0].isupper()
        return named and lowers.count("(") == 1 and number.value > 15
    return False


def _is_of_place(tokens: Tokens, number: Number) -> bool:
    """Whether a number is another place's or month's: "41 weeks in Leeds; in York, 28"."""
    at = number.first - 3
    while at > 0 and tokens.words[at][0].isupper():
        at -= 1
    placed = at >= 0 and tokens.lowers[at] in ("in", "at", "for", "by")
    opened = at < 1 or tokens.tags[at - 1] in ".C"
    ends = tokens.lowers[number.stop : number.stop + 1] in ([], ["."], [";"], [","])
    return placed and opened and ends and "M" in tokens.tags[: max(0, at)]


def _is_of_several(tokens: Tokens, number: Number) -> bool:
    """Whether a number is one of the ages of several: "Two men, 24 and 31, were held".

    Not "40 nurses, 24 and 31 of them", nor "the teams, 24 and 31, met".
    """
    at = number.first
    while at > 1 and (tokens.tags[at - 1] == "M" or tokens.lowers[at - 1] in (",", "and")):
        at -= 1
    stop = number.stop
    while stop < len(tokens.words) and (
        tokens.tags[stop] == "M" or tokens.lowers[stop] in (",", "and")
    ):
        stop += 1
    listed = [index for index in range(at, stop) if tokens.tags[index] == "M"]
    opened = tokens.lowers[at] == "," and at > 0 and tokens.lowers[at - 1] in _SEVERAL
    closed = (
        stop < len(tokens.words) and tokens.lowers[stop - 1] == "," and tokens.tags[stop] in "AVEv"
    )
    return opened and closed and len(listed) > 1 and "and" in tokens.lowers[at:stop]


_SEVERAL = frozenset(read_sections("labels.txt")["of_ages"])


def _is_childs(tokens: Tokens, number: Number) -> bool:
    """Whether a number in words is the age of a child by name: "her son Ben, nine, drew it"."""
    words, lowers, first, stop = tokens.words, tokens.lowers, number.first, number.stop
    name = words[first - 2]
    if lowers[first - 1] != "," or not name.isalpha() or not name[0].isupper():
        return False
    closed = lowers[stop : stop + 1] in ([","], ["."], ["and"], [";"]) or stop == len(words)
    before = lowers[first - 3] if first > 2 else ""
    told = before in ("", '"', "“") or is_people(before) or before in _YOUNG
    if before == "and":
        # "Ana, seven, and Ben, nine", "her children Ana, seven, and Ben, nine".
        told = tokens.tags[2:3] == ["M"] or any(map(is_people, lowers[:first]))
    return closed and told and number.form == "words" and 0 < number.value < 13


def describes_age(tokens: Tokens, number: Number) -> bool:
    """Who is meant by age: "children under 15", "my mother is 91"."""
    lowers, first, stop = tokens.lowers, number.first, number.stop
    if first == 1 and lowers[0] in _CONTRACTED:
        return number.kind is None and "".join(lowers[2:3]) in _CLOSINGS
    if first < 2 or not 0 < number.value < 116 or number.value != int(number.value):
        return False
    if number.kind is not None:
        return False
    before, earlier = lowers[first - 1], lowers[first - 2]
    if before == "of" and earlier in _YOUNG and 3 <= number.value <= 19:
        # "Boys of 12 and 13 took part".
        return stop >= len(lowers) or tokens.tags[stop] in ".CAVv"
    if (
        before == "of"
        and is_people(earlier)
        and earlier not in _GROUPS
        and not is_plural(earlier)
        and first > 2
    ):
        # "A lad of nine", "one man of 84", "a frail old woman of 91".
        closed = stop >= len(lowers) or tokens.tags[stop] in ".RACPVvE"
        named = first - 3
        while named and tokens.tags[named] in "JEN":
            named -= 1
        return closed and lowers[named] in _SINGLE
    if before == "and" and "ages" in lowers[max(0, first - 4) : first]:
        # "Between the ages of 18 and 24".
        return True
    after = lowers[stop] if stop < len(lowers) else "."
    after_tag = tokens.tags[stop] if stop < len(lowers) else "."
    if after == "+" and is_people(before) and is_plural(before):
        # "Adults 18+".
        closed = stop + 1 == len(lowers) or lowers[stop + 1] in _CLOSINGS
        return closed and tokens.starts[stop] == tokens.ends[stop - 1]
    if before == "at" and earlier in _LIVING and number.value >= _AT_WORK:
        # "He joined at 16 and retired at 60".
        return after_tag not in "NJMG" and not _PERSONAL.isdisjoint(tokens.vocabulary)
    if before == "as" and earlier in ("young", "old"):
        # "Children as young as five".
        return after_tag not in "NJ"
    if before in _SIDES and earlier == "be" and after_tag not in "NJ":
        # "I want a quarter of those to be under 18".
        return not _PRONOUNS.isdisjoint(lowers[max(0, first - 8) : first])
    bounded = before == "between" if number.form == "range" else before in _SIDES
    if bounded and (after_tag not in "NJ" or after.startswith(_SUBJECTS)):
        if earlier in ("is", "are", "was", "were") and first > 2:
            earlier = lowers[first - 3]
            if earlier in _PERSONS or _is_told_of_persons(tokens, first - 3):
                return True
        nobody = earlier == "one" and lowers[max(0, first - 3)] in ("no", "any", "every")
        return is_people(earlier) or earlier in _ANYONE or nobody
    if before in _CONTRACTED:
        return after in _CLOSINGS or after == "when"
    said = before in ("is", "was", "’m", "am", "turns")
    return said and after in _CLOSINGS and earlier in _PERSONS


_SUBJECTS = tuple(one + sign for one in ("i", "he", "she", "we", "they") for sign in "'’")
_LIVING = frozenset(read_sections("labels.txt")["living"])
_PERSONAL = frozenset("he she who his her i my".split())
_AT_WORK = 5
_GROUPS = frozenset(read_sections("people.txt")["groups"])
_SINGLE = frozenset("a an one another".split())
_PRONOUNS = frozenset("them whom us they people children players".split())


def continues_age(tokens: Tokens, label: Number, number: Number) -> bool:
    """Whether a number ends a span of ages: "aged between six months and 15 years"."""
    lowers = tokens.lowers
    between = lowers[label.stop : number.first]
    if between and between[0] in _SPELLED:
        between = between[1:]
    if between not in (["and"], ["to"], ["or"], ["-"], ["–"], ["through"]):
        return False
    if number.kind not in (None, "duration") or number.value > 115:
        return False
    if lowers[max(0, label.first - 2) : label.first] in _OF_THE_YOUNG:
        return True
    return not _AGED.isdisjoint(lowers[max(0, label.first - 3) : label.first])


_OF_THE_YOUNG = [[young, "of"] for young in _YOUNG]
_AGED = frozenset(("aged", "age", "ages"))


def is_span_of_ages(tokens: Tokens, number: Number) -> bool:
    """Who is meant by an age with its unit: "babies under six months"."""
    lowers, first = tokens.lowers, number.first
    if number.kind != "duration" or first < 2 or number.unit not in ("year", "month", "week"):
        return False
    return lowers[first - 1] in ("under", "between") and lowers[first - 2] in _YOUNG


def _is_told_of_persons(tokens: Tokens, at: int) -> bool:
    """Whether a count of persons stands at a token: "of whom 61 were under 18"."""
    counted = tokens.tags[at] == "M"
    return counted and any(
        is_people(tokens.lowers[index]) or tokens.lowers[index] == "whom"
        for index in range(max(0, at - 8), at)
    )
