"""What a figure takes up from the sentence before: its period, its day, its survey."""

from __future__ import annotations

from itertools import pairwise

from figtrail.extraction.dating.carrying import (
    UNDATED,
    Dating,
    Thread,
    carry_period,
    is_left_behind,
)
from figtrail.extraction.dating.clauses import RELATIVES
from figtrail.extraction.dating.counting import tells_who
from figtrail.extraction.dating.events import is_participle
from figtrail.extraction.dating.lines import COMING, Line
from figtrail.extraction.dating.parting import has_verb
from figtrail.extraction.dating.polling import answers_survey, find_known_survey
from figtrail.extraction.dating.prices import is_of_season, is_price, trades
from figtrail.extraction.dating.spots import QUOTES
from figtrail.extraction.dating.stories import expect, go_on
from figtrail.extraction.dating.surveys import opens_survey
from figtrail.extraction.dating.voices import is_told_by_body
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.periods import bound_days

_WORDS = read_sections("dating_words.txt")
_SUMMING = frozenset(_WORDS["summing"])
_CONTAINING = frozenset(_WORDS["containing"])
_EQUALLING = frozenset(_WORDS["equalling"])
_COPULAS = frozenset(_WORDS["equalling"]) | _SUMMING | _CONTAINING
_RESULTING = frozenset(_WORDS["resulting"])
_DECIDING = frozenset(_WORDS["deciding"]) & frozenset(_WORDS["agreeing"])
_RECORDED = frozenset(("figures", "data", "statistics", "records", "returns"))
_COMPARED = (["compares", "with"], ["compares", "to"])
_OUT = frozenset(("out", "to", "at", "into"))
_CHANGES = frozenset(_WORDS["changes"])
_SUMS = frozenset(_WORDS["sums"])
_TOTALS = frozenset(("total", "figure", "sum", "tally"))
# Before so many tokens a colon ends the label of a line.
_LABEL = 5
_REPEATED = frozenset(("hour", "day", "night", "week", "month", "season", "year"))
# Subjects that go on with the one before.
_SAME = frozenset("it they he she we its their his her".split())


def carry(line: Line, at: int, thread: Thread | None, near: bool) -> Dating:
    """What a figure takes up: within a paragraph the period before it, past it the event's day."""
    spot = line.spots[at]
    if spot.opener in RELATIVES and "now" in line.tokens.vocabulary:
        # "Voyages, which took 24 days, now take 40": told of another time than the one before.
        return UNDATED
    if tells_who(line, at) or is_price(line, at):
        return UNDATED
    if not near and _is_labelled(line):
        # "Valley fire: 75,781 acres burned".
        return UNDATED
    if line.tokens.lowers[max(0, spot.first - 2) : spot.first] == ["among", "the"]:
        # "Ranked last among the 47 councils": how many there are.
        return UNDATED
    if is_participle(line.tokens, spot.verb) and has_verb(
        line.tokens, spot.stop, len(line.tokens.words)
    ):
        # "The line, used by 300 trains a day".
        return UNDATED
    if any(
        mark.use == "reports" and (mark.fronted or mark.stop <= spot.first) for mark in line.marks
    ):
        # "The government on Monday announced £4m": news of its own.
        return UNDATED
    if thread is not None and _comes_again(line, at, thread, near):
        return UNDATED
    if thread is not None and is_of_season(line, at, thread.period):
        return UNDATED
    if not near and thread is not None and _decides(line, at, thread.period):
        return UNDATED
    expected = expect(line, at, thread)
    if expected is not None:
        return expected
    survey = find_known_survey(line, thread)
    if survey is not None and answers_survey(line, at, near):
        return Dating(survey, None, "context")
    if opens_survey(line.tokens):
        return UNDATED
    resumed = _resumes(line) or _ranks(line)
    again = _takes_up(line, thread) or _restates(line, at)
    again = again or _steps_back(line, thread)
    again = again or (near and _we_went_on(line, at, thread))
    again = again or (resumed and _points_back(line, thread))
    reported = spot.voiced and is_told_by_body(line, at)
    carried = carry_period(thread, spot, near, resumed, again, reported)
    same = resumed or again or (near and line.tokens.lowers[0] in _SAME)
    if trades(line, at, carried.period) or (thread and is_left_behind(thread) and not same):
        carried = UNDATED
    if near and carried.period is not None:
        return carried
    return go_on(line, at, thread, near, carried)


def _is_labelled(line: Line) -> bool:
    """Whether a line opens with a label, and goes on with what stands under it."""
    if ":" not in line.tokens.lowers[:_LABEL]:
        return False
    label = line.tokens.tags[: line.tokens.lowers.index(":")]
    return not any(tag in "AVEv" for tag in label)


def _comes_again(line: Line, at: int, thread: Thread, near: bool) -> bool:
    """Whether a figure is so much every week or year, and so of no short or far time spoken of."""
    rate = line.readings[at].rate
    if rate is None or rate.per not in _REPEATED:
        return False
    short = len(thread.period or "") in (len("2024-01"), len("2024-01-01"))
    return short or not near or rate.per == "year"


def _decides(line: Line, at: int, period: str | None) -> bool:
    """Whether what is told is a decision, so that no year or month spoken of before dates it.

    "Farms delivered 152m tonnes last year. … Ministers backed a €500m package".
    """
    verb = line.spots[at].verb
    decided = 0 <= verb < line.spots[at].first and line.tokens.lowers[verb] in _DECIDING
    return decided and period is not None and len(period) != len("2024-01-01")


def _resumes(line: Line) -> bool:
    """Whether a sentence says what the one before comes to: "That is …", "This compares with …"."""
    lowers = line.tokens.lowers
    if lowers[0] in QUOTES:
        lowers = lowers[1:]
    if lowers[0] in ("that's", "that’s"):
        return True
    if len(lowers) < 2 or lowers[0] not in ("that", "this", "it", "these", "those", "they"):
        return False
    if lowers[0] in ("these", "those", "they"):
        return lowers[1] in _CONTAINING or lowers[1] in _SUMMING or lowers[1] in _RESULTING
    return lowers[1] in _RESULTING or (lowers[0] != "it" and lowers[1] in _COPULAS)


def _restates(line: Line, at: int) -> bool:
    """Whether the verb of a figure puts in another way what was told of the same time.

    "The city's rate of 74% compares with 78%", "Official figures put the average at 12".
    """
    lowers, spot = line.tokens.lowers, line.spots[at]
    after = range(spot.stop, spot.stop + 3)
    if not spot.earlier and any(lowers[to : to + 2] in _COMPARED for to in after):
        return True
    for to in range(max(1, spot.first - 4), spot.first - 1):
        if lowers[to] in _RESULTING and lowers[to + 1] in _OUT and spot.tense in (None, "present"):
            # "The toll of the spring works out at roughly 17".
            return True
    if spot.verb < 1 or spot.tense not in ("present", "past"):
        return False
    verb = lowers[spot.verb]
    if verb in ("put", "puts", "show", "shows"):
        return spot.verb < spot.first and lowers[spot.verb - 1] in _RECORDED
    return False


def _takes_up(line: Line, thread: Thread | None) -> bool:
    """Whether a sentence opens with the change that the one before states: "The reduction …"."""
    lowers = line.tokens.lowers
    opened = lowers[0] in ("the", "that", "this") and lowers[1] in _CHANGES
    counted = _counts_among(line) and not _is_now(line, thread)
    opened = opened or counted or _names_again(line)
    listed = line.spots[0].tense == "past" and _lists_parts(line)
    return (opened or listed) and thread is not None and not thread.open


def _names_again(line: Line) -> bool:
    """Whether a sentence opens with what was just stated: "The total is", "That gap of 31"."""
    lowers = line.tokens.lowers
    if lowers[0] in ("that", "this") and lowers[1] in _SUMS:
        return line.spots[0].tense not in COMING
    return lowers[0] == "the" and lowers[1] in _TOTALS and lowers[2] in ("is", "was")


def _is_now(line: Line, thread: Thread | None) -> bool:
    """Whether a sentence tells how those are now that something past was told of.

    "The club signed nine in 2022. Of those, four are on loan", but not of the level of a day.
    """
    spot, period = line.spots[0], thread.period if thread is not None else None
    if spot.verb < 0 or line.tokens.lowers[spot.verb] not in ("is", "are") or period is None:
        return False
    if line.tokens.lowers[spot.verb + 1 : spot.verb + 2] == ["being"]:
        # "Of these, 12 are being treated as arson": all that came of them.
        return False
    return len(period) != len("2024-01-01") and not (thread is not None and thread.stock)


def _counts_among(line: Line) -> bool:
    """Whether a sentence tells how many of those just counted: "Of those, 12 …"."""
    lowers = line.tokens.lowers
    counted = lowers[0] == "of" and lowers[1] in ("those", "these", "them")
    if lowers[:2] == ["of", "the"] and line.tokens.tags[2] == "M":
        # "Of the 912, 131 are".
        counted = lowers[3:4] == [","]
    return counted and line.spots[0].tense not in COMING


def _we_went_on(line: Line, at: int, thread: Thread | None) -> bool:
    """Whether somebody tells on of what "we" did: "In 2015 we owed £4m. We had nine players"."""
    spot = line.spots[at]
    if thread is None or not spot.quoted or not thread.quoted or spot.verb < 1:
        return False
    told = spot.tense == "past" and thread.tense == "past" and "when" not in line.tokens.lowers
    return told and line.tokens.lowers[spot.verb - 1] == "we"


def _steps_back(line: Line, thread: Thread | None) -> bool:
    """Whether a sentence compares with the time just before, and so tells of the one spoken of.

    "Knife crime remains rare: 43 cases, nine fewer than the year before".
    """
    if thread is None or thread.period is None or len(thread.period) == len("2024-01-01"):
        return False
    first, last = bound_days(thread.period)
    for mark in line.marks:
        if mark.use == "compares" and mark.mention.period is not None:
            start, end = bound_days(mark.mention.period)
            if (first - end).days == 1 and abs((last - first) - (end - start)).days < 4:
                return True
    return False


def _lists_parts(line: Line) -> bool:
    """Whether a sentence lists parts by name, the verb told once: "Leeds had 4, York 3"."""
    tokens, spots = line.tokens, line.spots
    named = 0
    for last, spot in pairwise(spots):
        word = tokens.words[spot.first - 1]
        if word[0].isupper() and not has_verb(tokens, last.stop, spot.first):
            named += 1
    return named > 1


def _points_back(line: Line, thread: Thread | None) -> bool:
    """Whether a sentence points at what stands right before it, over the end of a paragraph."""
    if thread is None or thread.quoted or line.spots[0].quoted:
        return False
    lowers = line.tokens.lowers
    equal = lowers[0] in ("that", "this") and lowers[1] in _EQUALLING
    return (equal or lowers[0] in ("that's", "that’s")) and thread.source == thread.paragraph


def _ranks(line: Line) -> bool:
    """Whether a sentence only names a part that stands out: "Leeds has the most, at 40"."""
    lowers = line.tokens.lowers
    for at in range(1, len(lowers) - 1):
        if lowers[at] == "followed" and lowers[at + 1] == "by":
            return True
        if lowers[at] == "the" and lowers[at - 1] in ("has", "have", "had", "with"):
            return lowers[at + 1] in ("most", "fewest") or lowers[at + 1].endswith("est")
    return False
