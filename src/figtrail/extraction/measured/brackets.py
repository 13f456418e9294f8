"""What a number in brackets counts: the noun before them, or what a name before them has."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_NOUNS, CHANGE_VERBS
from figtrail.extraction.clauses import find_subject, find_verb
from figtrail.extraction.date_words import DATES
from figtrail.extraction.measured.owner import find_by_subject
from figtrail.extraction.measured.site import (
    ELIDED,
    TIMES,
    WORDS,
    Measured,
    Site,
    is_holder,
    is_pronoun,
    measure_noun,
)
from figtrail.extraction.measured.starts import find_noun_start
from figtrail.extraction.phrases import head_of, read_noun_phrase
from figtrail.extraction.tokens import Tokens

_REST = frozenset(WORDS["rest"])
# How many tokens may stand between a bracket and the number in it: "(down 2pp to 61%)".
_INSIDE = 6
# What stands before a member of a list, or opens the clause of a noun.
_OPENINGS = frozenset((",", "and", "or", ":", ";", "–", "—"))


def find_bracketed(tokens: Tokens, site: Site) -> Measured | None:
    """What a number in brackets counts: the noun before them, or what the name before them has.

    "Gains were in building (+14,000)" names it; "rises were in Latvia (+123 per cent)" is of the
    clause's subject, "the rest were in Cork (84)" of what was counted before.
    """
    opening = _find_opening(tokens, site.bound_start)
    converted = tokens.tags[opening - 1] in "MN" and not tokens.words[opening - 1][0].isupper()
    if opening < 1 or (site.kind in ("measurement", "duration") and converted):
        return None
    if _is_dated(tokens, opening):
        return _find_changed(tokens, site, opening)
    if not tokens.words[opening - 1][0].isupper():
        return _find_listed(tokens, site, opening) or _find_changed(tokens, site, opening)
    if site.floor:
        return _find_named(tokens, opening)
    verb = find_verb(tokens, opening)
    if verb is None:
        announced = _find_announced(tokens, opening)
        if announced is not None:
            return announced
    subject = find_subject(tokens, verb[0]) if verb is not None else None
    if subject is None or is_pronoun(tokens, subject) or is_holder(tokens, subject):
        return _find_named(tokens, opening)
    head = head_of(tokens, *subject)
    if head is not None and tokens.lowers[head] in _REST:
        return ELIDED
    return Measured(*subject, head, "subject")


def _is_dated(tokens: Tokens, opening: int) -> bool:
    """Whether a month or a weekday stands before a bracket: "fell slightly in May (2%)"."""
    before = tokens.lowers[opening - 1]
    return tokens.tags[opening - 2] == "P" and (before in DATES or before in TIMES)


def _find_changed(tokens: Tokens, site: Site, opening: int) -> Measured | None:
    """The subject of a clause that tells no number but in brackets: "rose sharply (14%)"."""
    verb = find_verb(tokens, opening)
    if verb is None or site.floor or site.kind != "percentage":
        return None
    if tokens.lowers[verb[1] - 1] not in CHANGE_VERBS and tokens.tags[opening - 1] not in "EJ":
        return None
    return find_by_subject(tokens, site._replace(bound_start=opening))


def _find_announced(tokens: Tokens, opening: int) -> Measured | None:
    """What a list behind a colon is of: "reported cases as follows: Kara (58), Meru (26)"."""
    colon = next((at for at in range(opening - 1, 0, -1) if tokens.lowers[at] == ":"), 0)
    verb = find_verb(tokens, colon) if colon else None
    if verb is None:
        return None
    at = verb[1]
    while at < colon and tokens.tags[at] == "D":
        at += 1
    told = read_noun_phrase(tokens, at) if at < colon and tokens.tags[verb[1] - 1] != "A" else None
    if told is not None and told.stop <= colon:
        return measure_noun(tokens, told, colon, "object")
    subject = find_subject(tokens, verb[0])
    if subject is None or is_pronoun(tokens, subject) or is_holder(tokens, subject):
        return None
    return Measured(*subject, head_of(tokens, *subject), "subject")


def _find_opening(tokens: Tokens, at: int) -> int:
    """The token of the bracket that a number stands in, right behind it or a few words on; or 0."""
    for index in range(at - 1, max(0, at - _INSIDE), -1):
        if tokens.lowers[index] == "(":
            return index
        unit = tokens.tags[index] == "N" and tokens.tags[index - 1] == "M"
        if tokens.lowers[index] == "n" and tokens.lowers[index + 1] == "=":
            # "Most of the cases (n=84)".
            continue
        marked = tokens.lowers[index] in (")", ",", ";", ":")
        if marked or not (unit or tokens.tags[index] in "MBP."):
            return 0
    return 0


def _find_named(tokens: Tokens, opening: int) -> Measured:
    """The name before a bracket, which only has what was counted before, if anything was."""
    start = opening
    while start and tokens.words[start - 1][0].isupper():
        start -= 1
    return Measured(start, opening, None, "bracketed")


def _find_listed(tokens: Tokens, site: Site, opening: int) -> Measured | None:
    """The common noun before a bracket: "physical assault on another pupil (11 per cent)"."""
    lowers, tags = tokens.lowers, tokens.tags
    if opening <= site.floor or tags[opening - 1] not in "NG":
        return None
    head = opening - 1
    start = find_noun_start(tokens, opening, site.floor)
    while start > site.floor + 1 and tags[start - 1] in "PD":
        inner = start - 1
        while inner > site.floor and tags[inner] == "D":
            inner -= 1
        if tags[inner] != "P" or tags[inner - 1] != "N" or lowers[inner - 1] in CHANGE_NOUNS:
            break
        head = inner - 1
        start = find_noun_start(tokens, inner, site.floor)
    outer = start
    while outer > site.floor and tags[outer - 1] == "D":
        outer -= 1
    before = outer - 1
    listed = outer == 0 or (
        before >= site.floor and (lowers[before] in _OPENINGS or tags[before] in "PAvVE")
    )
    if not listed or start == opening:
        return None
    return Measured(start, opening, head, "gapped")
