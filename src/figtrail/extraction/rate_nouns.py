"""Denominators that the measured noun brings along: a caseload, a monthly rent, each student."""

from __future__ import annotations

from figtrail.extraction.clauses import find_subject, find_verb
from figtrail.extraction.lexicon import read_pairs, read_rows
from figtrail.extraction.measured import Measured
from figtrail.extraction.nouns import is_people, singular
from figtrail.extraction.numbers import MONEY_WORDS, Number
from figtrail.extraction.phrases import head_of
from figtrail.extraction.quantities import Reading
from figtrail.extraction.rates import (
    CURRENCY_NOUNS,
    find_inside,
    find_piece,
    name_denominator,
    read_recurring,
)
from figtrail.extraction.tokens import Tokens
from figtrail.model import Kind

_NOUNS = {row[0]: row[1] for row in read_rows("rate_nouns.csv", "noun", "unit")}


def find_holder_rate(tokens: Tokens, measured: Measured, at: int) -> tuple[str, str | None] | None:
    """Unit and denominator of a rate noun; the denominator is who the sentence says holds it."""
    if measured.head is None:
        return None
    known = _NOUNS.get(singular(tokens.lowers[measured.head]))
    if known is None:
        return None
    unit, per = known, None
    verb = find_verb(tokens, measured.start) or find_verb(tokens, at)
    subject = find_subject(tokens, verb[0]) if verb is not None else None
    if subject is not None:
        head = head_of(tokens, *subject)
        if head is not None and is_people(tokens.lowers[head]):
            modified = head > subject[0] and tokens.tags[head - 1] in "NJ"
            modifier = tokens.lowers[head - 1] if modified else ""
            per = f"{modifier}_{singular(tokens.lowers[head])}".lstrip("_")
    return unit, per


def find_subject_rate(tokens: Tokens, measured: Measured, kind: Kind) -> str | None:
    """The denominator in a measured phrase: "average monthly rent", "a litre of diesel"."""
    if kind not in ("money", "count", "measurement"):
        return None
    # "Per-head spending": the phrase may begin behind its hyphen.
    hyphened = tokens.lowers[max(0, measured.start - 2) : measured.start] == ["per", "-"]
    inside = find_inside(tokens, measured.start - 2 * hyphened, measured.stop)
    if inside is not None:
        return inside
    before = max(0, measured.start - 1)
    recurring = read_recurring(tokens, before, _core_stop(measured), kind)
    if recurring is not None or kind != "money" or measured.rule not in _SUBJECTS:
        return recurring
    return find_piece(tokens, measured.start)


def find_exchange(tokens: Tokens, reading: Reading) -> str | None:
    """The currency that is priced in another: "the euro was at $1.08", "a pound buys $1.27"."""
    at = reading.bound_start
    gapped = CURRENCY_NOUNS.get(tokens.lowers[at - 1]) if at else None
    if gapped is not None and reading.number.currency is not None and tokens.tags[at - 2] == "D":
        # "A pound bought $1.27 and the euro $1.08".
        return gapped
    if at > 1 and tokens.tags[at - 1] == "G" and tokens.lowers[at - 1] in _EXCHANGING:
        # "With sterling fetching $1.27".
        return CURRENCY_NOUNS.get(tokens.lowers[at - 2])
    verb = find_verb(tokens, at)
    if verb is not None and verb[0] and tokens.lowers[verb[0] - 1] == "little":
        # "The euro was little changed at $1.07".
        verb = find_verb(tokens, verb[0] - 1)
    if verb is None or reading.number.value <= 0:
        return None
    put = tokens.lowers[at - 1] in _PUT_AT
    if not put and _EXCHANGING.isdisjoint(tokens.lowers[verb[0] : at]):
        return None
    subject = find_subject(tokens, verb[0])
    head = head_of(tokens, *subject) if subject is not None else None
    code = _name_currency(tokens, head) if head is not None else None
    own = reading.number.currency
    if own is None or code is None or code.rstrip("?") == own.rstrip("?"):
        return None
    return code


def _name_currency(tokens: Tokens, head: int) -> str | None:
    """The currency that a noun names, by the country before it where that is told."""
    for form in MONEY_WORDS.get(tokens.words[head - 1], ()) if head else ():
        if len(form.tokens) == len(("Canadian", "dollars")) and (
            singular(form.tokens[1]) == tokens.lowers[head]
        ):
            return form.currency
    return _name_national(tokens, head) or CURRENCY_NOUNS.get(tokens.lowers[head])


def _name_national(tokens: Tokens, head: int) -> str | None:
    """The currency of a country or bloc: "the Indian currency", "the single currency"."""
    named = head > 0 and tokens.lowers[head] in ("currency", "unit")
    return _DEMONYMS.get(tokens.lowers[head - 1]) if named else None


_DEMONYMS = read_pairs("rates.txt", "currency_demonyms")


def find_priced_currency(tokens: Tokens, reading: Reading) -> str | None:
    """The currency that a bare number is of: "the taka, which trades at 84.9 to the dollar"."""
    rate = reading.rate
    if rate is None or reading.phrase is not None or rate.per not in _CODES:
        return None
    at = reading.bound_start
    for index in range(at - 1, max(-1, at - _PRICED_REACH), -1):
        code = _name_national(tokens, index) or CURRENCY_NOUNS.get(tokens.lowers[index])
        if code is not None and code != rate.per:
            return code
    return None


_CODES = frozenset(CURRENCY_NOUNS.values())
# How many tokens back the currency may be named that a bare number prices.
_PRICED_REACH = 16
# Before the price of a currency that moved: "sterling slid to $1.21".
_PUT_AT = frozenset("at to from above below near past hit touched".split())
_EXCHANGING = frozenset(
    "at worth buys bought buying buy fetch fetches fetched fetching changed traded trading".split()
)
_SUBJECTS = frozenset(("subject", "clause", "preceding", "verbless"))


def _core_stop(measured: Measured) -> int:
    """Where the noun of a phrase ends, before its complements."""
    if measured.head is None:
        return measured.stop
    return min(measured.stop, max(measured.head + 1, measured.start + 4))


def find_average_holder(tokens: Tokens, number: Number, at: int) -> str | None:
    """Whom a broken number is an average of: "a woman now has 1.2 children on average".

    `at` is the token where the number's comparator starts.
    """
    if number.value == int(number.value) or number.scale is not None or number.kind is not None:
        return None
    verb = find_verb(tokens, at)
    if verb is None or _HOLDING.isdisjoint(tokens.lowers[verb[0] : verb[1]]):
        return None
    subject = find_subject(tokens, verb[0])
    head = head_of(tokens, *subject) if subject is not None else None
    if head is None or tokens.tags[head] != "N":
        return None
    average = not _AVERAGES.isdisjoint(tokens.lowers[verb[1] :])
    indefinite = head > 0 and tokens.lowers[head - 1] in ("a", "an", "average", "typical")
    if not (average or indefinite):
        return None
    if singular(tokens.lowers[head]) == "worker" and tokens.tags[head - 1] in "NJ":
        # "Social workers" and "care workers" are known by what they do.
        return f"{tokens.lowers[head - 1]}_worker"
    return name_denominator(tokens.lowers[head])


_HOLDING = frozenset(
    "hold holds held handle handles carry carries has have had bear bore own owns owned "
    "raises raised gets got".split()
)
_AVERAGES = frozenset(("average", "averages"))
