"""Figures as they stand in their sentences: what precedes, what follows, what lies between."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from figtrail.extraction.lexicon import read_rows, read_words
from figtrail.extraction.phrases import FORMER
from figtrail.model import Figure, RelationKind
from figtrail.patterns import compile_late

if TYPE_CHECKING:
    from figtrail.extraction.found import Found

Tie = tuple[RelationKind, int, int]
"""Kind, place of the figure, place of the other, in the order of the text."""

WORDS = read_words("relation_words.txt")
_CHANGES = [row for row in read_rows("changes.csv", "form", "class") if " " not in row[0]]
_NOUNS = {"noun", "loss_noun"}
CHANGE_NOUNS = frozenset(form for form, kind in _CHANGES if kind in _NOUNS)
CHANGE_WORDS = frozenset(form for form, kind in _CHANGES if kind in _NOUNS | {"verb"})
COMPARATIVES = frozenset(form for form, kind in _CHANGES if kind == "comparative")
MOVEMENTS = CHANGE_WORDS | WORDS["movements"] | {"up", "down"}
_COUNTABLE = frozenset(("count", "rate", "measurement"))
_AROUND = 6
_APOSTROPHES = frozenset("'’")
_AFTER_COMPARATIVE = frozenset(("than", ",", ".", ";", ")", ""))
PAUSES = frozenset(",(–—-:")
_WORD = compile_late(r"[^\W\d_]+")
CLAUSE_STOPS = WORDS["blockers"]


class Statement(NamedTuple):
    """One figure with the tokens of its sentence; `start` and `stop` are token bounds.

    They hold the comparator, the number and its unit; the noun phrase after it stays outside.
    `is_level` says that it states how much there is, not by how much it changed or differs.
    """

    at: int
    figure: Figure
    found: Found
    lowers: list[str]
    tags: list[str]
    start: int
    stop: int
    compares: bool
    is_level: bool


def group_statements(
    figures: Sequence[Figure], found: Sequence[Found]
) -> tuple[tuple[Statement, ...], ...]:
    """The statements of one article, sentence by sentence."""
    groups: list[list[Statement]] = []
    for at, (figure, item) in enumerate(zip(figures, found, strict=True)):
        reading, tokens = item.reading, item.tokens
        start = min(reading.bound_start, reading.number.first)
        stop = reading.stop
        lowers = tokens.lowers
        compares = figure.change is None and _compares(lowers, stop)
        # A growth is a level to that which it is up or down from: "rose 2.1%, down from 2.4%".
        levelled = figure.change is None or lowers[max(0, start - 2) : start] in FORMER
        is_level = levelled and not compares
        statement = Statement(
            at, figure, item, lowers, tokens.tags, start, stop, compares, is_level
        )
        if groups and groups[-1][0].found.sentence.start == item.sentence.start:
            groups[-1].append(statement)
        else:
            groups.append([statement])
    return tuple(tuple(group) for group in groups)


def _compares(lowers: Sequence[str], stop: int) -> bool:
    """Whether a number says by how much one differs from another: "12 fewer than planned"."""
    paused = lowers[stop : stop + 1] == [","]  # "£176m, more than double the £80m"
    for at in (stop,) if paused else (stop, stop + 1):
        if at < len(lowers) and lowers[at] in COMPARATIVES:
            after = lowers[at + 1] if at + 1 < len(lowers) else ""
            return after in _AFTER_COMPARATIVE or lowers[at + 2 : at + 3] == ["than"]
    return False


def has_other_basis(stated: Statement) -> bool:
    """Whether a change is counted otherwise than its levels: a year, on average, in real terms."""
    for at in range(max(0, stated.start - 3), stated.start):
        lower = stated.lowers[at]
        if lower in WORDS["bases"] and (
            lower != "average" or stated.lowers[at + 1] == "of" or _is_change(stated, at + 1)
        ):
            return True
    following = stated.lowers[stated.stop : stated.stop + 8]
    end = next((at for at, word in enumerate(following) if word in ",;.:()"), len(following))
    if not WORDS["bases"].isdisjoint(following[:end]):
        return True
    if stated.figure.kind not in ("percentage", "ratio"):
        return False
    if following[:1] and following[0] in CHANGE_NOUNS:
        following.pop(0)
    return (
        following[:1] in (["a"], ["per"], ["each"], ["every"])
        and following[1:2] != []
        and following[1] in WORDS["times"]
        and WORDS["earlier"].isdisjoint(following[2:3])
    )


def _is_change(stated: Statement, at: int) -> bool:
    return stated.lowers[at] in CHANGE_NOUNS


def find_cue(statement: Statement) -> int:
    """The token before a number, past articles, modifiers and "an average of"; -1 for none."""
    lowers = statement.lowers
    at = statement.start - 1
    while at >= 0:
        if lowers[at] in WORDS["modifiers"] or is_possessive(lowers[at]):
            at -= 1
        elif _ends_year(lowers, at):
            at -= 3
        elif lowers[at] == "of" and at and lowers[at - 1] in WORDS["totals"]:
            at -= 2
        else:
            break
    return at


def _ends_year(lowers: Sequence[str], at: int) -> bool:
    """Whether a token closes "2017's", which is three of them."""
    return (
        lowers[at] == "s"
        and at > 1
        and lowers[at - 1] in _APOSTROPHES
        and (len(lowers[at - 2]) == 4 and lowers[at - 2].isdigit())
    )


def is_possessive(word: str) -> bool:
    """Whether a word is one like "season's", which may stand between "from" and a number."""
    return word.endswith(("'s", "’s"))


def word_at(statement: Statement, at: int) -> str:
    """The token at an index of the statement's sentence, lower case; empty outside."""
    return statement.lowers[at] if 0 <= at < len(statement.lowers) else ""


def lies_open(statement: Statement, start: int, stop: int, *, verbs: int = 0) -> bool:
    """Whether no clause boundary and at most so many finite verbs lie between two tokens."""
    between = statement.lowers[start:stop]
    if not CLAUSE_STOPS.isdisjoint(between) or not {"“", "”", '"'}.isdisjoint(between):
        return False
    tags = statement.tags[start:stop]
    return sum(tag in "VvA" for tag in tags) <= verbs


def is_earlier(statement: Statement) -> bool:
    """Whether words beside a level say that it is an earlier one: a date, "a year before"."""
    first, last = max(0, find_cue(statement) - 1), statement.stop
    near = statement.lowers[first : statement.start] + statement.lowers[last : last + 9]
    if not WORDS["earlier"].isdisjoint(near) or word_at(statement, last) == "then":
        return True
    if statement.start > 2 and _ends_year(statement.lowers, statement.start - 1):
        return True
    words = statement.figure.period_text
    if words is None or words.lower().startswith("since"):
        return False
    tokens = statement.found.tokens
    return (
        words
        in tokens.text[tokens.starts[first] : tokens.ends[min(len(tokens.words), last + 9) - 1]]
    )


def are_commensurable(one: Figure, other: Figure) -> bool:
    """Whether two levels count the same sort of thing, so that one can change into the other."""
    if one.kind != other.kind and "rate" not in (one.kind, other.kind):
        return False
    if not {one.kind, other.kind} <= _COUNTABLE and one.kind != other.kind:
        return False
    if one.unit != other.unit and "item" not in (one.unit, other.unit):
        return False
    return one.per == other.per or None in (one.per, other.per)


def share_place(one: Figure, other: Figure) -> bool:
    """Whether two figures can be about one place."""
    return one.place_text == other.place_text or None in (one.place_text, other.place_text)


def content_words(figure: Figure) -> frozenset[str]:
    """The words of `measured` that carry meaning, plural endings aside."""
    return _content(figure.measured or "")


@lru_cache(maxsize=1024)
def _content(measured: str) -> frozenset[str]:
    words = _WORD.findall(measured.lower())
    return frozenset(
        word[:-1] if word.endswith("s") and len(word) > 3 else word
        for word in words
        if word not in WORDS["empty"] and len(word) > 1
    )


def is_before(one: str | None, other: str | None) -> bool:
    """Whether a period certainly starts before another, and isn't the same.

    ISO 8601 dates and intervals of one length sort as text; a year is before its own months by
    text alone, so that overlapping periods don't count.
    """
    if one is None or other is None:
        return False
    return one.rpartition("/")[2][:10] < other.partition("/")[0][:10] and not other.startswith(
        one.rpartition("/")[2]
    )


def is_apposed(stated: Statement) -> bool:
    """Whether a change stands after a pause or "which is": ", up 7%", ", a 7% rise"."""
    cue = find_cue(stated)
    word = word_at(stated, cue)
    if word in ("up", "down") or (
        word in ("of", "by") and word_at(stated, cue - 1) in CHANGE_WORDS
    ):
        cue -= 1 if word in ("up", "down") else 2
        while cue >= 0 and (stated.tags[cue] in "DJ" or stated.lowers[cue] in WORDS["modifiers"]):
            cue -= 1
    elif not is_named_after(stated):
        return False
    word = word_at(stated, cue)
    if word in PAUSES:
        return True
    return word in WORDS["reporting"] and word_at(stated, cue - 1) in ("which", ",", "that")


def is_named_after(stated: Statement) -> bool:
    """Whether the word of change follows: "a 7% rise", "30 more than in 2018"."""
    following = stated.lowers[stated.stop : stated.stop + 4]
    return bool(
        CHANGE_NOUNS.intersection(following)
        or COMPARATIVES.intersection(following)
        or {"up", "down"}.intersection(following[:1])
    )


def follow_each_other(before: Sequence[Statement], group: Sequence[Statement]) -> bool:
    """Whether two sentences with figures are neighbours in the text."""
    if not before:
        return False
    gap = group[0].found.sentence.start - before[-1].found.sentence.end
    return gap <= 3 and group[0].found.paragraph - before[-1].found.paragraph <= 1


def take_near(
    stated: Statement,
    before: Sequence[Statement],
    group: Sequence[Statement],
    after: Sequence[Statement] = (),
) -> tuple[Sequence[Statement], Sequence[Statement], Sequence[Statement]]:
    """The figures just around one, in the sentence before, its own and the next.

    A bounded number of them, so that a long list of figures takes no longer than its length.
    """
    at = stated.at - group[0].at
    return before[-_AROUND:], group[max(0, at - _AROUND) : at + _AROUND + 1], after[:_AROUND]


def is_counted(figure: Figure) -> bool:
    """Whether a figure counts things or money, which can be a part or a whole."""
    return figure.kind in ("count", "money") and figure.change is None and figure.out_of is None


def counts_among(part: Statement, whole: Statement) -> bool:
    """Whether a part can be counted in the whole; the nouns of counts may differ."""
    one, other = part.figure, whole.figure
    return one.kind == other.kind and (one.kind == "count" or one.unit == other.unit)


def is_rest(stated: Statement) -> bool:
    """As in "the remaining 12", "the other 40"."""
    near = stated.lowers[max(0, stated.start - 2) : stated.start]
    return not WORDS["rest"].isdisjoint(near)


def find_only_counted(items: Sequence[Statement]) -> Statement | None:
    """The one count or sum of money among several figures; None where there are more."""
    levels = [item for item in items if is_counted(item.figure)]
    return levels[0] if len(levels) == 1 else None
