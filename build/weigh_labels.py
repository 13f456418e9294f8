"""Weigh the signs that tell a label: annotated texts → lexicon/label_weights.csv.

Every number of the texts that may be a figure or a label, and that no rule tells, is a case: its
signs, and whether the annotation has a figure there. A logistic regression that prefers few weights
says how much each sign speaks for a figure. Run it with `make weights`; the sets that it doesn't
read stay a test of what it made.
"""

from __future__ import annotations

import csv
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

import figtrail.extraction.lexicon
from figtrail.evaluation import read_gold
from figtrail.extraction.currencies import find_letters
from figtrail.extraction.labels import Sign, is_weighable, read_signs, tell_labels
from figtrail.extraction.numbers import find_numbers
from figtrail.extraction.periods import DateContext, find_periods
from figtrail.extraction.quantities import find_candidates, read_candidates
from figtrail.extraction.scanning import scan_sentences
from figtrail.extraction.tokens import tokenise
from figtrail.model import Document
from figtrail.plain import Plain
from figtrail.reading import make_document

_ROOT = Path(__file__).parents[1]
_TESTS = _ROOT / "tests"
_TABLE = Path(figtrail.extraction.lexicon.__file__).parent / "label_weights.csv"
# Sets of tests/golden/ that no weight comes from.
_SET_ASIDE = frozenset(("at", "au", "av", "aw", "ax", "ay", "bf", "bg", "bn", "bo"))
# Short texts whose figures are marked; where the pattern is "«…»", their other numbers are labels.
_CASES = {
    "cases/bare_numbers.txt": "«([^»]*)»",
    "cases/sport.txt": "«([^»]*)»",
    "cases/idioms_and_ages.txt": "«([^»]*)»",
    "cases/places.txt": r"\{([^={}]*)=[^{}]*\}",
    "changes_cases.txt": r"\[([^\[\]]*)\]",
    "dating_cases.txt": r"\[([^=\[\]]*)=[^\[\]]*\]",
    "statuses_cases.txt": r"\[([^\[\]]*)\]",
}
# How many cases a sign must stand in to tell of others.
_LEAST_SEEN = 5
# How little the regression is held back. Half of it, or half as much again, tells texts that it
# didn't learn from as well.
_FREEDOM = 0.8


class Annotated(NamedTuple):
    """A text, and the spans of its figures; those that needn't be found are `optional`."""

    document: Document
    figures: list[tuple[int, int]]
    optional: list[tuple[int, int]]


class Case(NamedTuple):
    """The signs around a number, and whether it is a figure."""

    signs: tuple[Sign, ...]
    is_figure: bool


def read_texts() -> Iterator[Annotated]:
    """The annotated texts that weights are made from."""
    for path in sorted((_TESTS / "golden").glob("development-*.jsonl")):
        if path.stem.partition("-")[2] in _SET_ASIDE:
            continue
        for gold in read_gold([path]):
            spans = [
                (figure.char_start, figure.char_end, figure.optional) for figure in gold.figures
            ]
            yield Annotated(
                gold.document,
                [(start, end) for start, end, optional in spans if not optional],
                [(start, end) for start, end, optional in spans if optional],
            )
    for name, pattern in _CASES.items():
        for line in (_TESTS / name).read_text(encoding="utf-8").splitlines():
            if line and line[0] not in "#@" and not re.match(r"\[[a-z]", line):
                yield read_marked(line, pattern, whole="«" in pattern)


def read_marked(line: str, pattern: str, *, whole: bool) -> Annotated:
    """A text whose figures are marked; where it isn't `whole`, other numbers say nothing."""
    text, last = "", 0
    figures: list[tuple[int, int]] = []
    for mark in re.finditer(pattern, line):
        text += line[last : mark.start()]
        figures.append((len(text), len(text) + len(mark[1])))
        text += mark[1]
        last = mark.end()
    text += line[last:]
    document = make_document(text, "case", None, None, None)
    return Annotated(document, figures, [] if whole else [(0, len(text))])


def find_cases(annotated: Annotated) -> Iterator[Case]:
    """The numbers of a text that no rule tells: their signs, and whether they are figures."""
    document, plain = annotated.document, Plain(annotated.document.text)
    dates = DateContext(document.published_earliest, document.published_latest, document.nation)
    for _, sentence in scan_sentences(plain.text):
        tokens = tokenise(sentence.text)
        mentions = find_periods(sentence.text, dates, None)
        masked = [(mention.start, mention.end) for mention in mentions if mention.masks]
        openings = frozenset(bisect_left(tokens.starts, mention.start) for mention in mentions)
        numbers = find_numbers(tokens, find_letters(document, tokens.words))
        numbers = find_candidates(tokens, numbers, masked)
        labels = tell_labels(tokens, numbers)
        readings = read_candidates(tokens, numbers, labels, openings)
        stated = {reading.number.first for reading in readings}
        for at, number in enumerate(numbers):
            # What isn't stated is the "100,000" of "per 100,000".
            if labels[at] or number.first not in stated or not is_weighable(tokens, number):
                continue
            span = plain.span(sentence.start + number.start, sentence.start + number.end)
            is_figure = _meets(span, annotated.figures)
            if is_figure or not _meets(span, annotated.optional):
                yield Case(tuple(read_signs(tokens, numbers, labels, at)), is_figure)


def _meets(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def weigh(cases: Sequence[Case]) -> dict[Sign, int]:
    """The weight of each sign that has one, in hundredths of a logarithm of odds."""
    counter = CountVectorizer(analyzer=attrgetter("signs"), min_df=_LEAST_SEEN, binary=True)
    model = LogisticRegression(
        l1_ratio=1,
        C=_FREEDOM,
        solver="liblinear",
        fit_intercept=False,
        max_iter=1000,
        random_state=0,
    )
    model.fit(counter.fit_transform(cases), [case.is_figure for case in cases])
    rounded = {
        sign: round(100 * float(model.coef_[0][column]))
        for sign, column in counter.vocabulary_.items()
    }
    return {sign: weight for sign, weight in rounded.items() if weight}


def main() -> None:
    """Write the table of weights."""
    cases = [case for annotated in read_texts() for case in find_cases(annotated)]
    weights = weigh(cases)
    with _TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("sign", "word", "weight"))
        writer.writerows((*sign, weight) for sign, weight in sorted(weights.items()))
    print(f"{len(weights)} weights of {len(cases)} numbers")


if __name__ == "__main__":
    main()
