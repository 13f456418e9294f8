"""What a number measures: the noun phrase, clause or earlier phrase that says it."""

from __future__ import annotations

from typing import NamedTuple

from figtrail.extraction.changes import CHANGE_NOUNS, CHANGE_VERBS
from figtrail.extraction.clauses import find_subject, find_verb
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import NUMBERING, is_people, is_plural, singular
from figtrail.extraction.numbers import Number
from figtrail.extraction.phrases import Phrase, extend_phrase, head_of, read_noun_phrase
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("measured_words.txt")
_LEVEL_VERBS = frozenset(_WORDS["level_verbs"])
_COMPOSING = frozenset(_WORDS["composing"])
_REPORTING = frozenset(_WORDS["reporting"])
_OBJECT_PREPOSITIONS = frozenset(_WORDS["object_prepositions"])
_SKIPPED = frozenset(_WORDS["skipped"])
_LINKS = frozenset(_WORDS["links"])
_COMPARED = frozenset(_WORDS["compared"])
_CONTRASTS = frozenset("compared compare comparing against versus vs up down".split())
LEVEL_NOUNS = frozenset(read_sections("nouns.txt")["levels"])
_PARTICLES = frozenset("up down".split())
_COMPARATIVES = frozenset("higher lower more less fewer greater smaller up down".split())
_SPEAKING = frozenset("i we you he she".split())
_ACCOUNTING = frozenset("account accounts accounted accounting".split())
_LEAVING = frozenset("leave leaves left leaving".split())
_MAKING = frozenset("make makes made making".split())
_MARGINS = frozenset(_WORDS["margins"])
_PERSONAL = frozenset("them whom us you it".split())
_PRONOUN_SHARES = frozenset("them those these whom which it that this us you".split())


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
    `reach` the token that a predicate must not pass (a duration or length may stand in it).
    """

    number: Number
    kind: str
    bound_start: int
    after: int
    limit: int
    floor: int
    reach: int


def find_measured(tokens: Tokens, site: Site, phrase: Phrase | None) -> Measured | None:
    """The phrase of this sentence that says what a number measures; None where it is elided.

    `phrase` is the noun phrase that directly follows the number and its unit.
    """
    if (
        phrase is not None
        and tokens.lowers[phrase.head] in LEVEL_NOUNS
        and (phrase.head == phrase.start and site.kind != "money")
    ):
        return None
    number = site.number
    aside = site.floor and tokens.lowers[site.bound_start - 1] in (",", "or", "(", "–", "—")
    if site.kind == "multiple" and aside:
        # "£1.25m, or 12 times the average wage": another way to say the figure before.
        return _ELIDED
    if number.form == "proportion" and tokens.tags[number.first + 1] in "NJ":
        # "One voter in three": the noun stands inside.
        inner = read_noun_phrase(tokens, number.first + 1)
        if inner is not None and inner.stop < number.stop:
            return _noun(tokens, inner, number.stop, "counted")
    if site.kind == "multiple" and phrase is not None and phrase.start == site.after:
        # "House prices are nine times earnings": the base of a multiple isn't what it measures.
        subject = _by_subject(tokens, site)
        if subject is not None:
            return subject
    if site.kind in ("count", "rate", "ratio", "multiple") and phrase is not None:
        return _counted(tokens, site, phrase)
    if phrase is not None:
        if tokens.lowers[phrase.head] in CHANGE_NOUNS:
            return _of_change(tokens, site, phrase)
        return _noun(tokens, phrase, site.limit, "following")
    preceding = _before_link(tokens, site)
    if preceding is not None:
        return preceding if preceding.stop > preceding.start else None
    if site.after < len(tokens) and tokens.lowers[site.after] == "of":
        shared = _after_of(tokens, site)
        if shared is not None:
            return shared
    return _by_clause(tokens, site)


def _noun(tokens: Tokens, phrase: Phrase, limit: int, rule: str) -> Measured:
    extended = extend_phrase(tokens, phrase, limit)
    start = extended.start
    while start < extended.head and tokens.lowers[start] in _SKIPPED:
        start += 1
    return Measured(start, extended.stop, extended.head, rule)


def _counted(tokens: Tokens, site: Site, phrase: Phrase) -> Measured:
    """A counted noun; what "accounted for" it is measured by the subject, not by the noun."""
    verb = find_verb(tokens, site.bound_start)
    if verb is not None and (site.bound_start - verb[1] <= 2 or site.floor == site.bound_start - 1):
        if _composes(tokens, verb[1], site.bound_start):
            subject = find_subject(tokens, verb[0])
            if subject is not None:
                return Measured(*subject, phrase.head, "composing")
        if tokens.lowers[site.bound_start - 1] in ("to", "at", "by") and (
            tokens.lowers[verb[1] - 1] in CHANGE_VERBS or tokens.lowers[verb[1] - 1] in _LEVEL_VERBS
        ):
            subject = find_subject(tokens, verb[0])
            if subject is not None and not _is_pronoun(tokens, subject):
                return Measured(*subject, phrase.head, "counted")
    if verb is not None and tokens.lowers[site.bound_start - 1] == "by" and verb[1] > site.floor:
        margin = _of_margin(tokens, phrase, verb, site.bound_start)
        if margin is not None:
            return margin
    noun = _noun(tokens, phrase, site.limit, "counted")
    return _with_predicate(tokens, noun, site.limit) or noun


def _of_margin(
    tokens: Tokens, phrase: Phrase, verb: tuple[int, int], start: int
) -> Measured | None:
    """The clause that a margin decides: "lost his seat by 187 votes"."""
    if tokens.lowers[phrase.head] not in _MARGINS:
        return None
    if verb[1] == start - 1 and tokens.lowers[verb[1] - 1] in CHANGE_VERBS:
        # "Fell by three points" is no contest.
        return None
    begin = verb[0]
    while begin < verb[1] - 1 and tokens.tags[begin] == "A":
        begin += 1
    stop = start - 1
    if any(tokens.tags[at] in ".R" for at in range(verb[1], stop)):
        stop = verb[1]
    return Measured(begin, stop, phrase.head, "margin")


def _with_predicate(tokens: Tokens, noun: Measured, limit: int) -> Measured | None:
    """The clause of a bare noun that says too little by itself: "children are in care"."""
    tags = tokens.tags
    at = noun.stop
    if noun.stop != noun.start + 1 or at >= limit or tags[at] != "A":
        return None
    while at < limit and tags[at] in "AB":
        at += 1
    if at < limit and tags[at] in "EVJG":
        at += 1
    head = noun.head if noun.head is not None else noun.start
    clause = extend_phrase(tokens, Phrase(noun.start, at, at, head), limit)
    if clause.stop == at and tags[at - 1] in "AB":
        return None
    return noun._replace(stop=clause.stop)


def _of_change(tokens: Tokens, site: Site, phrase: Phrase) -> Measured | None:
    """What changes: "a 5% pay rise", "a 5% rise in sales", "sales saw a 5% rise"."""
    start = phrase.start
    while start < phrase.head and (tokens.tags[start] in "JB" or tokens.lowers[start] in _SKIPPED):
        start += 1
    if start < phrase.head:
        return Measured(start, phrase.head, phrase.head - 1, "change")
    at = phrase.stop
    if at < site.limit and tokens.lowers[at] in ("in", "of", "for", "to"):
        complement = _complement(tokens, at, site.limit)
        if complement is not None:
            return complement
    return _by_subject(tokens, site)


def _complement(tokens: Tokens, preposition: int, limit: int) -> Measured | None:
    at = preposition + 1
    if tokens.lowers[preposition] == "to" and _is_infinitive(tokens, at):
        at += 1
    while at < limit and tokens.tags[at] == "D":
        at += 1
    if at >= limit or tokens.tags[at] == "M":
        return None
    phrase = read_noun_phrase(tokens, at)
    if phrase is None or phrase.stop > limit or len(tokens.words[phrase.head]) < 2:
        return None
    return _noun(tokens, phrase, limit, "complement")


def _is_infinitive(tokens: Tokens, at: int) -> bool:
    """Whether what follows "to" is a verb: "£5m to improve roads", not "£5m to charities"."""
    if at + 1 >= len(tokens) or tokens.tags[at] not in "Nv" or tokens.words[at][0].isupper():
        return False
    return not is_plural(tokens.lowers[at]) and tokens.tags[at + 1] in "DNJMEG"


_ELIDED = Measured(0, 0, None, "elided")


def _before_link(tokens: Tokens, site: Site) -> Measured | None:
    """The noun that the number tells the size of: "a budget of £5m", "homes worth £5m"."""
    lowers, tags = tokens.lowers, tokens.tags
    index = site.bound_start - 1
    if index > 0 and lowers[index] == "every" and tags[index - 1] == "N":
        start = _noun_start(tokens, index, site.floor)
        return Measured(start, index, index - 1, "preceding") if start < index else None
    while index > 0 and tags[index] == "D":
        index -= 1
    if index < 1:
        return None
    aside = index - 1 if tags[index] == "B" else index
    if aside > 1 and lowers[aside] == "," and tags[aside - 1] == "N" and site.kind == "money":
        # "The charge, currently £12.50 a day, …"
        start = _noun_start(tokens, aside, site.floor)
        closed = site.after < len(tokens) and lowers[site.after] == ","
        if start < aside and closed and (aside < index or not site.floor):
            return Measured(start, aside, aside - 1, "preceding")
    paid = lowers[index] == "on" and site.kind == "money" and is_people(lowers[index - 1])
    if lowers[index] not in _LINKS and not paid:
        return None
    link = lowers[index]
    if link in ("at", "of") and index > 1 and lowers[index - 1] == "," and tags[index - 2] == "N":
        # "Rents, at €1,544 a month, were …"
        start = _noun_start(tokens, index - 1, site.floor)
        return Measured(start, index - 1, index - 2, "preceding") if start < index - 1 else None
    start = _noun_start(tokens, index, site.floor)
    if start == index:
        return None
    head = index - 1
    if tags[head] in "EGJ":
        return None
    if lowers[head] == "top" and link == "of" and lowers[head - 1] == "on":
        return _ELIDED
    if lowers[head] in CHANGE_NOUNS and link == "of":
        return _sized_change(tokens, site, start, head)
    if (lowers[head] in LEVEL_NOUNS or singular(lowers[head]) in NUMBERING) and all(
        tags[at] in "JEB" or lowers[at].endswith(("’s", "'s")) for at in range(start, head)
    ):
        compared = start > 1 and _is_compared(tokens, start)
        return _ELIDED if compared else _by_subject(tokens, site) or _ELIDED
    while start < head and lowers[start] in _SKIPPED:
        start += 1
    outer = _outer(tokens, start, site.floor)
    return Measured(outer[0], index, outer[1] or head, "preceding")


def _noun_start(tokens: Tokens, stop: int, floor: int) -> int:
    tags, lowers = tokens.tags, tokens.lowers
    start = stop
    while start > floor and (
        tags[start - 1] in "NJG"
        or (tags[start - 1] in "Ev" and start < stop and start > 1 and tags[start - 2] in "DJ")
        or (tags[start - 1] == "v" and start == stop and tags[start - 2] in "DJN")
        or (
            lowers[start - 1] in ("and", "&")
            and start < stop
            and start > 1
            and tags[start - 2] in "NJ"
        )
    ):
        start -= 1
    while start < stop and tags[start] in "C":
        start += 1
    return start


def _outer(tokens: Tokens, start: int, floor: int) -> tuple[int, int | None]:
    """Widen "savings" in "a package of savings" to the phrase that "of" ties it to."""
    lowers, tags = tokens.lowers, tokens.tags
    begin = start
    while begin > floor and tags[begin - 1] == "D":
        begin -= 1
    if begin < 2 or lowers[begin - 1] != "of":
        return start, None
    outer = _noun_start(tokens, begin - 1, floor)
    if outer == begin - 1 or lowers[begin - 2] in CHANGE_NOUNS:
        return start, None
    if singular(lowers[begin - 2]) in NUMBERING:
        return outer, None
    return outer, begin - 2


def _sized_change(tokens: Tokens, site: Site, start: int, head: int) -> Measured | None:
    """What "a rise of 5%" is a rise in: named after it, before it, or the subject."""
    lowers = tokens.lowers
    if site.after < site.limit and lowers[site.after] in ("in", "for", "to"):
        complement = _complement(tokens, site.after, site.limit)
        if complement is not None:
            return complement
    while start < head and (tokens.tags[start] in "JBG" or lowers[start] in _SKIPPED):
        start += 1
    if start < head:
        return Measured(start, head, head - 1, "change")
    if site.floor:
        return _ELIDED
    return _by_subject(tokens, Site(*site[:2], start, *site[3:])) or _ELIDED


def _after_of(tokens: Tokens, site: Site) -> Measured | None:
    """The whole of a share: "20% of voters"; of "39% of them aged 65" the rest of the clause."""
    at = site.after + 1
    if (
        at < len(tokens)
        and tokens.lowers[at] in _PRONOUN_SHARES
        and (tokens.lowers[at] in _PERSONAL or tokens.tags[at + 1 : at + 2] not in (["N"], ["J"]))
    ):
        if tokens.lowers[at + 1 : at + 2] in (["from"], ["for"]):
            return _ELIDED
        return _predicate(tokens, at + 1, site.reach) or _ELIDED
    if site.floor and tokens.lowers[site.bound_start - 1] == "or":
        # "Rose by 61,000, or 7 per cent of the population": the same thing said again.
        return _ELIDED
    if site.kind in ("measurement", "duration"):
        return _complement(tokens, site.after, site.limit)
    counted = _counted_whole(tokens, at)
    if counted is not None:
        return counted
    verb = find_verb(tokens, site.bound_start, site.floor)
    if verb is not None and (
        _composes(tokens, verb[1], site.bound_start)
        or _is_level_of(tokens, verb[1], site.bound_start)
        or _is_vote(tokens, at)
    ):
        subject = find_subject(tokens, verb[0])
        if subject is not None and not _is_pronoun(tokens, subject):
            return Measured(*subject, head_of(tokens, *subject), "composing")
    return _complement(tokens, site.after, site.limit)


def _counted_whole(tokens: Tokens, at: int) -> Measured | None:
    """The noun of a whole that is counted itself: "90% of the 1,200 flats"."""
    inner = at
    while inner < len(tokens) and tokens.tags[inner] == "D":
        inner += 1
    if inner >= len(tokens) or tokens.tags[inner] != "M":
        return None
    while inner < len(tokens) and tokens.tags[inner] == "M":
        inner += 1
    phrase = read_noun_phrase(tokens, inner, counted=True) if inner < len(tokens) else None
    return _noun(tokens, phrase, phrase.stop, "complement") if phrase is not None else None


def _composes(tokens: Tokens, verb: int, start: int) -> bool:
    """Whether the subject is the part that the number counts: "makes up", "accounts for"."""
    word = tokens.lowers[verb - 1]
    if word in _COMPOSING or tokens.lowers[start - 1] in _COMPOSING:
        return True
    particle = tokens.lowers[verb]
    return (word in _MAKING and particle == "up") or (word in _ACCOUNTING and particle == "for")


def _is_level_of(tokens: Tokens, verb: int, start: int) -> bool:
    """Whether the subject is N% of something: "spending is 2% of output", "rose to 2% of it"."""
    word = tokens.lowers[verb - 1]
    if verb == start:
        return word in _LEVEL_VERBS
    linked = tokens.lowers[start - 1] in ("to", "at", "by", "from")
    return linked and (word in _LEVEL_VERBS or word in CHANGE_VERBS)


def _is_vote(tokens: Tokens, at: int) -> bool:
    return any(word in ("vote", "votes", "ballot") for word in tokens.lowers[at : at + 3])


def _predicate(tokens: Tokens, at: int, limit: int) -> Measured | None:
    """The words that say what is so of the number: "died", "were given velotriban", "women"."""
    lowers, tags = tokens.lowers, tokens.tags
    start = at
    if start < limit and lowers[start] == ",":
        return None
    stop = start
    while (
        stop < limit
        and tags[stop] not in "."
        and lowers[stop] not in ("but", "while", "which", "who")
    ):
        if lowers[stop] == "and" and not (stop + 1 < limit and tags[stop + 1] in "NJ"):
            break
        stop += 1
    if stop < limit and lowers[stop] in ("“", '"') and stop + 1 < limit:
        while stop < limit and lowers[stop] not in (",", ";", ".", "and"):
            stop += 1
    if stop <= start:
        return None
    return Measured(start, stop, None, "predicate")


def _by_subject(tokens: Tokens, site: Site) -> Measured | None:
    verb = find_verb(tokens, site.bound_start)
    if verb is None or verb[1] <= site.floor:
        return None
    subject = find_subject(tokens, verb[0])
    if subject is None or _is_pronoun(tokens, subject):
        return None
    return Measured(*subject, head_of(tokens, *subject), "subject")


def _is_pronoun(tokens: Tokens, bounds: tuple[int, int]) -> bool:
    return all(tokens.tags[index] in "ODPRCMB." for index in range(*bounds))


def _by_clause(tokens: Tokens, site: Site) -> Measured | None:
    """The subject, object or predicate of the number's clause, as its verb asks."""
    lowers, tags = tokens.lowers, tokens.tags
    start = site.bound_start
    if (
        site.kind == "money"
        and site.after < site.limit
        and lowers[site.after] in ("of", "in", "on", "for", "towards")
    ) and (lowers[site.after] == "of" or (site.floor and not _is_reached(tokens, start))):
        complement = _complement(tokens, site.after, site.limit)
        if complement is not None:
            return complement
    verb = _own_verb(tokens, site)
    if start == 1 and lowers[0] == "at" and lowers[site.after : site.after + 1] == [","]:
        fronted = _fronted(tokens, site.after + 1)
        if fronted is not None:
            return fronted
    if verb is None and start < site.number.first and tags[start] in "EVv":
        # The comparator is the verb: "temperatures topped 40C".
        passing = find_subject(tokens, start)
        if passing is not None and not _is_pronoun(tokens, passing):
            return Measured(*passing, head_of(tokens, *passing), "subject")
    if verb is None:
        verb = find_verb(tokens, start)
    if site.floor and _is_compared(tokens, start):
        contrast = lowers[start - 1] in _CONTRASTS or lowers[start - 2] in _CONTRASTS
        if contrast or verb is None or verb[1] <= site.floor:
            return None
    if verb is None or verb[1] <= site.floor or _new_clause(tokens, verb[1], start):
        subject = _as_subject(tokens, site)
        if subject is not None:
            return subject
        return _gapped(tokens, site) or (None if site.floor or verb else _verbless(tokens, start))
    word = lowers[verb[1] - 1]
    if word in _REPORTING and start - verb[1] <= 1:
        return _as_subject(tokens, site)
    if site.after < len(tokens) and lowers[site.after] in _COMPARATIVES and verb[1] < start:
        return None
    if word in _LEAVING and site.after < site.limit and tags[site.after] in "JEPN":
        left = _predicate(tokens, site.after, site.reach)
        if left is not None:
            return left
    level = word in _LEVEL_VERBS or word in CHANGE_VERBS or site.kind == "multiple"
    if (
        not level
        and site.kind == "money"
        and site.after < site.limit
        and lowers[site.after] in _OBJECT_PREPOSITIONS
    ):
        complement = _complement(tokens, site.after, site.limit)
        if complement is not None:
            return complement
    direct = _object(tokens, verb[1], start)
    if direct is not None and tags[verb[1] - 1] != "A":
        return direct
    if site.floor and site.kind in ("count", "rate") and verb[0] and tags[verb[0] - 1] == "R":
        return None
    subject_bounds = find_subject(tokens, verb[0])
    if subject_bounds is not None and lowers[subject_bounds[1] - 1].endswith(("’s", "'s")):
        return _ELIDED if site.floor == 0 else None
    pronoun = subject_bounds is None or _is_pronoun(tokens, subject_bounds)
    spoken = subject_bounds is not None and lowers[subject_bounds[1] - 1] in _SPEAKING
    if level and not spoken:
        if subject_bounds is None or pronoun:
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
    return _noun(tokens, phrase, len(tokens), "subject") if phrase is not None else None


def _is_named(tokens: Tokens, bounds: tuple[int, int]) -> bool:
    """Whether a phrase is nothing but a name; a sentence's first word has its capital anyway."""
    words = tokens.words[bounds[0] : bounds[1]]
    return bounds[1] > 1 and all(word[0].isupper() for word in words)


def _is_reached(tokens: Tokens, at: int) -> bool:
    """Whether the number is the level that a change ends at: "rose 6% to $148 in late trading"."""
    return at > 0 and tokens.lowers[at - 1] in ("to", "from", "at")


def _is_compared(tokens: Tokens, at: int) -> bool:
    before = at - 1
    if before > 0 and tokens.tags[before] == "D":
        before -= 1
    return before >= 0 and tokens.lowers[before] in _COMPARED


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


def _as_subject(tokens: Tokens, site: Site) -> Measured | None:
    """What is said of a number that is itself the subject: "of these, 61 were waiting"."""
    at = site.after
    start = at
    while at < site.limit and tokens.tags[at] == "B":
        at += 1
    if at < site.limit and tokens.tags[at] == "P":
        inner = at + 1
        while inner < site.limit and tokens.tags[inner] == "D":
            inner += 1
        place = read_noun_phrase(tokens, inner) if inner < site.limit else None
        if place is not None and place.stop < site.limit and tokens.tags[place.stop] in "AVv":
            start = at = place.stop
    if at >= site.limit or at >= len(tokens):
        return None
    if (
        tokens.lowers[site.after - 1] in ("more", "further", "another")
        or tokens.lowers[at] == "more"
    ):
        return None
    if site.number.first and tokens.lowers[site.number.first - 1] in ("further", "another"):
        return None
    lower = tokens.lowers[at]
    if lower in _COMPARATIVES or (tokens.tags[at] == "J" and lower.endswith("er")):
        return None
    first = site.bound_start
    if tokens.tags[at] in "AV" and first > 1 and tokens.lowers[first - 1] in ("for", "on", "in"):
        start = _noun_start(tokens, first - 1, site.floor)
        if start < first - 1 and tokens.tags[first - 2] == "N":
            return Measured(start, first - 1, first - 2, "preceding")
    if tokens.tags[at] in "AVEvJ":
        return _predicate(tokens, start, site.reach)
    return None


def _object(tokens: Tokens, start: int, stop: int) -> Measured | None:
    """The object between a verb and "by/to/from/at/for" + number: "cut emissions by 5%"."""
    at = start
    if at + 2 < stop and tokens.lowers[at] == "to" and tokens.tags[at + 1] in "Nv":
        at += 2
    while at < stop and tokens.tags[at] in "DB":
        at += 1
    if at >= stop or tokens.tags[at] not in "NJGE":
        return None
    phrase = read_noun_phrase(tokens, at)
    if phrase is None or phrase.stop >= stop:
        return None
    if tokens.tags[phrase.stop] not in "PB" and tokens.lowers[phrase.stop] not in ("there", "here"):
        return None
    return _noun(tokens, phrase, stop - 1, "object")


def _gapped(tokens: Tokens, site: Site) -> Measured | None:
    """A noun right before its number without a verb: "profit 3%", "spending up 4%"."""
    lowers, tags = tokens.lowers, tokens.tags
    stop = site.bound_start
    while stop > site.floor and (
        lowers[stop - 1] in _PARTICLES or lowers[stop - 1] in ("to", "at", "by", ":", "(", ",")
    ):
        stop -= 1
    start = stop
    while start > site.floor and tags[start - 1] in "NJ" and lowers[start - 1] not in CHANGE_VERBS:
        start -= 1
    if start == stop or lowers[stop - 1] in LEVEL_NOUNS or "N" not in tags[start:stop]:
        return None
    named = tokens.words[stop - 1][0].isupper() and not is_people(lowers[stop - 1])
    return Measured(start, stop, stop - 1, "named" if named else "gapped")


def _verbless(tokens: Tokens, at: int) -> Measured | None:
    """A headline's subject: the first noun phrase of the clause that the number ends."""
    start = at
    while start > 0 and tokens.lowers[start - 1] not in (",", ";", ":", "(", "–", "—", "“", '"'):
        start -= 1
    while start < at and tokens.tags[start] in "DPC":
        start += 1
    phrase = read_noun_phrase(tokens, start) if start < at else None
    if phrase is None or phrase.stop > at:
        return None
    return _noun(tokens, phrase, at, "verbless")
