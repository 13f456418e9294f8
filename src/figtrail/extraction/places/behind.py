"""What stands behind a name and shows that it names a place: "Ayr had 12mm"."""

from __future__ import annotations

import re
from functools import lru_cache

from figtrail.extraction.places.words import is_number, load_words
from figtrail.patterns import WordedPattern, find_words

# So many characters behind a name hold its verb, "have also registered", or its number.
_BEHIND = 24


@lru_cache(maxsize=1)
def _measure() -> WordedPattern:
    """What was measured at a place, behind its name: "Ayr had 12mm"."""
    words = load_words()
    verbs, units = ("|".join(sorted(group)) for group in (words.measured, words.measure))
    return WordedPattern(
        rf" (?:(?:has|have|had) )?(?:{verbs}) (?!at |by )(?:[a-z]+ ){{0,3}}"
        rf"[-−–]?[\d.,]+ ?(?:{units}|°)",
        words.measured,
    )


@lru_cache(maxsize=1)
def _peopled() -> re.Pattern[str]:
    """What a place has, and no person: "Moyle's 1,900 residents", "Moyle's three schools"."""
    words = load_words()
    counts, nouns = ("|".join(sorted(group)) for group in (words.spelled, words.peopled))
    return re.compile(rf"'s (?:\d[\d,.]*|{counts})(?: [a-z]+)? (?:{nouns})\b")


@lru_cache(maxsize=1)
def _suffered() -> WordedPattern:
    """What befell a place, behind its name: "Meru logged 40 cases", "Moyle lost 9% of its people".

    Plurals that open a sentence may be people: "Officers logged 40 cases".
    """
    words = load_words()
    verbs, befallen = ("|".join(sorted(group)) for group in (words.counting, words.befallen))
    return WordedPattern(
        rf" (?:has |have |had )?(?:also )?(?:{verbs}) (?:[a-z]+ ){{0,2}}\d[\d,.]* "
        rf"(?:[a-z-]+ ){{0,2}}(?:{befallen})\b"
        r"| (?:has |had )?(?:lost|gained) (?:[a-z]+ ){0,3}(?:\d[\d,.]*(?:%| per ?cent)|half|a \w+)"
        r" of its (?:people|residents|population|inhabitants)\b",
        words.counting | {"lost", "gained"},
    )


def match_suffered(low: str, stop: int) -> bool:
    """So many cases or crimes, or what part of its people, stand behind a name that ends there."""
    return _match(_suffered(), low, stop)


def match_weather(low: str) -> bool:
    """A sentence measures weather: "48mm of rain fell on Ashcombe"."""
    return not load_words().measuring.isdisjoint(re.findall(r"[a-z]+", low))


def match_measure(low: str, stop: int) -> bool:
    """A measurement of weather stands behind a name that ends at `stop`."""
    return _match(_measure(), low, stop)


def _match(worded: WordedPattern, low: str, stop: int) -> bool:
    """A pattern whose verb is among the first words behind a name stands there."""
    pattern = worded.allowed_by(find_words(low[stop : stop + _BEHIND]))
    return pattern is not None and pattern.match(low, stop) is not None


def match_peopled(low: str, stop: int) -> bool:
    """What only a place has stands behind a name that ends there: "Moyle's 1,900 residents"."""
    had = stop + len("'s ")
    if not low.startswith("'s ", stop) or not is_number(low[had : had + _BEHIND].partition(" ")[0]):
        return False
    return _peopled().match(low, stop) is not None
