"""What a line without a verb says of its number: "Homes lost: 31", "- £3m for roads"."""

from __future__ import annotations

from figtrail.extraction.clauses import find_subject, find_verb
from figtrail.extraction.measured.predicates import read_predicate
from figtrail.extraction.measured.site import (
    LEVEL_VERBS,
    WORDS,
    Measured,
    Site,
    is_holder,
    is_pronoun,
    read_complement,
)
from figtrail.extraction.phrases import head_of
from figtrail.extraction.tokens import DASHES, Tokens

# How many tokens a label may have.
_LABEL = 9
_MARKS = DASHES | {":"}
_REPORTING = frozenset(WORDS["reporting"])
_PURPOSES = frozenset(WORDS["object_prepositions"]) | {"from"}


def find_labelled(tokens: Tokens, site: Site) -> Measured | None:
    """The label before a number, or what a sum is for on a line of its own."""
    return _find_label(tokens, site) or _find_told(tokens, site) or _find_item(tokens, site)


def _find_label(tokens: Tokens, site: Site) -> Measured | None:
    """The words before a colon or a dash: "Homes lost: 31", "Turnout – 48 per cent".

    They hold no finite verb, and nothing is said of the number: "He was sure: 40 had died".
    """
    mark = site.bound_start - 1
    while mark > 0 and tokens.tags[mark] in "BD":
        mark -= 1
    if mark < 1 or tokens.lowers[mark] not in _MARKS or not _is_closed(tokens, site, mark):
        return None
    start = mark
    while start > site.floor and _may_label(tokens, start - 1):
        start -= 1
    apart = start == 0 or tokens.lowers[start - 1] in (";", ".") or _is_bullet(tokens, start - 1)
    if not apart or start == mark or mark - start > _LABEL or tokens.tags[start] in "PAR":
        return None
    listed = start > 0 and all(word[0].isupper() for word in tokens.words[start:mark])
    if listed and mark - start > 1:
        return Measured(start, mark, None, "named")
    return Measured(start, mark, head_of(tokens, start, mark), "label")


def _find_told(tokens: Tokens, site: Site) -> Measured | None:
    """The subject of a clause that only a colon parts from its number: "turnout was low: 31%"."""
    mark = site.bound_start - 1
    if site.floor or mark < 2 or tokens.lowers[mark] != ":" or not _is_told(tokens, site.after):
        return None
    verb = find_verb(tokens, mark)
    subject = find_subject(tokens, verb[0]) if verb is not None else None
    if verb is None or subject is None or tokens.lowers[verb[1] - 1] not in LEVEL_VERBS:
        return None
    if is_pronoun(tokens, subject) or is_holder(tokens, subject):
        return None
    return Measured(*subject, head_of(tokens, *subject), "subject")


def _is_told(tokens: Tokens, after: int) -> bool:
    """Whether a number ends its clause, or is dated or held against another: ": 52 in May"."""
    if after >= len(tokens.words) - 1 or tokens.lowers[after] in _HELD:
        return True
    dated = tokens.lowers[after] in ("in", "on", "this", "last")
    return dated and tokens.tags[after + 1] in "MND"


_HELD = frozenset((",", ";", "(")) | frozenset(WORDS["contrasts"])


def _may_label(tokens: Tokens, at: int) -> bool:
    """Whether a token may stand in a label: of verbs what may be a noun or a participle.

    "Cost to date:", "average wait:", "tickets sold by noon:", but nothing that says who said it.
    """
    tag = tokens.tags[at]
    if tag not in "Vv":
        return tag in "NJEGPDBC"
    opening = at == 0 or _is_bullet(tokens, at - 1)
    governs = tokens.tags[at + 1] in "DNJO"
    return opening or (not governs and tokens.lowers[at] not in _REPORTING)


def _is_bullet(tokens: Tokens, at: int) -> bool:
    """Whether a token is the sign that opens a line of a list."""
    return at == 0 and tokens.tags[0] == "."


def _is_closed(tokens: Tokens, site: Site, mark: int) -> bool:
    """Whether nothing is said of a number; behind a dash it also ends its line."""
    if site.after >= len(tokens.words):
        return True
    if tokens.lowers[mark] != ":":
        return tokens.lowers[site.after] == "."
    return tokens.tags[site.after] in ".C"


def _find_item(tokens: Tokens, site: Site) -> Measured | None:
    """What a sum that opens its line is for: "- £3m for roads", "£90,000 by closing depots"."""
    opens = site.bound_start == 0 or (site.bound_start == 1 and tokens.tags[0] == ".")
    if not opens or site.kind != "money" or site.after >= site.limit:
        return None
    if any(tag in "AV" for tag in tokens.tags[site.after :]):
        return None
    by = tokens.lowers[site.after : site.after + 1] == ["by"]
    if by and tokens.tags[site.after + 1 : site.after + 2] == ["G"]:
        return read_predicate(tokens, site.after + 1, len(tokens.words))
    if tokens.lowers[site.after] not in _PURPOSES:
        return None
    return read_complement(tokens, site.after, site.limit)
