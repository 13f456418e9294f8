"""What a rule is, what it matched and what it makes of that."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from figtrail.extraction.periods.mentions import DateContext, MentionBasis, PeriodRole
from figtrail.extraction.periods.outlook import is_ahead
from figtrail.extraction.periods.relative import (
    Point,
    complete_year,
    name_point,
    read_relative,
)
from figtrail.extraction.periods.tokens import NAME_OF_CODE, WORD_VALUE, Tokens
from figtrail.intervals import is_reckonable

APRIL_NATIONS = frozenset(
    (
        *("england", "scotland", "wales", "northern ireland"),
        *("united kingdom", "uk", "gb", "great britain", "britain"),
    )
)
AMERICAN_NATIONS = frozenset(("united states", "united states of america", "us", "usa"))


class Reading(NamedTuple):
    """What an expression says by itself, before its preposition and its neighbours.

    `point` is set where the words state a date, month or year that may be completed by a
    neighbour ("between April and June 2023") or by the document. `bare`: it takes no words from
    its left (an attribute, "the 2019 survey", or a name, "Euro 2024"). `joined`: a whole range.
    `local`: "on" and "at" belong to it, as to a weekday.
    """

    period: str | None = None
    role: PeriodRole = "during"
    basis: MentionBasis = "stated"
    point: Point | None = None
    bare: bool = False
    joined: bool = False
    local: bool = False


class Matched(NamedTuple):
    """A rule's match with all that its reader may need: tokens, document, the period before."""

    tokens: Tokens
    dates: DateContext
    antecedent: str | None
    match: re.Match[str]

    def has(self, group: str) -> bool:
        """Whether the rule has the group and it took part."""
        return group in self.match.re.groupindex and self.match.start(group) >= 0

    def word(self, group: str) -> str:
        """The first token of a group that took part."""
        return self.tokens.word(self.match.start(group))

    def name(self, group: str) -> str:
        """The class of a group's first token."""
        return NAME_OF_CODE[self.tokens.shape[self.match.start(group)]]

    def year(self) -> int | None:
        """The number of the group `year`, or of `short` ('24); None where neither took part.

        Where the document has no day to reckon from, '24 is 2024.
        """
        if self.has("short"):
            short, today = int(self.word("short")), self.dates.latest
            if today is None or not is_reckonable(today):
                return 2000 + short
            return complete_year(short, today)
        return int(self.word("year")) if self.has("year") else None

    def number(self, group: str = "count") -> int | None:
        """A group's whole number in digits or words; None where it has none."""
        if not self.has(group):
            return None
        first, last = self.match.span(group)
        return read_number(self.tokens.words(first, last))

    def previous(self) -> str:
        """The class of the token before the match, empty at the sentence's start."""
        at = self.match.start() - 1
        return NAME_OF_CODE[self.tokens.shape[at]] if at >= 0 else ""

    def after(self, name: str) -> bool:
        """Whether a class is that of the token before the match, or before its article."""
        at = self.match.start() - 1 - (self.previous() == "THE")
        return at >= 0 and NAME_OF_CODE[self.tokens.shape[at]] == name

    def following(self) -> str:
        """The class of the token after the match, empty at the sentence's end."""
        code = self.tokens.shape[self.match.end() : self.match.end() + 1]
        return NAME_OF_CODE[code] if code else ""

    def near(self, words: re.Pattern[str]) -> bool:
        """Whether any of the words stand within a sentence's usual length of the match."""
        at = self.tokens.start(self.match.start())
        return words.search(self.tokens.sentence, max(0, at - 200), at + 200) is not None

    def led_by(self, words: re.Pattern[str]) -> bool:
        """Whether the words, a pattern that ends with its text, stand right before the match."""
        at = self.tokens.start(self.match.start())
        return words.search(self.tokens.sentence[max(0, at - 40) : at]) is not None

    def followed_by(self, words: re.Pattern[str]) -> bool:
        """Whether the words, a pattern that starts with its text, stand right after the match."""
        at = self.tokens.end(self.match.end() - 1)
        return words.match(self.tokens.sentence, at) is not None

    @property
    def nation(self) -> str:
        """The document's nation in lower case, empty where none is known."""
        return (self.dates.nation or "").replace("_", " ").strip().lower()

    @property
    def ahead(self) -> bool:
        """Whether the verb nearest to the match speaks of what is still to come."""
        return is_ahead(self.tokens, self.match.start())


Reader = Callable[[Matched], Reading | None]


class Rule(NamedTuple):
    """A shape's template, the classes of its first token and the reader of its matches."""

    opens: tuple[str, ...]
    template: str
    read: Reader


def make_rule(opens: str, template: str, read: Reader) -> Rule:
    """A rule whose first token has one of the blank-separated classes."""
    return Rule(tuple(opens.split()), template, read)


def read_number(words: Sequence[str]) -> int | None:
    """The whole number that a few tokens spell ("12", "forty", "twenty-six")."""
    total = 0
    for word in words:
        if word.isdigit() and word.isascii() and len(word) < 6:
            total += int(word)
        elif word in WORD_VALUE:
            total += WORD_VALUE[word]
        elif word not in ("-", "–"):
            return None
    return total


def state_point(point: Point) -> Reading:
    """The reading of a stated date, month or year."""
    return Reading(name_point(point), point=point)


def from_document(
    matched: Matched, read: Callable[[date], str | None], *, local: bool = False
) -> Reading:
    """The reading of words that only the document's date resolves."""
    return Reading(read_relative(matched.dates, read), basis="document", local=local)


def read_vague(_: Matched) -> Reading:
    """Words of time that no date pins down."""
    return Reading(role="vague")


# A number, "of" and "the".
_LED = 3


def read_length(matched: Matched) -> Reading | None:
    """A duration that only locates something in time, and no whole: "12 of the past 17 days"."""
    return None if _is_whole(matched) else Reading(role="length")


def _is_whole(matched: Matched) -> bool:
    """Whether several are so many of a duration's days or years, not "one of the last five"."""
    at = matched.match.start()
    if at < _LED or matched.tokens.word(at - 1) != "the" or matched.tokens.word(at - 2) != "of":
        return False
    number = matched.tokens.word(at - 3)
    return number.isdecimal() or WORD_VALUE.get(number, 0) > 1
