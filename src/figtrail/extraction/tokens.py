"""Sentence text → tokens with offsets and part-of-speech tags.

The tags are those that the clause grammar needs, one letter each, guessed from closed word lists
and endings: it is a gate for rules, not a tagger.

========  =====================================  ========  ==========================

``D``     determiner, possessive                 ``V``     past tense or irregular verb form
``P``     preposition                            ``v``     present-tense verb form
``C``     coordinating conjunction               ``E``     form in -ed
``R``     relative or subordinating word         ``G``     form in -ing
``O``     pronoun                                ``N``     noun, and whatever is not known
``A``     auxiliary or modal                     ``M``     number, in digits or words
``B``     adverb                                 ``.``     punctuation or symbol
``J``     adjective
========  =====================================  ========  ==========================

"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from itertools import accumulate
from operator import sub
from typing import Any
from unicodedata import numeric

from figtrail.extraction.lexicon import read_pairs, read_sections
from figtrail.extraction.memo import Memo
from figtrail.extraction.retagging import read_dashes, retag
from figtrail.patterns import compile_late

_GRAMMAR = read_sections("grammar.txt")
_TAGS: dict[str, str] = {}
for _tag, _section in (
    ("v", "verbs_present"),
    ("V", "irregular_participles"),
    ("V", "irregular_past"),
    ("J", "adjectives"),
    ("B", "adverbs"),
    ("P", "prepositions"),
    ("R", "subordinators"),
    ("O", "pronouns"),
    ("C", "conjunctions"),
    ("D", "determiners"),
    ("D", "possessives"),
    ("R", "relatives"),
    ("A", "auxiliaries"),
):
    for _word in _GRAMMAR.get(_section, ()):
        _TAGS[_word] = _tag
for _word in _GRAMMAR["prepositions"]:
    _TAGS[_word] = "P"
NUMBER_WORDS = {
    word: section
    for section in ("ones", "tens", "scales")
    for word in read_pairs("numbers.txt", section)
}
SPLIT_WORDS = frozenset(NUMBER_WORDS) | {"half", "quarter", "a", "an", "per", "mid"}
_NOT_ED = frozenset(_GRAMMAR["not_ed"])
_NOT_ING = frozenset(_GRAMMAR["not_ing"])
_NOT_LY = frozenset(_GRAMMAR["not_ly"])
for _word in NUMBER_WORDS:
    if _word != "score":
        _TAGS[_word] = "M"

_LETTERS = r"[^\W\d_²³]"
_CURRENCY_SIGNS = "$£€₹¥₦₽₩₪₫฿₱₺₴₵¢"
# Plain words come first, since most tokens are, but for letters that "&" makes one name ("A&E",
# "R&D"); possessive quantifiers hand "US$" on whole. An alternative starts with its first letter,
# and looks back at it for the word's boundary, so that the engine passes over it by that letter.
# A token takes the blanks before it along, so that the pieces are the whole text and their lengths
# tell where each stands.
_ENDS = r"(?!\d|[,.]\d)"
_DECIMAL_COMMA = rf"(?<!\d,)\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})*,\d{{1,2}}{_ENDS}"
_WORD_ENDS = rf"(?![’'\-‐‑²³\w{_CURRENCY_SIGNS}])"
# What gases and fine dust are called by, digits and all.
_FORMULAS = r"(?:CO2(?:e|eq)?|CH4|NO2|N2O|NH3|SO2|SF6|H2[OS]?|O[23]|PM(?:2\.5|10))(?!\w|\.\d)"
_PIECES = (
    rf"\s*+(?:[a-z](?<=\b[a-z])[a-z]*+{_WORD_ENDS}"
    rf"|(?=[CHNOPS]){_FORMULAS}"
    r"|[A-Z](?<=\b[A-Z])(?:[A-Z]?&[A-Z]{1,2}s?\b|\.(?:[A-Z]\.)+(?:-[a-z]++)*(?!\w)|\*(?!\w))|"
    rf"[A-Z](?<=\b[A-Z])[A-Za-z]*+{_WORD_ENDS}"
    r"|[,;:.](?!\d)|"
    rf"(?<!\d){_LETTERS}++[²³]?(?:[’'\-‐‑]{_LETTERS}+)*(?![{_CURRENCY_SIGNS}])"
    r"<decimal>"
    r"|\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?"
    r"|\d{1,3}(?:\.\d{3})+,\d{2}(?!\d|[,.]\d)"
    r"|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d,.]*\d)(?:\.\d+)?"
    r"|\d+(?:\.\d+)*"
    rf"|(?:[A-Z]{{1,3}})?[{_CURRENCY_SIGNS}](?:(?<=\$)(?:US|AU?|NZ|CA?|HK|SG?)(?=\d))?"
    r"|(?<![\w.])\.\d+"
    r"|[¼½¾⅐-⅞]"
    rf"|(?<=\d){_LETTERS}+[²³]?"
    r"|\S)"
)
_PIECE = compile_late(_PIECES.replace("<decimal>", ""))
_PIECE_WITH_COMMAS = compile_late(_PIECES.replace("<decimal>", rf"|{_DECIMAL_COMMA}|0,\d+{_ENDS}"))
# No list of numbers has its last comma glued before a unit or a scale, behind a sign or a zero.
_MEASURED = "|".join(read_sections("numbers.txt")["after_decimal_comma"]).replace("-", "[ -]")
_GLUED_COMMA = compile_late(
    rf"(?<![\d.,])(?:{_DECIMAL_COMMA}[\s-]?(?:[%‰°€]|(?:{_MEASURED})\b)"
    rf"|(?:(?<=[{_CURRENCY_SIGNS}])|(?<=[{_CURRENCY_SIGNS}] )|(?<=\b[RN])){_DECIMAL_COMMA}"
    r"(?<=,\d\d)"
    rf"|0,\d+{_ENDS})"
)
# What such a comma needs at least; most sentences have none.
_COMMA_IN_NUMBER = compile_late(r",(?<=\d,)(?:\d{1,2}(?!\d)|(?<=0,)(?<![\d.,]0,)\d)")
# A hyphen, a non-breaking one, and the hyphen that Unicode has besides.
HYPHENS = frozenset("-‐‑")
_DIMENSIONS = frozenset(("long", "tall", "high", "wide", "deep", "thick"))
DASHES = HYPHENS | frozenset("–—‒−")
_HYPHEN = compile_late("[-‐‑]")
_SEPARATORS = compile_late(r"[,\s]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one sentence, as parallel lists; offsets count within the sentence.

    `vocabulary` has each lower-case word once: most rules need a word that most sentences lack.
    `kept` holds what was read of the sentence as a whole, by its reader.
    """

    text: str
    words: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]
    tags: list[str]
    vocabulary: frozenset[str]
    kept: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)


def tag_word(lower: str) -> str:
    """Guess the part of speech of a lower-case token, as a letter of the table above."""
    known = _TAGS.get(lower)
    if known is not None:
        return known
    first = lower[0]
    if "0" <= first <= "9" or (first == "." and len(lower) > 1):
        return "M"
    if not first.isalpha():
        return "M" if first in "¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞" else "."
    if lower.endswith(("’s", "'s", "s’")):
        return "N"
    if lower.endswith("ly") and len(lower) > 4 and lower not in _NOT_LY:
        return "B"
    if lower.endswith("ed") and len(lower) > 3 and lower.rpartition("-")[2] not in _NOT_ED:
        return "E"
    if lower.endswith("ing") and len(lower) > 4 and lower not in _NOT_ING:
        return "G"
    return "N"


_recall_tag = Memo(tag_word, 32768).__getitem__


def _split_numbers(words: list[str], starts: list[int], ends: list[int]) -> None:
    """Split hyphened words that start with a number word, in place: "two-day" into three.

    What "and", "in" and "to" go on with is split as well: "two-and-a-half", "four-to-six"; no
    number starts "quarter-on-quarter".
    """
    at = 0
    while at < len(words):
        word = words[at]
        head = None if len(word) < 4 or word.isalpha() else _HYPHEN.search(word)
        if head is not None:
            first = word[: head.start()].lower()
            over_time = first == "quarter" and word.lower().endswith("-quarter")
            shared = first in ("and", "in", "to") and at and words[at - 1] in HYPHENS
            # "A 15 percent-a-year rise".
            shared = shared or (first == "percent" and at and words[at - 1][-1].isdigit())
            if (first in SPLIT_WORDS and not over_time) or shared:
                start = starts[at]
                cut = head.start()
                words[at : at + 1] = (word[:cut], word[cut], word[cut + 1 :])
                starts[at : at + 1] = (start, start + cut, start + cut + 1)
                ends[at : at + 1] = (start + cut, start + cut + 1, start + len(word))
                at += 1
            elif at and words[at - 1] in HYPHENS and word[word.rfind("-") + 1 :] in _DIMENSIONS:
                # "A 10-metre-high wall".
                cut = word.rfind("-")
                start = starts[at]
                words[at : at + 1] = (word[:cut], "-", word[cut + 1 :])
                starts[at : at + 1] = (start, start + cut, start + cut + 1)
                ends[at : at + 1] = (start + cut, start + cut + 1, start + len(word))
                at += 2
        at += 1


def _join_alternatives(words: list[str], starts: list[int], ends: list[int]) -> bool:
    """Make one token of "and/or", in place; it is read as "or"."""
    joined = [at for at in range(len(words) - 2) if words[at : at + 3] == ["and", "/", "or"]]
    for at in reversed(joined):
        words[at : at + 3] = ["and/or"]
        starts[at : at + 3] = [starts[at]]
        ends[at : at + 3] = [ends[at + 2]]
    return bool(joined)


def _has_decimal_commas(text: str) -> bool:
    """Whether a text writes decimals with a comma: "27,4%", "R12,5 billion", not "1,064 homes"."""
    return _COMMA_IN_NUMBER.search(text) is not None and _GLUED_COMMA.search(text) is not None


def read_digits(word: str) -> Decimal:
    """The value of a token of digits, with its groups and its decimal sign: "1,064", "27,4"."""
    if word.isdecimal():
        return Decimal(word)
    if len(word) == 1:
        return Decimal(numeric(word, 0))
    if "." in word and word.rfind(",") > word.rfind("."):
        # "1.500,00".
        return Decimal(word.replace(".", "").replace(",", "."))
    if word.count(".") > 1:
        # Groups, as of "1.000.000". What is no number, such as "30.6.2024", must not stop the text.
        return Decimal(word.replace(".", "").replace(",", ""))
    single = word.count(",") == 1 and "." not in word
    if single and (word[-4:-3] != "," or word[0] == "0"):
        word = word.replace(",", ".")
    return Decimal(_SEPARATORS.sub("", word))


def _read_crosses(lowers: list[str], tags: list[str]) -> None:
    """Take an "x" between two numbers for the sign of multiplying, in place: "3 x 50 ml"."""
    for at in range(1, len(lowers) - 1):
        if lowers[at] == "x" and tags[at - 1] == tags[at + 1] == "M":
            tags[at] = "."


def _split(text: str) -> tuple[list[str], list[int], list[int]]:
    """The tokens of a text, and where each starts and ends."""
    piece = _PIECE_WITH_COMMAS if _has_decimal_commas(text) else _PIECE
    pieces: list[str] = piece.findall(text)
    words = list(map(str.lstrip, pieces))
    ends = list(accumulate(map(len, pieces)))
    starts = list(map(sub, ends, map(len, words)))
    if "-" in text or "‑" in text or "‐" in text:
        _split_numbers(words, starts, ends)
    return words, starts, ends


def split_words(phrase: str) -> list[str]:
    """The tokens of a phrase of a word list; plain words, as most are, need no pattern."""
    if phrase.isalpha():
        return [phrase]
    words = phrase.split(" ")
    return words if all(map(str.isalpha, words)) else _split(phrase)[0]


def tokenise(text: str) -> Tokens:
    """Split a sentence into tokens.

    A hyphenated word stays one token unless it starts with a number ("two-day" is three), so
    that digits and number words meet the grammar alike.
    """
    words, starts, ends = _split(text)
    either = "and/or" in text and _join_alternatives(words, starts, ends)
    lowers = list(map(str.lower, words))
    if either:
        lowers = ["or" if lower == "and/or" else lower for lower in lowers]
    tags = list(map(_recall_tag, lowers))
    if " - " in text:
        read_dashes(text, words, lowers, starts)
    vocabulary = frozenset(lowers)
    if "x" in vocabulary:
        _read_crosses(lowers, tags)
    retag(words, lowers, tags, vocabulary)
    return Tokens(text, words, lowers, starts, ends, tags, vocabulary)
