"""What the tests of the extraction share: one text in, what was read of it out."""

from __future__ import annotations

from figtrail.extraction.figures import extract_figures
from figtrail.model import Document, Figure


def read_figures(text: str, place: str | None = None, nation: str | None = None) -> list[Figure]:
    """Every figure of a text that comes without a date."""
    document = Document(source_id="test", text=text, place=place, nation=nation)
    return list(extract_figures(document).figures)


def read_figure(
    text: str, quote: str, place: str | None = None, nation: str | None = None
) -> Figure:
    """The one figure of a text that has this quote."""
    figures = read_figures(text, place, nation)
    quotes = [figure.quote for figure in figures]
    assert quotes.count(quote) == 1, f"{quote!r} once among {quotes}"
    return figures[quotes.index(quote)]


def read_quotes(text: str) -> list[str]:
    """The quotes of every figure of a text, in its order."""
    return [figure.quote for figure in read_figures(text)]
