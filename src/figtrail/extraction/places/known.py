"""What the words around a known name make of it: a place, its council, a person, a firm."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile

from figtrail.extraction.places.abroad import acts_abroad, is_government
from figtrail.extraction.places.behind import match_suffered
from figtrail.extraction.places.datelines import read_small_dateline
from figtrail.extraction.places.followed import judge_after
from figtrail.extraction.places.gazetteer import Name
from figtrail.extraction.places.governors import judge_before
from figtrail.extraction.places.markets import names_market
from figtrail.extraction.places.mentions import Mention, Passage, Role
from figtrail.extraction.places.sited import opens_clause, stands_alone
from figtrail.extraction.places.unknown import match_run
from figtrail.extraction.places.words import load_words
from figtrail.patterns import compile_late

_LISTED = compile_late(r",? ?[:(]? ?[£$€]?\d")
_CAPITAL_OF = compile_late(r", d\.c\.")
# "Brent third on 11%".
_RANKED = compile_late(
    r",? (?:was |came )?(?:first|second|third|fourth|fifth|next|last|top) (?:on|at|with) [£$€]?\d"
)
# "Sydney gained half a point", "Reading fell to 41".
_MOVED = compile_late(
    r" (?:added|shed|gained|lost|rose|fell|climbed|dropped|slipped|jumped|grew|edged|eased|passes"
    r"|passed|tops|topped|hit|hits|reached|saw|had|was|is|stood|sat)(?: up| down| by| to| at| on)?"
    r"(?: about| just| only| over| nearly| almost| around)?"
    r" (?:[£$€]?\d|half |an? (?:third|quarter|fifth))"
)
_PAID = compile_late(r",? (?:another |a further )?[£$€¥]")
_ARTICLES = frozenset(["the", "a"])
# The number of an American road: "on U.S. 64", "the U.S. 17 bridge".
_ROAD = compile_late(
    r" \d{1,3}(?= (?:bridge|bypass|corridor|interchange|north|south|east|west|between|near|in|at"
    r"|will|was|is|has|reopened|remains)\b|[,.;]|$)"
)
_ROADS_OF = frozenset(["us", "u.s."])
_IN = frozenset(["in", "across", "throughout"])
_AS_PERSONS = compile_late(
    r" (?:(?:account|accounted|make|made|were|are|have|had)\b|with (?:just |only |about )?\d|\d)"
)
_NOUN = compile_late(r"(?: [a-z-]+){1,3}")
_CAMPUS = compile_late(r" at (?=[A-Z])")


def judge_name(
    passage: Passage, name: Name, start: int, end: int, before: list[str], last: Mention | None
) -> tuple[Role | None, int]:
    """The role of a known name at `start`–`end`, and where to read on.

    None where it names no place: "Jordan Smith", "Britain's biggest bank", "the German carmaker".
    `before` are the words before it, `last` is the mention before it, whose role a name that is
    joined to it shares.
    """
    after = judge_after(passage, name, end)
    stop = end
    if name.demonym and _is_apposed_or_counted(passage, start, end, before):
        return ("source" if before[-1] not in _ARTICLES else None), end
    dateline = read_small_dateline(passage, name, start, end)
    if dateline:
        return "dateline", dateline
    if _counts_all(name, before):
        return "source", end
    if _is_manner(passage, name, end) or _is_road(passage, name, end, before):
        return None, end
    if after in ("body", "venue", "feature", "drop") and passage.is_capital(end + 1):
        run = match_run(passage.text, end + 1)
        stop = end + 1 + len(run) if run else end
    if after == "drop" and (name.demonym or not opens_clause(passage, end, before)):
        return None, stop
    role = judge_before(passage, name, start, end, before, last)
    if before[-2:] == ["university", "of"] and _CAMPUS.match(passage.text, stop):
        stop += len(" at ")
        stop += len(match_run(passage.text, stop))
    if role is None or (role == "away" and after == "venue"):
        return None, stop
    if after == "body" and _studies(passage, stop, before):
        return None, stop
    if after == "body" and role == "bare" and before and before[-1] in load_words().addressed:
        return "away", stop
    if after in ("body", "venue"):
        return after, stop
    if after == "owner" and role == "bare":
        role = "owner"
    if _pays_or_counts(passage, name, end, role, last):
        return "source", stop
    if _is_other(passage, name, end, before, role):
        return None, stop
    if role in ("bare", "away") and before[-1:] == ["the"] and _is_lender(passage, name, end):
        return None, stop
    if name.folded in load_words().ambiguous and after != "feature":
        if name.folded == "washington" and _CAPITAL_OF.match(passage.low, end):
            return role, stop + len(", d.c.")
        if not _is_told(passage, name, (start, end), before, role, last):
            return None, stop
    return role, stop


def _counts_all(name: Name, before: list[str]) -> bool:
    """See "NHS England" and "the Crime Survey for England and Wales": they count for each place."""
    if before[-1:] == ["nhs"] and name.sort == "country":
        return True
    return name.folded == "england and wales" and before[-2:-1] in (["survey"], ["census"])


def _is_manner(passage: Passage, name: Name, end: int) -> bool:
    """See "10 p.m. German time" and "a Dane": no place is meant."""
    words = load_words()
    return name.folded in words.national_noun or passage.word_after(end) in words.manner


def _pays_or_counts(
    passage: Passage, name: Name, end: int, role: Role, last: Mention | None
) -> bool:
    """See "Japan gave $4m and Canada $2m", "Syrians (40)" and "Russia fired 40 drones".

    Persons are told by a verb too, where their name is no plural: "Sudanese make up a third".
    """
    given = last is not None and last.role == "source" and name.sort == last.sort
    if given and role == "bare" and _PAID.match(passage.low, end):
        return True
    nation = name.demonym and name.sort != "region"
    if nation and role in ("bare", "owner") and _LISTED.match(passage.low, end):
        return True
    if nation and name.folded.endswith("ese") and _AS_PERSONS.match(passage.low, end):
        return True
    return role == "bare" and acts_abroad(passage, name, end)


def _is_other(passage: Passage, name: Name, end: int, before: list[str], role: Role) -> bool:
    """See "Chicago corn gained", "Warsaw has pledged", "crowds at the Riverside"."""
    if role in ("bare", "owner") and names_market(passage.low, end):
        return True
    if role == "bare" and name.sort == "city" and is_government(passage, name, end):
        return True
    return before[-2:] == ["at", "the"] and _is_ground(passage, name, end)


def _is_told(
    passage: Passage,
    name: Name,
    span: tuple[int, int],
    before: list[str],
    role: Role,
    last: Mention | None,
) -> bool:
    """The words around a name that is a word or a surname too tell that the place is meant."""
    start, end = span
    if before[-1:] == ["the"] and name.sort == "city":
        return False
    told = _is_entry(passage, end) or _is_listed(passage, start, last)
    return role != "bare" or told or _has().match(passage.low, end) is not None


def _studies(passage: Passage, stop: int, before: list[str]) -> bool:
    """See "scientists at Leeds University": the place of those who study, not of what they do."""
    if not passage.low.endswith(" university", 0, stop):
        return False
    words = load_words()
    heads = words.official | words.university | words.leader
    return before[-1:] == ["by"] or (
        before[-1:] in (["at"], ["from"], ["of"]) and not heads.isdisjoint(before[-3:-1])
    )


def _is_road(passage: Passage, name: Name, end: int, before: list[str]) -> bool:
    if name.folded not in _ROADS_OF or not _ROAD.match(passage.low, end):
        return False
    governor = before[-2:-1] if before[-1:] == ["the"] else before[-1:]
    return not governor or governor[0] not in _IN


def _is_apposed_or_counted(passage: Passage, start: int, end: int, before: list[str]) -> bool:
    """See ", the Danish developer" and "37,000 Palestinians": where they are from, no more.

    What is no person and moves nowhere is there: "two German plants".
    """
    if not before:
        return False
    if before[-1] in _ARTICLES:
        return len(before) == 1 and passage.low.endswith((", the ", ", a "), 0, start)
    words = load_words()
    if not (before[-1][-1].isdigit() or before[-1] in words.spelled):
        return False
    if before[-2:-1] == ["in"]:
        # "One in five Calgarians".
        return False
    noun = _NOUN.match(passage.low, end)
    phrase = takewhile(lambda w: w not in words.follow, noun[0].split() if noun else ())
    return words.rooted.isdisjoint(phrase)


def _is_ground(passage: Passage, name: Name, end: int) -> bool:
    """See "crowds at the Riverside": a building, where no noun follows as in "the Leeds plant"."""
    return name.sort == "city" and name.label is None and stands_alone(passage, end)


def _is_lender(passage: Passage, name: Name, end: int) -> bool:
    """See "according to the Halifax": no town has an article and nothing behind its name."""
    if name.sort != "city" or name.label is not None:
        return False
    after = passage.word_after(end)
    return after in load_words().speech if after else passage.low[end : end + 1] in (".", ",", "")


def _is_listed(passage: Passage, start: int, last: Mention | None) -> bool:
    """See "in Leeds, Hull and Bath": a list of places goes on with the name."""
    if last is None or last.sort not in ("city", "place"):
        return False
    return passage.low[last.end : start] in (", ", " and ", ", and ")


@lru_cache(maxsize=1)
def _has() -> re.Pattern[str]:
    """What a city has, behind its name: "Sydney house prices", "Lincoln schools"."""
    nouns = "|".join(sorted(load_words().peopled))
    return re.compile(
        r" (?:(?:house|home|property|unit|apartment|land|fuel|petrol) (?:prices?|values?|sales)"
        rf"|rents?|(?:[a-z]+ )?(?:{nouns}))\b"
    )


def _is_entry(passage: Passage, end: int) -> bool:
    """A number or a verb of counting follows: "Victoria recorded 723", "Reading 41"."""
    if _RANKED.match(passage.low, end) or _MOVED.match(passage.low, end):
        return True
    if _LISTED.match(passage.low, end) or match_suffered(passage.low, end):
        return True
    return passage.word_after(end) in load_words().record
