"""What a mention of a place is, and the sentence in which it is looked for."""

from __future__ import annotations

from typing import Literal, NamedTuple

from figtrail.extraction.places.gazetteer import Sort, find_place
from figtrail.extraction.places.words import Words, is_number, load_words
from figtrail.patterns import compile_late

Role = Literal["locative", "owner", "bare", "body", "venue", "away", "source", "dateline"]
Scope = Literal["named", "nation", "local", "world"]

_NEXT_WORD = compile_late(r" ([\w'-]+)")
# So many characters before a name are looked at: six words as a rule.
_WINDOW = 64
_CLAUSE_MARKS = ",;:.!?)”\"'–—-"


_OPENING_MARKS = "“\"‘'("


class Mention(NamedTuple):
    """A place as a sentence names it; offsets count from the sentence's start.

    `role`: "locative" is governed by a preposition of place, "owner" a possessive or an adjective,
    "bare" a subject or list item, "body" a council or police force of the place, "venue" a
    building there, "away" where something comes from, goes to or is compared with, "source" who
    states the figure, "dateline" where the article was written. `before` is where the phrase
    starts, its preposition included. `scope` tells names from "the country", "the city" and
    "worldwide", whose `label` is their noun; `demonym` marks an adjective or a people.
    """

    start: int
    end: int
    label: str
    key: str
    sort: Sort
    country: str | None
    role: Role
    before: int
    scope: Scope = "named"
    demonym: bool = False


class Passage(NamedTuple):
    """A sentence as it stands, folded (`low`), and whether it is all in capitals."""

    text: str
    low: str
    shouted: bool

    def words_before(self, start: int) -> list[str]:
        """Up to six folded words before an offset, nearest last, within the same clause."""
        if start == 0 or self.low[start - 1] != " ":
            return []
        words = self.low[max(0, start - _WINDOW) : start].split()[-6:]
        for position in range(len(words) - 1, -1, -1):
            word = words[position]
            if word[-1] in _CLAUSE_MARKS:
                return words[position + 1 :]
        if words and words[0][0] in _OPENING_MARKS:
            words[0] = words[0][1:]
            return words if words[0] else words[1:]
        return words

    def word_after(self, end: int) -> str:
        """The folded word after an offset, one space between; "" where there is none."""
        match = _NEXT_WORD.match(self.low, end)
        return match[1] if match else ""

    def is_capital(self, offset: int) -> bool:
        """A capital letter stands at an offset."""
        return offset < len(self.text) and self.text[offset].isupper()

    def phrase_start(self, start: int) -> int:
        """Where the preposition of a name that starts at `start` starts."""
        before = self.low.rfind(" ", 0, max(0, start - 1)) + 1
        if self.low.startswith("the ", before):
            before = self.low.rfind(" ", 0, max(0, before - 1)) + 1
        return before


def is_people(low: str, mention: Mention) -> bool:
    """The mention is of a nation's people or goods: "Poles", "Polish workers", "Danish bacon"."""
    if low[mention.end - 1] == "s" and not low.startswith("swiss", mention.start):
        return not low.startswith("'", mention.end)
    words = load_words()
    after = _NEXT_WORD.match(low, mention.end)
    if after is None or after[1] in words.people_noun:
        return after is not None
    if after[1] not in words.goods:
        return False
    further = _NEXT_WORD.match(low, after.end())
    return further is None or further[1] in words.follow or further[1] in words.risen


def is_of_both(mention: Mention, own: str | None, *, alone: bool) -> bool:
    """See "Hull and East Yorkshire Hospitals" in an article about Hull: a body of two places.

    So is a region's body where it is the one place of its sentence, not one of a list's `alone`.
    """
    if mention.role != "body":
        return False
    wide = alone and own is not None and _is_wide_body(mention, own)
    return own in mention.label.split(" and ") or wide


def is_set_apart(mentions: list[Mention], home: str) -> bool:
    """Something of a sentence is set in a place beside the `home` of whom it quotes."""
    return any(m.role == "locative" and m.label not in home for m in mentions)


def is_superlative(word: str, words: Words | None = None) -> bool:
    """The word ranks what it describes: what it ranks among is a scope, not a place."""
    words = words or load_words()
    return word in words.ranking or (
        word.endswith("est") and len(word) > 4 and word not in words.not_superlative
    )


# So many words before a place, more aren't seen.
_CUT = 4


def is_ranked(before: list[str]) -> bool:
    """A superlative, an ordinal, "any other" or "mostly" governs a phrase that these words precede.

    What tells of time or counts ranks nothing: "last month in Leeds", "most clinics in Leeds".
    """
    words = load_words()
    for at in range(len(before) - 1, max(-1, len(before) - 5), -1):
        word = before[at]
        if is_number(word) or word in words.auxiliary:
            return False
        if _ranks(before, at, words):
            return True
    return bool(before) and before[-1] in words.ordinal


def _ranks(before: list[str], at: int, words: Words) -> bool:
    word = before[at]
    if word not in words.comparing and not is_superlative(word, words):
        return False
    following = before[at + 1] if at + 1 < len(before) else ""
    head = before[at - 1] if at else ""
    if following.removesuffix("'s") in words.time or head == "at":
        return False
    if word == "most" and following and not following.endswith(("ly", "ed")):
        return head in words.determiner or head.endswith("'s") or head in words.ordinal
    if word in ("any", "every"):
        # The window may end before "of any town or city in".
        cut = not head and len(before) >= _CUT
        return following in ("", "other") or head in ("of", "than") or cut
    return True


def _is_wide_body(mention: Mention, own: str) -> bool:
    """See "Northumbria Police" in an article about Sunderland: a region's body at work there."""
    known = find_place(own)
    if known is None or known.sort != "city" or mention.sort != "region":
        return False
    return mention.country in (known.country, None)
