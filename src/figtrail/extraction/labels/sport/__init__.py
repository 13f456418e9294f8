"""What sports pages print that is no figure: line-ups, cards, results, odds, and what is drawn."""

from __future__ import annotations

from collections.abc import Callable

from figtrail.extraction.labels.innings import is_bowled, is_first_innings
from figtrail.extraction.labels.sport.betting import is_moneyline, is_price, is_price_in_words
from figtrail.extraction.labels.sport.draws import is_drawn
from figtrail.extraction.labels.sport.golf import (
    is_carded,
    is_half_of_course,
    is_holes_played,
    is_named_stroke,
    is_to_par,
)
from figtrail.extraction.labels.sport.listings import is_listed, is_listing
from figtrail.extraction.labels.sport.matches import (
    is_after_part,
    is_length,
    is_of_stars,
    is_stage,
)
from figtrail.extraction.labels.sport.milestones import is_boundary, is_milestone, is_nth_goal
from figtrail.extraction.labels.sport.minutes import is_added, is_minute, is_struck_on
from figtrail.extraction.labels.sport.ordinals import is_nth_result, is_placed
from figtrail.extraction.labels.sport.pitches import is_down, is_marked
from figtrail.extraction.labels.sport.puzzles import is_clue, is_enumeration, is_puzzle
from figtrail.extraction.labels.sport.rankings import is_rank
from figtrail.extraction.labels.sport.sides import is_line, is_shirt, is_side
from figtrail.extraction.labels.sport.timetables import is_high_water, is_scheduled, is_tide
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens

__all__ = ["ANY", "PLAIN", "is_listed", "is_listing"]

_Rule = Callable[[Tokens, Number], bool]
# What tells a label of any number, and of a whole number without unit or scale.
ANY: tuple[_Rule, ...] = (is_price, is_bowled, is_marked, is_minute, is_nth_result, is_nth_goal)
PLAIN: tuple[_Rule, ...] = (
    is_first_innings,
    is_rank,
    is_named_stroke,
    is_carded,
    is_to_par,
    is_holes_played,
    is_half_of_course,
    is_price_in_words,
    is_moneyline,
    is_added,
    is_after_part,
    is_down,
    is_length,
    is_line,
    is_shirt,
    is_side,
    is_stage,
    is_struck_on,
    is_placed,
    is_of_stars,
    is_boundary,
    is_milestone,
    is_drawn,
    is_clue,
    is_enumeration,
    is_puzzle,
    is_tide,
    is_high_water,
    is_scheduled,
)
