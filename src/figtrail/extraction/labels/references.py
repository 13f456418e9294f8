"""Numbers that refer: "section 47", "Level 5", "21 CFR", "a family of five"."""

from __future__ import annotations

from figtrail.extraction.labels.ages import AGE_WORDS
from figtrail.extraction.lexicon import read_phrases, read_sections
from figtrail.extraction.nouns import is_plural, singular
from figtrail.extraction.numbers import Number
from figtrail.extraction.phrases import read_noun_phrase
from figtrail.extraction.tokens import Tokens

LABELS = read_sections("labels.txt")
STRONG = frozenset(LABELS["strong"])
_WEAK = frozenset(LABELS["weak"])
_NUMBERED = frozenset(LABELS["numbered"])
_ABBREVIATED = frozenset(LABELS["abbreviated"])
_CODES = frozenset(LABELS["codes"])
_SHORTENED = frozenset(LABELS["shortened"])
_UNCAPITALISED = frozenset(LABELS["uncapitalised"])
# Phrases by the word that stands right before the number.
_PHRASES: dict[str, list[list[str]]] = {}
for _phrase in read_phrases("labels.txt", "before_phrases"):
    _PHRASES.setdefault(_phrase.lower().split()[-1], []).append(_phrase.lower().split())


_CAPITALISED = frozenset(LABELS["capitalised"])
_VERBS = frozenset(LABELS["label_verbs"])
_BEING = frozenset(LABELS["label_being"])
_LOW = frozenset(LABELS["low_labels"])
_OF_TIME = frozenset(LABELS["year_spans"])


def follows_label(tokens: Tokens, number: Number) -> bool:
    """Whether the words beside a number make it a reference: "section 47", "21 CFR", "U.S. 41"."""
    lowers, words, first, stop = tokens.lowers, tokens.words, number.first, number.stop
    if stop < len(lowers) and (lowers[stop] in _CODES or _has_part(tokens, stop)):
        return True
    if _is_part(tokens, number) or _follows_one(tokens, first):
        return True
    if not first:
        return False
    if lowers[stop : stop + 1] == ["of"] and _is_of_year(tokens, number):
        return True
    if _is_initialled(lowers[first - 1]):
        # The number of a highway, unless it counts: "U.S. 41 is closed", "on N.C. 53".
        return stop >= len(lowers) or tokens.tags[stop] not in "NJ"
    if lowers[first - 1] == "." and first > 1 and lowers[first - 2] in _SHORTENED:
        # "Engine Co. 5", not "at Ford Motor Co. 500 workers".
        return stop >= len(lowers) or tokens.tags[stop] not in "NJGAVvE"
    before = _name_label(_word_before(tokens, first), several=_is_chained(tokens, number))
    if before in _ABBREVIATED and lowers[first - 1] == ".":
        return True
    if before == "s" or not before:
        return False
    if number.kind == "duration" and before not in ("no", "number"):
        return False
    if tokens.tags[max(0, first - 2)] == "N" and _counts_in_words(tokens, number):
        return False
    for phrase in _PHRASES.get(lowers[first - 1], ()):
        if lowers[first - len(phrase) : first] == phrase:
            return True
    if before == "year" and words[first - 1] == "year":
        earlier = lowers[first - 2] if first > 1 else ""
        if number.value > 13 or earlier in _OF_TIME:
            return False
    if before in _UNCAPITALISED and words[first - 1] != before:
        return False
    if before in _VERBS and _is_verb(tokens, first - 1):
        return False
    if before in _NUMBERED:
        return "," not in tokens.words[number.core] and _is_chained(tokens, number)
    if before in STRONG:
        return _is_numbered(tokens, number, before)
    # "Will top 100 degrees" is a verb.
    acting = first > 1 and (tokens.tags[first - 2] == "A" or lowers[first - 2] == "to")
    if before in ("top", "big") and number.value <= 1000 and not acting:
        counts = stop < len(lowers) and is_plural(lowers[stop]) and number.form == "words"
        return not counts or before == "big"
    if before == "of" and first > 1 and lowers[first - 2] in _FAMILIES and number.value < 20:
        return stop >= len(lowers) or tokens.tags[stop] not in "NJ"
    # In a headline every verb has a capital: "Nurses Screen 40".
    named = before in _CAPITALISED and words[first - 1][0].isupper() and _is_running(tokens)
    # "Draw 14 tickets a week" opens with a verb.
    named = named and (first > 1 or stop >= len(lowers) or tokens.tags[stop] not in "NJP")
    return (
        (before in _WEAK or named) and number.kind is None and _is_weakly_numbered(tokens, number)
    )


def _is_of_year(tokens: Tokens, number: Number) -> bool:
    """Whether a number is one of those of a year: "Notice 161 of 2003", "HC-MCC 12 of 2020"."""
    year, at = tokens.words[number.stop + 1 : number.stop + 2], number.stop + 2
    dated = year != [] and len(year[0]) == len("2003") and year[0][:2] in ("18", "19", "20")
    named = tokens.words[number.first - 1][0].isupper() and tokens.tags[number.first - 1] in "NJ"
    ends = at >= len(tokens.words) or tokens.tags[at] not in "NJM"
    return dated and year[0].isdecimal() and named and ends and number.kind is None


def _is_running(tokens: Tokens) -> bool:
    """Whether a sentence has words of some length in small letters, as headlines may not."""
    return any(len(word) > _SHORT and word.islower() for word in tokens.words)


_SHORT = 3


def _is_initialled(word: str) -> bool:
    """Whether a word is two letters with full stops, as states and roads have them: "n.c."."""
    return len(word) == len("n.c.") and word[1] == word[3] == "." and word[0].isalpha()


def _has_part(tokens: Tokens, stop: int) -> bool:
    """Whether a letter in brackets touches a number, as that of a clause does: "20(b)"."""
    letter = tokens.words[stop + 1 : stop + 2]
    bracketed = tokens.lowers[stop] == "(" and tokens.lowers[stop + 2 : stop + 3] == [")"]
    if not bracketed or len(letter[0]) > 1 or not letter[0].isalpha():
        return False
    return tokens.starts[stop] == tokens.ends[stop - 1]


def _is_part(tokens: Tokens, number: Number) -> bool:
    """Whether a number in brackets touches one before it, as that of a clause does: "44(2)"."""
    first = number.first
    if first < 2 or tokens.words[first - 1] != "(" or not tokens.words[first - 2].isdecimal():
        return False
    touches = tokens.ends[first - 2] == tokens.starts[first - 1]
    return touches and tokens.words[number.stop : number.stop + 1] == [")"]


def _follows_one(tokens: Tokens, first: int) -> bool:
    """Whether a number goes on from a label that is one: "Grades One to Three"."""
    if first < 3 or tokens.lowers[first - 1] not in _CHAINS or tokens.lowers[first - 2] != "one":
        return False
    return _name_label(tokens.lowers[first - 3], several=True) in STRONG


def _counts_in_words(tokens: Tokens, number: Number) -> bool:
    """Whether a number word counts the plural behind it: "in Tampa Bay two men"."""
    stop = number.stop
    if number.first < 2 or not tokens.words[number.first - 1][0].isupper():
        return False
    if number.form != "words" or tokens.words[number.core][0].isupper() or number.value < 2:
        return False
    while tokens.tags[stop : stop + 1] in (["N"], ["J"]):
        if is_plural(tokens.lowers[stop]):
            return True
        stop += 1
    return False


def _word_before(tokens: Tokens, first: int) -> str:
    """The word that may label a number: the one before it, over a full stop or hyphen of its own.

    Empty behind a bracket or dash.
    """
    before = tokens.lowers[first - 1]
    if first == 1:
        return before
    if before == "." and tokens.ends[first - 2] == tokens.starts[first - 1]:
        before = tokens.lowers[first - 2]
    if before in ("(", "–"):
        return ""
    tight = before == "-" and tokens.ends[first - 2] == tokens.starts[first - 1]
    return tokens.lowers[first - 2] if tight else before


def _name_label(word: str, *, several: bool) -> str:
    """A word in the form in which the labels are listed: "regions" as "region" before several."""
    if not several or word in STRONG or word in _WEAK or not is_plural(word):
        return word
    one = singular(word)
    return one if one in STRONG or one in _WEAK else word


def _is_chained(tokens: Tokens, number: Number) -> bool:
    """Whether a number is a range or the first of a chain: "zones 1-3", "units 3 and 4".

    Not where the last of them counts something: "in wards 3 and 4 nurses".
    """
    if number.form == "range":
        return True
    stop = number.stop
    while tokens.tags[stop + 1 : stop + 2] == ["M"] and tokens.lowers[stop] in _CHAINS:
        stop += 2
    return stop > number.stop and tokens.tags[stop : stop + 1] not in (["N"], ["J"])


def _is_numbered(tokens: Tokens, number: Number, label: str) -> bool:
    """Whether a number behind a word that nearly always labels is a reference."""
    grouped = "," in tokens.words[number.core]
    if label in ("number", "no") and (grouped or number.form == "words"):
        return label == "number" and number.value < 20
    if label == "number":
        # "Rung its 0330 number 11 times".
        return tokens.lowers[number.stop : number.stop + 1] != ["times"]
    # The letter of "Phase 2b" is no scale.
    digits = tokens.words[number.core]
    value = int(digits) if digits.isdecimal() else number.value
    return not grouped and (label not in _LOW or value < _HIGH)


# No label whose numbers stay low has such a one.
_HIGH = 1000


def _is_weakly_numbered(tokens: Tokens, number: Number) -> bool:
    """Whether a number behind a word that may label counts nothing: "ward 9", not "won 9 seats"."""
    stop = number.stop
    capital = tokens.words[number.first - 1][0].isupper()
    after = tokens.tags[stop] if stop < len(tokens.words) else "."
    counts = after in "NJEG" and not capital
    if after == "E" and number.form == "digits" and number.value < 100:
        counts = tokens.tags[stop + 1 : stop + 2] in (["N"], ["J"])  # "ward 9 reopened"
    if counts and after == "N" and number.form == "digits" and number.value > 1:
        # "A band 5 nurse": what is counted would stand in the plural.
        phrase = read_noun_phrase(tokens, stop)
        counts = phrase is None or is_plural(tokens.lowers[phrase.head])
    grouped = "," in tokens.words[number.core] and not capital
    return not counts and not grouped


def _is_verb(tokens: Tokens, at: int) -> bool:
    """Whether a word that labels stands behind a modal or "to": "will exit nine floors"."""
    while at > 1 and tokens.tags[at - 1] == "B":
        at -= 1
        if tokens.lowers[at] in ("now", "currently", "already", "still"):
            return tokens.lowers[at + 1] == "number"
    modal = tokens.tags[at - 1] == "A" and tokens.lowers[at - 1] not in _BEING
    return at > 0 and (modal or tokens.lowers[at - 1] == "to")


_OLDEST = 115
_FAMILIES = frozenset(read_sections("labels.txt")["families"])
_CHAINS = frozenset(("and", "or", "to", "through", ",", "-", "–", "/", "&"))


def _chain_start(tokens: Tokens, first: int) -> int:
    """The first number of the chain that a number stands in: "aged two, five and nine"."""
    floor = max(1, first - 12)
    while (
        first - 2 >= floor
        and tokens.lowers[first - 1] in _CHAINS
        and (tokens.tags[first - 2] == "M")
    ):
        first -= 2
    return first


def _past_letter(tokens: Tokens, number: Number) -> int:
    """The token past a capital that touches the digits of a number; 0 where there is none."""
    at = number.core + 1
    letter = "".join(tokens.words[at : at + 1])
    touches = tokens.starts[at : at + 1] == [tokens.ends[number.core]]
    return at + 1 if touches and len(letter) == 1 and letter.isupper() else 0


def continues_label(tokens: Tokens, label: Number, number: Number) -> bool:
    """The next number of a list or chain of labels: "sections 47 and 48", "0800 123 456"."""
    lettered = _past_letter(tokens, label), _past_letter(tokens, number)
    between = tokens.lowers[lettered[0] or label.stop : number.first]
    if not between:
        return number.kind is None and number.form == "digits"
    if all(lettered) and len(between) == 1 and between[0] in _CHAINS and label.first:
        # "Level 1B and 2C", where the letters are no units.
        named = _name_label(tokens.lowers[label.first - 1], several=True)
        return named in STRONG or named in _WEAK
    if number.kind is not None or number.currency is not None or len(between) > 2:
        return False
    if number.value != int(number.value) and label.value == int(label.value):
        # "94 per cent in Class 12 and 97.2 in Class 10".
        return False
    if between[0] in _CHAINS and label.first:
        if any(word not in _CHAINS for word in between):
            return False
        named = _name_label(tokens.lowers[_chain_start(tokens, label.first) - 1], several=True)
        if named in AGE_WORDS and number.value > _OLDEST:
            return False
        if named in STRONG or named in _WEAK or named in AGE_WORDS or named in _NUMBERED:
            after = tokens.tags[number.stop] if number.stop < len(tokens.words) else "."
            if named in AGE_WORDS and between == [",", "and"] and after in "AV":
                # "Ten are calves up to age 2, and 14 are older".
                return False
            return after not in "NJ" or (
                named in STRONG and not is_plural(tokens.lowers[number.stop])
            )
    return False
