"""Whether a sentence looks ahead at a place: "will open in August" or "opened in August"."""

from __future__ import annotations

import re

# How far a verb may be: enough for a clause, and it keeps long texts linear.
_BEFORE, _AFTER = 160, 120
_CUE = re.compile(
    r"\b(?:(?P<ahead>will|won[’']t|shall|['’]ll|due|plans?|planned|planning|scheduled|set to"
    r"|going to|hopes?|aims?|expected|expects|forecast|projected|(?:is|are) to|about to|upcoming"
    r"|would)"
    r"|(?:was|were|had|did|rose|fell|grew|went|came|made|took|began|left|got|found|saw|held|met"
    r"|won|lost|hit|cut|built|sold|spent|paid|became|ran|stood|gave|fell|[a-z]{3,}ed))\b"
)


def looks_ahead(sentence: str, place: int, *, unsaid: bool = False) -> bool:
    """Whether the verb nearest before `place`, else the first after it, speaks of the future.

    `unsaid` is the answer where no verb says it.
    """
    nearest = None
    for cue in _CUE.finditer(sentence, max(0, place - _BEFORE), place + _AFTER):
        if nearest is not None and cue.start() >= place:
            break
        nearest = cue
    return unsaid if nearest is None else nearest["ahead"] is not None
