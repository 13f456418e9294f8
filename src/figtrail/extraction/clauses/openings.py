"""What stands before a subject in its clause: links, fronted phrases, how many."""

from __future__ import annotations

from figtrail.extraction.date_words import DATES
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import NUMBERING
from figtrail.extraction.phrases import PLACE_NOUNS, read_noun_phrase
from figtrail.extraction.tokens import HYPHENS, Tokens

_WORDS = read_sections("measured_words.txt")
_TIMES = frozenset(_WORDS["times"])
_WHENS = _TIMES | DATES
_DATING = frozenset(("this", "that", "each", "every"))
_PASSED_OVER = frozenset(_WORDS["passed_over"])


def _past_fronted(tokens: Tokens, begin: int, stop: int) -> int:
    """Over an adverbial before the subject that no comma parts: "last year (the council)"."""
    for at in range(begin + 1, stop - 1):
        if tokens.tags[at] == "M":
            break
        gerund = tokens.lowers[at - 1].endswith("ing")
        timed = tokens.lowers[at] in _DATING and not _WHENS.isdisjoint(
            tokens.lowers[at + 1 : at + 3]
        )
        if tokens.tags[at] == "D" and (tokens.lowers[at + 1] in _TIMES or timed):
            # "Entries for maths this (fiscal) year were …": the subject stands before.
            break
        if tokens.tags[at] == "D" and tokens.tags[at - 1] in "NJ" and not gerund:
            return at
    return begin


def _is_sized(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether a number is part of what a thing is called: "a 20kg bag"."""
    return (
        at + 2 < stop
        and tokens.starts[at + 1] == tokens.ends[at]
        and tokens.tags[at + 1 : at + 3] == ["N", "N"]
    )


def _past_share(tokens: Tokens, at: int, stop: int) -> int:
    """Past how much of a subject is meant: "20 per cent of (patients)", "£30m of (income)".

    So past "a total of" before a number; the token itself where no such words start there.
    """
    lowers, tags = tokens.lowers, tokens.tags
    if lowers[at] in NUMBERING and lowers[at + 1 : at + 2] == ["of"]:
        inner = at + 2
        while inner < stop and (tags[inner] in "DB" or lowers[inner] in _ROUGHLY):
            inner += 1
        return inner if inner < stop and tags[inner] == "M" else at
    first = at + (lowers[at] in _ROUGHLY)
    inner = first
    while inner < stop and (
        tags[inner] == "M"
        or lowers[inner] in _SIZES
        or (inner > first and lowers[inner] in HYPHENS)
        or (lowers[inner] in ("a", "an") and lowers[inner + 1] in _SIZES)
    ):
        inner += 1
    if inner == first or inner >= stop or lowers[inner] != "of":
        return at
    told = "M" in tags[max(0, first - 1) : inner] or lowers[inner - 1] in _SIZES
    return inner + 1 if told else at


def _past_name(tokens: Tokens, begin: int, inner: int, stop: int) -> int:
    """Past "with", or past the place that opens a clause: "with (gusts)", "in Leeds (rents)"."""
    if tokens.lowers[begin] == "with":
        return inner
    at = inner
    while at < stop and tokens.words[at][0].isupper():
        at += 1
    fronted = tokens.lowers[begin] in ("in", "at", "across") and inner < at < stop
    if at == inner and tokens.tags[inner - 1] != "D":
        # "In early trade (Kestrel Foods) dropped 12p".
        while at < stop and not tokens.words[at][0].isupper():
            at += 1
        named = at < stop and all(word[0].isupper() for word in tokens.words[at:stop])
        return at if named and tokens.tags[at - 1] == "N" else begin
    return at if fronted and tokens.tags[at] in "NJ" else begin


def _past_time(tokens: Tokens, inner: int, stop: int) -> int:
    """Past a time that no comma parts: "at this time (rents)"; or 0."""
    timed = tokens.tags[inner - 1] == "D" and tokens.lowers[inner : inner + 1] != []
    if timed and inner + 1 < stop and tokens.lowers[inner] in _SPANS:
        return inner + 1 if tokens.tags[inner + 1] in "NJ" else 0
    return 0


_SPANS = _TIMES | {"period", "time"}
# Words behind which "of" tells whose part a subject is: "most of (the bids)".
_PARTS = frozenset(_WORDS["some"]) | {")", ","}
# What may stand between a number and "of": scales, signs and the names of fractions.
_SIZES = frozenset(_WORDS["sizes"])
_ROUGHLY = frozenset(("about", "around", "over"))


def _is_of_place(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether a pronoun is told apart by where somebody is: "another (in Ayr) waited"."""
    named = at + 1 < stop and tokens.words[at + 1][0].isupper()
    return named and tokens.lowers[at] in ("in", "at", "from", "near")


def _is_summed(tokens: Tokens, begin: int, stop: int) -> bool:
    """Whether "in all" only sums up: "in all nine firms reported losses", not "in all four wards".

    Of the wards something else is told: "in all four wards turnout fell".
    """
    if tokens.tags[begin + 2 : begin + 3] != ["M"]:
        return False
    counted = read_noun_phrase(tokens, begin + 3, counted=True)
    return counted is not None and counted.stop >= stop


# What stands before the "of" of a whole: "some of the firms".
_TOLD = frozenset("some most many several few half".split())


def _is_everywhere(tokens: Tokens, begin: int, at: int) -> bool:
    """Whether a clause opens with a whole land or time: "across the country (rents) rose".

    So "during this period (flat prices) have risen", "over the year (grocery prices) rose".
    """
    if tokens.tags[at - 1] != "D" or tokens.tags[at + 1] not in "NJ":
        return False
    opening, noun = tokens.lowers[begin], tokens.lowers[at]
    if opening in ("across", "throughout") and noun in PLACE_NOUNS:
        return True
    return opening in ("during", "over", "throughout") and (noun in _TIMES or noun == "period")


_LEAST = (["at", "least"], ["at", "most"], ["up", "to"])
_OPENED = (["P"], ["R"], ["G"], ["E"])


def skip_opening(tokens: Tokens, begin: int, stop: int) -> int:
    """Pass over determiners, links and a fronted phrase that has no comma: "In July it"."""
    while begin < stop and not _is_kept(tokens, begin, stop):
        past = _past_words(tokens, begin, stop)
        if past != begin:
            begin = past
            continue
        if tokens.tags[begin] != "P" or tokens.lowers[begin] == "of":
            fronted = _past_fronted(tokens, begin, stop)
            if fronted == begin:
                break
            begin = fronted
            continue
        inner = begin + 1 + (tokens.lowers[begin : begin + 2] == ["according", "to"])
        while inner < stop and tokens.tags[inner] in "DM":
            if tokens.tags[inner - 1 : inner + 1] == ["M", "D"] and inner > begin + 1:
                # "In 2001 the number of deaths": only a year stands behind the preposition.
                break
            inner += 1
        timed = _past_time(tokens, inner, stop)
        if timed:
            begin = timed
            continue
        if inner < stop and tokens.tags[inner] == "D":
            begin = inner
            continue
        if inner + 1 < stop and _is_everywhere(tokens, begin, inner):
            begin = inner + 1
            continue
        several = "M" in tokens.tags[begin:inner]
        phrase = read_noun_phrase(tokens, inner, counted=several) if inner < stop else None
        if phrase is None:
            break
        if phrase.stop >= stop:
            return _past_name(tokens, begin, inner, stop)
        begin = phrase.stop
    return begin


def _is_kept(tokens: Tokens, begin: int, stop: int) -> bool:
    """Whether a word that looks like an opening is part of the subject: "a 20kg bag"."""
    hyphened = begin + 1 < stop and tokens.lowers[begin + 1] in HYPHENS
    if tokens.tags[begin] == "M" and (hyphened or _is_sized(tokens, begin, stop)):
        return True
    if tokens.lowers[begin] == "those" and tokens.tags[begin + 1 : begin + 2] in _OPENED:
        # "Those in band D homes": here it is no determiner.
        return True
    if tokens.lowers[begin] in ("another", "one") and _is_of_place(tokens, begin + 1, stop):
        return True
    return tokens.lowers[begin] == "home" and begin + 1 < stop and tokens.tags[begin + 1] == "N"


def _past_words(tokens: Tokens, begin: int, stop: int) -> int:
    """Past a word or two that belong to no subject: "on average", "some of", "in all", "the"."""
    pair = tokens.lowers[begin : begin + 2]
    if pair == ["on", "average"] and begin + 2 < stop:
        return begin + 2
    past = _past_share(tokens, begin, stop)
    if past != begin:
        return past
    summed = pair == ["in", "all"] and _is_summed(tokens, begin, stop)
    least = pair in _LEAST and "M" in tokens.tags[begin + 2 : begin + 3]
    if summed or least or (pair[0] in _TOLD and pair[1:] == ["of"]):
        return begin + 2
    if tokens.tags[begin] in "DCB.M" or pair[0] in _PASSED_OVER:
        return begin + 1
    told = begin and (tokens.tags[begin - 1] == "M" or tokens.lowers[begin - 1] in _PARTS)
    # "Of the 78 schools", "9,540 of the 62,118 attendances": the number says how many.
    return begin + 1 if pair[0] == "of" and told else begin
