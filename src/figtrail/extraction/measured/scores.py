"""What players and teams score: "averaged 28.4 points", "leads in assists with 9.8"."""

from __future__ import annotations

from figtrail.extraction.clauses import find_subject
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.measured.site import QUANTITIES, WORDS, Measured, Site, is_pronoun
from figtrail.extraction.measured.starts import find_noun_start
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.tokens import Tokens

SCORING = frozenset(WORDS["scoring"])
"""Verbs by which a player or a team comes to so many points."""
_INDICES = QUANTITIES | frozenset(read_sections("nouns.txt")["indices"])
_LEADING = frozenset(WORDS["leading_in"])
_PARTICLES = frozenset(("in", "with", "up", "off", "on", "for"))
_WITH = ("with", "at", "on")
# How many tokens may stand between such a verb and the "in" of what somebody leads in.
_FIELD = 4


def find_scored(tokens: Tokens, site: Site, verb: tuple[int, int]) -> Measured | None:
    """The points or runs that somebody scores; an index that adds points is measured itself."""
    stop = site.number.stop
    if site.kind not in ("score", "rate") or tokens.lowers[stop : stop + 1] not in (
        ["points"],
        ["runs"],
    ):
        return None
    beside = all(
        tokens.tags[at] in "BDJ" or tokens.lowers[at] in _PARTICLES
        for at in range(verb[1], site.number.first)
    )
    if tokens.lowers[verb[1] - 1] not in SCORING or not beside:
        return None
    subject = find_subject(tokens, verb[0])
    if subject is not None and not is_pronoun(tokens, subject):
        if not _INDICES.isdisjoint(tokens.lowers[subject[0] : subject[1]]):
            return None
        named = tokens.words[subject[1] - 1][0].isupper() or subject[1] - subject[0] == 1
        if is_plural(tokens.lowers[subject[1] - 1]) and not named:
            return None
    return Measured(stop, stop + 1, stop, "counted")


def find_led(tokens: Tokens, site: Site, verb: tuple[int, int]) -> Measured | None:
    """What somebody is best, or comes next, in: "led the league in rebounds with 12.3"."""
    stop = site.bound_start - 1
    if site.kind not in ("count", "rate") or tokens.lowers[stop] not in _WITH:
        return None
    if _LEADING.isdisjoint(tokens.lowers[verb[0] : stop]):
        return None
    start = find_noun_start(tokens, stop, site.floor)
    led = verb[1] <= start - 1 <= verb[1] + _FIELD and tokens.lowers[start - 1] == "in"
    if start == stop or not led or not tokens.words[stop - 1].islower():
        return None
    return Measured(start, stop, stop - 1, "preceding")
