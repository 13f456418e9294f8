"""The noun phrase that follows a number, and its head."""

from __future__ import annotations

import pytest

from figtrail.extraction.phrases import read_noun_phrase
from figtrail.extraction.tokens import tokenise

# A number and the phrase after it: the phrase, then its head.
PHRASES = [
    ("12 homes were sold", "homes", "homes"),
    ("12 new homes were sold", "new homes", "homes"),
    ("12 social work professionals joined", "social work professionals", "professionals"),
    ("12 flooded council houses", "flooded council houses", "houses"),
    ("12 full-time posts and a desk", "full-time posts", "posts"),
    ("12 men and women left", "men and women", "men"),
    ("12 newly built homes", "newly built homes", "homes"),
    ("12 children in care", "children", "children"),
]


@pytest.mark.parametrize(("text", "phrase", "head"), PHRASES)
def test_reads_the_noun_phrase_after_a_number(text: str, phrase: str, head: str) -> None:
    tokens = tokenise(text)
    found = read_noun_phrase(tokens, 1, counted=True)
    assert found is not None
    words = tokens.words[found.start : found.core_stop]
    assert (" ".join(words), tokens.words[found.head]) == (phrase, head)


@pytest.mark.parametrize("text", ["12 of them", "12 in all", "12 were there", "12, then"])
def test_reads_no_noun_phrase(text: str) -> None:
    assert read_noun_phrase(tokenise(text), 1, counted=True) is None
