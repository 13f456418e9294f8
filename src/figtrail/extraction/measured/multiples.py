"""What is so many times something else: "prices are nine times earnings", "twice as fast"."""

from __future__ import annotations

from figtrail.extraction.clauses import find_verb
from figtrail.extraction.measured.clauses import find_by_clause
from figtrail.extraction.measured.norms import is_norm_phrase
from figtrail.extraction.measured.owner import find_by_subject
from figtrail.extraction.measured.predicates import read_predicate
from figtrail.extraction.measured.site import ELIDED, LEVEL_VERBS, Measured, Site, measure_noun
from figtrail.extraction.measured.starts import find_noun_start
from figtrail.extraction.phrases import Phrase
from figtrail.extraction.tokens import Tokens


def find_multiplied(tokens: Tokens, site: Site, phrase: Phrase | None) -> Measured | None:
    """What a multiple measures, which is not what it is a multiple of; None where that must do."""
    if site.kind != "multiple":
        return None
    if site.floor and tokens.lowers[site.bound_start - 1] in (",", "or", "(", "–", "—"):
        # "£1.25m, or 12 times the average wage": another way to say the figure before.
        return ELIDED
    if site.floor and is_norm_phrase(tokens, phrase):
        # "5.7 per cent, still twice the bank's target".
        return find_by_subject(tokens, site) or ELIDED
    likely = find_likely(tokens, site)
    if likely is not None:
        return likely
    described = _find_described(tokens, site)
    if described is not None:
        return described
    if tokens.lowers[site.after : site.after + 1] == ["as"]:
        return _find_equal(tokens, site, phrase) or ELIDED
    if tokens.lowers[site.after : site.after + 1] == ["what"]:
        # "They spend three times what a local does".
        verb = find_verb(tokens, site.bound_start, site.floor)
        acted = verb is not None and tokens.tags[verb[1] - 1] != "A"
        if verb is not None and acted and tokens.lowers[verb[1] - 1] not in LEVEL_VERBS:
            return Measured(verb[0], verb[1], None, "clause")
    if phrase is not None and all(tokens.tags[at] == "D" for at in range(site.after, phrase.start)):
        # "House prices are nine times earnings": the base of a multiple isn't what it measures.
        subject = find_by_subject(tokens, site)
        if subject is not None:
            return subject
    if _is_equated(tokens, site):
        # "That was 2.3 times the bill".
        return find_by_subject(tokens, site) or ELIDED
    return None


def _find_described(tokens: Tokens, site: Site) -> Measured | None:
    """The noun right before what is so many times as big: "found a planet twice as wide as"."""
    stop = site.bound_start
    start = find_noun_start(tokens, stop, site.floor)
    if start < 2 or start == stop or tokens.lowers[start - 1] not in ("a", "an"):
        return None
    acted = tokens.tags[start - 2] in "VEvG" and tokens.tags[stop - 1] == "N"
    return Measured(start, stop, stop - 1, "preceding") if acted else None


def find_likely(tokens: Tokens, site: Site) -> Measured | None:
    """What is so much more likely: "twice as likely to fail", "30 per cent less likely to fall"."""
    at = site.after
    if tokens.lowers[at + 1 : at + 2] != ["likely"] or tokens.lowers[at] not in _LIKELY:
        return None
    said = read_predicate(tokens, at + 1, len(tokens.words))
    return said if said is not None and said.stop > at + 2 else None


_LIKELY = frozenset(("as", "more", "less"))


def _find_equal(tokens: Tokens, site: Site, phrase: Phrase | None) -> Measured | None:
    """What is so many times "as fast", or as many of what follows."""
    quality = tokens.lowers[site.after + 1 : site.after + 2]
    if quality in (["many"], ["much"]) and phrase is not None:
        return measure_noun(tokens, phrase, site.limit, "following")
    return find_by_subject(tokens, site) or find_by_clause(tokens, site)


def _is_equated(tokens: Tokens, site: Site) -> bool:
    """Whether a form of "be" equates something with so many times something else."""
    before = tokens.lowers[site.bound_start - 1 : site.bound_start]
    based = tokens.tags[site.after : site.after + 1] == ["D"]
    return based and before in (["is"], ["are"], ["was"], ["were"])
