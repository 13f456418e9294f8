"""The place that a sentence takes over from the one before, while it goes on about the same."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import lru_cache

from figtrail.extraction.places.linking import choose_mention
from figtrail.extraction.places.markets import opens_on_market
from figtrail.extraction.places.mentions import Mention
from figtrail.extraction.places.settings import Reader, find_setting, is_setting, span_before
from figtrail.extraction.places.sport import is_about_teams
from figtrail.extraction.places.survey import counts_itself, survey_sentence
from figtrail.extraction.places.words import load_words
from figtrail.patterns import compile_late

# "It", also behind a phrase of time or of number: "In 2015-16 it", "At £60 each they".
_CARRIES = compile_late(
    r"(?:(?:in|at|by|on|for|over|since|during|after|until|before|last|this|a|two|three|then|now|but"
    r"|and|yet|of these|overall)\b[^,.;:]{0,32}?,? )?"
    r"(?:it(?! (?:comes|came|follows|followed)\b)|its|their|they|that)\b"
    r"|this (?:is|was|remains|remained|represents|represented|compares|compared|marks|means)\b"
    r"|(?:this|there|the (?:country|nation|state|city|county"
    r"|region|province|island|borough|town|district|territory|capital|village|area)(?:'s)?)\b"
)
# "A year ago the figure stood at": a noun that has to be told of what it is.
_ELLIPTIC = compile_late(
    r"(?:(?:in|at|by|last|this|a|two|three|then)\b[^,.;:]{0,32}?,? )?"
    r"the (?:figure|total|number|rate|toll|tally|share|proportion|average|population|sum|count)"
    r" (?:was|is|were|had|has|stood|stands|rose|fell|grew|will|would|could|should|reached)\b"
)
# A number with no noun, that goes on counting: "Half of the 130 reported", "Another 60 were".
_ELIDED = compile_late(
    r"(?:(?:about|around|some|more than|almost|nearly|just|only|over|at least|another|a further) )?"
    r"(?:(?:an? )?(?:half|third|quarter|tenth|fifth)|one in \w+|[\d.,]+%?|[a-z]+teen|[a-z]+ty"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|most|many)(?: per ?cent)?"
    r"(?: of (?:(?:the|those|these) [\d.,]+|them|those|these)| others| more)?"
    r" (?:ha(?:ve|s|d)|were|was|are|is|will|would|could|remain|said|came|went|got|led|made|took"
    r"|fell|rose|grew|[a-z]+ed) "
)
_COMPARED_WITH = compile_late(
    r"\b(?:against|compared (?:with|to)|versus|than|whereas|unlike"
    r"|(?:above|below|behind|double|twice) (?:that|the))\b"
)
# So many places of a list are looked at.
_LISTED = 6
# What is added to a count just given: "Another 60 were hurt", "They took 40 others".
_ADDS = compile_late(
    r"(?:another|a further|an additional) (?:\d|two|three|four|five|six|seven|eight|nine|ten|dozen)"
    r"[\w,. -]{0,30}(?: were| are| have| had| died)"
    r"|\b(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten) others\b"
)
# "Fourteen of them needed treatment": of those counted there.
_OF_THEM = compile_late(
    r"(?:(?:about|around|some|more than|almost|nearly|just|only|over|at least) )?"
    r"(?:[a-z-]+|[\d.,]+%?)(?: per ?cent| in [a-z]+)? of"
    r" (?:them|those|these|the (?:\d+|dead|victims|injured))\b"
)
# So many sentences on may a paragraph go on about what its first is about.
_CHAIN = 3
_DIGIT = compile_late(r"\d")
# What may stand before the subject of what somebody says: "A report shows that English trusts".
_TOLD = compile_late(
    r"[^,;:]{3,80} (?:said|says|shows?|showed|finds|found|suggests?|suggested|estimates?|estimated"
    r"|reveals?|revealed|warns|warned|reckons?|means?) (?:that )?(?:the )?"
)
# "That was 12 more than in April": of the number with which the sentence before ended.
_RESUMES = compile_late(
    r"(?:that|this) (?:is|was|would be|compares|compared|represents|represented|marks|marked"
    r"|works out|amounts|amounted|equals|equates)\b"
)
# What no city is: "Dover takes 40%. The county council".
_WIDER = ("the country", "the nation", "the state", "the county", "the province", "the region")
# The verbs by which a storm or a quake, the subject, is at a place.
_STRIKES = (
    "hit ",
    "struck ",
    "battered ",
    "shook ",
    "swept ",
    "lashed ",
    "devastated ",
    "pounded ",
)
# So many characters of a sentence's subject may stand before its place: "Rents in Leeds".
_LONGEST_SUBJECT = 48
_OPENING = len("the ")
# What ends a dateline.
_DASH = compile_late(r" [—–-]{1,2} |: ")
_OWNED = compile_late(r"(?:'s?)? (?:[a-z-]+ )?([a-z]{3,}s)\b")
_COUNTED = compile_late(r"\b([a-z]{3,}s) $")
_PHRASAL = frozenset(["of", "and", "or", "for"])
# Nouns that tell nothing of what is counted.
_VAGUE = frozenset(["years", "months", "weeks", "days", "hours", "times", "figures", "thousands"])


def find_compared(low: str, at: int) -> int:
    """Where what the figure at `at` is only compared with begins: "4%, against 5% in Wales"."""
    starts = _list_compared(low)
    first = bisect_left(starts, at)
    return starts[first] if first < len(starts) else len(low)


@lru_cache(maxsize=32)
def _list_compared(low: str) -> tuple[int, ...]:
    """Where the comparisons of a sentence begin, found once for all its figures."""
    return tuple(match.start() for match in _COMPARED_WITH.finditer(low))


def find_carried(
    text: str,
    read: Reader,
    sentence: tuple[int, str, list[Mention]],
    *,
    is_home: Callable[[Mention], bool],
    placeless: Callable[[], bool],
    depth: int = _CHAIN,
) -> Mention | None:
    """The place that a sentence takes over from the one before, None if it takes none.

    `sentence` is its start, its folded text and its mentions; `is_home` says of a mention whether
    it is the article's own place, `placeless` whether the article has none.
    """
    start, low, mentions = sentence
    pronoun = _CARRIES.match(low)
    if mentions and not pronoun:
        away = all(m.role == "away" for m in mentions)
        return find_setting(text, read, start) if away else None
    cross = pronoun is not None and low.startswith("it") and pronoun.end() <= len("its")
    span = span_before(text, start, cross=cross)
    if span is None:
        return find_setting(text, read, start)
    earlier, named = read(*span)
    if not named:
        setting = find_setting(text, read, start)
        if setting is not None or depth == 0 or cross:
            return setting
        return find_carried(
            text,
            read,
            (span[0], earlier, named),
            is_home=is_home,
            placeless=placeless,
            depth=depth - 1,
        )
    return _choose(text, read, (start, low), (span[0], earlier, named), is_home, placeless)


def _choose(
    text: str,
    read: Reader,
    sentence: tuple[int, str],
    before: tuple[int, str, list[Mention]],
    is_home: Callable[[Mention], bool],
    placeless: Callable[[], bool],
) -> Mention | None:
    """Which place of the sentence before goes on in a sentence."""
    start, low = sentence
    pronoun = _CARRIES.match(low)
    begin, earlier, named = before
    if len(named) > 1 and _RESUMES.match(low):
        resumed = _find_last_told(earlier, named)
        if resumed is not None:
            return resumed
    opening = _OPENING
    while named[0].role == "dateline" and len(named) > 1:
        opening += named[1].start
        named = named[1:]
    first = named[0]
    if (
        first.scope == "local"
        or first.role == "dateline"
        or earlier.startswith("to ", first.before)
    ):
        # "Exports to the US jumped. Chip exports rose" goes on about who exports.
        return None
    told = low.startswith(("he ", "she ", '"', "“", "‘"))
    if told and find_setting(text, read, start) is first:
        return first
    if is_setting(earlier, first):
        return None if any(map(is_home, named[1:])) else first
    if is_about_teams(earlier) or any(counts_itself(earlier, m.end) for m in named[:_LISTED]):
        return None
    if first.scope != "named" and first.before == 0:
        # "Nationally, 314 cases are known. They were found in 15 states."
        opens = begin == 0 or text[begin - 1] == "\n"
        return first if pronoun or opens else None
    if pronoun and _is_subject(earlier, first, opening):
        wide = pronoun[0].startswith(_WIDER) and first.sort == "city"
        # No American state is "the county".
        wide = wide or (
            "the county" in pronoun[0] and first.sort == "region" and first.country == "US"
        )
        return None if wide else first
    if first.scope != "named":
        return None
    elided = _ELLIPTIC.match(low) or _ELIDED.match(low)
    if elided and len(named) == 1 and _is_subject(earlier, first, opening):
        return first
    if len(named) == 1 and first.role == "locative" and (_ADDS.search(low) or _OF_THEM.match(low)):
        return first
    if _repeats(low, earlier, first, opening):
        return first
    if not _is_subject(earlier, first, opening) or not _DIGIT.search(earlier) or not placeless():
        return None
    # A market's report goes on with a nation's stocks; another has no place of its own.
    leads = first.role in ("bare", "owner") and first.start <= opening
    return first if leads or opens_on_market(text) else None


def _find_last_told(low: str, named: list[Mention]) -> Mention | None:
    """The place of the last number of a folded sentence that names several."""
    sites = survey_sentence(low, named)
    told = choose_mention(sites, *sites.numbers[-1]) if sites.numbers else None
    return told if told is not None and told.scope == "named" else None


def _is_subject(low: str, first: Mention, opening: int) -> bool:
    """The sentence is about its first place: "Leeds has", "Rents in Leeds", "It said English"."""
    if first.role in ("bare", "owner", "body"):
        return first.start <= opening or _TOLD.fullmatch(low, 0, first.start) is not None
    if first.role != "locative":
        return False
    head = low[: first.before]
    if opening > _OPENING:
        head = _DASH.split(head)[-1]
    if len(head) > _LONGEST_SUBJECT:
        return False
    if low.startswith(_STRIKES, first.before):
        return True
    if not _is_phrase(head.split()):
        return False
    return first.end < len(low) and low[first.end] == " "


def _is_phrase(head: list[str]) -> bool:
    """The words before a place are one noun phrase: "The number of homes"."""
    follow = load_words().follow
    return all(word in _PHRASAL or word not in follow for word in head[1:])


def _repeats(low: str, earlier: str, first: Mention, opening: int) -> bool:
    """The sentence counts what the subject before was: "English trusts …", "half of the trusts"."""
    if not _is_subject(earlier, first, opening):
        return False
    match = _COUNTED.search(earlier, max(0, first.before - 24), first.before)
    if first.role == "owner":
        match = _OWNED.match(earlier, first.end)
    if match is None or match[1] in _VAGUE:
        return False
    return re.search(rf"\b{match[1]}\b", low) is not None
