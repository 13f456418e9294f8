"""A published package → the figures that most need a person's eye, and lines to correct them."""

from figtrail.review.articles import Article, gather_articles
from figtrail.review.doubts import Candidate, Doubt, rank_figures
from figtrail.review.lines import format_candidates, write_lines

__all__ = [
    "Article",
    "Candidate",
    "Doubt",
    "format_candidates",
    "gather_articles",
    "rank_figures",
    "write_lines",
]
