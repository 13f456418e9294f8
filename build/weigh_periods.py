"""Weigh the signs by which a period is chosen: annotated texts → lexicon/period_weights.csv.

A figure whose period is annotated is a case: the periods that it may be about, with their signs,
and which of them agree with the annotation. The figures before it have the periods that were
annotated. Run it with `make weights`; the sets that it doesn't read stay a test of what it made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from logit import Case, Key, weigh, write

import figtrail.extraction.lexicon
from figtrail.evaluation import GoldDocument, GoldFigure, is_right, match_figures, read_gold
from figtrail.extraction.choosing import Choices, Story
from figtrail.extraction.choosing.periods import (
    Chosen,
    Times,
    read_options,
    read_signs,
    read_times,
)
from figtrail.extraction.figures import extract_figures
from figtrail.extraction.found import Found
from figtrail.intervals import bound_days
from figtrail.plain import Plain
from figtrail.reading import make_document

_TESTS = Path(__file__).parents[1] / "tests"
_TABLE = Path(figtrail.extraction.lexicon.__file__).parent / "period_weights.csv"
# Sets that no weight comes from.
_SET_ASIDE = frozenset("at au av aw ax ay bf bg bn bo".split())
# A figure of a short article, which was written to tell one thing, and how often that counts.
_MARKED = re.compile(r"\[([^=\]]+)=([^\]]+)\]")
_TELLING = 2
# How many signs are kept, and how far their weights are held back.
_KEPT = 8000
_RESTRAINT = 4.0


def read_texts() -> Iterator[GoldDocument]:
    """The annotated texts that weights are made from."""
    for path in sorted((_TESTS / "golden").glob("*.jsonl")):
        if path.stem.partition("-")[2] not in _SET_ASIDE:
            yield from read_gold([path])
    for line in (_TESTS / "dating_cases.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield from [read_case(line)] * _TELLING


def read_case(line: str) -> GoldDocument:
    """A short article with the day that it is of, its nation, and the period of each figure."""
    head, marked = line.replace("|", "\n").split("\t")
    published, nation = head.split(" ", 1)
    text, figures, at = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[at : match.start()]
        period = None if match[2] == "-" else match[2]
        figures.append(
            GoldFigure(len(text), len(text) + len(match[1]), match[1], False, {"period": period})
        )
        text += match[1]
        at = match.end()
    document = make_document(text + marked[at:], "case", published, None, nation)
    return GoldDocument(document, tuple(figures))


def find_cases(gold: GoldDocument) -> Iterator[Case]:
    """The figures of a text whose period is annotated, as the rules have left them."""
    stories: list[Story] = []

    def record(story: Story) -> list[Found]:
        stories.append(story)
        return list(story.found)

    figures = extract_figures(gold.document, Choices(periods=record)).figures
    if not stories:
        return
    (story,) = stories
    plain = Plain(gold.document.text)
    starts = {plain.span(item.start, item.end)[0]: at for at, item in enumerate(story.found)}
    stated = {
        starts[found.char_start]: expected.columns["period"]
        for expected, found in match_figures(gold.figures, figures)
        if "period" in expected.columns and found.char_start in starts and not expected.optional
    }
    chosen = [item.dating.period for item in story.found]
    for at, period in stated.items():
        if not is_right("period", period, chosen[at]) and _is_written(period):
            chosen[at] = period if period is None else str(period)
    before, times = Chosen(), read_times(story)
    for at, own in enumerate(chosen):
        if at in stated:
            case = make_case(times, before, stated[at])
            if case.is_telling:
                yield case
        before.add(own)


def _is_written(period: object) -> bool:
    """Whether a period is written as figtrail writes it: no "2018/2022"."""
    try:
        bound_days(str(period))
    except ValueError:
        return period is None
    return True


def make_case(times: Times, chosen: Chosen, period: object) -> Case:
    """The periods that the next figure may be about, against the one that is annotated."""
    shared = read_signs(times.story, len(chosen.periods))
    signs: list[list[Key]] = []
    right: list[float] = []
    for option in read_options(times, chosen):
        signs.append(
            [("", *sign) for sign in option.signs]
            + [("", "stands", option.place)]
            + [(option.place, *sign) for sign in shared]
        )
        right.append(float(is_right("period", period, option.period)))
    return Case(signs, right)


def main() -> None:
    """Write the table of weights."""
    cases = [case for gold in read_texts() for case in find_cases(gold)]
    weights = weigh(cases, _KEPT, _RESTRAINT)
    write(_TABLE, weights)
    print(f"{len(weights)} weights of {len(cases)} figures")


if __name__ == "__main__":
    main()
