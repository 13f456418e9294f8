"""Every figure by itself: an interval that its bound makes, a quote that stands in its sentence."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from figtrail.validation.contents import Content
from figtrail.validation.masks import all_of, find_rows, same
from figtrail.validation.report import Finding

_ASKED = {
    "exact": "low = value = high",
    "over": "low = value, no high",
    "at_least": "low = value, no high",
    "under": "high = value, no low",
    "at_most": "high = value, no low",
    "nearly": "high = value, no low",
    "about": "a value, no low, no high",
    "range": "no value, low ≤ high",
}


def prove_figures(figures: Content) -> list[Finding]:
    """Hold each figure's interval against its bound, and its quote against its sentence."""
    return [*_check_intervals(figures), *_check_sentences(figures)]


def _check_intervals(figures: Content) -> list[Finding]:
    """Hold value, low and high against the bound: the interval that the words commit to."""
    findings = []
    for bound, right in _find_right(figures).items():
        wrong = all_of(pc.equal(figures.column("bound"), bound), pc.invert(right))
        message = f"value, low and high are not those of bound {bound}"
        field = "value" if bound in {"about", "range"} else "low"
        findings += figures.findings(
            "interval-wrong", message, field, find_rows(wrong), _ASKED[bound]
        )
    return findings


def _find_right(figures: Content) -> dict[str, pa.Array]:
    """For each bound, the rows whose interval it makes."""
    value, low, high = (figures.column(name) for name in ("value", "low", "high"))
    stated, no_low, no_high = pc.is_valid(value), pc.is_null(low), pc.is_null(high)
    low_is, high_is = same(low, value), same(high, value)
    least, most = all_of(stated, low_is, no_high), all_of(stated, no_low, high_is)
    return {
        "exact": all_of(stated, low_is, high_is),
        "over": least,
        "at_least": least,
        "under": most,
        "at_most": most,
        "nearly": most,
        "about": all_of(stated, no_low, no_high),
        "range": all_of(pc.is_null(value), pc.less_equal(low, high)),
    }


def _check_sentences(figures: Content) -> list[Finding]:
    """Find each quote in its sentence, at the offsets given; an empty sentence holds nothing."""
    wrong: dict[int, str] = {}
    names = ("sentence", "sentence_start", "char_start", "char_end", "quote")
    columns = [figures.column(name).to_pylist() for name in names]
    for row, (sentence, origin, start, end, quote) in enumerate(zip(*columns, strict=True)):
        if None in (origin, start, end, quote):
            continue
        if end - start != len(quote) or start < origin:
            wrong[row] = "as many characters as from char_start to char_end, after sentence_start"
        elif sentence is not None and sentence[start - origin : end - origin] != quote:
            wrong[row] = sentence[start - origin : end - origin]
    message = "the sentence doesn't hold the quote at its offsets"
    return figures.findings("sentence-wrong", message, "quote", list(wrong), wrong.get)
