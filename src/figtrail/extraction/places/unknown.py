"""Places that no list knows, by the grammar around them: "in Ashcombe", "Jajarkot district"."""

from __future__ import annotations

import re

from figtrail.extraction.places.gazetteer import load_words
from figtrail.extraction.places.mentions import Mention, Passage, Role, is_ranked

CAPITAL = "A-ZÀ-ÖØ-ÞĀĆČĎĐĒĘĚĞĢĪİĶŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽ"
_RUN = re.compile(
    rf"[{CAPITAL}][\w'’]*(?:[ -](?:(?:of|upon|on|de|del|do|da|dos|das|des|di|la|el|al|du|le|sur|under)[ -]){{0,2}}"
    rf"[{CAPITAL}][\w'’]*){{0,5}}"
)
_PHRASE_ENDS = frozenset(["", ".", ",", ";", ":", ")", "'", "\n", "!", "?", "”", '"', "’"])
_QUOTES = ("“", '"', "‘", "'", "(")
_OWNING = frozenset(["its", "their"])
_CLAUSAL = frozenset(["while", "and"])
_WATERS = frozenset(["sea", "ocean", "lake", "gulf", "strait", "trough", "mountains"])
_LIES_IN = (
    rf", (?:just )?(?:in|near|outside|above|(?:north|south|east|west) of) "
    rf"(?:the )?(?:[a-z]+ ){{0,4}}[{CAPITAL}]"
)
_WITHIN = re.compile(_LIES_IN)
_LIES = re.compile(
    _LIES_IN + r"[^,.\d]{1,40}, (?:had|recorded|saw|received|got|reached|registered|logged|measured"
    r"|averaged) (?:[a-z]+ ){0,3}[£$€]?\d"
)
_WEATHERED = re.compile(
    r" (?:had|recorded|saw|received|got|reached|registered|logged|measured) (?:[a-z]+ ){0,3}"
    r"[-−–]?[\d.,]+ ?(?:mm|cm|inch|centimet|millimet|°|degrees|c\b|mph|km/?h)"
)
_ENTRY = re.compile(r" (?:[a-z]+ ){0,3}[£$€]?\d")
_HOME_TO = re.compile(r"(?:, [^,.;]{2,40},)? (?:is|was|are) (?:now )?home to ")
_APPOSED = re.compile(r", (?:an?|the|one of|[\w-]+'s) ((?:[a-z'-]+ ){0,5}[a-z-]+)")
_DEGREES = frozenset(["most", "more", "of", "nearly", "almost"])
DESCRIBED = (", a ", ", an ", ", the ", ", one of ", "'s ", " home to ", ", where ")
"""What may follow a place that the text describes; most sentences stop here."""
_BRACKETED = re.compile(r" \([\d,.]+%?\)")
_FOLLOWED = re.compile(r"(?:followed by|ahead of|and|,|then) (?:the )?$")
_LIST_GOES_ON = re.compile(
    rf"(?:[{CAPITAL}][a-z]+, ){{0,4}}[{CAPITAL}][a-z]+,? and [{CAPITAL}][a-z]+ ?"
)
_COUNTED = re.compile(r" [£$€]?\d[\d.,]*(?:%|mm|cm)?(?: and |[,.;]|$)")
OPENED = tuple(
    ", in|, near|, outside|, above|, just|, north|, south|, east|, west| had | recorded | saw "
    "| received | got | reached | registered | logged | measured ".split("|")
)
"""What may follow a place that opens a sentence; most sentences stop here."""
_RISEN = frozenset(["had", "has", "was", "rose", "peaked", "reached", "topped", "stood", "burst"])
_WEAK_AREAS = frozenset(["state", "city", "islands", "county"])


def match_run(text: str, start: int) -> str:
    """The capitalised words that follow each other from `start`, at most six; "" if none."""
    match = _RUN.match(text, start)
    return match[0] if match else ""


def read_unknown(passage: Passage, start: int, end: int, joined: Role | None) -> Mention | None:
    """The place that a capitalised word of no list starts, where the grammar shows one.

    `joined` is the role of a place that "and" ties to the word, None where there is none.
    """
    words = load_words()
    governor = passage.low[passage.low.rfind(" ", 0, start - 1) + 1 : start - 1]
    if governor[:1] in _QUOTES:
        governor = governor[1:]
    possessed = governor.endswith("'s")
    if governor not in words.gate and not possessed:
        return None
    word = passage.low[start:end]
    if word in words.not_place or word in words.follow or word in words.locative:
        return None
    before = passage.words_before(start)
    if word in words.away or not before or passage.shouted:
        return None
    label = _read_label(passage, start)
    stop = start + len(label)
    parts = passage.low[start:stop].replace("-", " ").split(" ")
    if not _is_placelike(label, parts) or parts[-1] in words.street:
        return None
    role = _judge_works(passage, governor, parts, stop)
    if role is None and governor not in _OWNING:
        tied = joined == "locative" and _ends_phrase(passage, stop)
        role = _judge_governed(passage, before, parts, stop, tied=tied or possessed, sure=tied)
    if role is None:
        return None
    return Mention(start, stop, label, label, "place", None, role, passage.phrase_start(start))


def _read_label(passage: Passage, start: int) -> str:
    """The name that starts at an offset, without a genitive's ending or a day ("on Sunday")."""
    label = match_run(passage.text, start)
    for ending in ("'s", "’s", "'", "’"):
        label = label.removesuffix(ending)
    name, joint, day = label.partition(" on ")
    dated = bool(joint) and day.split(" ", 1)[0].lower() in load_words().not_place
    return name if dated else label


def _judge_works(passage: Passage, governor: str, parts: list[str], stop: int) -> Role | None:
    """See "its Moe plant" and "while Altnaharra recorded 12mm": what stands there tells."""
    owned = governor in _OWNING or governor.endswith("'s")
    if owned and len(parts) == 1 and passage.word_after(stop) in load_words().works:
        return "locative"
    weathered = governor in _CLAUSAL and _WEATHERED.match(passage.low, stop)
    return "bare" if weathered else None


def _judge_governed(
    passage: Passage, before: list[str], parts: list[str], stop: int, *, tied: bool, sure: bool
) -> Role | None:
    """The role that the words before give a name; None where they don't make it a place.

    `sure`: it is joined to a place; `tied`: that, or a place's genitive stands before it.
    """
    words = load_words()
    if len(parts) == 1 and parts[0] in words.area:
        return None
    if before[-1] == "the" and ("of" in parts or parts[-1] in words.area):
        before = before[:-1]
    if before[-1:] == ["of"] and parts[-1] in _WATERS:
        return None
    if not sure and not _is_area(passage, parts, stop) and not _is_located(passage, before, stop):
        return None
    governor = before[-1] if before else ""
    head = before[-2] if len(before) > 1 else ""
    if governor == "in" and is_ranked(before[:-1]):
        return None
    arrived = governor == "to" and not words.arriving.isdisjoint(before[-5:-1])
    if arrived or (governor == "from" and head in words.moved):
        return "locative"
    based = head in words.based or head in words.gathering or head in words.official
    if governor in words.away or based:
        return "away"
    return "locative" if governor in words.locative or governor == "of" or tied else "bare"


def _is_placelike(label: str, parts: list[str]) -> bool:
    words = load_words()
    if parts[0] in words.prison:
        return False
    if label.isupper() or (len(parts) > 1 and parts[0] in words.forename):
        return False
    if any(p in words.body_end or p in words.venue or p in words.not_place for p in parts):
        return parts[-1] in words.area and parts[0] not in words.not_place
    return parts[0] not in words.of_person and parts[0] not in words.speech


def _is_area(passage: Passage, parts: list[str], stop: int) -> bool:
    """See "Orange County", "Gaya district": the name says what it is."""
    words = load_words()
    if len(parts) > 1 and (parts[-1] in words.area or parts[-1] in words.natural):
        return True
    after = passage.word_after(stop)
    return after in words.area and after not in _WEAK_AREAS


def _is_located(passage: Passage, before: list[str], stop: int) -> bool:
    """A preposition of place governs the name and no noun follows that it would describe."""
    words = load_words()
    if not before:
        return False
    governor = before[-1]
    head = before[-2] if len(before) > 1 else ""
    if governor == "of":
        if head not in words.of_unknown:
            return False
        if head != "people":
            return True
    elif governor == "for":
        if head not in words.warned:
            return False
    elif governor == "at":
        if _WITHIN.match(passage.text, stop) or _is_measured_at(passage, before, stop):
            return True
        counted = passage.low.startswith(" (", stop) and passage.low[stop + 2].isdigit()
        if counted or head[:1].isdigit():
            return True
        if head and head not in words.site:
            return False
    elif governor == "from" and head in words.moved:
        return True
    elif governor == "to":
        if words.arriving.isdisjoint(before[-5:-1]):
            return False
    elif governor not in words.locative_unknown or head in words.thing_head:
        return False
    return _ends_phrase(passage, stop)


def _is_measured_at(passage: Passage, before: list[str], stop: int) -> bool:
    """See "the River Isla at Coupar had risen" and "the strongest gust was at Kinnaird"."""
    words = load_words()
    if before[-2:-1] in (["was"], ["were"]):
        return not words.measuring.isdisjoint(re.findall(r"[a-z]+", passage.low))
    return not words.water.isdisjoint(before[-4:-1]) or (
        "the" in before[-4:-2] and passage.word_after(stop) in _RISEN
    )


def read_opening(passage: Passage, start: int, end: int) -> Mention | None:
    """The unknown place that a sentence opens with: "Glenshee, in the hills, had 194mm of rain"."""
    words = load_words()
    word = passage.low[start:end]
    if word in words.not_place or word in words.follow or word in words.locative:
        return None
    label = match_run(passage.text, start)
    stop = start + len(label)
    if not (_LIES.match(passage.text, stop) or _WEATHERED.match(passage.low, stop)):
        return None
    parts = passage.low[start:stop].replace("-", " ").split(" ")
    if not _is_placelike(label, parts):
        return None
    return Mention(start, stop, label, label, "place", None, "bare", start)


def read_described(passage: Passage, start: int, end: int) -> Mention | None:
    """The unknown place that its own name or what follows says is one, whatever governs it.

    See "Lake Mead", "to save Sehwan, a town of 40,000" and "Utsira, the smallest, is home to 200".
    """
    words = load_words()
    feature = passage.low[start:end] in words.named_feature
    label = _read_label(passage, start)
    stop = start + len(label)
    if not (feature and " " in label) and not _is_described(passage, start, stop):
        return None
    parts = passage.low[start:stop].replace("-", " ").split(" ")
    known = parts[0] in words.follow or parts[0] in words.locative
    if known or not _is_placelike(label, parts) or parts[-1] in words.street:
        return None
    before = passage.words_before(start)
    governor = before[-2:-1] if before[-1:] == ["the"] else before[-1:]
    role: Role = "bare"
    if governor and governor[0] in words.locative:
        role = "locative"
    elif governor and governor[0] in words.away:
        role = "away"
    return Mention(start, stop, label, label, "place", None, role, passage.phrase_start(start))


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
            return after in words.follow if after else True
        if word in words.follow and word not in _DEGREES:
            return False
        at += len(word) + 1
    return False


def read_sibling(passage: Passage, start: int, last: Mention) -> Mention | None:
    """The unknown place that goes on with a list: "Idukki received 212 mm, Kottayam 180"."""
    if last.role != "bare" or _ENTRY.match(passage.low, last.end) is None:
        return None
    label = match_run(passage.text, start)
    stop = start + len(label)
    if _COUNTED.match(passage.low, stop) is None:
        return None
    return Mention(start, stop, label, label, "place", None, "bare", start)


def read_listed(passage: Passage, start: int, last: Mention) -> Mention | None:
    """The unknown place that goes on with a list of one word each: "in Voi, Wajir and Lamu".

    So does one whose count stands in brackets: "Patna had 40, followed by Gaya (12)".
    """
    words = load_words()
    label = _read_label(passage, start)
    stop = start + len(label)
    word = passage.low[start:stop]
    if word in words.not_place or word in words.follow or word in words.forename:
        return None
    if _BRACKETED.match(passage.low, stop) and _is_placelike(label, word.split(" ")):
        listed = last.role in ("bare", "locative") and passage.low[last.end : start]
        if listed and (_FOLLOWED.search(listed) or listed.startswith(" (")):
            return Mention(start, stop, label, label, "place", None, "bare", start)
    tied = last.role == "locative" and passage.low[last.end : start] == ", "
    if not tied or not _LIST_GOES_ON.match(passage.text, start):
        return None
    return Mention(start, stop, label, label, "place", None, "locative", start)


def _ends_phrase(passage: Passage, stop: int) -> bool:
    """No noun follows that the name would only describe."""
    words = load_words()
    after = passage.word_after(stop)
    if after:
        return (
            after in words.follow
            or after in words.spelled
            or after[0].isdigit()
            or after.endswith("ed")
        )
    return passage.low[stop : stop + 1] in _PHRASE_ENDS
