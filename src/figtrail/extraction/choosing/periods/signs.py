"""The signs of a figure that tell which kind of period it takes, by where that is told."""

from __future__ import annotations

from figtrail.extraction.choosing.periods.stories import FEW, SOME, Story
from figtrail.extraction.choosing.sentences import (
    find_last_verbs,
    read_quoted,
    read_tag,
    read_word,
)
from figtrail.extraction.choosing.weights import Sign
from figtrail.extraction.tokens import HYPHENS


def find_verb(story: Story, at: int) -> str:
    """The last verb before a figure in its sentence, "" for none."""
    item = story.found[at]
    last = find_last_verbs(item.tokens)[item.reading.bound_start]
    return item.tokens.lowers[last] if last >= 0 else ""


def read_dated(story: Story, at: int) -> str:
    """What times the sentence of a figure names: one with a period, one without, none."""
    marks = story.passages[story.passage_of[at]].marks
    if any(mark.mention.period is not None for mark in marks):
        return "dated"
    return "vague" if marks else "no"


def read_signs(story: Story, at: int) -> list[Sign]:
    """The signs of a figure itself and of where it stands."""
    item, place = story.found[at], story.passage_of[at]
    tokens, kind = item.tokens, item.kind
    first, stop = item.reading.bound_start, item.reading.stop
    last = find_last_verbs(tokens)[first]
    verb, dated = find_verb(story, at), read_dated(story, at)
    beside = story.figures_of[place]
    depth = place - story.opening_of[place]
    before = story.found[at - 1].dating.basis if at else "-"
    joined = read_word(tokens, item.reading.number.stop) in HYPHENS
    return [
        ("kind", kind),
        ("unit", f"{kind} {item.unit}"),
        ("verb", verb),
        ("verb ending", f"{verb[-2:]} {tokens.tags[last] if last >= 0 else ''} {kind}"),
        ("word before", read_word(tokens, first - 1)),
        ("word behind", read_word(tokens, stop)),
        ("tags before", read_tag(tokens, first - 2) + read_tag(tokens, first - 1)),
        ("tags behind", read_tag(tokens, stop) + read_tag(tokens, stop + 1)),
        ("form", item.reading.number.form),
        ("bound", item.reading.bound),
        ("change", f"{kind} {item.change}"),
        ("status", item.status),
        ("whole", f"{item.reading.number.out_of is not None} {kind}"),
        ("quoted", f"{read_quoted(tokens)[first]} {kind}"),
        ("figures", f"{min(SOME, len(beside))} {min(FEW, at - beside[0])}"),
        ("head", item.phrase.rpartition(" ")[2].lower() if item.phrase else ""),
        ("noun", item.noun or ""),
        ("opening", tokens.lowers[0]),
        ("opening tags", read_tag(tokens, 0) + read_tag(tokens, 1)),
        ("joined", f"{joined} {kind}"),
        ("per", str(item.per)),
        ("depth", f"{min(depth, FEW)} {min(story.paragraph_of[place], SOME)} {dated}"),
        ("dated", f"{dated} {kind}"),
        ("located", str(item.located)),
        ("figure before", f"{before} {kind}"),
    ]
