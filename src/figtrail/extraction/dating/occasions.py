"""Dates that say which noun is meant, and date no figure: "the 2019 survey"."""

from __future__ import annotations

from collections.abc import Sequence

from figtrail.extraction.dating.baselines import is_law
from figtrail.extraction.dating.papers import STUDIES
from figtrail.extraction.lexicon import read_phrases, read_sections
from figtrail.extraction.periods import PeriodMention
from figtrail.extraction.tokens import Tokens
from figtrail.patterns import compile_late

_WORDS = read_sections("dating_words.txt")
_BUILT = frozenset(_WORDS["built"])
# How many words may name what was built.
_NAMING = 4
_YEAR = len("1968")
_PART = compile_late(r"-(?:quarter|half|year)\Z")
_HOLDERS = [[word] for word in _WORDS["holders"]]
_DELIVERIES = [["delivery"], ["settlement"], ["contract"], ["contracts"], ["futures"]]
_PLANS = [["budget"], ["manifesto"], ["settlement"], ["forecast"], ["outlook"]]
_SETS = [[word] for word in sorted(_WORDS["outlooks"])]
_TOWARDS = frozenset("by after following despite about through because with".split())
_STEMMING = frozenset(_WORDS["stemming"])
# "It is linked to July's rate of inflation".
_LINKED = [
    *([how, "to"] for how in ("linked", "tied", "pegged", "indexed", "matched")),
    *([how, "on"] for how in ("based", "modelled")),
]
_GOODS = frozenset(read_phrases("places_words.txt", "traded")) | {
    "light sweet crude",
    "sweet crude",
    "light crude",
    "live cattle",
    "lean hogs",
    "gas",
    "natural gas",
}
_TRADED_FOR = _GOODS | {"price", "prices", "contract", "contracts", "futures"}
_ANSWERING = frozenset(_WORDS["answering"])
_COMING = frozenset(("will", "to", "would", "should", "be", "is", "are"))
_PAPERS = [[word] for word in _WORDS["papers"]]


def belongs_to_noun(
    tokens: Tokens, mention: PeriodMention, first: int, stop: int, numbers: Sequence[int]
) -> bool:
    """Whether a mention only says which or who: "today's ice", "last year's winner".

    Or when something is sold or delivered: "on sale in May", "crude for May delivery".
    """
    lowers = tokens.lowers
    owned = tokens.text[mention.end : mention.end + 2] in ("'s", "’s")
    if mention.period is None and is_part(tokens, mention):
        # "A drop in third-quarter profit".
        return tokens.tags[stop : stop + 1] in (["N"], ["J"])
    if owned and (mention.role == "vague" or lowers[stop : stop + 1] in _HOLDERS):
        return True
    if _is_occasion(tokens, mention, first, stop) or (owned and _is_agenda(tokens, first, stop)):
        return True
    if _is_of_paper(tokens, mention, first, stop):
        return True
    if _is_somebodys(tokens, first, stop):
        return True
    if is_law(tokens, first, stop) or _is_set_of(tokens, first, stop, numbers):
        return True
    if _is_built_then(tokens, first, stop) or _is_of_pledge(tokens, first, stop):
        return True
    if owned and (
        _is_object(tokens, first, stop, numbers) or _is_answer(tokens, first, stop, numbers)
    ):
        return True
    if _is_origin(tokens, first):
        return True
    before = lowers[max(0, first - 2) : first]
    if mention.role == "vague" and before[-1:] == [","] and tokens.tags[stop : stop + 1] == ["P"]:
        return True
    if before == ["on", "sale"]:
        return True
    return lowers[stop : stop + 1] in _DELIVERIES or _is_contract(tokens, mention, first, stop)


_SUMS = frozenset(_WORDS["yearly sums"])


def _is_somebodys(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a year only says how old somebody's thing is: "his 1968 Holden", not his pay."""
    if tokens.lowers[stop : stop + 1] != [] and tokens.lowers[stop] in _SUMS:
        return False
    bare = stop == first + 1 and tokens.tags[first] == "M" and len(tokens.lowers[first]) == _YEAR
    return bare and tokens.lowers[first - 1] in ("his", "her", "my")


def _is_origin(tokens: Tokens, first: int) -> bool:
    """Whether a mention says what something comes from: "a case stemming from a 2008 assault"."""
    lowers = tokens.lowers
    lead = first - (lowers[first] != "from")
    lead -= lead > 0 and tokens.tags[lead] == "D"
    return lead > 0 and lowers[lead] == "from" and lowers[lead - 1] in _STEMMING


def is_part(tokens: Tokens, mention: PeriodMention) -> bool:
    """Whether a mention says which part of a year a noun is of: "third-quarter profit"."""
    return _PART.search(tokens.text, mention.start, mention.end) is not None


def _is_contract(tokens: Tokens, mention: PeriodMention, first: int, stop: int) -> bool:
    """Whether a month is that of a contract: "July corn rose", "crude for delivery in May"."""
    lowers, tags = tokens.lowers, tokens.tags
    if mention.period is None or len(mention.period) != len("2024-01"):
        return False
    if tags[first] == "P":
        if lowers[first] == "for" and tags[stop : stop + 1] in (["V"], ["A"]):
            # "The Brent price for November fell 85 cents".
            return lowers[first - 1] in _TRADED_FOR and (
                [lowers[first - 1]] in _DELIVERIES
                or not _GOODS.isdisjoint(lowers[max(0, first - 2) : first])
            )
        return [lowers[first - 1]] in _DELIVERIES and lowers[first] in ("in", "for")
    end = stop
    while size := next((two for two in (2, 1) if " ".join(lowers[end : end + two]) in _GOODS), 0):
        end += size
    named = end > stop
    while lowers[end : end + 1] in _DELIVERIES:
        end += 1
    return named and tags[end : end + 1] not in (["N"], ["J"], ["G"])


def _is_of_pledge(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a year only says which promise: "its 1997 election pledge to cut lists by 40"."""
    attributive = tokens.tags[first] == "D" or tokens.tags[first - 1 : first] == ["D"]
    return attributive and not _PLEDGES.isdisjoint(tokens.lowers[stop : stop + 2])


def _is_built_then(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a year only says when a thing was built or made: "replace the 1957 middle school"."""
    year = stop - 1
    if year - first > 1 or tokens.tags[year] != "M" or tokens.tags[year - 1 : year] != ["D"]:
        return False
    at = stop
    while at < len(tokens.words) and tokens.tags[at] in "JNEG" and at < stop + _NAMING:
        if tokens.lowers[at] in _BUILT:
            return tokens.tags[at + 1 : at + 2] not in (["N"], ["J"])
        at += 1
    return False


def _is_occasion(tokens: Tokens, mention: PeriodMention, first: int, stop: int) -> bool:
    """Whether a month only says which meeting or paper it is: "the trust's November board"."""
    month = mention.period is not None and len(mention.period) == len("2024-01")
    return (
        month
        and tokens.tags[first] != "P"
        and (tokens.lowers[stop : stop + 1] in _PAPERS or tokens.lowers[stop : stop + 1] in _SETS)
        and tokens.text[mention.end : mention.end + 2] not in ("'s", "’s")
    )


def _is_of_paper(tokens: Tokens, mention: PeriodMention, first: int, stop: int) -> bool:
    """Whether a year only says which paper: "a 2018 study", "Report No. 7 of 2020"."""
    if mention.period is None or len(mention.period) != len("2024"):
        return False
    lowers = tokens.lowers
    if tokens.tags[first] == "M" and lowers[first - 1 : first] in (["a"], ["its"], ["their"]):
        return stop < len(lowers) and lowers[stop] in STUDIES
    return "no" in lowers[max(0, first - 5) : first] and lowers[first - 1 : first] == ["of"]


def _is_agenda(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a day is only that of the meeting that something was written for.

    "Notes for Thursday's board meeting say that 9,000 wait", "a report to Monday's cabinet".
    """
    led = tokens.lowers[first if tokens.tags[first] == "P" else first - 1]
    return led in _FOR and any([word] in _PAPERS for word in tokens.lowers[stop : stop + 3])


_PLEDGES = frozenset(("pledge", "pledges", "promise", "promises", "manifesto", "vow"))
_FOR = frozenset(("for", "to", "before"))


def _is_set_of(tokens: Tokens, first: int, stop: int, numbers: Sequence[int]) -> bool:
    """Whether a year only says which outlook: "fell 4% on cutting its 2018 guidance"."""
    if tokens.tags[first] != "M" or tokens.tags[first - 1 : first] != ["D"]:
        return False
    if tokens.lowers[stop : stop + 1] not in _SETS or tokens.tags[first - 2 : first - 1] != ["G"]:
        return False
    return bool(numbers) and numbers[-1] < first


def _is_object(tokens: Tokens, first: int, stop: int, numbers: Sequence[int]) -> bool:
    """Whether what a mention owns only has to do with it: "flooded out by last month's storms".

    Not where the figure itself is owned: "on top of last year's 40".
    """
    lead = first - (tokens.tags[first - 1] == "D" if first else 0) - 1
    if tokens.lowers[first] == "by":
        # "Hit by last month's storms", but "to be opened by next year's election".
        lead = first if _COMING.isdisjoint(tokens.lowers[max(0, first - 6) : first]) else 0
    linked = tokens.lowers[max(0, lead - 1) : lead + 1] in _LINKED or tokens.lowers[lead] == "using"
    if lead < 1 or (tokens.lowers[lead] not in _TOWARDS and not linked):
        return False
    return not any(stop <= number < stop + 6 for number in numbers)


def _is_answer(tokens: Tokens, first: int, stop: int, numbers: Sequence[int]) -> bool:
    """Whether a mention owns a move that today's goes on with: "rose 4%, extending May's gains"."""
    lead = first - 1 - (first > 0 and tokens.tags[first - 1] == "D")
    if lead < 1 or tokens.lowers[lead] not in _ANSWERING:
        return False
    return not any(stop <= number < stop + 4 for number in numbers)


def is_plan_of(tokens: Tokens, mention: PeriodMention, stop: int) -> bool:
    """Whether a mention says which plan: what "last year's budget" grants is for another time."""
    owned = tokens.text[mention.end : mention.end + 2] in ("'s", "’s")
    return owned and tokens.lowers[stop : stop + 1] in _PLANS
