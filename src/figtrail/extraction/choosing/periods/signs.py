"""The signs of a figure that tell which kind of period it takes, by where that is told."""

from __future__ import annotations

from figtrail.extraction.choosing.periods.stories import FEW, SOME, Story, sketch
from figtrail.extraction.choosing.weights import Sign
from figtrail.extraction.choosing.words import read_tag, read_word
from figtrail.extraction.tokens import HYPHENS


def find_bounds(story: Story, at: int) -> tuple[int, int]:
    """The token bounds of a figure with its bound and its unit, stop exclusive."""
    reading = story.found[at].reading
    return reading.bound_start, max(reading.number.stop, reading.unit_stop)


def find_verb(story: Story, at: int) -> str:
    """The last verb before a figure in its sentence, "" for none."""
    item = story.found[at]
    last = sketch(story.passages[story.places[at]]).last_verbs[item.reading.bound_start]
    return item.tokens.lowers[last] if last >= 0 else ""


def read_dated(story: Story, at: int) -> str:
    """What times the sentence of a figure names: one with a period, one without, none."""
    marks = story.passages[story.places[at]].marks
    if any(mark.mention.period is not None for mark in marks):
        return "dated"
    return "vague" if marks else "no"


def read_signs(story: Story, at: int) -> list[Sign]:
    """The signs of a figure itself and of where it stands."""
    item, place = story.found[at], story.places[at]
    tokens, kind = item.tokens, item.kind
    lowers, tags = tokens.lowers, tokens.tags
    outline = sketch(story.passages[place])
    first, stop = find_bounds(story, at)
    last = outline.last_verbs[first]
    verb = find_verb(story, at)
    dated = read_dated(story, at)
    beside = story.figures[place]
    depth = place - story.openings[place]
    before = story.found[at - 1].dating.basis if at else "-"
    head = item.phrase.rpartition(" ")[2].lower() if item.phrase else ""
    joined = read_word(tokens, item.reading.number.stop) in HYPHENS
    return [
        ("kind", kind),
        ("unit", f"{kind} {item.unit}"),
        ("verb", verb),
        ("verb ending", f"{verb[-2:]} {tags[last] if last >= 0 else ''} {kind}"),
        ("word before", read_word(tokens, first - 1)),
        ("word behind", read_word(tokens, stop)),
        ("tags before", read_tag(tokens, first - 2) + read_tag(tokens, first - 1)),
        ("tags behind", read_tag(tokens, stop) + read_tag(tokens, stop + 1)),
        ("form", item.reading.number.form),
        ("bound", item.reading.bound),
        ("change", f"{kind} {item.change}"),
        ("status", item.status),
        ("per", str(item.per)),
        ("whole", f"{item.reading.number.out_of is not None} {kind}"),
        ("quoted", f"{outline.quoted[first]} {kind}"),
        ("depth", f"{min(depth, FEW)} {min(story.paragraphs[place], SOME)} {dated}"),
        ("dated", f"{dated} {kind}"),
        ("figures", f"{min(SOME, len(beside))} {min(FEW, at - beside[0])}"),
        ("head", head),
        ("noun", item.noun or ""),
        ("opening", lowers[0]),
        ("opening tags", read_tag(tokens, 0) + read_tag(tokens, 1)),
        ("joined", f"{joined} {kind}"),
        ("located", str(item.located)),
        ("figure before", f"{before} {kind}"),
    ]
