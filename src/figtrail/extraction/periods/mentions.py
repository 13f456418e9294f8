"""The two nouns of this package: where a sentence speaks of time, and what dates it."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

PeriodRole = Literal[
    "during", "start", "end", "since", "until", "by", "frequency", "length", "vague"
]
MentionBasis = Literal["stated", "document"]


class PeriodMention(NamedTuple):
    """A temporal expression: `sentence[start:end]`, preposition included.

    `period` is an ISO 8601 date, month, year or day interval, None where the words and the
    document's date don't pin it down. `role` says how the expression relates to it: `start` and
    `end` are the first and last day of something longer; `since` and `until` are open at one side
    and have no period; `length` is a duration that only locates something; `vague` has words but
    no date. Where `masks`, the numbers inside are no figures. `basis` is `document` where the
    document's date was needed. `edge` is the period at which `since` begins or `until` ends, where
    the words name one.
    """

    start: int
    end: int
    period: str | None
    role: PeriodRole = "during"
    masks: bool = True
    basis: MentionBasis = "stated"
    edge: str | None = None


class DateContext(NamedTuple):
    """What is known of the document: its first and last possible day, equal when exact; its nation.

    Without days, relative expressions keep their words and have no period. The nation decides
    what 2018-19 and 03/04/2019 mean; None is read as nowhere in particular. `fiscal` is the month
    and day on which the fiscal year begins that the document speaks of, where it says so, and
    `own_quarters` whether its quarters are a company's and none of the calendar's. `told` are the
    periods that the text has stated so far, in order.
    """

    earliest: date | None = None
    latest: date | None = None
    nation: str | None = None
    fiscal: tuple[int, int] | None = None
    own_quarters: bool = False
    told: tuple[str, ...] = ()
