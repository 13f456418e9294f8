"""A number that shares the change of one before it: said again, compared, or of another name."""

from __future__ import annotations

from figtrail.extraction.changes.pairing import Earlier, find_paired
from figtrail.extraction.changes.totals import is_totalled
from figtrail.extraction.changes.vocabulary import (
    COMPARATIVES,
    EACH,
    PARTICLES,
    PERCENT,
    RATED,
    WORDS,
    is_sign,
)
from figtrail.extraction.numbers import DENOMINATORS, Number
from figtrail.extraction.tokens import Tokens

_LINKS = frozenset((",", "and", ";", "while", "but"))
_HEDGES = frozenset(("only", "just", "by", "even", "little", "a"))
_AGAINST = frozenset(("against", "versus"))
_MOVED = frozenset(("up", "down", "revised"))
_AFTER = frozenset(("after", "following", "against", "versus"))
_ENDS = WORDS["ends"] | WORDS["periodic"] | {"respectively"}
_BREAKS = WORDS["breaks"]
_POINTS = frozenset(("basis_point", "percentage_point"))
_PAUSES = frozenset((",", "–", "—", "("))
_ADVERBIAL = WORDS["adverbial"]
_BETWEEN = 7
_REACH = 18


def find_said_again(tokens: Tokens, at: int) -> int | None:
    """The start of the number that a figure says again: "fell $2, or 1%", "$2m (9%)".

    What says when or how often may stand between: "rose 6 cents in March, or 0.2%".
    """
    lowers, tags = tokens.lowers, tokens.tags
    index = at - 1
    if lowers[at] == "or" and index > 0 and lowers[index] in _PAUSES:
        index -= 1
    elif lowers[at] not in ("(", "or"):
        return None
    found = _number_before(tokens, index)
    if found is not None or lowers[at] == "(" or index == at - 1:
        return found
    for end in range(index - 1, max(0, index - _BETWEEN), -1):
        if tags[end + 1] == "P" or lowers[end + 1] in _ADVERBIAL:
            found = _number_before(tokens, end)
            if found is not None:
                return found
        if tags[end] in "AVERv.":
            return None
    return None


def _number_before(tokens: Tokens, end: int) -> int | None:
    """The start of the number that ends at a token, with its unit; None where there is none."""
    lowers, tags = tokens.lowers, tokens.tags
    if end > 2 and lowers[end] in RATED and lowers[end - 1] in EACH and tags[end - 2] in "MB":
        # "Add £80 a year, or £1.53 a week", "pay £80 more a year, or £1.53 a week".
        end -= 2 + (lowers[end - 2] in COMPARATIVES)
    elif end > 1 and lowers[end] in DENOMINATORS and lowers[end - 1] in ("a", "an", "one"):
        return end - 1  # "shrank by a third, or 400"
    # "Rose by 1.2 per cent or 400 tonnes".
    end -= 2 * (lowers[max(0, end - 1) : end + 1] == ["per", "cent"])
    index = end
    while (
        index > 0
        and end - index < 5
        and (tags[index] in "MN" or lowers[index] in "%¢" or is_sign(tokens, index))
    ):
        if tags[index - 1] == "M" or is_sign(tokens, index - 1):
            index -= 1
            continue
        if tags[index] == "M" or is_sign(tokens, index):
            break
        index -= 1
    if index < 1 or not (tags[index] == "M" or is_sign(tokens, index)):
        return None
    dated = tags[index] == "M" and _kind_of(tokens, index, index + 1) == "year"
    return None if dated else index


def find_repeated(
    tokens: Tokens, number: Number, start: int, kind: str, stop: int
) -> Earlier | None:
    """The number whose verb a later one shares.

    "Rose 5% in May after 4% in April"; "Leeds fell 3%, Hull 2%".
    """
    if not start:
        return None
    lowers = tokens.lowers
    while start > 1 and lowers[start - 1] in _HEDGES and lowers[start - 2] != "followed":
        start -= 1
    before = lowers[start - 1]
    following = lowers[stop] if stop < len(lowers) else "."
    if kind in ("percentage", "ratio") and "of" in tokens.vocabulary:
        gapped = _find_gap(tokens, start)
        if gapped:
            return _earlier(tokens, gapped, "percentage")
    paired = find_paired(tokens, start, stop, kind)
    if paired is not None:
        return paired
    if kind in ("percentage", "count") and (moved := _moved_from(tokens, start)):
        return _earlier(tokens, moved, kind)
    if number.unit in _POINTS and before in _LINKS and following in _ENDS:
        return _earlier(tokens, start - 1, "count")
    ended = following in _ENDS or following in _BREAKS
    if ended and kind not in ("percentage", "money") and _before_record(tokens, start) in _AFTER:
        return _earlier(tokens, start - 1, "count")
    if kind == "money" and before in ("another", "further") and ended:
        return _gapped_sum(tokens, start)
    # "Added 940 cases and 31 deaths, taking totals to".
    added = not WORDS["stock_verbs"].isdisjoint(tokens.vocabulary)
    if kind == "count" and before == "and" and added and is_totalled(tokens, stop):
        return _earlier(tokens, start - 1, "count")
    if ended:
        percent = kind == "percentage"
        if percent and (before in _AFTER or before in _LINKS or _is_compared(lowers, start)):
            return _earlier(tokens, start - 1, "percentage")
        if (percent or number.kind is None) and _is_named(tokens, start):
            share = _earlier(tokens, start - 1, "percentage")
            return share or _earlier_bare(tokens, start - 1, kind)
        if percent and before == "by" and lowers[max(0, start - 2)] == "followed":
            return _earlier(tokens, _past_passive(tokens, start - 2), "percentage")
    if kind == "percentage" and following == "to" and _is_named(tokens, start):
        return _earlier(tokens, start - 1, "percentage")
    if kind == "percentage" and before in _LINKS and following == "to":
        # "Increased 3.1% to £250,000 for houses and 16.8% to £190,000 for flats".
        return _earlier(tokens, start - 1, "percentage")
    if kind == "percentage" and before == "or":
        rebased = not WORDS["rebased"].isdisjoint(lowers[stop : stop + 4])
        return _earlier(tokens, start - 1, "percentage") if rebased else None
    if kind == "percentage" and before in ("on", "at", "with") and _is_ranked(tokens, start):
        return _earlier(tokens, start - 1, "percentage", told=True)
    if kind == "percentage" and before == "(" and following == ")":
        return _bracketed(tokens, start - 1)
    return None


def _before_record(tokens: Tokens, start: int) -> str:
    """The word before a number and what describes it: "after (a record) 3.3"."""
    at = start - 1
    while at > 0 and (tokens.tags[at] in "JD" or tokens.lowers[at] == "record"):
        at -= 1
    return tokens.lowers[at]


def _find_gap(tokens: Tokens, start: int) -> int:
    """The link of "and that of coal (by) 9%", whose verb is left out; 0 for none."""
    for at in range(start - 1, max(1, start - _BETWEEN), -1):
        if tokens.lowers[at] == "of":
            told = tokens.lowers[at - 1] in ("that", "those")
            return at - 2 if told and tokens.lowers[at - 2] in _LINKS else 0
        if tokens.tags[at] not in "NJPDB" and tokens.lowers[at] not in _HEDGES:
            return 0
    return 0


def _gapped_sum(tokens: Tokens, start: int) -> Earlier | None:
    """The sum whose verb is left out: "wages will add £3m to costs and power another £1m"."""
    gap = start - 1 - (tokens.lowers[start - 2] == "a")
    return _earlier(tokens, gap, "money") if _is_named(tokens, gap) else None


def _moved_from(tokens: Tokens, start: int) -> int:
    """The "up" or "down" of "down from 2.9%" or "up from a previous call of 0.6%"; 0 for none.

    So too of an estimate that is replaced: "(revised from 5.3%)", "against a flash reading of 1%".
    """
    at = start - 1
    while at > 1 and start - at < 7 and (tokens.tags[at] in "DJNGB" or tokens.lowers[at] == "of"):
        at -= 1
    told = tokens.lowers[at + 1 : start]
    if tokens.lowers[at] in _AGAINST and told[-1:] == ["of"]:
        first = not WORDS["first_estimates"].isdisjoint(told)
        return at if first and not WORDS["readings"].isdisjoint(told) else 0
    if tokens.lowers[at] != "from" or not at or tokens.lowers[at - 1] not in _MOVED:
        return 0
    return at - 1 - (at > 1 and tokens.lowers[at - 2] == "(")


def _bracketed(tokens: Tokens, bracket: int) -> Earlier | None:
    """The percentage in the brackets before: "Kerala (up 9%), Goa (8%) and Assam (7%)"."""
    lowers = tokens.lowers
    for at in range(bracket - 1, max(0, bracket - 9), -1):
        if lowers[at] == ")":
            return _earlier(tokens, at, "percentage")
        if tokens.tags[at] not in "NPDJC" and lowers[at] != ",":
            return None
    return None


def _is_ranked(tokens: Tokens, start: int) -> bool:
    """Whether one of several is told by its place: "with Sydney leading on 1.3 per cent".

    "Followed by Perth with 7% and Hobart at 5%".
    """
    lowers = tokens.lowers
    if not WORDS["ranking"].isdisjoint(lowers[max(0, start - 3) : start - 1]):
        return True
    return "followed" in lowers[max(0, start - 12) : start - 1]


def _past_passive(tokens: Tokens, at: int) -> int:
    """Before the auxiliaries of "is to be followed"."""
    while at > 0 and (tokens.tags[at] in "AEB" or tokens.lowers[at] == "to"):
        at -= 1
    return at + 1


def _is_compared(lowers: list[str], start: int) -> bool:
    return lowers[start - 1] == "with" and lowers[start - 2] == "compared"


def _is_named(tokens: Tokens, start: int) -> bool:
    """Whether only a name and a link stand before a number: ", in Leeds 4%", "and Hull's 2%"."""
    if tokens.lowers[start - 1] in ("from", "to"):
        # "Rose 8.5 per cent, to 4,340 euros from 4,000": the levels before and after.
        return False
    at = start - 1
    while at > 0 and start - at < 6 and (tokens.tags[at] in "NPDJM" or tokens.lowers[at] == "&"):
        at -= 1
    if tokens.lowers[at] not in _LINKS or at == start - 1:
        return False
    # What has no capital may be anything: only a short name right behind the link is one.
    named = tokens.words[start - 1][0].isupper() or tokens.tags[at + 1 : start].count("M")
    return bool(named) or all(tag in "NJD" for tag in tokens.tags[at + 1 : start])


def _earlier(tokens: Tokens, at: int, kind: str, *, told: bool = False) -> Earlier | None:
    """The nearest number of a kind to the left in the same clause, past those of other kinds."""
    lowers, tags = tokens.lowers, tokens.tags
    for index in range(at - 1, max(-1, at - _REACH), -1):
        told_by = told and (lowers[index] in WORDS["saying"] or lowers[index] == "followed")
        if (tags[index] in "AVRE" and not told_by) or lowers[index] in (";", "(", ")"):
            return None
        if tags[index] != "M" or (index and tags[index - 1] == "M"):
            continue
        stop = index + 1
        while stop < at and tags[stop] == "M":
            stop += 1
        if kind == _kind_of(tokens, index, stop):
            while kind == "money" and lowers[stop] in WORDS["money_parts"]:
                stop += 1
            start = index - 1 if kind == "money" else index
            unit = (1 + (lowers[stop] == "per")) if kind == "percentage" else 0
            return Earlier(start, stop + unit, kind)
    return None


def _earlier_bare(tokens: Tokens, at: int, kind: str) -> Earlier | None:
    """The number without a unit that shares the later one's: "put on 1.4 and Leeds 1.1 percent"."""
    found = _earlier(tokens, at, "count")
    if found is None:
        return None
    if kind == "count":
        # "Up two from 2019, and oats six": what is told between commas is no other's.
        told = tokens.lowers[found.stop : at]
        aside = "," in told[1:] and tokens.lowers[found.start - 1] in PARTICLES
        return None if aside else found
    linked = tokens.lowers[found.stop] in _LINKS
    return Earlier(found.start, found.stop, kind) if linked else None


def _kind_of(tokens: Tokens, start: int, stop: int) -> str:
    if tokens.lowers[stop] in PERCENT:
        return "percentage"
    if start and is_sign(tokens, start - 1):
        return "money"
    lower = tokens.lowers[start]
    return "year" if len(lower) == 4 and lower.isdigit() and lower[:2] in ("19", "20") else "count"
