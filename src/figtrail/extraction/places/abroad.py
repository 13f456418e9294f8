"""What a country, a government or a firm does somewhere else: it fires, pledges, sends."""

from __future__ import annotations

import re
from functools import lru_cache

from figtrail.extraction.places.gazetteer import Name
from figtrail.extraction.places.mentions import Mention, Passage
from figtrail.extraction.places.words import is_seat, load_words
from figtrail.patterns import compile_late

# Where drones and missiles come from is not where they strike.
_ATTACKS = compile_late(
    r" (?:had |has |also )?(?:launched|fired|shot|sent|unleashed) [^,.;]{0,40}"
    r"\b(?:drones|missiles?|rockets?|shells|strikes|airstrikes|projectiles)\b"
)

_NEXT_DEED = compile_late(
    r", and (?:now |also )?(?:aims|plans|expects|hopes|intends|wants|seeks|forecasts?|reported"
    r"|posted|raised|cut|trimmed|lowered) (?:to|that|its|for|an?)\b"
)
_ACTED = compile_late(
    r"\b(?:will|would|has|have|had|is|was|plans|said|opened|closed|shut|built|bought|sold)\b"
)
# A deed further behind a place than so many characters has nothing to do with it.
_FAR = 400
_NEAR = 80


def acts_abroad(passage: Passage, name: Name, end: int) -> bool:
    """See "Russia fired 40 drones" and "Norway has pledged $41m": done or paid somewhere else."""
    if name.sort not in ("country", "area"):
        return False
    return bool(_ATTACKS.match(passage.low, end) or _donates().match(passage.low, end))


def is_government(passage: Passage, name: Name, end: int) -> bool:
    """A capital that stands for its government: "Warsaw has pledged", "Ottawa will pay 40%"."""
    word = passage.word_after(end)
    if word in ("has", "had", "will", "also", "would"):
        word = passage.word_after(end + 1 + len(word))
    words = load_words()
    if word in words.statecraft:
        return True
    if not is_seat(name.folded):
        return False
    supposed = word == "to" and passage.low.endswith("were ", 0, end - len(name.folded))
    low = passage.low
    return supposed or _rules().match(low, end) is not None or _gives().match(low, end) is not None


@lru_cache(maxsize=1)
def _rules() -> re.Pattern[str]:
    """What a government does and no town: "is seeking", "has begun expelling", "raised taxes"."""
    words = load_words()
    verbs = "|".join(sorted(words.diplomacy | words.statecraft))
    return re.compile(
        r"(?: (?:has|had|have|is|was|will|would|may|could|can|also|now|already|alone|still|again))*"
        r"(?: (?:begun|began|started|plans|planned|agreed|decided|needs|aims|moved)(?: to)?)?"
        rf" (?:(?:{verbs})\b"
        r"|(?:rais|cut|lower|scrapp?|introduc|tighten|eas|doubl|halv)(?:ed?|es|s|ing)?"
        r" (?:the |its |a |an )?(?:[a-z-]+ ){0,2}(?:tax|taxes|levy|levies|tariffs?|dut(?:y|ies)"
        r"|subsid(?:y|ies)|quotas?|sanctions|minimum wage|deficit|retirement age|visa)\b)"
    )


@lru_cache(maxsize=1)
def _gives() -> re.Pattern[str]:
    """What a government does with money or goods: "has allocated a further 45 million"."""
    verbs = "|".join(sorted(load_words().giving))
    return re.compile(
        r"(?: (?:has|have|had|will|would|also|already|alone|now)){0,3}"
        rf" (?:{verbs})(?: in| up| out)? (?!to )[^,;.]{{0,30}}?\d"
    )


@lru_cache(maxsize=1)
def _donates() -> re.Pattern[str]:
    """What donors do together: "Norway and the EU have so far pledged $4m".

    What one alone gives is told of itself.
    """
    verbs = "|".join(sorted(load_words().donating))
    return re.compile(
        r"(?:(?:, (?:the )?[a-z ]{2,20}){0,4},? and (?:the )?[a-z ]{2,22})(?:, [a-z' -]{3,40},)?"
        r"(?: (?:has|have|had|also|already|so far|together|each)){0,4}"
        rf" (?:{verbs})(?: in| up)? (?!up |to |birth )"
        r"[^,;.]{0,30}?(?:\d|one|two|three|half|million)"
    )


def turns_away(low: str, mention: Mention, start: int) -> bool:
    """See "will shut its plant at Voi, and aims to save $7m": the firm's next deed is elsewhere."""
    if mention.role != "locative" or mention.sort not in ("city", "place"):
        return False
    if start > mention.end + _FAR or _NEXT_DEED.search(low, mention.end, start) is None:
        return False
    return _ACTED.search(low, max(0, mention.before - _NEAR), mention.before) is not None
