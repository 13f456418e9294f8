"""The noun phrase that follows a number: what is counted, and what changes."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_VERBS
from figtrail.extraction.clauses import find_subject, find_verb
from figtrail.extraction.measured.coordination import past_auxiliaries
from figtrail.extraction.measured.owner import find_by_subject
from figtrail.extraction.measured.ranks import BEING
from figtrail.extraction.measured.site import (
    ELIDED,
    LEVEL_NOUNS,
    LEVEL_VERBS,
    SKIPPED,
    WORDS,
    YEARLY,
    Measured,
    Site,
    is_holder,
    is_pronoun,
    measure_noun,
    read_complement,
)
from figtrail.extraction.measured.sized import is_where
from figtrail.extraction.measured.states import is_object, with_predicate, with_whose
from figtrail.extraction.measured.wholes import (
    PUTTING,
    find_brought,
    is_composing,
    is_occurring,
    is_owner,
)
from figtrail.extraction.nouns import NUMBERING, is_people, is_plural
from figtrail.extraction.phrases import PLACE_NOUNS, Phrase, head_of
from figtrail.extraction.tokens import Tokens

_OCCASIONS = frozenset(WORDS["occasions"])
_COMPRISING = frozenset("comprise comprises comprised comprising".split())
_CREEPING = frozenset(WORDS["creeping"])
_STRIKING = frozenset("hit hits hitting touch touches touched reach reaches reached".split())
_REACHING = frozenset(WORDS["reaching"])
_SEEING = frozenset(WORDS["seeing"]) | frozenset(WORDS["possessing"])
_GOING = frozenset("go goes went gone going move moves moved moving".split())
_PACES = frozenset(("rate", "pace"))
_SIZES = frozenset(WORDS["sized_nouns"])
_QUANTITIES = LEVEL_NOUNS | NUMBERING | _SIZES
_MARGINS = frozenset(WORDS["margins"])
_DECIDING = frozenset(WORDS["deciding"])


def measure_counted(tokens: Tokens, site: Site, phrase: Phrase) -> Measured:
    """A counted noun; what "accounted for" it is measured by the subject, not by the noun."""
    verb = find_verb(tokens, site.bound_start)
    near = verb is not None and _is_near(tokens, site.bound_start, verb[1])
    if verb is not None and (near or site.floor == site.bound_start - 1):
        part = is_composing(tokens, verb[1], site.bound_start) and (
            "and" not in tokens.lowers[verb[1] : site.bound_start]
        )
        part = part and not _is_whole(tokens, site, phrase, verb[1])
        if part or is_occurring(tokens, site, verb[1]):
            subject = find_subject(tokens, verb[0])
            # "The union represents 38,000 workers", "Goa accounts for 90 of the wrecks".
            if subject is not None and not is_owner(tokens, subject):
                return Measured(*subject, phrase.head, "composing")
        link = _find_link(tokens, verb[1], site)
        word = tokens.lowers[verb[1] - 1]
        put = word in PUTTING and tokens.tags[verb[0]] == "A"
        levelled = word in CHANGE_VERBS or word in LEVEL_VERBS or word in _CREEPING
        cast = tokens.lowers[phrase.head : phrase.head + 2] == ["votes", "to"]
        visited = link is not None and _is_visited(tokens, site, verb)
        if link is not None and (levelled or put) and not (cast or visited):
            brought = find_brought(tokens, site)
            if brought is not None:
                return brought._replace(head=phrase.head)
            subject = find_subject(tokens, verb[0])
            if (
                subject is not None
                and not is_pronoun(tokens, subject)
                and not is_holder(tokens, subject)
            ):
                return Measured(*subject, phrase.head, "counted")
    reaching = verb is not None and verb[1] == site.bound_start and verb[1] > site.floor
    reaching = reaching and not is_people(tokens.lowers[phrase.head])
    reached = verb is not None and reaching and _is_reached(tokens, verb)
    if verb is not None and reached:
        # "Tractor volumes touched 28,450 units": how many there are of them.
        whose = find_subject(tokens, verb[0])
        if whose is not None and not is_pronoun(tokens, whose) and not is_holder(tokens, whose):
            return Measured(*whose, phrase.head, "counted")
    if verb is not None and verb[1] > site.floor and tokens.lowers[phrase.head] in _OCCASIONS:
        return _find_repeated(tokens, site, phrase, verb)
    if verb is not None and tokens.lowers[site.bound_start - 1] == "by" and verb[1] > site.floor:
        margin = _of_margin(tokens, phrase, verb, site)
        if margin is not None:
            return margin
    noun = measure_noun(tokens, phrase, site.limit, "counted")
    if verb is not None and is_object(tokens, verb[1], site.bound_start):
        befallen = with_whose(tokens, noun, phrase.core_stop, verb)
        if befallen is not None:
            return befallen
    return with_predicate(tokens, noun, site.limit) or noun


def _is_whole(tokens: Tokens, site: Site, phrase: Phrase, verb: int) -> bool:
    """Whether a subject consists of what is counted: "the scheme will comprise 84 turbines".

    "Women comprise 12 of the 40 members", "farms make up 40 per cent": they are a part.
    """
    if site.kind != "count" or site.number.out_of is not None:
        return False
    following = tokens.lowers[phrase.stop : phrase.stop + 1]
    return tokens.lowers[verb - 1] in _COMPRISING and following != ["of"]


def _is_near(tokens: Tokens, start: int, verb: int) -> bool:
    """Whether a number is the level of a verb: "rose 5% from a year earlier to 12m units"."""
    apart = start - verb
    reached = tokens.lowers[start - 1] == "to" and apart <= _FAR
    return apart <= _NEAR or reached or tokens.lowers[start - 2 : start] == [",", "to"]


# How many tokens may stand between a verb and the number that it governs, and before "to".
_NEAR, _FAR = 6, 12


def _find_repeated(tokens: Tokens, site: Site, phrase: Phrase, verb: tuple[int, int]) -> Measured:
    """What happens so many times: "has been arrested nine times", "had flooded on 3 occasions"."""
    subject = find_subject(tokens, verb[0])
    start = subject[0] if subject is not None and not is_pronoun(tokens, subject) else verb[0]
    stop = verb[1]
    while stop < site.bound_start and tokens.tags[stop] in "EVGDNJ":
        stop += 1
    return Measured(start, stop, phrase.head, "margin")


def _find_link(tokens: Tokens, verb: int, site: Site) -> int | None:
    """The "to", "at" or "by" between a verb and its level: "climbed (to a record) 67,573"."""
    at = site.bound_start - 1
    while at > verb and (tokens.tags[at] in "DJB" or tokens.lowers[at] == "record"):
        at -= 1
    if tokens.lowers[at] not in ("to", "at", "by", "from"):
        return None
    # "Home to 200 souls" is no level.
    adverb = tokens.tags[at - 1] in "PB" and tokens.lowers[at - 1] != "home"
    listed = tokens.lowers[at - 1] == ","
    return at if at <= verb or site.floor == at or adverb or listed else None


def _is_reached(tokens: Tokens, verb: tuple[int, int]) -> bool:
    """Whether a verb gives its subject the level, as "be" does where that is a rate of something.

    "The annual rate of starts was 261,559 units", "volumes touched 28,450 units".
    """
    word = tokens.lowers[verb[1] - 1]
    if word not in _REACHING and word not in BEING:
        return False
    subject = find_subject(tokens, verb[0])
    if word in _STRIKING and subject is not None:
        # "The strike hit 1,400 flights".
        head = head_of(tokens, *subject)
        lower = tokens.lowers[head] if head is not None else ""
        return lower in _QUANTITIES or is_plural(lower)
    if word in _REACHING or subject is None:
        return word in _REACHING
    # "The rate was 84 crimes per 1,000 people": of crimes.
    paced = not _PACES.isdisjoint(tokens.lowers[subject[0] : subject[1] - 1])
    return paced or tokens.lowers[subject[1] - 1] in _SIZES


def _is_visited(tokens: Tokens, site: Site, verb: tuple[int, int]) -> bool:
    """Whether something goes to so many places: "the tea went to 92 markets", not "sales went"."""
    if tokens.lowers[verb[1] - 1] not in _GOING or tokens.lowers[site.bound_start - 1] != "to":
        return False
    subject = find_subject(tokens, verb[0])
    if subject is None or is_pronoun(tokens, subject):
        return False
    return not any(tokens.lowers[at] in _QUANTITIES for at in range(*subject))


def _of_margin(
    tokens: Tokens, phrase: Phrase, verb: tuple[int, int], site: Site
) -> Measured | None:
    """The clause that a margin decides: "lost his seat by 187 votes", "the plan was refused".

    Votes that are cast on both sides are counted themselves: "was refused by nine votes (to two)".
    """
    start = site.bound_start
    if tokens.lowers[phrase.head] not in _MARGINS:
        return None
    begin = past_auxiliaries(tokens, verb)
    stop = start - 1
    if any(tokens.tags[at] in ".R" for at in range(verb[1], stop)):
        stop = verb[1]
    subject = find_subject(tokens, verb[0]) if begin > verb[0] else None
    if subject is not None and not is_pronoun(tokens, subject):
        begin, stop = subject[0], verb[1]
    if tokens.lowers[phrase.head : phrase.head + 2] == ["votes", "to"]:
        stop = phrase.head + 1
    return Measured(begin, stop, phrase.head, "margin")


def measure_change(tokens: Tokens, site: Site, phrase: Phrase) -> Measured | None:
    """What changes: "a 5% pay rise", "a 5% rise in sales", "sales saw a 5% rise"."""
    start = phrase.start
    while start < phrase.head and (
        tokens.tags[start] in "JB"
        or tokens.lowers[start] in SKIPPED
        or tokens.lowers[start] in YEARLY
    ):
        start += 1
    if start < phrase.head:
        return Measured(start, phrase.head, phrase.head - 1, "change")
    at = phrase.stop
    told = at < site.limit and tokens.lowers[at] in ("in", "of", "for", "to")
    if told and not is_where(tokens, at):
        complement = read_complement(tokens, at, site.limit)
        if complement is not None:
            return complement
    if _is_decided(tokens, site):
        return Measured(phrase.head, phrase.head + 1, phrase.head, "unnamed")
    subject = find_by_subject(tokens, site) or _find_shown(tokens, site)
    if subject is not None and not site.floor and _is_holding(tokens, subject):
        # "The airline announced a 6% increase": it doesn't increase itself, and "the county saw a
        # 6% increase" in what was told before.
        rule = "unnamed" if _is_seen(tokens, site) else "change"
        return Measured(phrase.head, phrase.stop, phrase.head, rule)
    return subject


def _find_shown(tokens: Tokens, site: Site) -> Measured | None:
    """The subject of "show", which looks like a noun: "arson shows a slight 1 percent decline"."""
    at = site.bound_start - 1
    while at > site.floor + 1 and tokens.tags[at] in "DJB":
        at -= 1
    if at <= site.floor or tokens.lowers[at] not in ("show", "shows"):
        return None
    subject = find_subject(tokens, at)
    if subject is None or is_pronoun(tokens, subject):
        return None
    told = tokens.lowers[subject[1] - 1] in _STATISTICS
    return ELIDED if told else Measured(*subject, subject[1] - 1, "subject")


_STATISTICS = frozenset(WORDS["statistics"])


def _is_holding(tokens: Tokens, subject: Measured) -> bool:
    """Whether a subject is a body or a place that has what changes: "the north", "the airline"."""
    placed = subject.head is not None and tokens.lowers[subject.head] in PLACE_NOUNS
    return placed or is_holder(tokens, (subject.start, subject.stop))


def _is_seen(tokens: Tokens, site: Site) -> bool:
    """Whether a verb only says where a change was seen: "the county saw", "Kent had"."""
    verb = find_verb(tokens, site.bound_start)
    return verb is not None and tokens.lowers[verb[1] - 1] in _SEEING


def _is_decided(tokens: Tokens, site: Site) -> bool:
    """Whether somebody only decides on a change, or expects it: "councillors backed a 4% rise"."""
    verb = find_verb(tokens, site.bound_start)
    if verb is None or verb[1] <= site.floor or site.kind not in ("percentage", "money"):
        return False
    return tokens.lowers[verb[1] - 1] in _DECIDING
