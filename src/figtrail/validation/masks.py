"""Masks of rows: where columns agree, and which rows a mask names."""

from __future__ import annotations

from functools import reduce

import pyarrow as pa
import pyarrow.compute as pc


def find_rows(mask: pa.Array) -> list[int]:
    """The rows (from 0) where a mask is true; null is not true."""
    rows: list[int] = pc.indices_nonzero(pc.fill_null(mask, False)).to_pylist()
    return rows


def same(one: pa.Array, other: pa.Array) -> pa.Array:
    """Whether two columns agree, row by row; empty agrees with empty only."""
    both_null = pc.and_(pc.is_null(one), pc.is_null(other))
    return pc.or_(pc.fill_null(pc.equal(one, other), False), both_null)


def all_of(*masks: pa.Array) -> pa.Array:
    """Whether every mask is true, row by row; null is not true."""
    return pc.fill_null(reduce(pc.and_, masks), False)
