"""The subject, object or predicate of the clause that a number stands in."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_VERBS
from figtrail.extraction.clauses import find_subject, find_verb
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.measured.links import is_compared
from figtrail.extraction.measured.predicates import find_predicate, read_predicate
from figtrail.extraction.measured.site import (
    COMPARATIVES,
    ELIDED,
    LEVEL_VERBS,
    WORDS,
    Measured,
    Site,
    is_pronoun,
    measure_noun,
    read_complement,
)
from figtrail.extraction.measured.verbless import find_gapped, find_verbless
from figtrail.extraction.phrases import head_of, read_noun_phrase
from figtrail.extraction.tokens import Tokens

_REPORTING = frozenset(WORDS["reporting"])
_OBJECT_PREPOSITIONS = frozenset(WORDS["object_prepositions"])
_CONTRASTS = frozenset("compared compare comparing against versus vs up down".split())
_SPEAKING = frozenset("i we you he she".split())
_TOTALS = frozenset(read_sections("measured_words.txt")["totals"])
_ADDING = frozenset(read_sections("measured_words.txt")["adding"])
_LEAVING = frozenset(read_sections("measured_words.txt")["leaving"])


def find_by_clause(tokens: Tokens, site: Site) -> Measured | None:
    """The subject, object or predicate of the number's clause, as its verb asks."""
    lowers, tags = tokens.lowers, tokens.tags
    start = site.bound_start
    if (
        site.kind == "money"
        and site.after < site.limit
        and lowers[site.after] in ("of", "in", "on", "for", "towards")
    ) and (lowers[site.after] == "of" or (site.floor and not _is_reached(tokens, start))):
        complement = read_complement(tokens, site.after, site.limit)
        if complement is not None:
            return complement
    verb = _own_verb(tokens, site)
    if start == 1 and lowers[0] == "at" and lowers[site.after : site.after + 1] == [","]:
        fronted = _fronted(tokens, site.after + 1)
        if fronted is not None:
            return fronted
    if site.floor and lowers[site.after : site.after + 1] in (["above"], ["below"]):
        # "$2.76 a gallon, about 10 cents below guidance": how far off the figure before is.
        return None
    if (
        start
        and lowers[start - 1] == ","
        and site.after < site.limit
        and tags[site.after] in "AVEv"
    ):
        # "Asked who would do better, 51% nominated her".
        said = find_predicate(tokens, site)
        if said is not None:
            return said
    if verb is None and start < site.number.first and tags[start] in "EVv":
        # The comparator is the verb: "temperatures topped 40C".
        passing = find_subject(tokens, start)
        if passing is not None and not is_pronoun(tokens, passing):
            return Measured(*passing, head_of(tokens, *passing), "subject")
    if verb is None:
        verb = find_verb(tokens, start)
    if site.floor and is_compared(tokens, start):
        contrast = lowers[start - 1] in _CONTRASTS or lowers[start - 2] in _CONTRASTS
        if contrast or verb is None or verb[1] <= site.floor:
            return None
    if verb is None or verb[1] <= site.floor or _new_clause(tokens, verb[1], start):
        subject = find_predicate(tokens, site)
        if subject is not None:
            return subject
        return find_gapped(tokens, site) or (
            None if site.floor or verb else find_verbless(tokens, start)
        )
    word = lowers[verb[1] - 1]
    if word in _REPORTING and start - verb[1] <= 1:
        return find_predicate(tokens, site)
    if site.after < len(tokens) and verb[1] < start:
        compared = tags[site.after] == "J" and lowers[site.after].endswith("er")
        if lowers[site.after] in COMPARATIVES or (compared and site.floor):
            return None
    if word in _LEAVING and site.after < site.limit and tags[site.after] in "JEPN":
        left = read_predicate(tokens, site.after, site.reach)
        if left is not None:
            return left
    level = word in LEVEL_VERBS or word in CHANGE_VERBS or site.kind == "multiple"
    added = word in _ADDING and lowers[site.after : site.after + 1] == ["to"]
    if (
        (added or not level)
        and site.kind == "money"
        and site.after < site.limit
        and lowers[site.after] in _OBJECT_PREPOSITIONS
    ):
        complement = read_complement(tokens, site.after, site.limit)
        if complement is not None:
            return complement
    direct = _object(tokens, verb[1], start)
    if direct is not None and tags[verb[1] - 1] != "A":
        return direct
    if site.floor and site.kind in ("count", "rate") and verb[0] and tags[verb[0] - 1] == "R":
        return None
    subject_bounds = find_subject(tokens, verb[0])
    if subject_bounds is not None and lowers[subject_bounds[1] - 1].endswith(("’s", "'s")):
        return ELIDED if site.floor == 0 else None
    pronoun = subject_bounds is None or is_pronoun(tokens, subject_bounds)
    spoken = subject_bounds is not None and lowers[subject_bounds[1] - 1] in _SPEAKING
    if level and not spoken:
        if subject_bounds is None or pronoun or _is_total(tokens, subject_bounds):
            return None
        if word in CHANGE_VERBS and _is_named(tokens, subject_bounds):
            # A name by itself isn't measured: "Akita lost 1.75 percent".
            return Measured(subject_bounds[0], verb[1], None, "clause")
        return Measured(*subject_bounds, head_of(tokens, *subject_bounds), "subject")
    begin = verb[0] if subject_bounds is None or pronoun else subject_bounds[0]
    while begin < verb[1] - 1 and tags[begin] == "A":
        begin += 1
    head = head_of(tokens, *subject_bounds) if subject_bounds is not None and not pronoun else None
    return Measured(begin, _clause_stop(tokens, verb[1], start), head, "clause")


def _fronted(tokens: Tokens, at: int) -> Measured | None:
    """The subject that a fronted level belongs to: "At 2.1%, inflation is …"."""
    while at < len(tokens) and tokens.tags[at] == "D":
        at += 1
    phrase = read_noun_phrase(tokens, at) if at < len(tokens) else None
    return measure_noun(tokens, phrase, len(tokens), "subject") if phrase is not None else None


def _is_total(tokens: Tokens, bounds: tuple[int, int]) -> bool:
    """Whether a subject only stands for a number said before: "the total rose to 40"."""
    return bounds[1] == bounds[0] + 1 and tokens.lowers[bounds[0]] in _TOTALS


def _is_named(tokens: Tokens, bounds: tuple[int, int]) -> bool:
    """Whether a phrase is nothing but a name; a sentence's first word has its capital anyway."""
    words = tokens.words[bounds[0] : bounds[1]]
    return bounds[1] > 1 and all(word[0].isupper() for word in words)


def _is_reached(tokens: Tokens, at: int) -> bool:
    """Whether the number is the level that a change ends at: "rose 6% to $148 in late trading"."""
    return at > 0 and tokens.lowers[at - 1] in ("to", "from", "at")


def _clause_stop(tokens: Tokens, verb: int, start: int) -> int:
    """Take an object between verb and number into the clause: "fined Google €3bn"."""
    stop = verb
    while stop < start and tokens.tags[stop] in "DNJO":
        stop += 1
    return stop if stop == start or tokens.tags[stop] in "PB" else verb


def _own_verb(tokens: Tokens, site: Site) -> tuple[int, int] | None:
    """A multiple that is itself the verb: "prices doubled", "has trebled"."""
    number = site.number
    if number.form not in ("multiple", "fraction") or number.change is None:
        return None
    first = min(number.first, site.bound_start)
    while first and tokens.tags[first - 1] in "AB":
        first -= 1
    return first, number.stop


def _new_clause(tokens: Tokens, verb: int, number: int) -> bool:
    """Whether a clause boundary stands between a verb and the number."""
    for index in range(verb, number):
        lower = tokens.lowers[index]
        if lower in (
            ";",
            ":",
            "“",
            "”",
            '"',
            "that",
            "while",
            "whereas",
            "if",
            "because",
            "but",
            "(",
            "–",
            "—",
        ):
            return True
        if tokens.tags[index] == "R" and lower not in ("how",):
            return True
        if (
            lower in (",", "and")
            and index + 1 < number
            and tokens.lowers[index + 1] in ("of", "in", "and")
        ):
            return True
    return False


def _object(tokens: Tokens, start: int, stop: int) -> Measured | None:
    """The object between a verb and "by/to/from/at/for" + number: "cut emissions by 5%"."""
    at = start
    if at + 2 < stop and tokens.lowers[at] == "to" and tokens.tags[at + 1] in "Nv":
        at += 2
    if tokens.lowers[at : at + 1] in (["it"], ["them"]) and at + 1 < stop:
        return ELIDED
    while at < stop and tokens.tags[at] in "DB":
        at += 1
    begin = at
    if at + 2 < stop and tokens.lowers[at] == "per" and tokens.tags[at + 1] == ".":
        at += 2
    if at >= stop or tokens.tags[at] not in "NJGE":
        return None
    phrase = read_noun_phrase(tokens, at)
    if phrase is None or phrase.stop >= stop:
        return None
    if tokens.tags[phrase.stop] not in "PB" and tokens.lowers[phrase.stop] not in ("there", "here"):
        return None
    found = measure_noun(tokens, phrase, stop - 1, "object")
    return found if begin == at else found._replace(start=begin)
