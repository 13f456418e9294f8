"""What a figure shares with those before it in its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from figtrail.extraction.dating.asides import GATHERING, describes_subject
from figtrail.extraction.dating.besides import is_priced_besides, is_result_of_plan
from figtrail.extraction.dating.brackets import is_bracketed_off
from figtrail.extraction.dating.budgets import grants
from figtrail.extraction.dating.carrying import UNDATED, Dating
from figtrail.extraction.dating.clauses import RELATIVES
from figtrail.extraction.dating.lines import COMING, Line
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.dating.parting import has_verb
from figtrail.extraction.dating.possessing import is_possessed
from figtrail.extraction.dating.spots import Spot
from figtrail.extraction.dating.stating import make_dating
from figtrail.extraction.dating.turning import is_demanded, is_done_first
from figtrail.extraction.lexicon import read_sections

_WORDS = read_sections("dating_words.txt")
_RESULTING = frozenset(_WORDS["resulting"])
_EQUALLING = frozenset(_WORDS["equalling"])
_SUMMING = frozenset(_WORDS["summing"])
_AMONG = (["of", "them"], ["of", "those"], ["of", "these"])
_BREAKS = frozenset((",", "–", "—", "-", "("))
_DIFFERING = frozenset(_WORDS["differing"])
# What takes up the figures before it.
_TAKEN_UP = frozenset(("they", "these", "this", "that", "both", "together", "combined", "it"))
_SURVEYS = frozenset(_WORDS["surveys"])
_PARTING = frozenset(("than", "that"))
_NOW = frozenset(("are", "is", "remain", "remains", "survive", "survives"))
_APART = frozenset(("after", "before", "since", "until", "if", "unless"))


def share(line: Line, datings: Sequence[Dating], at: int) -> Dating | None:
    """What the figures before it in the sentence were dated, where the tense goes on with it.

    None where they leave it open, `UNDATED` where they rule out that anything carries over.
    """
    spot = line.spots[at]
    if line.tokens.lowers[spot.stop : spot.stop + 2] == ["-", "a"]:
        # "The €49-a-month ticket": what it is called.
        return UNDATED
    for index in range(at - 1, -1, -1):
        other, mark, dating = line.spots[index], line.owned[index], datings[index]
        if other.earlier or (other.fixed and is_possessed(line.tokens, other.first, other.stop)):
            continue
        if spot.quoted != other.quoted:
            return UNDATED
        if other.opener in RELATIVES and _is_past_relative(line, other, spot):
            continue
        if mark is not None and is_bracketed_off(line, mark, spot):
            continue
        if index == at - 1 and _counts_among(line, spot):
            # "Some 73 live there, a dozen of them abroad".
            return dating
        if mark is not None and describes_subject(line.tokens, mark, spot.first):
            continue
        if mark is not None and _is_start(line, other) and _is_left(line, spot):
            # "Of the 90 who set out on 1 May, 40 are left".
            return UNDATED
        if is_demanded(line, other.stop, spot) or is_done_first(line, other.stop, spot):
            return UNDATED
        return _take_up(line, index, dating, at)
    return None


def _take_up(line: Line, index: int, dating: Dating, at: int) -> Dating | None:
    """What the figure at `index` was dated, where the one at `at` is told of the same time.

    None and `UNDATED` as `share` gives them.
    """
    other, spot, mark = line.spots[index], line.spots[at], line.owned[index]
    if mark is None and dating.period is None and dating.text is None:
        return None
    if _puts_another_way(line, other, spot) or _sums_up(line, other, spot):
        return dating
    if dating.period is None and mark is None:
        return dating if _is_listed(line, other, spot) else UNDATED
    if dating.period is None and mark is not None and mark.mention.role != "during":
        return _share_words(line, other, spot, mark)
    if _is_elided(line, other, spot):
        return dating
    if other.tense in COMING and _is_done_apart(line, index, dating, spot):
        return UNDATED
    if other.tense == "present" and spot.tense == "future" and _is_day(dating):
        return dating
    if spot.clause != other.clause and _stands_apart(line, spot):
        return UNDATED
    if mark is not None and is_result_of_plan(line, at, mark):
        return UNDATED
    if mark is not None and mark.mention.role == "by" and is_priced_besides(line, at, mark):
        return UNDATED
    if mark is not None and _acts_again(line, other, spot, _is_due(other, spot, mark)):
        return UNDATED
    if mark is not None and (_tells_of_survey(line, mark) or grants(line, other, spot)):
        return dating
    if spot.tense != other.tense and (
        spot.tense == "present"
        or (spot.tense in COMING and other.tense not in ("future", "foreseen"))
    ):
        return UNDATED
    return dating


def _is_done_apart(line: Line, index: int, dating: Dating, spot: Spot) -> bool:
    """Whether a figure was done before what is to come, or besides what is due by then.

    "Expects 40 calves next year and had bought £9m of hay", "is by June to axe 9, and lay off 40".
    """
    by = line.owned[index] is None and (dating.text or "").lower().startswith("by ")
    return spot.tense == "pluperfect" or (by and spot.tense == "past")


def _is_start(line: Line, other: Spot) -> bool:
    """Whether a figure is the whole that the sentence begins with: "of the 90 who left"."""
    lowers = line.tokens.lowers
    return lowers[:2] == ["of", "the"] and other.first == 2 and "who" in lowers[other.stop :][:3]


def _is_left(line: Line, spot: Spot) -> bool:
    """Whether the verb behind a figure tells of now: "nine remain"."""
    lowers, tags = line.tokens.lowers, line.tokens.tags
    verb = next((at for at in range(spot.stop, len(tags)) if tags[at] in "AVEv"), -1)
    return verb >= 0 and (tags[verb] == "v" or lowers[verb] in _NOW)


def _counts_among(line: Line, spot: Spot) -> bool:
    """Whether a figure says how many of those just counted: "400 fled, half of them children"."""
    lowers = line.tokens.lowers
    among = lowers[spot.stop : spot.stop + 2] in _AMONG
    return among and lowers[spot.first - 1] == "," and spot.verb < spot.stop


def share_difference(line: Line, datings: Sequence[Dating], at: int) -> Dating | None:
    """The dating of the level that a figure set off behind it differs by.

    "£9bn this year, the minister said – £1bn worse than forecast in March, before a fall in 2025".
    """
    spot, lowers = line.spots[at], line.tokens.lowers
    if spot.first == 0 or lowers[spot.first - 1] not in _BREAKS or not _differs(line, spot):
        return None
    for index in range(at - 1, -1, -1):
        other = line.spots[index]
        if other.earlier:
            continue
        dating = datings[index]
        return dating if dating.text and other.quoted == spot.quoted else None
    return None


def _differs(line: Line, spot: Spot) -> bool:
    """Whether a comparative and "than" follow a figure at once: "40 beds fewer than"."""
    lowers = line.tokens.lowers
    for to in range(spot.stop, min(spot.stop + 3, len(lowers) - 1)):
        if lowers[to] in _DIFFERING:
            return lowers[to + 1] == "than"
    return False


def _stands_apart(line: Line, spot: Spot) -> bool:
    """Whether a figure's clause is of its own time: "after 40 died", "but that one in 8 were"."""
    if spot.opener in _APART:
        return True
    opening = line.clauses.numbers.index(spot.clause)
    return line.tokens.lowers[opening : opening + 2] == ["but", "that"]


def _is_past_relative(line: Line, other: Spot, spot: Spot) -> bool:
    """Whether a figure stands outside the relative clause of another, which tells of its noun."""
    if spot.clause == other.clause:
        return False
    return spot.tense != other.tense or ":" in line.tokens.lowers[other.stop : spot.first]


def _puts_another_way(line: Line, other: Spot, spot: Spot) -> bool:
    """Whether a clause says what a figure comes to: "40 in 2023, which is 12% more"."""
    lowers, tags = line.tokens.lowers, line.tokens.tags
    if "which" not in lowers[other.stop : spot.first] or not 0 <= spot.verb < spot.first:
        return False
    if other.opener == "which":
        return False
    start = spot.first - 1
    while start > other.stop and lowers[start] != "which":
        if tags[start] not in "ABPEVvDO" and start != spot.verb:
            return False
        start -= 1
    verb = lowers[spot.verb]
    return verb in _EQUALLING or verb in _RESULTING


def _sums_up(line: Line, other: Spot, spot: Spot) -> bool:
    """Whether a figure says what those before it come to: "; together they make up a third"."""
    tense = spot.tense == "present" and other.tense in ("past", "present")
    if not tense or spot.clause == other.clause or not 0 <= spot.verb < spot.first:
        return False
    clause = range(other.stop, spot.verb)
    own = {line.tokens.lowers[at] for at in clause if line.clauses.numbers[at] == spot.clause}
    return line.tokens.lowers[spot.verb] in _SUMMING and not own.isdisjoint(_TAKEN_UP)


def _is_elided(line: Line, other: Spot, spot: Spot) -> bool:
    """Whether a participle alone says what else is done: "and a further 60 bought"."""
    if spot.opener != "and" or spot.clause == other.clause or spot.verb < spot.stop:
        return False
    tags = line.tokens.tags
    between = tags[spot.stop : spot.verb]
    return other.tense in COMING and tags[spot.verb] in "EV" and not set(between) - set("NJ")


def _is_listed(line: Line, other: Spot, spot: Spot) -> bool:
    """Whether a figure goes on with the list of the one before: "nine in Poland, four in Kent"."""
    tokens, between = line.tokens, line.tokens.lowers[other.stop : spot.first]
    if spot.clause != other.clause or not spot.verb == other.verb < other.first:
        return False
    if spot.norm or spot.attribute or between[-1:] == ["to"]:
        return False
    parted = "G" in tokens.tags[other.stop : spot.first] or not _PARTING.isdisjoint(between)
    return not parted and not has_verb(tokens, other.stop, spot.first)


def _share_words(line: Line, other: Spot, spot: Spot, mark: Mark) -> Dating:
    """The words alone that date a figure, for one that stands beside it with no verb between."""
    if _acts_on(line, mark, spot) or _costs(line, mark, spot):
        return make_dating(line.tokens, mark, None)
    if (
        mark.mention.role == "vague"
        or other.tense != spot.tense
        or has_verb(line.tokens, other.stop, max(other.stop, mark.first))
        or has_verb(line.tokens, mark.stop, spot.first)
    ):
        return UNDATED
    if line.tokens.lowers[spot.first - 1] == "to" or spot.verb >= spot.stop:
        return UNDATED
    if "G" in line.tokens.tags[mark.stop : spot.first] or (
        line.tokens.lowers[spot.first - 2 : spot.first] == [",", "and"]
    ):
        return UNDATED
    # Parts that a dash sets off have no verb: "16 since Saturday – nine in Poland".
    beside = spot.clause == other.clause or spot.verb == other.verb
    named = spot.norm or spot.attribute or not beside
    return UNDATED if named else make_dating(line.tokens, mark, None)


def _is_due(other: Spot, spot: Spot, mark: Mark) -> bool:
    """Whether something is to be done by a time, not: "had grown to 40 by May and was 12% out"."""
    return mark.mention.role == "by" and (other.tense, spot.tense) != ("pluperfect", "past")


def _tells_of_survey(line: Line, mark: Mark) -> bool:
    """Whether a mark says when data were gathered: not when "287 pupils were taken"."""
    word = line.tokens.lowers[mark.first - 1]
    return word in GATHERING and (
        word != "taken" or not _SURVEYS.isdisjoint(line.tokens.vocabulary)
    )


def _acts_on(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether what has gone on is told of a figure as well: "has lost 40 since May and won 3".

    Or of those that it counts: "and 423 have died".
    """
    lowers, tags = line.tokens.lowers, line.tokens.tags
    going = mark.mention.role == "since" or lowers[mark.first : mark.first + 2] == ["so", "far"]
    if not going or lowers[mark.stop : mark.stop + 1] != ["and"]:
        return False
    at = mark.stop + 1
    if at == spot.first:
        return lowers[spot.stop : spot.stop + 1] in (["have"], ["has"])
    return tags[at] in "EV" and not has_verb(line.tokens, at + 1, spot.first)


def _costs(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a figure is what something costs over a stretch: "for a decade, at a cost of £2m"."""
    between = line.tokens.lowers[mark.stop : spot.first]
    priced = between[:2] in ([",", "at"], [",", "for"]) and between[-1:] == ["of"]
    return priced and mark.mention.role in ("length", "since")


def _acts_again(line: Line, other: Spot, spot: Spot, due: bool) -> bool:
    """Whether something else is done between two figures: "spend £2m this year and to cut 40".

    Of what is only `due` by then, a second verb is enough: "open 30 by 2028 and cut the 15%".
    """
    lowers, tags = line.tokens.lowers, line.tokens.tags
    if due and spot.clause != other.clause:
        # "Will build 140 by 2027 and a further 60 bought": the auxiliary is understood.
        return spot.opener != "and" or spot.verb < spot.stop or tags[spot.verb] not in "EV"
    return any(
        lowers[at] in ("and", "but", "then")
        and (lowers[at + 1] == "to" or (due and tags[at + 1] in "AVEvO"))
        for at in range(other.stop, spot.first - 1)
    )


def _is_day(dating: Dating) -> bool:
    """Whether a day was stated, so that a present tense tells of what is arranged for it."""
    return dating.text is not None and dating.period is not None and len(dating.period) == 10
