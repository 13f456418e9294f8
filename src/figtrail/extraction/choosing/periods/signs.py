"""The signs of a figure that tell which kind of period it takes, by where that is told."""

from __future__ import annotations

from figtrail.extraction.choosing.periods.figures import describe_figure
from figtrail.extraction.choosing.periods.stories import FEW, SOME, Story
from figtrail.extraction.choosing.weights import Sign


def read_dated(story: Story, at: int) -> str:
    """What times the sentence of a figure names: one with a period, one without, none."""
    marks = story.passages[story.passage_of[at]].marks
    if any(mark.mention.period is not None for mark in marks):
        return "dated"
    return "vague" if marks else "no"


def read_signs(story: Story, at: int) -> list[Sign]:
    """The signs of a figure itself and of where it stands."""
    item, place = story.found[at], story.passage_of[at]
    kind, dated = item.kind, read_dated(story, at)
    depth = place - story.opening_of[place]
    before = story.found[at - 1].dating.basis if at else "-"
    return [
        *describe_figure(story, at),
        ("per", str(item.per)),
        ("depth", f"{min(depth, FEW)} {min(story.paragraph_of[place], SOME)} {dated}"),
        ("dated", f"{dated} {kind}"),
        ("located", str(item.located)),
        ("figure before", f"{before} {kind}"),
    ]
