"""Months that are names and words as well: Theresa May, April Jones, the march of 12 people."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.periods.reading import Matched
from figtrail.extraction.periods.tokens import class_names
from figtrail.patterns import compile_late

_LEADS_NAMESAKE = class_names(
    "IN DURING ON BY SINCE UNTIL FROM TO AND BETWEEN EARLY BEFORE AFTER OF DASH THROUGH AT"
    " FOR ENDED COMMA OPEN OVER THE END_NOUN START_NOUN OR"
)
# "June sales were £4m": nouns of what happens in a month, which no person is called after.
_MONTHLY = compile_late(
    r"\s+(?:(?:[a-z]+|US|UK)\s+){0,2}(?:sales|inflation|output|exports|imports|orders|unemployment"
    r"|employment|payrolls|production|rainfall|temperatures?|figures?|data|deliveries|volumes?|prices"
    r"|deficit|surplus|shipments|arrivals|turnout|elections?|polls|results|total|budget|tally"
    r"|collections?|demand|traffic|registrations|starts|jobs|consumption|floods?|storms?|quake"
    r"|numbers|passengers?|bookings|visitors?|visits|rents|profits?|crimes?|attendances?)\b"
)
_WORDS = read_sections("dating_words.txt")
_BRINGING = frozenset(_WORDS["bringing"])
_TITLES = frozenset(_WORDS["titles"])
_OPENERS = frozenset(_WORDS["openers"])
# "May's cabinet": what a politician of that name has.
_GOVERNING = compile_late(
    r"['’]s\s+(?:\w+\s+)?(?:government|cabinet|party|premiership|ministers?|allies|team|seat"
    r"|constituency|ward|resignation|majority|deal|speech|husband|wife|predecessor|successor)\b"
)
_AS_FAR = compile_late(r"\b(?:recently|late|early) as \Z")
# "Its busiest month was March, when".
_NAMED = compile_late(r"\b(?:was|is|being) \Z")
_OF_MONTH = compile_late(r"\bmonth\b")
_BETWEEN = compile_late(r"\b[Bb]etween \w+ and \Z")


def is_month(matched: Matched) -> bool:
    """Whether "May" or "March" without a year is the month."""
    led = matched.previous() in _LEADS_NAMESAKE
    if matched.previous() in ("AND", "BY", "THE") and matched.following() == "NAME":
        # "Noel and Jan Staib", unless it ends "between March and May Leeds had".
        led = matched.led_by(_BETWEEN)
    led = led or matched.led_by(_AS_FAR) or (matched.led_by(_NAMED) and matched.near(_OF_MONTH))
    tied = matched.following() in ("DASH", "TO", "APOSTROPHE") or _brings(matched)
    tied = tied or (matched.previous() != "NAME" and matched.followed_by(_MONTHLY))
    return (led or tied) and not _is_surname(matched)


def _is_surname(matched: Matched) -> bool:
    """Whether what is owned is somebody's: "Imelda May's tour", "Mr. May's firm", "May's cabinet".

    Not a month's: "Yet May's figures".
    """
    if matched.following() != "APOSTROPHE":
        return False
    if matched.previous() == "":
        return matched.followed_by(_GOVERNING)
    at = matched.match.start() - 1
    if matched.previous() == "DOT":
        return at > 0 and matched.tokens.word(at - 1) in _TITLES
    return matched.previous() == "NAME" and not (at == 0 and matched.tokens.word(at) in _OPENERS)


def _brings(matched: Matched) -> bool:
    """Whether a month opens its sentence and tells what it was like: "April brought 302"."""
    at = matched.match.end()
    if matched.previous() != "" or at + 2 >= len(matched.tokens.shape):
        return False
    if matched.tokens.word(at) in ("alone", "itself"):
        at += 1
    verb = matched.tokens.word(at)
    return verb in _BRINGING or (verb in ("was", "is") and matched.tokens.word(at + 1) == "the")
