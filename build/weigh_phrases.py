"""Weigh the signs by which a phrase is chosen: annotated texts → lexicon/phrase_weights.csv.

A figure whose phrase is annotated is a case: the phrases that may say what it measures, with their
signs, and how well each agrees with the annotation. A conditional logit says how much every sign
speaks for a phrase against the others of its case; the signs that tell least are dropped, and the
rest weighed again. Run it with `make weights`; the sets that it doesn't read stay a test of what it
made.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

import figtrail.extraction.lexicon
from figtrail.evaluation import (
    GoldDocument,
    GoldFigure,
    is_right,
    match_figures,
    read_gold,
    share_words,
)
from figtrail.extraction.choosing import Setting, read_others, read_ruled, read_setting
from figtrail.extraction.figures import extract_figures
from figtrail.plain import Plain
from figtrail.reading import make_document

_TESTS = Path(__file__).parents[1] / "tests"
_TABLE = Path(figtrail.extraction.lexicon.__file__).parent / "phrase_weights.csv"
# Sets of tests/golden/ that no weight comes from.
_SET_ASIDE = frozenset("at au av aw ax ay bf bg bn bo".split())
# From the errors of the others rules of phrases were made. So they don't tell how far the rules are
# right, and the signs of what rules take are left out of them.
_UNSEEN = frozenset("ba bb bc bd be bh bi bj bk bl bm bp bq br bs bt bu".split())
# What is only there for the phrase that the rules take, or for how another stands to it.
_OF_RULES = ("ruled", "rule ", "head of ruled")
# How often a short text counts, which was written to tell one thing.
_TELLING = 5
# How many cases a sign must stand in to tell of others, and how many signs are kept.
_LEAST_SEEN = 12
_KEPT = 6000
# How far weights are held back, and how often they are bettered at most.
_RESTRAINT = 5.0
_STEPS = 60
# What a phrase counts that is right by its words, and how much more where it has all of them.
_RIGHT = (0.2, 0.8)

Key = tuple[str, str, str]
"""Where a phrase stands ("" for anywhere), what is looked at, and what stands there."""


class Case(NamedTuple):
    """The signs of each phrase that a figure may have, and how right each is, from 0 to 1."""

    signs: list[list[Key]]
    right: list[float]


class Matrix(NamedTuple):
    """Cases as numbers: a row a phrase, a column a sign; where each case begins and ends."""

    signs: csr_matrix
    right: NDArray[np.float64]
    bounds: NDArray[np.int64]


def read_texts() -> Iterator[tuple[GoldDocument, bool]]:
    """The annotated texts that weights are made from, and whether they tell how right rules are."""
    for path in sorted((_TESTS / "golden").glob("*.jsonl")):
        letters = path.stem.partition("-")[2]
        if letters not in _SET_ASIDE:
            for gold in read_gold([path]):
                yield gold, letters in _UNSEEN
    for line in (_TESTS / "measured_cases.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield from [(read_case(line), False)] * _TELLING


def read_case(line: str) -> GoldDocument:
    """A short text, the quote of one of its figures, and its phrase."""
    text, quote, measured = (part.strip() for part in line.split("|"))
    start = text.index(quote)
    figure = GoldFigure(start, start + len(quote), quote, False, {"measured": measured})
    return GoldDocument(make_document(text, "case", None, None, None), (figure,))


def find_cases(gold: GoldDocument, *, unseen: bool) -> Iterator[Case]:
    """The figures of a text whose phrase is annotated; of texts seen without the signs of rules."""
    settings: list[Setting] = []

    def record(setting: Setting) -> str | None:
        settings.append(setting)
        return setting.phrase

    figures = extract_figures(gold.document, record).figures
    plain = Plain(gold.document.text)
    at = {plain.span(one.start, one.start + 1)[0]: one for one in settings}
    for expected, found in match_figures(gold.figures, figures):
        measured = expected.columns.get("measured")
        setting = at.get(found.char_start)
        if measured is None or expected.optional or setting is None:
            continue
        case = make_case(setting, str(measured), unseen=unseen)
        if 0 < sum(one > 0 for one in case.right) < len(case.right):
            yield case


def make_case(setting: Setting, measured: str, *, unseen: bool) -> Case:
    """The phrases that a figure may have, against the one that is annotated."""
    signs: list[list[Key]] = []
    right: list[float] = []
    shared = read_setting(setting)
    ruled = read_ruled(setting)
    options = [*read_others(setting), *([ruled] if ruled is not None else [])]
    for option in options:
        own = [one for one in option.signs if unseen or not one[0].startswith(_OF_RULES)]
        signs.append(
            [("", *sign) for sign in own]
            + [("", "stands", option.place)]
            + [(option.place, *sign) for sign in shared]
        )
        least, more = _RIGHT
        agrees = is_right("measured", measured, option.text)
        right.append(least + more * share_words(measured, option.text) if agrees else 0.0)
    return Case(signs, right)


def weigh(cases: Sequence[Case]) -> dict[Key, int]:
    """The weight of each sign that is kept, in hundredths of a logarithm of odds."""
    seen = Counter(sign for case in cases for sign in {one for each in case.signs for one in each})
    names = sorted(sign for sign, count in seen.items() if count >= _LEAST_SEEN)
    matrix = _make_matrix(cases, names)
    columns = np.arange(len(names))
    weights = np.zeros(len(names))
    stood = np.sqrt(matrix.signs.sum(axis=0).A1)
    for kept in (len(names), _KEPT * 8 // 5, _KEPT):
        if kept < len(columns):
            columns = columns[np.argsort(-np.abs(weights) * stood[columns], kind="stable")[:kept]]
        weights = _fit(matrix._replace(signs=matrix.signs[:, columns]))
    rounded = {
        names[column]: round(100 * float(weight))
        for column, weight in zip(columns, weights, strict=True)
    }
    return {sign: weight for sign, weight in rounded.items() if weight}


def _make_matrix(cases: Sequence[Case], names: Sequence[Key]) -> Matrix:
    columns = {sign: column for column, sign in enumerate(names)}
    rows, indices, right, bounds = [0], [], [], [0]
    for case in cases:
        for signs in case.signs:
            indices += sorted({columns[sign] for sign in signs if sign in columns})
            rows.append(len(indices))
        right += case.right
        bounds.append(len(right))
    signs = csr_matrix(
        (np.ones(len(indices), np.float32), np.array(indices, np.int32), np.array(rows)),
        shape=(len(right), len(names)),
    )
    return Matrix(signs, np.array(right), np.array(bounds))


def _fit(matrix: Matrix) -> NDArray[np.float64]:
    """The weights by which what is right of a case is the likeliest."""
    starts, sizes = matrix.bounds[:-1], np.diff(matrix.bounds)
    turned = matrix.signs.T.tocsr()

    def lose(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds = matrix.signs @ weights
        chances = np.exp(odds - np.repeat(np.maximum.reduceat(odds, starts), sizes))
        chances /= np.repeat(np.add.reduceat(chances, starts), sizes)
        hit = chances * matrix.right
        total = np.add.reduceat(hit, starts)
        loss = -np.log(total).sum() + _RESTRAINT / 2 * weights @ weights
        slope = turned @ (chances - hit / np.repeat(total, sizes)) + _RESTRAINT * weights
        return float(loss), slope

    start = np.zeros(matrix.signs.shape[1])
    found = minimize(lose, start, jac=True, method="L-BFGS-B", options={"maxiter": _STEPS})
    return np.asarray(found.x)


def main() -> None:
    """Write the table of weights."""
    cases = [case for gold, unseen in read_texts() for case in find_cases(gold, unseen=unseen)]
    weights = weigh(cases)
    with _TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("place", "sign", "word", "weight"))
        writer.writerows((*sign, weight) for sign, weight in sorted(weights.items()))
    print(f"{len(weights)} weights of {len(cases)} figures")


if __name__ == "__main__":
    main()
