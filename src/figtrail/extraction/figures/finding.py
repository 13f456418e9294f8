"""Readings in their context → figures: measured, place, period, speaker, status, change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from figtrail.extraction.choosing import (
    CHOICES,
    Choices,
    Passage,
    Setting,
    tell_story,
)
from figtrail.extraction.dating import (
    UNDATED,
    Dating,
    Thread,
    keep_latest,
    link_periods,
    mark_mentions,
    reach_thread,
)
from figtrail.extraction.elision import Unit
from figtrail.extraction.elision.heads import noun_unit
from figtrail.extraction.figures.carrying import find_alike, find_restated
from figtrail.extraction.figures.cells import find_in_cell, locate_figure
from figtrail.extraction.figures.coming import look_ahead
from figtrail.extraction.figures.contexts import read_context
from figtrail.extraction.figures.continuity import is_continued
from figtrail.extraction.figures.currencies import name_currencies
from figtrail.extraction.figures.levels import find_antecedent
from figtrail.extraction.figures.measuring import (
    holds_adverb,
    is_elided,
    measure_reading,
    measure_unshared,
)
from figtrail.extraction.figures.ordering import order_periods
from figtrail.extraction.figures.pronouns import find_referent, find_them
from figtrail.extraction.figures.proving import find_stretch, keep_proved
from figtrail.extraction.figures.rows import find_in_row
from figtrail.extraction.figures.scenes import Scene, read_scene
from figtrail.extraction.figures.settings import is_located
from figtrail.extraction.figures.sharing import find_unit
from figtrail.extraction.figures.speeds import read_speed
from figtrail.extraction.figures.tonnes import read_in_metric
from figtrail.extraction.figures.totals import drop_carried
from figtrail.extraction.figures.wording import join_words
from figtrail.extraction.found import Found
from figtrail.extraction.measured import Measured
from figtrail.extraction.periods import (
    DateContext,
    counts_own_quarters,
    find_fiscal_start,
)
from figtrail.extraction.places import Places
from figtrail.extraction.quantities import Reading, interval
from figtrail.extraction.relations import relate_figures
from figtrail.extraction.scanning import scan_sentences
from figtrail.extraction.speakers import Speakers
from figtrail.extraction.tables import Tables
from figtrail.identifiers import identify_figures
from figtrail.model import Document, Extraction, Figure, Span
from figtrail.plain import Plain

# How many figures before a sentence it may have a denominator from.
_CARRIED = 3
# How many figures before it are looked at for the phrase of one.
_LOOKED_AT = 4


class _Told(NamedTuple):
    """The phrase that the rules take: its words, where it stands in this sentence, and how."""

    text: str | None
    measured: Measured | None
    rule: str


def extract_figures(document: Document, choices: Choices = CHOICES) -> Extraction:
    """Find and normalise every figure that a document states.

    A pure function of the text, its date bounds, its place and its nation. Figures come in the
    order of the text, with the relations between them. `choices` say what rules leave open.
    """
    written, plain = document.text, Plain(document.text)
    sentences = list(scan_sentences(plain.text))
    if not sentences:
        return Extraction((), ())
    document = replace(document, text=plain.text)
    found: list[Found] = []
    passages: list[Passage] = []
    dates = DateContext(
        document.published_earliest,
        document.published_latest,
        document.nation,
        find_fiscal_start(document.text),
        counts_own_quarters(document.text),
    )
    tables = Tables(plain, written, dates)
    tabled: list[Found] = []
    thread: Thread | None = None
    period: str | None = None
    for paragraph, sentence in sentences:
        cell = tables.find(sentence.start)
        if cell is not None and not cell.tells:
            scene = read_scene(document, paragraph, sentence, dates, period)
            tabled += find_in_cell(scene, tables, cell)
            continue
        thread = reach_thread(thread, document.text, paragraph, sentence.start)
        previous = thread.period if thread is not None and thread.period else period
        scene = read_scene(document, paragraph, sentence, dates, previous)
        starts = [reading.bound_start for reading in scene.readings]
        marks = mark_mentions(scene.tokens, scene.mentions, starts)
        datings, thread = link_periods(
            scene.tokens,
            scene.readings,
            marks,
            thread,
            paragraph,
            sentence.end,
            document.published_latest,
        )
        here: list[Found] = []
        for at, dating in enumerate(datings):
            here.append(_put_in_context(scene, at, dating, found, here, choices.phrase))
        spoken = keep_latest(datings)
        period = spoken[-1] if spoken else period
        dates = _add_told(dates, keep_latest(one for one in datings if one.text is not None))
        found += here
        passages.append(Passage(paragraph, sentence, scene.tokens, marks))
    if not found and not tabled:
        return Extraction((), ())
    proved = keep_proved(found, written, plain)
    dated = choices.periods(tell_story(passages, proved, document.published_latest))
    stated = sorted((*dated, *keep_proved(tabled, written, plain)), key=_start)
    figures = _make_figures(document, stated, written, plain)
    told = [figure for figure, item in zip(figures, stated, strict=True) if item.tabled is None]
    relations = relate_figures(told, dated)
    return Extraction(order_periods(figures, relations), relations)


def _start(item: Found) -> int:
    return item.start


def _add_told(dates: DateContext, stated: Sequence[str]) -> DateContext:
    """What is known of the document, with the periods that a sentence has stated."""
    told = dict.fromkeys((*dates.told, *stated))
    return dates if len(told) == len(dates.told) else dates._replace(told=tuple(told))


def _put_in_context(
    scene: Scene,
    at: int,
    dating: Dating,
    earlier: list[Found],
    here: list[Found],
    choose: Callable[[Setting], str | None],
) -> Found:
    tokens, reading = scene.tokens, scene.readings[at]
    number = reading.number
    measured = measure_reading(scene, at)
    row = find_in_row(scene, at, earlier, here)
    if row is not None:
        measured = None
    nearest = row or find_antecedent(scene, at, earlier, here)
    if measured is not None:
        nearest = find_alike(reading, measured, nearest, earlier[-4:] + here)
    if measured is not None and is_continued(tokens, reading, measured, nearest):
        measured = None
    if measured is not None and holds_adverb(tokens, measured, dating):
        dating = UNDATED
    noun = noun_unit(tokens, measured, reading.bound_start)
    told = _Told(join_words(tokens, measured), measured, measured.rule if measured else "")
    if told.text is None and (them := find_them(scene, reading, nearest)) is not None:
        told, noun = _Told(them[0], None, "them"), them[1]
    if told.text is None:
        told = _find_elsewhere(scene, reading, nearest, earlier, here)
    if row is not None:
        unit = Unit(row.kind, row.unit, row.per, row.per_quantity)
    else:
        unit = find_unit(scene, reading, measured, noun, nearest, earlier, here)
    unit = drop_carried(tokens, reading, unit, dating, earlier[-_CARRIED:] + here)
    unit = name_currencies(scene, at, unit, told.text, earlier, here)
    unit = read_speed(scene, at, read_in_metric(scene, unit))
    status, change = read_context(scene, reading, earlier, here)
    status = look_ahead(scene, reading, dating, status)
    start = scene.sentence.start + number.start
    setting = Setting(
        tokens,
        scene.readings,
        at,
        scene.mentions,
        start,
        unit.kind,
        unit.unit,
        unit.per,
        change,
        told.text,
        told.measured,
        told.rule,
        nearest,
        [*earlier[-_LOOKED_AT:], *here[-_LOOKED_AT:]][-_LOOKED_AT:],
        len(here),
    )
    return Found(
        scene.paragraph,
        scene.sentence,
        tokens,
        reading,
        start,
        scene.sentence.start + number.end,
        unit.kind,
        unit.unit,
        noun or (nearest.noun if nearest is not None and is_elided(tokens, measured) else None),
        unit.per,
        unit.per_quantity,
        change,
        told.text,
        choose(setting),
        status,
        dating,
        is_located(tokens, reading, unit.kind),
    )


def _find_elsewhere(
    scene: Scene,
    reading: Reading,
    nearest: Found | None,
    earlier: list[Found],
    here: list[Found],
) -> _Told:
    """What a number measures that has no phrase of its own: what it stands for, or goes on with."""
    referent = find_referent(scene, reading, nearest, here)
    if referent is not None:
        return _Told(referent, None, "referent")
    unshared = measure_unshared(scene, reading, nearest, here)
    if unshared is not None:
        return _Told(join_words(scene.tokens, unshared), unshared, "unshared")
    if nearest is None:
        return _Told(None, None, "")
    restated = find_restated(reading, earlier, here)
    if restated is not None:
        return _Told(restated.phrase, None, "restated")
    return _Told(nearest.phrase, None, "carried")


def _make_figures(
    document: Document, found: list[Found], written: str, plain: Plain
) -> tuple[Figure, ...]:
    """The figures found in what was read, with quotes and sentences as they are `written`."""
    spans = [Span(*plain.span(item.start, item.end)) for item in found]
    ids = identify_figures(document.source_id, written, spans)
    speakers = Speakers(document.text)
    places = Places(document.text, document.place, document.nation)
    figures: list[Figure] = []
    for figure_id, span, item in zip(ids, spans, found, strict=True):
        sentence = item.sentence
        begin, end = find_stretch(item, written, plain)
        said = speakers.attribute(item.start, item.end, sentence.start, sentence.end)
        value, low, high = interval(item.reading)
        figures.append(
            Figure(
                figure_id=figure_id,
                source_id=document.source_id,
                char_start=span.start,
                char_end=span.end,
                quote=written[span.start : span.end],
                value=value,
                low=low,
                high=high,
                bound=item.reading.bound,
                kind=item.kind,
                unit=item.unit,
                per=item.per,
                per_quantity=item.per_quantity,
                out_of=item.reading.number.out_of,
                change=item.change,
                measured=item.phrase,
                place_text=locate_figure(places, item),
                period=item.dating.period,
                period_text=item.dating.text,
                period_basis=item.dating.basis,
                status=item.status,
                speaker=said.speaker,
                speaker_text=said.speaker_text,
                quoted=said.quoted,
                sentence=written[begin:end],
                sentence_start=begin,
                rule=item.reading.number.rule,
            )
        )
    return tuple(figures)
