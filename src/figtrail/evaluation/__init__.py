"""Figures against gold annotations: what was found, and how much of each find is right."""

from figtrail.evaluation.gold import GoldDocument, GoldFigure, read_gold
from figtrail.evaluation.report import format_evaluation
from figtrail.evaluation.scoring import ColumnScore, Disagreement, Evaluation, evaluate

__all__ = [
    "ColumnScore",
    "Disagreement",
    "Evaluation",
    "GoldDocument",
    "GoldFigure",
    "evaluate",
    "format_evaluation",
    "read_gold",
]
