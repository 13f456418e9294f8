"""The measured phrase as the verb before a number asks: what is bought, lasts, or is moved."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_VERBS
from figtrail.extraction.clauses import find_subject, find_verb
from figtrail.extraction.measured.apart import OBJECT_PREPOSITIONS
from figtrail.extraction.measured.predicates import find_predicate, read_predicate
from figtrail.extraction.measured.purposes import find_purpose
from figtrail.extraction.measured.site import (
    COMPARATIVES,
    ELIDED,
    LEVEL_VERBS,
    WORDS,
    Measured,
    Site,
    is_holder,
    is_pronoun,
    measure_noun,
    past_size,
    read_complement,
)
from figtrail.extraction.measured.starts import find_noun_start
from figtrail.extraction.measured.subjects import measure_by_subject
from figtrail.extraction.measured.wholes import COSTING, find_brought, is_occurring
from figtrail.extraction.phrases import head_of, read_noun_phrase
from figtrail.extraction.rates import CURRENCY_NOUNS
from figtrail.extraction.tokens import Tokens

_REPORTING = frozenset(WORDS["reporting"])
_ADDING = frozenset(WORDS["adding"])
_INCLUDING = frozenset(WORDS["including"])
_LEAVING = frozenset(WORDS["leaving"])
_YIELDING = frozenset(WORDS["yielding"])
_EARNING = frozenset(WORDS["earning"])
_WITHDRAWING = frozenset(WORDS["withdrawing"])
_AVERAGING = frozenset(WORDS["averaging"])
_SEEING = frozenset(WORDS["seeing"])
_SPENDING = frozenset(WORDS["spending"])
_TIMES = tuple([word] for word in WORDS["times"])
_PUTTING = frozenset(WORDS["putting"])
_PARTICLES = frozenset(WORDS["particles"])
# How many tokens the subject of a relative clause may have.
_SUBJECT = 6
_REFERRING = frozenset("that this these those".split())


def find_by_verb(tokens: Tokens, site: Site, verb: tuple[int, int]) -> Measured | None:
    """The measured phrase as the verb before the number asks: its subject, object or itself."""
    lowers, tags = tokens.lowers, tokens.tags
    start = site.bound_start
    word = lowers[verb[1] - 1]
    if lowers[start - 1] == "in" and is_occurring(tokens, site, verb[1]):
        subject = find_subject(tokens, verb[0])
        if subject is not None and not is_pronoun(tokens, subject):
            return Measured(*subject, head_of(tokens, *subject), "composing")
    if word in _REPORTING and start - verb[1] <= 1:
        said = find_predicate(tokens, site)
        if said is not None or word != "added":
            return said
    if site.after < len(tokens) and verb[1] < start:
        compared = tags[site.after] == "J" and lowers[site.after].endswith("er")
        adverbial = all(tags[at] == "B" for at in range(verb[1], start))
        if not adverbial and (lowers[site.after] in COMPARATIVES or (compared and site.floor)):
            return None
    purpose = find_purpose(tokens, site, verb)
    if purpose is not None:
        return purpose
    if word in _LEAVING and site.after < site.limit and tags[site.after] in "JEPN":
        left = read_predicate(tokens, site.after, site.reach)
        if left is not None:
            return left
    level = word in LEVEL_VERBS or word in CHANGE_VERBS or site.kind == "multiple"
    level = level or (site.kind == "money" and word in _YIELDING)
    if (site.kind == "money" or word in _INCLUDING) and site.after < site.limit:
        bought = _find_bought(tokens, site, word, level=level)
        if bought is not None:
            return bought
    lasting = find_lasting(tokens, site, verb) or _find_spent_time(tokens, site, word)
    if lasting is not None:
        return lasting
    if word in _SEEING:
        seen = read_noun_phrase(tokens, verb[1] + (tags[verb[1] : verb[1] + 1] == ["D"]))
        if seen is not None and seen.stop < start and tags[seen.stop] in "vVN":
            # "Saw operating profit shrink by 38%".
            return measure_noun(tokens, seen, seen.stop, "object")
    told = _find_relative(tokens, site, verb)
    if told is not None:
        return told
    costing = word in COSTING and site.kind == "money"
    direct = (
        _object(tokens, verb[1], start, multiple=site.kind == "multiple") if not costing else None
    )
    if direct is not None and tags[verb[1] - 1] != "A":
        return direct
    if site.floor and site.kind in ("count", "rate") and verb[0] and tags[verb[0] - 1] == "R":
        return None
    return measure_by_subject(tokens, site, verb, level=level)


def _find_relative(tokens: Tokens, site: Site, verb: tuple[int, int]) -> Measured | None:
    """What somebody puts at a level: "a deficit that the ministry put at $98m"."""
    if tokens.lowers[site.bound_start - 1] != "at":
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


def _is_time(tokens: Tokens, site: Site) -> bool:
    """Whether a sum is for a time: "was paid £126 for the morning"."""
    return tokens.lowers[site.after + 2 : site.after + 3] in _TIMES and (
        tokens.tags[site.after + 1] == "D"
    )


def _find_spent_time(tokens: Tokens, site: Site, word: str) -> Measured | None:
    """How a time was spent: "spent 12 hours on a trolley", "went 23 days without rain"."""
    if site.kind != "duration" or site.after >= len(tokens):
        return None
    following = tokens.lowers[site.after]
    if following == "without" or (word in _SPENDING and following in ("on", "in", "at")):
        place = read_complement(tokens, site.after, site.reach)
        return place._replace(start=site.after, rule="predicate") if place is not None else None
    return None


def find_lasting(tokens: Tokens, site: Site, verb: tuple[int, int]) -> Measured | None:
    """What goes on for so long: "ran the shop for 22 years", "trains were delayed for hours"."""
    start = site.bound_start
    if tokens.lowers[start - 1] == "of" and tokens.lowers[start - 2] in _AVERAGING:
        # "For an average of 29 months".
        start -= 2
        start -= tokens.tags[start - 1] == "D"
    if site.kind != "duration" or tokens.lowers[start - 1] != "for":
        return None
    subject = find_subject(tokens, verb[0])
    own = subject is None or is_pronoun(tokens, subject) or is_holder(tokens, subject)
    if own and verb[1] <= site.floor:
        return None
    begin = verb[0] if subject is None or own else subject[0]
    if verb[0] and tokens.tags[verb[0] - 1] == "R":
        if subject is not None and not own and tokens.lowers[verb[0] - 1] != "who":
            # "A clearance that ran for 26 days".
            return Measured(*subject, head_of(tokens, *subject), "subject")
        begin = verb[0]
    while begin < verb[1] - 1 and tokens.tags[begin] == "A":
        begin += 1
    stop = start - 1
    if any(tokens.tags[at] in ".RCM" for at in range(verb[1], stop)):
        stop = verb[1]
    return Measured(begin, stop, None, "clause")


def find_put(tokens: Tokens, site: Site) -> Measured | None:
    """What somebody puts at a level, over other figures: "puts the chance in 30 days at 70%"."""
    if tokens.lowers[site.bound_start - 1] != "at":
        return None
    verb = find_verb(tokens, site.bound_start)
    if verb is None or tokens.lowers[verb[1] - 1] not in _PUTTING:
        return None
    return find_brought(tokens, site._replace(floor=0))


def find_acted(tokens: Tokens, site: Site) -> Measured | None:
    """The act in -ing that went on for so long: "arrive after walking for three days"."""
    stop = site.bound_start - 1
    if site.kind != "duration" or tokens.lowers[stop] != "for":
        return None
    for at in range(stop - 1, site.floor, -1):
        if tokens.tags[at] == "G" and tokens.tags[at - 1] in "PR":
            return Measured(at, stop, None, "clause")
        if tokens.tags[at] in ".RCMAVE":
            return None
    return None


def _find_bought(tokens: Tokens, site: Site, word: str, *, level: bool) -> Measured | None:
    """What a sum is spent on, or taken from: "spent £40m on roads", "draw £20m from reserves"."""
    following = tokens.lowers[site.after]
    if following == "off":
        return read_complement(tokens, site.after, site.limit)
    if following == "from":
        drawn = word in _WITHDRAWING or word in _EARNING
        return read_complement(tokens, site.after, site.limit) if drawn else None
    if (
        following == "in"
        and tokens.words[site.after + 1 : site.after + 2]
        and (tokens.words[site.after + 1][0].isupper())
    ):
        # "Sold for Tk 34 a kg in Dhaka": where, and not what for.
        return None
    if following == "in" and word in COSTING:
        # "Empty flats cost £4,600 a week in lost rent".
        return read_complement(tokens, site.after, site.limit)
    added = (word in _ADDING and following == "to") or word in _INCLUDING
    if following == "for" and _is_time(tokens, site):
        return None
    yielded = word in _YIELDING and following == "for"
    if following not in OBJECT_PREPOSITIONS or yielded or (level and not added):
        return None
    return read_complement(tokens, site.after, site.limit)


def _object(tokens: Tokens, start: int, stop: int, *, multiple: bool) -> Measured | None:
    """The object between a verb and "by/to/from/at/for" + number: "cut emissions by 5%"."""
    at = start
    if at + 2 < stop and tokens.lowers[at] == "to" and tokens.tags[at + 1] in "Nv":
        at += 2
    if at + 1 < stop and tokens.lowers[at] in _PARTICLES and tokens.tags[at + 1] in "DNJG":
        # "Put up council tax by 4.99 per cent".
        at += 1
    if at < stop and tokens.lowers[at] in _REFERRING and tokens.lowers[at + 1] == "to":
        return ELIDED
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
    nominal = tokens.tags[at : at + 1] == ["v"] and tokens.lowers[at + 1] in ("by", "to", "from")
    if at < stop and nominal and at + 2 == stop:
        # "Could cut pay by 2 per cent".
        return Measured(begin, at + 1, at, "object")
    if at >= stop or tokens.tags[at] not in "NJGE":
        return None
    phrase = read_noun_phrase(tokens, at)
    if phrase is None or phrase.stop > stop or tokens.lowers[phrase.head] in CURRENCY_NOUNS:
        return None
    factor = phrase.stop == stop and multiple
    if (
        not factor
        and tokens.tags[phrase.stop] not in "PB"
        and tokens.lowers[phrase.stop] not in ("there", "here")
    ):
        return None
    found = measure_noun(tokens, phrase, stop - 1 + factor, "object")
    return found if begin == at else found._replace(start=begin)
