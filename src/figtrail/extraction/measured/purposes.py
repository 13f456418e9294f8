"""What an act takes: "£24,000 a year to keep a child in care", "nine hours to put it out"."""

from __future__ import annotations

from figtrail.extraction.clauses import find_subject
from figtrail.extraction.measured.predicates import read_predicate
from figtrail.extraction.measured.site import WORDS, Measured, Site, is_pronoun, read_complement
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.tokens import Tokens

_TAKING = frozenset(WORDS["taking"])
_FUNDING = frozenset(("pay", "fund", "finance", "bankroll"))
_NEEDING = frozenset(WORDS["needing"])
# How many tokens may stand between the number and "to": "in each of the next three years".
_REACH = 9


def find_purpose(tokens: Tokens, site: Site, verb: tuple[int, int]) -> Measured | None:
    """The infinitive that a sum or a time is asked for, as the verb before the number tells.

    Of "the bridge cost £5m to build" the bridge is measured, so that "cost" and "take" need a
    pronoun for their subject.
    """
    paid = _find_paid(tokens, site)
    if paid is not None:
        return paid
    word = tokens.lowers[verb[1] - 1]
    needing = not _NEEDING.isdisjoint(tokens.lowers[verb[0] : verb[1]])
    if site.kind not in ("money", "duration") or (word not in _TAKING and not needing):
        return None
    if word in _TAKING:
        subject = find_subject(tokens, verb[0])
        if subject is not None and not is_pronoun(tokens, subject):
            return None
    act = _find_infinitive(tokens, site.after)
    return read_predicate(tokens, act, len(tokens.words)) if act is not None else None


def _find_paid(tokens: Tokens, site: Site) -> Measured | None:
    """What a sum is to pay for: "borrowed £2m to finance (repairs)", "from banks to pay for it"."""
    if site.kind != "money" or _FUNDING.isdisjoint(tokens.vocabulary):
        return None
    tied = tokens.lowers[site.after : site.after + 1] in (["to"], ["from"])
    # "Sold the flat for £9 to pay for her care".
    tied = tied and tokens.lowers[site.bound_start - 1] != "for"
    act = _find_infinitive(tokens, site.after) if tied else None
    if act is None or tokens.lowers[act] not in _FUNDING:
        return None
    act += tokens.lowers[act + 1 : act + 2] == ["for"]
    return read_complement(tokens, act, len(tokens.words))


def _find_infinitive(tokens: Tokens, start: int) -> int | None:
    """The verb of the next infinitive, over adverbs and what says when: "just to break even"."""
    tags, lowers = tokens.tags, tokens.lowers
    for at in range(start, min(start + _REACH, len(tokens.words) - 1)):
        if lowers[at] == "to":
            verb = lowers[at + 1]
            acting = tags[at + 2 : at + 3] == ["D"] or not is_plural(verb)
            infinitive = tags[at + 1] in "vNVE" and acting
            return at + 1 if infinitive and tokens.words[at + 1].islower() else None
        if tags[at] in "AVERO" or lowers[at] in (";", ":", ".", "“", "”"):
            return None
    return None
