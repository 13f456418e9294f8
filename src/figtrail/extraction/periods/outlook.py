"""Whether a sentence looks ahead at a place: "will open in August" or "opened in August"."""

from __future__ import annotations

import re

from figtrail.extraction.periods.mentions import DateContext
from figtrail.extraction.periods.relative import Point, date_point, name_point
from figtrail.extraction.periods.tokens import CODE, Tokens, compile_shape
from figtrail.intervals import bound_days
from figtrail.patterns import compile_late

# How many tokens away a verb may be: enough for a clause, and it keeps long texts linear.
_REACH = 30
# "Will cut", "expected to hit": a form that is past elsewhere belongs to what is ahead.
_CUES = (
    "(?P<ahead>MODAL LOWER?BEHIND|(?:MODAL"
    # "Waiting for planned surgery", "at its planned site", "their scheduled stops", "more than
    # expected": nothing ahead.
    "|(?<!THAN)(?<![AT ON IN BY TO FROM]DETERMINER)"
    # So too "900 likely voters", "40 planned stops".
    "(?<![THE DETERMINER AND DAY TWO_DIGITS NUMBER NUMBER_WORD](?=AHEAD[LOWER PLURAL HOUR_UNIT]))"
    "(?:(?<![FOR OF IN ON AT BY OVER FROM])AHEAD|AHEAD(?![LOWER PLURAL HOUR_UNIT]))"
    "|(?P<possible>POSSIBLE BEHIND?)|"
    "(?<![BEHIND OF THE AN DETERMINER POSSESSIVE DAY TWO_DIGITS NUMBER NUMBER_WORD])"
    "(?<!BEHIND NAME)OUTLOOK(?![ON AT IN DOT COMMA]))"
    "(?:OF.{{1,6}}?BEHIND|(?<=MODAL)LOWER?PERFECT BEHIND|TO BEHIND"
    # "Aim to have half the line secured by".
    "|TO(?:(?!COMMA|DOT).){{1,9}}?BEHIND(?=BY)"
    # "Expect a further cut of": a noun.
    "|AN[LOWER ORDINAL_WORD]{{1,2}}BEHIND(?=[OF IN TO AT ON BY COMMA DOT]))?"
    # "Needs to ship", "have to repay".
    "|(?<!TO)MEET|WARNED OF|[BE READY APPROXIMATELY NEEDING PERFECT]"
    "TO(?!INFINITIVE BEHIND THAT)BEHIND?"
    "|NEEDING(?=[AN NUMBER DAY TWO_DIGITS NUMBER_WORD CURRENCY YEAR]){})|"
    "(?<![DASH INFINITIVE AN THE FOR OF IN ON AT BY OVER FROM DETERMINER BEHIND BE TO])[{}]"
)
_CUE = compile_shape(_CUES.format("", "BEHIND PROMISED WARNED"))
# Before a term, "agreed to build", "voted to close", "another 14 to be dug" and "promised" look
# ahead as well.
_TERM_CUE = compile_shape(
    _CUES.format(
        "|BEHIND TO(?=[LOWER BEHIND])|(?<!BEHIND)TO INFINITIVE BEHIND|PROMISED", "BEHIND WARNED"
    )
)

# "See inflation averaging 4%", "now saw Brent reaching $90": foreseen.
_SEEING = compile_late(
    r"\b(?:now\s+saw|sees?|seeing)\s+(?:[^\s,;.]+\s+){1,5}?(?:averag|ris|fall|reach|grow|hitt|climb"
    r"|shrink|slow|peak|eas|dropp|declin|expand|contract|increas|decreas|com|end|topp|accelerat|recover"
    r"|mov|remain|stay|stabilis|stabiliz|turn|trad|cool|jump|doubl|finish|return|hover|edg)ing\b"
    r"[^.;]*\Z",
    re.IGNORECASE,
)
_SEEN = ("see", "saw")
# What was decided on is to be done yet: "agreed to cut output for May", "voted to close in July".
_DECIDED = compile_late(
    r"\b(?:agree[ds]?|vot(?:es?|ed)|decide[ds]?|opt(?:s|ed)|resolve[ds]?|prepar(?:es?|ing)|ask(?:s|ed)"
    r"|urge[ds]?|order(?:s|ed)|instruct(?:s|ed)|wants?|call(?:s|ed) on|recommend(?:s|ed))\s"
    r"(?:[\w’'-]+\s){0,5}?to\s[a-z]+\s"
    r"(?:(?!(?:after|since|before|when|that|who|which|was|were|had|\w+ed)\b)"
    r"(?:[^\s.;]|\.(?=\d))+\s)*\Z",
    re.IGNORECASE,
)
# What was granted from a day on: "approved a rise of 18% from April 1", "announced cuts from May".
_GRANTED = compile_late(
    r"\b(?:announc|approv|grant|award|authori[sz]|sanction|allow|impos|introduc|confirm|unveil|order"
    r"|agree|back|propos|endors|pass|rubber-stamp)(?:e[sd]|d|ed|ing)\s"
    r"(?:(?!(?:after|since|when|that|who|which|was|were|had|down|up|fell|rose)\b)"
    r"(?:[^\s.;,]|[.,](?=\d))+\s){1,12}from\s(?:the\s)?\Z",
    re.IGNORECASE,
)
# What a timetable tells in the present: "a rise that takes effect on", "runs for 12 nights in".
_SCHEDULED = compile_late(
    r"\b(?:takes?\s+effect|(?:comes?|enters?)\s+into\s+(?:force|effect|operation|use)|kicks?\s+(?:in|off)"
    r"|gets?\s+under\s+way|goes\s+(?:live|on\s+sale|ahead|on\s+show)|falls?\s+due"
    r"|(?:re)?opens|closes|ends|finishes|concludes|launches|resumes|runs|arrives|lapses|matures"
    r"|deadline\b[^.;]{0,60}\s(?:is|of)|another\b[^.;,]{0,40}\sto\s[a-z]+"
    r"|further\b[^.;,]{0,40}\sto\s[a-z]+)"
    r"\s(?:(?:for|with|at)\s(?:[^\s.;,]+\s){1,5})?(?:(?:on|in|at|from|by)\s(?:the\s)?)?\Z",
    re.IGNORECASE,
)
# What was asked for or ordered by or for a time: "has ordered 17 jets, adding 1,300 seats by".
_ORDERED = compile_late(
    r"\b(?:hop(?:es?|ed|ing)\s+for|ask(?:s|ed|ing)?\s+for|call(?:s|ed|ing)|(?:sought|seek|want|demand|order|book|commission"
    r"|contract|invit|plan|schedul|request)(?:e?s|e?d|n?ed|ing)?)\s"
    r"(?:(?!(?:after|since|when|who|which|was|were|had)\b)(?:[^\s.;]|\.(?=\d))+\s)*?"
    r"(?:by|for)\s(?:the\s)?(?:end\sof\s)?\Z",
    re.IGNORECASE,
)
# What is arranged to last from a day on: "is booked for eight weeks from 8 July".
_LASTING = compile_late(
    r"\b(?:is|are|be|will|runs?|lasts?|(?:to|will) last)\s(?:[^\s.;,]+\s){0,4}?"
    r"(?:for\s|(?<=last\s)|(?<=lasts\s))(?:[\w-]+\s){1,3}(?:days|nights|weeks|months|years),?\sfrom\s\Z",
    re.IGNORECASE,
)
# "It treated 40; the goal is 90 by May": the first verb says nothing of May.
_PARTED = compile_late(r";(?=[^;]*\b(?:is|are)\b[^;]*\Z)")
# How much of a sentence before a date is searched for what was decided, in characters.
_LEFT = 160
# Its last words, "by the end of", tell which decisions it may be of.
_LAST = 4
# "The rise in June suggests that prices will": what is stated is of another time.
_STATED = compile_shape(
    "[LOWER PLURAL BEHIND]THAT[THE AN NAME LOWER PLURAL DETERMINER YEAR_NOUN COUNTED]"
)
_DUE = compile_late(
    r"\b(?:was|were|been)\s+(?:\w+ly\s+)?(?:expected|forecast|predicted|projected|due|scheduled"
    r"|supposed|meant|tipped|set)\s+to\b"
)
_SAYING = compile_late(r"\b(?:said|told|announced|warned|added|confirmed|that)\b")
# How long ago what was expected may have come, in days.
_LATELY = 122
# "“If it rains,” she said, “by the end of May": what stands before has said nothing of it.
_QUOTED = compile_shape("OTHER[BY IN ON AT DURING FOR FROM]?(?:THE?END_NOUN OF THE?)?\\Z")
_NEW_CLAUSE = compile_shape("COMMA AND|AFTER")
# "The debate on Tuesday night ended", "rents between April and June were": told of as past.
_TOLD = compile_shape(
    "(?<![AHEAD BEHIND POSSIBLE AN THE DETERMINER])"
    "(?<![AHEAD BEHIND POSSIBLE][FOR ON IN BY FROM AT])"
    "[ANY_MONTH DAY ORDINAL DOT AND TO DASH THE OF ANY_WEEKDAY DAYTIME]{1,8}"
    "(?<=[ANY_MONTH DAY ORDINAL DOT ANY_WEEKDAY DAYTIME])"
    "(?:BEHIND|ENDED(?=[THE AN DETERMINER IN NUMBER_WORD LOWER]))"
)
# "Exercise Milan, from March 18 to 28, would bring 41 navies".
_ASIDE = compile_shape("COMMA[FROM ON IN BETWEEN]?\\Z")
_ASIDE_AHEAD = compile_shape("(?:(?!COMMA|AND|BEHIND).){1,7}?COMMA MODAL")

# Behind one of these "plan" or "hope" is a noun.
_NAMING = frozenset(CODE[name] for name in ("AN", "EARLIER", "DETERMINER", "PREVIOUS", "LATEST"))


def looks_ahead(shape: str, place: int, *, unsaid: bool = False, opening: int = 0) -> bool:
    """Whether the verb nearest before a token, else the first after it, speaks of the future.

    `unsaid` is the answer where no verb says it, `opening` the token where the search begins.
    """
    nearest = named = None
    start = max(opening, place - _REACH)
    if _TOLD.match(shape, place) is not None:
        return False
    if _ASIDE.search(shape, start, place) and _ASIDE_AHEAD.match(shape, place):
        return True
    if _QUOTED.search(shape, start, place) is not None:
        start = place
    for cue in (_TERM_CUE if unsaid else _CUE).finditer(shape, start, place + _REACH):
        if cue.start() >= place and nearest is None and _STATED.search(shape, place, cue.start()):
            break
        if cue["possible"] and cue.start() >= place:
            # "Sold in May for £8m, which could rise": of another time.
            continue
        if nearest is None and cue.start() > place and shape[cue.start() - 1] in _NAMING:
            # "On Friday, an earlier plan to sell it collapsed": the verb tells.
            named = named or cue
            continue
        if nearest is not None and cue.start() >= place:
            if _NEW_CLAUSE.search(shape, nearest.end(), place) is None:
                break
            # What stands before ", and" speaks of another time.
            return cue["ahead"] is not None
        nearest = cue
    nearest = nearest or named
    return unsaid if nearest is None else nearest["ahead"] is not None


def is_ahead(tokens: Tokens, place: int, *, unsaid: bool = False) -> bool:
    """Whether a verb looks ahead at a token, or somebody sees what will be then.

    "Will open in May", "see inflation averaging 4% in May".
    """
    at = tokens.start(place)
    parted = _PARTED.search(tokens.sentence, max(0, at - _LEFT), at)
    opening = 0
    if parted is not None:
        opening = max(0, place - _REACH)
        while tokens.start(opening) < parted.end():
            opening += 1
    if looks_ahead(tokens.shape, place, unsaid=unsaid, opening=opening):
        return True
    left = tokens.sentence[max(0, at - _LEFT) : at]
    return any(map(left.lower().__contains__, _SEEN)) and _SEEING.search(left) is not None


def is_decided(sentence: str, at: int) -> bool:
    """Whether what was decided on is dated at an offset, so that it may be still to come."""
    left = sentence[max(0, at - _LEFT) : at]
    words = left.lower().split()
    last = words[-_LAST:]
    cues = [_SCHEDULED]
    if "to" in words:
        cues.append(_DECIDED)
    if "from" in last:
        cues += (_GRANTED, _LASTING)
    if "by" in last or "for" in last:
        cues.append(_ORDERED)
    return any(cue.search(left) for cue in cues)


def was_due(before: str, point: Point, dates: DateContext) -> bool:
    """Whether what was to come has come by now: "was expected to ease to 3% in August".

    Not in somebody's words, where "were expected" may tell of what still is.
    """
    if dates.latest is None or _DUE.search(before) is None or _SAYING.search(before) is not None:
        return False
    found = date_point(point, dates.latest, future=False)
    named = None if found is None else name_point(found)
    return named is not None and (dates.latest - bound_days(named)[1]).days < _LATELY
