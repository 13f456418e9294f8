"""Whether a stretch of a sentence holds a verb that makes it a clause."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_VERBS
from figtrail.extraction.clauses.verbs import is_finite
from figtrail.extraction.tokens import Tokens


def has_verb(tokens: Tokens, floor: int, stop: int) -> bool:
    """Whether a finite verb stands between two tokens: "(rents fell) and bills …"."""
    return any(
        tokens.tags[index] in "AV" and not _is_cause(tokens, index) for index in range(floor, stop)
    ) or any(
        tokens.tags[index] == "E"
        and is_finite(tokens, index, floor)
        and index + 1 < stop
        and tokens.tags[index + 1] in "PDMB"
        and not _is_cause(tokens, index)
        for index in range(floor, stop)
    )


def _is_cause(tokens: Tokens, index: int) -> bool:
    """Whether a participle only says by whom or what: "damage caused by frost and hail has"."""
    if tokens.lowers[index + 1] != "by" or tokens.tags[index - 1] != "N":
        return False
    return tokens.tags[index + 2] == "N" and tokens.lowers[index] not in CHANGE_VERBS
