"""Which rules a sentence's words allow."""

from __future__ import annotations

from figtrail.extraction.memo import once_a_sentence
from figtrail.extraction.rules import Ladder, needs
from figtrail.extraction.tokens import Tokens, tokenise


@needs(("cap", "caps"))
def _is_capped(tokens: Tokens) -> bool:
    return "fares" in tokens.vocabulary


@needs(("rent", "rents"), ("rose", "fell"))
def _has_moved(tokens: Tokens) -> bool:
    return "rents" in tokens.vocabulary


def _always(tokens: Tokens) -> bool:
    return tokens.text.endswith(".")


_LADDER = Ladder(_has_moved, _always, _is_capped)


def test_a_rule_is_asked_only_where_one_of_its_words_stands() -> None:
    assert _LADDER.allowed_by(tokenise("The city caps fares at £2.")) == (_always, _is_capped)


def test_a_rule_that_needs_no_word_is_always_asked() -> None:
    assert _LADDER.allowed_by(tokenise("Nine ships came.")) == (_always,)


def test_a_rule_with_several_collections_needs_a_word_of_each() -> None:
    assert _has_moved not in _LADDER.allowed_by(tokenise("Rents are at £900."))
    assert _has_moved in _LADDER.allowed_by(tokenise("Rents rose to £900."))


def test_rules_come_in_the_order_of_their_ladder() -> None:
    allowed = _LADDER.allowed_by(tokenise("Rents fell after a cap."))
    assert allowed == (_has_moved, _always, _is_capped)


def test_a_word_counts_as_a_whole_token_in_lower_case() -> None:
    assert _is_capped not in _LADDER.allowed_by(tokenise("The capital has nine parks."))
    assert _is_capped in _LADDER.allowed_by(tokenise("CAP ON FARES"))


def test_a_sentence_is_read_once_as_a_whole() -> None:
    asked: list[str] = []

    @once_a_sentence
    def count_words(tokens: Tokens) -> int:
        asked.append(tokens.text)
        return len(tokens.words)

    first, second = tokenise("Nine ships came."), tokenise("Ten left.")
    assert [count_words(one) for one in (first, first, second)] == [4, 4, 3]
    assert asked == ["Nine ships came.", "Ten left."]
