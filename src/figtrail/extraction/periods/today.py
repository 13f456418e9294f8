"""Whether "today" is the day itself, or nowadays."""

from __future__ import annotations

import re

from figtrail.extraction.periods.reading import Matched
from figtrail.extraction.periods.tokens import compile_shape
from figtrail.patterns import compile_late

_BREAK = compile_late(r"[;:“”\"–—]|, (?:and|but|while|which|who)\b|\b(?:but|while)\b")
_EVENT = compile_shape("[BEHIND MODAL READY]|BE AHEAD TO")
_STATE = compile_late(
    r"\b(?:has|have|remains?|would|should|could|can|may|compared|than|against|then"
    r"|worth|still)\b|['’](?:ve|re)\b|\b(?:1[5-9]|20)\d\ds?\b|\bago\b"
)
_POSSIBLE = compile_late(r"\b(?:could|may|might|should|can)\b")
_WEATHER = compile_late(
    r"\b(?:rain\w*|snow\w*|showers?|winds?|gusts?|temperatures?|mercury|sleet|hail|fog|storms?"
    r"|thunderstorms?|sunshine|heat|frost|ice|floods?|flooding)\b",
    re.IGNORECASE,
)
# What is put up on a day, told in the present: "fares rise by 4% today".
_RISING = compile_late(
    r"\b(?:rises?|increases?|falls?|drops?|go(?:es)? (?:up|down)|comes? down)\b(?! in\b)"
    r"(?=.*\d)"
)
_OFTEN = compile_late(r"\b(?:a|per|every|each) (?:year|month|week|day|decade)\b|\bannual")
_BEING = compile_late(r"\b(?:is|are|isn.t|aren.t)\b")
_ARE = compile_late(r"\bare\b")
# "There are 40 staff today", but "there are 52 patients on trolleys today".
_EXISTING = compile_late(
    r"\b[Tt]here are\b(?!.*\b(?:on|in|at|without|under|off|awaiting|waiting)\b)"
)
_ANOTHER_TIME = compile_late(
    r"\b(?:used to|when|then|years?|decades?|generation|ever|once|since|until|before|was|were|had"
    r"|no longer|still|average|typical|more|fewer|twice|most)\b"
)


def tells_of_event(matched: Matched) -> bool:
    """Whether the clause around a match tells of something done or due, and of no state."""
    sentence = matched.tokens.sentence
    first, last = matched.match.start(), matched.match.end()
    start, end = matched.tokens.start(first), matched.tokens.end(last - 1)
    opening = max((gap.end() for gap in _BREAK.finditer(sentence, 0, start)), default=0)
    closed = _BREAK.search(sentence, end)
    closing = len(sentence) if closed is None else closed.start()
    while first > 0 and matched.tokens.start(first - 1) >= opening:
        first -= 1
    while last < len(matched.tokens.shape) and matched.tokens.end(last) <= closing:
        last += 1
    if _is_weather(sentence, opening, closing):
        return True
    if _STATE.search(sentence, opening, closing) is not None:
        return False
    if _RISING.search(sentence, opening, closing) is not None:
        return _OFTEN.search(sentence, opening, closing) is None
    if _BEING.search(sentence, opening, closing) is not None:
        return start > opening and _stands_today(sentence, start)
    return _EVENT.search(matched.tokens.shape, first, last) is not None


def _is_weather(sentence: str, opening: int, closing: int) -> bool:
    """Whether the weather of a day is foretold: "snow could fall today"."""
    possible = _POSSIBLE.search(sentence, opening, closing) is not None
    return possible and _WEATHER.search(sentence, opening, closing) is not None


def _stands_today(sentence: str, start: int) -> bool:
    """Whether what "are" tells is so on the day: "52 are on trolleys today".

    Nowadays is meant in direct speech, and where another time is held against it.
    """
    said = sentence[:start]
    if said.count("“") > said.count("”") or said.count('"') % 2:
        return False
    if _EXISTING.search(said) is not None:
        return False
    return _ARE.search(said) is not None and _ANOTHER_TIME.search(sentence) is None
