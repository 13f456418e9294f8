"""The noun phrase that a number counts: "five 9mm cartridges", "17 of the children"."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_NOUNS
from figtrail.extraction.lexicon import read_sections, read_words
from figtrail.extraction.nouns import is_people, is_plural
from figtrail.extraction.numbers import ISO_4217, SIGNS, Number, match_unit
from figtrail.extraction.phrases import Phrase, read_noun_phrase
from figtrail.extraction.quantities.asides import in_brackets, is_mark, past_aside, past_share
from figtrail.extraction.quantities.kinds import read_part
from figtrail.extraction.quantities.sizes import past_size
from figtrail.extraction.quantities.verbs import follows_verb
from figtrail.extraction.rates import Rate
from figtrail.extraction.tokens import HYPHENS, Tokens


def share_noun(tokens: Tokens, phrase: Phrase, number: Number, following: Number) -> Phrase:
    """The noun that the next member of a pair brings: "133 primary and 18 secondary schools"."""
    between = tokens.lowers[phrase.stop : following.first]
    if number.value <= 1 or following.kind is not None or between not in (["and"], ["or"], [","]):
        return phrase
    if is_plural(tokens.lowers[phrase.head]) or phrase.start != number.stop:
        return phrase
    shared = read_phrase(tokens, following.stop, following)
    return shared if shared is not None and is_plural(tokens.lowers[shared.head]) else phrase


def cut_phrase(phrase: Phrase, rate: Rate) -> Phrase | None:
    """A noun phrase without the denominator in it; None where its head goes."""
    stop = rate.start
    if stop == phrase.start and rate.stop <= phrase.head:
        # "2,240 daily services".
        return Phrase(rate.stop, phrase.core_stop, phrase.stop, phrase.head)
    return Phrase(phrase.start, stop, stop, phrase.head) if phrase.head < stop else None


def find_phrase(tokens: Tokens, number: Number, last: Number, stop: int) -> Phrase | None:
    """The noun phrase of a number, behind its unit, comparator or factor words."""
    lowers, count = tokens.lowers, len(tokens.lowers)
    at = stop
    while number.rule == "multiple" and at < count and lowers[at] in _MULTIPLYING:
        at += 1
        if lowers[at - 1] == "likely":
            return None
    at = _past_addition(tokens, number, at)
    of = _find_whole(tokens, number, at)
    if of is not None:
        return _partitive(tokens, of, number)
    if at < count and number.kind is None and lowers[at] in ("of", "or", "out"):
        return None
    if at < count and (lowers[at] in ("“", '"', "‘") or _closes_quote(tokens, number, at)):
        at += 1
    if number.kind == "duration" and at < count and lowers[at] in ("old", "long"):
        return None
    if is_mark(tokens, number, at):
        return None
    if number.kind is None and at < count and lowers[at] == "(":
        at = in_brackets(tokens, number, at) or past_share(tokens, at)
    if _is_headed(tokens, number, at):
        at += 1
    return read_phrase(tokens, at, last)


def _is_headed(tokens: Tokens, number: Number, at: int) -> bool:
    """Whether a count opens an entry whose colon brings its noun: "• 4,100: new arrivals"."""
    opens = set(tokens.tags[: number.first]) <= {"."}
    return opens and number.kind is None and tokens.lowers[at : at + 1] == [":"]


def _closes_quote(tokens: Tokens, number: Number, at: int) -> bool:
    """Whether a mark closes words that end with the number: "a “record 3,120” tenants"."""
    opening = {"”": "“", "’": "‘", "'": "'"}.get(tokens.lowers[at])
    near = tokens.lowers[max(0, number.first - _QUOTED) : number.first]
    return at == number.stop and opening is not None and opening in near


# How many words before a number its quotation may hold.
_QUOTED = 5
# Between a multiple and its noun: "twice as many cases", "double the number of cases".
_MULTIPLYING = frozenset("as many much the more number of likely".split())
_ADDED = frozenset("plus odd strong fold folds".split())


def _past_addition(tokens: Tokens, number: Number, at: int) -> int:
    """The token behind what is added to a number: "40-odd", "40 or so", "40+", "two such"."""
    lowers, count = tokens.lowers, len(tokens.lowers)
    while at < count and lowers[at] in HYPHENS:
        at += 1
    if at < count and lowers[at] in _ADDED and lowers[at - 1] in HYPHENS:
        at += 1
    elif lowers[at : at + 2] in (["or", "so"], ["or", "more"], ["or", "fewer"]):
        at += 2
    elif at < count and lowers[at] == "+" and tokens.starts[at] == tokens.ends[at - 1]:
        at += 1
    at += lowers[at : at + 1] == ["such"]
    if at < count and lowers[at] in ("’", "'") and number.kind is not None:
        at += 1
    return at


def _find_whole(tokens: Tokens, number: Number, at: int) -> int | None:
    """The "of" before the noun that a number is part of: "17 of the children", "one in 4 of us".

    At the determiner's token before where the number is a half without it: "half the homes".
    """
    lowers = tokens.lowers
    if number.kind is None:
        if lowers[at : at + 1] == ["of"]:
            return at if read_part(tokens, number) is None else None
        again = number.first and lowers[number.first - 1] in ("or", "(")
        if again and lowers[at : at + 2] in ([",", "of"], [")", "of"]):
            # "Forty per cent, or 64, of the dwellings".
            return at + 1
    if at < len(lowers) and number.out_of is not None:
        of = past_aside(tokens, at)
        if lowers[of] == "of":
            return of
    if number.form == "fraction" and lowers[at - 1] == "half" and tokens.tags[at : at + 1] == ["D"]:
        return at - 1
    return None


def _partitive(tokens: Tokens, of: int, number: Number) -> Phrase | None:
    """The noun of "17 of the children", "a third of voters", "half of the 28 schools"."""
    at = of + 1
    while at < len(tokens.words) and (tokens.tags[at] == "D" or _is_pointing(tokens, at)):
        at += 1
    pointed = tokens.lowers[at - 1] in _POINTING or tokens.lowers[at - 1] == "this"
    if at < len(tokens.words) and pointed and tokens.tags[at] in "GEVvR":
        return None
    while number.out_of is not None and at < len(tokens.words) and tokens.tags[at] == "M":
        at += 1
    if at >= len(tokens.words) or tokens.tags[at] in "MO":
        return None
    signed = tokens.words[at] in SIGNS or tokens.words[at] in ISO_4217
    if signed and tokens.tags[at + 1 : at + 2] == ["M"]:
        # "A tenth of the Rs 12,000 crore".
        return None
    if tokens.tags[at - 1] == "M" and match_unit(tokens, at) is not None:
        return None
    phrase = read_noun_phrase(tokens, at)
    return _before_verb(tokens, phrase) if phrase is not None else None


def _before_verb(tokens: Tokens, phrase: Phrase) -> Phrase:
    """A phrase without the verb that looks like its head: "two-thirds of firms plan to hire"."""
    head = phrase.head
    plural = head > phrase.start and is_plural(tokens.lowers[head - 1])
    if not plural or is_plural(tokens.lowers[head]) or tokens.tags[head - 1] != "N":
        return phrase
    if tokens.lowers[head - 1] in _ATTRIBUTIVE or head + 1 >= len(tokens.words):
        return phrase
    verb = tokens.lowers[head + 1] == "to" or tokens.tags[head + 1] in "DOE"
    verb = verb or tokens.lowers[head] in _ACTS
    return Phrase(phrase.start, head, head, head - 1) if verb else phrase


# What persons do, though it looks like a noun: "a third of pupils walk".
_ACTS = frozenset(read_sections("people.txt")["present_acts"])
_ATTRIBUTIVE = frozenset(read_sections("nouns.txt")["attributive_plurals"])


_MARKS = frozenset(("level", "mark", "figure"))
_CLOSED: tuple[list[str], ...] = ([], ["."], ["P"], ["C"], ["E"])
_SINCE = read_words("change_words.txt")["periodic"]
_SPANS = frozenset("year quarter month week day".split())
_GROUPS = frozenset(read_sections("people.txt")["groups"])
_BEFOREHAND = frozenset("first initially originally previously already earlier".split())
_POINTING = frozenset(("that", "those", "these"))


def _is_pointing(tokens: Tokens, at: int) -> bool:
    """Whether "that" points at a noun: "half of that team"."""
    return tokens.lowers[at] in _POINTING and tokens.tags[at + 1 : at + 2] in (["N"], ["J"])


def read_phrase(tokens: Tokens, at: int, number: Number) -> Phrase | None:
    """The noun phrase that starts at a token, as a number before it counts it."""
    if number.kind is None and at < len(tokens.words):
        at = past_size(tokens, at)
    if at >= len(tokens.words):
        return None
    lettered = _read_lettered(tokens, at) if number.value > 1 else None
    if lettered is not None:
        return lettered
    if tokens.tags[at] in "DPAROM" or _tells_when(tokens, at, number):
        return None
    if number.currency is not None and tokens.lowers[at] == "costs":
        # "Ordered to pay £2,300 costs".
        closed = tokens.tags[at + 1 : at + 2] in ([], ["."], ["C"])
        return Phrase(at, at + 1, at + 1, at) if closed else None
    if tokens.tags[at] in "vVE" and number.kind is not None:
        if not _is_verbal_noun(tokens, at, number):
            return None
        following = tokens.lowers[at + 1 : at + 2]
        if tokens.tags[at] == "V" and tokens.lowers[at] in CHANGE_NOUNS and following == ["in"]:
            # "A 20% cut in output".
            return Phrase(at, at + 1, at + 1, at)
    if _is_act_of_group(tokens, at, number):
        return None
    counted = number.kind is None and (
        number.value > 1 or number.out_of is not None or number.form == "range"
    )
    if follows_verb(tokens, at, number, counted=counted):
        return None
    phrase = read_noun_phrase(tokens, at, counted=counted)
    return _settle(tokens, phrase) if phrase is not None and counted else phrase


def _tells_when(tokens: Tokens, at: int, number: Number) -> bool:
    """Whether what stands at a token tells when or at what level it was so, and not what."""
    if tokens.lowers[at] in _BEFOREHAND and tokens.tags[at + 1 : at + 2] in (["E"], ["V"]):
        return True  # "From the 251,000 first reported"
    # "Below the 2,947 level".
    levelled = number.kind is None and tokens.tags[at + 1 : at + 2] in _CLOSED
    return _is_since(tokens, at) or (levelled and tokens.lowers[at] in _MARKS)


def _is_verbal_noun(tokens: Tokens, at: int, number: Number) -> bool:
    """Whether a verb-like form is a noun of change, or has a size: "a 5% rise", "a 20-mile walk".

    It is one only behind a determiner.
    """
    named = "D" in tokens.tags[max(0, number.first - 2) : number.first]
    sized = tokens.tags[at] == "v" and tokens.lowers[number.stop] in HYPHENS
    return named and (sized or any(word in CHANGE_NOUNS for word in tokens.lowers[at : at + 2]))


def _is_act_of_group(tokens: Tokens, at: int, number: Number) -> bool:
    """Whether a group of so many does something: "a crowd of 31,400 saw City win"."""
    grouped = tokens.lowers[number.first - 1 : number.first] == ["of"] and number.kind is None
    acting = tokens.tags[at] in "Vv" or tokens.lowers[at] in _ACTS
    return grouped and acting and tokens.lowers[number.first - 2] in _GROUPS


def _settle(tokens: Tokens, phrase: Phrase) -> Phrase | None:
    """What is counted, with what it is filed under; None where a verb only looks like it.

    "1.3 join the list": what has an object is a verb.
    """
    start = phrase.start
    if tokens.lowers[phrase.stop : phrase.stop + 1] in _FILED_BY:
        phrase = _file_under(tokens, phrase)
    link = phrase.head - 1
    cut = tokens.lowers[phrase.head] in _UNCOUNTED and tokens.tags[link] == "C"
    if cut and is_people(tokens.lowers[link - 1]):
        # "200 injured and scores trapped", "14 dead and others missing".
        return Phrase(start, link, link, link - 1)
    if phrase.head == start and tokens.lowers[start] in _NO_NOUNS:
        return None
    single = phrase.head == start and not is_plural(tokens.lowers[phrase.head])
    return None if single and tokens.tags[phrase.stop : phrase.stop + 1] == ["D"] else phrase


def _file_under(tokens: Tokens, phrase: Phrase) -> Phrase:
    """The whole name of what a record counts: "210 possession of weapons offences"."""
    if is_plural(tokens.lowers[phrase.head]) or phrase.stop + 1 >= len(tokens.words):
        return phrase
    filed = read_noun_phrase(tokens, phrase.stop + 1, counted=True)
    if filed is None or filed.head == filed.start or tokens.lowers[filed.head] not in _FILED:
        return phrase
    return Phrase(phrase.start, filed.core_stop, filed.stop, filed.head)


_NO_NOUNS = frozenset(read_sections("nouns.txt")["no_nouns"])
# What is said of more persons without a number.
_UNCOUNTED = frozenset("scores dozens hundreds thousands millions others many several".split())
_FILED_BY = (["of"], ["with"], ["without"], ["from"], ["against"], ["by"])
# What a record counts: offences and complaints.
_FILED = frozenset(read_sections("nouns.txt")["filed"])


def _read_lettered(tokens: Tokens, at: int) -> Phrase | None:
    """A noun with the letter A, and no article, before it: "13 A-level subjects", "17 A grades"."""
    if tokens.words[at] != "A" or at == 0 or at + 2 >= len(tokens.words):
        return None
    following = at + 1 + (tokens.lowers[at + 1] in HYPHENS)
    if tokens.tags[following] not in "NJ":
        return None
    named = read_noun_phrase(tokens, following, counted=True)
    return Phrase(at, named.core_stop, named.stop, named.head) if named is not None else None


def _is_since(tokens: Tokens, at: int) -> bool:
    """Whether words say since when: "rose 11% year-on-year to 40", "up 3% y/y", "year on year".

    Before a noun it says of which change: "an 11% year-on-year rise".
    """
    if tokens.lowers[at] in _SPANS and tokens.lowers[at + 1 : at + 2] in (["on"], ["over"]):
        return True
    if tokens.lowers[at : at + 3] in (["y", "/", "y"], ["m", "/", "m"], ["q", "/", "q"]):
        return True
    if tokens.lowers[at] in _SPANS and tokens.lowers[at + 1 : at + 2] == ["-"]:
        # "Quarter-on-quarter" is read as a fraction first.
        return "".join(tokens.lowers[at + 2 : at + 3]).startswith(("on-", "over-"))
    if tokens.lowers[at] not in _SINCE:
        return False
    return at + 1 >= len(tokens.words) or tokens.tags[at + 1] not in "NJvVG"
