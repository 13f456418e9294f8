"""Readings in their context → figures: measured, place, period, speaker, status, change."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from figtrail.extraction.changes import find_change
from figtrail.extraction.currencies import find_letters, resolve_currency
from figtrail.extraction.dating import UNDATED, Dating, Thread, link_periods, reach_thread
from figtrail.extraction.elision import Unit, befalls_persons, is_amount, noun_unit, resolve_unit
from figtrail.extraction.found import Found
from figtrail.extraction.measured import Measured, Site, find_measured
from figtrail.extraction.numbers import find_numbers
from figtrail.extraction.periods import DateContext, PeriodMention, find_periods
from figtrail.extraction.places import Places
from figtrail.extraction.quantities import (
    Reading,
    interval,
    make_quantity,
    read_quantities,
)
from figtrail.extraction.rate_nouns import (
    find_each,
    find_each_subject,
    find_holder_rate,
    find_subject_rate,
)
from figtrail.extraction.relations import relate_figures
from figtrail.extraction.scanning import scan_sentences
from figtrail.extraction.speakers import Speakers
from figtrail.extraction.statuses import find_status
from figtrail.extraction.tokens import Tokens, tokenise
from figtrail.identifiers import identify_figures
from figtrail.model import (
    Document,
    Extraction,
    Figure,
    Quantity,
    Sentence,
    Span,
)

# How far back, in code points, an elided noun is looked for.
_REACH = 400
_ALL_LETTERS = frozenset(("R", "N", "P", "K"))
_COMPARING = frozenset("against from than versus".split())
_OWN_SUM = frozenset("further another additional extra total".split())
_FURTHER = frozenset("further another additional extra".split())


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence that states figures, with what its readings share."""

    document: Document
    paragraph: int
    sentence: Sentence
    tokens: Tokens
    readings: list[Reading]
    mentions: list[PeriodMention]


def extract_figures(document: Document) -> Extraction:
    """Find and normalise every figure that a document states.

    A pure function of the text, its date bounds, its place and its nation. Figures come in the
    order of the text, with the relations between them.
    """
    found: list[Found] = []
    dates = DateContext(document.published_earliest, document.published_latest, document.nation)
    letters = find_letters(document)
    thread: Thread | None = None
    period: str | None = None
    for paragraph, sentence in scan_sentences(document.text):
        thread = reach_thread(thread, document.text, paragraph, sentence.start)
        previous = thread.period if thread is not None and thread.period else period
        scene = _read_scene(document, paragraph, sentence, dates, letters, previous)
        datings, thread = link_periods(
            scene.tokens, scene.readings, scene.mentions, thread, paragraph, sentence.end
        )
        here: list[Found] = []
        for at, dating in enumerate(datings):
            here.append(_put_in_context(scene, at, dating, found, here))
            period = dating.period or period
        found += here
    if not found:
        return Extraction((), ())
    figures = _make_figures(document, found)
    return Extraction(figures, relate_figures(figures, found))


def _read_scene(
    document: Document,
    paragraph: int,
    sentence: Sentence,
    dates: DateContext,
    letters: frozenset[str],
    previous: str | None,
) -> Scene:
    mentions = find_periods(sentence.text, dates, previous)
    tokens = tokenise(sentence.text)
    masked = [(mention.start, mention.end) for mention in mentions if mention.masks]
    openings = frozenset(bisect_left(tokens.starts, mention.start) for mention in mentions)
    numbers = find_numbers(tokens, letters)
    readings = read_quantities(tokens, numbers, masked, openings)
    return Scene(document, paragraph, sentence, tokens, readings, mentions)


def read_quantity(sentence: str, start: int, end: int) -> Quantity | None:
    """Read again the quantity whose quote is `sentence[start:end]`; None where none stands there.

    This is the reading that provenance is proved with, so it goes by the sentence alone.
    """
    tokens = tokenise(sentence)
    mentions = find_periods(sentence, DateContext())
    masked = [(mention.start, mention.end) for mention in mentions if mention.masks]
    openings = frozenset(bisect_left(tokens.starts, mention.start) for mention in mentions)
    for letters in (_ALL_LETTERS, frozenset[str]()):
        for reading in read_quantities(tokens, find_numbers(tokens, letters), masked, openings):
            if (reading.number.start, reading.number.end) == (start, end):
                return make_quantity(reading)
    return None


def _put_in_context(
    scene: Scene, at: int, dating: Dating, earlier: list[Found], here: list[Found]
) -> Found:
    tokens, reading = scene.tokens, scene.readings[at]
    number = reading.number
    measured = _find_measured(scene, at)
    nearest = _antecedent(earlier, here, scene.sentence)
    if measured is not None and _is_continued(tokens, reading, measured, nearest):
        measured = None
    text = _words(tokens, measured)
    if measured is not None and _holds_adverb(tokens, measured, dating):
        dating = UNDATED
    noun = noun_unit(tokens, measured)
    if text is None and nearest is not None:
        text = nearest.measured
    unit = _unit(scene, reading, measured, noun, nearest, earlier, here)
    if number.currency is not None:
        unit = unit._replace(unit=resolve_currency(number.currency, scene.document))
    elif unit.kind == "ratio" and is_amount(unit.unit, text):
        unit = unit._replace(unit=_find_currency(scene, at, earlier, here) or unit.unit)
    change = find_change(tokens, number, reading.bound_start, reading.kind, reading.unit_stop)
    return Found(
        scene.paragraph,
        scene.sentence,
        tokens,
        reading,
        scene.sentence.start + number.start,
        scene.sentence.start + number.end,
        unit.kind,
        unit.unit,
        noun or (nearest.noun if nearest is not None and _is_elided(tokens, measured) else None),
        unit.per,
        unit.per_quantity,
        change,
        text,
        find_status(tokens, number, reading.bound_start),
        dating,
    )


def _is_continued(
    tokens: Tokens, reading: Reading, measured: Measured, nearest: Found | None
) -> bool:
    """Whether a bare count after a verb goes on counting what the figure before counted."""
    if measured.rule == "named":
        # "Labour is on 44%, the Greens 10%" says what is measured; "Lagos got 220, Kano 180" where.
        return nearest is None or nearest.measured is None or not _is_name(nearest.measured)
    return (
        measured.rule == "clause"
        and not befalls_persons(tokens, measured)
        and reading.kind == "count"
        and reading.unit is None
        and nearest is not None
        and nearest.kind == "count"
    )


def _is_name(words: str) -> bool:
    return words[0].isupper() and all(
        word[0].isupper() or word in ("of", "the", "and")
        for word in words.split()
        if word[0].isalpha()
    )


def _is_elided(tokens: Tokens, measured: Measured | None) -> bool:
    return measured is None or (
        measured.head is not None and tokens.lowers[measured.head] == "numbers"
    )


def _holds_adverb(tokens: Tokens, measured: Measured, dating: Dating) -> bool:
    """Whether the words that date a figure are an adverb of its noun: "children currently in care".

    An adverb of the verb dates it: "children are now in care".
    """
    if dating.text is None or dating.period is not None:
        return False
    inside = range(measured.start + 1, measured.stop)
    return any(
        tokens.words[at] == dating.text and tokens.tags[at - 1] not in "AVE" for at in inside
    )


def _find_measured(scene: Scene, at: int) -> Measured | None:
    reading = scene.readings[at]
    tokens = scene.tokens
    limit = len(tokens)
    if at + 1 < len(scene.readings):
        limit = scene.readings[at + 1].bound_start
    mentions = scene.mentions
    ahead = bisect_left(mentions, reading.number.end, key=_start)
    skipped = reading.after
    if ahead < len(mentions) and reading.kind == "money" and skipped < len(tokens):
        # "Spend $2bn this year on a plant": what dates a sum may stand before its purpose.
        beside = mentions[ahead]
        if beside.start == tokens.starts[skipped]:
            past = bisect_left(tokens.starts, beside.end)
            if past < len(tokens) and tokens.lowers[past] in ("on", "for", "in", "to", "towards"):
                skipped, ahead = past, ahead + 1
    while ahead < len(mentions) and _is_adverb(tokens, mentions[ahead]):
        ahead += 1
    if ahead < len(mentions):
        limit = min(limit, bisect_left(tokens.starts, mentions[ahead].start))
    rate = reading.rate
    if rate is not None and rate.start > reading.number.first and reading.phrase is not None:
        limit = max(min(limit, rate.start), reading.phrase.core_stop)
    kind = "multiple" if reading.unit == "times" else reading.kind
    floor = scene.readings[at - 1].unit_stop if at else 0
    after = skipped
    if reading.unit_stop < len(tokens) and tokens.lowers[reading.unit_stop] == "of":
        after = reading.unit_stop
    reach = max(limit, _find_reach(scene, at, ahead))
    site = Site(reading.number, kind, reading.bound_start, after, limit, floor, reach)
    measured = find_measured(tokens, site, reading.phrase)
    if measured is None or measured.start >= measured.stop:
        return None
    return _without_periods(tokens, measured, scene.mentions)


def _find_reach(scene: Scene, at: int, ahead: int) -> int:
    """Where what is said of a number must end: at the next figure that isn't part of it.

    "1,907 had waited for more than 52 weeks": a duration or a length belongs to what is said.
    """
    tokens = scene.tokens
    stop = len(tokens)
    for later in scene.readings[at + 1 :]:
        if later.kind not in ("duration", "measurement"):
            stop = later.bound_start
            break
    if ahead < len(scene.mentions):
        stop = min(stop, bisect_left(tokens.starts, scene.mentions[ahead].start))
    return stop


def _is_adverb(tokens: Tokens, mention: PeriodMention) -> bool:
    """Whether a mention is one word inside a phrase: "children currently in care"."""
    return mention.role == "vague" and " " not in tokens.text[mention.start : mention.end]


def _start(mention: PeriodMention) -> int:
    return mention.start


def _without_periods(
    tokens: Tokens, measured: Measured, mentions: list[PeriodMention]
) -> Measured | None:
    """Cut a temporal expression off the start or the end of a measured phrase."""
    start, stop = measured.start, measured.stop
    for mention in mentions:
        first = bisect_left(tokens.starts, mention.start)
        last = bisect_left(tokens.starts, mention.end)
        if first <= start < last:
            start = last
        elif start < first < stop <= last:
            stop = first
    while start < stop and tokens.tags[start] in ".DC":
        start += 1
    while start < stop and tokens.tags[stop - 1] in ".PDC":
        stop -= 1
    return measured._replace(start=start, stop=stop) if start < stop else None


def _words(tokens: Tokens, measured: Measured | None) -> str | None:
    if measured is None:
        return None
    return tokens.text[tokens.starts[measured.start] : tokens.ends[measured.stop - 1]]


def _unit(
    scene: Scene,
    reading: Reading,
    measured: Measured | None,
    noun: str | None,
    nearest: Found | None,
    earlier: list[Found],
    here: list[Found],
) -> Unit:
    tokens = scene.tokens
    unit = resolve_unit(
        tokens,
        reading,
        measured,
        noun,
        nearest,
        scene.document.nation,
        beside=bool(here) and nearest is here[-1],
    )
    if unit.per is not None:
        if unit.kind in ("count", "measurement", "duration"):
            return unit._replace(kind="rate")
        return unit
    shared = _shared_rate(tokens, reading, unit, here)
    if shared is None and unit.kind == "money":
        shared = find_each(tokens, reading.unit_stop)
    another = not _OWN_SUM.isdisjoint(
        tokens.lowers[max(0, reading.number.first - 2) : reading.number.first]
    )
    if shared is None and measured is None and reading.number.currency and not another:
        shared = _price_rate(nearest, earlier[-3:] + here)
    if shared is not None:
        return unit._replace(per=shared)
    each = find_each_subject(tokens, reading.number.first)
    if (
        each is not None
        and tokens.lowers[reading.bound_start - 1] != "of"
        and unit.kind in ("count", "measurement", "duration", "money")
    ):
        return unit._replace(per=each, kind="money" if unit.kind == "money" else "rate")
    if measured is not None:
        holder = find_holder_rate(tokens, measured, reading.bound_start)
        if holder is not None and unit.kind == "count":
            return Unit("rate", holder[0], holder[1])
        per = find_subject_rate(tokens, measured, unit.kind)
        if per is not None:
            return unit._replace(per=per, kind="rate" if unit.kind == "count" else unit.kind)
    return unit


def _find_currency(scene: Scene, at: int, earlier: list[Found], here: list[Found]) -> str | None:
    """The currency of what a fraction is a share of: that of the sum before it, else after it."""
    for item in reversed(earlier[-4:] + here):
        if item.kind == "money":
            return item.unit
    for later in scene.readings[at + 1 :]:
        if later.number.currency is not None:
            return resolve_currency(later.number.currency, scene.document)
    return None


def _antecedent(earlier: list[Found], here: list[Found], sentence: Sentence) -> Found | None:
    """The figure whose noun an elided one shares: in this sentence, else just before it."""
    for item in reversed(here):
        if item.measured is not None:
            return item
    for item in reversed(earlier[-3:]):
        if item.measured is not None and sentence.start - item.sentence.end < _REACH:
            return item
    return None


def _shared_rate(tokens: Tokens, reading: Reading, unit: Unit, here: list[Found]) -> str | None:
    """The denominator of "£2m per year … and a further £3m": the later sum shares it."""
    first = reading.number.first
    if not here or here[-1].kind != unit.kind or here[-1].per is None:
        return None
    if tokens.lowers[first - 1] == "(" and unit.kind == "money":
        # The same sum in another currency: "1,870 rupees per quintal ($31)".
        return here[-1].per
    if unit.kind == "money" and tokens.lowers[reading.bound_start - 1] in _COMPARING:
        return here[-1].per
    if _FURTHER.isdisjoint(tokens.lowers[max(0, first - 2) : first]):
        return None
    return here[-1].per


def _price_rate(nearest: Found | None, before: list[Found]) -> str | None:
    """The denominator of the last price of the same thing: "€2,544 a month … in Cork €2,107"."""
    if nearest is None:
        return None
    for item in reversed(before):
        if item.kind == "money":
            same = item.measured == nearest.measured and item.change is None
            return item.per if same and item.paragraph == nearest.paragraph else None
    return None


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
                kind=item.kind,
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
