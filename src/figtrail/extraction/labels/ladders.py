"""The rules that tell labels, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable

from figtrail.extraction.labels import sport
from figtrail.extraction.labels.ages import (
    describes_age,
    is_age,
    is_age_at,
    is_age_of_being,
    is_age_of_both,
    is_age_on_birthday,
    is_age_reached,
    is_age_then,
    is_certificate,
    is_in_asides,
    is_of_age_group,
    is_of_young,
    is_span_of_ages,
)
from figtrail.extraction.labels.codes import ends_account, is_code, is_mentioned
from figtrail.extraction.labels.coins import is_coin
from figtrail.extraction.labels.furniture import (
    is_pressed,
    is_reading_time,
    is_serial,
    is_top,
)
from figtrail.extraction.labels.hours import (
    is_between_hours,
    is_door_time,
    is_every_day,
    is_hour,
    is_hour_of_day,
    is_hundred_hours,
)
from figtrail.extraction.labels.innings import is_innings
from figtrail.extraction.labels.lettered import is_lettered
from figtrail.extraction.labels.listicles import (
    is_listed_second,
    is_listicle,
    is_numbering,
    is_of_puzzle,
    is_of_series,
    is_of_the_best,
    is_part_of_several,
)
from figtrail.extraction.labels.moments import is_broadcast, is_moment
from figtrail.extraction.labels.names import (
    is_address,
    is_block,
    is_flight,
    is_long_code,
    is_named,
    is_of_forces,
)
from figtrail.extraction.labels.numbered import is_of_one, is_of_several
from figtrail.extraction.labels.races import is_race, is_road_race, is_way_run
from figtrail.extraction.labels.references import follows_label
from figtrail.extraction.labels.rhetoric import (
    is_ballot,
    is_counted_aloud,
    is_nickname,
    is_rhetoric,
    is_sum,
)
from figtrail.extraction.labels.scales import is_end_of_scale, is_majority, is_of_points, is_verdict
from figtrail.extraction.labels.scholarly import is_cited, is_in_volume, is_locant, is_part_numeral
from figtrail.extraction.labels.scores import (
    is_against_one,
    is_for_every,
    is_goals_and_behinds,
    is_of_frames,
    is_of_result,
    is_of_scorers,
    is_score_line,
)
from figtrail.extraction.labels.sizes import (
    is_bore,
    is_calibre,
    is_grade,
    is_sized_type,
)
from figtrail.extraction.labels.stretches import is_stretch
from figtrail.extraction.labels.telephones import is_dialled
from figtrail.extraction.labels.times import (
    is_clock,
    is_day_of_month,
    is_nth_in,
    is_offset,
    is_weekdays,
)
from figtrail.extraction.labels.titles import is_in_title, opens_title
from figtrail.extraction.labels.types import (
    is_acceleration,
    is_dwelling_type,
    is_hyphen_type,
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

Rule = Callable[[Tokens, Number], bool]
# What is said rather than counted and what sports pages print, whatever the number's form.
SPOKEN: Ladder[Rule] = Ladder(
    is_rhetoric,
    is_majority,
    is_of_points,
    is_end_of_scale,
    is_verdict,
    is_part_of_several,
    is_in_title,
    *sport.ANY,
)
# What tells a label of any number, of a sum, of a length of time, and of a number without unit or
# scale.
ANY: Ladder[Rule] = Ladder(
    is_age,
    is_hyphen_type,
    is_sized_type,
    is_dwelling_type,
    is_race,
    is_road_race,
    is_grade,
    is_acceleration,
    is_bore,
    is_top,
    is_way_run,
)
MONEY: Ladder[Rule] = Ladder(is_money_of_year, is_coin, is_lettered)
TIMED: Ladder[Rule] = Ladder(
    is_offset,
    is_moment,
    is_span_of_ages,
    is_stretch,
    is_reading_time,
    is_hundred_hours,
    is_every_day,
)
PLAIN: Ladder[Rule] = Ladder(
    follows_label,
    is_mentioned,
    ends_account,
    is_clock,
    is_broadcast,
    is_hour,
    is_hour_of_day,
    is_between_hours,
    is_door_time,
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
    is_code,
    is_of_forces,
    opens_title,
    is_numbering,
    is_dialled,
    is_calibre,
    is_named,
    is_of_frames,
    is_of_result,
    is_score_line,
    is_against_one,
    is_for_every,
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
    *sport.PLAIN,
)
