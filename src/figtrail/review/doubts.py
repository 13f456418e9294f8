"""What speaks for looking at a figure again: doubts in words, each with its points."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from figtrail.snapshots import Row, Snapshot

Reason = Literal[
    "inconsistent",
    "differs",
    "period unresolved",
    "nothing measured",
    "speaker unresolved",
    "period carried",
    "noun inherited",
    "nothing counted",
    "measure uncoded",
    "place uncoded",
    "rare rule",
]

POINTS: Mapping[Reason, int] = {
    "inconsistent": 5,
    "differs": 4,
    "period unresolved": 3,
    "nothing measured": 2,
    "speaker unresolved": 2,
    "period carried": 1,
    "noun inherited": 1,
    "nothing counted": 1,
    "measure uncoded": 1,
    "place uncoded": 1,
    "rare rule": 1,
}
"""How much each doubt weighs; a figure's score is the sum of its own."""

RARE = 20
"""A rule is rare where it has read at most one in so many of the figures."""


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
    rules = Counter(row["rule"] for row in package.rows("figures"))
    measures = list(package.rows("measures"))
    own = {row["source_id"]: row["place"] for row in package.rows("sources")}
    candidates = []
    for figure in package.rows("figures"):
        if figure["review"] != "automatic":
            continue
        doubts = (
            *_doubt_checks(figure, checks[figure["figure_id"]]),
            *_doubt_context(figure),
            *_doubt_codes(figure, measures, own.get(figure["source_id"])),
            *_doubt_rule(figure, rules),
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


def _doubt_context(figure: Row) -> Iterator[Doubt]:
    measured, sentence = figure["measured"], figure["sentence"]
    if figure["period_text"] and not figure["period"]:
        words = f"the period is unresolved: “{figure['period_text']}”"
        yield Doubt("period unresolved", words, "period")
    if figure["period_basis"] == "context":
        words = f"the period is carried from another sentence: {figure['period']}"
        yield Doubt("period carried", words, "period")
    if measured is None:
        yield Doubt("nothing measured", "no words say what is measured", "measured")
    elif sentence is not None and measured not in sentence:
        words = f"what is measured stands in another sentence: “{measured}”"
        yield Doubt("noun inherited", words, "measured")
    if figure["unit"] == "item":
        yield Doubt("nothing counted", "no noun says what is counted: unit item", "unit")
    if figure["speaker_text"] and not figure["speaker"]:
        words = f"the speaker is unresolved: “{figure['speaker_text']}”"
        yield Doubt("speaker unresolved", words, "speaker")


def _doubt_codes(figure: Row, measures: list[Row], own: str | None) -> Iterator[Doubt]:
    """Codes that a figure could have: what no measure counts, and where it all is, are no doubts.

    `own` is the article's own place: without a code there, the recipe lacks it, not the figure.
    """
    level = figure["change"] is None and figure["measured"] and not figure["measure"]
    if level and any(_can_be_of(figure, measure) for measure in measures):
        words = f"no measure's code for “{figure['measured']}”"
        yield Doubt("measure uncoded", words, "measure")
    if figure["place_text"] and not figure["place"] and figure["place_text"] != own:
        yield Doubt("place uncoded", f"no place's code for “{figure['place_text']}”", "place")


def _can_be_of(figure: Row, measure: Row) -> bool:
    """Whether a measure is of the figure's kind and unit, as far as it names them."""
    return measure["kind"] in (None, figure["kind"]) and measure["unit"] in (None, figure["unit"])


def _doubt_rule(figure: Row, rules: Mapping[str | None, int]) -> Iterator[Doubt]:
    count, total = rules[figure["rule"]], sum(rules.values())
    if count * RARE <= total:
        words = f"read by a rule that is rare here: {figure['rule']} ({count} of {total})"
        yield Doubt("rare rule", words, None)
