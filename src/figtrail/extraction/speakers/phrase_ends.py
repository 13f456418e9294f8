"""Nouns that look like verbs of saying: "in housing stress", "its capital requests, which"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import phrases
from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.tokens import tag_word

if TYPE_CHECKING:
    from figtrail.extraction.speakers.lines import Line

_TELLERS: Final = vocab.BODIES | vocab.SOURCES | vocab.COMPANIES | vocab.ORGANISATION_WORDS
# What stands behind a noun, and never between a verb of saying and what is said.
_BEHIND_NOUN: Final = (vocab.PREPOSITIONS - {"on", "about"}) | phrases.ENDS
_WITHIN: Final = frozenset({"in", "at", "under", "with", "into"})
# So many words may stand between a preposition or an owner and the noun that ends their phrase.
_PHRASE: Final = 3


def ends_phrase(line: Line, at: int, following: str) -> bool:
    """Whether a form is a phrase's last noun, as what follows it shows."""
    if following not in _BEHIND_NOUN:
        return False
    return _ends_plain(line, at) or _names_several(line, at)


def _ends_plain(line: Line, at: int) -> bool:
    """Whether a form ends a phrase of plain nouns: "in housing stress", "its capital requests"."""
    for back in range(at - 1, max(-1, at - 1 - _PHRASE), -1):
        word, lower = line.words[back], line.lowers[back]
        owned = phrases.is_possessive(word) or lower in vocab.POSSESSIVES
        if back < at - 1 and (owned or lower in _WITHIN):
            return True
        if back < at - 1 and lower == "for":
            return (
                line.lowers[back - 1] not in _TELLERS and line.lowers[back - 1] not in vocab.ROLES
            )
        if tag_word(lower) not in "NJ" or phrases.is_capital(word) or lower in _TELLERS:
            return False
        if lower.endswith("s") or lower in vocab.ROLES:
            return False
    return False


def _names_several(line: Line, at: int) -> bool:
    """Whether a plural follows two names, which take no verb in -s: "Kano and Yobe states"."""
    plural = line.lowers[at] in vocab.PLAIN_NOUNS and line.lowers[at].endswith("s")
    if at < 3 or not plural or line.lowers[at - 2] != "and":
        return False
    return phrases.is_capital(line.words[at - 1]) and phrases.is_capital(line.words[at - 3])
