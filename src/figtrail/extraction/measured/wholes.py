"""The whole that a share or an amount is one of: "20% of voters", "90% of the 1,200 flats"."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_VERBS
from figtrail.extraction.clauses import find_subject, find_verb
from figtrail.extraction.measured.norms import is_norm_phrase
from figtrail.extraction.measured.parts import find_part
from figtrail.extraction.measured.placed import is_place
from figtrail.extraction.measured.predicates import read_predicate
from figtrail.extraction.measured.site import (
    ELIDED,
    LEVEL_VERBS,
    WORDS,
    Measured,
    Site,
    is_holder,
    is_pronoun,
    measure_noun,
    read_complement,
)
from figtrail.extraction.measured.starts import find_noun_start
from figtrail.extraction.nouns import is_people
from figtrail.extraction.phrases import head_of, read_noun_phrase
from figtrail.extraction.tokens import Tokens

_COMPOSING = frozenset(WORDS["composing"])
ACCOUNTING = frozenset(WORDS["accounting"])
_MAKING = frozenset(WORDS["making"])
_OCCURRING = frozenset(WORDS["occurring"])
_AREAS = frozenset(WORDS["areas"])
_EQUATING = frozenset(WORDS["equating"])
_NORMS = frozenset(WORDS["norms"])
_AVERAGES = frozenset(WORDS["averages"])
# How many tokens of a whole may stand before the word that makes it what is usual.
_NEAR = 4
_HOLDING = frozenset(WORDS["holding"])
_WORKING = frozenset(WORDS["working_out"])
_COVERING = frozenset(WORDS["covering"])
PUTTING = frozenset(WORDS["putting"])
COSTING = frozenset(WORDS["costing"])
_WORKS = frozenset(WORDS["works"])
_PERSONAL = frozenset("them whom us you it".split())
_POINTING = frozenset("those these which that this".split())


def find_whole(tokens: Tokens, site: Site) -> Measured | None:
    """The whole of a share: "20% of voters"; of "39% of them aged 65" the rest of the clause."""
    at = site.after + 1
    verb = find_verb(tokens, site.bound_start)
    occurring = find_occurring(tokens, site, verb) if verb is not None else None
    if occurring is not None:
        return occurring
    if at >= len(tokens.words):
        return None
    noun = tokens.tags[at + 1 : at + 2] in (["N"], ["J"])
    word = tokens.lowers[at]
    if word in _PERSONAL or (word in _POINTING and not noun):
        part = _find_composed(tokens, site, at)
        if part is not None:
            return part
        return find_part(tokens, site, at)
    between = tokens.lowers[site.floor : site.bound_start]
    again = between[-1:] in (["or"], ["–"], ["—"]) or _EQUATING.issuperset(between)
    if site.floor and between and again:
        # "Rose by 61,000, or 7 per cent of the population", "took €1,160, which is 2.9% of pay":
        # the same thing said again.
        return ELIDED
    norm = tokens.lowers[at + (tokens.tags[at] == "D") :][:1]
    usual = not _NORMS.isdisjoint(norm) or not _AVERAGES.isdisjoint(tokens.lowers[at : at + _NEAR])
    usual = usual or is_norm_phrase(tokens, read_noun_phrase(tokens, at + (tokens.tags[at] == "D")))
    if site.floor and usual and tokens.lowers[site.bound_start - 1] == ",":
        # "245 mm, 190 per cent of normal": how far the figure before is from what is usual.
        return ELIDED
    for whole in (_read_afflicted(tokens, at), _aside_of(tokens, site, at)):
        if whole is not None:
            return whole
    if site.unit in _AREAS and _is_name(tokens, at) and not _is_way(tokens, at):
        # "Has blackened 3,400 hectares of the Mackenzie Basin": where, and not what.
        return None
    if site.kind == "duration" and tokens.lowers[site.bound_start] == "within":
        # "Began treatment within 62 days of a referral": done so soon after it.
        return None
    if site.kind in ("measurement", "duration") or (site.kind == "rate" and site.unit is not None):
        return read_complement(tokens, site.after, site.limit)
    for whole in (_counted_whole(tokens, at), find_brought(tokens, site)):
        if whole is not None:
            return whole
    return _find_composed(tokens, site, at) or read_complement(tokens, site.after, site.limit)


def with_said(tokens: Tokens, site: Site, whole: Measured) -> Measured:
    """What is so of a part, with the whole's noun: "40% of (patients were late)"."""
    stop = whole.stop
    shared = site.kind in ("percentage", "ratio") or site.number.form == "fraction"
    if not shared or whole.rule != "complement" or stop >= site.reach:
        return whole
    opens = site.bound_start == 0 or tokens.tags[site.bound_start - 1] in ".CRB"
    if tokens.tags[stop] != "A" and not (opens and tokens.tags[stop] in "VEv"):
        return whole
    said = read_predicate(tokens, stop, min(site.reach, stop + _SAID))
    return whole._replace(stop=said.stop) if said is not None else whole


# How many tokens may say what is so of a part.
_SAID = 12


def _is_name(tokens: Tokens, at: int) -> bool:
    """Whether a name stands at a token, or behind an article there."""
    named = at + (tokens.tags[at] == "D")
    return named < len(tokens.words) and tokens.words[named][0].isupper()


def _is_way(tokens: Tokens, at: int) -> bool:
    """Whether what is so long is a named road, a line or a river: "47 km of the Henty Highway"."""
    return not _WAYS.isdisjoint(tokens.lowers[at : at + _NAME])


# How many tokens from its article the name of a road may have.
_NAME = 5
_WAYS = frozenset(WORDS["named_ways"])
_NAMED = (["N"], ["J"], ["M"])


def _read_afflicted(tokens: Tokens, at: int) -> Measured | None:
    """An adjective that stands for persons: "eight of the dead were builders"."""
    if tokens.lowers[at] != "the" or tokens.tags[at + 1 : at + 2] not in (["J"], ["E"]):
        return None
    if not is_people(tokens.lowers[at + 1]) or tokens.tags[at + 2 : at + 3] in _NAMED:
        return None
    return Measured(at + 1, at + 2, None, "complement")


def _find_composed(tokens: Tokens, site: Site, at: int) -> Measured | None:
    """The subject that is such a part of the whole: "exports made up 54% of sales"."""
    verb = find_verb(tokens, site.bound_start, site.floor)
    if verb is None or not (
        is_composing(tokens, verb[1], site.bound_start)
        or _is_level_of(tokens, verb[1], site.bound_start)
        or _is_vote(tokens, at)
    ):
        return None
    subject = find_subject(tokens, verb[0])
    if subject is None or is_pronoun(tokens, subject):
        return None
    if is_owner(tokens, subject) or _is_works(tokens, at, subject):
        # "Bihar accounts for 9% of cases", "Lake Mead is at 33% of capacity".
        return None
    return Measured(*subject, head_of(tokens, *subject), "composing")


def is_owner(tokens: Tokens, subject: tuple[int, int]) -> bool:
    """Whether a subject only says whose the part of a whole is: a place, a party, a firm."""
    last = tokens.words[subject[1] - 1]
    if last.endswith("s") and last[:-1].isupper():
        # "EVs", "GPs": a kind of thing or person, and no name.
        return False
    return is_holder(tokens, subject) or is_place(tokens, subject)


def _is_works(tokens: Tokens, at: int, subject: tuple[int, int]) -> bool:
    """Whether a subject only runs at a share of its capacity: "the mill ran at 60% of capacity"."""
    return tokens.lowers[at] == "capacity" and tokens.lowers[subject[1] - 1] in _WORKS


def _aside_of(tokens: Tokens, site: Site, at: int) -> Measured | None:
    """The noun that a share between commas is of: "cereals, about a third of the business, …"."""
    start = site.bound_start
    if start < 2 or tokens.lowers[start - 1] != "," or tokens.tags[start - 2] != "N":
        return None
    whole = read_noun_phrase(tokens, at + (tokens.tags[at : at + 1] == ["D"]))
    if whole is None or tokens.lowers[whole.stop : whole.stop + 1] != [","]:
        return None
    begin = find_noun_start(tokens, start - 1, site.floor)
    return Measured(begin, start - 1, start - 2, "preceding") if begin < start - 1 else None


def find_brought(tokens: Tokens, site: Site) -> Measured | None:
    """The object that a verb takes to a level: "bring the deficit to 3.5% of GDP".

    A comparator may be the link: "keep debt below 60% of GDP".
    """
    link = site.bound_start - (tokens.lowers[site.bound_start] not in _BOUNDING)
    if link < site.bound_start and tokens.lowers[link] not in ("to", "from", "at"):
        return None
    verb = find_verb(tokens, link, site.floor)
    if verb is None:
        return None
    at = verb[1]
    while at < link and tokens.tags[at] == "D":
        at += 1
    bare = at == verb[1] and tokens.lowers[at - 1] not in PUTTING
    taken = read_noun_phrase(tokens, at) if at < link else None
    if bare or taken is None or taken.stop > link:
        return None
    return measure_noun(tokens, taken, link, "object")


_BOUNDING = frozenset("below under above within over".split())


def _counted_whole(tokens: Tokens, at: int) -> Measured | None:
    """The noun of a whole that is counted itself: "90% of the 1,200 flats", "of the top 5%"."""
    inner = at
    while inner < len(tokens.words) and (
        tokens.tags[inner] == "D"
        or tokens.lowers[inner].endswith(("’s", "'s"))
        or (tokens.lowers[inner] in _OUTER and inner > at)
    ):
        inner += 1
    if inner >= len(tokens.words) or tokens.tags[inner] != "M":
        return None
    while inner < len(tokens.words) and tokens.tags[inner] == "M":
        inner += 1
    sized = tokens.lowers[inner : inner + 3]
    if sized[:2] in (["percent", "of"], ["%", "of"]) or sized == ["per", "cent", "of"]:
        # "Ninety per cent of the 73 per cent of members".
        inner = tokens.lowers.index("of", inner) + 1
        inner += tokens.tags[inner : inner + 1] == ["D"]
    phrase = read_noun_phrase(tokens, inner, counted=True) if inner < len(tokens.words) else None
    return measure_noun(tokens, phrase, phrase.stop, "complement") if phrase is not None else None


_OUTER = frozenset(WORDS["outer"])


def is_composing(tokens: Tokens, verb: int, start: int) -> bool:
    """Whether the subject is the part that the number counts: "makes up", "accounts for"."""
    word = tokens.lowers[verb - 1]
    if word in _COMPOSING or tokens.lowers[start - 1] in _COMPOSING:
        return True
    particle = tokens.lowers[verb : verb + 1]
    return (word in _MAKING and particle == ["up"]) or (word in ACCOUNTING and particle == ["for"])


def is_occurring(tokens: Tokens, site: Site, verb: int) -> bool:
    """Whether the subject is what occurs in such a share: "a stroke occurred in 6% of patients"."""
    share = site.kind in ("percentage", "ratio") or site.number.out_of is not None
    # "Researchers found plastic in 6% of samples" says what they found.
    ahead = tokens.tags[verb] if verb < len(tokens.words) else "."
    active = tokens.tags[verb - 1] in "VE" and ahead in "NJDG"
    occurring = tokens.lowers[verb - 1] in _OCCURRING and not active
    return share and occurring and "in" in tokens.lowers[verb : site.bound_start]


def find_occurring(tokens: Tokens, site: Site, verb: tuple[int, int]) -> Measured | None:
    """What occurs in a share of those looked at: "in 6% of patients and 9% of controls"."""
    if not is_occurring(tokens, site, verb[1]):
        return None
    if site.floor > verb[1] and tokens.lowers[site.bound_start - 1] not in ("and", "in"):
        return None
    subject = find_subject(tokens, verb[0])
    if subject is None or is_pronoun(tokens, subject):
        return None
    return Measured(*subject, head_of(tokens, *subject), "composing")


def _is_level_of(tokens: Tokens, verb: int, start: int) -> bool:
    """Whether the subject is N% of something: "spending is 2% of output", "rose to 2% of it"."""
    word = tokens.lowers[verb - 1]
    if word in COSTING:
        # "Theft costs shops 1.2% of sales": whom it costs stands between.
        return True
    if tokens.lowers[verb : verb + 1] == ["out"]:
        # "The levy works out at 2% of turnover".
        return word in _WORKING
    if verb == start:
        return word in LEVEL_VERBS and word not in _COVERING and word not in _HOLDING
    linked = tokens.lowers[start - 1] in ("to", "at", "by", "from")
    return linked and (word in LEVEL_VERBS or word in CHANGE_VERBS or word in PUTTING)


def _is_vote(tokens: Tokens, at: int) -> bool:
    return any(word in ("vote", "votes", "ballot") for word in tokens.lowers[at : at + 3])
