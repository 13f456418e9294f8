"""A conditional logit: cases with options and their signs → a table of weights.

It says how much every sign speaks for an option against the others of its case; the signs that tell
least are dropped, and the rest weighed again.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

# How many cases a sign must stand in to tell of others.
_LEAST_SEEN = 12
# How often weights are bettered at most.
_STEPS = 60

Key = tuple[str, str, str]
"""Where an option stands ("" for anywhere), what is looked at, and what stands there."""


class Case(NamedTuple):
    """The signs of each option that a figure has, and how right each is, from 0 to 1."""

    signs: list[list[Key]]
    right: list[float]

    @property
    def is_telling(self) -> bool:
        """Whether some of its options are right and some are not."""
        return 0 < sum(one > 0 for one in self.right) < len(self.right)


class Matrix(NamedTuple):
    """Cases as numbers: a row an option, a column a sign; where each case begins and ends."""

    signs: csr_matrix
    right: NDArray[np.float64]
    bounds: NDArray[np.int64]


def weigh(cases: Sequence[Case], kept: int, restraint: float) -> dict[Key, int]:
    """The weights of so many signs, in hundredths of a logarithm of odds, held back so far."""
    seen = Counter(sign for case in cases for sign in {one for each in case.signs for one in each})
    names = sorted(sign for sign, count in seen.items() if count >= _LEAST_SEEN)
    matrix = _make_matrix(cases, names)
    columns = np.arange(len(names))
    weights = np.zeros(len(names))
    stood = np.sqrt(matrix.signs.sum(axis=0).A1)
    for many in (len(names), kept * 8 // 5, kept):
        if many < len(columns):
            columns = columns[np.argsort(-np.abs(weights) * stood[columns], kind="stable")[:many]]
        weights = _fit(matrix._replace(signs=matrix.signs[:, columns]), restraint)
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


def _fit(matrix: Matrix, restraint: float) -> NDArray[np.float64]:
    """The weights by which what is right of a case is the likeliest."""
    starts, sizes = matrix.bounds[:-1], np.diff(matrix.bounds)
    turned = matrix.signs.T.tocsr()

    def lose(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds = matrix.signs @ weights
        chances = np.exp(odds - np.repeat(np.maximum.reduceat(odds, starts), sizes))
        chances /= np.repeat(np.add.reduceat(chances, starts), sizes)
        hit = chances * matrix.right
        total = np.add.reduceat(hit, starts)
        loss = -np.log(total).sum() + restraint / 2 * weights @ weights
        slope = turned @ (chances - hit / np.repeat(total, sizes)) + restraint * weights
        return float(loss), slope

    start = np.zeros(matrix.signs.shape[1])
    found = minimize(lose, start, jac=True, method="L-BFGS-B", options={"maxiter": _STEPS})
    return np.asarray(found.x)


def write(path: Path, weights: Mapping[Key, int]) -> None:
    """Write a table of weights."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("place", "sign", "word", "weight"))
        writer.writerows((*sign, weight) for sign, weight in sorted(weights.items()))
