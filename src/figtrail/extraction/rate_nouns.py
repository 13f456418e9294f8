"""Denominators that the measured noun brings along: a caseload, a monthly rent, each student."""

from __future__ import annotations

from figtrail.extraction.clauses import find_subject, find_verb
from figtrail.extraction.lexicon import read_pairs, read_rows
from figtrail.extraction.measured import Measured
from figtrail.extraction.nouns import is_people, is_plural, singular, unit_of_noun
from figtrail.extraction.numbers import match_unit
from figtrail.extraction.phrases import head_of, read_noun_phrase
from figtrail.extraction.rates import CURRENCY_NOUNS, read_denominator
from figtrail.extraction.tokens import HYPHENS, Tokens
from figtrail.model import Kind

_NOUNS = {row["noun"]: (row["unit"], row["per"]) for row in read_rows("rate_nouns.csv")}
_TIME = read_pairs("rates.txt", "time")
_ADVERBS = read_pairs("rates.txt", "adverbs")
_HEADS = {"head": "person", "capita": "person"}
_PRICED = read_pairs("rates.txt", "article_nouns")


def find_holder_rate(tokens: Tokens, measured: Measured, at: int) -> tuple[str, str] | None:
    """Unit and denominator of a rate noun; the denominator is who the sentence says holds it."""
    if measured.head is None:
        return None
    known = _NOUNS.get(singular(tokens.lowers[measured.head]))
    if known is None:
        return None
    unit, per = known
    verb = find_verb(tokens, measured.start) or find_verb(tokens, at)
    subject = find_subject(tokens, verb[0]) if verb is not None else None
    if subject is not None:
        head = head_of(tokens, *subject)
        if head is not None and is_people(tokens.lowers[head]):
            modified = head > subject[0] and tokens.tags[head - 1] in "NJ"
            modifier = tokens.lowers[head - 1] if modified else ""
            per = f"{modifier}_{singular(tokens.lowers[head])}".lstrip("_")
    return unit, per


def find_subject_rate(tokens: Tokens, measured: Measured, kind: Kind) -> str | None:
    """The denominator in a measured phrase: "average monthly rent", "a litre of diesel"."""
    if kind not in ("money", "count"):
        return None
    lowers = tokens.lowers
    head = measured.head if measured.head is not None else measured.stop
    for index in range(measured.start, measured.stop - 2):
        if lowers[index] == "per" and lowers[index + 1] != "cent":
            hyphened = lowers[index + 1] in HYPHENS
            if hyphened:
                return _HEADS.get(lowers[index + 2]) or unit_of_noun(lowers[index + 2])
            return read_denominator(tokens, index + 1)
    if measured.stop == measured.start + 1 and lowers[measured.start] in CURRENCY_NOUNS:
        return CURRENCY_NOUNS[lowers[measured.start]] if kind == "money" else None
    for index in range(max(0, measured.start - 1), min(head, measured.start + 4)):
        if lowers[index] in _ADVERBS:
            return _ADVERBS[lowers[index]]
    if measured.rule not in ("subject", "clause", "preceding") or kind != "money":
        return None
    if not measured.start:
        return None
    before = lowers[measured.start - 1]
    first = lowers[measured.start]
    if before in ("each", "every") and measured.head is not None:
        return unit_of_noun(lowers[measured.head])
    if before in ("a", "an", "one") and measured.start + 1 < len(tokens):
        form = match_unit(tokens, measured.start)
        if form is not None and form.kind == "measurement":
            return form.unit
        return _PRICED.get(first) if lowers[measured.start + 1] == "of" else None
    return None


def find_each_subject(tokens: Tokens, at: int) -> str | None:
    """The denominator that opens a sentence as its subject: "Each family was handed 6 kg".

    `at` is the number's first token; a sum or a change of "each" isn't shared out by it alone.
    """
    first = 1 if tokens.lowers[0] in ("“", '"') else 0
    if tokens.lowers[first] not in ("each", "every") or first + 1 >= at:
        return None
    subject = read_noun_phrase(tokens, first + 1)
    if subject is None or subject.stop >= at or tokens.tags[subject.stop] not in "AVvEP":
        return None
    if tokens.lowers[subject.head] in _TIME or tokens.tags[subject.stop] == "P":
        return None
    return read_denominator(tokens, first + 1)


def find_each(tokens: Tokens, stop: int) -> str | None:
    """The denominator of "£25 each": what there are several of, before it in the sentence."""
    if stop >= len(tokens) or tokens.lowers[stop] not in ("each", "apiece"):
        return None
    if stop + 1 < len(tokens) and tokens.tags[stop + 1] in "NJ":
        return None
    for index in range(stop - 1, -1, -1):
        lower = tokens.lowers[index]
        if tokens.tags[index] == "N" and is_plural(lower) and match_unit(tokens, index) is None:
            return unit_of_noun(lower)
    return "item"
