"""What a noun tied to a number says is measured: itself, what it is a level of, who pays it."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_NOUNS
from figtrail.extraction.clauses import find_subject, find_verb
from figtrail.extraction.date_words import DATES, WEEKDAYS
from figtrail.extraction.measured.costs import find_costing, find_gross, is_at_cost
from figtrail.extraction.measured.norms import AVERAGES, NORMS, is_bare_norm, is_held_against
from figtrail.extraction.measured.owner import find_by_subject, find_changing
from figtrail.extraction.measured.purposes import find_purpose
from figtrail.extraction.measured.ranks import BEING, is_ranked
from figtrail.extraction.measured.records import find_record
from figtrail.extraction.measured.restating import is_compared
from figtrail.extraction.measured.site import (
    ELIDED,
    LEVEL_NOUNS,
    LIMITING,
    SKIPPED,
    TIMES,
    WORDS,
    Measured,
    Site,
    is_holder,
    is_pronoun,
    read_complement,
)
from figtrail.extraction.measured.sized import measure_sized
from figtrail.extraction.measured.starts import find_noun_start, find_outer
from figtrail.extraction.measured.wholes import PUTTING
from figtrail.extraction.nouns import NUMBERING, is_people, singular
from figtrail.extraction.phrases import FORMER, PLACE_NOUNS, read_noun_phrase
from figtrail.extraction.tokens import Tokens

_SETTLING = frozenset(WORDS["settling"])
_PLANS = frozenset(WORDS["plans"])
_SPENDING = frozenset(WORDS["spending"])
_TOTALS = frozenset(WORDS["totals"])
_POSSESSING = frozenset(WORDS["possessing"])
_BACKING = frozenset(WORDS["backing"])
_TRADED = frozenset(WORDS["traded"])


def size_noun(tokens: Tokens, site: Site, bounds: tuple[int, int], link: str) -> Measured | None:
    """What the noun at `bounds` says is measured: itself, or what it is a change or level of."""
    lowers, tags = tokens.lowers, tokens.tags
    start, stop = bounds
    head = stop - 1
    if start == head and head > 1 and lowers[head - 1] in ("which", "that", "who"):
        # "The taka, which trades at 70.9": a verb that looks like a noun.
        relative = find_subject(tokens, head)
        return Measured(*relative, relative[1] - 1, "subject") if relative is not None else None
    spent = start - 1 - (tags[start - 1] == "D")
    if site.kind == "duration" and spent >= site.floor and lowers[spent] in _SPENDING:
        # "Those who press 2 wait an average of 11.5 minutes".
        return find_purpose(tokens, site, (spent, spent + 1)) or _find_passed(tokens, spent)
    if link == "of" and lowers[head] in _BACKING and lowers[site.after : site.after + 1] == ["of"]:
        # "Has the backing of 37% of young voters": who gives it is counted.
        return read_complement(tokens, site.after, site.limit)
    if link == "of" and (record := find_record(tokens, site, start, head)) is not None:
        return record
    if tags[head] in "EGJ" or (tags[head] in "Vv" and lowers[head] in NORMS):
        if site.floor and is_held_against(tokens, start) and is_bare_norm(tokens, start, head):
            return ELIDED
        # "Close to its average of 80%": of what was told before.
        averaged = site.floor and lowers[head] == "average" and is_compared(tokens, start)
        return ELIDED if averaged else None
    if _is_predicate(tokens, start, head, link):
        return _find_had(tokens, site, start) or find_by_subject(tokens, site)
    if link == "at" and tags[head] == "v" and find_verb(tokens, site.bound_start) == (head, stop):
        # "The death toll stands at 300", "inflation hovers at 4%".
        return find_by_subject(tokens, site)
    if lowers[start - 1] == "to" and start == head:
        found = _find_by_infinitive(tokens, site, start, link)
        if found is not None:
            return found
    if link == "at" and start > 1 and tags[start - 1] == "P" and is_ranked(tokens, start - 2):
        # "Rents were lowest in Regina at $900 and highest in Lethbridge at $1,400".
        return ELIDED if site.floor else find_by_subject(tokens, site)
    placed = site.floor and start > 0 and tags[start - 1] == "P" and lowers[head] not in WEEKDAYS
    if placed and link == "at" and tokens.words[start][0].isupper():
        # "At 24.8 bags in Minas and in Bahia at 42.6".
        return ELIDED
    located = _before_place(tokens, site, start, stop) if link == "at" else None
    if located is not None:
        return located
    if lowers[head] in WEEKDAYS or (link == "at" and singular(lowers[head]) in TIMES):
        # "The rupee closed on Thursday at 279.31", "the chance within 30 years at 70 per cent".
        return None
    return _size_by_head(tokens, site, bounds, link)


def _before_place(tokens: Tokens, site: Site, start: int, stop: int) -> Measured | None:
    """The noun whose level a named place has: "showed (inflation) in South Sudan at 41%"."""
    led = start > site.floor + 1 and tokens.lowers[start - 1] in ("in", "across")
    if not led or tokens.tags[start - 2] != "N":
        return None
    named = all(word[0].isupper() for word in tokens.words[start:stop])
    if not named or tokens.lowers[start] in DATES:
        return None
    begin = find_noun_start(tokens, start - 1, site.floor)
    return Measured(begin, start - 1, start - 2, "preceding") if begin < start - 1 else None


def _size_by_head(
    tokens: Tokens, site: Site, bounds: tuple[int, int], link: str
) -> Measured | None:
    """What the head noun at `bounds` asks for: a change, a level, a price, or the noun itself."""
    lowers, tags = tokens.lowers, tokens.tags
    start, stop = bounds
    head = stop - 1
    if link == "of" and site.floor and _is_before(tokens, start, head):
        return ELIDED
    gross = find_gross(tokens, site, start) if link == "of" else None
    if gross is not None:
        return gross._replace(stop=stop)
    if lowers[head] == "equivalent" or _is_apposed_change(tokens, site, start, head):
        return ELIDED
    if lowers[head] == "figure" and link == "of" and _is_bare(tokens, start, head):
        # "Up on last year's figure of 380".
        return ELIDED
    flowing = _find_flowing(tokens, site, start, head)
    if flowing is not None:
        return flowing
    if is_at_cost(tokens, start, head):
        return find_costing(tokens, site, start) if site.floor else find_by_subject(tokens, site)
    if lowers[head] in _TRADED and link in ("at", "for"):
        # "The rupee changed hands at 83.4", "the estate is for sale at £12m".
        return find_by_subject(tokens, site) or find_changing(tokens, head - 1)
    if lowers[head] == "top" and link == "of" and lowers[head - 1] == "on":
        return ELIDED
    if link == "of" and (lowers[head] in CHANGE_NOUNS or _is_lost(site, lowers[head])):
        return measure_sized(tokens, site, start, head)
    against = link == "of" and site.floor > 0 and is_held_against(tokens, start)
    if against and lowers[head] not in AVERAGES and is_bare_norm(tokens, start, head):
        # "6.1 per cent, against the bank's target of 4": of what was told before.
        return ELIDED
    levelled = lowers[head] in LEVEL_NOUNS or singular(lowers[head]) in NUMBERING
    # "Has shares worth £5m", "defends a majority of 4,120".
    levelled = levelled and link != "worth"
    levelled = levelled and not (lowers[head] == "majority" and site.kind == "count")
    # "It has a range of 310 miles".
    levelled = levelled and not (lowers[head] == "range" and site.unit in ("mile", "kilometre"))
    if levelled and all(
        tags[at] in "JEB" or lowers[at].endswith(("’s", "'s", "er")) for at in range(start, head)
    ):
        return find_limited(tokens, site, start, head)
    while start < head and lowers[start] in SKIPPED:
        start += 1
    outer = find_outer(tokens, start, site.floor)
    return Measured(outer[0], stop, outer[1] or head, "preceding")


def _is_apposed_change(tokens: Tokens, site: Site, start: int, head: int) -> bool:
    """Whether a number sizes a loss that only tells a move again: "at $152, a loss of $14"."""
    if not site.floor or start != head or tokens.lowers[head] not in ("loss", "gain"):
        return False
    return tokens.lowers[start - 2 : start] == [",", "a"] and tokens.tags[start - 3] in "MN."


def _is_before(tokens: Tokens, start: int, head: int) -> bool:
    """Whether a level is the former or the planned one of what was told before."""
    if _is_former(tokens, start):
        return True
    # "Planted 400 hectares of rice against a plan of 500".
    return tokens.lowers[head] in _PLANS and is_compared(tokens, start)


def _find_flowing(tokens: Tokens, site: Site, start: int, head: int) -> Measured | None:
    """What flows at a rate: "oil at the rate of 300 litres an hour was pumped out"."""
    at = start - 2
    if tokens.lowers[head] not in ("rate", "pace") or tokens.lowers[at] != "at":
        return None
    if tokens.tags[start - 1] != "D":
        return None
    flowing = find_noun_start(tokens, at, site.floor)
    named = tokens.words[at - 1][0].isupper()
    told = flowing < at and tokens.tags[at - 1] == "N" and not named
    return Measured(flowing, at, at - 1, "preceding") if told else None


def _find_by_infinitive(tokens: Tokens, site: Site, verb: int, link: str) -> Measured | None:
    """What an infinitive that looks like a noun sizes: "rose to close at 8,110"."""
    before = tokens.tags[verb - 2]
    if tokens.lowers[verb] in _SETTLING:
        # "Rose 40 points, or 0.4%, to close at 8,110".
        return find_by_subject(tokens, site._replace(bound_start=verb - 1, floor=0))
    if link == "at" and before in "AVEJv":
        # "Is thought to simmer at 1,450C".
        return find_by_subject(tokens, site)
    if link != "at" or before != "N":
        return None
    # "Tips unemployment to peak at 5¾ per cent".
    start = find_noun_start(tokens, verb - 1, site.floor)
    return Measured(start, verb - 1, verb - 2, "object") if start < verb - 1 else None


def _is_predicate(tokens: Tokens, start: int, head: int, link: str) -> bool:
    """Whether a word before "at" only says how or where its subject stands.

    "The average was flat at 224,250", "is the highest in the world at 34%".
    """
    if link != "at" or not start:
        return False
    at = start
    while at > 1 and tokens.tags[at - 1] == "B":
        at -= 1
    stated = at > 1 and tokens.lowers[at - 1] in BEING
    return stated or (tokens.lowers[head] in PLACE_NOUNS and tokens.tags[start - 1] == "D")


def _find_had(tokens: Tokens, site: Site, stop: int) -> Measured | None:
    """What somebody has the most of anywhere: "Chad has the highest birth rate in the world at"."""
    verb = find_verb(tokens, stop, site.floor)
    if verb is None or tokens.lowers[verb[1] - 1] not in _POSSESSING:
        return None
    at = verb[1]
    while at < stop and tokens.tags[at] == "D":
        at += 1
    had = read_noun_phrase(tokens, at) if at < stop else None
    if had is None or had.stop >= stop or tokens.tags[had.stop] != "P":
        return None
    return Measured(had.start, had.stop, had.head, "object")


def _is_bare(tokens: Tokens, start: int, head: int) -> bool:
    """Whether only adjectives and whose it is stand before a noun: "the previous year's figure"."""
    return all(
        tokens.tags[at] in "JB" or tokens.lowers[at].endswith(("’s", "'s"))
        for at in range(start, head)
    )


def _is_lost(site: Site, noun: str) -> bool:
    """Whether a loss is the size of a change: "1,594 officers, a loss of a quarter"."""
    return noun == "loss" and site.kind in ("percentage", "ratio")


def _is_former(tokens: Tokens, start: int) -> bool:
    """Whether a level is only where a figure came from: "up from an earlier call of 0.6%"."""
    before = start
    while before > 2 and tokens.tags[before - 1] in "DJB":
        before -= 1
    return tokens.lowers[before - 2 : before] in FORMER


def find_limited(tokens: Tokens, site: Site, start: int, head: int) -> Measured:
    """What a level is a level of: the subject that has it, else the limit or norm itself."""
    limiting = tokens.lowers[head] in LIMITING
    infinitive = start > 0 and tokens.lowers[start - 1] == "to"
    if start > 1 and not infinitive and is_compared(tokens, start):
        named = limiting and not is_bare_norm(tokens, start, head)
        return Measured(start, head + 1, head, "preceding") if named else ELIDED
    subject = find_by_subject(tokens, site)
    if subject is None and find_verb(tokens, start) is None and tokens.lowers[head] not in _TOTALS:
        # "The city's rate of 74.3% compares with …": the level is the subject itself.
        return Measured(start, head + 1, head, "preceding")
    told = limiting or start < head or _is_put(tokens, start)
    setting = subject is not None and told and _is_setting(tokens, subject)
    if setting:
        # "Officers have set a limit of 35 decibels".
        return Measured(start, head + 1, head, "preceding")
    return subject or ELIDED


def _is_put(tokens: Tokens, at: int) -> bool:
    """Whether somebody puts a level at so much: "the town set a rate of £2"."""
    verb = find_verb(tokens, at)
    return verb is not None and tokens.lowers[verb[1] - 1] in PUTTING


def _find_passed(tokens: Tokens, verb: int) -> Measured:
    """Who waits or spends so long, with the verb; the verb alone where nobody is named."""
    subject = find_subject(tokens, verb)
    told = subject is not None and not is_pronoun(tokens, subject)
    start = subject[0] if subject is not None and told else verb
    return Measured(start, verb + 1, None, "clause")


def _is_setting(tokens: Tokens, subject: Measured) -> bool:
    bounds = (subject.start, subject.stop)
    person = subject.head is not None and is_people(tokens.lowers[subject.head])
    return person or is_holder(tokens, bounds)
