"""The place in which an earlier sentence sets those that follow it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from figtrail.extraction.places.gazetteer import fold
from figtrail.extraction.places.mentions import Mention
from figtrail.extraction.places.sited import CAPITAL
from figtrail.extraction.places.words import load_words
from figtrail.patterns import WordedPattern, compile_late, find_words

Reader = Callable[[int, int], tuple[str, list[Mention]]]
"""Gives a sentence folded, and its mentions."""

# So many sentences back a paragraph's setting is looked for.
_SETTING_REACH = 6
# So many characters back the sentence before is looked for.
_LOOK_BACK = 600
# So many characters of a paragraph are searched for who speaks it.
_HEAD = 1500
# And so many a title: "The acting headteacher".
_TITLE = 60
_SENTENCE_END = compile_late(r"[.!?]['\"”’)]? (?=[A-Z“\"‘])")
_NAMED = compile_late(
    rf"(?:[{CAPITAL}]\w+ (?:[a-z-]+ ){{1,2}})?(?:[{CAPITAL}][\w'’-]+ ){{1,3}}[{CAPITAL}][\w'’-]+,? "
    rf"(?![{CAPITAL}])"
)
_REPORTS = compile_late(r"\b(?:said|says|told|added|reported|announced)\b")
# "In neighbouring Walgarra it was 0.6": a place beside the one that the text goes on about.
_COMPARED = compile_late(r"\b(?:neighbou?ring|nearby|comparable) $")
_FRONTING = frozenset(["in", "at", "near", "across", "outside", "around", "on"])
_LONGEST_FRONT = 60


def find_setting(text: str, read: Reader, sentence_start: int) -> Mention | None:
    """The place in which an earlier sentence of the paragraph sets it: "In Vidarbha, …".

    A paragraph of speech goes on with that of the paragraph before, where the speaker is "she",
    or is by surname who was at home there.
    """
    at = sentence_start
    speaker, crossed = find_speaker(text, at), False
    for _ in range(_SETTING_REACH):
        span = span_before(text, at, cross=False)
        if span is None and not crossed:
            crossed = True
            speaker = find_speaker(text, at)
            span = span_before(text, at, cross=True) if speaker else None
        if span is None:
            return None
        low, mentions = read(*span)
        if mentions:
            if not crossed and is_setting(low, mentions[0]):
                return mentions[0]
            return _choose_setting(text, read, span, sentence_start, speaker)
        at = span[0]
    return None


def _choose_setting(
    text: str, read: Reader, span: tuple[int, int], start: int, speaker: str | None
) -> Mention | None:
    """The place that a sentence sets for the one at `start`, or for a speaker after it."""
    low, mentions = read(*span)
    first = mentions[0]
    pronoun = speaker or text[start : start + 4].split(" ", 1)[0].lower()
    if pronoun in ("he", "she") and is_setting(low, first):
        return first
    told = pronoun in ("he", "she") or (speaker is not None and speaker in low)
    person = told and len(mentions) == 1 and is_at_home(text[span[0] : span[1]], first)
    return first if person else None


def span_before(text: str, sentence_start: int, *, cross: bool) -> tuple[int, int] | None:
    """Where the sentence before stands; in the paragraph before only where `cross` allows it."""
    floor = max(0, sentence_start - _LOOK_BACK)
    end = sentence_start
    while end > floor and text[end - 1] in " \n\r\"“”‘’'":
        if text[end - 1] == "\n" and not cross:
            return None
        end -= 1
    if end <= floor:
        return None
    start = max(floor, text.rfind("\n", floor, end) + 1)
    for match in _SENTENCE_END.finditer(text, start, end):
        start = match.end()
    while start < end and text[start] in '"“‘':
        start += 1
    return start, end


def is_setting(low: str, first: Mention) -> bool:
    """The first place of a sentence sets what follows there: "At a mill in Lodz, …"."""
    if first.scope != "named" or first.role != "locative":
        return False
    head = low[: first.start]
    if _COMPARED.search(head):
        return False
    if first.before == 0:
        return True
    fronted = head.split(" ", 1)[0] in _FRONTING
    return fronted and "," not in head and len(head) < _LONGEST_FRONT


def is_at_home(sentence: str, place: Mention) -> bool:
    """See "Ann Lowe grows melons near Yuma.": somebody named lives or works at the place."""
    tied = place.role == "locative" or _keeps().search(sentence, 0, place.start) is not None
    if not tied or _NAMED.match(sentence) is None:
        return False
    return _REPORTS.search(sentence) is None


@lru_cache(maxsize=1)
def _keeps() -> re.Pattern[str]:
    """What ties a person to the place in an aside: ", who keeps bees near"."""
    return re.compile(rf", who (?:{'|'.join(sorted(load_words().dwelling))})\b")


@lru_cache(maxsize=1)
def _said() -> re.Pattern[str]:
    """Who speaks, behind what they said: "” Ms Lowe said", "” sighed the 46-year-old"."""
    words = load_words()
    verbs = f"(?:{'|'.join(sorted(words.uttering))})"
    keeping = "|".join(sorted(words.keeping | words.leading))
    return re.compile(
        rf"[”\"’] (?:(?:Mr|Ms|Mrs|Dr|Miss) )?([{CAPITAL}]\w+|he|she) {verbs}\b"
        rf"|[”\"’] {verbs} (?:(?:Mr|Ms|Mrs|Dr|Miss) )?"
        rf"([{CAPITAL}]\w+(?=[,.])|the \d\d-year|(?:its|the|their) (?:{keeping})\b)"
    )


def find_speaker(text: str, paragraph: int) -> str | None:
    """Who speaks a paragraph of speech: "she", or a surname (folded) that stands alone."""
    line = text.rfind("\n", 0, paragraph) + 1
    titled = _titled().allowed_by(find_words(text[line : line + _TITLE].lower()))
    if titled is not None and titled.match(text, line):
        return "she"
    if text[paragraph : paragraph + 1] not in ('"', "“", "‘"):
        paragraph = max(0, paragraph - 1)
        if text[paragraph : paragraph + 1] not in ('"', "“", "‘"):
            return None
    end = text.find("\n", paragraph, paragraph + _HEAD)
    said = _said()
    match = said.search(text, paragraph, end if end >= 0 else paragraph + _HEAD)
    if match is None:
        # Speech goes on: "“It sold,” she said. “They wanted £40.”"
        floor = max(text.rfind("\n", 0, paragraph) + 1, paragraph - _HEAD)
        match = next(reversed(list(said.finditer(text, floor, paragraph))), None)
    who = None if match is None else match[1] or match[2]
    return who and ("she" if who.startswith(("the ", "its ", "their ")) else fold(who))


@lru_cache(maxsize=1)
def _titled() -> WordedPattern:
    """Who answers for what the paragraph before tells of: "Headteacher Ann Lowe said"."""
    keeping = load_words().keeping
    titles = "|".join(sorted(keeping))
    return WordedPattern(
        rf"(?:The |Its )?(?:[A-Za-z][a-z]+ )?(?i:{titles})(?:,? [{CAPITAL}][\w'’-]+){{2}}", keeping
    )
