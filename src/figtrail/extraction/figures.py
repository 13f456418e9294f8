"""Readings in their context → figures: measured, place, period, speaker, status, change."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from decimal import Decimal

from figtrail.extraction.changes import find_change
from figtrail.extraction.currencies import resolve_currency
from figtrail.extraction.dating import Dating, link_periods
from figtrail.extraction.measured import Measured, Site, find_measured
from figtrail.extraction.periods import DateContext, PeriodMention, find_periods
from figtrail.extraction.phrases import unit_of_noun
from figtrail.extraction.places import Places
from figtrail.extraction.quantities import Reading, interval, read_quantities
from figtrail.extraction.rate_nouns import holder_rate
from figtrail.extraction.relations import relate_figures
from figtrail.extraction.scanning import scan_sentences
from figtrail.extraction.speakers import Speakers
from figtrail.extraction.statuses import find_status
from figtrail.extraction.tokens import Tokens, tokenise
from figtrail.identifiers import identify_figures
from figtrail.model import Change, Document, Extraction, Figure, Sentence, Span, Status

_FURTHER = frozenset("further another additional extra".split())


@dataclass(frozen=True, slots=True)
class Found:
    """A reading with its context, before it becomes a figure; `noun` is the unit of its noun."""

    paragraph: int
    sentence: Sentence
    tokens: Tokens
    reading: Reading
    start: int
    end: int
    unit: str
    noun: str | None
    per: str | None
    per_quantity: Decimal | None
    change: Change | None
    measured: str | None
    status: Status
    dating: Dating


def extract_figures(document: Document) -> Extraction:
    """Find and normalise every figure that a document states.

    A pure function of the text, its date bounds, its place and its nation. Figures come in the
    order of the text, with the relations between them.
    """
    found: list[Found] = []
    dates = DateContext(
        document.published_earliest, document.published_latest, document.nation
    )
    for paragraph, sentence in scan_sentences(document.text):
        found += _read_sentence(document, paragraph, sentence, dates, found)
    if not found:
        return Extraction((), ())
    figures = _make_figures(document, found)
    return Extraction(figures, relate_figures(figures, found))


def _read_sentence(
    document: Document,
    paragraph: int,
    sentence: Sentence,
    dates: DateContext,
    earlier: list[Found],
) -> list[Found]:
    previous = next(
        (item.dating.period for item in reversed(earlier) if item.dating.period), None
    )
    mentions = find_periods(sentence.text, dates, previous)
    masked = [(mention.start, mention.end) for mention in mentions if mention.masks]
    tokens = tokenise(sentence.text)
    readings = read_quantities(tokens, masked)
    if not readings:
        return []
    datings = link_periods(tokens, readings, mentions, _carried(earlier, paragraph, sentence))
    found: list[Found] = []
    for at, reading in enumerate(readings):
        found.append(
            _put_in_context(
                document,
                paragraph,
                sentence,
                tokens,
                readings,
                at,
                mentions,
                datings[at],
                earlier,
                found,
            )
        )
    return found


def _carried(earlier: list[Found], paragraph: int, sentence: Sentence) -> Found | None:
    """The last figure before this sentence, whose period may carry over to it."""
    return earlier[-1] if earlier else None


def _put_in_context(
    document: Document,
    paragraph: int,
    sentence: Sentence,
    tokens: Tokens,
    readings: list[Reading],
    at: int,
    mentions: list[PeriodMention],
    dating: Dating,
    earlier: list[Found],
    here: list[Found],
) -> Found:
    reading = readings[at]
    number = reading.number
    limit = _limit(tokens, readings, at, mentions)
    kind = "multiple" if number.form == "multiple" else reading.kind
    floor = readings[at - 1].after if at else 0
    site = Site(number, kind, reading.bound_start, reading.after, limit, floor)
    measured = find_measured(tokens, site, reading.phrase)
    text, noun = _name(tokens, measured)
    antecedent = _antecedent(earlier, here, paragraph, sentence) if text is None else None
    if antecedent is not None:
        text, noun = antecedent.measured, antecedent.noun
    unit = reading.unit
    if unit is None:
        unit = noun or (antecedent.unit if antecedent is not None else None) or "item"
    if number.currency == "" or number.currency is not None:
        unit = resolve_currency(number.currency or "", document)
    per = reading.rate.per if reading.rate is not None else None
    quantity = reading.rate.quantity if reading.rate is not None else None
    if per is None:
        per = _shared_rate(tokens, reading, unit, here)
    if per is None and measured is not None:
        holder = holder_rate(tokens, measured, reading.bound_start)
        if holder is not None:
            unit, per = holder
    change = find_change(
        tokens, number, reading.bound_start, reading.kind, reading.after
    )
    return Found(
        paragraph,
        sentence,
        tokens,
        reading,
        sentence.start + number.start,
        sentence.start + number.end,
        unit,
        noun,
        per,
        quantity,
        change,
        text,
        find_status(tokens, number, reading.bound_start),
        dating,
    )


def _limit(
    tokens: Tokens, readings: list[Reading], at: int, mentions: list[PeriodMention]
) -> int:
    limit = len(tokens)
    if at + 1 < len(readings):
        limit = readings[at + 1].bound_start
    for mention in mentions:
        if mention.start >= readings[at].number.end:
            limit = min(limit, bisect_left(tokens.starts, mention.start))
            break
    return limit


def _name(tokens: Tokens, measured: Measured | None) -> tuple[str | None, str | None]:
    """The measured words and the unit of their head noun."""
    if measured is None or measured.start >= measured.stop:
        return None, None
    text = tokens.text[tokens.starts[measured.start] : tokens.ends[measured.stop - 1]]
    noun = unit_of_noun(tokens.lowers[measured.head]) if measured.head is not None else None
    return text, noun


def _antecedent(
    earlier: list[Found], here: list[Found], paragraph: int, sentence: Sentence
) -> Found | None:
    """The figure whose noun an elided one shares: in this sentence, else just before it."""
    for item in reversed(here):
        if item.measured is not None:
            return item
    for item in reversed(earlier[-3:]):
        if item.measured is not None and sentence.start - item.sentence.end < 400:
            return item
    return None


def _shared_rate(
    tokens: Tokens, reading: Reading, unit: str, here: list[Found]
) -> str | None:
    """The denominator of "£2m per year … and a further £3m": the later sum shares it."""
    first = reading.number.first
    if not here or here[-1].unit != unit or here[-1].per is None:
        return None
    if _FURTHER.isdisjoint(tokens.lowers[max(0, first - 2) : first]):
        return None
    return here[-1].per


def _make_figures(document: Document, found: list[Found]) -> tuple[Figure, ...]:
    text = document.text
    spans = [Span(item.start, item.end) for item in found]
    ids = identify_figures(document.source_id, text, spans)
    speakers = Speakers(text)
    places = Places(text, document.place, document.nation)
    figures: list[Figure] = []
    for figure_id, item in zip(ids, found, strict=True):
        sentence = item.sentence
        said = speakers.attribute(item.start, item.end, sentence.start, sentence.end)
        value, low, high = interval(item.reading)
        share = item.reading.kind in ("count", "rate") and item.per is not None
        figures.append(
            Figure(
                figure_id=figure_id,
                source_id=document.source_id,
                char_start=item.start,
                char_end=item.end,
                quote=text[item.start : item.end],
                value=value,
                low=low,
                high=high,
                bound=item.reading.bound,
                kind="rate" if share else item.reading.kind,
                unit=item.unit,
                per=item.per,
                per_quantity=item.per_quantity,
                out_of=item.reading.number.out_of,
                change=item.change,
                measured=item.measured,
                place_text=places.locate(item.start, item.end, sentence.start, sentence.end),
                period=item.dating.period,
                period_text=item.dating.text,
                period_basis=item.dating.basis,
                status=item.status,
                speaker=said.speaker,
                speaker_text=said.speaker_text,
                quoted=said.quoted,
                sentence=sentence.text,
                sentence_start=sentence.start,
                rule=item.reading.number.rule,
            )
        )
    return tuple(figures)
