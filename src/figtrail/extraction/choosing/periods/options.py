"""The periods that a figure may be about, where each is told, and what speaks for it.

They are those of the temporal expressions in its sentence, in the sentences before and the next few
of its paragraph, the first day that the story names, what the rules take, and what the figure
before has; and none at all.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from figtrail.extraction.choosing.periods.describing import (
    describe,
    describe_none,
    describe_ruled,
    name_length,
)
from figtrail.extraction.choosing.periods.stories import FEW, MANY, SOME, Passage, Story
from figtrail.extraction.choosing.periods.times import Chosen, Times
from figtrail.extraction.choosing.sentences import (
    count_clauses,
    count_verbs,
    read_nouns,
    read_word,
)
from figtrail.extraction.choosing.weights import Sign
from figtrail.extraction.dating import Mark
from figtrail.extraction.periods import PeriodMention

# How many sentences and paragraphs before a figure are looked at, how many behind, and how many
# figures before it.
_BACK = 8
_PARAGRAPHS = 3
_AHEAD = 2
_FIGURES = 5


class Option(NamedTuple):
    """A period that a figure may be about, None for none, and the words that state it beside it.

    `place` says where it is told, `signs` what speaks for it or against it, `ruled` whether it is
    what the rules take.
    """

    period: str | None
    mark: Mark | None
    place: str
    signs: list[Sign]
    ruled: bool


class _Told:
    """The periods told so far with their signs, in the order in which they are met.

    A period stands where it is met first; its signs are those of every place where it is told.
    """

    def __init__(self) -> None:
        self.places: dict[str | None, str] = {}
        self.marks: dict[str | None, Mark] = {}
        self.signs: dict[str | None, list[Sign]] = {}

    def add(self, period: str | None, place: str, signs: Sequence[Sign] = ()) -> None:
        self.places.setdefault(period, place)
        self.signs.setdefault(period, []).extend(signs)


def read_options(times: Times, chosen: Chosen) -> list[Option]:
    """What the next figure may be about; `chosen` are the periods of those before it.

    Nothing else than what the rules take, where its own words say when or it is compared.
    """
    story, at = times.story, len(chosen.periods)
    dating = story.found[at].dating
    if dating.paired or (dating.period is not None and dating.text is not None):
        return [Option(dating.period, None, "own", [], ruled=True)]
    told = _Told()
    _add_own(story, at, told)
    _add_before(story, at, told)
    _add_behind(story, at, told)
    if times.opening is not None:
        told.add(times.opening, "first day")
    told.add(None, "none")
    told.add(dating.period, "ruled")
    if at:
        told.add(chosen.periods[-1], "carried")
        _add_chosen(story, chosen, told)
    options: list[Option] = []
    for period, place in told.places.items():
        signs = told.signs[period]
        if period is None:
            signs += describe_none(times, at)
        else:
            signs += describe(times, at, period, place)
        ruled = period == dating.period
        if ruled:
            signs += describe_ruled(story, at, place)
        taken = chosen.times[period]
        share = min(MANY, taken * 5 // at) if at else 0
        signs.append(("share", f"{period is None} {share} {min(SOME, taken)}"))
        signs.append(("told", place))
        # The signs of the figure itself count whatever number stands between.
        coarse = place.rpartition(" ")[0] if place.startswith("own") else place
        options.append(Option(period, told.marks.get(period), coarse, signs, ruled))
    return options


def _add_own(story: Story, at: int, told: _Told) -> None:
    """The temporal expressions of its own sentence."""
    place = story.passage_of[at]
    passage, item = story.passages[place], story.found[at]
    if not passage.marks:
        return
    tokens = passage.tokens
    verbs, clauses = count_verbs(tokens), count_clauses(tokens)
    first, stop = item.reading.bound_start, item.reading.stop
    beside = [story.found[one] for one in story.figures_of[place]]
    starts = [one.reading.number.first for one in beside]
    others = {one.dating.text for one in beside if one is not item} - {None}
    for mark in passage.marks:
        mention, begin, end = mark.mention, mark.first, mark.stop
        if begin < stop and first < end:
            continue
        side, low, high = ("behind", stop, begin) if begin >= stop else ("before", end, first)
        numbers = min(FEW, max(0, bisect_left(starts, high) - bisect_left(starts, low)))
        word, words = tokens.lowers[begin], _read_words(tokens.text, tokens.lowers[begin], mention)
        if mention.period is None:
            told.add(
                None,
                "none",
                (
                    ("vague", f"{side} {numbers} {mention.role} {word}"),
                    ("vague words", words),
                ),
            )
            continue
        if mark.use != "dates":
            # It is when something else was.
            continue
        over = min(FEW, verbs[high] - verbs[low]) if low < high else 0
        passed = min(FEW, clauses[high] - clauses[low]) if low < high else 0
        taken = not others.isdisjoint(_quote(passage, mention))
        told.marks.setdefault(mention.period, mark)
        told.add(
            mention.period,
            f"own {side} {numbers}",
            (
                ("between", f"{side} {item.kind} {over} {numbers} {passed}"),
                ("mention", f"{side} {word} {mention.role}"),
                ("words", words),
                ("behind it", f"{side} {read_word(tokens, end)}"),
                ("before it", f"{side} {read_word(tokens, begin - 1)}"),
                ("in front", f"{side} {mark.fronted} {numbers} {item.kind}"),
                ("taken", f"{side} {taken} {numbers}"),
                ("role", f"{mention.role} {side} {mention.basis}"),
                ("role and change", f"{mention.role} {item.kind} {item.change}"),
            ),
        )


def _read_words(text: str, first: str, mention: PeriodMention) -> str:
    words = text[mention.start : mention.end].lower()
    return f"{first} #" if any(map(str.isdigit, words)) else words


def _quote(passage: Passage, mention: PeriodMention) -> tuple[str, str]:
    """The words of an expression as they are published, with a "'s" behind them and without."""
    text = passage.tokens.text
    return text[mention.start : mention.end], text[mention.start : mention.end + 2]


def _add_before(story: Story, at: int, told: _Told) -> None:
    """The times of the sentences before, the nearest first."""
    place = story.passage_of[at]
    nouns = read_nouns(story.passages[place].tokens)
    seen = 0
    for back in range(place - 1, max(-1, place - 1 - _BACK), -1):
        passage = story.passages[back]
        apart = story.paragraph_of[place] - story.paragraph_of[back]
        if apart > _PARAGRAPHS:
            break
        if not passage.marks:
            continue
        figures = story.figures_of.get(back, [])
        ruled = {story.found[one].dating.period for one in figures}
        shared = min(SOME, len(nouns & read_nouns(passage.tokens)))
        far = min(apart, FEW)
        for mark in reversed(passage.marks):
            mention = mark.mention
            if mention.period is None:
                continue
            used = mention.period in ruled
            told.add(
                mention.period,
                "earlier" if apart else "paragraph",
                (
                    ("back", f"{far} {min(place - back, SOME)} {min(seen, FEW)}"),
                    ("back used", f"{far} {used} {bool(figures)}"),
                    ("back role", f"{far} {mention.role} {name_length(mention.period)}"),
                    ("back word", f"{far} {passage.tokens.lowers[mark.first]}"),
                    ("back in front", f"{far} {mark.fronted}"),
                    ("back use", f"{far} {mark.use} {used}"),
                    ("back nouns", f"{far} {shared}"),
                ),
            )
            seen += 1


def _add_behind(story: Story, at: int, told: _Told) -> None:
    """The times of the next sentences of its paragraph; a headline's is told below it."""
    place = story.passage_of[at]
    reach = story.paragraph_of[place] == 0
    for ahead in range(place + 1, min(len(story.passages), place + 1 + _AHEAD)):
        apart = story.paragraph_of[ahead] - story.paragraph_of[place]
        if apart > reach:
            break
        for mark in story.passages[ahead].marks:
            if mark.mention.period is not None:
                sign = ("ahead", f"{ahead - place} {apart == 0} {mark.use}")
                told.add(mark.mention.period, "later", (sign,))


def _add_chosen(story: Story, chosen: Chosen, told: _Told) -> None:
    """What is chosen for the figures before it, the nearest first."""
    periods = chosen.periods
    at = len(periods)
    item, place = story.found[at], story.passage_of[at]
    for far, back in enumerate(range(at - 1, max(-1, at - 1 - _FIGURES), -1)):
        signs = told.signs.get(periods[back])
        if signs is None:
            continue
        other = story.found[back]
        same = other.measured == item.measured and item.measured is not None
        alike = f"{other.kind == item.kind} {other.unit == item.unit} {same}"
        apart = f"{periods[back] is None} {_name_distance(story, back, place)}"
        signs += [
            ("figure back", f"{apart} {min(far, SOME)}"),
            ("figure back alike", f"{apart} {far == 0} {alike}"),
        ]
    last, near = periods[-1], _name_distance(story, at - 1, place)
    told.signs[last].append(("run", f"{last is None} {min(MANY, chosen.run)} {near}"))


def _name_distance(story: Story, back: int, place: int) -> str:
    if story.passage_of[back] == place:
        return "sentence"
    apart = story.paragraph_of[place] - story.paragraph_of[story.passage_of[back]]
    return ("paragraph", "next")[apart] if apart < FEW else "far"
