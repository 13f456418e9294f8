"""Recognises the places that a sentence names, and the part that each plays in it."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from figtrail.extraction.places.gazetteer import Index, Name, Sort, Words, load_words

Role = Literal["locative", "owner", "bare", "body", "venue", "away", "dateline"]
Scope = Literal["named", "nation", "local", "world"]


class Mention(NamedTuple):
    """A place as a sentence names it; offsets count from the sentence's start.

    `role`: "locative" is governed by a preposition of place, "owner" a possessive or an adjective,
    "bare" a subject or list item, "body" a council or police force of the place, "venue" a
    building there, "away" where something comes from, goes to or is compared with, "dateline"
    where the article was written. `before` is where the phrase starts, its preposition included.
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


_CAPITAL = "A-ZÀ-ÖØ-ÞĀĆČĎĐĒĘĚĞĢĪİĶŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽ"
_TOKEN = re.compile(rf"\b[{_CAPITAL}]\w*")
_RUN = re.compile(
    rf"[{_CAPITAL}][\w'’]*(?:[ -](?:(?:of|upon|on|de|la|el|al|du|le|sur|under)[ -]){{0,2}}"
    rf"[{_CAPITAL}][\w'’]*){{0,5}}"
)
_NEXT_WORD = re.compile(r" ([\w'-]+)")
_DATELINE = re.compile(r",?[^—–\n(-]{0,30}(?:\([^)\n]{1,40}\))?\s?(?:[—–-]|:) ?")
_GENERAL = re.compile(
    r"\b(?:the ([a-z]+)|national ([a-z]+)|global ([a-z]+)"
    r"|nationally|nationwide|countrywide|worldwide|globally|locally)\b"
)
_GENERAL_HINTS = ("the ", "national", "nationwide", "countrywide", "worldwide", "global", "locally")
_ADVERBS: dict[str, Scope] = {
    "nationally": "nation",
    "nationwide": "nation",
    "countrywide": "nation",
    "worldwide": "world",
    "globally": "world",
    "locally": "local",
}
_DETERMINERS = frozenset(
    ["the", "a", "an", "whole", "entire", "all", "of", "both", "its", "their", "his", "her", "parts", "much", "most", "rest", "half", "neighbouring", "nearby", "war-torn"]
)


class _Reader:
    """One sentence while its places are read: the text, folded and as it stands."""

    __slots__ = ("found", "index", "low", "shouting", "text", "words")

    def __init__(self, text: str, low: str, index: Index) -> None:
        self.text = text
        self.low = low
        self.index = index
        self.words: Words = load_words()
        self.found: list[Mention] = []
        self.shouting = text.isupper()

    def read(self) -> list[Mention]:
        skip = 0
        for match in _TOKEN.finditer(self.text):
            start = match.start()
            if start < skip:
                continue
            name = self._look_up(start, match.end())
            if name is None:
                skip = self._read_unknown(start, match.end()) or skip
            else:
                skip = self._read_known(name, start)
        if any(hint in self.low for hint in _GENERAL_HINTS):
            self._read_general()
        return self.found

    def _look_up(self, start: int, end: int) -> Name | None:
        low = self.low
        for name in self.index.get(low[start:end], ()):
            if low.startswith(name.folded, start):
                stop = start + len(name.folded)
                if stop < len(low) and low[stop].isalnum():
                    continue
                if name.folded == "us" and self.text[start:stop] != "US":
                    continue
                return name
        return None

    def _previous(self, start: int) -> list[str]:
        """Up to four words before an offset, nearest last, as far as no clause mark parts them."""
        if start == 0 or self.low[start - 1] != " ":
            return []
        words = self.low[max(0, start - 48) : start].split()[-4:]
        for position in range(len(words) - 1, -1, -1):
            if words[position][-1] in ",;:.!?)”\"'":
                return words[position + 1 :]
        return words

    def _next(self, end: int) -> str:
        match = _NEXT_WORD.match(self.low, end)
        return match[1] if match else ""

    def _is_capital(self, offset: int) -> bool:
        return offset < len(self.text) and self.text[offset].isupper()

    # -- known names ---------------------------------------------------------------------------

    def _read_known(self, name: Name, start: int) -> int:
        text, low = self.text, self.low
        end = start + len(name.folded)
        if name.sort == "trap":
            run = _RUN.match(text, start)
            return max(end, run.end() if run else end)
        if low[end : end + 1] == "." and low.startswith(name.folded + ".", start):
            end += 0
        if end < len(low) and low[end] == "-" and not low.startswith(("-wide", "-area"), end):
            return end
        if start and text[start - 1] == "-" and not low.endswith("mid-", 0, start):
            return end
        before = self._previous(start)
        role, stop = self._judge(name, start, end, before)
        if role is None:
            return stop
        begin, label = self._widen(name, start, end, before)
        self._add(name, begin, end, label, role)
        return stop

    def _judge(
        self, name: Name, start: int, end: int, before: list[str]
    ) -> tuple[Role | None, int]:
        """The role of a known name, None where it names no place, and where to read on."""
        after = self._following(name, end)
        if after == "drop":
            run = _RUN.match(self.text, end + 1) if self._is_capital(end + 1) else None
            return None, run.end() if run else end
        stop = end
        if after in ("body", "venue"):
            run = _RUN.match(self.text, end + 1)
            stop = run.end() if run else end
        if start == 0 or self.text[start - 1] == "\n":
            dateline = self.text[start:end].isupper() and _DATELINE.match(self.text, end)
            if dateline and len(name.folded) > 2:
                return "dateline", stop
        role = self._governed(name, start, before)
        if role is None:
            return None, stop
        if after in ("body", "venue"):
            return (after if role != "away" or after == "body" else None), stop  # type: ignore[return-value]
        if after == "owner" and role in ("bare", "away"):
            role = "owner" if role == "bare" or before[-1:] == ["by"] else "away"
        if name.folded in self.words.ambiguous and role == "bare" and not self._is_listed(end):
            return None, stop
        return role, stop

    def _is_listed(self, end: int) -> bool:
        """A number or an abbreviated region stands right after: an entry of a list."""
        return bool(re.match(r",? ?[:(]? ?[£$€]?\d", self.low[end : end + 6]))

    def _following(self, name: Name, end: int) -> str:
        """What the words after a name make of it: owner, body, venue, drop, or nothing."""
        low, words = self.low, self.words
        if low.startswith(("'s ", "' "), end):
            gap = 3 if low.startswith("'s", end) else 2
            if self._is_capital(end + gap) and not self._is_institution(end + gap):
                return "drop"
            word = self._next(end + gap - 1)
            if self._is_superlative(word) or word in words.of_person or word in ("prime", "top"):
                return "drop"
            return "owner"
        if self._is_capital(end + 1) and low[end] == " " and not self.shouting:
            return self._capitals_after(name, end + 1)
        if not name.demonym:
            word = self._next(end)
            if word in ("prime", "president", "striker", "boss", "captain", "coach"):
                return "drop"
            return ""
        word = self._next(end)
        if not word:
            return "owner" if name.folded.endswith("s") else "drop"
        second = self._next(end + 1 + len(word))
        if word in words.person_noun or word in words.origin or second in words.person_noun:
            return "drop"
        if self._is_superlative(word):
            return "drop"
        return "owner"

    def _is_institution(self, start: int) -> bool:
        """A capitalised word after a possessive that is an institution, not a person."""
        word = self._next(start - 1)
        return word in self.words.body or word in self.words.venue or word in self.words.not_place

    def _capitals_after(self, name: Name, start: int) -> str:
        words = self.words
        run = _RUN.match(self.low[start:].split("\n", 1)[0]) or _RUN.match(self.text, start)
        assert run is not None
        parts = self.low[start : start + len(run[0])].replace("-", " ").split(" ")
        first = parts[0].removesuffix("'s")
        if name.demonym:
            return "owner" if first in words.not_place and first not in words.of_person else "drop"
        if any(part.removesuffix("'s") in words.venue for part in parts):
            if first in words.body and parts[-1].removesuffix("'s") in words.body_end:
                return "body"
            return "venue"
        if any(part.removesuffix("'s") in words.body_end for part in parts):
            return "body"
        if first in words.of_person or first in ("mp", "mps"):
            return "body"
        if first in words.not_place or first in self.index:
            return ""
        return "drop"

    def _governed(self, name: Name, start: int, before: list[str]) -> Role | None:
        """The role that the words before a name give it; None: it is part of another name."""
        words = self.words
        before = list(before)
        while before and (before[-1] in _DETERMINERS or before[-1] in words.direction):
            if before[-1] == "of" and len(before) > 1 and before[-2] not in _DETERMINERS:
                break
            before.pop()
        if not before:
            return "bare"
        word = before[-1]
        if word == "of":
            return self._governed_by_of(before, start)
        if self._is_name_before(start, before):
            return None
        if word in words.away and not (name.demonym and word in ("by", "as", "like")):
            return "away"
        if word in words.locative:
            if word in ("in", "on", "at", "across", "within") and self._is_compared(before[:-1]):
                return None
            if word == "for" and self._is_capital_word(start, 2):
                return None
            if name.demonym and word == "in" and self._next(start + len(name.folded)) == "":
                return None
            return "locative" if word != "for" or not name.demonym else "owner"
        if word in ("and", "or", "&") and self.found and self._joins_last(start):
            return self.found[-1].role
        return "bare"

    def _governed_by_of(self, before: list[str], start: int) -> Role | None:
        words = self.words
        head = before[-2] if len(before) > 1 else ""
        if head in words.of_people:
            if self._is_compared(before[:-2]):
                return None
            return "locative"
        if head == "university":
            return "body" if before[:1] != ["the"] or len(before) < 4 else None
        if head in words.of_person:
            return None
        return "locative"

    def _is_compared(self, before: list[str]) -> bool:
        """A superlative, an ordinal or 'any' governs the phrase: it is a scope, not a place."""
        return any(w in self.words.comparing or self._is_superlative(w) for w in before)

    def _is_superlative(self, word: str) -> bool:
        words = self.words
        if word in ("most", "best", "worst", "least", "first", "second", "third", "only", "top"):
            return True
        return word.endswith("est") and word not in words.not_superlative and len(word) > 4

    def _is_capital_word(self, start: int, back: int) -> bool:
        """The word that stands `back` words before an offset starts with a capital."""
        parts = self.text[max(0, start - 48) : start].split()
        return (
            (len(parts) > back
            and parts[-back][0].isupper())
            or (len(parts) == back and start > 48 and parts[-back][0].isupper())
        )

    def _is_name_before(self, start: int, before: list[str]) -> bool:
        """A capitalised word right before a name that makes both a person or an organisation."""
        if self.shouting or self.low[start - 1] != " ":
            return False
        position = self.low.rfind(" ", 0, start - 1) + 1
        word = self.low[position : start - 1]
        if not self.text[position].isupper() or word in self.words.direction:
            return False
        if word in self.words.locative or word in self.words.away or word in _DETERMINERS:
            return False
        if position == 0 or self.text[position - 1] == "\n":
            return word in self.words.forename or word in self.words.of_person
        return word not in ("and", "nhs", "covid") and before[-1:] == [word]

    def _joins_last(self, start: int) -> bool:
        gap = self.low[self.found[-1].end : start]
        return gap in (" and ", ", and ", " or ", " & ", " and the ", " and in ", " or in ")

    def _widen(self, name: Name, start: int, end: int, before: list[str]) -> tuple[int, str]:
        """Where the name starts with its direction ("northern England"), and what to publish."""
        label = name.label or " ".join(self.text[start:end].split())
        if name.label is None and self.text[start:end].isupper() and len(label) > 4:
            label = name.key if name.key.lower() == name.folded else label.title()
        if not name.demonym and before and before[-1] in self.words.direction:
            begin = start - len(before[-1]) - 1
            if self.low.startswith(before[-1], begin):
                return begin, f"{self.text[begin : start - 1]} {label}"
        return start, label

    # -- unknown names -------------------------------------------------------------------------

    def _read_unknown(self, start: int, end: int) -> int:
        """Adds a place that only the grammar shows; returns where to read on, 0 if none."""
        words, low = self.words, self.low
        if low[start:end] in words.not_place or (start and self.text[start - 1] in "-'’"):
            return 0
        before = self._previous(start)
        run = _RUN.match(self.text, start)
        if run is None or (not before and start):
            return 0
        stop = run.end()
        label = run[0]
        for ending in ("'s", "’s"):
            if label.endswith(ending):
                label, stop = label[:-2], stop - 2
        parts = low[start : start + len(label)].replace("-", " ").split(" ")
        if not self._is_placelike(label, parts):
            return 0
        after = self._next(stop)
        if parts[-1] in words.area and len(parts) > 1:
            after = "in"
        elif after in words.area and after not in ("state", "city", "islands", "county"):
            pass
        elif not self._is_located(before, after, stop):
            return 0
        role: Role = "locative" if before and before[-1] in words.locative else "bare"
        if before and before[-1] in words.away:
            role = "away"
        if before[-1:] in (["in"], ["the"]) and self._is_compared(before[:-1]):
            return stop
        name = Name(label.lower(), label, label, "place", None)
        self._add(name, start, stop, label, role)
        return stop

    def _is_placelike(self, label: str, parts: list[str]) -> bool:
        words = self.words
        if label.isupper() and (len(label) < 6 or not self.shouting):
            return False
        if len(parts) > 1 and parts[0] in words.forename:
            return False
        if any(p in words.body_end or p in words.venue or p in words.not_place for p in parts):
            return parts[-1] in words.area and parts[0] not in words.not_place
        return parts[0] not in words.of_person and parts[0] not in words.speech

    def _is_located(self, before: list[str], after: str, stop: int) -> bool:
        """A preposition of place governs the name and no noun follows that it would describe."""
        words = self.words
        if not before:
            return False
        if before[-1] == "of" and len(before) > 1 and before[-2] in words.of_people:
            return not after or after in words.follow
        if before[-1] not in words.locative_unknown:
            return False
        if after:
            return after in words.follow or after[0].isdigit()
        return self.low[stop : stop + 1] in (
            "",
            ".",
            ",",
            ";",
            ":",
            ")",
            "'",
            "\n",
            "-",
            "!",
            "”",
            '"',
        )

    # -- words for the nation, the locality and the world --------------------------------------

    def _read_general(self) -> None:
        words = self.words
        for match in _GENERAL.finditer(self.low):
            start, end = match.span()
            noun, national, world = match.groups()
            scope: Scope
            if noun is not None:
                if noun in ("country", "nation"):
                    scope = "nation"
                elif noun in ("world", "globe", "planet"):
                    scope = "world"
                elif noun in words.area_local:
                    scope = "local"
                else:
                    continue
                self._read_definite(scope, noun, start, end)
                continue
            if national is not None:
                if national not in words.national:
                    continue
                scope, role = "nation", "owner"
            elif world is not None:
                scope, role = "world", "owner"
            else:
                scope, role = _ADVERBS[match[0]], "locative"
            if scope == "world" and self._is_compared(self._previous(start)):
                continue
            self._add_general(scope, match[0], start, end, role)  # type: ignore[arg-type]
        self.found.sort()

    def _read_definite(self, scope: Scope, noun: str, start: int, end: int) -> None:
        """ "the country" and its like, where a preposition or a possessive makes it a place."""
        words = self.words
        if self._is_capital(start + 4) and not self.shouting:
            return
        before = self._previous(start)
        while before and before[-1] in ("of", "whole", "parts", "rest", "all"):
            before.pop()
        if before and before[-1] in words.locative and before[-1] not in ("on", "for"):
            if not self._is_compared(before[:-1]):
                self._add_general(scope, noun, start, end, "locative")
        elif self.low.startswith(("'s ", "' "), end):
            if not self._is_superlative(self._next(end + 2)):
                self._add_general(scope, noun, start, end, "owner")
        elif scope != "world" and self._next(end) in ("has", "had", "recorded", "reported", "saw"):
            self._add_general(scope, noun, start, end, "bare")

    def _add_general(self, scope: Scope, noun: str, start: int, end: int, role: Role) -> None:
        before = start
        if role == "locative" and not noun.endswith(("ly", "wide")):
            before = self.low.rfind(" ", 0, max(0, start - 1)) + 1
        self.found.append(Mention(start, end, noun, noun, "area", None, role, before, scope))

    # -- putting mentions together -------------------------------------------------------------

    def _add(self, name: Name, start: int, end: int, label: str, role: Role) -> None:
        before = start
        if role == "locative":
            before = self.low.rfind(" ", 0, max(0, start - 1)) + 1
            if self.low.startswith("the ", before):
                before = self.low.rfind(" ", 0, max(0, before - 1)) + 1
        mention = Mention(start, end, label, name.key, name.sort, name.country, role, before)
        if self.found and role not in ("body", "venue"):
            last = self.found[-1]
            gap = self.low[last.end : start]
            if gap == ", " and _contains(name, last):
                self.found[-1] = last._replace(end=end)
                return
            if gap in (" and ", ", and ", " & ", " and the ") and _can_join(last, mention):
                self._join(last, mention)
                return
        self.found.append(mention)

    def _join(self, last: Mention, mention: Mention) -> None:
        """ "Leeds and Hull", "Leeds, Hull and York": one phrase, one place."""
        first = last
        if len(self.found) > 1:
            earlier = self.found[-2]
            if self.low[earlier.end : last.start] == ", " and _can_join(earlier, last):
                self.found.pop()
                first = earlier
        label = " ".join(self.text[first.start : mention.end].split())
        self.found[-1] = first._replace(end=mention.end, label=label, key=label)


def _contains(name: Name, last: Mention) -> bool:
    if name.demonym or last.role in ("owner", "body", "venue") or last.sort == "country":
        return False
    if name.sort == "country":
        return last.country == name.key or (last.country is None and last.sort == "place")
    return name.sort == "region" and (last.country == name.country or last.country is None)


def _can_join(last: Mention, mention: Mention) -> bool:
    if last.scope != "named" or last.role == "dateline":
        return False
    return mention.role in (last.role, "bare") and mention.role not in ("body", "venue", "owner")


def find_mentions(text: str, low: str, index: Index) -> list[Mention]:
    """The places named in one sentence, in the order of the text.

    `low` is `fold(text)`. The time is linear in the sentence's length.
    """
    return _Reader(text, low, index).read()
