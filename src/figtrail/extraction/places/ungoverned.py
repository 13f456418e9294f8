"""Places that no list knows and no preposition governs: "Glenshee had 194mm", "Lake Mead"."""

from __future__ import annotations

import re
from functools import lru_cache

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.places.areas import read_area
from figtrail.extraction.places.asides import is_told_there
from figtrail.extraction.places.behind import match_measure, match_suffered
from figtrail.extraction.places.mentions import Mention, Passage, Role
from figtrail.extraction.places.sited import CAPITAL, LIES_IN
from figtrail.extraction.places.unknown import (
    is_placelike,
    match_run,
    read_label,
)
from figtrail.extraction.places.words import load_words
from figtrail.patterns import compile_late

# So many characters of a name may follow its first word.
_LONGEST_REST = 40
_ENTRY = compile_late(r" (?:[a-z]+ ){0,3}[£$€]?\d")
_HOME_TO = compile_late(r"(?:, [^,.;]{2,40},)? (?:is|was|are) (?:now )?home to ")
_APPOSED = compile_late(r", (?:an?|the|one of|[\w-]+'s) ((?:[a-z'-]+ ){0,5}[a-z-]+)")
_ADVERBS = frozenset(read_sections("grammar.txt")["adverbs"]) | load_words().connecting
_DEGREES = frozenset(["most", "more", "of", "nearly", "almost"])
_BRACKETED = compile_late(
    r" (?:\([£$€]?[\d,.]+(?:%| [a-z][a-z ]{1,24})?\)|(?:with|at|on) [£$€]?(?:\d|(?:two|three|four"
    r"|five|six|seven|eight|nine|ten|half|a third)\b))"
)
_FOLLOWED = compile_late(r"(?:followed by|ahead of|and|,|then) (?:the )?$")
_LIST_GOES_ON = compile_late(
    rf"(?:[{CAPITAL}][a-z]+, ){{0,4}}[{CAPITAL}][a-z]+,? and [{CAPITAL}][a-z]+ ?"
)
_COUNTED = compile_late(
    r" [£$€]?\d[\d.,]*(?: ?(?:%|mm|cm|m|bn|km|per ?cent|million|lakh|crore|cases|deaths))?"
    r"(?: and |[,.;]|$)"
)
_HAS_DIGIT = compile_late(r"\d")
_HOSTING = compile_late(
    r" (?:alone )?(?:hosts|hosted|shelters|sheltered|houses|housed|produces|produced|recorded"
    r"|reported|registered|received) \d"
)
_SET_APART = compile_late(
    r" (?:(?:hosts|hosted|shelters|sheltered|houses|housed) "
    r"|the (?:lowest|highest|least|most|fewest|smallest|largest)(?:,? (?:at|with|on))? )[£$€]?\d"
)
_DESCRIBED = (", a ", ", an ", ", the ", ", one of ", " home to ", ", where ")
_BY_OWNER = compile_late(r", [\w-]+'s ")
# What a name is called that opens a sentence: "Tumakuru district received".
_AREAS = (" district", " county", " province", " prefecture", " governorate", " oblast", " taluk")
_LYING = (
    ", in",
    ", near",
    ", outside",
    ", above",
    ", just",
    ", north",
    ", south",
    ", east",
    ", west",
)


@lru_cache(maxsize=1)
def _lies() -> re.Pattern[str]:
    """A name's place, and what it had: ", in the hills of Angus, had 194mm"."""
    verbs = "|".join(sorted(load_words().measured))
    return re.compile(LIES_IN + rf"[^,.\d]{{1,40}}, (?:{verbs}) (?:[a-z]+ ){{0,3}}[£$€]?\d")


@lru_cache(maxsize=1)
def load_openings() -> tuple[str, ...]:
    """What may follow a place that opens a sentence; most sentences stop here."""
    words = load_words()
    verbs = words.measured | words.counting | {"lost", "gained"}
    return (*_LYING, *_AREAS, *(f" {verb} " for verb in sorted(verbs)))


def find_described(low: str) -> int:
    """Where what may describe a place stands last in folded text; most sentences have none: -1."""
    last = -1
    for words in _DESCRIBED:
        if words in low:
            last = max(last, low.rfind(words))
    if "'s " in low and _BY_OWNER.search(low):
        last = max(last, low.rfind("'s "))
    return last


def read_opening(passage: Passage, start: int, end: int) -> Mention | None:
    """The unknown place that a sentence opens with: "Glenshee, in the hills, had 194mm of rain"."""
    words = load_words()
    word = passage.low[start:end]
    if word in words.not_place or word in words.follow or word in words.locative:
        return None
    if word in words.site or word in words.measuring or word in _ADVERBS:
        # "Temperatures topped 40C".
        return None
    label = match_run(passage.text, start)
    stop = start + len(label)
    if passage.low.startswith(_AREAS, stop):
        return read_area(passage, start, stop)
    if not (
        _lies().match(passage.text, stop)
        or match_measure(passage.low, stop)
        or (word[-1] != "s" and match_suffered(passage.low, stop))
    ):
        return None
    parts = passage.low[start:stop].replace("-", " ").split(" ")
    if not is_placelike(label, parts):
        return None
    return Mention(start, stop, label, label, "place", None, "bare", start)


def read_described(passage: Passage, start: int, end: int) -> Mention | None:
    """The unknown place that its own name or what follows says is one, whatever governs it.

    See "Lake Mead", "to save Sehwan, a town of 40,000" and "Utsira, the smallest, is home to 200".
    """
    words = load_words()
    feature = passage.low[start:end] in words.named_feature
    plain = passage.low.find(",", end, end + _LONGEST_REST) < 0
    if plain and not feature and " home to " not in passage.low:
        return None
    if _is_adverb(passage, start, end):
        return None
    label = read_label(passage, start)
    stop = start + len(label)
    if not (feature and " " in label) and not _is_described(passage, start, stop):
        return None
    parts = passage.low[start:stop].replace("-", " ").split(" ")
    known = parts[0] in words.follow or parts[0] in words.locative
    if known or not is_placelike(label, parts) or parts[-1] in words.street:
        return None
    before = passage.words_before(start)
    governor = before[-2:-1] if before[-1:] == ["the"] else before[-1:]
    role: Role = "bare"
    if governor and governor[0] in words.locative:
        role = "away" if is_told_there(passage.low, start) else "locative"
    elif governor and governor[0] in words.away:
        role = "away"
    return Mention(start, stop, label, label, "place", None, role, passage.phrase_start(start))


def _is_adverb(passage: Passage, start: int, end: int) -> bool:
    """See "Meanwhile, the district" and "Sadly, the town"; "Whitly, a village" is a place."""
    word = passage.low[start:end]
    if word in _ADVERBS:
        return True
    return word.endswith("ly") and passage.low.startswith((", the ", ", one "), end)


def _is_described(passage: Passage, start: int, stop: int) -> bool:
    """The words behind a name call it a town, or somebody's home."""
    if _HOME_TO.match(passage.low, stop):
        return True
    if passage.low.startswith(", where ", stop):
        return passage.words_before(start)[-1:] != ["at"]
    match = _APPOSED.match(passage.low, stop)
    if match is None:
        return False
    words = load_words()
    at = match.start(1)
    for word in match[1].split(" "):
        if word in words.settlement:
            after = passage.word_after(at + len(word))
            if not after or after in words.follow:
                return True
        if word in words.follow and word not in _DEGREES:
            return False
        at += len(word) + 1
    return False


def read_sibling(passage: Passage, start: int, last: Mention) -> Mention | None:
    """The unknown place that goes on with a list: "Idukki received 212 mm, Kottayam 180".

    So does one that is set against such a place before: "; Bono East the lowest, at 8.4%".
    Behind a known one it may as well be a party or somebody: "In Leeds, 40 ran; Reeves the most,
    with 12".
    """
    label = match_run(passage.text, start)
    stop = start + len(label)
    listed = last.role == "bare" and _ENTRY.match(passage.low, last.end)
    listed = listed or _HOSTING.match(passage.low, last.end)
    goes_on = listed and _COUNTED.match(passage.low, stop)
    alike = last.sort == "place" and last.role in ("bare", "locative")
    set_apart = alike and _SET_APART.match(passage.low, stop)
    set_apart = set_apart and _HAS_DIGIT.search(passage.low, last.end, start)
    if not (goes_on or set_apart) or not is_placelike(label, passage.low[start:stop].split(" ")):
        return None
    return Mention(start, stop, label, label, "place", None, "bare", start)


def read_last(passage: Passage, start: int, last: Mention) -> Mention | None:
    """The unknown place with which a list of known ones ends: "Kano, Jos and Aba lost"."""
    words = load_words()
    label = read_label(passage, start)
    stop = start + len(label)
    word = passage.low[start:stop]
    if " " in word or word in words.forename or word in words.follow:
        return None
    if last.sort not in ("city", "place", "region") or not is_placelike(label, [word]):
        return None
    return Mention(start, stop, label, label, "place", None, "bare", start)


def read_listed(passage: Passage, start: int, last: Mention) -> Mention | None:
    """The unknown place that goes on with a list of one word each: "in Voi, Wajir and Lamu".

    So does one whose count stands in brackets: "Patna had 40, followed by Gaya (12)".
    """
    words = load_words()
    label = read_label(passage, start)
    stop = start + len(label)
    word = passage.low[start:stop]
    if word in words.not_place or word in words.follow or word in words.forename:
        return None
    if _BRACKETED.match(passage.low, stop) and is_placelike(label, word.split(" ")):
        listed = last.role in ("bare", "locative") and passage.low[last.end : start]
        if listed and (_FOLLOWED.search(listed) or listed.startswith(" (")):
            return Mention(start, stop, label, label, "place", None, "bare", start)
    tied = last.role == "locative" and passage.low[last.end : start] == ", "
    if not tied or not _LIST_GOES_ON.match(passage.text, start):
        return None
    return Mention(start, stop, label, label, "place", None, "locative", start)
