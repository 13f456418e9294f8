"""Where a witness is at home whose own figures a sentence states: "said Ann Lowe, 36, of Voi"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from figtrail.extraction.places.asides import is_uninvolved
from figtrail.extraction.places.gazetteer import fold
from figtrail.extraction.places.mentions import Passage
from figtrail.extraction.places.sited import CAPITAL
from figtrail.extraction.places.unknown import is_placelike, read_label
from figtrail.extraction.places.words import load_words

# So many characters about a sentence its paragraph is looked for.
_LOOK_AROUND = 600
_QUOTES = ('"', "“", "‘", "'")
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]e|[Ww]e|[Oo]ur)\b")
_OWN = re.compile(r"\b(?:his|her|their) (?!own\b)")
_GOES_ON = re.compile(r"(?:He|She|His|Her)\b")
# What befalls people away from home: "I waited 13 hours", "I paid $9,000 to get here".
_AWAY = re.compile(
    r"\b(?:waited|walked|queued|drove|travel\w*|flew|fled|crossed|came|arrived|late|here|marched|rode)\b"
)
_TELLS = re.compile(r"[^,;.]{0,30}?,? ?\b(?:said|says|told|added|warned|believes?|estimates?)\b")
_NAME = re.compile(rf"(?:[{CAPITAL}][\w.'’-]* )+[{CAPITAL}][\w'’-]+$")
_NAME_REACH = 60


class Home(NamedTuple):
    """A person's home as a paragraph tells it: offsets of the words, the place's name."""

    start: int
    end: int
    label: str
    runs: bool
    """They run what stands there, and speak of it: "who runs the camp at Dolow"."""
    lay: bool
    """Their calling alone ties them to it: "Putaruru farmer Ana Hape"."""
    local: bool = False
    """They are no expert and speak of what is around them: "a baker from Voi", "who farms at"."""


@lru_cache(maxsize=1)
def _ties() -> re.Pattern[str]:
    """What ties a named person to a place: ", 36, from", ", a nurse in", ", who farms near"."""
    words = load_words()
    groups = (words.dwelling, words.running, words.run)
    doing, running, run = ("|".join(sorted(group)) for group in groups)
    near = r"(?:in|near|outside|around|at|on|from)"
    return re.compile(
        rf", (?:(?P<age>\d\d),? )?(?:"
        rf"an? (?P<role>[a-z][a-z -]{{2,60}}?) (?:{near}|of) (?:the )?"
        rf"|who (?:{doing})\b[^.;,”\"]{{0,60}}? ?{near} (?:the )?"
        rf"|(?P<runs>(?:who (?:{running}) (?:[^.;,”\"]{{0,40}}? (?:{run}) {near} (?:the )?"
        rf"|the (?=[^.;,”\"]{{2,30}} (?:{run})\b)|(?<=represents ))"
        rf"|whose (?:[a-z-]+ )?(?:{run}) {near} (?:the )?))"
        rf"|from |(?(age)(?:of|in|near|outside) |$))(?=[{CAPITAL}])"
    )


@lru_cache(maxsize=1)
def _locals() -> re.Pattern[str]:
    """A person by place and calling: "Putaruru farmer Ana Hape"."""
    callings = "|".join(sorted(load_words().lay))
    return re.compile(
        rf"(?P<place>[{CAPITAL}][\w'’-]+(?: [{CAPITAL}][\w'’-]+)?) "
        rf"(?:[a-z-]+ ){{0,2}}(?:{callings}) [{CAPITAL}]\w+ [{CAPITAL}]"
    )


@lru_cache(maxsize=64)
def find_witness(text: str, start: int, end: int) -> str | None:
    """The home of the witness whom a sentence quotes, or whose own affairs it tells.

    None where the speaker is an expert or leads something, and speaks of more than their own home.
    """
    floor = max(0, start - _LOOK_AROUND)
    begin = text.rfind("\n", floor, start) + 1 or floor
    stop = text.find("\n", start, start + _LOOK_AROUND)
    paragraph = text[begin : stop if stop >= 0 else start + _LOOK_AROUND]
    start, end = start - begin, end - begin
    quoted = paragraph.startswith(_QUOTES)
    for home in _find_homes(paragraph, start):
        if home.start >= end and not quoted:
            return None
        if _is_own(paragraph, start, end, home):
            return home.label
        if not quoted and home.start >= start:
            return None
    return None


def _is_own(paragraph: str, start: int, end: int, home: Home) -> bool:
    """The sentence is the person's speech of themselves, or tells what they have."""
    sentence = paragraph[start:end]
    told = start <= home.start < end
    if home.lay and not told:
        return False
    if not home.runs and _AWAY.search(sentence) is not None:
        return False
    if _FIRST_PERSON.search(sentence) is not None:
        return True
    personal = _FIRST_PERSON.search(paragraph) is not None and _AWAY.search(paragraph) is None
    spoken = home.runs or home.local or personal
    if spoken and _is_speech(paragraph, start):
        return True
    if not told:
        return home.start < start and _GOES_ON.match(sentence) is not None
    rest = paragraph[home.end : end]
    return _TELLS.match(rest) is None or _OWN.search(rest) is not None


def _is_speech(paragraph: str, start: int) -> bool:
    """A quotation is open at `start`, or opens there."""
    head = paragraph[: start + 1]
    return head.count("“") > head.count("”") or head.count('"') % 2 == 1


def _find_homes(paragraph: str, start: int) -> Iterator[Home]:
    """The homes that a paragraph tells; a calling's alone where the sentence at `start` opens."""
    found = []
    ties = list(_ties().finditer(paragraph))
    if ties:
        passage = Passage(paragraph, fold(paragraph), False)
        found = [home for tie in ties if (home := _read_tie(passage, tie)) is not None]
    match = _locals().match(paragraph, start)
    if match is not None and _is_home(match["place"]):
        found.append(Home(match.start(), match.end(), match["place"], False, True))
    yield from sorted(found)


def _read_tie(passage: Passage, match: re.Match[str]) -> Home | None:
    words = load_words()
    role, callings = match["role"], list[str]()
    if role is not None:
        callings = role.replace("-", " ").split()
        if not (words.leader | words.official | words.employed).isdisjoint(callings):
            return None
    before = passage.text[max(0, match.start() - _NAME_REACH) : match.start()]
    if _NAME.search(before) is None:
        return None
    label = read_label(passage, match.end())
    end = match.end() + len(label)
    if is_uninvolved(passage.low, end):
        return None
    if not _is_home(label) or passage.low.startswith(("'s", " university"), end):
        return None
    lay = role is None or not words.lay.isdisjoint(callings)
    local = lay and match["runs"] is None and match["age"] is None
    return Home(match.start(), end, label, match["runs"] is not None, False, local)


def _is_home(label: str) -> bool:
    words = load_words()
    parts = fold(label).replace("-", " ").split(" ")
    known = parts[0] in words.follow or parts[0] in words.locative
    return bool(label) and not known and is_placelike(label, parts)
