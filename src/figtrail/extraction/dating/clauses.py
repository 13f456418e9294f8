"""The clauses of a sentence, as far as dates need them: where each begins, and its tense."""

from __future__ import annotations

from typing import NamedTuple

from figtrail.extraction.dating.tenses import FINITE, INTENDING, Tense, read_verb
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("dating_words.txt")
_QUOTES = frozenset(("“", "”", '"'))
_SCARE = 5
_HEDGES = frozenset(
    ("half", "about", "around", "some", "nearly", "almost", "over", "roughly", "up")
)
_DASHES = frozenset(("–", "—"))
# So many tokens may stand between two dashes that put a phrase in.
_INSET = 14
RELATIVES = frozenset(_WORDS["relating"])
_DEFINING = RELATIVES | {"that"}
_JOINING = frozenset(_WORDS["joining"])
_POINTS = _QUOTES | RELATIVES | _JOINING | frozenset(_WORDS["breaking"]) | {","}
_STATING = (frozenset(_WORDS["voicing"]) | frozenset(_WORDS["stating"])) - {"added", "adds"}
_INSERTED = [[word] for word in RELATIVES]
_SAME_FORM = frozenset(_WORDS["same form"])
_WANTING = frozenset(("want", "wants", "wanted", "need", "needs", "demand", "demands"))


class Clauses(NamedTuple):
    """The clause of each token, by number, and the word that opens each clause.

    `verbs` are the tokens that may be finite verbs, in order.
    """

    numbers: list[int]
    openers: list[str]
    verbs: list[int]

    def opener(self, at: int) -> str:
        """The first word of the clause that a token is in."""
        return self.openers[self.numbers[at]]


def split_clauses(tokens: Tokens) -> Clauses:
    """Split a sentence; what follows an inserted clause belongs to its host again."""
    lowers, tags = tokens.lowers, tokens.tags
    numbers: list[int] = []
    openers = [lowers[0]] if lowers else []
    current, host = 0, -1
    for at in [at for at, lower in enumerate(lowers) if lower in _POINTS]:
        lower = lowers[at]
        inserted = False
        if lower == ",":
            if host < 0:
                continue
            numbers += [current] * (at - len(numbers))
            current, host = host, -1
            continue
        if lower in RELATIVES:
            inserted = _is_inserted(tokens, at)
            if not inserted:
                continue
        elif lower in _JOINING:
            if not at or not _opens_clause(tokens, at):
                continue
            if lower == "and" and _joins_subjects(tokens, len(numbers), at):
                continue
            inserted = lower == "when" and lowers[at - 1] == ","
        elif lower == "but" and lowers[at - 1 : at] == ["all"]:
            # "Sold all but 40 of the goats".
            continue
        elif (lower in _QUOTES and not _is_long(lowers, at)) or _is_put_in(tokens, at):
            continue
        numbers += [current] * (at - len(numbers))
        host = current if inserted else host if lower in _JOINING else -1
        current = len(openers)
        openers.append(lower)
    numbers += [current] * (len(lowers) - len(numbers))
    verbs = [
        at
        for at, tag in enumerate(tags)
        if tag in FINITE or (tag == "N" and lowers[at] in INTENDING)
    ]
    return Clauses(numbers, openers, verbs)


def _is_inserted(tokens: Tokens, at: int) -> bool:
    """Whether a relative word stands behind a comma: ", who", ", of which"."""
    if at and tokens.lowers[at - 1] == ",":
        return True
    return at > 1 and tokens.lowers[at - 2] == "," and tokens.tags[at - 1] == "P"


def _is_put_in(tokens: Tokens, at: int) -> bool:
    """Whether a dash bounds a phrase without a verb: "40 villages – most in Kent – lost a bus"."""
    lowers, tags = tokens.lowers, tokens.tags
    if lowers[at] not in _DASHES:
        return False
    for other in (*range(at + 2, at + _INSET), *range(at - 2, at - _INSET, -1)):
        if 0 <= other < len(lowers) and lowers[other] in _DASHES:
            inner = tags[min(at, other) + 1 : max(at, other)]
            return not set(inner) & set("AVEvR")
    return False


def _is_long(lowers: list[str], at: int) -> bool:
    """Whether a quotation mark bounds more than a word or two in inverted commas."""
    near = (*lowers[max(0, at - _SCARE) : at], *lowers[at + 1 : at + 1 + _SCARE])
    return _QUOTES.isdisjoint(near)


def _opens_clause(tokens: Tokens, at: int) -> bool:
    """Whether a subject and its verb follow a conjunction, so that a clause of its own begins."""
    tags, lowers = tokens.tags, tokens.lowers
    first, last = at + 1, len(lowers)
    if first >= last:
        return False
    if lowers[first] == "that":
        return lowers[at] == "and"
    if lowers[at] == "and" and _ends_pair(tokens, at):
        return False
    if tags[first] in FINITE or (tags[first] == "M" and tags[at - 1] == "M"):
        return False
    index, reach = first, first + 9
    while index + 1 < min(last, reach):
        index += 1
        tag = tags[index]
        if tag in "AV" or (tag == "E" and tags[index - 1] in "NOMB"):
            # Not "after a downwardly revised 1.5%".
            return tag != "E" or tags[index - 2 : index] != ["D", "B"]
        if lowers[index] == "," and lowers[index + 1 : index + 2] in _INSERTED:
            # "And the club, which lost £4m, has".
            closed = index + 2
            while closed < min(last, index + 20) and lowers[closed] != ",":
                closed += 1
            index, reach = closed, closed + 4
            continue
        if lowers[index] in (",", ";", "and", ")"):
            return False
    return False


def _joins_subjects(tokens: Tokens, start: int, at: int) -> bool:
    """Whether what stands before "and" has no verb yet: "three schools and 12 shops closed"."""
    while start < at and tokens.lowers[start] in _POINTS:
        start += 1
    tags, lowers = tokens.tags, tokens.lowers
    verbs = [index for index in range(start, at) if tags[index] in FINITE]
    if verbs and all(tags[index - 1] == "R" for index in verbs):
        # "Those who came to accident and emergency were".
        return start == 0 or lowers[start - 1] in _QUOTES
    counted = tags[at + 1] in "MD" or lowers[at + 1] in _HEDGES
    return counted and "M" in tags[start:at] and not verbs


def _ends_pair(tokens: Tokens, at: int) -> bool:
    """Whether "and" joins the two ends of "between Leeds and York"."""
    for index in range(at - 1, max(-1, at - 7), -1):
        if tokens.lowers[index] == "between":
            return True
        if tokens.tags[index] not in "NJDM" and tokens.lowers[index] not in "$£€%":
            return False
    return False


def find_verb(tokens: Tokens, clauses: Clauses, first: int, stop: int) -> tuple[Tense | None, int]:
    """Tense and token of the verb that governs tokens `first` to `stop`.

    The nearest before them in their clause, else the next after, else the nearest before at all;
    (None, -1) without one.
    """
    numbers, verbs = clauses.numbers, clauses.verbs
    clause = numbers[first]
    if _is_subject(tokens, clauses, first):
        own = _find_next(tokens, clauses, clause, stop)
        if own[0] is not None:
            return own
    outside: tuple[Tense | None, int] = (None, -1)
    for at in reversed(verbs):
        if at >= first or (numbers[at] != clause and outside[0] is not None):
            continue
        if _says_which(tokens, clauses, at):
            continue
        tense = read_verb(tokens, at)
        if tense is not None:
            if tense == "past" and _is_wanted(tokens, at):
                tense = "intended"
            if numbers[at] == clause:
                return _settle(tokens, clauses, tense, at), at
            outside = tense, at
    own = _find_next(tokens, clauses, clause, stop)
    if own[0] is None and outside[0] is None and tokens.tags[stop - 1] in "EV":
        # "More than doubled": the figure is the verb.
        return "past", stop - 1
    return own if own[0] is not None else outside


def _says_which(tokens: Tokens, clauses: Clauses, at: int) -> bool:
    """Whether a form in -ed stands between a number and its noun: "had 40 suspected cases"."""
    tags = tokens.tags
    if tags[at] != "E" or tags[at - 1 : at] != ["M"] or tags[at + 1 : at + 2] not in (["N"], ["J"]):
        return False
    return any(
        clauses.numbers[other] == clauses.numbers[at] and tags[other] in "AVE"
        for other in clauses.verbs
        if other < at
    )


def _is_wanted(tokens: Tokens, at: int) -> bool:
    """Whether a participle is what somebody wants done: "wants the week cut to 35 hours"."""
    for before in range(at - 1, max(-1, at - 20), -1):
        if tokens.lowers[before] in _WANTING and tokens.tags[before] != "N":
            return True
        if tokens.tags[before] in "AR" or tokens.lowers[before] in (",", ";"):
            return False
    return False


def _find_next(
    tokens: Tokens, clauses: Clauses, clause: int, stop: int
) -> tuple[Tense | None, int]:
    defining: tuple[Tense | None, int] = (None, -1)
    for at in clauses.verbs:
        if at >= stop and clauses.numbers[at] == clause:
            tense = read_verb(tokens, at)
            if tense is None or _is_reduced(tokens, clauses, at):
                continue
            if tokens.lowers[at - 1] not in _DEFINING:
                return tense, at
            # "4m people who fled are covered": the verb of the subject comes after.
            defining = tense, at
    return defining


def _is_subject(tokens: Tokens, clauses: Clauses, first: int) -> bool:
    """Whether a figure opens what is stated: "estimates that 13 homes …", "said 40 people …"."""
    lowers = tokens.lowers
    for at in range(first - 1, max(0, first - 6), -1):
        if tokens.tags[at] in "AVE" or lowers[at] in (",", ";"):
            return lowers[at] in _STATING and first - at < 3
        if tokens.tags[at] == "v":
            return lowers[at] in _STATING and first - at < 3
        if lowers[at] == "that" and tokens.tags[at - 1] in "VEvN":
            return clauses.numbers[at] == clauses.numbers[first]
    return False


def _settle(tokens: Tokens, clauses: Clauses, tense: Tense, at: int) -> Tense:
    """The tense of a form that is present and past alike: "spaces, which cost £40, must be"."""
    if tense == "past" and _is_perfect(tokens, clauses, at):
        return "present"
    if tense != "past" or tokens.lowers[at] not in _SAME_FORM:
        return tense
    if tokens.lowers[at - 1 : at] in (["and"], ["or"]):
        joined = [read_verb(tokens, other) for other in clauses.verbs if other < at]
        return next((other for other in reversed(joined) if other is not None), tense)
    if clauses.openers[clauses.numbers[at]] not in RELATIVES:
        return tense
    others = {read_verb(tokens, other) for other in clauses.verbs if other != at}
    return tense if "past" in others or not others - {None} else "present"


def _is_perfect(tokens: Tokens, clauses: Clauses, at: int) -> bool:
    """Whether a participle shares the auxiliary before it: "has promised grants and opened 3"."""
    if tokens.lowers[at - 1 : at] not in (["and"], ["or"]):
        return False
    for other in reversed(clauses.verbs):
        if other < at and clauses.numbers[other] == clauses.numbers[at]:
            if tokens.lowers[other] in ("has", "have"):
                # Not "has 40 shops and opened two".
                return tokens.tags[other + 1] not in "MD"
            if tokens.tags[other] != "E" and tokens.tags[other - 1] != "A":
                return False
    return False


def _is_reduced(tokens: Tokens, clauses: Clauses, at: int) -> bool:
    """Whether a form in -ed only describes a noun, since the clause has its verb after it."""
    tags = tokens.tags
    if tags[at] != "E" or tags[at - 1 : at] == ["A"] or tags[at + 1 : at + 2] not in (["P"], ["M"]):
        return False
    return any(
        at < index < at + 16
        and clauses.numbers[index] == clauses.numbers[at]
        and tags[index] != "E"
        for index in clauses.verbs
    )
