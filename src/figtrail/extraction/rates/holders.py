"""Who persons are counted for, told apart from them: "41 patients for each nurse"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import is_people, singular
from figtrail.extraction.phrases import read_noun_phrase
from figtrail.extraction.rates.doses import EACH
from figtrail.extraction.rates.rate import Rate
from figtrail.extraction.tokens import Tokens

_PERSONS = frozenset(read_sections("rates.txt")["single_persons"])
_REACH = 16


def find_holder(tokens: Tokens, rate: Rate | None, at: int) -> str | None:
    """The singular noun of the persons that a denominator names, before the number or behind it.

    `at` is the token where the number's comparator starts.
    """
    if rate is not None:
        return _name(tokens, rate.stop - 1)
    for index in range(at - 1, max(-1, at - _REACH), -1):
        if tokens.lowers[index] in EACH and index + 1 < at:
            phrase = read_noun_phrase(tokens, index + 1)
            return _name(tokens, phrase.head) if phrase is not None else None
    return None


def _name(tokens: Tokens, head: int) -> str | None:
    noun = singular(tokens.lowers[head])
    return noun if is_people(noun) and noun not in _PERSONS else None
