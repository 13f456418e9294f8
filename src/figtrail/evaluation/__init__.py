"""Figures against gold annotations: what was found, and how much of each find is right."""

from figtrail.evaluation.gold import GoldDocument, GoldFigure, read_gold
from figtrail.evaluation.judgement import is_right, share_words
from figtrail.evaluation.report import format_evaluation
from figtrail.evaluation.scoring import (
    ColumnScore,
    Disagreement,
    Evaluation,
    evaluate,
    match_figures,
)

__all__ = [
    "ColumnScore",
    "Disagreement",
    "Evaluation",
    "GoldDocument",
    "GoldFigure",
    "evaluate",
    "format_evaluation",
    "is_right",
    "match_figures",
    "read_gold",
    "share_words",
]
