"""What is said of a number that is itself the subject: "of these, 61 were waiting"."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_NOUNS, CHANGE_VERBS
from figtrail.extraction.date_words import DATES
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.measured.site import COMPARATIVES, ELIDED, WORDS, YEARLY, Measured, Site
from figtrail.extraction.measured.starts import find_noun_start
from figtrail.extraction.phrases import Phrase, read_noun_phrase
from figtrail.extraction.tokens import Tokens

_STAYING = frozenset(read_sections("people.txt")["staying"])
_AWAITED = frozenset(WORDS["awaited"])
_FULFILLED = frozenset(WORDS["fulfilled"])
_TAKEN = frozenset(WORDS["taken_levels"]) | {"reported"}
_OPPOSING = (["as", "opposed"], ["as", "against"], ["compared", "with"], ["compared", "to"])
_CLAUSES = frozenset(read_sections("grammar.txt")["clause_prepositions"])


def read_predicate(tokens: Tokens, at: int, limit: int) -> Measured | None:
    """The words that say what is so of the number: "died", "were given velotriban", "women"."""
    lowers, tags = tokens.lowers, tokens.tags
    start = at
    stop = start
    while stop < limit and lowers[stop] not in ("but", "while", "which", "who"):
        if tags[stop] == ".":
            listed = _past_members(tokens, stop, limit) if stop > start else stop
            if listed == stop:
                break
            stop = listed
            continue
        if stop > start and lowers[stop : stop + 2] in _OPPOSING:
            # "Are leased, as opposed to 6 per cent in 1998".
            break
        if lowers[stop] == "and" and not (stop + 1 < limit and tags[stop + 1] in "NJ"):
            break
        stop += 1
    if stop < limit and lowers[stop] in ("“", '"') and stop + 1 < limit:
        while stop < limit and lowers[stop] not in (",", ";", ".", "and"):
            stop += 1
    if stop <= start:
        return None
    return Measured(start, stop, None, "predicate")


def _past_members(tokens: Tokens, at: int, limit: int) -> int:
    """Past the other members of a list: "were seen(, admitted or sent) home", "are old, ill or"."""
    member = tokens.tags[at - 1]
    stop = at
    while stop + 2 < limit and tokens.lowers[stop] == "," and _is_member(tokens, stop + 1, member):
        stop += 2
    last = stop + (tokens.lowers[stop] == "," and stop > at)
    if stop > at and tokens.lowers[last] in ("or", "and") and _is_member(tokens, last + 1, member):
        return last + 2
    return at


def _is_member(tokens: Tokens, at: int, first: str) -> bool:
    """Whether a word can stand in a list beside a participle or an adjective."""
    return first in "EVJ" and at < len(tokens.tags) and tokens.tags[at] in "EVJ"


def find_doing(tokens: Tokens, site: Site) -> Measured | None:
    """What those counted are doing, right behind their number: "had 46 waiting (in corridors)"."""
    at = site.after
    counted = site.kind == "count" and site.unit is None and at == site.number.stop
    doing = counted and at < site.limit and tokens.lowers[at] in _STAYING
    # "Results were flat, with 9% achieving a top grade".
    shared = site.kind == "percentage" and tokens.lowers[site.bound_start - 1] == "with"
    shared = shared and at < site.limit and tokens.tags[at] == "G"
    if at < site.limit and tokens.lowers[at] == "being" and "with" in _before(tokens, site):
        # "With a total of £9,000 being stolen".
        return read_predicate(tokens, at, site.reach)
    shared = shared and tokens.lowers[site.bound_start - 2] not in ("compared", "comparing")
    moving = shared and tokens.lowers[at] in CHANGE_VERBS and tokens.tags[at + 1 : at + 2] != ["D"]
    doing = doing or (shared and not moving)
    return read_predicate(tokens, at, site.reach) if doing else None


def find_done(tokens: Tokens, site: Site, phrase: Phrase) -> Measured | None:
    """What is done for a sum or in a time, with its object: "spent £40 mending the bike"."""
    alone = phrase.head == phrase.start and tokens.tags[phrase.head] == "G"
    if not alone or site.kind == "count" or tokens.tags[phrase.stop : phrase.stop + 1] != ["D"]:
        return None
    at = phrase.stop
    while at < len(tokens.words) and tokens.tags[at] == "D":
        at += 1
    done = read_noun_phrase(tokens, at) if at < len(tokens.words) else None
    return Measured(phrase.start, done.stop, None, "predicate") if done is not None else None


def _before(tokens: Tokens, site: Site) -> list[str]:
    """The word before a number, or before "a total of" in front of it."""
    at = site.bound_start
    if tokens.lowers[at - 1] == "of" and tokens.lowers[at - 2] in ("total", "sum"):
        at -= 2 + (tokens.tags[at - 3] == "D")
    return tokens.lowers[max(0, at - 1) : at]


def _is_awaited(tokens: Tokens, site: Site, said: Measured) -> bool:
    """Whether more of those counted are only said to come: "a further 900 are expected in May"."""
    at = said.start
    while at < said.stop and tokens.tags[at] in "AB":
        at += 1
    if site.kind == "count" and is_coming(tokens, site, said.start):
        return True
    awaited = (
        (site.floor or _is_further(tokens, site))
        and said.start < at < said.stop
        and tokens.lowers[at] in _AWAITED
    )
    return bool(awaited) and tokens.tags[at + 1 : at + 2] in ([], ["P"], ["."], ["B"], ["D"])


def is_fulfilled(tokens: Tokens, said: Measured) -> bool:
    """Whether only so much of what was planned is said to be done: "90 have been handed out"."""
    at = said.start
    while at < said.stop and tokens.tags[at] in "AB":
        at += 1
    if not said.start < at < said.stop or tokens.lowers[at] not in _FULFILLED:
        return False
    at += 1 + (tokens.lowers[at + 1 : at + 2] in (["out"], ["over"], ["up"], ["back"]))
    return tokens.tags[at : at + 1] in ([], ["."], ["C"], ["B"], ["R"]) or (
        tokens.lowers[at] in _DATING
    )


_DATING = frozenset("since by so in on last this until till before".split())


def is_coming(tokens: Tokens, site: Site, at: int) -> bool:
    """Whether more of what was counted is only said to come: "another 150 are to follow"."""
    at += tokens.lowers[at : at + 1] in (["more"], ["others"])
    ahead = tokens.lowers[at : at + 2]
    coming = ahead[:1] in (["will"], ["would"]) or ahead in (["are", "to"], ["is", "to"])
    return coming and _is_further(tokens, site)


def _is_further(tokens: Tokens, site: Site) -> bool:
    """Whether a number counts more of the same: "another 150", "eight more", "19 others"."""
    more = tokens.lowers[site.bound_start - 1] in ("another", "further", "additional")
    behind = tokens.lowers[site.number.stop : site.number.stop + 1]
    return site.bound_start > 0 and (more or behind in (["more"], ["others"], ["further"]))


def _is_change(tokens: Tokens, site: Site, at: int) -> bool:
    """Whether a noun of change, mistaken for its verb, follows: "a 0.6% monthly (rise)"."""
    before = tokens.tags[site.bound_start - 1] == "D" or tokens.lowers[site.bound_start - 1] == ","
    noun = before and site.kind == "percentage" and tokens.lowers[at] in CHANGE_NOUNS
    return noun and tokens.tags[at] == "v" and tokens.tags[at + 1 : at + 2] in ([], ["."], ["P"])


def find_predicate(tokens: Tokens, site: Site) -> Measured | None:
    """What is said of a number that is itself the subject: "of these, 61 were waiting"."""
    at = site.after
    start = at
    while at < site.limit and (tokens.tags[at] == "B" or tokens.lowers[at] in YEARLY):
        at += 1
    if at < site.limit and _is_change(tokens, site, at):
        return ELIDED if site.floor else None
    if at < site.limit and tokens.tags[at] == "P" and tokens.lowers[at] not in _CLAUSES:
        inner = at + 1
        while inner < site.limit and tokens.tags[inner] == "D":
            inner += 1
        place = read_noun_phrase(tokens, inner) if inner < site.limit else None
        if place is not None and place.stop < site.limit and tokens.tags[place.stop] in "AVv":
            start = at = place.stop
    if at >= site.limit or at >= len(tokens.words):
        return None
    lower = tokens.lowers[at]
    if lower in COMPARATIVES or (tokens.tags[at] == "J" and lower.endswith("er")):
        return None
    first = site.bound_start
    if tokens.tags[at] in "AV" and first > 1 and tokens.lowers[first - 1] in ("for", "on", "in"):
        start = find_noun_start(tokens, first - 1, site.floor)
        if start < first - 1 and tokens.tags[first - 2] == "N":
            return Measured(start, first - 1, first - 2, "preceding")
    counted = site.number.form == "fraction" or (site.kind == "count" and site.unit is None)
    doing = tokens.tags[at] == "G" and counted
    if tokens.tags[at] not in "AVEvJ" and not doing:
        return None
    ended = tokens.tags[at + 1 : at + 2] in ([], ["."], ["P"]) or tokens.lowers[at + 1] == "last"
    if site.floor and ended and tokens.lowers[at] in _TAKEN and tokens.tags[at] == "E":
        # "71% in Leeds, with 70% recorded in Hull".
        return ELIDED
    said = read_predicate(tokens, start, site.reach)
    if said is not None and _is_awaited(tokens, site, said):
        return ELIDED
    if said is not None and all(
        tokens.tags[index] in "ABPM" for index in range(said.start, said.stop)
    ):
        # "Of whom 61 were under 18": what is said of them isn't told by the words themselves.
        return ELIDED
    if said is None:
        return None
    whole = _find_whole(tokens, site, said.start)
    if whole == said.start and is_fulfilled(tokens, said):
        return ELIDED
    return said._replace(start=whole)


def _find_whole(tokens: Tokens, site: Site, start: int) -> int:
    """Where what is said of a part starts, with the noun of its whole right before the number.

    "Of 42 bridges, nine are shut", "bought 900 meters, of which 60 have failed": "are shut" alone
    doesn't say what is.
    """
    at = site.bound_start - 1
    if at > 1 and tokens.lowers[at] in ("which", "whom") and tokens.lowers[at - 1] == "of":
        at -= 1 + (tokens.lowers[at - 2] == ",")
        # "900 meters": the noun may have been taken for a unit.
        whole = site.floor if 0 < site.floor < at else find_noun_start(tokens, at, 0)
        if any(tokens.tags[one] in ".AVvC" for one in range(whole, at)):
            whole = find_noun_start(tokens, at, site.floor)
        told = (
            0 < whole < at
            and tokens.lowers[whole] not in DATES
            and all(tag in "NJEGPDB" for tag in tokens.tags[whole:at])
        )
        return whole if told and tokens.tags[whole] in "NJEG" else start
    if at < 1 or tokens.lowers[at] != ",":
        return _past_counted(tokens, site, start)
    opening = at - 1
    while opening > max(0, at - _WHOLE) and tokens.tags[opening] != ".":
        opening -= 1
    opening += tokens.tags[opening] == "."
    if tokens.lowers[opening] != "of":
        return start
    whole = opening + 1
    while whole < at and (tokens.tags[whole] in "DMBP" or tokens.lowers[whole] == "more"):
        whole += 1
    pointing = tokens.lowers[opening + 1] in ("those", "these", "them", "that")
    return whole if whole < at and tokens.tags[whole] in "NJEG" and not pointing else start


# How many tokens a whole may have, from its "of".
_WHOLE = 16


def _past_counted(tokens: Tokens, site: Site, start: int) -> int:
    """Where the counted whole right before a share starts: "of his 58 (shots) 20% went in"."""
    at = site.bound_start - 1
    if site.kind != "percentage" or at < 2 or tokens.tags[at] != "N":
        return start
    whole = find_noun_start(tokens, at + 1, 0)
    opening = whole - 1
    while opening > 0 and tokens.tags[opening] in "MD":
        opening -= 1
    return whole if opening < whole - 1 and tokens.lowers[opening] == "of" else start
