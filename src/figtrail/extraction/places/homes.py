"""Where a witness is at home whose own figures a sentence states: "said Ann Lowe, 36, of Voi"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from figtrail.extraction.places.asides import is_uninvolved
from figtrail.extraction.places.gazetteer import find_place, fold, is_demonym
from figtrail.extraction.places.mentions import Passage
from figtrail.extraction.places.sited import CAPITAL
from figtrail.extraction.places.unknown import is_placelike, read_label
from figtrail.extraction.places.words import load_words
from figtrail.patterns import WordedPattern, compile_late, find_words

# So many characters about a sentence its paragraph is looked for.
_LOOK_AROUND = 600
_QUOTES = ('"', "“", "‘", "'")
_FIRST_PERSON = compile_late(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]e|[Ww]e|[Oo]ur)\b")
_ALONE = compile_late(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]e)\b")
# "In Mirpur 10", "at Leeds University".
_NO_HOME = compile_late(r"'s|(?: university|[ -]\d)")
_GENITIVE = compile_late(r"['’]s? ")
_OWN = compile_late(r"\b(?:his|her|their) (?!own\b)")
_TOLD = compile_late(
    r"\b(?:he|she|they) (?:said|says|told|added|warned|explained|reckons|reckoned)\b"
)
_SPEAKS_ON = compile_late(
    r"[”\"’],? (?:he|she|they|(?:said|says|added) the \d\d-year-old)\b|^(?:He|She)\b"
)
_OPENS = ("said ", "says ", "added ", "told ", ". ", "explained ", "admitted ", "sighed ")
# "She has two stalls", "The flood took 30 of her goats".
_GOES_ON = compile_late(r"(?:He|She|His|Her)\b|[^“”\"]*\b(?:his|her|him)\b")
# What befalls people away from home: "I waited 13 hours", "I paid $9,000 to get here".
_AWAY = compile_late(
    r"\b(?:waited|walked|queued|drove|travel\w*|flew|fled|crossed|came|arrived|late|here|marched|rode)\b"
)
_TELLS = compile_late(r"[^,;.]{0,30}?,? ?\b(?:said|says|told|added|warned|believes?|estimates?)\b")
_NAME = compile_late(rf"(?:[{CAPITAL}][\w.'’-]* )+[{CAPITAL}][\w'’-]+$")
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
def _ties() -> tuple[WordedPattern, ...]:
    """What ties a named person to a place: ", a nurse in", ", 36, from", ", mayor of"."""
    words = load_words()
    groups = (words.dwelling, words.running, words.run, words.presiding, words.keeping)
    doing, running, run, presiding, keeping = ("|".join(sorted(group)) for group in groups)
    works, callings = ("|".join(sorted(group)) for group in (words.works, words.lay))
    name = rf"[{CAPITAL}][a-zà-ÿ]+(?:[ -][{CAPITAL}][a-zà-ÿ]+)?"
    near = r"(?:in|near|outside|around|at|on|from) (?:the )?"
    age = r",(?: \d\d,?)?"
    been = r"(?:(?:has|have|had|also|now|once|still|been|currently) ){0,3}"
    aside = r"[^;,.”\"]"
    place = rf"(?=[{CAPITAL}])"
    street = rf"(?: on [{CAPITAL}][\w ]{{2,30}}?)?"
    who, heads = ["who"], words.presiding | words.keeping
    sites = words.run | words.works
    return (
        WordedPattern(rf"{age} an? (?P<role>[a-z][a-z -]{{2,60}}?) (?:{near}|of (?:the )?){place}"),
        WordedPattern(
            rf"{age} who {been}(?:{doing})\b{aside}{{0,60}}? ?{near}{place}", who, words.dwelling
        ),
        WordedPattern(
            rf"(?P<runs>{age} who {been}(?:{running})\b(?:{aside}{{0,40}}? (?:{run}){street} {near}"
            rf"| (?:over|charge) (?:in|of|at) (?:the )?| represents "
            rf"| the (?={aside}{{2,30}} (?:{run})\b))"
            rf"|, who represents (?:the )?){place}",
            who,
            words.running | {"represents"},
        ),
        WordedPattern(
            rf"(?P<runs>{age} whose (?:[a-z-]+ ){{0,2}}(?:{run})(?: (?:is|was|stands|sits|lies))?"
            rf"{street} {near}){place}",
            ["whose"],
            words.run,
        ),
        WordedPattern(
            rf"(?P<runs>, (?:the )?(?:(?:{presiding}) of|(?:{keeping}) (?:of|at) {aside}{{0,30}}?"
            rf"\b(?:{run}){street} (?:in|at|near)) (?:the )?){place}",
            heads,
        ),
        WordedPattern(
            rf"(?P<runs>, (?:who {been}(?:{running}|{doing})|(?:the )?(?:{presiding}|{keeping}) of)"
            rf" (?:an?|the|his|her|their) )(?={name} (?:[a-z'’-]+ ){{0,3}}?(?:{run}|{works})\b)",
            heads | words.running | words.dwelling,
            sites,
        ),
        WordedPattern(
            rf"(?P<runs> of (?:the )?)(?={name}(?:['’]s(?: [{CAPITAL}][\w'’-]+){{0,3}})? "
            rf"(?:[a-z'’-]+ ){{0,2}}?(?:{run}|{works})\b)",
            ["of"],
            sites,
        ),
        WordedPattern(
            rf"{age} an? (?={name} (?:[a-z-]+ )?(?:{callings})\b)", ["a", "an"], words.lay
        ),
        WordedPattern(
            rf"(?P<age>, \d\d,?) (?:(?:[a-z]+ing )?(?:in|at|outside) (?:an?|the|his|her)"
            rf" [a-z][a-z -]{{2,40}}? )?(?:of (?:the )?|{near}){place}",
            map(str, range(10, 100)),
        ),
        WordedPattern(rf", from {place}", ["from"]),
    )


@lru_cache(maxsize=1)
def _locals() -> WordedPattern:
    """A person by place and calling: "Putaruru farmer Ana Hape"."""
    lay = load_words().lay
    return WordedPattern(
        rf"(?P<place>[{CAPITAL}][\w'’-]+(?: [{CAPITAL}][\w'’-]+)?) "
        rf"(?:[a-z-]+ ){{0,2}}(?:{'|'.join(sorted(lay))}) [{CAPITAL}]\w+ [{CAPITAL}]",
        lay,
    )


@lru_cache(maxsize=64)
def find_witness(text: str, start: int, end: int) -> str | None:
    """The home of the witness whom a sentence quotes, or whose own affairs it tells.

    None where the speaker is an expert or leads something, and speaks of more than their own home.
    Who goes on to speak as "he" or "she" in a next paragraph is at home where the last one said.
    """
    begin, stop = _find_paragraph(text, start)
    paragraph = text[begin:stop]
    quoted = paragraph.startswith(_QUOTES)
    homes = _find_homes(paragraph)
    if not homes:
        return _find_before(text, begin, (start, end), paragraph)
    for home in homes:
        if home.start >= end - begin and not quoted:
            return None
        if _is_own(paragraph, start - begin, end - begin, home):
            return home.label
        if not quoted and home.start >= start - begin:
            return None
    return None


def find_last_home(text: str, start: int) -> str | None:
    """The home of whom the paragraph before an offset's last tells."""
    begin = _find_paragraph(text, start)[0]
    if begin == 0:
        return None
    homes = _find_homes(text[_find_paragraph(text, len(text[:begin].rstrip("\n")))[0] : begin])
    return homes[-1].label if homes else None


def _find_paragraph(text: str, start: int) -> tuple[int, int]:
    """Where the paragraph about an offset stands, as far as it is looked at."""
    floor = max(0, start - _LOOK_AROUND)
    begin = text.rfind("\n", floor, start) + 1 or floor
    stop = text.find("\n", start, start + _LOOK_AROUND)
    return begin, stop if stop >= 0 else start + _LOOK_AROUND


def _find_before(text: str, begin: int, span: tuple[int, int], paragraph: str) -> str | None:
    """The home that the paragraph before gives the one who speaks on in this one."""
    if begin == 0 or _SPEAKS_ON.search(paragraph) is None:
        return None
    earlier = _find_paragraph(text, len(text[:begin].rstrip("\n")))[0]
    homes = _find_homes(text[earlier:begin])
    if not homes or not (homes[-1].runs or homes[-1].local):
        return None
    both = text[earlier : begin + len(paragraph)]
    own = _is_own(both, span[0] - earlier, span[1] - earlier, homes[-1])
    return homes[-1].label if own else None


def _is_own(paragraph: str, start: int, end: int, home: Home) -> bool:
    """The sentence is the person's speech of themselves, or tells what they have."""
    sentence = paragraph[start:end]
    told = start <= home.start < end
    if not home.runs and _AWAY.search(sentence) is not None:
        return False
    own = _ALONE.search(sentence) is not None or _GOES_ON.match(sentence) is not None
    if home.lay and not told and not own:
        return False
    if _FIRST_PERSON.search(sentence) is not None:
        return True
    personal = _FIRST_PERSON.search(paragraph) is not None and _AWAY.search(paragraph) is None
    spoken = home.runs or home.local or personal
    if spoken and _is_speech(paragraph, start):
        return True
    if not told:
        tells = home.runs and _TOLD.search(sentence) is not None
        return home.start < start and (tells or _GOES_ON.match(sentence) is not None)
    rest = paragraph[home.end : end]
    return home.runs or _TELLS.match(rest) is None or _OWN.search(rest) is not None


def _is_speech(paragraph: str, start: int) -> bool:
    """A quotation is open at `start`, or opens there."""
    head = paragraph[: start + 1]
    return head.count("“") > head.count("”") or head.count('"') % 2 == 1


@lru_cache(maxsize=8)
def _find_homes(paragraph: str) -> list[Home]:
    """The homes that a paragraph tells."""
    found = []
    passage = Passage(paragraph, fold(paragraph), False)
    words = find_words(paragraph)
    for tie in _ties() if ", " in paragraph or " of " in paragraph else ():
        pattern = tie.allowed_by(words)
        for match in pattern.finditer(paragraph) if pattern is not None else ():
            home = _read_tie(passage, match)
            if home is not None:
                found.append(home)
    local = _locals().allowed_by(words)
    for match in local.finditer(paragraph) if local is not None else ():
        opens = match.start() == 0 or paragraph.endswith(_OPENS, 0, match.start())
        if opens and _is_home(match["place"]):
            found.append(Home(match.start(), match.end(), match["place"], False, True))
    return sorted(found)


def _read_tie(passage: Passage, match: re.Match[str]) -> Home | None:
    words = load_words()
    groups = match.groupdict()
    callings = (groups.get("role") or "").replace("-", " ").split()
    if not (words.leader | words.official | words.employed).isdisjoint(callings):
        return None
    before = passage.text[max(0, match.start() - _NAME_REACH) : match.start()]
    name = _NAME.search(before)
    if name is None or name[0].startswith("The "):
        return None
    label = _GENITIVE.split(read_label(passage, match.end()))[0]
    end = match.end() + len(label)
    if is_uninvolved(passage.low, end):
        return None
    runs = groups.get("runs") is not None
    if not _is_home(label) or (_NO_HOME.match(passage.low, end) and not runs):
        return None
    known = find_place(label)
    if (known is not None and known.sort == "country") or is_demonym(label):
        # "Théo Marchand, 19, of France", "who runs a Polish bakery".
        return None
    lay = not callings or not words.lay.isdisjoint(callings)
    local = lay and not runs and groups.get("age") is None
    return Home(match.start(), end, label, runs, False, local)


def _is_home(label: str) -> bool:
    words = load_words()
    parts = fold(label).replace("-", " ").split(" ")
    known = parts[0] in words.follow or parts[0] in words.locative
    return (
        bool(label) and not known and parts[-1] not in words.street and is_placelike(label, parts)
    )
