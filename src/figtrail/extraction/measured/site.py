"""Where a number stands, what it measures as a phrase, and the phrases around it."""

from __future__ import annotations

from typing import NamedTuple

from figtrail.extraction.lexicon import read_sections, read_words
from figtrail.extraction.nouns import is_plural, singular
from figtrail.extraction.numbers import Number
from figtrail.extraction.phrases import Phrase, extend_phrase, head_of, read_noun_phrase
from figtrail.extraction.tokens import Tokens

WORDS = read_sections("measured_words.txt")
LEVEL_VERBS = frozenset(WORDS["level_verbs"])
SKIPPED = frozenset(WORDS["skipped"])
HOLDERS = frozenset(WORDS["holders"])
LEVEL_NOUNS = frozenset(read_sections("nouns.txt")["levels"])
YEARLY = read_words("change_words.txt")["periodic"]
LIMITING = frozenset(WORDS["limiting"])
TIMES = frozenset(WORDS["times"])
_MANNERS = frozenset(WORDS["manners"])
# Of the words in the names of indices, these stand in those of places and contests as well.
QUANTITIES = frozenset(WORDS["quantities"]) | (
    frozenset(read_sections("nouns.txt")["indices"])
    - {"league", "shanghai", "composite", "jse", "s", "p"}
)
REMAINING = frozenset(WORDS["remaining"])
COMPARATIVES = frozenset(WORDS["comparatives"])


class Measured(NamedTuple):
    """A phrase by token bounds (stop exclusive) with its head noun, and how it was found."""

    start: int
    stop: int
    head: int | None
    rule: str


class Site(NamedTuple):
    """Where a number stands: the token bounds that the search for its noun must respect.

    `bound_start` is where its comparator starts, `after` the token after unit and denominator,
    `limit` the token that complements must not pass, `floor` the token after the figure before,
    `reach` the token that a predicate must not pass (a duration or length may stand in it), and
    `unit` that of the number, where it is stated.
    """

    number: Number
    kind: str
    bound_start: int
    after: int
    limit: int
    floor: int
    reach: int
    unit: str | None


def measure_noun(tokens: Tokens, phrase: Phrase, limit: int, rule: str) -> Measured:
    """A noun phrase with the complements that identify it, up to token `limit`."""
    extended = extend_phrase(tokens, phrase, limit)
    start = extended.start
    while start < extended.head and tokens.lowers[start] in SKIPPED:
        start += 1
    return Measured(start, extended.stop, extended.head, rule)


def read_complement(tokens: Tokens, preposition: int, limit: int) -> Measured | None:
    """The noun phrase behind a preposition: "£5m (for roads)"."""
    at = preposition + 1
    if tokens.lowers[preposition] == "to" and _is_infinitive(tokens, at):
        at += 1
    if tokens.lowers[at : at + 1] in (["each"], ["every"]):
        if tokens.lowers[preposition] != "to":
            # "87p of every pound", "£40 for each child": what takes it is measured.
            return None
        at += 1
    past = past_size(tokens, at)
    if past != at:
        at, limit = past, len(tokens.words)
    at = _past_bound(tokens, at)
    counted = tokens.tags[at : at + 2]
    if counted == ["G", "M"]:
        # "£3m on mending 18 old ferries".
        done = (
            read_noun_phrase(tokens, at + 2, counted=True) if at + 2 < len(tokens.words) else None
        )
        return Measured(at, done.stop, done.head, "complement") if done is not None else None
    if counted[:1] == ["M"] and tokens.lowers[at + 1 : at + 2] in (["more"], ["extra"]):
        # "For four more water bombers".
        at += 1
        counted = ["M", *tokens.tags[at + 1 : at + 2]]
    if counted in (["M", "N"], ["M", "J"], ["M", "E"]):
        # "£1.1m on two inclusion hubs": what is paid for is counted as well.
        several = read_noun_phrase(tokens, at + 1, counted=True)
        if several is None or not is_plural(tokens.lowers[several.head]):
            return None
        return measure_noun(tokens, several, several.stop, "complement")
    while at < limit and tokens.tags[at] == "D":
        at += 1
    if at >= limit or tokens.tags[at] == "M":
        return None
    phrase = read_noun_phrase(tokens, at, counted=tokens.lowers[preposition] == "of")
    if phrase is not None and phrase.stop > limit:
        phrase = _clip(tokens, phrase, limit)
    if phrase is None or len(tokens.words[phrase.head]) < 2 or _is_time(tokens, phrase):
        return None
    return measure_noun(tokens, phrase, limit, "complement")


def _past_bound(tokens: Tokens, at: int) -> int:
    """Over a comparator to the number of what is counted: "for (at least) six schools"."""
    stop = at
    while stop < at + _BOUND and tokens.lowers[stop : stop + 1] and tokens.lowers[stop] in _BOUNDS:
        stop += 1
    return stop if stop > at and tokens.tags[stop : stop + 1] == ["M"] else at


_BOUNDS = frozenset(WORDS["bounds"])
# How many tokens a comparator has.
_BOUND = 2


def _is_time(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase says when or how: "for the full year", "in real terms"."""
    if tokens.lowers[phrase.start : phrase.start + 2] in (["first", "half"], ["second", "half"]):
        return True
    ended = tokens.tags[phrase.stop : phrase.stop + 1] not in (["v"], ["V"])
    if tokens.lowers[phrase.head] in _MANNERS:
        # "Fares rose 3% in real terms".
        return True
    return ended and tokens.lowers[phrase.head] in TIMES


def past_size(tokens: Tokens, at: int) -> int:
    """Over an article and a hyphened size: "on a (7.2-mile) bus line"."""
    number = at + (tokens.tags[at : at + 1] == ["D"])
    sized = tokens.tags[number : number + 1] == ["M"] and tokens.lowers[
        number + 1 : number + 2
    ] == ["-"]
    return number + 3 if sized and tokens.tags[number + 3 : number + 4] == ["N"] else at


def _clip(tokens: Tokens, phrase: Phrase, limit: int) -> Phrase | None:
    """A noun phrase without what follows token `limit`: "electricity (last year)"."""
    for head in range(limit - 1, phrase.start - 1, -1):
        done = head == phrase.start and tokens.tags[head] == "G"
        if (tokens.tags[head] == "N" or done) and not tokens.lowers[head].endswith(("’s", "'s")):
            return Phrase(phrase.start, head + 1, head + 1, head)
    return None


def _is_infinitive(tokens: Tokens, at: int) -> bool:
    """Whether what follows "to" is a verb: "£5m to improve roads", not "£5m to charities"."""
    if at + 1 >= len(tokens.words) or tokens.words[at][0].isupper():
        return False
    if tokens.tags[at] == "J":
        # "To open 12 schools", "to clean the bay".
        return tokens.tags[at + 1] in "DM"
    if tokens.tags[at] not in "Nv":
        return False
    return not is_plural(tokens.lowers[at]) and tokens.tags[at + 1] in "DNJMEGP"


ELIDED = Measured(0, 0, None, "elided")


def is_holder(tokens: Tokens, bounds: tuple[int, int]) -> bool:
    """Whether a subject only has what the number counts: a name, a firm, a council, a country."""
    words = tokens.words[bounds[0] : bounds[1]]
    if tokens.lowers[bounds[1] - 1] in QUANTITIES:
        return False
    # "The ruling Free Labour League": what it is called, behind an adjective.
    named = next((at for at, word in enumerate(words) if word[0].isupper()), len(words))
    led = all(tokens.tags[bounds[0] + at] in "JG" for at in range(named))
    called = all(word[0].isupper() or word in _JOINING for word in words[named:])
    # A sentence's first word has its capital anyway.
    if led and called and named < len(words) and bounds != (0, 1):
        return True
    head = head_of(tokens, *bounds)
    return head is not None and singular(tokens.lowers[head]) in HOLDERS


_JOINING = ("of", "and", "the", "&", ",", "’", "'")


def is_pronoun(tokens: Tokens, bounds: tuple[int, int]) -> bool:
    """Whether a phrase names nothing itself; "those under 16" does."""
    if tokens.lowers[bounds[0]] == "those" and bounds[1] > bounds[0] + 1:
        return False
    return all(tokens.tags[index] in "ODPRCMB." for index in range(*bounds))
