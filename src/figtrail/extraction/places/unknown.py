"""Places that no list knows, by the grammar around them: "in Ashcombe", "Jajarkot district"."""

from __future__ import annotations

import re
from functools import lru_cache

from figtrail.extraction.places.asides import is_cause, is_expert, is_told_there
from figtrail.extraction.places.behind import match_measure, match_peopled, match_weather
from figtrail.extraction.places.governors import match_amount, match_ranked
from figtrail.extraction.places.mentions import Mention, Passage, Role, is_ranked
from figtrail.extraction.places.movement import counts_from, is_arriving, runs_from
from figtrail.extraction.places.sited import CAPITAL, ends_phrase, is_sited, opens_clause
from figtrail.extraction.places.words import is_number, load_words
from figtrail.extraction.tokens import tag_word
from figtrail.patterns import compile_late

_CAMEL = compile_late(r"[a-z][A-Z]")
_PREFIXED = ("Mc", "Mac", "De", "Du", "La", "Le", "Fitz", "Al")
_RUN = compile_late(
    rf"[{CAPITAL}][\w'’]*(?:[ -](?!I\b)(?:"
    r"(?:of|upon|on|de|del|do|da|dos|das|des|di|la|el|al|du|le|sur|under|e)[ -]){0,2}"
    rf"[{CAPITAL}][\w'’]*){{0,5}}"
)
_QUOTES = ("“", '"', "‘", "'", "(")
_OWNING = frozenset(["its", "their"])
_ARTICLES = frozenset(["the", "a", "an"])
# The last word of a name of two: "the Athi River plant".
_NATURAL = frozenset(
    ["river", "creek", "lake", "bay", "hill", "hills", "falls", "valley", "island"]
)
# "In the Tees Reach trust's area", "in the Upper Ettrick ward".
_AREA_OF = compile_late(
    r"(?:'s)? (?:(?:health |school |university |ambulance )?(?:board|trust|council|authority|force"
    r"|local|travel-to-work|postcode)(?:'s)? )?(?:area|ward|catchment|division|constituency|seat)\b"
)
BESIDE = frozenset(["neighbouring", "neighboring"])
# So many characters before a name are read for what it is called.
_CALLED_REACH = 32
_SAYS = compile_late(r"\b(?:said|says|told|added|warned|posted|wrote|announced)\b")
_CLAUSAL = frozenset(["while", "and"])


@lru_cache(maxsize=1)
def _called() -> re.Pattern[str]:
    """What a name is said to be that an amount follows: "The dearest town was Hessle at £2,155"."""
    words = load_words()
    nouns = "|".join(
        sorted(words.settlement | words.area_local | {"area", "ward", "place", "spot"})
    )
    return re.compile(rf"\b(?:{nouns}) (?:was|is) $")


def match_run(text: str, start: int) -> str:
    """The capitalised words that follow each other from `start`, at most six; "" if none."""
    match = _RUN.match(text, start)
    return match[0] if match else ""


def read_unknown(passage: Passage, start: int, end: int, joined: Role | None) -> Mention | None:
    """The place that a capitalised word of no list starts, where the grammar shows one.

    `joined` is the role of a place that "and" ties to the word, None where there is none.
    """
    words = load_words()
    if match_peopled(passage.low, end):
        label = passage.text[start:end]
        if is_placelike(label, [passage.low[start:end]]):
            return Mention(start, end, label, label, "place", None, "owner", start)
    called = passage.low.endswith((" was ", " is "), 0, start)
    if called and _called().search(passage.low, max(0, start - _CALLED_REACH), start):
        label = read_label(passage, start)
        stop = start + len(label)
        placelike = is_placelike(label, passage.low[start:stop].split(" "))
        if placelike and match_amount(passage.low, stop):
            return Mention(start, stop, label, label, "place", None, "bare", start)
    governor = passage.low[passage.low.rfind(" ", 0, start - 1) + 1 : start - 1]
    if governor[-1:] == "," and governor[:-1] in words.street:
        return _read_address(passage, start)
    if governor[:1] in _QUOTES:
        governor = governor[1:]
    possessed = governor.endswith("'s")
    if governor not in words.gate and not possessed and governor not in words.qualifier:
        return None
    word = passage.low[start:end]
    if word in words.not_place or word in words.follow or word in words.locative:
        return None
    before = passage.words_before(start)
    while before and before[-1] in words.qualifier:
        before.pop()
    opens = not before and governor in BESIDE
    if word in words.away or not (before or opens) or passage.shouted:
        return None
    label = read_label(passage, start)
    stop = start + len(label)
    parts = passage.low[start:stop].replace("-", " ").split(" ")
    if not is_placelike(label, parts) or parts[-1] in words.street:
        return None
    role = "bare" if opens else _judge_works(passage, governor, parts, stop)
    if role is None and governor not in _OWNING:
        tied = joined == "locative" and ends_phrase(passage, stop)
        role = judge_governed(passage, before, parts, stop, tied=tied or possessed, sure=tied)
    if role is None:
        return None
    return Mention(start, stop, label, label, "place", None, role, passage.phrase_start(start))


def _read_address(passage: Passage, start: int) -> Mention | None:
    """The suburb behind a street: "at 14 Cremorne Terrace, Mosman,"."""
    label = read_label(passage, start)
    stop = start + len(label)
    parts = passage.low[start:stop].split(" ")
    street = passage.low.rfind(",", 0, start - 1)
    named = passage.is_capital(passage.low.rfind(" ", 0, street) + 1)
    ends = passage.low[stop : stop + 1] in (",", ".", "", ";")
    if not (named and ends and is_placelike(label, parts)) or parts[-1] in load_words().street:
        return None
    return Mention(start, stop, label, label, "place", None, "locative", start)


def read_label(passage: Passage, start: int) -> str:
    """The name that starts at an offset, without a genitive's ending or a day ("on Sunday")."""
    label = match_run(passage.text, start)
    for ending in ("'s", "’s", "'", "’"):
        label = label.removesuffix(ending)
    name, joint, day = label.partition(" on ")
    dated = bool(joint) and day.split(" ", 1)[0].lower() in load_words().not_place
    return name if dated else label


def _judge_works(passage: Passage, governor: str, parts: list[str], stop: int) -> Role | None:
    """See "its Moe plant" and "while Altnaharra recorded 12mm": what stands there tells."""
    owned = governor in _OWNING or governor in _ARTICLES or governor.endswith("'s")
    single = len(parts) == 1 or parts[-1] in _NATURAL
    if owned and single and passage.word_after(stop) in load_words().works:
        return "locative"
    weathered = governor in _CLAUSAL and match_measure(passage.low, stop)
    return "bare" if weathered else None


def judge_governed(
    passage: Passage, before: list[str], parts: list[str], stop: int, *, tied: bool, sure: bool
) -> Role | None:
    """The role that the words before give a name; None where they don't make it a place.

    `sure`: it is joined to a place; `tied`: that, or a place's genitive stands before it.
    """
    words = load_words()
    if len(parts) == 1 and parts[0] in words.area:
        return None
    area = "of" in parts or parts[-1] in words.area or _AREA_OF.match(passage.low, stop)
    if before[-1:] == ["the"] and area:
        before = before[:-1]
    if before[-1:] == ["of"] and parts[-1] in words.waters:
        return None
    if not sure and not _is_area(passage, parts, stop) and not _is_located(passage, before, stop):
        return None
    governor = before[-1] if before else ""
    head = before[-2] if len(before) > 1 else ""
    if governor == "in" and is_ranked(before[:-1]) and not match_ranked(passage.low, stop):
        return None
    arrived = governor == "to" and is_arriving(before)
    origin = governor == "from" and (
        head in words.moved or runs_from(before) or counts_from(passage, before)
    )
    if arrived or origin:
        return "locative"
    based = head in words.based or head in words.gathering or head in words.official
    start = stop - len(" ".join(parts))
    told = is_told_there(passage.low, start) or is_cause(passage.low, start, stop)
    told = told or is_expert(passage.low, start, stop)
    if governor in words.away or based or told:
        return "away"
    return "locative" if governor in words.locative or governor == "of" or tied else "bare"


def is_placelike(label: str, parts: list[str]) -> bool:
    """A name's own words don't tell that it is a person, a body or a building."""
    words = load_words()
    if parts[0] in words.prison or not words.company.isdisjoint(parts):
        return False
    if any(map(str.isdigit, label)):
        # "Put the loss at N40m".
        return False
    if parts[0].removesuffix("s") in words.labelled and (len(parts) == 1 or len(parts[-1]) == 1):
        # "Homes in Bands A and B", "pupils in Years 7 and 8".
        return False
    if parts[0] in words.organised and len(parts) > 1:
        return False
    if _CAMEL.search(label) and not label.startswith(_PREFIXED):
        # "DataBank".
        return False
    if not words.firm_end.isdisjoint(parts[1:]) or (
        len(parts) == 1 and parts[0] in words.direction
    ):
        return False
    if label.isupper() or (len(parts) > 1 and parts[0] in words.forename):
        return False
    if len(parts) > 1 and parts[0] in words.place_head:
        # "Port Ames", "Castle Cary".
        parts = parts[1:]
    if any(p in words.body_end or p in words.venue or p in words.not_place for p in parts):
        return parts[-1] in words.area and parts[0] not in words.not_place
    return parts[0] not in words.of_person and parts[0] not in words.speech


def _is_area(passage: Passage, parts: list[str], stop: int) -> bool:
    """See "Orange County", "Gaya district": the name says what it is."""
    words = load_words()
    if len(parts) > 1 and (parts[-1] in words.area or parts[-1] in words.natural):
        return True
    after = passage.word_after(stop)
    if after in words.area and after not in words.area_weak:
        return True
    return _AREA_OF.match(passage.low, stop) is not None


def _is_located(passage: Passage, before: list[str], stop: int) -> bool:
    """A preposition of place governs the name and no noun follows that it would describe."""
    words = load_words()
    if not before:
        return False
    governor = before[-1]
    head = before[-2] if len(before) > 1 else ""
    if opens_clause(passage, stop, before):
        return True
    if governor == "of" and _is_counted_of(passage, head, stop):
        return True
    if governor == "of":
        runs = head == "out" and runs_from(before[:-1])
        if not runs and head not in words.of_unknown and head not in words.attack:
            return False
        if head != "people":
            return True
    elif governor == "for":
        if head not in words.warned:
            return False
    elif governor == "at":
        return is_sited(passage, before, stop)
    elif governor == "into" and head in words.storming:
        return True
    elif governor == "on":
        fronted = len(before) == 1 and passage.low.startswith(", ", stop)
        if fronted and not _SAYS.search(passage.low, stop):
            # "On Tanna, the wind flattened".
            return True
        attacked = head in words.attack and passage.low[stop - 1] != "s"
        rained = head in ("fell", "falls") and match_weather(passage.low)
        if not (attacked or rained or head in words.living):
            # "Attacks on Christians".
            return False
    elif governor in words.striking:
        if words.hazard.isdisjoint(re.findall(r"[a-z]+", passage.low)):
            return False
    elif governor == "from" and head in words.moved:
        return True
    elif governor == "from":
        if not (runs_from(before) or counts_from(passage, before)):
            return False
    elif governor == "to":
        if not is_arriving(before):
            return False
    elif governor not in words.locative_unknown or head in words.thing_head:
        return False
    elif governor == "off" and head and tag_word(head) in "VE":
        # "She shook off Kiprono".
        return False
    return ends_phrase(passage, stop) or _is_called(passage, stop)


def _is_called(passage: Passage, stop: int) -> bool:
    """See "in Pinoso village 40 wells ran dry": the word behind says that it is a place."""
    after = passage.word_after(stop)
    words = load_words()
    kind = after in words.area_weak or after in words.settlement
    return kind and ends_phrase(passage, stop + 1 + len(after))


def _is_counted_of(passage: Passage, head: str, stop: int) -> bool:
    """See "400 of Ashcombe's residents", "half of Ashcombe's 1,900 homes"."""
    words = load_words()
    counted = is_number(head) or head in ("most", "some", "all")
    if not counted or not passage.low.startswith("'s ", stop):
        return False
    following = passage.low[stop + len("'s ") :].split(" ", 2)
    nouns = following[1:2] if following[0][:1].isdigit() else following[:1]
    return bool(nouns) and nouns[0].strip(".,;") in words.counted_of
