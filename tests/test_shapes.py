"""Patterns over shapes: what a rule needs, and that none is passed over that would match."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from figtrail.extraction.periods.finding import _RULES
from figtrail.extraction.periods.shapes import ShapePattern, find_needs
from figtrail.extraction.periods.tokens import compile_shape, read_tokens

NEEDS = [
    ("YEAR", ["YEAR"]),
    ("IN THE?[YEAR MONTH]ON", ["IN", "YEAR MONTH", "ON"]),
    ("(?P<day>DAY)OF?(?P<month>ANY_MONTH)", ["DAY", "ANY_MONTH"]),
    ("ANY_MONTH(?:COMMA YEAR)?", ["ANY_MONTH"]),
    ("TIME HALF_DAY?+TIMEZONE?+", ["TIME"]),
    ("(?:AN|(?P<count>COUNT))YEAR_UNIT AGO", ["YEAR_UNIT", "AGO"]),
    ("AT PRESENT|TO DATE_WORD", []),
    ("(?<=THE)(?P<unit>[MONTH_UNIT WEEK_UNIT])(?!OF)(?=COMMA|\\Z)", ["MONTH_UNIT WEEK_UNIT"]),
    ("LAST(?:(?:OR NEXT)DAY){1,3}DASH", ["LAST", "DASH"]),
    ("OTHER{0,4}UNTIL.{0,7}NOW", ["UNTIL", "NOW"]),
]


@pytest.mark.parametrize(("template", "needs"), NEEDS)
def test_a_rule_needs_what_each_of_its_matches_has(template: str, needs: list[str]) -> None:
    assert find_needs(template) == needs


def test_no_rule_is_passed_over_where_it_matches() -> None:
    lines = Path(__file__).with_name("periods_cases.txt").read_text(encoding="utf-8").splitlines()
    shapes = [read_tokens(re.sub(r"\[| = [^]]*\]", "", line)).shape for line in lines]
    matched = 0
    for rule in _RULES:
        whole, late = compile_shape(rule.template), ShapePattern(rule.template)
        for shape in shapes:
            for at in range(len(shape)):
                expected = whole.match(shape, at)
                if expected is not None:
                    found = late.match(shape, at)
                    assert found is not None, (rule.template, shape)
                    assert found.span() == expected.span()
                    # The next shape finds the pattern as if it had never been asked.
                    late, matched = ShapePattern(rule.template), matched + 1
    assert matched > 1000
