"""The subject, object or predicate of the clause that a number stands in."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_VERBS
from figtrail.extraction.clauses import find_subject, find_verb
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.measured.asides import find_bracketed, find_stance
from figtrail.extraction.measured.contests import find_contest
from figtrail.extraction.measured.links import is_compared
from figtrail.extraction.measured.predicates import find_predicate, read_predicate
from figtrail.extraction.measured.purposes import find_purpose
from figtrail.extraction.measured.site import (
    COMPARATIVES,
    ELIDED,
    LEVEL_VERBS,
    REMAINING,
    WORDS,
    Measured,
    Site,
    is_holder,
    is_pronoun,
    measure_noun,
    read_complement,
)
from figtrail.extraction.measured.verbless import find_gapped, find_verbless
from figtrail.extraction.nouns import singular
from figtrail.extraction.phrases import head_of, read_noun_phrase
from figtrail.extraction.tokens import Tokens

_REPORTING = frozenset(WORDS["reporting"])
_OBJECT_PREPOSITIONS = frozenset(WORDS["object_prepositions"])
_CONTRASTS = frozenset("compared compare comparing against versus vs up down".split())
_SPEAKING = frozenset("i we you he she".split())
_TOTALS = frozenset(WORDS["totals"])
_ADDING = frozenset(WORDS["adding"])
_LEAVING = frozenset(WORDS["leaving"])
_POSSESSING = frozenset(WORDS["possessing"])
_YIELDING = frozenset(WORDS["yielding"])
_RANKS = frozenset(WORDS["ranks"])
_WITHDRAWING = frozenset(WORDS["withdrawing"])
_REFERRING = frozenset("that this these those".split())
# What a number that is its own clause's subject may stand behind.
_OPENINGS = frozenset(("and", "but", "while", "whereas", "that", "because", "if", "as", ";", "“"))
_HOLDING = frozenset("have has had hold holds held".split())
_SPOKEN = read_sections("speakers.txt")
_FORECASTERS = frozenset(_SPOKEN["forecaster"])
_EXPECTING = frozenset(_SPOKEN["expect"] + _SPOKEN["await"])
_POINTING = frozenset("that’s that's it’s it's".split())


def find_by_clause(tokens: Tokens, site: Site) -> Measured | None:
    """The subject, object or predicate of the number's clause, as its verb asks."""
    for find in (_find_spent, find_bracketed, find_stance, _find_alone):
        found = find(tokens, site)
        if found is not None:
            return found
    start = site.bound_start
    verb = _own_verb(tokens, site)
    if verb is not None:
        turned = _find_turned(tokens, site)
        if turned is not None:
            return turned
    if verb is None and start < site.number.first and tokens.tags[start] in "EVv":
        # The comparator is the verb: "temperatures topped 40C".
        passing = find_subject(tokens, start)
        if passing is not None and not is_pronoun(tokens, passing):
            return Measured(*passing, head_of(tokens, *passing), "subject")
    if verb is None:
        verb = find_verb(tokens, start)
    if site.floor and is_compared(tokens, start):
        # "Will go up from £8 to £10" tells a change, "85, up from 72" what 85 is held against.
        moved = verb is not None and verb[1] == start - 2
        contrast = not moved and not _CONTRASTS.isdisjoint(tokens.lowers[start - 2 : start])
        if contrast or verb is None or verb[1] <= site.floor:
            return None
    contest = find_contest(tokens, site)
    if contest is not None:
        return contest
    if verb is None or verb[1] <= site.floor or _new_clause(tokens, verb[1], start):
        return (
            find_predicate(tokens, site)
            or find_gapped(tokens, site)
            or (None if site.floor or verb else find_verbless(tokens, start))
        )
    return _find_by_verb(tokens, site, verb)


def _find_spent(tokens: Tokens, site: Site) -> Measured | None:
    """What a sum is of, or for: "£40m in savings", "… and a further £85 for a stop"."""
    if site.kind != "money" or site.after >= site.limit:
        return None
    word = tokens.lowers[site.after]
    further = site.floor and not _is_reached(tokens, site.bound_start)
    if word != "of" and not (further and word in ("in", "on", "for", "to", "towards")):
        return None
    return read_complement(tokens, site.after, site.limit)


def _find_alone(tokens: Tokens, site: Site) -> Measured | None:
    """The measured phrase of a number without a verb before it that it belongs to."""
    lowers, tags = tokens.lowers, tokens.tags
    start = site.bound_start
    if start == 1 and lowers[0] == "at" and lowers[site.after : site.after + 1] == [","]:
        return _fronted(tokens, site.after + 1)
    if site.floor and lowers[site.after : site.after + 1] in (["above"], ["below"]):
        # "$2.76 a gallon, about 10 cents below guidance": how far off the figure before is.
        return ELIDED
    if start and lowers[start - 1] in _POINTING and (start == 1 or tags[start - 2] != "N"):
        return ELIDED
    if start and lowers[start - 1] == "(" and site.floor == start - 1:
        # "32,700 (15 per cent)": the figure before in another unit.
        return ELIDED
    if start > 1 and lowers[start - 1] in REMAINING and tags[start - 2] == "D":
        return ELIDED
    if site.after >= site.limit:
        return None
    if start and lowers[start - 1] == "," and tags[site.after] in "AVEv":
        # "Asked who would do better, 51% nominated her".
        return find_predicate(tokens, site)
    modal = tags[site.after] == "A" and site.kind != "money"
    if modal and (not start or lowers[start - 1] in _OPENINGS or tags[start - 1] in "NB"):
        # "If it were held today 46% would back him and 43% would back her".
        return find_predicate(tokens, site)
    if site.kind == "money" and tags[site.after] in "AVv":
        return _find_paid(tokens, site)
    return None


def _find_paid(tokens: Tokens, site: Site) -> Measured | None:
    """What a sum that is itself the subject goes to: "a further £6m goes to rolling stock"."""
    at = site.after
    while at < site.limit and tokens.tags[at] in "AVEvB":
        at += 1
    if at < site.limit and tokens.lowers[at] in _OBJECT_PREPOSITIONS:
        return read_complement(tokens, at, site.limit)
    return None


def _find_turned(tokens: Tokens, site: Site) -> Measured | None:
    """The object of a multiple that is the verb: "trebled its share", "more than halved losses"."""
    at = site.after
    if at + 1 >= site.limit or tokens.tags[at] != "D":
        return None
    phrase = read_noun_phrase(tokens, at + 1)
    return measure_noun(tokens, phrase, site.limit, "object") if phrase is not None else None


def _find_by_verb(tokens: Tokens, site: Site, verb: tuple[int, int]) -> Measured | None:
    """The measured phrase as the verb before the number asks: its subject, object or itself."""
    lowers, tags = tokens.lowers, tokens.tags
    start = site.bound_start
    word = lowers[verb[1] - 1]
    if word in _REPORTING and start - verb[1] <= 1:
        said = find_predicate(tokens, site)
        if said is not None or word != "added":
            return said
    if site.after < len(tokens) and verb[1] < start:
        compared = tags[site.after] == "J" and lowers[site.after].endswith("er")
        if lowers[site.after] in COMPARATIVES or (compared and site.floor):
            return None
    purpose = find_purpose(tokens, site, verb)
    if purpose is not None:
        return purpose
    if word in _LEAVING and site.after < site.limit and tags[site.after] in "JEPN":
        left = read_predicate(tokens, site.after, site.reach)
        if left is not None:
            return left
    level = word in LEVEL_VERBS or word in CHANGE_VERBS or site.kind == "multiple"
    level = level or (site.kind == "money" and word in _YIELDING)
    if site.kind == "money" and site.after < site.limit:
        bought = _find_bought(tokens, site, word, level=level)
        if bought is not None:
            return bought
    if site.kind == "duration" and lowers[start - 1] == "for":
        return _find_lasting(tokens, verb, start)
    direct = _object(tokens, verb[1], start)
    if direct is not None and tags[verb[1] - 1] != "A":
        return direct
    if site.floor and site.kind in ("count", "rate") and verb[0] and tags[verb[0] - 1] == "R":
        return None
    return _find_by_subject(tokens, site, verb, level=level)


def _find_lasting(tokens: Tokens, verb: tuple[int, int], start: int) -> Measured:
    """What goes on for so long: "ran the shop for 22 years", "trains were delayed for hours"."""
    subject = find_subject(tokens, verb[0])
    own = subject is None or is_pronoun(tokens, subject) or is_holder(tokens, subject)
    begin = verb[0] if subject is None or own else subject[0]
    if verb[0] and tokens.tags[verb[0] - 1] == "R":
        if subject is not None and not own and tokens.lowers[verb[0] - 1] != "who":
            # "A clearance that ran for 26 days".
            return Measured(*subject, head_of(tokens, *subject), "subject")
        begin = verb[0]
    while begin < verb[1] - 1 and tokens.tags[begin] == "A":
        begin += 1
    stop = start - 1
    if any(tokens.tags[at] in ".RC" for at in range(verb[1], stop)):
        stop = verb[1]
    return Measured(begin, stop, None, "clause")


def _find_bought(tokens: Tokens, site: Site, word: str, *, level: bool) -> Measured | None:
    """What a sum is spent on, or taken from: "spent £40m on roads", "draw £20m from reserves"."""
    following = tokens.lowers[site.after]
    if following == "from":
        drawn = word in _WITHDRAWING
        return read_complement(tokens, site.after, site.limit) if drawn else None
    added = word in _ADDING and following == "to"
    yielded = word in _YIELDING and following == "for"
    if following not in _OBJECT_PREPOSITIONS or yielded or (level and not added):
        return None
    return read_complement(tokens, site.after, site.limit)


def _find_by_subject(
    tokens: Tokens, site: Site, verb: tuple[int, int], *, level: bool
) -> Measured | None:
    """The subject of a verb of level or change, else the clause that tells what is done."""
    lowers, tags = tokens.lowers, tokens.tags
    word = lowers[verb[1] - 1]
    bounds = find_subject(tokens, verb[0])
    if bounds is not None and lowers[bounds[1] - 1].endswith(("’s", "'s")):
        return ELIDED if site.floor == 0 else None
    pronoun = bounds is None or is_pronoun(tokens, bounds)
    spoken = bounds is not None and lowers[bounds[1] - 1] in _SPEAKING
    if bounds is not None and not pronoun:
        if lowers[bounds[1] - 1] in _FORECASTERS and word in _EXPECTING:
            # "Analysts had been looking for $1.10": of what was reported before.
            return ELIDED
        held = is_holder(tokens, bounds) or bounds == (0, 1)
        if held and _is_ranked(tokens, verb[1], site.bound_start):
            return ELIDED
        counted = site.kind in ("count", "rate") or (site.kind == "money" and word in _HOLDING)
        if held and counted and word in _POSSESSING and verb[1] == site.bound_start:
            return Measured(bounds[0], verb[1], None, "held")
    if level and not spoken:
        if bounds is None or pronoun or _is_total(tokens, bounds):
            return None
        if (word in CHANGE_VERBS or site.kind == "count") and _is_named(tokens, bounds):
            # A name by itself isn't measured: "Akita lost 1.75 percent".
            return Measured(bounds[0], verb[1], None, "clause")
        return Measured(*bounds, head_of(tokens, *bounds), "subject")
    begin = verb[0] if bounds is None or pronoun else bounds[0]
    while begin < verb[1] - 1 and tags[begin] == "A":
        begin += 1
    head = head_of(tokens, *bounds) if bounds is not None and not pronoun else None
    return Measured(begin, _clause_stop(tokens, verb[1], site.bound_start), head, "clause")


def _fronted(tokens: Tokens, at: int) -> Measured | None:
    """The subject that a fronted level belongs to: "At 2.1%, inflation is …"."""
    while at < len(tokens) and tokens.tags[at] == "D":
        at += 1
    phrase = read_noun_phrase(tokens, at) if at < len(tokens) else None
    return measure_noun(tokens, phrase, len(tokens), "subject") if phrase is not None else None


def _is_total(tokens: Tokens, bounds: tuple[int, int]) -> bool:
    """Whether a subject only stands for a number said before: "the total rose to 40"."""
    noun = singular(tokens.lowers[bounds[0]])
    if bounds[1] == bounds[0] + 1:
        return noun in _TOTALS
    return noun in ("figure", "total") and tokens.lowers[bounds[0] + 1] in ("for", "in", "since")


def _is_ranked(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether a verb tells the rank of its subject: "was next on 13.8%", "has the most, at 40"."""
    return tokens.lowers[stop - 1] in ("on", "with", "at") and not _RANKS.isdisjoint(
        tokens.lowers[start:stop]
    )


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
    if tokens.lowers[at] in _REFERRING and tokens.lowers[at + 1 : at + 2] == ["to"]:
        return ELIDED
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
