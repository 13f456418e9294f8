"""Patterns that are compiled late: each is a pattern, and none is compiled before its first use."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import figtrail.extraction
import figtrail.plain
from figtrail.evaluation import read_gold
from figtrail.extraction.places import again, behind, homes, markets, settings
from figtrail.extraction.places.gazetteer import fold
from figtrail.patterns import LatePattern, WordedPattern, compile_late, find_words


def _late_patterns() -> list[LatePattern]:
    found = []
    for package in (figtrail.extraction, figtrail.plain):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            held = vars(importlib.import_module(module.name)).values()
            found += [each for each in held if type(each) is LatePattern]
    return found


def test_every_late_pattern_compiles() -> None:
    patterns = _late_patterns()
    assert len(patterns) > 100
    for pattern in patterns:
        re.compile(pattern.pattern)


def test_a_late_pattern_matches_as_a_compiled_one() -> None:
    pattern = compile_late(r"(?P<word>b+)", re.IGNORECASE)
    assert pattern.pattern == r"(?P<word>b+)"
    assert pattern.sub("-", "aBBc") == "a-c"
    found = pattern.search("aBBc")
    assert found is not None
    assert (found["word"], found.span()) == ("BB", (1, 3))
    assert [match.span() for match in pattern.finditer("bab")] == [(0, 1), (2, 3)]
    assert (pattern.groups, pattern.flags & re.IGNORECASE) == (1, re.IGNORECASE)


def test_what_is_no_pattern_fails_at_its_first_use() -> None:
    pattern = compile_late("(")
    with pytest.raises(re.error, match="unterminated"):
        pattern.search("a")


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("the mayor, who runs a mill", True),
        ("the co-owner who ran it", True),
        ("the mayor runs a mill", False),
        ("who knows", False),
        ("the mayors, who run a mill", False),
        ("", False),
    ],
)
def test_a_pattern_is_allowed_where_a_word_of_each_collection_stands(
    text: str, allowed: bool
) -> None:
    pattern = WordedPattern(r"(?:co-owner|mayor),? who", ["mayor", "co-owner"], ["who"])
    found = pattern.allowed_by(find_words(text))
    assert (found is not None) is allowed
    assert found is None or found.search(text) is not None


def test_a_pattern_without_words_is_always_allowed() -> None:
    assert WordedPattern("a").allowed_by([]) is not None


def test_no_article_has_what_a_pattern_would_match_without_its_words() -> None:
    searched = [*homes._ties(), homes._locals(), again._definite(), behind._measure()]
    searched += [behind._suffered(), markets._described()]
    matched = 0
    for line in _read_lines():
        for text in {line, fold(line)}:
            words = find_words(text.lower()) + find_words(text)
            found = [each for each in searched if each._pattern.search(text)]
            found += [
                each
                for each in (markets._subject(), settings._titled())
                if each._pattern.match(text)
            ]
            assert all(each.allowed_by(words) is not None for each in found), text
            matched += len(found)
    assert matched > 500


def _read_lines() -> set[str]:
    """The lines of the annotated articles."""
    gold = read_gold((Path(__file__).parent / "golden").glob("development-*.jsonl"))
    return {line for each in gold for line in each.document.text.split("\n")}
