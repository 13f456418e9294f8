"""Compare what figtrail and its peers find in annotated articles; prints a Markdown table.

`make benchmark` runs it beside the comparison of speed. A find is right where it overlaps an
annotated figure and has its number; for a share, of which others only say how much it comes to,
that is right as well. Nothing else of a find is judged.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from decimal import Decimal
from math import isclose
from pathlib import Path

from corpora import ROOT
from finding import FORMS, Find
from measuring import run_extractor

from figtrail.evaluation import Evaluation, GoldDocument, GoldFigure, evaluate, read_gold
from figtrail.extraction.figures import extract_figures
from figtrail.model import Document, Figure

_GOLDEN = ROOT / "tests" / "golden"
UNREAD = tuple(_GOLDEN / f"development-a{letter}.jsonl" for letter in "tuvwxy")
"""Articles that the rules were not made from."""
CROWDED = tuple(_GOLDEN / f"development-b{letter}.jsonl" for letter in "fgno")
"""Such articles with as many numbers that are no figures; of most only the spans are annotated."""

_FINDING = Path(__file__).with_name("finding.py")


def main() -> None:
    """Judge every extractor by the same annotations."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--peers", type=Path, required=True, help="the Python that has the peers")
    peers = parser.parse_args().peers
    for paths in (UNREAD, CROWDED):
        _compare(peers, read_gold(paths))


def _compare(peers: Path, gold: Sequence[GoldDocument]) -> None:
    """Print how every extractor does on annotated articles."""
    results = {"figtrail": evaluate(gold, lambda document: extract_figures(document).figures)}
    results |= {name: _judge(peers, name, gold) for name in FORMS}
    print(f"\n{results['figtrail'].gold} figures in {len(gold)} articles\n")
    print("| extractor | finds | right | precision | recall | F1 |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for name, result in results.items():
        shares = (result.precision, result.recall, result.f1)
        cells = (name, result.predicted, result.hits, *(f"{share:.2f}" for share in shares))
        print(f"| {' | '.join(map(str, cells))} |")


def _judge(python: Path, name: str, gold: Sequence[GoldDocument]) -> Evaluation:
    printed = run_extractor(python, _FINDING, name, (one.document.text for one in gold))
    found = {
        one.document.source_id: [_make_figure(find, one) for find in json.loads(line)]
        for one, line in zip(gold, printed.splitlines(), strict=True)
    }

    def predict(document: Document) -> Sequence[Figure]:
        return found[document.source_id]

    return evaluate(gold, predict)


def _make_figure(find: Find, gold: GoldDocument) -> Figure:
    start, end, low, high = find
    value = None
    if low == high:
        shares = (
            _share(one) for one in gold.figures if one.char_start < end > start < one.char_end
        )
        told = (number for number, share in shares if share and isclose(low, share, rel_tol=1e-6))
        value = next(told, None) or _exact(low)
    cells = dict.fromkeys(Figure.__slots__)
    cells |= {"char_start": start, "char_end": end, "quote": gold.document.text[start:end]}
    cells |= {"value": value, "low": _exact(low), "high": _exact(high)}
    return Figure(**cells)  # type: ignore[arg-type]  # what isn't judged is empty


def _share(figure: GoldFigure) -> tuple[Decimal | None, float | None]:
    """The number of an annotated share, and how much it comes to: a third → 1 and 0.333."""
    value, whole = figure.columns.get("value"), figure.columns.get("out_of")
    if isinstance(value, Decimal) and isinstance(whole, Decimal):
        return value, float(value / whole)
    return None, None


def _exact(number: float) -> Decimal:
    """A number without what binary fractions add to it."""
    return Decimal(f"{number:.10g}")


if __name__ == "__main__":
    sys.exit(main())
