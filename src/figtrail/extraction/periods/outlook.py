"""Whether a sentence looks ahead at a place: "will open in August" or "opened in August"."""

from __future__ import annotations

import re

from figtrail.extraction.periods.tokens import compile_shape

# How many tokens away a verb may be: enough for a clause, and it keeps long texts linear.
_REACH = 30
# "Will cut", "expected to hit": a form that is past elsewhere belongs to what is ahead.
_CUES = (
    "(?P<ahead>MODAL LOWER?BEHIND|(?:MODAL"
    # "Waiting for planned surgery", "at its planned site", "their scheduled stops", "more than
    # expected": nothing ahead.
    "|(?<!THAN)(?<![AT ON IN BY TO FROM]DETERMINER)(?<!DETERMINER(?=AHEAD[LOWER PLURAL HOUR_UNIT]))"
    "(?:(?<![FOR OF IN ON AT BY OVER FROM])AHEAD|AHEAD(?![LOWER PLURAL HOUR_UNIT]))"
    "|(?P<possible>POSSIBLE BEHIND?)|"
    "(?<![BEHIND OF THE AN DETERMINER POSSESSIVE])OUTLOOK)"
    "(?:OF.{{1,6}}?BEHIND|(?<=MODAL)LOWER?PERFECT BEHIND|TO BEHIND)?"
    # "Needs to ship", "have to repay".
    "|(?<!TO)MEET|WARNED OF|[BE READY APPROXIMATELY NEEDING PERFECT]TO BEHIND?"
    "|NEEDING(?=[AN NUMBER DAY TWO_DIGITS NUMBER_WORD CURRENCY YEAR]){})|"
    "(?<![DASH INFINITIVE AN THE FOR OF IN ON AT BY OVER FROM DETERMINER BEHIND BE])[{}]"
)
_CUE = compile_shape(_CUES.format("", "BEHIND PROMISED WARNED"))
# Before a term, "agreed to build", "voted to close" and "promised" look ahead as well.
_TERM_CUE = compile_shape(_CUES.format("|BEHIND TO(?=[LOWER BEHIND])|PROMISED", "BEHIND WARNED"))

# What was decided on is to be done yet: "agreed to cut output for May", "voted to close in July".
_DECIDED = re.compile(
    r"\b(?:agree[ds]?|vot(?:es?|ed)|decide[ds]?|opt(?:s|ed)|resolve[ds]?|prepar(?:es?|ing)|ask(?:s|ed)"
    r"|urge[ds]?|order(?:s|ed)|instruct(?:s|ed)|wants?|call(?:s|ed) on|recommend(?:s|ed))\s"
    r"(?:[\w’'-]+\s){0,5}?to\s[a-z]+\s"
    r"(?:(?!(?:after|since|before|when|that|who|which|was|were|had|\w+ed)\b)[^\s.;]+\s)*\Z",
    re.IGNORECASE,
)
# How much of a sentence before a date is searched for what was decided, in characters.
_LEFT = 160
# "The rise in June suggests that prices will": what is stated is of another time.
_STATED = compile_shape(
    "[LOWER PLURAL BEHIND]THAT[THE AN NAME LOWER PLURAL DETERMINER YEAR_NOUN COUNTED]"
)
_NEW_CLAUSE = compile_shape("COMMA AND")


def looks_ahead(shape: str, place: int, *, unsaid: bool = False) -> bool:
    """Whether the verb nearest before a token, else the first after it, speaks of the future.

    `unsaid` is the answer where no verb says it.
    """
    nearest = None
    for cue in (_TERM_CUE if unsaid else _CUE).finditer(
        shape, max(0, place - _REACH), place + _REACH
    ):
        if cue.start() >= place and nearest is None and _STATED.search(shape, place, cue.start()):
            break
        if cue["possible"] and cue.start() >= place:
            # "Sold in May for £8m, which could rise": of another time.
            continue
        if nearest is not None and cue.start() >= place:
            if _NEW_CLAUSE.search(shape, nearest.end(), place) is None:
                break
            # What stands before ", and" speaks of another time.
            return cue["ahead"] is not None
        nearest = cue
    return unsaid if nearest is None else nearest["ahead"] is not None


def is_decided(sentence: str, at: int) -> bool:
    """Whether what was decided on is dated at an offset, so that it may be still to come."""
    return _DECIDED.search(sentence[max(0, at - _LEFT) : at]) is not None
