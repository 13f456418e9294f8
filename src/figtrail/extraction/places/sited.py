"""Whether something stands at what a name calls, and whether a phrase ends with the name."""

from __future__ import annotations

import re

from figtrail.extraction.places.mentions import Passage
from figtrail.extraction.places.words import is_number, load_words
from figtrail.extraction.tokens import tag_word
from figtrail.patterns import compile_late

CAPITAL = "A-ZÀ-ÖØ-ÞĀĆČĎĐĒĘĚĞĢĪİĶŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽ"
_SIGNS = frozenset("£$€₹¥")
_PHRASE_ENDS = frozenset(["", ".", ",", ";", ":", ")", "'", "\n", "!", "?", "”", '"', "’"])
LIES_IN = (
    rf", (?:just )?(?:in|near|outside|above|(?:north|south|east|west) of) "
    rf"(?:the )?(?:[a-z]+ ){{0,4}}[{CAPITAL}]"
)
_ROAD = compile_late(r"[a-z]{1,3}-?\d{1,3}")
_FOUND_AT = frozenset(["was", "were", "recorded", "measured", "registered", "logged", "observed"])
_APPOSED = compile_late(r", (?:an?|the|one of the|[\w-]+'s) ((?:[a-z'-]+ ){0,4}[a-z-]+)")
_FRONTED = compile_late(rf"In ([{CAPITAL}]\w+)[^,;.]{{0,20}},")
# "While in Jumilla growers picked".
_JOINING = frozenset(["while", "whereas", "but", "and", "though", "yet"])
_SUBJECT = compile_late(
    r" (?:[a-z-]+ )?(?:[a-z-]+s|people|men|women|children|police|staff)"
    r"(?: (?:[a-z]+ly|now|also|still|only|just|already|even|then))? ([a-z]+)\b"
)
_AMOUNT = compile_late(
    r" (?:about |around |some |just |only |nearly |almost |over |the |an? )?[£$€]?\d"
)
_WITHIN = compile_late(LIES_IN)


def is_sited(passage: Passage, before: list[str], stop: int) -> bool:
    """See "six boreholes at Arkoum", "it fell to 4C overnight at Avoca": something is there.

    Who works at a firm, and what a firm earns, is at no place: "an analyst at Corvane".
    """
    if _WITHIN.match(passage.text, stop) or _is_measured_at(passage, before, stop):
        return True
    words = load_words()
    head = before[-2] if len(before) > 1 else ""
    fronted = _FRONTED.match(passage.text)
    if fronted is not None and fronted.end() < stop and fronted[1].lower() not in words.not_place:
        # "In Kano, 40 per cent of the factories at Sharada": the first place holds the other.
        return False
    counted = passage.low.startswith(" (", stop) and passage.low[stop + 2].isdigit()
    if counted or head[:1].isdigit() or _ROAD.fullmatch(head):
        return True
    if head in words.employed or head in words.leader or head in words.official:
        return False
    if head in words.speech or passage.low.startswith("'", stop) or _is_building(passage, stop):
        return False
    return ends_phrase(passage, stop) or passage.word_after(stop).endswith("ing")


def _is_building(passage: Passage, stop: int) -> bool:
    """See "at Oakhurst, a primary school,": what follows the name calls it a building."""
    match = _APPOSED.match(passage.low, stop)
    if match is None:
        return False
    words = load_words()
    return any(word in words.venue and word not in words.settlement for word in match[1].split())


def _is_measured_at(passage: Passage, before: list[str], stop: int) -> bool:
    """See "the River Isla at Coupar had risen" and "the strongest gust was at Kinnaird"."""
    words = load_words()
    if len(before) > 1 and before[-2] in _FOUND_AT:
        return not words.measuring.isdisjoint(re.findall(r"[a-z]+", passage.low))
    return not words.water.isdisjoint(before[-4:-1]) or (
        "the" in before[-4:-2] and passage.word_after(stop) in words.risen
    )


def stands_alone(passage: Passage, end: int) -> bool:
    """The name describes no noun and owns none: "at Iceland", unlike "at Iceland's stores"."""
    after = passage.word_after(end)
    alone = not after or after in load_words().follow
    return alone and not passage.low.startswith("'", end)


def opens_clause(passage: Passage, stop: int, before: list[str]) -> bool:
    """See "In Jumilla growers picked 40 tonnes": a subject and verb follow a fronted place."""
    if before[-1:] != ["in"] or not _JOINING.issuperset(before[:-1]):
        return False
    match = _SUBJECT.match(passage.low, stop)
    if match is None:
        return False
    verb = match[1]
    return (
        verb.endswith("ed") or verb in ("close", "open") or tag_word(verb) in ("V", "E", "A", "v")
    )


def ends_phrase(passage: Passage, stop: int) -> bool:
    """No noun follows that the name would only describe."""
    words = load_words()
    after = passage.word_after(stop)
    if after:
        if after in words.follow or is_number(after) or after.endswith("ed"):
            return True
        # "Rents in Jumilla average €400", "a shop in Jumilla selling the tea".
        behind = stop + 1 + len(after)
        amount = _AMOUNT.match(passage.low, behind) or is_number(passage.word_after(behind))
        return bool(amount) and (after.endswith("ing") or tag_word(after) in ("V", "E", "v"))
    return (
        passage.low[stop : stop + 1] in _PHRASE_ENDS or passage.low[stop + 1 : stop + 2] in _SIGNS
    )
