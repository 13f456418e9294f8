"""Nouns that are rates by themselves: a caseload is cases for each who holds them."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_rows
from figtrail.extraction.measured import Measured
from figtrail.extraction.phrases import find_subject, find_verb, head_of, is_people, singular
from figtrail.extraction.tokens import Tokens

_NOUNS = {row["noun"]: (row["unit"], row["per"]) for row in read_rows("rate_nouns.csv")}


def holder_rate(tokens: Tokens, measured: Measured, at: int) -> tuple[str, str] | None:
    """Unit and denominator of a rate noun; the denominator is who the sentence says holds it."""
    if measured.head is None:
        return None
    known = _NOUNS.get(singular(tokens.lowers[measured.head]))
    if known is None:
        return None
    unit, per = known
    verb = find_verb(tokens, measured.start) or find_verb(tokens, at)
    subject = find_subject(tokens, verb[0]) if verb is not None else None
    if subject is not None:
        head = head_of(tokens, *subject)
        if head is not None and is_people(tokens.lowers[head]):
            modifier = tokens.lowers[head - 1] if head > subject[0] and tokens.tags[head - 1] in "NJ" else ""
            per = f"{modifier}_{singular(tokens.lowers[head])}".lstrip("_")
    return unit, per
