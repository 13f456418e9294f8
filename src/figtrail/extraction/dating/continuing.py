"""What one sentence leaves to the next: the period that it spoke of, or that it passes on."""

from __future__ import annotations

from collections.abc import Sequence

from figtrail.extraction.dating.brackets import find_bracket
from figtrail.extraction.dating.carrying import Dating, Thread
from figtrail.extraction.dating.clauses import RELATIVES, find_verb, split_clauses
from figtrail.extraction.dating.lines import COMING, TAKEN
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.dating.occasions import is_part
from figtrail.extraction.dating.prices import opens_market
from figtrail.extraction.dating.spots import QUOTES, Spot
from figtrail.extraction.dating.surveys import opens_survey
from figtrail.extraction.dating.tenses import Tense
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.periods import bound_days
from figtrail.extraction.tokens import Tokens

_MOVING = frozenset(read_sections("dating_words.txt")["moving"])
_TALLIES = frozenset(("toll", "tally", "deaths", "casualties", "fatalities", "count"))
_BEING = (["was"], ["saw"], ["brought"], ["proved"])
_VERBS = (["A"], ["V"], ["E"])


def continue_thread(
    tokens: Tokens,
    spots: Sequence[Spot],
    marks: Sequence[Mark],
    datings: Sequence[Dating],
    before: Thread | None,
    after: Thread,
) -> Thread:
    """The thread that a sentence leaves; `after` says where it ends and whether in a quotation.

    The last period that it states for a level of its own, else the one period that it names
    without a figure, else what it took up: but somebody else's words break that off.
    """
    for at in range(len(spots) - 1, -1, -1):
        spot, dating = spots[at], datings[at]
        if spot.earlier or dating.period is None or spot.opener in RELATIVES:
            continue
        mark = _find_mark(tokens, marks, dating.text)
        if mark is not None and _is_only_beside(tokens, mark, spot):
            continue
        if mark is not None and mark.mention.role == "by" and spot.tense != "pluperfect":
            return after
        if mark is not None and before and before.period and _is_month_of_noun(tokens, mark):
            # "The August concerts brought in £4m" of the year that is spoken of.
            return pass_thread(tokens, before, after)
        if mark is not None and (_is_aside(tokens, mark) or _looks_back(tokens, mark, before)):
            continue
        if _steps_back(spot, dating, before, datings[:at]):
            continue
        left = _take_up(spot, dating, mark, before, after)
        if left.lead and _is_tally(tokens, spot):
            left = left._replace(lead=False)
        return left._replace(earlier=_find_earlier(spots, datings))
    if all(dating.period is None for dating in datings):
        named = _find_named(tokens, spots, marks)
        tense = _tell_time(tokens, marks)
        if named is not None and tense != "present":
            # "Oil fell on Wednesday": the prices of the next lines are of that day.
            lead = (before is None or not before.begun) and opens_market(tokens)
            if (_is_subject(tokens, marks) or _moves_in(tokens, marks)) and after.opening is None:
                after = after._replace(opening=named, longer=named)
            return after._replace(period=named, tense=tense, quoted=after.open, lead=lead)
    return pass_thread(tokens, before, after)


def _is_only_beside(tokens: Tokens, mark: Mark, spot: Spot) -> bool:
    """Whether a figure's time is no more than one beside that of its sentence.

    "14m arrived in the first quarter, 5m in March alone", "Profit was £98m (H1 2016: £77m)", "the
    most since 2003, when there were 52".
    """
    if tokens.lowers[mark.stop : mark.stop + 1] == ["alone"] or mark.use not in TAKEN:
        return True
    return spot.first > mark.first and bool(find_bracket(tokens, mark.first))


def _steps_back(
    spot: Spot, dating: Dating, before: Thread | None, others: Sequence[Dating]
) -> bool:
    """Whether a figure is of a time before the one that its story goes on in.

    "It had lost £4m the year before", "a profit of £3m, £5m better than the year before".
    """
    period = dating.period or ""
    if spot.tense == "pluperfect" and _is_before(period, before and before.period):
        return True
    return any(other.period and _is_over(period, other.period) for other in others)


def _is_tally(tokens: Tokens, spot: Spot) -> bool:
    """Whether a figure is what a count came to, long after it began: "the toll rose to 24 on"."""
    return 0 < spot.verb <= spot.first and not _TALLIES.isdisjoint(tokens.lowers[: spot.verb])


def _take_up(
    spot: Spot, dating: Dating, mark: Mark | None, before: Thread | None, after: Thread
) -> Thread:
    """The thread that goes on with the period of a figure, and with what it was carried as."""
    period = dating.period or ""
    carried = before if dating.basis == "context" else None
    return after._replace(
        period=period,
        lead=_is_lead(mark, before) or (carried is not None and carried.lead),
        longer=period if len(period) != len("2024-01-01") else before and before.longer,
        stock=_is_stock(dating, mark) or (carried is not None and carried.stock),
        tense=spot.tense if carried is None else carried.tense,
        quoted=spot.quoted,
    )


def _find_named(tokens: Tokens, spots: Sequence[Spot], marks: Sequence[Mark]) -> str | None:
    """The one period that a sentence names without dating a figure by it.

    Without any number a sentence sets the day of a story, but not its month: "last August". The
    part of a year that a noun is of goes before: "posted a third-quarter loss late on Monday".
    """
    if _is_of_present(spots, marks):
        return None
    parts = {mark.mention.period for mark in marks if is_part(tokens, mark.mention)} - {None}
    if len(parts) == 1:
        return parts.pop()
    periods = {mark.mention.period for mark in marks if _names_time(tokens, mark)}
    dated = {mark.mention.period for mark in marks if mark.use == "dates"}
    told = bool(spots or parts) or "M" in tokens.tags
    told = told or all(len(one or "") == len("2024-01-01") for one in periods)
    told = told or _is_subject(tokens, marks) or _moves_in(tokens, marks)
    return periods.pop() if told and len(periods) == 1 and len(dated) == 1 else None


def _is_subject(tokens: Tokens, marks: Sequence[Mark]) -> bool:
    """Whether a time is what a sentence tells of: "Last month was the wettest May since 2003"."""
    if not marks or marks[0].first or tokens.tags[0] == "P" or marks[0].use != "dates":
        return False
    return tokens.lowers[marks[0].stop : marks[0].stop + 1] in _BEING


def _moves_in(tokens: Tokens, marks: Sequence[Mark]) -> bool:
    """Whether the first verb of a sentence says how something moved then: "prices fell in"."""
    dated = [mark for mark in marks if mark.use == "dates"]
    if len(dated) != 1 or dated[0].mention.role != "during":
        return False
    if len(dated[0].mention.period or "") == len("2024-01-01"):
        return False
    verb = next((at for at, tag in enumerate(tokens.tags) if tag in "AVE"), len(tokens.words))
    # Not "lost his job in May".
    alone = tokens.tags[verb + 1 : verb + 2] in (["B"], ["P"]) or verb + 1 == dated[0].first
    return verb < dated[0].first and alone and tokens.lowers[verb] in _MOVING


def _is_of_present(spots: Sequence[Spot], marks: Sequence[Mark]) -> bool:
    """Whether a time stands behind what is so now: "holds 12 of the seats it won in 2019"."""
    return any(
        spot.tense == "present" and spot.stop <= mark.first
        for spot in spots
        for mark in marks
        if mark.use == "dates"
    )


def _tell_time(tokens: Tokens, marks: Sequence[Mark]) -> Tense:
    """The tense that a sentence without figures tells of its one time in."""
    named = [mark for mark in marks if mark.use == "dates"]
    if not named:
        return "past"
    tense, _ = find_verb(tokens, split_clauses(tokens), named[0].first, named[0].stop)
    return "past" if tense is None or tense == "pluperfect" else tense


def _is_stock(dating: Dating, mark: Mark | None) -> bool:
    """Whether a figure is the level of a day: at the end of a month, on 1 January."""
    if mark is None or dating.period is None:
        return False
    return mark.mention.role in ("start", "end") or dating.period.endswith("-01-01")


def _is_lead(mark: Mark | None, before: Thread | None) -> bool:
    """Whether a mark is the first date of its story, and the day of what happened."""
    if mark is None or (before is not None and before.begun):
        return False
    return mark.mention.role == "during"


def _looks_back(tokens: Tokens, mark: Mark, before: Thread | None) -> bool:
    """Whether a mark names a time like the one spoken of before it: "January's gain was revised".

    One that opens its clause turns the story to its time: "In 2015, 40 were built".
    """
    period, spoken = mark.mention.period, before and before.period
    if period is None or spoken is None or (before and before.tense in COMING):
        return False
    owned = tokens.text[mark.mention.end : mark.mention.end + 2] in ("'s", "’s")
    told = owned or not mark.fronted or tokens.tags[mark.stop : mark.stop + 1] in _VERBS
    return told and _is_before(period, spoken)


def _is_before(period: str, spoken: str | None) -> bool:
    """Whether a period was over before as long a one that is spoken of."""
    if spoken is None:
        return False
    (first, last), (start, end) = bound_days(period), bound_days(spoken)
    return last < start and abs((last - first) - (end - start)).days < 4 and last > first


def _is_over(period: str, told: str) -> bool:
    """Whether a time of more than a day was over before one told of in its sentence."""
    first, last = bound_days(period)
    return first < last < bound_days(told)[0]


def _names_time(tokens: Tokens, mark: Mark) -> bool:
    """Whether a mark of a sentence without figures says when: not "the 2022 champion".

    Nor what is only meant: "declined to give guidance for 2025".
    """
    tags = tokens.tags
    if mark.use != "dates" or mark.mention.role == "by":
        return False
    part = is_part(tokens, mark.mention)
    if not part and tags[mark.first] in "MD" and tags[mark.stop : mark.stop + 1] in (["N"], ["J"]):
        return False
    for at in range(mark.first - 1, 0, -1):
        verb = tags[at] in "AVEv" and tags[at - 1] not in "DJ"
        if verb or tokens.lowers[at - 1] == "to":
            return tokens.lowers[at - 1] != "to"
    return True


def _is_month_of_noun(tokens: Tokens, mark: Mark) -> bool:
    """Whether a month says which of something is meant: "the August concerts"."""
    noun = tokens.tags[mark.stop : mark.stop + 1] in (["N"], ["J"])
    return noun and tokens.tags[mark.first] == "D" and len(mark.mention.period or "") == 7


def _find_mark(tokens: Tokens, marks: Sequence[Mark], text: str | None) -> Mark | None:
    """The mark whose words date a figure."""
    for mark in marks:
        if text is not None and tokens.text.startswith(text, mark.mention.start):
            return mark
    return None


def _is_aside(tokens: Tokens, mark: Mark) -> bool:
    """Whether a mark dates no more than its noun: "it reached homes finished in 2016"."""
    tags, last = tokens.tags, mark.first - 1
    if last < 2 or mark.fronted or tags[last] not in "EV" or tags[last - 1] != "N":
        return False
    return any(tag in "AV" for tag in tags[:last])


def pass_thread(tokens: Tokens, before: Thread | None, after: Thread) -> Thread:
    """The thread past a sentence that states no period."""
    if before is None or before.period is None or not QUOTES.isdisjoint(tokens.vocabulary):
        return after
    if opens_survey(tokens):
        return after
    return after._replace(
        period=before.period,
        earlier=before.earlier,
        tense=before.tense,
        quoted=before.quoted,
        longer=before.longer,
        lead=before.lead,
        stock=before.stock,
        ahead=before.ahead,
        coming=before.coming,
        bygone=before.bygone,
        source=before.source,
    )


def _find_earlier(spots: Sequence[Spot], datings: Sequence[Dating]) -> str | None:
    for spot, dating in zip(spots, datings, strict=True):
        if spot.earlier and dating.period is not None:
            return dating.period
    return None
