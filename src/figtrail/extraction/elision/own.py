"""The unit that a reading's own words and clause give it."""

from __future__ import annotations

from figtrail.extraction.elision.again import find_time_again
from figtrail.extraction.elision.antecedents import Unit
from figtrail.extraction.elision.asked import Asked
from figtrail.extraction.elision.ballots import is_tally
from figtrail.extraction.elision.bare_units import (
    find_bare_unit,
    find_fronted_noun,
    find_rated_noun,
    name_degrees,
    read_degrees,
)
from figtrail.extraction.elision.contests import counts_goals, find_statistic
from figtrail.extraction.elision.exams import counts_grades, find_exam_score
from figtrail.extraction.elision.heads import ANIMALS
from figtrail.extraction.elision.numbered import find_apposed, find_numbered, find_tallied
from figtrail.extraction.elision.persons import (
    are_employed,
    are_in_state,
    are_persons,
    befalls_next,
    counts_age_group,
    is_part_of_persons,
    is_share_of_persons,
)
from figtrail.extraction.elision.points import PERCENT_STARTS, is_percentage_gap
from figtrail.extraction.elision.polls import find_poll_unit, is_answer
from figtrail.extraction.measured import Measured
from figtrail.extraction.rate_nouns import find_priced_currency
from figtrail.extraction.rates import CURRENCY_NOUNS


def find_own_unit(asked: Asked) -> Unit | None:
    """The unit that a reading's own words and clause give it; None where they don't."""
    tokens, reading, measured = asked[:3]
    polled = find_poll_unit(tokens, reading, measured, asked.antecedent)
    if polled is not None and is_answer(tokens, reading.after):
        return asked.give(*polled)
    found = _find_by_words(asked)
    if found is not None:
        return found
    if reading.unit is not None:
        return _read_stated(asked)
    if reading.kind == "rate" and (priced := find_priced_currency(tokens, reading)) is not None:
        return asked.give(priced, "money")
    if are_employed(tokens, reading) or are_in_state(tokens, reading, asked.counted):
        return asked.give("person", "count")
    return asked.give(*polled) if polled is not None else _find_by_clause(asked)


def _is_mark(asked: Asked, measured: Measured) -> bool:
    """Whether highs and lows are of an index or a price: no air is so hot ("highs of 1,250")."""
    return (
        asked.tokens.lowers[measured.stop - 1] in _MARKS and asked.reading.number.value > _HOTTEST
    )


_MARKS = frozenset(("high", "highs", "low", "lows"))
# In degrees of either scale.
_HOTTEST = 150


def _find_by_words(asked: Asked) -> Unit | None:
    """The unit that the words beside a number give it: grades, over-65s, "of them homes"."""
    tokens, reading, measured = asked[:3]
    scored = find_exam_score(tokens, reading, measured)
    if scored is not None:
        return asked.give(scored, "score")
    if counts_grades(tokens, reading):
        return asked.give("grade")
    if is_share_of_persons(tokens, reading):
        return asked.give("person", "ratio")
    if reading.unit is None and is_tally(tokens, reading):
        return asked.give("vote")
    aged = counts_age_group(tokens, reading)
    if aged or (reading.kind == "count" and is_part_of_persons(tokens, reading)):
        return asked.give("person")
    bare = reading.unit is None and reading.phrase is None and reading.kind == "count"
    if bare and tokens.lowers[reading.after : reading.after + 1] == ["who"]:
        # "Nine of the 14 who stood".
        return asked.give("person")
    apposed = find_apposed(tokens, reading)
    if apposed is not None:
        return asked.give(apposed)
    if reading.kind == "count" and reading.unit is None:
        timed = find_time_again(tokens, reading)
        if timed is not None:
            return asked.give(*timed)
        tallied = find_tallied(tokens, reading, measured)
        if tallied is not None:
            return asked.give(tallied)
    if reading.kind == "count" and (numbered := find_numbered(tokens, reading)) is not None:
        return asked.give(numbered)
    if counts_goals(tokens, reading, asked.counted):
        return asked.give("goal")
    statistic = find_statistic(tokens, reading, asked.antecedent)
    if statistic is not None:
        per = asked.per or statistic[1]
        return Unit("rate" if per is not None else "count", statistic[0], per)
    if reading.kind == "ratio" and reading.unit in CURRENCY_NOUNS:
        # "A third of every euro".
        return asked.give(CURRENCY_NOUNS[reading.unit])
    return None


def _find_by_clause(asked: Asked) -> Unit | None:
    """The unit that what is measured or said of a bare number gives it."""
    tokens, reading, measured = asked[:3]
    if measured is None:
        befalls = reading.kind == "count" and befalls_next(tokens, reading)
        return asked.give("person") if befalls else None
    code = CURRENCY_NOUNS.get(tokens.lowers[measured.start])
    if code is not None and measured.stop == measured.start + 1:
        return asked.give(code, "money")
    if reading.kind == "count":
        bare = find_bare_unit(tokens, reading, measured)
        if bare is not None and bare[0] != "celsius":
            return asked.give(*bare)
        if bare is not None and not _is_mark(asked, measured):
            return asked.give(name_degrees(asked.nation), bare[1])
        herd = asked.beside and asked.antecedent is not None and asked.antecedent.unit in ANIMALS
        if not herd and are_persons(tokens, measured, asked.noun):
            return asked.give("person")
    if reading.kind == "rate":
        rated = find_rated_noun(tokens, measured) or find_fronted_noun(tokens, reading, measured)
        if rated is None and are_persons(tokens, measured, asked.noun):
            # "About 90 die each year".
            rated = "person"
        return asked.give(rated) if rated is not None else None
    return None


def _read_stated(asked: Asked) -> Unit:
    """The unit that stands with the number, told apart where one word names several."""
    unit = asked.reading.unit or "item"
    if unit == "degree":
        unit = read_degrees(asked.tokens, asked.reading, asked.nation)
    before = asked.antecedent.unit if asked.antecedent is not None else None
    awarded = asked.reading.kind == "count"
    ahead = asked.tokens.lowers[asked.reading.after : asked.reading.after + 3]
    if unit == "point" and not awarded and ahead[:1] == ["to"] and ahead[-1] in PERCENT_STARTS:
        # "Cut its fix by 0.15 points to 4.29%".
        return asked.give("percentage_point", "percentage")
    if unit == "point" and not awarded and is_percentage_gap(asked.tokens, asked.measured, before):
        return asked.give("percentage_point", "percentage")
    return asked.give(unit)
