"""What is read in the place of a stretch of an article."""

from __future__ import annotations

from typing import NamedTuple

BREAK = "\v"
"""A line break that stands, however full its line is."""

WRAP = "\f"
"""A line break that only wraps a line, whatever the other lines are."""


class Edit(NamedTuple):
    """A stretch of the article, and the one character that is read for it, or none.

    `shown` where the page has something there all the same, such as the mark of a footnote.
    """

    start: int
    stop: int
    read: str = ""
    shown: bool = False
