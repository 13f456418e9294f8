"""The measured phrase as the verb before a number asks: what is bought, lasts, or is moved."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_VERBS
from figtrail.extraction.clauses import find_subject
from figtrail.extraction.date_words import WEEKDAYS
from figtrail.extraction.measured.converted import past_conversion
from figtrail.extraction.measured.lasting import find_lasting, find_spent_time
from figtrail.extraction.measured.levelling import gives_level
from figtrail.extraction.measured.moving import (
    INCLUDING,
    RAISING,
    find_bought,
    find_moved,
    find_taken,
    is_more_for,
)
from figtrail.extraction.measured.norms import NORMS
from figtrail.extraction.measured.pointing import TALLIES
from figtrail.extraction.measured.predicates import find_predicate, read_predicate
from figtrail.extraction.measured.purposes import find_purpose
from figtrail.extraction.measured.scores import find_led, find_scored
from figtrail.extraction.measured.seeing import find_seen
from figtrail.extraction.measured.site import (
    COMPARATIVES,
    ELIDED,
    LEVEL_VERBS,
    WORDS,
    Measured,
    Site,
    is_pronoun,
    measure_noun,
    past_size,
    read_complement,
)
from figtrail.extraction.measured.starts import find_noun_start
from figtrail.extraction.measured.subjects import RANKS, measure_by_subject
from figtrail.extraction.measured.wholes import COSTING, PUTTING, find_occurring
from figtrail.extraction.phrases import Phrase, read_noun_phrase
from figtrail.extraction.rates import CURRENCY_NOUNS
from figtrail.extraction.tokens import Tokens

_REPORTING = frozenset(WORDS["reporting"])
_LEAVING = frozenset(WORDS["leaving"])
_YIELDING = frozenset(WORDS["yielding"])
_PARTICLES = frozenset(WORDS["particles"])
_SIZED = frozenset(CURRENCY_NOUNS) | {"point", "points"}
_PASSED = frozenset("day session week month quarter year".split())
_PAUSES = frozenset((",", ";", ":", "“", '"', "and", "but", "that"))
# How many tokens the subject of a relative clause may have.
_SUBJECT = 6
_CHANGES = frozenset(WORDS["changes"])
_SUMS = frozenset(("total", "average", "record"))


def find_by_verb(tokens: Tokens, site: Site, verb: tuple[int, int]) -> Measured | None:
    """The measured phrase as the verb before the number asks: its subject, object or itself."""
    lowers, tags = tokens.lowers, tokens.tags
    start = site.bound_start
    word = lowers[verb[1] - 1]
    promised = word in RAISING or (word in _REPORTING and _is_for(tokens, site))
    bought = _find_bought(tokens, site, verb) if promised else None
    told = _find_occurring(tokens, site, verb) or bought or find_moved(tokens, site, verb)
    if told is not None:
        return told
    # "Needed to find £16,000" reports nothing, nor does "reported £4m in losses".
    if word in _REPORTING and start - verb[1] <= 1 and lowers[verb[1] - 2] != "to":
        said = find_predicate(tokens, site)
        if said is not None or word != "added":
            return said
    if site.after < len(tokens.words) and verb[1] < start and not _is_dated(tokens, verb[1], start):
        compared = tags[site.after] == "J" and lowers[site.after].endswith("er")
        # "Fares are a full 20% higher".
        adverbial = all(tags[at] in "BDJ" for at in range(verb[1], start))
        # "Must find £9 more for water".
        adverbial = adverbial or (site.kind == "money" and is_more_for(tokens, site))
        if not adverbial and (lowers[site.after] in COMPARATIVES or (compared and site.floor)):
            return None
    for find in _ASKED:
        asked = find(tokens, site, verb)
        if asked is not None:
            return asked
    costing = word in COSTING and site.kind == "money"
    direct = (
        _object(tokens, verb[1], start, multiple=site.kind == "multiple") if not costing else None
    )
    if direct is not None and tags[verb[1] - 1] != "A":
        return direct
    relative = verb[0] > 0 and lowers[verb[0] - 1] in ("which", "who", "that")
    if site.floor and site.kind in ("count", "rate") and relative:
        return None
    level = gives_level(tokens, verb[1]) or site.kind == "multiple"
    level = level or (site.kind == "money" and word in _YIELDING)
    # "The levy has been set at 2p".
    level = level or (word in PUTTING and tags[verb[0]] == "A" and lowers[start - 1] == "at")
    return measure_by_subject(tokens, site, verb, level=level)


def _is_for(tokens: Tokens, site: Site) -> bool:
    """Whether a sum that somebody makes known is for something: "announced £4m for a pier"."""
    told = site.kind == "money" and _is_beside(tokens, site.bound_start)
    return told and tokens.lowers[site.after : site.after + 1] in (["for"], ["towards"], ["toward"])


def _is_beside(tokens: Tokens, start: int) -> bool:
    """Whether a verb stands right before a number or its article."""
    at = start - 1
    while at > 0 and tokens.tags[at] in "DJ":
        at -= 1
    return at >= 0 and tokens.tags[at] in "VEvG"


def _find_occurring(tokens: Tokens, site: Site, verb: tuple[int, int]) -> Measured | None:
    """What occurs "in" so many, of whom nothing is told: "a stroke occurred in 6%"."""
    near = tokens.lowers[site.bound_start - 1] == "in"
    return find_occurring(tokens, site, verb) if near else None


def _find_left(tokens: Tokens, site: Site, verb: tuple[int, int]) -> Measured | None:
    """What a number of persons is left: "left 16 dead in Ohio"."""
    if tokens.lowers[verb[1] - 1] not in _LEAVING:
        return None
    at = past_conversion(tokens, site)
    if at >= max(site.limit, site.reach) or tokens.tags[at] not in "JEPN":
        return None
    return read_predicate(tokens, at, site.reach)


def _find_bought(tokens: Tokens, site: Site, verb: tuple[int, int]) -> Measured | None:
    """What a sum is spent on, where it can be: levels and yields only add to something."""
    word = tokens.lowers[verb[1] - 1]
    if site.kind != "money" and word not in INCLUDING:
        return None
    if site.after >= site.limit:
        return None
    level = word in LEVEL_VERBS or word in CHANGE_VERBS or word in _YIELDING
    return find_bought(tokens, site, word, level=level)


def _is_dated(tokens: Tokens, verb: int, start: int) -> bool:
    """Whether only a time stands between a verb and its number: "closed on Monday 2% higher"."""
    if tokens.lowers[start - 1] in WEEKDAYS and start - verb <= 2:
        # "Shares ended (early) Thursday 5 per cent higher".
        return True
    if start - verb > _DATE or tokens.tags[verb] != "P" or tokens.lowers[verb] == "to":
        return False
    return all(tag in "PDNJB" for tag in tokens.tags[verb:start]) and tokens.tags[start - 1] == "N"


# How many tokens may date a verb before its number.
_DATE = 4


def _find_fronted(tokens: Tokens, site: Site, verb: tuple[int, int]) -> Measured | None:
    """What a sum is for, named first: "For a two-bedroom house you are looking at £1,150"."""
    subject = find_subject(tokens, verb[0])
    if site.kind != "money" or subject is None or not is_pronoun(tokens, subject):
        return None
    start = subject[0] - 1
    while start > site.floor and tokens.lowers[start] not in _PAUSES:
        start -= 1
    start += tokens.lowers[start] in _PAUSES
    if start >= subject[0] or tokens.lowers[start] != "for":
        return None
    return read_complement(tokens, start, subject[0])


def _find_relative(tokens: Tokens, site: Site, verb: tuple[int, int]) -> Measured | None:
    """What somebody puts at a level: "a deficit that the ministry put at $98m"."""
    if tokens.lowers[site.bound_start - 1] != "at" or tokens.lowers[verb[1] - 1] not in PUTTING:
        # "Told the meeting that absence was running at 6%" puts nothing.
        return None
    if any(tokens.tags[at] not in "PB" for at in range(verb[1], site.bound_start)):
        return None
    at = verb[0]
    while at > max(site.floor, verb[0] - _SUBJECT) and tokens.tags[at - 1] in "DNJO":
        at -= 1
    if at == verb[0] or at < 2 or tokens.lowers[at - 1] not in ("that", "which"):
        return None
    stop = at - 1 - (tokens.lowers[at - 2] == ",")
    start = find_noun_start(tokens, stop, site.floor)
    return Measured(start, stop, stop - 1, "preceding") if start < stop else None


def _object(tokens: Tokens, start: int, stop: int, *, multiple: bool) -> Measured | None:
    """The object between a verb and "by/to/from/at/for" + number: "cut emissions by 5%"."""
    at = _past_particle(tokens, start, stop)
    if tokens.lowers[at : at + 1] in (["it"], ["them"]) and at < stop:
        return ELIDED
    while at < stop and tokens.tags[at] in "DB":
        at += 1
    at = past_size(tokens, at)
    if at < stop and tokens.tags[at] == "M" and len(tokens.words[at]) == 4 and at > start:
        # "Cut its 2012 guidance to …".
        at += 1
    begin = at
    if at + 2 < stop and tokens.lowers[at] == "per" and tokens.tags[at + 1] == ".":
        at += 2
    if tokens.lowers[at:stop] == ["total", "to"]:
        return ELIDED
    moved = tokens.lowers[at + 1 : at + 2] in (["by"], ["to"], ["from"])
    nominal = tokens.tags[at : at + 1] == ["v"] and moved
    if at < stop and nominal and at + 2 == stop:
        # "Could cut pay by 2 per cent".
        return Measured(begin, at + 1, at, "object")
    if at >= stop or tokens.tags[at] not in "NJGE":
        return None
    if tokens.lowers[at] in RANKS and at + 2 == stop:
        # "Came second with 11,514": of what was counted before.
        return ELIDED
    phrase = read_noun_phrase(tokens, at)
    if phrase is None or phrase.stop > stop or tokens.lowers[phrase.head] in _SIZED:
        return None
    told = tokens.lowers[phrase.start - 1] == "the" and phrase.stop == stop - 1
    if told and phrase.stop == phrase.start + 1 and tokens.lowers[phrase.start] in TALLIES:
        # "Taking the tally to 40", not "its number to 40".
        return ELIDED
    changed = tokens.tags[start - 1] == "G" and tokens.lowers[phrase.head] in _CHANGES
    if changed and all(tokens.tags[at] in "JB" for at in range(phrase.start, phrase.head)):
        # "…, taking the annual increase to 6%": that of what was told before.
        return ELIDED
    if tokens.lowers[phrase.stop] in _SUMS and phrase.stop < stop:
        # "Pushing the per-pupil total to £8,120".
        phrase = Phrase(phrase.start, phrase.stop + 1, phrase.stop + 1, phrase.head)
    if _is_when(tokens, start, phrase):
        return None
    behind = _past_bracket(tokens, phrase.stop, stop)
    if tokens.lowers[stop - 1] == "with" and "," in tokens.lowers[behind:stop]:
        # "Are awaiting admission to the hospital, with 23 on trolleys".
        return None
    factor = phrase.stop == stop and multiple
    led = tokens.tags[behind] in "PB" or tokens.lowers[behind] in ("there", "here")
    if not factor and not led:
        return None
    found = measure_noun(tokens, phrase, stop - 1 + factor, "object")
    if tokens.lowers[phrase.head] in NORMS and tokens.lowers[found.stop] == "for":
        # "Cut its forecast (for the maize crop) to": what it is a forecast of.
        subject = read_complement(tokens, found.stop, stop - 1)
        found = found._replace(stop=subject.stop) if subject is not None else found
    return found if begin == at else found._replace(start=begin)


def _past_particle(tokens: Tokens, start: int, stop: int) -> int:
    """Past what belongs to the verb before its object: "put up (council tax) by 4.99%"."""
    at = start
    if at + 2 < stop and tokens.lowers[at] == "to" and tokens.tags[at + 1] in "Nv":
        at += 2
    particle = at + 1 < stop and tokens.lowers[at] in _PARTICLES
    return at + 1 if particle and tokens.tags[at + 1] in "DNJG" else at


def _is_when(tokens: Tokens, start: int, phrase: Phrase) -> bool:
    """Whether a phrase behind a verb is no object: "ended the session up", "crested Friday at"."""
    head = tokens.lowers[phrase.head]
    passed = tokens.tags[start] == "D" and head in _PASSED
    ended = tokens.lowers[phrase.stop] in ("up", "down", "at", "on", "off")
    return head in WEEKDAYS or (passed and ended)


def _past_bracket(tokens: Tokens, at: int, stop: int) -> int:
    """Where the words go on behind a short name in brackets: "its key rate (OCR) by"."""
    if tokens.lowers[at] == "(" and ")" in tokens.lowers[at:stop]:
        return tokens.lowers.index(")", at) + 1
    return at


# What the verb before a number asks for, in the order in which it is looked for.
_ASKED = (
    find_scored,
    find_led,
    find_purpose,
    _find_left,
    find_taken,
    _find_bought,
    find_lasting,
    find_spent_time,
    find_seen,
    _find_relative,
    _find_fronted,
)
