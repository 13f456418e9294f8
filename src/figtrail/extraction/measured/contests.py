"""What the numbers of a contest measure: "leads 54% to 34% among women", "trails by 3 points"."""

from __future__ import annotations

from figtrail.extraction.clauses import find_subject, find_verb
from figtrail.extraction.measured.site import WORDS, Measured, Site, is_pronoun, read_complement
from figtrail.extraction.tokens import HYPHENS, Tokens

_CONTESTS = frozenset(WORDS["contests"])
_GROUPS = frozenset(WORDS["groups"])
_BETWEEN = HYPHENS | frozenset("to – % per cent percent points pc".split())


def find_contest(tokens: Tokens, site: Site) -> Measured | None:
    """Among whom somebody is ahead; without such a group, who is ahead of whom by so many points.

    Only for shares and points: "won by three goals" counts goals.
    """
    if site.kind not in ("percentage", "score"):
        return None
    verb = find_verb(tokens, site.bound_start)
    if verb is None:
        return None
    told = tokens.lowers[verb[1] - 1 : site.bound_start]
    if _CONTESTS.isdisjoint(told):
        return None
    at = site.after
    while at < len(tokens.words) and (tokens.tags[at] == "M" or tokens.lowers[at] in _BETWEEN):
        at += 1
    if at < len(tokens.words) and tokens.lowers[at] in _GROUPS:
        return read_complement(tokens, at, len(tokens.words))
    if tokens.lowers[site.bound_start - 1] == "by" and verb[1] > site.floor:
        subject = find_subject(tokens, verb[0])
        named = subject is not None and not is_pronoun(tokens, subject)
        start = subject[0] if subject is not None and named else verb[0]
        return Measured(start, site.bound_start - 1, None, "margin")
    return None


def find_paired(tokens: Tokens, site: Site) -> Measured | None:
    """Whose one of two shares is: "Rhodes leads Frith 47% to 41%", "beat Amos, 48% to 43%".

    Those among whom shares are counted say more: "leads her 54% to 34% among women".
    """
    if site.kind != "percentage" or _CONTESTS.isdisjoint(tokens.vocabulary):
        return None
    verb = find_verb(tokens, site.bound_start)
    if verb is None or tokens.lowers[verb[1] - 1] not in _CONTESTS:
        return None
    if find_contest(tokens, site) is not None:
        return None
    stop, at = verb[1], site.after
    while stop < site.bound_start and tokens.words[stop][0].isupper():
        stop += 1
    if stop == verb[1]:
        return None
    if "M" in tokens.tags[stop : site.bound_start]:
        second = tokens.lowers[site.bound_start - 1] in _TO
        return Measured(verb[1], stop, stop - 1, "rival") if second else None
    subject = find_subject(tokens, verb[0])
    if not set(tokens.lowers[at : at + 1]) <= _TO or tokens.tags[at + 1 : at + 2] != ["M"]:
        return None
    named = subject is not None and not is_pronoun(tokens, subject)
    return Measured(*subject, None, "subject") if subject is not None and named else None


_TO = HYPHENS | {"to", "–"}
