"""Weigh the signs by which a phrase is chosen: annotated texts → lexicon/phrase_weights.csv.

A figure whose phrase is annotated is a case: the phrases that may say what it measures, with their
signs, and how well each agrees with the annotation. Run it with `make weights`; the sets that it
doesn't read stay a test of what it made.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from logit import Case, Key, weigh, write

import figtrail.extraction.lexicon
from figtrail.evaluation import (
    GoldDocument,
    GoldFigure,
    is_right,
    match_figures,
    read_gold,
    share_words,
)
from figtrail.extraction.choosing import Choices
from figtrail.extraction.choosing.phrases import Setting, read_others, read_ruled, read_setting
from figtrail.extraction.figures import extract_figures
from figtrail.plain import Plain
from figtrail.reading import make_document

_TESTS = Path(__file__).parents[1] / "tests"
_TABLE = Path(figtrail.extraction.lexicon.__file__).parent / "phrase_weights.csv"
# Sets of tests/golden/ that no weight comes from.
_SET_ASIDE = frozenset("at au av aw ax ay bf bg bn bo".split())
# From the errors of the others rules of phrases were made. So they don't tell how far the rules are
# right, and the signs of what rules take are left out of them.
_UNSEEN = frozenset("ba bb bc bd be bh bi bj bk bl bm bp bq br bs bt bu".split())
# What is only there for the phrase that the rules take, or for how another stands to it.
_OF_RULES = ("ruled", "rule ", "head of ruled")
# How often a short text counts, which was written to tell one thing.
_TELLING = 5
# How many signs are kept, and how far their weights are held back.
_KEPT = 6000
_RESTRAINT = 5.0
# What a phrase counts that is right by its words, and how much more where it has all of them.
_RIGHT = (0.2, 0.8)


def read_texts() -> Iterator[tuple[GoldDocument, bool]]:
    """The annotated texts that weights are made from, and whether they tell how right rules are."""
    for path in sorted((_TESTS / "golden").glob("*.jsonl")):
        letters = path.stem.partition("-")[2]
        if letters not in _SET_ASIDE:
            for gold in read_gold([path]):
                yield gold, letters in _UNSEEN
    for line in (_TESTS / "measured_cases.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield from [(read_case(line), False)] * _TELLING


def read_case(line: str) -> GoldDocument:
    """A short text, the quote of one of its figures, and its phrase."""
    text, quote, measured = (part.strip() for part in line.split("|"))
    start = text.index(quote)
    figure = GoldFigure(start, start + len(quote), quote, False, {"measured": measured})
    return GoldDocument(make_document(text, "case", None, None, None), (figure,))


def find_cases(gold: GoldDocument, *, unseen: bool) -> Iterator[Case]:
    """The figures of a text whose phrase is annotated; of texts seen without the signs of rules."""
    settings: list[Setting] = []

    def record(setting: Setting) -> str | None:
        settings.append(setting)
        return setting.phrase

    figures = extract_figures(gold.document, Choices(phrase=record)).figures
    plain = Plain(gold.document.text)
    at = {plain.span(one.start, one.start + 1)[0]: one for one in settings}
    for expected, found in match_figures(gold.figures, figures):
        measured = expected.columns.get("measured")
        setting = at.get(found.char_start)
        if measured is None or expected.optional or setting is None:
            continue
        case = make_case(setting, str(measured), unseen=unseen)
        if case.is_telling:
            yield case


def make_case(setting: Setting, measured: str, *, unseen: bool) -> Case:
    """The phrases that a figure may have, against the one that is annotated."""
    signs: list[list[Key]] = []
    right: list[float] = []
    shared = read_setting(setting)
    ruled = read_ruled(setting)
    options = [*read_others(setting), *([ruled] if ruled is not None else [])]
    for option in options:
        own = [one for one in option.signs if unseen or not one[0].startswith(_OF_RULES)]
        signs.append(
            [("", *sign) for sign in own]
            + [("", "stands", option.place)]
            + [(option.place, *sign) for sign in shared]
        )
        least, more = _RIGHT
        agrees = is_right("measured", measured, option.text)
        right.append(least + more * share_words(measured, option.text) if agrees else 0.0)
    return Case(signs, right)


def main() -> None:
    """Write the table of weights."""
    cases = [case for gold, unseen in read_texts() for case in find_cases(gold, unseen=unseen)]
    weights = weigh(cases, _KEPT, _RESTRAINT)
    write(_TABLE, weights)
    print(f"{len(weights)} weights of {len(cases)} figures")


if __name__ == "__main__":
    main()
