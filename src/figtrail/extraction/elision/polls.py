"""Whether a bare number is a share or a balance of answers in a poll: "the Greens are on 9"."""

from __future__ import annotations

from figtrail.extraction.elision.antecedents import Antecedent
from figtrail.extraction.elision.points import PERCENT_ENDS
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.measured import Measured
from figtrail.extraction.nouns import PARTIES
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens
from figtrail.model import Kind

_WORDS = read_sections("polls.txt")
_POLLING = frozenset(_WORDS["polling"])
_ANSWERS = frozenset(_WORDS["answers"])
_LEVELS = frozenset(_WORDS["levels"])
_NET = frozenset(_WORDS["net"])
_OPINING = frozenset(read_sections("nouns.txt")["opining"])
_ANSWERING = frozenset("could would did had were".split())
_ASKED = frozenset(_WORDS["asked"])
_LEADING = frozenset("ahead lead leads led leading behind trails trailed trailing".split())
_LINKS = frozenset((",", "and", "while", "but"))
_PLAYING = frozenset(read_sections("nouns.txt")["playing"])
_WHOLE = 100
# How many tokens before a phrase "balance" may stand.
_CUT = 6


def find_poll_unit(
    tokens: Tokens, reading: Reading, measured: Measured | None, antecedent: Antecedent | None
) -> tuple[str, Kind] | None:
    """The unit and kind of a bare number that tells how a poll stands; None where it doesn't."""
    if reading.kind != "count" or reading.unit is not None or abs(reading.number.value) > _WHOLE:
        return None
    if "(" in tokens.lowers and _is_table(tokens):
        return _read_table(tokens, reading)
    if measured is not None and _is_balance(tokens, reading, measured):
        return "point", "score"
    if reading.phrase is not None and not _names_party(tokens, reading.phrase.head):
        return None
    shared = antecedent is not None and antecedent.kind == "percentage"
    shared = shared or not PERCENT_ENDS.isdisjoint(tokens.lowers[: reading.bound_start])
    ahead = tokens.lowers[reading.after : reading.after + 2]
    if shared and is_answer(tokens, reading.after):
        # "Sixty per cent back it, with 31 against and nine undecided".
        return "percent", "percentage"
    at = reading.bound_start - 1
    asked = antecedent is not None and antecedent.kind == "percentage"
    asked = asked and not _ASKED.isdisjoint(tokens.vocabulary)
    listed = at > 0 and tokens.lowers[at] in _LINKS
    if asked and listed and ahead and (ahead[0] in _ANSWERING or ahead[0] in _OPINING):
        # "27 per cent said jobs, 22 said privacy and nine could name nothing".
        return "percent", "percentage"
    if tokens.lowers[at] == "by" and tokens.lowers[at - 1] in _LEADING and shared:
        # "They were on 41 per cent. In July she was ahead by 11".
        return "percentage_point", "percentage"
    if tokens.lowers[at - 1 : at + 1] == ["turnout", "of"] and shared:
        # "On a turnout of 61".
        return "percent", "percentage"
    if at < 1 or tokens.lowers[at] not in _LEVELS:
        return None
    polled = _is_of_parties(tokens) and not _POLLING.isdisjoint(tokens.vocabulary)
    return ("percent", "percentage") if polled or (shared and _is_of_parties(tokens)) else None


def is_answer(tokens: Tokens, after: int) -> bool:
    """Whether an answer stands at a token: "31 against", "nine in favour", "52 disapproving"."""
    ahead = tokens.lowers[after : after + 2]
    return not _ANSWERS.isdisjoint(ahead[:1] + ahead[1:] * (ahead[:1] == ["in"]))


def _is_table(tokens: Tokens) -> bool:
    """Whether parties have their moves in brackets: "Labour 38 (-1), Greens 9 (+2)"."""
    return _is_of_parties(tokens) and any(
        tokens.lowers[at] == "(" and tokens.words[at + 1] in _SIGNED and tokens.tags[at + 2] == "M"
        for at in range(len(tokens.words) - 2)
    )


_SIGNED = frozenset("+-−–")


def _read_table(tokens: Tokens, reading: Reading) -> tuple[str, Kind] | None:
    """What a number of such a table is: a party's share, or its move in points."""
    before = reading.bound_start - 1
    if tokens.lowers[before] == "(" and reading.number.signed:
        return "percentage_point", "percentage"
    shared = tokens.lowers[before] in _LEVELS or tokens.words[before] in PARTIES
    return ("percent", "percentage") if shared else None


def _is_of_parties(tokens: Tokens) -> bool:
    """Whether a sentence names a party, and no contest of sport."""
    return not PARTIES.isdisjoint(tokens.words) and _PLAYING.isdisjoint(tokens.vocabulary)


def _names_party(tokens: Tokens, head: int) -> bool:
    return tokens.words[head] in PARTIES


def _is_balance(tokens: Tokens, reading: Reading, measured: Measured) -> bool:
    """Whether a phrase is of a balance of answers: "net approval", "the balance … minus 22"."""
    words = tokens.lowers[measured.start : measured.stop]
    signed = reading.number.value < 0 or reading.number.signed
    signed = signed or tokens.lowers[reading.number.first - 1] in ("plus", "minus")
    if "net" in words:
        return not _NET.isdisjoint(words)
    # "The balance of firms expecting growth": the subject may be cut short.
    near = tokens.lowers[max(0, measured.start - _CUT) : measured.stop]
    return signed and "balance" in near
