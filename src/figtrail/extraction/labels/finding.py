"""What is not a figure: numbers that name, refer, address, date or describe who is meant."""

from __future__ import annotations

from collections.abc import Callable

from figtrail.extraction.labels.age_groups import (
    is_age_of_both,
    is_age_on_birthday,
    is_certificate,
    is_of_age_group,
    is_of_young,
)
from figtrail.extraction.labels.ages import (
    continues_age,
    describes_age,
    is_age,
    is_span_of_ages,
)
from figtrail.extraction.labels.coins import is_coin, is_lettered
from figtrail.extraction.labels.exchanges import is_exchanged
from figtrail.extraction.labels.furniture import (
    is_furniture,
    is_pressed,
    is_reading_time,
    is_serial,
    is_top,
)
from figtrail.extraction.labels.hours import (
    is_between_hours,
    is_door_time,
    is_hour,
    is_hour_of_day,
    is_hundred_hours,
    is_round,
)
from figtrail.extraction.labels.innings import is_innings
from figtrail.extraction.labels.listicles import (
    is_listed_second,
    is_listicle,
    is_numbering,
    is_of_puzzle,
    is_of_series,
    is_of_the_best,
    is_part_of_several,
)
from figtrail.extraction.labels.lives import (
    is_age_at,
    is_age_of_being,
    is_age_reached,
    is_age_then,
    is_in_asides,
)
from figtrail.extraction.labels.moments import is_broadcast, is_moment, is_stage
from figtrail.extraction.labels.names import (
    is_address,
    is_block,
    is_flight,
    is_long_code,
    is_named,
    is_of_forces,
    is_title,
)
from figtrail.extraction.labels.numbered import continues_several, is_of_one, is_of_several
from figtrail.extraction.labels.references import continues_label, follows_label
from figtrail.extraction.labels.rhetoric import (
    is_ballot,
    is_counted_aloud,
    is_nickname,
    is_rhetoric,
    is_sum,
)
from figtrail.extraction.labels.sayings import find_sayings
from figtrail.extraction.labels.scales import is_end_of_scale, is_majority, is_of_points
from figtrail.extraction.labels.scholarly import is_cited, is_in_volume, is_locant, is_part_numeral
from figtrail.extraction.labels.scores import (
    is_against_one,
    is_goals_and_behinds,
    is_of_frames,
    is_of_result,
    is_of_scorers,
    is_score_line,
)
from figtrail.extraction.labels.sport import ANY, PLAIN, is_listed, is_listing
from figtrail.extraction.labels.stretches import is_stretch
from figtrail.extraction.labels.telephones import find_telephones, is_dialled
from figtrail.extraction.labels.times import (
    is_clock,
    is_day_of_month,
    is_nth_in,
    is_offset,
    is_race,
    is_road_race,
    is_weekdays,
)
from figtrail.extraction.labels.titles import is_in_title
from figtrail.extraction.labels.types import (
    is_acceleration,
    is_calibre,
    is_dwelling_type,
    is_grade,
    is_hyphen_type,
    is_kind_of_flood,
    is_seat,
    is_suspended,
    touches_letters,
)
from figtrail.extraction.labels.years import (
    is_before_christ,
    is_early_year,
    is_money_of_year,
    is_short_year,
    is_year,
)
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import Ladder
from figtrail.extraction.tokens import Tokens


def find_labels(tokens: Tokens, numbers: list[Number]) -> list[bool]:
    """Say of each number of a sentence whether it is a label rather than a figure."""
    if is_furniture(tokens):
        return [True] * len(numbers)
    labels: list[bool] = []
    named = [*find_telephones(tokens.text), *find_sayings(tokens)]
    for at, number in enumerate(numbers):
        label = _is_label(tokens, number) or _is_of_sport(tokens, number)
        if not label and at + 1 < len(numbers) and is_suspended(tokens, number):
            label = is_hyphen_type(tokens, numbers[at + 1])
        if named and _stands_in(number, named):
            label = True
        if not label and at + 1 < len(numbers):
            label = is_exchanged(tokens, number, numbers[at + 1])
        if not label and at and labels[at - 1]:
            label = any(
                continues(tokens, numbers[at - 1], number)
                for continues in (continues_label, continues_age, continues_several)
            )
        if not label and at:
            label = _says_again(tokens, numbers[at - 1], number)
        labels.append(label)
    return labels


def _says_again(tokens: Tokens, before: Number, number: Number) -> bool:
    """Whether brackets only write a number in the other way: "2 (two) new posts"."""
    if number.first != before.stop + 1 or tokens.words[before.stop] != "(":
        return False
    alike = number.value == before.value and {number.form, before.form} == {"digits", "words"}
    return alike and tokens.words[number.stop : number.stop + 1] == [")"]


def _stands_in(number: Number, spans: list[tuple[int, int]]) -> bool:
    """Whether a number stands in what is no figure, of which the character bounds are given."""
    return any(start < number.end and number.start < end for start, end in spans)


_Rule = Callable[[Tokens, Number], bool]
# What is said rather than counted, whatever the number's form.
_SPOKEN: Ladder[_Rule] = Ladder(
    is_rhetoric,
    is_majority,
    is_of_points,
    is_end_of_scale,
    is_part_of_several,
    is_in_title,
)
# What tells a label of any number, of a sum, of a length of time, and of a number without unit or
# scale.
_ANY: Ladder[_Rule] = Ladder(
    is_age,
    is_hyphen_type,
    is_dwelling_type,
    is_race,
    is_road_race,
    is_grade,
    is_acceleration,
    is_calibre,
    is_top,
    is_stage,
)
_MONEY: Ladder[_Rule] = Ladder(is_money_of_year, is_coin, is_lettered)
_TIMED: Ladder[_Rule] = Ladder(
    is_offset,
    is_moment,
    is_span_of_ages,
    is_stretch,
    is_reading_time,
    is_hundred_hours,
)
_PLAIN: Ladder[_Rule] = Ladder(
    follows_label,
    is_clock,
    is_broadcast,
    is_hour,
    is_hour_of_day,
    is_between_hours,
    is_door_time,
    is_round,
    describes_age,
    is_age_at,
    is_age_of_being,
    is_age_then,
    is_age_of_both,
    is_age_on_birthday,
    is_of_age_group,
    is_certificate,
    is_nth_in,
    is_year,
    is_before_christ,
    is_early_year,
    is_short_year,
    is_day_of_month,
    is_weekdays,
    is_block,
    is_address,
    is_flight,
    is_long_code,
    is_of_forces,
    is_title,
    is_numbering,
    is_dialled,
    is_named,
    is_of_frames,
    is_of_result,
    is_score_line,
    is_against_one,
    is_innings,
    is_goals_and_behinds,
    is_of_scorers,
    is_cited,
    is_in_volume,
    is_locant,
    is_part_numeral,
    is_serial,
    is_of_one,
    is_of_several,
    is_sum,
    is_pressed,
    is_listicle,
    is_listed_second,
    is_of_series,
    is_of_the_best,
    is_of_puzzle,
    is_of_young,
    is_in_asides,
    is_age_reached,
    is_nickname,
    is_ballot,
    is_counted_aloud,
)


def _is_label(tokens: Tokens, number: Number) -> bool:
    if _tells_any(_SPOKEN, tokens, number):
        return True
    if number.form in ("multiple", "fraction", "proportion"):
        return is_kind_of_flood(tokens, number)
    if touches_letters(tokens, number):
        return True
    plain = number.currency is None and number.scale is None
    if number.currency is not None and number.scale is None and _tells_any(_MONEY, tokens, number):
        return True
    if number.kind == "duration" and _tells_any(_TIMED, tokens, number):
        return True
    if _tells_any(_ANY, tokens, number):
        return True
    if not plain and number.currency is None and number.stop == number.first + 2:
        # "Rule 10b": the letter that would be a scale belongs to the reference.
        return len(tokens.words[number.first + 1]) == 1 and (
            follows_label(tokens, number) or is_of_one(tokens, number) or is_address(tokens, number)
        )
    if not plain or number.unit_inside:
        return is_seat(tokens, number)
    return _tells_any(_PLAIN, tokens, number)


_OF_SPORT: Ladder[_Rule] = Ladder(*ANY)
_OF_SPORT_PLAIN: Ladder[_Rule] = Ladder(*PLAIN)


def _is_of_sport(tokens: Tokens, number: Number) -> bool:
    """Whether a number is what sports pages print, in a list or in a sentence."""
    if is_listing(tokens) and is_listed(tokens, number):
        return True
    if _tells_any(_OF_SPORT, tokens, number):
        return True
    plain = number.currency is None and number.scale is None and not number.unit_inside
    parted = number.form in ("multiple", "fraction", "proportion")
    return plain and not parted and _tells_any(_OF_SPORT_PLAIN, tokens, number)


def _tells_any(rules: Ladder[_Rule], tokens: Tokens, number: Number) -> bool:
    """Whether any of the rules tells that a number is a label."""
    for tells in rules.allowed_by(tokens):  # noqa: SIM110 (a generator takes twice as long)
        if tells(tokens, number):
            return True
    return False
