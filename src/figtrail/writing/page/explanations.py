"""What a check found, with dates and articles called as the page calls them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from figtrail.writing.page.date_phrases import phrase_period

DAY_OR_MONTH = re.compile(
    r"(?<![\w-])\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?![\w-])"
)
IN_ARTICLE = re.compile(r"\bin (?P<source_id>[^,()]+)(?=[,)])")
INNER_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")


def phrase_explanation(
    explanation: str, sources: Mapping[str, Mapping[str, Any]], dataset: str | None
) -> str:
    """The explanation of a check for people: no identifiers, no ISO dates.

    `sources` are the articles by `source_id`; `dataset` is the name of the official statistic's
    file, which is left out, as the page links to it.
    """

    def name_article(found: re.Match[str]) -> str:
        source = sources.get(found["source_id"])
        if source is None:
            return found[0]
        title, publisher = source["title"], source["publisher"]
        return f"in “{title}”" if title else f"in {publisher or found['source_id']}"

    said = explanation.replace(f", {dataset}", "", 1) if dataset else explanation
    said = DAY_OR_MONTH.sub(lambda found: phrase_period(found[0]) or found[0], said)
    said = INNER_APOSTROPHE.sub("’", IN_ARTICLE.sub(name_article, said))
    return said[:1].upper() + said[1:]
