"""The phrase that says what a number measures, by the signs of all that may.

Rules tell it where grammar does. Where a number's own words don't say what it measures, they take
the phrase of a figure before, more often than readers do. So the phrases of its sentence and that
of the rules are weighed: `build/weigh_phrases.py` has made the weights of phrase_weights.csv of
what annotators took.
"""

from __future__ import annotations

from figtrail.extraction.choosing.phrases.setting import Setting
from figtrail.extraction.choosing.phrases.signs import read_others, read_ruled, read_setting
from figtrail.extraction.choosing.weights import Scale, read_weights
from figtrail.extraction.lexicon import read_words
from figtrail.extraction.measured import LEVEL_NOUNS

# Weights are hundredths of a logarithm of odds. By less than the margin another phrase is as often
# wrong as the one that the rules take; above the height hardly any other is better.
_MARGIN = 75
_HEIGHT = 300
# Less than anything weighs.
_LEAST = -100_000
_GOING_ON = read_words("measured_words.txt")["going_on"]
# Words behind "of" that stand for what was told, and within how many tokens.
_TOLD = LEVEL_NOUNS.union(("them", "these", "those", "which", "whom"))
_NEAR = 4


def choose_phrase(setting: Setting) -> str | None:
    """The phrase that says what a number measures: that of the rules, or one that weighs more."""
    if setting.phrase is not None and _is_decided(setting):
        return setting.phrase
    scale = Scale(read_weights("phrase_weights.csv"), read_setting(setting))
    chosen, least = setting.phrase, _LEAST
    ruled = read_ruled(setting)
    if ruled is not None:
        odds = scale.weigh(ruled.place, ruled.signs)
        if odds > _HEIGHT:
            return chosen
        least = odds + _MARGIN
    for option in read_others(setting):
        odds = scale.weigh(option.place, option.signs)
        if odds >= least:
            chosen, least = option.text, odds + 1
    return chosen


def _is_decided(setting: Setting) -> bool:
    """Whether the words at a number say that it goes on with what was told, or the rule decides.

    "Fires accounted for 12 of the 40 calls" tells of fires, though it counts calls; "12 of them",
    "followed by 12" and "12% of the long-term mean" are of what stands before.
    """
    if setting.rule == "composing":
        return True
    lowers, reading = setting.tokens.lowers, setting.reading
    first, stop = reading.bound_start, reading.stop
    if lowers[stop : stop + 1] == ["of"] and not _TOLD.isdisjoint(lowers[stop + 1 : stop + _NEAR]):
        return True
    return first > 1 and f"{lowers[first - 2]}-{lowers[first - 1]}" in _GOING_ON
