"""What a head, a row's label or a caption says of the figures of its column, row or table."""

from __future__ import annotations

from typing import Literal, NamedTuple

from figtrail.extraction.date_words import MONTHS
from figtrail.extraction.dating import Dating
from figtrail.extraction.elision import Unit
from figtrail.extraction.numbers.number import ONE
from figtrail.extraction.periods import DateContext, PeriodMention, find_periods
from figtrail.extraction.places.gazetteer import find_place
from figtrail.extraction.tables.units import Scaled, join_rate, read_scaled
from figtrail.extraction.tables.words import (
    BODIES,
    CHANGES,
    GENERIC,
    KEPT,
    OPENINGS,
    PERIODS,
    SHARES,
    STATUSES,
    TOTALS,
    YEARLY,
    strip_note,
)
from figtrail.model import Status
from figtrail.patterns import compile_late

Direction = Literal["change", "increase", "decrease"]

# The parts of a head: what stands in brackets, and what commas and dashes set apart.
_PART = compile_late(r"\(([^()]*)\)|\[([^\[\]]*)\]|([^()\[\]]+)")
_SEGMENT = compile_late(r"(?:[^,;:–—|/]|(?<=\d)[,–:](?=\d)|/|[–—](?=\d))+")
_YEAR_MARKED = compile_late(r"((?:19|20)\d\d) ?([a-z])")
_SET_IN = compile_late(r"(.*?)[ ]?\b(?:[Ii]n|[Ff]or|[Aa]cross)[ ](?:the )?([A-Z].*)")
_PER = compile_late(r"(?i)\b(?:per|for every)\b")
_ENDING = compile_late(r"(?i)(?:at )?(?:the )?(end|start)[- ](?:of )?")
# Behind these stands the level that a change is from.
_COMPARED = compile_late(r"(?i)(?:since|from|on|over|against|vs\.?|versus|than|with) ")
_SINCE = frozenset(("since", "until"))
_TRIMMED = " \t-–—:,;/&"
_LINKS = frozenset(("of", "in", "on", "for", "the", "a", "an", "and", "by", "to", "from", "at"))
_PERCENT = Scaled(Unit("percentage", "percent"), ONE)


class Legend(NamedTuple):
    """What words over or beside figures say of them; each field is None where they don't.

    `text` has the words without the marks of notes, `phrase` those of them that say what is
    measured. `change` says that the figures are sizes of changes, and of which. `aside` is whether
    the unit stands in brackets behind the phrase.
    """

    text: str
    phrase: str | None = None
    scaled: Scaled | None = None
    dating: Dating | None = None
    status: Status | None = None
    change: Direction | None = None
    place: str | None = None
    aside: bool = False

    @property
    def name(self) -> str | None:
        """The word by which figures go that nothing else names: "Budget (£m)", "Pts"."""
        word = self.text.partition("(")[0].strip()
        return word if word.isalpha() else None


def read_legend(text: str, dates: DateContext) -> Legend:
    """Read the words of a head or of a label, part by part."""
    words = strip_note(text)
    legend = Legend(words)
    lower = words.lower()
    if lower in CHANGES or lower in YEARLY:
        return legend._replace(change=_direction(lower))
    if lower in PERIODS:
        return legend
    for part in _PART.finditer(words):
        inner = part[1] or part[2]
        parted = (inner or part[3] or "").replace(" - ", " – ")
        for segment in _SEGMENT.finditer(parted):
            read = _read_segment(segment[0].strip(_TRIMMED), dates, aside=inner is not None)
            legend = _add(legend, read)
    return legend


def _add(legend: Legend, other: Legend) -> Legend:
    """A legend with what a further part of it says, as far as the parts before don't."""
    return Legend(
        legend.text,
        legend.phrase or other.phrase,
        join_rate(legend.scaled, other.scaled if other.aside else None) or other.scaled,
        legend.dating or other.dating,
        legend.status or other.status,
        legend.change or other.change,
        legend.place or other.place,
        legend.aside or (other.aside and legend.phrase is not None),
    )


def _read_segment(words: str, dates: DateContext, *, aside: bool) -> Legend:
    """What one part says; the words in brackets say nothing of what is measured."""
    empty = Legend(words)
    if not words:
        return empty
    lower = words.lower()
    if lower in STATUSES:
        return empty._replace(status=STATUSES[lower])
    if lower in CHANGES:
        return empty._replace(change=_direction(lower))
    if lower in YEARLY or _consists(lower, TOTALS):
        return empty
    place = name_place(words)
    if place is not None:
        return empty._replace(place=place)
    changing = any(word in CHANGES for word in lower.split())
    # A letter alone over a column is short for a word: "W" for games won.
    letter = len(words) == 1 and words.isalpha() and not aside
    scaled = read_scaled(words) if not changing and not letter else None
    counted = scaled is not None and scaled.unit is not None and scaled.unit.kind == "count"
    if scaled is not None and (aside or not counted):
        phrase = None if aside else _find_rated(words, scaled)
        return empty._replace(scaled=scaled, aside=aside, phrase=phrase)
    read = _read_words(words, dates)
    return read._replace(phrase=None, aside=read.scaled is not None) if aside else read


def _find_rated(words: str, scaled: Scaled) -> str | None:
    """What is counted before a denominator: "Deaths per 100,000 people"."""
    unit = scaled.unit
    if unit is None or unit.kind != "rate":
        return None
    phrase = _PER.split(words, maxsplit=1)[0].strip(_TRIMMED)
    return phrase if phrase and not _consists(phrase.lower(), GENERIC) else None


def _read_words(words: str, dates: DateContext) -> Legend:
    """What a part says whose words say several things: "% change since 2019", "Homes in Leeds"."""
    legend = Legend(words)
    legend, words = _take_period(legend, words, dates)
    legend, words = _take_share(legend, words)
    legend, words = _take_ends(legend, words)
    legend, words = _take_unit(legend, words)
    legend, words = _take_place(legend, words)
    lower = words.lower()
    named = any(map(str.isalpha, words)) and not _consists(lower, GENERIC | TOTALS)
    return legend._replace(phrase=words) if named else legend


def _consists(lower: str, of: frozenset[str]) -> bool:
    """Whether there are no words but of one list, with what links them."""
    return all(word in of or word in _LINKS for word in lower.split())


def _take_period(legend: Legend, words: str, dates: DateContext) -> tuple[Legend, str]:
    """A part without the period that it states."""
    marked = _YEAR_MARKED.fullmatch(words)
    if marked is not None and marked[2] in STATUSES:
        legend = legend._replace(status=STATUSES[marked[2]])
        words = marked[1]
    ending = _ENDING.match(words)
    if ending is not None:
        told = f"{ending[1].lower()} of {words[ending.end() :]}"
        found = find_periods(told, dates)
        if len(found) == 1 and (found[0].start, found[0].end) == (0, len(told)):
            basis = found[0].basis if found[0].period is not None else None
            return legend._replace(dating=Dating(found[0].period, words, basis)), ""
    if words.rstrip(".") in MONTHS:
        found = find_periods(f"in {words}", dates)
        if len(found) == 1:
            dating = Dating(found[0].period, words, found[0].basis)
            return legend._replace(dating=dating), ""
    mentions = [one for one in find_periods(words, dates) if one.role != "frequency"]
    changing = any(word in CHANGES for word in words.lower().split())
    for mention in reversed(mentions):
        if mention.role in ("length", "vague") and mention.end - mention.start < len(words):
            continue
        compared = changing and _is_compared(words, mention)
        if mention.role not in _SINCE and legend.dating is None and not compared:
            legend = legend._replace(dating=_date(mention, words))
        words = _cut(words, mention.start, mention.end)
    return legend, words


def _is_compared(words: str, mention: PeriodMention) -> bool:
    """Whether a period is that of the level that a change is from: "from 2019", "on last year"."""
    before = words[: mention.start].rstrip().rpartition(" ")[2] + " "
    opening = _COMPARED.match(words, mention.start) is not None
    return opening or _COMPARED.fullmatch(before) is not None


def _date(mention: PeriodMention, words: str) -> Dating:
    basis = mention.basis if mention.period is not None else None
    return Dating(mention.period, words[mention.start : mention.end], basis)


def _cut(words: str, start: int, stop: int) -> str:
    """The longer side of what is left when a stretch is cut out: words must stand together."""
    before, behind = words[:start].strip(_TRIMMED), words[stop:].strip(_TRIMMED)
    kept = before if len(before) >= len(behind) else behind
    return _strip_links(kept)


def _strip_links(words: str) -> str:
    """Words without those at their ends that only link them to what was cut off."""
    while words and words.rpartition(" ")[2].lower() in _LINKS:
        words = words.rpartition(" ")[0].rstrip(_TRIMMED)
    while words and words.partition(" ")[0].lower() in ("of", "in", "the", "and", "by", "on"):
        words = words.partition(" ")[2].lstrip(_TRIMMED)
    return words


def _take_share(legend: Legend, words: str) -> tuple[Legend, str]:
    """A part without the words before it that say that it is counted, or in percentages."""
    for opening in OPENINGS:
        if words.lower().startswith(f"{opening} "):
            return legend, _strip_links(words[len(opening) + 1 :].strip())
    for opening in SHARES:
        if words.lower().startswith(f"{opening} "):
            shared = opening.startswith(("share", "proportion"))
            legend = legend if shared else legend._replace(scaled=_PERCENT)
            return legend, words if shared else words[len(opening) + 1 :].strip()
    if words.endswith(" %") or words.lower().endswith((" per cent", " percent", " pct")):
        return legend._replace(scaled=_PERCENT), words.rpartition(" ")[0].removesuffix(" per")
    return legend, words


def _take_ends(legend: Legend, words: str) -> tuple[Legend, str]:
    """A part without the word at either end that tells a status or a change."""
    for last in (True, False):
        rest, _, word = words.rpartition(" ") if last else words.partition(" ")[::-1]
        lower = word.lower()
        if lower in STATUSES and len(lower) > 1 and legend.status is None:
            legend = legend._replace(status=STATUSES[lower])
            words = words if lower in KEPT else rest.strip(_TRIMMED)
        elif lower in CHANGES and (not last or CHANGES[lower] == "change"):
            legend = legend._replace(change=_direction(lower))
            words = _strip_links(rest.strip(_TRIMMED))
    return legend, words


def _direction(lower: str) -> Direction:
    told = CHANGES.get(lower, "change")
    return "increase" if told == "increase" else "decrease" if told == "decrease" else "change"


def _take_unit(legend: Legend, words: str) -> tuple[Legend, str]:
    """A part without the unit behind or before it: "Spend £m", "£m spent", "Rain in mm"."""
    if legend.scaled is not None:
        return legend, words
    pieces = words.split()
    for count in (2, 1):
        for behind in (True, False):
            unit = " ".join(pieces[-count:] if behind else pieces[:count])
            rest = " ".join(pieces[:-count] if behind else pieces[count:])
            scaled = read_scaled(unit) if rest and _looks_like_unit(unit, rest) else None
            if scaled is not None and (scaled.unit is None or scaled.unit.kind != "count"):
                return legend._replace(scaled=scaled), _strip_links(rest)
    return legend, words


def _looks_like_unit(unit: str, rest: str) -> bool:
    """Whether a word beside others is a unit: a sign, or what "in" leads to."""
    signed = not unit.replace(" ", "").isalpha()
    return signed or rest.endswith(" in") or unit.startswith("in ")


def _take_place(legend: Legend, words: str) -> tuple[Legend, str]:
    """A part without the place that what is measured is set in: "Homes built in Leeds"."""
    place = name_place(words)
    if place is not None:
        return legend._replace(place=place), ""
    located = _SET_IN.fullmatch(words)
    place = name_place(located[2]) if located is not None else None
    if located is None or place is None:
        return legend, words
    return legend._replace(place=place), _strip_links(located[1])


def name_place(words: str) -> str | None:
    """The place that words name and nothing else: "Leeds", "Leeds City Council", "UK total"."""
    kept = [word for word in words.split() if word.lower() not in TOTALS]
    words = " ".join(kept)
    if not words[:1].isupper():
        return None
    if find_place(words) is not None:
        return words.removeprefix("The ").removeprefix("the ")
    for body in BODIES:
        if words.lower().endswith(f" {body}"):
            stem = words[: -len(body) - 1]
            return stem if find_place(stem) is not None else None
    return None
