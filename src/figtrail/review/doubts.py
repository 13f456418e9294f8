"""What speaks for looking at a figure again: doubts in words, each with its points."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from figtrail.snapshots import Row, Snapshot

Reason = Literal[
    "inconsistent",
    "differs",
    "nothing counted",
    "nothing measured",
    "speaker unresolved",
    "noun inherited",
    "place elsewhere",
    "period carried",
    "period not past",
    "noun apart",
    "change undated",
    "not observed",
    "period unresolved",
    "measure uncoded",
    "place uncoded",
]

POINTS: Mapping[Reason, int] = {
    "inconsistent": 200,
    "differs": 150,
    "nothing counted": 95,
    "nothing measured": 90,
    "speaker unresolved": 85,
    "noun inherited": 40,
    "place elsewhere": 50,
    "period carried": 30,
    "period not past": 25,
    "noun apart": 25,
    "change undated": 20,
    "not observed": 20,
    "period unresolved": 10,
    "measure uncoded": 10,
    "place uncoded": 10,
}
"""How often the doubt was right: of 100 annotated figures with it, in so many its column is wrong.

Counted, and rounded to five, over annotated articles that the rules were not made from; a test
counts again. What a check found and what has no code isn't annotated: the one goes first, the
other last. A figure's score is the sum over its doubts.
"""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reason to look at a figure: in words, with its points, and the column it is about."""

    reason: Reason
    words: str
    field: str | None

    @property
    def points(self) -> int:
        """What the doubt adds to the figure's score."""
        return POINTS[self.reason]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure that nobody has reviewed, its columns as CSV has them, and the doubts about it."""

    figure: Row
    doubts: tuple[Doubt, ...]

    @property
    def score(self) -> int:
        """The sum of the points of its doubts."""
        return sum(doubt.points for doubt in self.doubts)


def rank_figures(package: Snapshot) -> tuple[Candidate, ...]:
    """The figures that somebody should look at, the most doubtful first, else as they stand.

    What a check found comes before all that is only open, however much of it there is.
    Left out are figures without a doubt, and those that a person has confirmed, corrected or added.
    """
    checks = _gather_checks(package)
    homes = {row["source_id"]: row["place"] for row in package.rows("sources")}
    measures = list(package.rows("measures"))
    candidates = []
    for figure in package.rows("figures"):
        if figure["review"] != "automatic":
            continue
        doubts = (
            *_doubt_checks(figure, checks[figure["figure_id"]]),
            *_doubt_noun(figure),
            *_doubt_period(figure),
            *_doubt_telling(figure, homes.get(figure["source_id"])),
            *_doubt_codes(figure, measures, homes.get(figure["source_id"])),
        )
        if doubts:
            heaviest = sorted(doubts, key=lambda doubt: -doubt.points)
            candidates.append(Candidate(figure, tuple(heaviest)))
    return tuple(sorted(candidates, key=lambda one: (not _is_contradicted(one), -one.score)))


def _is_contradicted(candidate: Candidate) -> bool:
    return any(doubt.reason in ("inconsistent", "differs") for doubt in candidate.doubts)


def _gather_checks(package: Snapshot) -> Mapping[str | None, list[Row]]:
    """The checks that found something, by the figures that have a part in them."""
    found: dict[str | None, list[Row]] = defaultdict(list)
    checks = package.tables["checks"].rows
    for part in package.rows("check_figures"):
        check = checks.get((part["check_id"] or "",))
        known = found[part["figure_id"]]
        if check and check["verdict"] in ("inconsistent", "differs") and check not in known:
            known.append(check)
    return found


def _doubt_checks(figure: Row, checks: list[Row]) -> Iterator[Doubt]:
    field = None if figure["value"] is None else "value"
    for check in checks:
        words = f"{check['kind']} check, {check['verdict']}: {check['explanation']}"
        yield Doubt(
            "inconsistent" if check["verdict"] == "inconsistent" else "differs", words, field
        )


def _is_row(figure: Row) -> bool:
    """Whether a sentence is the row of a table, whose heads and caption tell of its cells."""
    return _CELL.search(figure["sentence"] or "") is not None


_PARTING, _DIGIT = re.compile("[,;:]"), re.compile(r"\d")
_CELL = re.compile(r"(?i)[|\t]|<t[dh]\b")


def _find_prose(figure: Row) -> str | None:
    """A sentence as prose, None for the row of a table."""
    return None if _is_row(figure) else figure["sentence"]


def _doubt_noun(figure: Row) -> Iterator[Doubt]:
    """What speaks against the noun."""
    measured, sentence = figure["measured"], _find_prose(figure)
    if measured is None:
        yield Doubt("nothing measured", "no words say what is measured", "measured")
    elif sentence is not None and measured not in sentence:
        words = f"what is measured stands in another sentence: “{measured}”"
        yield Doubt("noun inherited", words, "measured")
    elif sentence is not None and _is_apart(figure, measured, sentence):
        words = f"another clause says what is measured: “{measured}”"
        yield Doubt("noun apart", words, "measured")
    if figure["unit"] == "item":
        yield Doubt("nothing counted", "what is counted has no unit of its own: item", "unit")


def _is_apart(figure: Row, measured: str, sentence: str) -> bool:
    """Whether a mark parts what is measured from the figure behind it, and no other number does.

    Between the members of a list numbers stand: they share what they measure.
    """
    at = int(figure["char_start"] or 0) - int(figure["sentence_start"] or 0)
    between = sentence[sentence.index(measured) + len(measured) : at]
    return _PARTING.search(between) is not None and _DIGIT.search(between) is None


def _doubt_period(figure: Row) -> Iterator[Doubt]:
    """What speaks against the period: where it comes from, and where there should be one."""
    period = figure["period"]
    if figure["period_text"] and not period:
        words = f"the period is unresolved: “{figure['period_text']}”"
        yield Doubt("period unresolved", words, "period")
    if figure["period_basis"] == "context" and not _is_row(figure):
        words = f"the period is carried from another sentence: {period}"
        yield Doubt("period carried", words, "period")
    if period and figure["status"] != "observed":
        words = f"the period is of no observation: {period}"
        yield Doubt("period not past", words, "period")
    if figure["change"] and not period:
        words = f"no period says when the {figure['change']} was"
        yield Doubt("change undated", words, "period")


def _doubt_telling(figure: Row, home: str | None) -> Iterator[Doubt]:
    """What speaks against the status, the speaker and the place; `home` is the article's own."""
    place, sentence = figure["place_text"], _find_prose(figure)
    if figure["status"] != "observed":
        yield Doubt("not observed", f"it is no observation: {figure['status']}", "status")
    if figure["speaker_text"] and not figure["speaker"]:
        words = f"the speaker is unresolved: “{figure['speaker_text']}”"
        yield Doubt("speaker unresolved", words, "speaker")
    elif figure["quoted"] == "true" and not figure["speaker"]:
        yield Doubt("speaker unresolved", "it is quoted, and nobody is named", "speaker")
    if place and place != home and sentence is not None and place not in sentence:
        words = f"the place stands in another sentence: “{place}”"
        yield Doubt("place elsewhere", words, "place_text")


def _doubt_codes(figure: Row, measures: list[Row], home: str | None) -> Iterator[Doubt]:
    """Codes that a figure could have: what no measure counts, and where it all is, are no doubts.

    `home` is the article's own place: without a code there, the recipe lacks it, not the figure.
    """
    level = figure["change"] is None and figure["measured"] and not figure["measure"]
    if level and any(_can_be_of(figure, measure) for measure in measures):
        words = f"no measure's code for “{figure['measured']}”"
        yield Doubt("measure uncoded", words, "measure")
    if figure["place_text"] and not figure["place"] and figure["place_text"] != home:
        yield Doubt("place uncoded", f"no place's code for “{figure['place_text']}”", "place")


def _can_be_of(figure: Row, measure: Row) -> bool:
    """Whether a measure is of the figure's kind and unit, as far as it names them."""
    return measure["kind"] in (None, figure["kind"]) and measure["unit"] in (None, figure["unit"])
