"""The subject of a verb of level or change, else the clause that tells what is done."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_VERBS
from figtrail.extraction.clauses import find_subject
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.measured.coordination import past_auxiliaries
from figtrail.extraction.measured.having import (
    acts_on,
    find_act,
    find_lagging,
    is_light,
    may_be_name,
)
from figtrail.extraction.measured.levelling import names_holder
from figtrail.extraction.measured.norms import is_norm, is_share, is_tally, names_forecaster
from figtrail.extraction.measured.placed import is_place
from figtrail.extraction.measured.pointing import is_total, resolve_pronoun
from figtrail.extraction.measured.predicates import read_predicate
from figtrail.extraction.measured.site import (
    COMPARATIVES,
    ELIDED,
    LEVEL_VERBS,
    WORDS,
    Measured,
    Site,
    is_holder,
    is_pronoun,
)
from figtrail.extraction.measured.wholes import ACCOUNTING, COSTING
from figtrail.extraction.nouns import is_people
from figtrail.extraction.phrases import head_of
from figtrail.extraction.tokens import Tokens

_SPEAKING = frozenset("i we you he she".split())
_POSSESSING = frozenset(WORDS["possessing"])
RANKS = frozenset(WORDS["ranks"])
_COMPARING = frozenset(WORDS["comparing"])
_HOLDING = frozenset(WORDS["holding"])
_SURPASSING = frozenset(WORDS["surpassing"])
_WANTING = frozenset(WORDS["wanting"])
_CLOSING = frozenset(WORDS["closing"]) | frozenset(WORDS["recording"])
_SPOKEN = read_sections("speakers.txt")
_MATCHING = frozenset(_SPOKEN["matching"])
_EXPECTING = frozenset(_SPOKEN["expect"] + _SPOKEN["await"]) | _WANTING


def measure_by_subject(
    tokens: Tokens, site: Site, verb: tuple[int, int], *, level: bool
) -> Measured | None:
    """The subject of a verb of level or change, else the clause that tells what is done."""
    lowers, tags = tokens.lowers, tokens.tags
    bounds = find_subject(tokens, verb[0])
    if bounds is not None and lowers[bounds[1] - 1].endswith(("’s", "'s")):
        return ELIDED if site.floor == 0 else None
    if lowers[verb[0]] == "having" and site.floor and site.kind == "percentage" and not level:
        # "Sees a margin of 6%, having guided for 8%": of what was told before.
        return ELIDED
    sized = bounds is not None and bounds[1] <= site.floor and tags[bounds[0] - 1] == "M"
    if sized and level:
        # "An initial £8.5m, which could rise to £11m": of what the figure before measures.
        return ELIDED
    weather = _find_weather(tokens, site, bounds)
    if weather is not None:
        return weather
    pronoun = bounds is None or is_pronoun(tokens, bounds)
    total = bounds is not None and is_total(tokens, bounds)
    if (pronoun or total) and level and not site.floor and bounds is not None:
        named = resolve_pronoun(tokens, bounds)
        if named is not None:
            return named
    if bounds is None or pronoun:
        return _measure_by_pronoun(tokens, site, verb, bounds, level=level)
    return _measure_by_noun(tokens, site, verb, bounds, level=level)


def _measure_by_pronoun(
    tokens: Tokens,
    site: Site,
    verb: tuple[int, int],
    bounds: tuple[int, int] | None,
    *,
    level: bool,
) -> Measured | None:
    """The verb with what it is done to, where its subject names nothing or isn't there."""
    tags, word = tokens.tags, tokens.lowers[verb[1] - 1]
    if word in _COMPARING or (word in _SURPASSING and tokens.lowers[verb[0] - 1] in _POINTED):
        # "That compares to 20.7 points a year before", "that would beat last year's 36m tonnes".
        return ELIDED
    whom = tags[verb[1] : verb[1] + 1] == ["O"] and verb[1] + 1 == site.bound_start
    if whom and word in COSTING and tags[verb[0] - 1] in "RO":
        # "That would cost them £2m a year".
        return Measured(verb[1] - 1, verb[1] + 1, None, "clause")
    if bounds is not None and _is_elsewhere(tokens, bounds):
        return ELIDED
    if level and (bounds is None or not _is_spoken(tokens, bounds)):
        return None
    if all(tags[at] == "A" for at in range(*verb)):
        lagging = find_lagging(tokens, site)
        if lagging is not None:
            return lagging
    begin = past_auxiliaries(tokens, verb)
    if bounds is not None and is_light(tokens, begin, verb[1], site):
        return find_act(tokens, site) or Measured(begin, verb[1], None, "light")
    return Measured(begin, _clause_stop(tokens, verb[1], site.bound_start), None, "clause")


def _measure_by_noun(
    tokens: Tokens, site: Site, verb: tuple[int, int], bounds: tuple[int, int], *, level: bool
) -> Measured | None:
    """A subject that names something: itself, or with what it does."""
    word = tokens.lowers[verb[1] - 1]
    expecting = not _EXPECTING.isdisjoint(tokens.lowers[verb[0] : site.bound_start])
    if expecting and names_forecaster(tokens, bounds):
        # "Analysts had been looking for $1.10": of what was reported before.
        return ELIDED
    reached = word in ("reach", "total", "hit") and tokens.lowers[verb[1] - 2] == "to"
    if reached and site.floor and bounds[0] <= site.floor < verb[1] and site.kind == "count":
        # "Added 90 cases to reach 2,100".
        return ELIDED
    holding = _find_holding(tokens, site, verb, bounds)
    if holding is not None:
        return holding
    if _is_elsewhere(tokens, bounds):
        return ELIDED
    if level and not _is_spoken(tokens, bounds):
        return None if is_total(tokens, bounds) else _measure_level(tokens, site, verb, bounds)
    added = _measure_added(tokens, site, verb, bounds)
    if added is not None:
        return added
    stop = _clause_stop(tokens, verb[1], site.bound_start)
    return Measured(bounds[0], stop, head_of(tokens, *bounds), "clause")


def _is_elsewhere(tokens: Tokens, bounds: tuple[int, int]) -> bool:
    """Whether a subject has what was told before: "while that (in the other group) rose by 4"."""
    placed = tokens.tags[bounds[0]] == "P" and tokens.lowers[bounds[0]] != "of"
    return placed and tokens.lowers[bounds[0] - 1] in _POINTING


def _is_spoken(tokens: Tokens, bounds: tuple[int, int]) -> bool:
    """Whether a subject is a person who only does what is told: "we", "he"."""
    return tokens.lowers[bounds[1] - 1] in _SPEAKING


def _find_weather(tokens: Tokens, site: Site, bounds: tuple[int, int] | None) -> Measured | None:
    """Where or when it is so warm: "it was 34 degrees at night"."""
    if bounds is None or tokens.lowers[bounds[1] - 1] != "it" or site.unit not in _DEGREES:
        return None
    if site.after >= len(tokens.words) or tokens.tags[site.after] != "P":
        return None
    placed = read_predicate(tokens, site.after, site.reach)
    named = placed is not None and is_place(tokens, (placed.start + 1, placed.stop))
    # "It was 31C in Oban": of what was told before.
    return placed._replace(rule="held") if placed is not None and named else placed


_POINTING = frozenset(("that", "those"))
_POINTED = _POINTING | {"this", "it", "which"}
_DEGREES = frozenset(("celsius", "fahrenheit", "degree"))


def _measure_added(
    tokens: Tokens, site: Site, verb: tuple[int, int], bounds: tuple[int, int]
) -> Measured | None:
    """What a form in -ing behind a comma says by itself: "the farm lost 40 cows, (costing it) £9".

    It may only set the figure before against another ("earned £4m, beating £3m"), or give the
    subject its level ("zinc fell, closing at $40").
    """
    word, start = tokens.lowers[verb[1] - 1], verb[0]
    head = head_of(tokens, *bounds)
    if tokens.tags[start] == "G" and tokens.lowers[start - 1] == ",":
        if word in _MATCHING and site.floor > bounds[1]:
            return ELIDED
        if word in _SPOKEN["state"]:
            # "He denied it, saying 2.3m were in stock".
            return ELIDED
        if word in _MATCHING or word in _CLOSING:
            return Measured(*bounds, head, "subject")
        return Measured(start, _clause_stop(tokens, verb[1], site.bound_start), None, "clause")
    return None


def _measure_level(
    tokens: Tokens, site: Site, verb: tuple[int, int], bounds: tuple[int, int]
) -> Measured:
    """The subject that a verb gives a level, or the clause where that only names who has it."""
    word = tokens.lowers[verb[1] - 1]
    # "The cap will slip to £1,465": what moves is measured itself.
    compared = tokens.lowers[site.after : site.after + 1]
    moved = word in CHANGE_VERBS or (compared and compared[0] in COMPARATIVES)
    if site.floor and word not in CHANGE_VERBS and is_share(tokens, bounds):
        return ELIDED
    if is_tally(tokens, bounds) or (not moved and is_norm(tokens, bounds)):
        return Measured(*bounds, head_of(tokens, *bounds), "norm")
    if site.kind == "count" and site.unit is None and acts_on(tokens, verb, bounds):
        # "Dealers have fixed 9,000 so far": of what was told before.
        return _with_verb(tokens, bounds, verb, "held")
    counted = site.floor and site.kind == "count" and word not in _HOLDING
    if counted and is_holder(tokens, bounds):
        # "The chain opened 23 shops, closed 11": it isn't what is counted.
        return _with_verb(tokens, bounds, verb, "held")
    named = (word in CHANGE_VERBS or site.kind == "count") and (
        names_holder(tokens, site, word, bounds)
    )
    if named and (site.kind == "money" or not is_place(tokens, bounds)):
        # A name by itself isn't measured: "Akita lost 1.75 percent".
        return _with_verb(tokens, bounds, verb, "clause")
    return Measured(*bounds, head_of(tokens, *bounds), "subject")


def _with_verb(
    tokens: Tokens, bounds: tuple[int, int], verb: tuple[int, int], rule: str
) -> Measured:
    """A subject with its verb, or alone before an aside with figures: "the farm, which had 9 …"."""
    apart = "M" in tokens.tags[bounds[1] : verb[0]]
    return Measured(bounds[0], bounds[1] if apart else verb[1], None, rule)


def _find_holding(
    tokens: Tokens, site: Site, verb: tuple[int, int], bounds: tuple[int, int]
) -> Measured | None:
    """What somebody only wants or has of what was told before; None where a verb says more."""
    wanting = tokens.lowers[verb[1] - 1] in _WANTING and _wants(tokens, bounds)
    if wanting and site.kind != "duration":
        return Measured(bounds[0], verb[1], None, "light")
    if not is_holder(tokens, bounds) and not may_be_name(tokens, bounds):
        return None
    if _is_ranked(tokens, verb[1], site.bound_start):
        return ELIDED
    held = _is_held(tokens, site, verb[1])
    return _with_verb(tokens, bounds, verb, "held") if held else None


def _wants(tokens: Tokens, bounds: tuple[int, int]) -> bool:
    """Whether a subject can want something: persons, a body, or a form with its name."""
    head = head_of(tokens, *bounds)
    if is_holder(tokens, bounds):
        return True
    return head is not None and is_people(tokens.lowers[head])


def is_levelled(word: str) -> bool:
    """Whether a verb form gives its subject a level or a change, and not only holds something."""
    return (word in LEVEL_VERBS or word in CHANGE_VERBS) and word not in _HOLDING


def _is_held(tokens: Tokens, site: Site, verb: int) -> bool:
    """Whether a verb only gives its subject what was counted before: "Germany took in 80,900"."""
    word = tokens.lowers[verb - 1]
    kept = word in _HOLDING
    # "Labour has 44%" says what is measured, "Begusarai recorded 67.3%" where.
    fitting = kept if site.kind == "money" else not kept or site.kind != "percentage"
    if site.kind not in ("count", "rate", "money", "percentage", "measurement") or not fitting:
        return False
    if word in ACCOUNTING:
        return verb == site.bound_start - 1
    return word in _POSSESSING and all(
        tokens.tags[at] in "BD" or tokens.lowers[at] in ("in", "on", "up")
        for at in range(verb, site.bound_start)
    )


def _is_ranked(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether a verb tells the rank of its subject: "was next on 13.8%", "has the most, at 40"."""
    return tokens.lowers[stop - 1] in ("on", "with", "at") and not RANKS.isdisjoint(
        tokens.lowers[start:stop]
    )


def _clause_stop(tokens: Tokens, verb: int, start: int) -> int:
    """Take an object between verb and number into the clause: "fined Google €3bn"."""
    stop = verb
    while stop < start and tokens.tags[stop] in "DNJO":
        stop += 1
    while stop == start and stop > verb and _is_sizing(tokens, stop - 1, verb):
        # "Have spent a whopping £9m", "donated an extra £9,000".
        stop -= 1
    if stop > verb and tokens.lowers[stop - 1] in ("total", "sum", "combined", "average"):
        # "Sent a total of £2.7bn".
        return verb
    closed = stop >= start or tokens.tags[stop] in "PB" or tokens.lowers[stop] == ","
    return stop if closed else verb


def _is_sizing(tokens: Tokens, at: int, floor: int) -> bool:
    """Whether a word right before a number says how big it is: "a whopping", "an extra"."""
    if tokens.tags[at] == "D":
        return tokens.lowers[at] in ("a", "an")
    article = at - 1
    while article > floor and tokens.tags[article] in "JB":
        article -= 1
    return tokens.tags[at] in "JB" and tokens.lowers[article] in ("a", "an")
