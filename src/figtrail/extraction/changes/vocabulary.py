"""The words that tell a change, from `changes.csv` and `change_words.txt`."""

from __future__ import annotations

from typing import cast

from figtrail.extraction.lexicon import read_rows, read_words
from figtrail.extraction.numbers import EMPHASIS, ISO_4217, SIGNS
from figtrail.extraction.tokens import Tokens
from figtrail.model import Change

_ROWS = tuple(read_rows("changes.csv", "form", "change", "class"))


def _forms(kind: str) -> dict[str, Change]:
    return {
        form: cast(Change, change)
        for form, change, sort in _ROWS
        if sort == kind and " " not in form
    }


CHANGE_NOUNS = _forms("noun")
CHANGE_VERBS = _forms("verb")
# Verbs that tell a change of what the number stands with, and not of their subject.
ADDING_VERBS = _forms("adding_verb")
PARTICLES = _forms("particle")
COMPARATIVES = _forms("comparative")
COMPARISONS = _forms("comparison")
PHRASES = {tuple(form.split()): cast(Change, change) for form, change, _ in _ROWS if " " in form}
# Phrases that lose or gain points, but give up things: "gave up 45 points", "gave up two seats".
POINTS_ONLY = frozenset(tuple(form.split()) for form, _, sort in _ROWS if sort == "points_phrase")
PHRASE_ENDS: dict[str, list[tuple[str, ...]]] = {}
for _words in PHRASES:
    PHRASE_ENDS.setdefault(_words[-1], []).append(_words)
WORDS = read_words("change_words.txt")
EARLIER = WORDS["earlier"]
# What may stand behind a number for "per cent".
PERCENT = frozenset(("%", "percent", "per", "pc", "pct"))
MODIFIERS = WORDS["modifiers"] | EMPHASIS
LONG_SPANS = WORDS["long_spans"]
RATED = LONG_SPANS | WORDS["rated_by"]
EACH = frozenset(("a", "an", "per", "each", "every"))
PROPORTIONAL = ("percentage", "ratio", "score")
PASSED = WORDS["passed"]


def is_sign(tokens: Tokens, at: int) -> bool:
    """Whether a token stands before a sum of money: "$", "R", "₦", "KES"."""
    word = tokens.words[at] if 0 <= at < len(tokens.words) else ""
    return word in SIGNS or word in ISO_4217
