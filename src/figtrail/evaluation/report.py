"""An evaluation as plain text for a terminal of 80 columns."""

from __future__ import annotations

import textwrap

from figtrail.evaluation.scoring import ColumnScore, Evaluation

SPARSE_COLUMNS = frozenset({"per", "per_quantity", "out_of", "change", "period", "speaker"})
"""Columns that are empty for most figures: their share where stated says more than the overall."""


def format_evaluation(evaluation: Evaluation, errors: int = 0) -> str:
    """The evaluation as plain text at most 80 columns wide, with up to `errors` of each kind."""
    result = evaluation
    lines = [
        f"{result.hits} of {result.gold} figures found in {result.documents} documents, "
        f"{result.gold - result.hits} missed, {result.predicted - result.hits} extra",
        f"precision {result.precision:.3f}   recall {result.recall:.3f}   F1 {result.f1:.3f}",
    ]
    if result.columns:
        lines += ["", f"{'column':<14}{'right':>7}{'total':>7}{'share':>8}   {'where stated':>14}"]
        lines[-1] += f"{'share':>8}"
        lines += [_column_line(name, score) for name, score in result.columns.items()]
        wrong = [name for name, score in result.columns.items() if score.right < score.total]
        summary = f"Not fully right: {', '.join(wrong)}" if wrong else "Every column fully right"
        lines += ["", *_wrapped(summary, "")]
    for kind in dict.fromkeys(error.kind for error in result.errors) if errors else ():
        examples = [error for error in result.errors if error.kind == kind]
        lines += ["", f"{kind}: {len(examples)}"]
        for example in examples[:errors]:
            lines += _wrapped(f"{example.document_id}: {example.sentence}", "  ")
            lines += _wrapped(f"expected {example.expected}", "    ")
            lines += _wrapped(f"found    {example.found}", "    ")
    return "\n".join(lines)


def _column_line(name: str, score: ColumnScore) -> str:
    line = f"{name:<14}{score.right:>7}{score.total:>7}{score.right / score.total:>8.1%}"
    if name in SPARSE_COLUMNS and score.stated_total:
        stated = f"{score.stated_right} of {score.stated_total}"
        line += f"   {stated:>14}{score.stated_right / score.stated_total:>8.1%}"
    return line


def _wrapped(text: str, indent: str) -> list[str]:
    flat = " ".join(text.split())
    return textwrap.wrap(flat, 80, initial_indent=indent, subsequent_indent=indent + "  ")
