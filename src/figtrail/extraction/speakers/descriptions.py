"""Who is meant by "the minister", "the former teacher" or "the department"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.patterns import compile_late

if TYPE_CHECKING:
    from figtrail.extraction.speakers.names import People
    from figtrail.extraction.speakers.narration import Narration

_SHORTEST_ACRONYM: Final = 3
_LONGEST_ACRONYM: Final = 6
# How far back a description reaches, and how far from a role its bearer's name may stand.
_REACH: Final = 2500
_APPOSED: Final = 50
# Where an article opens, and how far on the name stands of whom it describes first.
_OPENING: Final = 600
# A description of so many words tells somebody known by more than a role.
_LONG: Final = 4
_AGED = compile_late(r"(\d\d)-year-old\b")
_CAPITALS: Final = r"[A-Z][\w-]+(?:(?:,? and |, | )[A-Z][\w-]+){0,6}"
_NO_EPITHET: Final = "|".join(sorted(vocab.MODIFIERS))


def find_full_body(text: str, noun: str, position: int) -> str | None:
    """The body last named in full: "the Department of Health", "the interior ministry"."""
    before = text[max(0, position - _REACH) : position]
    named = rf"(?:{_CAPITALS} )?{noun.title()} (?:of|for) (?:the )?{_CAPITALS}"
    described = rf"(?!(?:{_NO_EPITHET})\b)[a-z]+ {noun}\b"
    found = re.findall(rf"\b[Tt]he (?:{named}|{described})", before)
    return found[-1] if found else None


def find_spelt_out(text: str, words: list[str], position: int) -> str | None:
    """The body whose initials an acronym repeats, where the text before names it in full."""
    acronym = words[-1]
    if not (_SHORTEST_ACRONYM <= len(acronym) <= _LONGEST_ACRONYM and acronym.isalpha()):
        return None
    before = text[max(0, position - _REACH) : position]
    joined = r" (?:(?:of|for|on|in|to|the|and|&) ){0,3}".join(rf"{c}[\w’'-]+" for c in acronym)
    article = "(?:[Tt]he )?" if len(words) > 1 else ""
    found = re.search(rf"\b{article}{joined}\b", before)
    return None if found is None else found[0]


def _find_coming(narration: Narration, people: People, position: int) -> str | None:
    """Whom an article's opening describes before it names anybody: the one it names next.

    Not somebody who is introduced there ("union leader Ann Lowe", "Ann Lowe, a baker").
    """
    text, spoken = narration.text, narration.is_spoken
    if position > _OPENING or people.find_last(position, 0, None, spoken) is not None:
        return None
    stop = text.find("\n", position)
    person = None if stop < 0 else people.find_next(stop, position + _OPENING, None, spoken)
    if person is None:
        return None
    at = text.find(person.name, stop)
    before = text[stop:at].split()[-1:]
    apposed = re.match(r", (?:an?|the|who|[a-z]+ of|\d)\b", text[at + len(person.name) :][:20])
    introduced = at < 0 or apposed or not vocab.ROLES.isdisjoint(word.lower() for word in before)
    return None if introduced else people.find_full(person)


def find_aged(narration: Narration, people: People, words: list[str], position: int) -> str | None:
    """Whom "the 46-year-old" means: the one of that age ("Ann Lowe, 46"), else the last named."""
    age = next((found[1] for word in words if (found := _AGED.match(word))), None)
    if age is None:
        return None
    text, floor = narration.text, max(0, position - _REACH)
    told = text.rfind(f", {age}", floor, position)
    end = position if told < 0 else told
    person = people.find_last(end, floor, None, narration.is_spoken)
    return None if person is None else people.find_full(person)


def find_described(
    narration: Narration, people: People, words: list[str], position: int
) -> str | None:
    """The person whom the text gives the role that "the minister" repeats.

    Where no role says so, a longer description ("the former maths teacher") means whoever was
    named last.
    """
    text, spoken = narration.text, narration.is_spoken
    floor = max(0, position - _REACH)
    found = list(re.finditer(rf"\b{re.escape(words[-1])}\b", text[floor:position], re.IGNORECASE))
    coming = _find_coming(narration, people, position)
    if coming is not None:
        return coming
    if not found:
        if len(words) < _LONG:
            return None
        person = people.find_last(position, floor, None, spoken)
        return None if person is None else people.find_full(person)
    at = floor + found[-1].end()
    borne = people.find_at(at + 1)
    if borne is not None:
        return people.find_full(borne)
    stop = min(position, at + _APPOSED)
    line = text.find("\n", at, stop)
    person = people.find_next(at, stop if line < 0 else line, None, spoken)
    if person is None:
        near = max(floor, at - _APPOSED, text.rfind("\n", floor, at) + 1)
        person = people.find_last(at, near, None, spoken)
    return find_unnamed(text, words, position) if person is None else people.find_full(person)


def find_unnamed(text: str, words: list[str], position: int) -> str | None:
    """The nameless one whom "the spokesperson" means again: "A government spokesperson"."""
    if len(words) != len(("the", "spokesperson")):
        return None
    introduced = (
        rf"\b[Aa]n? (?:[\w’'.&-]+ ){{0,4}}{re.escape(words[-1])}\b(?: for (?:the )?{_CAPITALS})?"
    )
    found = re.findall(introduced, text[max(0, position - _REACH) : position])
    return found[-1] if found else None
