"""What a percentage changes by each of: "each extra hour of sleep was worth a 4 percent drop"."""

from __future__ import annotations

from figtrail.extraction.numbers import match_unit
from figtrail.extraction.phrases import read_noun_phrase
from figtrail.extraction.rates.denominators import name_denominator
from figtrail.extraction.tokens import Tokens

EACH = frozenset(("each", "every"))
# What ends the clause in which "each" is looked for.
BREAKS = frozenset((";", ":", "but", "while", "whereas", "?", "!"))
_REACH = 16


def find_dose(tokens: Tokens, at: int, stop: int) -> str | None:
    """What a percentage changes by each of: "each extra hour was worth a 4 percent drop".

    Also "each year of schooling adds 9 per cent" and "a 4 percent drop for each hour".
    """
    for index in range(stop, min(len(tokens.words) - 2, stop + _DOSED)):
        if tokens.tags[index] in "AVvR.":
            break
        if tokens.lowers[index] in ("for", "with") and tokens.lowers[index + 1] in EACH:
            return _name_dose(tokens, index + 2, bare=True)
    for index in range(at - 1, max(-1, at - _REACH), -1):
        if tokens.lowers[index] in EACH and (index == 0 or tokens.tags[index - 1] in ".RC"):
            return _name_dose(tokens, index + 1, bare=False)
        if tokens.lowers[index] in BREAKS or tokens.tags[index] == "M":
            return None
    return None


# How many tokens may stand between a percentage and "for each".
_DOSED = 5
_EXTRA = frozenset(("extra", "additional", "further", "added", "1", "one"))


def _name_dose(tokens: Tokens, start: int, *, bare: bool) -> str | None:
    """The unit of what comes "each": "(each) extra hour", "(each) degree of warming"."""
    told = bare
    while start + 1 < len(tokens.words) and tokens.lowers[start] in _EXTRA:
        start, told = start + 1, True
    form = match_unit(tokens, start)
    if form is not None and form.kind in ("duration", "measurement"):
        of = tokens.lowers[start + len(form.tokens) : start + len(form.tokens) + 1] == ["of"]
        return form.unit if told or of else None
    phrase = read_noun_phrase(tokens, start) if told else None
    return name_denominator(tokens.lowers[phrase.head]) if phrase is not None else None
