"""Rules for durations that only locate: within a month, in two years, a ten-year high.

A duration that measures something is a figure and matches nothing here: waits of 18 weeks, a
two-day visit, jailed for six years, over 78 weeks.
"""

from __future__ import annotations

from figtrail.extraction.periods.reading import Matched, Reading, make_rule, read_length
from figtrail.extraction.periods.tokens import NAME_OF_CODE

_AMOUNTS = frozenset(
    [
        "AMOUNT",
        "NUMBER",
        "SCALE",
        "PERCENT",
        "DAY",
        "TWO_DIGITS",
        "YEAR",
        "NUMBER_WORD",
        "YEAR_UNIT",
    ]
)


def _read_over(matched: Matched) -> Reading | None:
    """£5m over three years, 40 homes over 10 years; not: waited over 78 weeks."""
    shape, at = matched.tokens.shape, matched.match.start()
    near = [NAME_OF_CODE[code] for code in shape[max(0, at - 3) : at]]
    return Reading(role="length") if any(name in _AMOUNTS for name in near) else None


def _read_in(matched: Matched) -> Reading | None:
    if matched.previous() in ("NUMBER_WORD", "DAY") and matched.following() != "DOT":
        # "One in five years" is a proportion.
        return None
    return Reading(role="length")


_MANY = "(?:COUNT(?:[DASH TO OR]COUNT)?|AN?SOME_COUNT OF?|AN)"
_AHEAD = "(?:MORE THAN|APPROXIMATELY|ABOUT|THE|ONLY)?".replace("|ABOUT", "").replace("|ONLY", "")
_NOT_DATED = "(?!(?:TO|ENDED|UP TO)THE?(?:END_NOUN OF)?[MONTH NAMESAKE_MONTH YEAR DAY ORDINAL])"

RULES = (
    make_rule(
        "WITHIN",
        f"WITHIN{_AHEAD}(?:THE(?:FIRST|LAST|NEXT)?)?{_MANY}?UNIT(?:OF(?=LOWER))?".replace(
            "(?:FIRST|LAST|NEXT)?", "[ORDINAL_WORD LAST NEXT]?"
        ).replace("(?:OF(?=LOWER))?", ""),
        read_length,
    ),
    make_rule(
        "IN",
        f"IN{_AHEAD}{_MANY}DASH?UNIT(?:APOSTROPHE POSSESSIVE?PERIOD_NOUN)?{_NOT_DATED}",
        _read_in,
    ),
    make_rule(
        "OVER DURING IN",
        "[OVER DURING IN](?:AN|THE)(?:PERIOD_NOUN OF)?COUNT DASH?UNIT(?:LOWER)?PERIOD_NOUN",
        read_length,
    ),
    make_rule("OVER DURING IN", "[OVER DURING IN]AN PERIOD_NOUN OF COUNT UNIT", read_length),
    make_rule("OVER", f"OVER{_AHEAD}{_MANY}UNIT{_NOT_DATED}", _read_over),
    make_rule(
        "NUMBER_WORD DAY TWO_DIGITS NUMBER",
        "COUNT(?:DASH UNIT|UNIT)(?:LOWER|DASH)?EXTREME",
        read_length,
    ),
)
