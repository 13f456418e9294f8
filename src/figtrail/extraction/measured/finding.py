"""The phrase that says what a number measures, wherever its sentence has it."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_NOUNS
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.measured.asides import find_aside
from figtrail.extraction.measured.beside import (
    find_changed_by,
    find_dearer,
    find_equal,
    find_losing,
    find_purposed,
    find_replaced,
    find_told_after,
)
from figtrail.extraction.measured.clauses import find_by_clause
from figtrail.extraction.measured.converted import find_converted
from figtrail.extraction.measured.counted import measure_change, measure_counted
from figtrail.extraction.measured.labelled import find_labelled
from figtrail.extraction.measured.lengths import find_length, is_direction
from figtrail.extraction.measured.links import find_linked
from figtrail.extraction.measured.modifiers import find_modified
from figtrail.extraction.measured.moving import find_put
from figtrail.extraction.measured.multiples import find_likely, find_multiplied
from figtrail.extraction.measured.norms import is_norm_phrase
from figtrail.extraction.measured.owner import find_by_subject
from figtrail.extraction.measured.predicates import find_doing, find_done, read_predicate
from figtrail.extraction.measured.restating import find_owned
from figtrail.extraction.measured.site import (
    ELIDED,
    LEVEL_NOUNS,
    TIMES,
    WORDS,
    YEARLY,
    Measured,
    Site,
    measure_noun,
)
from figtrail.extraction.measured.stances import find_filled
from figtrail.extraction.measured.starts import find_noun_start
from figtrail.extraction.measured.wholes import find_whole, with_said
from figtrail.extraction.phrases import Phrase, read_noun_phrase
from figtrail.extraction.rules import Ladder, needs
from figtrail.extraction.tokens import Tokens

_POSSESSIVES = frozenset(read_sections("grammar.txt")["possessives"])
_GRADES = frozenset(f"{letter}s" for letter in "ABCDE")
_RATES = frozenset(("rate", "ratio"))
_MARKS = frozenset(("mark", "barrier", "milestone"))
_LIMITS = frozenset(WORDS["limits"])
_LEADING = frozenset(("leading", "resulting", "according", "prompting", "forcing"))
_MANNERS = frozenset(WORDS["manner_words"])
_ACTIVITIES = frozenset(WORDS["activities"])


def _hides_change(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a noun of change, mistaken for its verb, ends a phrase that says over what time."""
    following = tokens.lowers[phrase.stop : phrase.stop + 1]
    return tokens.lowers[phrase.head] in YEARLY and following != [] and following[0] in CHANGE_NOUNS


def _with_change(phrase: Phrase) -> Phrase:
    """The phrase with the noun of change behind it for its head."""
    return Phrase(phrase.start, phrase.stop + 1, phrase.stop + 1, phrase.stop)


def _is_time(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase only says when: "against 63% (last time)"."""
    head = tokens.lowers[phrase.head]
    return tokens.lowers[phrase.start] == "last" and (head == "time" or head in TIMES)


def _is_manner(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a word behind a number only says how or when: "£5m net", "$16 early in trading"."""
    alone = phrase.start == phrase.head and phrase.core_stop == phrase.start + 1
    return alone and tokens.lowers[phrase.head] in _MANNERS


@needs(_POSSESSIVES)
def _find_part(tokens: Tokens, site: Site) -> Measured | None:
    """What a fraction is of, without "of": "half its capacity"; "halved its losses" is a verb."""
    number, at = site.number, site.after
    if number.form != "fraction" or number.change is not None or at + 1 >= site.limit:
        return None
    if tokens.lowers[at] not in _POSSESSIVES:
        return None
    halved = read_noun_phrase(tokens, at + 1)
    return measure_noun(tokens, halved, site.limit, "complement") if halved is not None else None


@needs(_RATES)
def _find_rate(tokens: Tokens, site: Site, phrase: Phrase | None) -> Measured | None:
    """The named rate that a counted noun only sizes: "a birth rate of 1.56 children a woman"."""
    if site.kind != "rate" or phrase is None or not site.bound_start:
        return None
    last = site.bound_start - 1
    if tokens.lowers[last] == "of":
        start = find_noun_start(tokens, last, site.floor)
        named = start < last - 1 and tokens.lowers[last - 1] in _RATES
        return Measured(start, last, last - 1, "preceding") if named else None
    subject = find_by_subject(tokens, site)
    if subject is None or subject.head is None or subject.stop - subject.start < 2:
        return None
    return subject if tokens.lowers[subject.head] in _RATES else None


def _find_level(tokens: Tokens, site: Site, phrase: Phrase | None) -> Measured | None:
    """A level that follows is elided, but for a limit of time: "inside the 18-week standard"."""
    if phrase is None:
        return None
    if tokens.lowers[phrase.head] in _MARKS and not site.floor and site.kind == "count":
        # "Cases crossed the 10,000 mark".
        return find_by_subject(tokens, site._replace(bound_start=site.number.first)) or ELIDED
    if tokens.lowers[phrase.head] not in LEVEL_NOUNS:
        return None
    if site.kind == "money":
        return None
    limiting = site.kind == "duration" and tokens.lowers[phrase.head] in _LIMITS
    if phrase.head != phrase.start:
        # "Short of the 78% national target".
        told = not limiting and site.kind != "multiple" and site.floor
        told = told and is_norm_phrase(tokens, phrase)
        return Measured(phrase.start, phrase.stop, phrase.head, "norm") if told else None
    return measure_noun(tokens, phrase, site.limit, "following") if limiting else ELIDED


@needs(YEARLY, CHANGE_NOUNS)
def _find_yearly(tokens: Tokens, site: Site, phrase: Phrase | None) -> Measured | None:
    """What changes where the noun of change was taken for a verb: "a 9% year-on-year fall"."""
    if phrase is None or not _hides_change(tokens, phrase):
        return None
    return measure_change(tokens, site, _with_change(phrase))


@needs(map(str.lower, _GRADES))
def _find_grade(tokens: Tokens, site: Site) -> Measured | None:
    """The grade that a number counts: "54 As"."""
    at = site.number.stop
    graded = at < len(tokens.words) and tokens.words[at] in _GRADES
    return Measured(at, at + 1, None, "counted") if graded else None


@needs(("over", "under"), ("s",))
def _find_aged(tokens: Tokens, site: Site) -> Measured | None:
    """The persons of an age that a number counts: "310 over-75s"."""
    at = site.number.stop
    if tokens.lowers[at : at + 1] not in (["over"], ["under"]):
        return None
    years = at + 1 + (tokens.lowers[at + 1 : at + 2] == ["-"])
    aged = tokens.tags[years : years + 1] == ["M"] and tokens.lowers[years + 1 : years + 2] == ["s"]
    return Measured(at, years + 2, None, "counted") if aged else None


def _find_inside(tokens: Tokens, site: Site) -> Measured | None:
    """The noun inside a proportion: "one voter in three"."""
    number = site.number
    if number.form != "proportion" or tokens.tags[number.first + 1] not in "NJ":
        return None
    inner = read_noun_phrase(tokens, number.first + 1)
    if inner is None or inner.stop >= number.stop:
        return None
    noun = measure_noun(tokens, inner, number.stop, "counted")
    said = _find_said(tokens, site)
    return noun._replace(stop=said) if said is not None else noun


def _find_said(tokens: Tokens, site: Site) -> int | None:
    """Where what is said of "one voter in three" stops: of voters that says what is measured."""
    at = site.number.stop
    verb = next((one for one in range(at, site.reach) if tokens.tags[one] in "AVvEG.RC"), None)
    if (
        verb is None
        or tokens.tags[verb] in ".RC"
        or any(tokens.tags[one] not in "PDNJB" for one in range(at, verb))
    ):
        return None
    said = read_predicate(tokens, at, site.reach)
    return said.stop if said is not None and said.stop > verb else None


def _find_following(tokens: Tokens, site: Site, phrase: Phrase | None) -> Measured | None:
    """What the noun phrase behind a number makes of it: what is counted, or what changes."""
    if phrase is None or is_direction(tokens, site, phrase.start):
        return None
    if tokens.tags[phrase.start] == "v" and tokens.lowers[site.bound_start - 1] == "of":
        # "The forecast of 25 tonnes looks high".
        return None
    act = tokens.tags[phrase.start] == "G" and phrase.stop == phrase.start + 1
    if act and site.kind == "percentage" and tokens.tags[phrase.stop : phrase.stop + 1] == ["D"]:
        # "With 8% achieving a merit".
        return read_predicate(tokens, phrase.start, site.reach)
    changing = site.kind == "multiple" and tokens.lowers[phrase.head] in CHANGE_NOUNS
    if site.kind in ("count", "rate", "ratio", "multiple") and not changing:
        return measure_counted(tokens, site, phrase)
    done = find_done(tokens, site, phrase)
    if done is not None:
        return done
    if tokens.lowers[phrase.head] in CHANGE_NOUNS:
        return measure_change(tokens, site, phrase) or ELIDED
    limit = phrase.stop if _opens_clause(tokens, site, phrase) else site.limit
    return measure_noun(tokens, phrase, limit, "following")


def _opens_clause(tokens: Tokens, site: Site, phrase: Phrase) -> bool:
    """Whether a form in -ed is the verb of a clause: "a 4.8-magnitude quake (rattled) Napier"."""
    sized = site.kind in ("measurement", "score", "duration") and not site.floor
    if not sized or tokens.tags[phrase.stop : phrase.stop + 1] != ["E"]:
        return False
    return not any(tag in "AVvE" for tag in tokens.tags[: site.bound_start])


def _is_clause(tokens: Tokens, site: Site, phrase: Phrase) -> bool:
    """Whether a clause goes on behind a size: "by £9m leading to cuts", "for £9 Lee Orr said"."""
    following = tokens.tags[phrase.stop : phrase.stop + 1]
    if phrase.head == phrase.start and tokens.tags[phrase.head] == "G":
        leads = tokens.lowers[phrase.head] in _LEADING
        shared = tokens.lowers[site.bound_start - 1] == "with" and following == ["D"]
        return (leads or shared) and tokens.lowers[phrase.head] not in _ACTIVITIES
    named = tokens.words[phrase.head][0].isupper()
    return named and tokens.lowers[phrase.stop : phrase.stop + 1] in (["said"], ["told"])


# What the words at a number say of it, whatever noun follows, and what they say with that noun.
_BESIDE = Ladder(
    find_owned,
    find_converted,
    find_length,
    find_told_after,
    find_purposed,
    find_losing,
    find_dearer,
    find_equal,
    find_changed_by,
    find_replaced,
    find_filled,
    _find_grade,
    _find_aged,
    _find_inside,
    _find_part,
    find_modified,
)
_FOLLOWING = Ladder(_find_level, _find_yearly, find_multiplied, _find_rate, _find_following)


_APART = Ladder(find_labelled, find_put, find_aside)


def find_measured(tokens: Tokens, site: Site, phrase: Phrase | None) -> Measured | None:
    """The phrase of this sentence that says what a number measures; None where it is elided.

    `phrase` is the noun phrase that directly follows the number and its unit.
    """
    if (
        phrase is not None
        and site.kind in ("money", "percentage")
        and _is_clause(tokens, site, phrase)
    ):
        phrase = None
    for find in _BESIDE.allowed_by(tokens):
        found = find(tokens, site)
        if found is not None:
            return found
    if phrase is not None and (_is_time(tokens, phrase) or _is_manner(tokens, phrase)):
        phrase = None
    for find_with in _FOLLOWING.allowed_by(tokens):
        found = find_with(tokens, site, phrase)
        if found is not None:
            return found
    if phrase is None and (doing := find_doing(tokens, site)) is not None:
        return doing
    return _find_apart(tokens, site)


def _find_apart(tokens: Tokens, site: Site) -> Measured | None:
    """The measured phrase of a number that no noun of its own follows."""
    if site.kind == "percentage" and (likely := find_likely(tokens, site)) is not None:
        return likely
    for find in _APART.allowed_by(tokens):
        found = find(tokens, site)
        if found is not None:
            return found
    preceding = find_linked(tokens, site)
    if preceding is not None:
        return preceding if preceding.stop > preceding.start else None
    if site.after < len(tokens.words) and tokens.lowers[site.after] == "of":
        shared = find_whole(tokens, site)
        if shared is not None:
            return with_said(tokens, site, shared)
    return find_by_clause(tokens, site)
