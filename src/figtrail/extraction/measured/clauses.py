"""The subject, object or predicate of the clause that a number stands in."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_VERBS
from figtrail.extraction.clauses import TELLING, find_subject, find_verb
from figtrail.extraction.measured.apart import (
    BEFALLING,
    find_alone,
    find_overshot,
    find_spent,
)
from figtrail.extraction.measured.brackets import find_bracketed
from figtrail.extraction.measured.contests import find_contest, find_paired
from figtrail.extraction.measured.lasting import find_acted, find_lasting
from figtrail.extraction.measured.predicates import find_predicate
from figtrail.extraction.measured.restating import is_compared
from figtrail.extraction.measured.rivals import find_rival
from figtrail.extraction.measured.site import (
    LEVEL_VERBS,
    WORDS,
    Measured,
    Site,
    is_pronoun,
    measure_noun,
)
from figtrail.extraction.measured.stances import find_stance
from figtrail.extraction.measured.verbless import find_gapped, find_listed, find_verbless
from figtrail.extraction.measured.verbs import find_by_verb
from figtrail.extraction.phrases import head_of, read_noun_phrase
from figtrail.extraction.tokens import DASHES, Tokens

_PASSING = frozenset("top pass near breach cross surpass".split())
_BOUNDARIES = frozenset(
    (";", ":", "“", "”", '"', "that", "while", "whereas", "if", "because", "but", "(", "–", "—")
)
_BELIEVING = TELLING | frozenset(WORDS["believing"])
_LINKS = frozenset(("from", "to", "by", "at"))
_CONTRASTS = frozenset(WORDS["contrasts"])


# What the words beside a number tell, whatever its verb is.
_BESIDE = (
    find_paired,
    find_rival,
    find_overshot,
    find_spent,
    find_bracketed,
    find_stance,
    find_alone,
    find_acted,
)


def find_by_clause(tokens: Tokens, site: Site) -> Measured | None:
    """The subject, object or predicate of the number's clause, as its verb asks."""
    for find in _BESIDE:
        found = find(tokens, site)
        if found is not None:
            return found
    start = site.bound_start
    verb = _own_verb(tokens, site)
    if verb is not None:
        turned = _find_turned(tokens, site)
        if turned is not None:
            return turned
    passed = tokens.tags[start] in "EVv" or tokens.lowers[start] in _PASSING
    passed = passed and tokens.lowers[start - 1] != "to"
    if verb is None and start < site.number.first and passed:
        # The comparator is the verb: "temperatures topped 40C".
        first = start
        while first > 0 and tokens.tags[first - 1] in "AB":
            first -= 1
        passing = find_subject(tokens, first)
        if passing is not None and not is_pronoun(tokens, passing):
            return Measured(*passing, head_of(tokens, *passing), "subject")
    if verb is None:
        verb = find_verb(tokens, start)
    if site.floor and tokens.lowers[start - 1] == "for" and (verb is None or verb[1] <= site.floor):
        listed = find_listed(tokens, site)
        if listed is not None:
            return listed
    if site.floor and is_compared(tokens, start):
        # "Will go up from £8 to £10" tells a change, "85, up from 72" what 85 is held against.
        moved = verb is not None and verb[1] == start - 2
        contrast = not moved and not _CONTRASTS.isdisjoint(tokens.lowers[start - 2 : start])
        if contrast or verb is None or verb[1] <= site.floor:
            return find_listed(tokens, site)
    if _befalls(tokens, site) or _is_believed(tokens, site, verb):
        # "154 were killed and 97 wounded".
        return find_predicate(tokens, site)
    contest = find_contest(tokens, site)
    if contest is not None:
        return contest
    if verb is not None and verb[1] <= site.floor:
        lasting = find_lasting(tokens, site, verb)
        if lasting is not None:
            return lasting
    if verb is None or verb[1] <= site.floor or _new_clause(tokens, site, verb[1]):
        return (
            find_predicate(tokens, site)
            or find_gapped(tokens, site)
            or (None if site.floor or verb else find_verbless(tokens, start))
        )
    return find_by_verb(tokens, site, verb)


def _is_believed(tokens: Tokens, site: Site, verb: tuple[int, int] | None) -> bool:
    """Whether a number is the subject of what somebody says: "estimated 40 tonnes had leaked"."""
    if verb is None or verb[1] != site.bound_start or tokens.tags[verb[1] - 1] == "A":
        return False
    clause = tokens.tags[site.after : site.after + 1] == ["A"]
    return clause and tokens.lowers[verb[1] - 1] in _BELIEVING


def _befalls(tokens: Tokens, site: Site) -> bool:
    """Whether a number that goes on from another has only a participle: "and 97 wounded"."""
    ends = site.after + 1
    bare = site.floor and site.kind == "count" and ends < len(tokens.words)
    if not bare or tokens.lowers[site.bound_start - 1] not in ("and", ","):
        return False
    return tokens.lowers[site.after] in BEFALLING and tokens.tags[ends] in ".PC"


def _find_turned(tokens: Tokens, site: Site) -> Measured | None:
    """The object of a multiple that is the verb: "trebled its share", "more than halved losses"."""
    at = site.after
    if at + 1 >= site.limit or tokens.tags[at] != "D":
        return None
    phrase = read_noun_phrase(tokens, at + 1)
    return measure_noun(tokens, phrase, site.limit, "object") if phrase is not None else None


def _own_verb(tokens: Tokens, site: Site) -> tuple[int, int] | None:
    """A multiple that is itself the verb: "prices doubled", "has trebled"."""
    number = site.number
    if number.form not in ("multiple", "fraction") or number.change is None:
        return None
    first = min(number.first, site.bound_start)
    while first and tokens.tags[first - 1] in "AB":
        first -= 1
    return first, number.stop


def _new_clause(tokens: Tokens, site: Site, verb: int) -> bool:
    """Whether a clause boundary stands between a verb and the number, past closed brackets."""
    number, bracketed = site.bound_start, False
    word = tokens.lowers[verb - 1]
    levelled = not site.floor and (word in LEVEL_VERBS or word in CHANGE_VERBS)
    for index in range(verb, number):
        lower = tokens.lowers[index]
        if lower == "(" and ")" in tokens.lowers[index:number]:
            # "Raised its key rate (OCR) by".
            bracketed = True
        if bracketed:
            bracketed = lower != ")"
            continue
        if lower in _BOUNDARIES:
            if lower in DASHES and _goes_on(tokens.lowers[index + 1 : number], levelled=levelled):
                continue
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


def _goes_on(between: list[str], *, levelled: bool) -> bool:
    """Whether a dash only sets a level apart: "was down – from 23 per cent", "rose – up 4%"."""
    linked = between != [] and all(word in _LINKS for word in between)
    return linked or (levelled and between in ([], ["up"], ["down"], ["up", "by"], ["down", "by"]))
