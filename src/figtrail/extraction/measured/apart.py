"""What a number measures without the verb before it: as a sum of something, or as a subject."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_VERBS
from figtrail.extraction.clauses import find_subject, find_verb, past_bracket
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.measured.fronted import find_fronted
from figtrail.extraction.measured.predicates import find_predicate, is_coming, read_predicate
from figtrail.extraction.measured.restating import is_restating
from figtrail.extraction.measured.site import (
    ELIDED,
    WORDS,
    Measured,
    Site,
    is_holder,
    is_pronoun,
    measure_noun,
    read_complement,
)
from figtrail.extraction.measured.starts import find_noun_start
from figtrail.extraction.measured.subjects import is_levelled
from figtrail.extraction.nouns import is_people, is_plural
from figtrail.extraction.phrases import head_of, read_noun_phrase
from figtrail.extraction.tokens import Tokens

OBJECT_PREPOSITIONS = frozenset(WORDS["object_prepositions"])
BEFALLING = frozenset(WORDS["person_verbs"])
_OVERSHOOTING = frozenset(WORDS["overshooting"])
_MOVED = frozenset(("up", "down", "off", "by", "at"))
_REACHED = _MOVED | {"to", "from"}
_DOING = (["G", "P"], ["G", "D"], ["G", "O"])
# What a number that is its own clause's subject may stand behind.
_OPENINGS = frozenset(("and", "but", "while", "whereas", "that", "because", "if", "as", ";", "“"))


def find_spent(tokens: Tokens, site: Site) -> Measured | None:
    """What a sum is of, or for: "£40m in savings", "… and a further £85 for a stop"."""
    if site.kind != "money" or site.after >= site.limit:
        return None
    worth = _find_worth(tokens, site)
    if worth is not None:
        return worth
    word = tokens.lowers[site.after]
    further = site.floor and not _is_reached(tokens, site.bound_start)
    # "Rose by £3m, or £40 a year on a flat": the same thing said again.
    further = further and tokens.lowers[site.bound_start - 2 : site.bound_start] != [",", "or"]
    listed = tokens.lowers[site.bound_start - 1] == "and"
    if word == "to" and not listed and find_verb(tokens, site.bound_start, site.floor) is not None:
        # "A final, which was worth £170m to the winner".
        further = False
    if word != "of" and _is_elsewhere(tokens, site):
        return None
    if word != "of" and not (further and word in OBJECT_PREPOSITIONS):
        return None
    return read_complement(tokens, site.after, site.limit)


def _find_worth(tokens: Tokens, site: Site) -> Measured | None:
    """What there is so much worth of: "£2m worth of bonds", "$400’ worth of ink", "Rs 5 worth ink".

    A time that follows is none: "£2m worth last year".
    """
    at = site.after
    at += tokens.lowers[at] in ("’", "'")
    if tokens.lowers[at : at + 1] != ["worth"] or at + 1 >= site.limit:
        return None
    if tokens.lowers[at + 1] == "of":
        return read_complement(tokens, at + 1, len(tokens.words))
    phrase = read_noun_phrase(tokens, at + 1) if tokens.tags[at + 1] in "NJ" else None
    return measure_noun(tokens, phrase, site.limit, "complement") if phrase is not None else None


def _is_elsewhere(tokens: Tokens, site: Site) -> bool:
    """Whether a sum is told of a named place or holder: "€690m for France", "$5 in Karachi"."""
    named = tokens.words[site.after + 1 : site.after + 2]
    return bool(named) and named[0][0].isupper()


def find_overshot(tokens: Tokens, site: Site) -> Measured | None:
    """What is spent beyond a plan "by" so much: "expect to overspend on adult care by £5m"."""
    stop = site.bound_start - 1
    if stop < 1 or tokens.lowers[stop] not in ("by", "at"):
        return None
    for at in range(stop - 1, max(site.floor, stop - _ASIDE), -1):
        if tokens.lowers[at] in _OVERSHOOTING:
            told = tokens.tags[at - 1] not in "DJ" and _is_budgeting(tokens, at)
            return Measured(at, stop, None, "clause") if told else None
        if tokens.tags[at] not in "NJPDG":
            return None
    return None


def _is_budgeting(tokens: Tokens, at: int) -> bool:
    """Whether a body or nobody is said to overspend, and not a cost or a project."""
    verb = find_verb(tokens, at + 1)
    subject = find_subject(tokens, verb[0]) if verb is not None else None
    if subject is None or is_pronoun(tokens, subject) or is_holder(tokens, subject):
        return True
    return is_people(tokens.lowers[subject[1] - 1])


def find_alone(tokens: Tokens, site: Site) -> Measured | None:
    """The measured phrase of a number without a verb before it that it belongs to."""
    lowers, tags = tokens.lowers, tokens.tags
    start = site.bound_start
    fronted = find_fronted(tokens, site)
    if fronted is not None:
        return fronted
    if is_restating(tokens, site):
        return ELIDED
    if lowers[site.after : site.after + 1] == ["others"] and site.after + 1 < site.reach:
        # "Five others died in Ashcombe".
        if site.floor and is_coming(tokens, site, site.after + 1):
            return ELIDED
        done = read_predicate(tokens, site.after + 1, site.reach)
        return done._replace(start=site.after) if done is not None else None
    if is_cleft(tokens, site):
        return read_predicate(tokens, site.after + 1, site.reach)
    if site.kind in ("count", "ratio") and tags[site.after : site.after + 2] in _DOING:
        # "We had 2,200 waiting at a single tap": told by what they do.
        return read_predicate(tokens, site.after, site.reach)
    told = _find_absolute(tokens, site) or _find_expected(tokens, site)
    told = told or _find_headlined(tokens, site)
    told = told or _find_past_aside(tokens, site)
    if told is not None:
        return told
    if site.after >= site.limit:
        return None
    if start and lowers[start - 1] == "," and tags[site.after] in "AVEv":
        # "Asked who would do better, 51% nominated her".
        return find_predicate(tokens, site)
    before = start - 1
    while before > 0 and (tags[before] == "D" or lowers[before] == "further"):
        before -= 1
    opening = not start or lowers[before] in _OPENINGS
    modal = tags[site.after] == "A" and (opening or tags[start - 1] in "NB")
    if site.kind != "money" and (modal or (opening and start and _is_acting(tokens, site))):
        # "If it were held today 46% would back him and 43% would back her".
        return find_predicate(tokens, site)
    if site.kind == "money" and tags[_past_origin(tokens, site)] in "AVv":
        return _find_paid(tokens, site)
    if site.kind == "money" and _opens(tokens, start) and lowers[site.after] in _PURPOSES:
        # "Another £4m for salaries was approved".
        purpose = read_complement(tokens, site.after, len(tokens.words))
        given = purpose is not None and tags[purpose.stop : purpose.stop + 1] != []
        return purpose if purpose is not None and given and tags[purpose.stop] in "AVE" else None
    return None


def is_cleft(tokens: Tokens, site: Site) -> bool:
    """Whether "who" tells those that a bare number counts: "it was 9,042 who were fined"."""
    who = (
        site.kind == "count" and site.after + 2 < site.reach and tokens.lowers[site.after] == "who"
    )
    before = tokens.lowers[max(0, site.bound_start - 2) : site.bound_start]
    there = tokens.tags[site.after + 1 : site.after + 2] in (["A"], ["V"], ["E"])
    return there and who and (before in _CLEFT or before[-1:] == ["and"])


_CLEFT = (["it", "was"], ["it", "is"], ["there", "were"], ["there", "are"], ["was", "only"])


def _find_past_aside(tokens: Tokens, site: Site) -> Measured | None:
    """What is said of a subject behind an aside: "188,914, or 49.9%, had waited for a year"."""
    start, after = site.bound_start, site.after
    opening = start < 2 or tokens.lowers[start - 1] in _OPENINGS or tokens.lowers[start - 1] == ","
    if site.floor or not opening or tokens.lowers[after : after + 1] not in ([","], ["("]):
        return None
    closing, verbs = (",", "A") if tokens.lowers[after] == "," else (")", "AVvE")
    for at in range(after + 1, min(len(tokens.words) - 1, after + _ASIDE)):
        if tokens.lowers[at] == closing:
            # "Forty-one percent (72,610) are overdue".
            said = tokens.tags[at + 1] in verbs
            return read_predicate(tokens, at + 1, len(tokens.words)) if said else None
        if tokens.tags[at] in "AV":
            return None
    return None


_SPOKEN = read_sections("speakers.txt")
_EXPECTING = frozenset((*_SPOKEN["expect"], *_SPOKEN["await"]))
_PURPOSES = frozenset(("for", "on", "to", "toward", "towards"))


def _opens(tokens: Tokens, start: int) -> bool:
    """Whether only an article or a link stands before a number in its clause: "and another £4m"."""
    while start and tokens.tags[start - 1] in "DCB":
        start -= 1
    return start == 0 or tokens.lowers[start - 1] in (",", ";", "that", ":")


# How many tokens an aside behind a number may have.
_ASIDE = 10


def _past_origin(tokens: Tokens, site: Site) -> int:
    """Past where a sum comes from, to its verb: "£8.4m (from Cardiff) would pay for beds"."""
    at = site.after
    if tokens.lowers[at] != "from":
        return at
    inner = at + 1
    while inner < site.limit and tokens.tags[inner] == "D":
        inner += 1
    origin = read_noun_phrase(tokens, inner) if inner < site.limit else None
    return origin.stop if origin is not None and origin.stop < site.limit else at


def _find_absolute(tokens: Tokens, site: Site) -> Measured | None:
    """The noun of "with" and its number: "with the toll now 53", "with sales up (by) 4%"."""
    stop = site.bound_start - 1
    while stop > 1 and tokens.lowers[stop] in _REACHED and tokens.lowers[stop - 1] in _MOVED:
        stop -= 1
    while stop > 1 and tokens.lowers[stop] in _MOVED and tokens.tags[stop - 1] == "B":
        # "With charges also down 9%".
        stop -= 1
    moved = tokens.tags[stop : stop + 1] == ["B"] or tokens.lowers[stop] in _MOVED
    # "With Copper Kettle (CKL) down 1.9%".
    stop = past_bracket(tokens, stop, site.floor) if moved and stop > 2 else stop
    if stop < 2 or not moved or tokens.tags[stop - 1] not in "NJ":
        return None
    at = stop
    while at > site.floor and tokens.tags[at - 1] in "NJDP" and tokens.lowers[at - 1] != "with":
        at -= 1
    if at <= site.floor or tokens.lowers[at - 1] != "with":
        return None
    phrase = read_noun_phrase(tokens, at + (tokens.tags[at] == "D"))
    return measure_noun(tokens, phrase, stop, "preceding") if phrase is not None else None


def _find_expected(tokens: Tokens, site: Site) -> Measured | None:
    """What is to change, next to another thing: "fees to fall and (rents) to rise by 4%"."""
    verb = site.bound_start - 1
    while verb > site.floor and tokens.lowers[verb] in ("by", "to", "at", "between"):
        verb -= 1
    if verb < site.floor + 2 or tokens.lowers[verb - 1] != "to":
        return None
    if tokens.tags[verb] not in "NvJ" or not is_levelled(tokens.lowers[verb]):
        return None
    start = find_noun_start(tokens, verb - 1, site.floor)
    led = start > 0 and tokens.lowers[start - 1] in ("and", ",", "but", "while")
    # "She expects starts to average 900".
    led = led or (start > 0 and tokens.lowers[start - 1] in _EXPECTING)
    return Measured(start, verb - 1, verb - 2, "subject") if led and start < verb - 1 else None


def _find_headlined(tokens: Tokens, site: Site) -> Measured | None:
    """The noun before a verb of change that looks like a noun: "profit slips 9%", "sinks to 9"."""
    verb = site.bound_start - 1
    linked = verb > site.floor + 1 and tokens.lowers[verb] in ("to", "from", "by")
    if linked and tokens.tags[verb - 1] == "N" and tokens.lowers[verb - 1] in CHANGE_VERBS:
        subject = find_subject(tokens, verb - 1)
        # "Prices increase", "the toll climbs", but no "tuition increase".
        agrees = is_plural(tokens.lowers[verb - 2]) != tokens.lowers[verb - 1].endswith("s")
        agrees = agrees or tokens.tags[verb - 2] == "v"
        beside = subject is not None and subject[1] == verb - 1 and agrees
        if subject is not None and beside and tokens.tags[verb - 2] in "Nv":
            return Measured(*subject, head_of(tokens, *subject), "subject")
    if verb < site.floor + 1 or tokens.tags[verb] != "N" or tokens.lowers[verb] not in CHANGE_VERBS:
        return None
    if site.kind == "count":
        return None
    start = find_noun_start(tokens, verb, site.floor)
    return Measured(start, verb, verb - 1, "subject") if start < verb else None


def _is_acting(tokens: Tokens, site: Site) -> bool:
    """Whether a finite verb follows a number that opens its clause: "half never reached it"."""
    at = site.after
    while at < site.limit and tokens.tags[at] == "B":
        at += 1
    if at + 1 >= len(tokens.words):
        return False
    if tokens.lowers[at] in BEFALLING and tokens.tags[at + 1] in "RC":
        # "23 people were killed and 400 injured when …".
        return True
    following = "DPOB.NJG" if site.kind == "percentage" else "DPOB."
    return tokens.tags[at] in "VE" and tokens.tags[at + 1] in following


def _find_paid(tokens: Tokens, site: Site) -> Measured | None:
    """What a sum that is itself the subject goes to: "a further £6m goes to rolling stock"."""
    for at in range(site.after, len(tokens.words)):
        lower = tokens.lowers[at]
        if tokens.tags[at] in ".R":
            return None
        if tokens.tags[at] == "P" and lower in OBJECT_PREPOSITIONS:
            found = read_complement(tokens, at, len(tokens.words))
            # "Spent between April and July on balancing": over what says when.
            if found is not None and lower != "in":
                return found
    return None


def _is_reached(tokens: Tokens, at: int) -> bool:
    """Whether the number is the level that a change ends at: "rose 6% to $148 in late trading"."""
    while at > 1 and tokens.tags[at - 1] in "DJB":
        at -= 1
    return at > 0 and tokens.lowers[at - 1] in ("to", "from", "at")
