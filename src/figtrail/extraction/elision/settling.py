"""The head of a measured phrase that is its noun, and no time, name or verb cut with it."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_VERBS
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.measured import Measured
from figtrail.extraction.nouns import is_people, is_plural
from figtrail.extraction.phrases import head_of
from figtrail.extraction.tokens import Tokens


def settle_head(tokens: Tokens, measured: Measured) -> Measured:
    """A phrase whose head is its noun, and no time cut off it nor a headline's verb.

    "A year ago the population stood at 86,000", "pass percentage dips to 99.7", "once the mercury
    stays at zero".
    """
    head = measured.head
    if head is None:
        return measured
    if not measured.start <= head < measured.stop and measured.rule in _SUBJECTS:
        return measured._replace(head=head_of(tokens, measured.start, measured.stop))
    opening = _opening_head(tokens, measured)
    if opening is not None:
        return measured._replace(head=opening)
    numbered = head + 1 + (tokens.lowers[head + 1 : head + 2] in (["-"], ["‑"]))
    if numbered + 1 < measured.stop and tokens.tags[numbered : numbered + 2] == ["M", "N"]:
        # "Covid-19 deaths", "Chapter 11 filings": the number belongs to the name.
        named = head_of(tokens, numbered + 1, measured.stop)
        return measured._replace(head=named) if named is not None else measured
    if tokens.lowers[head : head + 2] in (["number", "of"], ["numbers", "of"]):
        # "Cut the number of youth clubs from 19 to seven".
        return measured._replace(head=head_of(tokens, head, measured.stop))
    for at in range(head + 1, measured.stop - 1):
        if tokens.lowers[at : at + 2] == ["number", "of"] and measured.rule == "subject":
            # "The Lake blaze, and the total number of barns destroyed nears 300".
            return measured._replace(head=head_of(tokens, at, measured.stop))
    if measured.rule == "preceding" and tokens.tags[head - 1] == "P" and head > measured.start + 1:
        # "The most patients on trolleys, at 31": their noun stands before its complement.
        first = head_of(tokens, measured.start, head - 1)
        if (
            first is not None
            and is_people(tokens.lowers[first])
            and tokens.lowers[head - 1] != "of"
        ):
            return measured._replace(head=first)
    following = tokens.lowers[head + 1 : head + 2] in (["to"], ["by"], ["at"])
    staying = tokens.lowers[head] in CHANGE_VERBS or tokens.lowers[head] in _STAYING
    verbal = measured.rule in ("verbless", "preceding") and staying
    if verbal and following and head > measured.start and tokens.tags[head - 1] == "N":
        return measured._replace(head=head - 1)
    return measured


def _opening_head(tokens: Tokens, measured: Measured) -> int | None:
    """The plural that opens a sentence whose verb seems to follow another noun's number.

    "Houses damaged after the two quakes were put at 5,120": no quakes.
    """
    at = measured.start
    while at > 0 and tokens.tags[at - 1] in "DM":
        at -= 1
    counted = "M" in tokens.tags[at : measured.stop]
    if measured.rule not in ("subject", "clause") or not counted or at < 2:
        return None
    if tokens.tags[at - 1] != "P" or tokens.lowers[at - 1] == "of":
        return None
    first = int(tokens.tags[0] == "D")
    plural = tokens.tags[first] == "N" and is_plural(tokens.lowers[first])
    return first if plural and tokens.tags[first + 1] in "EVvP" else None


_STAYING = frozenset(read_sections("nouns.txt")["headline_verbs"])
_SUBJECTS = frozenset(("subject", "verbless", "preceding"))
