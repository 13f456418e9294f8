"""The period of each figure, by the signs of all that it may be about.

Rules date a figure by its own words. Where a time was told before, whether the story still speaks
of it is a matter of what it is about, and rules go on with it too seldom in one story and too often
in another. So the periods that a figure may have are weighed, one figure after the other:
`build/weigh_periods.py` has made the weights of period_weights.csv of what annotators took.
"""

from __future__ import annotations

from figtrail.extraction.choosing.periods.options import Option, read_options
from figtrail.extraction.choosing.periods.signs import read_signs
from figtrail.extraction.choosing.periods.stories import Story
from figtrail.extraction.choosing.periods.times import Chosen, Times, read_times
from figtrail.extraction.choosing.weights import Scale, read_weights
from figtrail.extraction.dating import UNDATED, Dating, make_dating
from figtrail.extraction.found import Found

# Weights are hundredths of a logarithm of odds. By less than the margin another period is as often
# wrong as the one that the rules take.
_MARGIN = 30


def choose_periods(story: Story) -> list[Found]:
    """The figures of a story in order, each with the period that weighs most."""
    times = read_times(story)
    if not times.stated:
        return list(story.found)
    chosen = Chosen()
    dated: list[Found] = []
    for at, item in enumerate(story.found):
        option = _choose(times, chosen)
        chosen.add(option.period)
        dated.append(item if option.ruled else item._replace(dating=_date(story, at, option)))
    return dated


def _choose(times: Times, chosen: Chosen) -> Option:
    options = read_options(times, chosen)
    if len(options) == 1:
        return options[0]
    signs = read_signs(times.story, len(chosen.periods))
    scale = Scale(read_weights("period_weights.csv"), signs)
    best, most = options[0], -1_000_000
    for option in options:
        odds = scale.weigh(option.place, option.signs)
        if option.ruled:
            odds += _MARGIN
        if odds > most:
            best, most = option, odds
    return best


def _date(story: Story, at: int, option: Option) -> Dating:
    """A period with the words that state it in the figure's own sentence, if any do."""
    if option.period is None:
        return UNDATED
    if option.mark is None:
        return Dating(option.period, None, "context")
    return make_dating(story.found[at].tokens, option.mark, option.period)
