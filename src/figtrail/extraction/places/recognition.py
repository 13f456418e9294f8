"""Recognises the places that a sentence names, and the part that each plays in it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from figtrail.extraction.places.areas import is_park, names_titled, read_area, read_titled
from figtrail.extraction.places.datelines import find_dateline
from figtrail.extraction.places.gazetteer import Gazetteer, Name
from figtrail.extraction.places.joining import append_mention
from figtrail.extraction.places.known import judge_name
from figtrail.extraction.places.mentions import Mention, Passage, Role
from figtrail.extraction.places.sited import CAPITAL
from figtrail.extraction.places.ungoverned import (
    find_described,
    load_openings,
    read_described,
    read_last,
    read_listed,
    read_opening,
    read_sibling,
)
from figtrail.extraction.places.unknown import BESIDE, match_run, read_unknown
from figtrail.extraction.places.words import load_words
from figtrail.patterns import compile_late

_TOKEN = compile_late(rf"[{CAPITAL}]\w*")
_UNCAPITALISED = compile_late(rf"[{CAPITAL}]\w*|\beuro(?:zone)?\b|\bsub(?=-Sah)")
_ARTICLES = frozenset(["the", "a", "an"])
_OWNING = frozenset(["its", "their", "his", "her", "our"])
# "Shakti Pumps (India)", "Fraser (Canada)"; "the north (Ghana)" is a place.
_NAMED = compile_late(rf"[{CAPITAL}][\w'’-]+ \($")
_YEAR = compile_late(r" (?:19|20)\d\d\b")
_LONGEST_NAME = 30
_LONGEST_TICKER = 5
_WIDE = ("-wide", "-area")
_UNSURE_AREAS = frozenset(["state", "city", "town", "hills", "sea", "ocean"])
_PREFIXES = ("mid-", "all-", "pan-")


def find_names(passage: Passage, gazetteer: Gazetteer) -> list[Mention]:
    """The places that one sentence names, in the order of the text.

    The time is linear in the sentence's length.
    """
    text, low, _ = passage
    sentence = _Sentence(passage, gazetteer, find_dateline(text), find_described(low), [])
    skip = 0
    token = _UNCAPITALISED if "euro" in text or "sub-S" in text else _TOKEN
    ungoverning = _ungoverning()
    areas = _areas()
    titled = names_titled(low)
    last_end = -2
    begin = 0
    for match in token.finditer(text):
        start, end = match.span()
        word = low[start:end]
        # A capital that follows a capitalised word can't be governed: it goes on with a name.
        goes_on = last_end == start - 1
        if not goes_on:
            begin = start
        if word not in ungoverning:
            last_end = end
        if start < skip:
            continue
        mention = None
        lies = goes_on and (word in areas or is_park(low, end))
        if lies and sentence.dateline <= begin >= skip:
            mention = read_area(passage, begin, end)
        if mention is not None:
            sentence.found.append(mention)
            skip = mention.end
            continue
        name = gazetteer.find_at(low, start, end) if word in gazetteer.heads else None
        if titled and not goes_on and word not in ungoverning:
            mention = read_titled(passage, start, known=name is not None)
        if mention is not None:
            append_mention(passage, mention, sentence.found)
            skip = mention.end
        elif name is not None and _is_whole(passage, name, start):
            skip = _read_known(passage, name, start, sentence.found, sentence.dateline)
        else:
            skip = max(skip, _read_unlisted(sentence, word, start, end, goes_on=goes_on))
    return sentence.found


class _Sentence(NamedTuple):
    """A sentence as it is read: where its dateline ends, and the last words that describe."""

    passage: Passage
    gazetteer: Gazetteer
    dateline: int
    described: int
    found: list[Mention]


def _read_unlisted(sentence: _Sentence, word: str, start: int, end: int, *, goes_on: bool) -> int:
    """Adds the place of no list that a word starts, if it does; returns where to read on."""
    passage, gazetteer, dateline, described, found = sentence
    feature = word in load_words().named_feature
    if passage.low.endswith("& ", 0, start):
        # "At Hill & Sons".
        return 0
    if goes_on and not feature and start != dateline and word not in gazetteer.heads:
        return 0
    mention = None
    if start >= dateline and ((start < described and not goes_on) or feature):
        mention = read_described(passage, start, end)
    if mention is None and start == dateline:
        mention = _read_first(passage, start, end)
    elif mention is None and not goes_on and start > dateline and passage.text[start - 1] == " ":
        mention = _read_unknown(passage, start, end, found)
        if mention is not None:
            append_mention(passage, mention, found)
            return mention.end
    if mention is None:
        return 0
    found.append(mention)
    return mention.end


def _read_first(passage: Passage, start: int, end: int) -> Mention | None:
    """The unknown place that a sentence opens with; most sentences open with none."""
    goes_on = passage.low.startswith(load_openings(), end) or passage.is_capital(end + 1)
    return read_opening(passage, start, end) if goes_on else None


@lru_cache(maxsize=1)
def _ungoverning() -> frozenset[str]:
    """The words whose capital starts a sentence or a headline's phrase, and no name."""
    return load_words().locative | _ARTICLES | _OWNING | BESIDE


@lru_cache(maxsize=1)
def _areas() -> frozenset[str]:
    """The words with which a name of several ends that is a place: "Clark County"."""
    return load_words().area - _UNSURE_AREAS


def _read_unknown(passage: Passage, start: int, end: int, found: list[Mention]) -> Mention | None:
    """The place of no list that a word starts: by what governs it, or as a list's next."""
    last = found[-1] if found else None
    joined = last is not None and passage.low[last.end : start] == " and "
    mention = read_unknown(passage, start, end, _find_head(passage, found) if joined else None)
    if mention is not None and _YEAR.match(passage.low, mention.end):
        # "At Euro 2024": an event.
        return None
    if mention is not None and joined and last is not None and last.role == "bare":
        return mention._replace(role="bare")
    if mention is not None or last is None:
        return mention
    if passage.low.endswith((", ", " and ", "; "), 0, start):
        mention = read_sibling(passage, start, last)
    if mention is None and joined and _is_list(passage, found):
        mention = read_last(passage, start, last)
    return mention or read_listed(passage, start, last)


def _is_list(passage: Passage, found: list[Mention]) -> bool:
    """Two places at least stand in a row: "Kano, Jos"."""
    return len(found) > 1 and passage.low[found[-2].end : found[-1].start] == ", "


def _find_head(passage: Passage, found: list[Mention]) -> Role:
    """The role of the list's first place that ends with the last one found: "in Voi, Meru and"."""
    at = len(found) - 1
    while at and passage.low[found[at - 1].end : found[at].start] == ", ":
        at -= 1
    return found[at].role


def _is_whole(passage: Passage, name: Name, start: int) -> bool:
    """The name isn't the end of a longer word, and "us" isn't the pronoun."""
    if start and (passage.low[start - 1].isalnum() or passage.low[start - 1] == "_"):
        return False
    if name.folded not in load_words().initials:
        return True
    end = start + len(name.folded)
    return passage.text[start:end].isupper() and not passage.low.startswith("&", end)


def _read_known(
    passage: Passage, name: Name, start: int, found: list[Mention], dateline: int
) -> int:
    """Adds a known name where it is a place; returns where to read on."""
    text, low = passage.text, passage.low
    end = start + len(name.folded)
    if name.sort == "trap":
        return start + max(len(name.folded), len(match_run(text, start)))
    if low[end : end + 1] == "$" or (low.startswith(" $", end) and name.key == "US"):
        return end
    if low[end : end + 1] == "-" and not low.startswith(_WIDE, end):
        return end
    if _is_ticker(passage, name, start, end, found):
        return end
    if start and text[start - 1] == "-" and not low.endswith(_PREFIXES, 0, start):
        return end
    words = passage.words_before(start)
    role: Role | None
    if start < dateline:
        role, stop = "dateline", end
    else:
        role, stop = judge_name(passage, name, start, end, words, found[-1] if found else None)
    if role is None and name.sort in ("city", "region") and not name.demonym:
        mention = _read_longer(passage, start, end)
        if mention is not None:
            append_mention(passage, mention, found)
            return mention.end
    if role is not None:
        begin, label = _widen(passage, name, start, end, words)
        if passage.low[end + 1 : stop] in _features(passage, end):
            label = f"{label} {text[end + 1 : stop]}"
            end = stop
        before = passage.phrase_start(begin) if role == "locative" else begin
        key = name.key if begin == start else label
        mention = Mention(
            begin, end, label, key, name.sort, name.country, role, before, demonym=name.demonym
        )
        append_mention(passage, mention, found)
    return stop


def _read_longer(passage: Passage, start: int, end: int) -> Mention | None:
    """See "in Sydney Mines, the party": a place that only starts as a known city does."""
    before = passage.words_before(start)
    if before[-1:] == ["the"]:
        before.pop()
    if before[-1:] != ["in"] or not passage.is_capital(end + 1):
        return None
    mention = read_unknown(passage, start, end, None)
    return mention if mention is not None and mention.role == "locative" else None


def _is_ticker(passage: Passage, name: Name, start: int, end: int, found: list[Mention]) -> bool:
    """See "Rio Tinto (RIO) lost 3%", "Shakti Pumps (India)": a share's letters, a firm's nation."""
    text = passage.text
    if not (text[start - 1 : start] == "(" and text[end : end + 1] == ")") or passage.shouted:
        return False
    if name.sort in ("city", "place"):
        return text[start:end].isupper() and end - start <= _LONGEST_TICKER
    if found and found[-1].end >= start - len("( "):
        # "Leeds (England)".
        return False
    named = _NAMED.search(text, max(0, start - _LONGEST_NAME), start) is not None
    return named and name.sort != "region"


def _features(passage: Passage, end: int) -> frozenset[str]:
    """The words that, capitalised, are part of the place's name: "Cardiff Bay"."""
    return load_words().feature if passage.is_capital(end + 1) else frozenset()


def _widen(
    passage: Passage, name: Name, start: int, end: int, before: list[str]
) -> tuple[int, str]:
    """Where a name starts with its direction ("northern England"), and what to publish."""
    written = passage.text[start:end]
    label = name.label or " ".join(written.split())
    if name.label is None and written.isupper() and len(written) > 4:
        label = name.key if name.key.lower() == name.folded else label.title()
    if name.demonym or not before or before[-1] not in load_words().direction:
        return start, label
    begin = start - len(before[-1]) - 1
    return begin, f"{passage.text[begin : start - 1]} {label}"
