"""The people of an article: each by the name and title first given, found again by short names."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.genders import Gender, gender_of_forename
from figtrail.extraction.speakers.headlines import find_titles
from figtrail.extraction.speakers.persons import Person, read_person
from figtrail.patterns import compile_late

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_CAPITAL: Final = "[A-ZÀ-ÖØ-ÞĀĆČĎĐĒĘĚĞĢĪİĶŁŃŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽ]"
_NAME = rf"{_CAPITAL}(?:\.(?:{_CAPITAL}\.)*|[\w-]{{0,30}}(?:[’'](?!s\b)\w{{1,30}}){{0,2}}\.?)"
_JOINED = "|".join(sorted(vocab.PARTICLES - {"a"}, key=len, reverse=True))
# A full stop behind five letters or more ends a sentence, not a title.
# "The WFP. She added": what opens a sentence goes on with no name.
# So does one behind an acronym: "67 LMT. On Friday".
_OPENING = "He|She|It|They|The|This|That|These|Those|His|Her|Its|Their"
_UNSTOPPED = r"(?<!\w{5}\.)(?<![A-Z]{2}\.)[ \u00a0]"
_FURTHER = rf"(?:{_UNSTOPPED}(?!(?:{_OPENING})\b)(?:(?:{_JOINED})[ \u00a0]){{0,2}}{_NAME})"
_RUN = compile_late(rf"{_NAME}{_FURTHER}+")
_RUN_OR_LONE = compile_late(rf"{_NAME}{_FURTHER}*")


# Bodies by description, behind which a name is theirs.
NAMED_AS: Final = (vocab.BODIES | vocab.COMPANIES) - vocab.ROLES - {"police"}
_LONGEST_BODY: Final = 16

_MOST_NAMESAKES: Final = 4
# How many mentions back a pronoun may reach.
_MEMORY: Final = 16
# Before this offset a text says where its news comes from.
_DATELINE: Final = 300
_LONGEST_RUN: Final = 300
# Behind the name of a thing: "Sports Fund (SF)".
_INITIALS = compile_late(r" \(([A-Z]{2,8})[,)]")


class Mention(NamedTuple):
    """Where a person is named, in full or in short."""

    start: int
    person: Person


_PREPOSITION = compile_late(r"\b(?:of|at|in|from|near|for|to|across|outside|the)\s$", re.IGNORECASE)

_TOPIC = compile_late(r"(?:^|[\n.”\"] ?)(?:For|To|Like|Unlike)\s$")

# An address stands where a name might: "at the Guildhall, Harbour Lane, on Monday".
_STREETS: Final = (" Lane", " Street", " Road", " Avenue", " Row", " Square", " House", " Close")
_LONGEST_STREET: Final = 40

# What stands before a person's name or in the aside behind it.
_PERSONAL: Final = vocab.ROLES | {"who", "whose"}
# Places that begin as a person with a title does.
_TITLED_PLACES: Final = frozenset({"Sri Lanka"})
_LONGEST_ROLE: Final = 24
_LONGEST_ASIDE: Final = 60


class People:
    """Everybody named in a text, in order; built in one scan."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._first: dict[str, list[Person]] = {}
        self._genders: dict[str, Gender] = {}
        self._by_part: dict[str, Person] = {}
        self._named: list[Mention] = []
        read: dict[str, Person | None] = {}
        titles = find_titles(text)
        for match in _RUN.finditer(text):
            run = match[0]
            while titles and titles[-1][1] <= match.start():
                titles.pop()
            if titles and titles[-1][0] <= match.start():
                # "Kestrel Delivers Rare Loss": no capital of a headline's tells a name.
                continue
            if self._is_abbreviated(run, match.end()):
                continue
            if run not in read:
                read[run] = self._meet(run)
            person = read[run]
            if person is not None and not self._is_dateline(match.start(), match.end()):
                self._named.append(Mention(match.start(), person))

    def _is_abbreviated(self, run: str, end: int) -> bool:
        """Whether initials stand in brackets behind a name, as a thing's do: "Sports Fund (SF)"."""
        if self._text[end : end + 2] != " (":
            return False
        initials = _INITIALS.match(self._text, end)
        last = run.split()[-1]
        return initials is not None and initials[1][-1] == last[0]

    def _is_dateline(self, start: int, end: int) -> bool:
        """Whether a name is where news comes from: "New Delhi: The Centre has …"."""
        if start > _DATELINE or self._text[end : end + 2] != ": ":
            return False
        opens = start == 0 or self._text[start - 1] == "\n"
        return opens and self._text[end + 2 : end + 3].isalpha()

    def _find_mentions(self, start: int, end: int) -> list[Mention]:
        """Every mention that begins in `text[start:end]`, those by a lone surname included."""
        first, last = (bisect_left(self._named, at, key=itemgetter(0)) for at in (start, end))
        mentions = self._named[first:last]
        # Names don't go on across lines: read from where one begins, but not from far away.
        floor = max(0, start - _LONGEST_RUN)
        line = self._text.rfind("\n", floor, start) + 1 or floor
        for match in _RUN_OR_LONE.finditer(self._text, line):
            at = match.start()
            if at >= end:
                break
            surname = match[0].rstrip(".").lower()
            if at >= start and surname in self._first:
                mentions.append(Mention(at, self._first[surname][0]))
        mentions.sort(key=itemgetter(0))
        return mentions

    def _meet(self, run: str) -> Person | None:
        """The person of a name in full or with a title, who is known from here on."""
        person = read_person(run.split())
        if person is None or (person.forename is None and person.title is None):
            return None
        self._add(person)
        return person

    def _add(self, person: Person) -> None:
        if person.gender is not None:
            self._genders.setdefault(person.surname, person.gender)
        known = self._first.setdefault(person.surname, [])
        if person.forename is None:
            if not known:
                known.append(person)
            return
        if any(other.forename == person.forename for other in known):
            return
        if len(known) == 1 and known[0].forename is None:
            known[0] = person
        elif len(known) < _MOST_NAMESAKES:
            known.append(person)
        for part in person.name.lower().split()[:-1]:
            self._by_part.setdefault(part, person)

    def find_full(self, person: Person) -> str:
        """The name first given of a person named in short or again."""
        known = [other for other in self._first.get(person.surname, ()) if other.forename]
        if person.forename is not None:
            same = [other for other in known if other.forename == person.forename]
            return same[0].name if same else person.name
        whole = self._by_part.get(person.surname)
        if not known and whole is not None:
            return whole.name
        titled = [other for other in known if person.title and other.title == person.title]
        return next(iter(titled or known), person).name

    def find_at(self, start: int) -> Person | None:
        """The person whose name in full begins at an offset, behind a role in capitals."""
        run = _RUN.match(self._text, start)
        person = None if run is None else read_person(run[0].split())
        return person if person is not None and person.forename is not None else None

    def knows(self, name: str) -> bool:
        """Whether somebody of that surname or forename (lower case) is named."""
        return name in self._first or name in self._by_part

    def is_somebody(self, name: str) -> bool:
        """Whether a title, a role or words behind a name show that it is a person's."""
        words = name.split()
        if name in _TITLED_PLACES:
            return False
        if words[0].lower().rstrip(".") in vocab.TITLES or words[-1].lower() in self._genders:
            return True
        at = self._text.find(name)
        for _ in range(_MOST_NAMESAKES):
            if at < 0:
                break
            before = self._text[max(0, at - _LONGEST_ROLE) : at].split("\n")[-1].split()[-1:]
            behind = self._text[at + len(name) : at + len(name) + _LONGEST_ASIDE]
            aside = behind[1:].split(",", 1)[0].split() if behind[:1] == "," else []
            if any(word.strip(",.").lower() in _PERSONAL for word in (*before, *aside)):
                return True
            at = self._text.find(name, at + 1)
        return False

    def _follows_preposition(self, start: int) -> bool:
        """Whether a name stands as institutions and places do: "of Meristone", "In Addis Ababa"."""
        if self._text[start - 1 : start] == "(":
            # "Ann Lowe (Lib Dem, Barton)".
            return True
        if _TOPIC.search(self._text, max(0, start - 8), start) is not None:
            # "For Ann Lowe, 33, the sums are plain": who the paragraph is about.
            return False
        first = self._text[start : start + _LONGEST_STREET].split(" ", 1)[0].lower()
        if first in vocab.ROLES or first in vocab.PORTFOLIOS:
            # "Leader of the Opposition Ann Lowe": the role is the institution's, the name is not.
            return False
        head = self._text[max(0, start - 8) : start + 8]
        if self._text[start : start + _LONGEST_STREET].split(",", 1)[0].endswith(_STREETS):
            return True
        if self._text[max(0, start - _LONGEST_BODY) : start - 1].rpartition(" ")[2] in NAMED_AS:
            # "The charity Hope House".
            return True
        return _PREPOSITION.search(head, 0, min(8, start)) is not None or (
            self._text[start : start + 8].split(" ", 1)[0].lower() in vocab.PREPOSITIONS
        )

    def find_next(
        self, after: int, before: int, gender: Gender | None, is_spoken: Callable[[int], bool]
    ) -> Person | None:
        """The person of fitting gender first named in `text[after:before]`, outside speech."""
        for mention in self._find_mentions(after, before)[:_MEMORY]:
            fits = self._fits(mention.person, gender) and not self._is_aside(mention)
            if fits and not is_spoken(mention.start):
                return mention.person
        return None

    def find_last(
        self, before: int, after: int, gender: Gender | None, is_spoken: Callable[[int], bool]
    ) -> Person | None:
        """The person of fitting gender last named in `text[after:before]`, best outside speech."""
        fallback: Person | None = None
        for mention in reversed(self._find_mentions(after, before)[-_MEMORY:]):
            if self._fits(mention.person, gender):
                if not self._is_aside(mention) and not is_spoken(mention.start):
                    return mention.person
                fallback = fallback or mention.person
        return fallback

    def find_fitting(
        self, before: int, after: int, gender: Gender | None, is_spoken: Callable[[int], bool]
    ) -> Iterator[Mention]:
        """Yield who of fitting gender is named in `text[after:before]`, the nearest first."""
        for mention in reversed(self._find_mentions(after, before)[-_MEMORY:]):
            fits = self._fits(mention.person, gender) and not is_spoken(mention.start)
            if fits and not self._is_aside(mention):
                yield mention

    def _fits(self, person: Person, gender: Gender | None) -> bool:
        """Whether nothing known of somebody speaks against a gender."""
        known = person.gender or self._genders.get(person.surname)
        known = known or gender_of_forename(self._forename_of(person))
        return gender is None or known is None or known == gender

    def _forename_of(self, person: Person) -> str | None:
        """The forename of somebody, also where he is named by a surname that only one bears."""
        known = self._first.get(person.surname, ())
        return person.forename or (known[0].forename if len(known) == 1 else None)

    def _is_aside(self, mention: Mention) -> bool:
        """Whether a name stands where institutions and places do, and no title shows a person."""
        person = mention.person
        titled = person.gender or self._genders.get(person.surname)
        return titled is None and self._follows_preposition(mention.start)

    def is_person(self, person: Person) -> bool:
        """Whether a title, a forename, a role or words behind a name show that it is a person's."""
        shown = person.title or person.gender or gender_of_forename(self._forename_of(person))
        return shown is not None or self.is_somebody(person.name)
