"""What kind of phrase some tokens of a line are: a name, a share, a report, a finite verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.lines import SPEECH

if TYPE_CHECKING:
    from figtrail.extraction.speakers.lines import Line

Range = tuple[int, int]
STOPS: Final = frozenset({",", ";", ":", ".", "(", ")", "—", "–", "-", "?", "!", "...", SPEECH})
ENDS: Final = frozenset({",", ".", ";", ")", "—", "–", "?", "!", "-", "..."})
BREAKS: Final = frozenset({",", ".", ";", "—", "–", "?", "!", SPEECH})
_BELONGING: Final = frozenset({"of", "from", "at", "with", "for"})
SIGNS: Final[frozenset[str]] = frozenset("£$€¥₹₦")
_BEHIND_SOURCE: Final = vocab.PREPOSITIONS | vocab.PARTICIPLES | vocab.PUBLISHED
_SPEAKERS: Final = vocab.BODIES | vocab.SOURCES | vocab.PRONOUNS | vocab.COMPANIES


def is_capital(word: str) -> bool:
    """Whether a word begins as a name does."""
    return word[0].isupper()


def is_finite(line: Line, at: int) -> bool:
    """Whether a token is a finite verb; the month of May and names of Work are not."""
    return line.lowers[at] in vocab.FINITE and not (at > 0 and is_capital(line.words[at]))


def is_possessive(word: str) -> bool:
    """Whether a word is a genitive ("Labour’s", "bosses’")."""
    return word.endswith(("'s", "’s", "s'", "s’"))


def is_person_like(line: Line, start: int, end: int) -> bool:
    """Whether the tokens are a bare personal name: two words or more, no role, no institution."""
    last = line.words[end - 1]
    if not 2 <= end - start <= 6 or not (is_capital(last) or _is_joined(last)):
        return False
    capitals = 0
    for at in range(start, end):
        lower = line.lowers[at]
        if is_capital(line.words[at]):
            bare = lower.rstrip(".")
            if bare in vocab.ORGANISATION_WORDS or bare in vocab.DETERMINERS:
                return False
            if bare in vocab.ROLES and bare not in vocab.TITLES and at > start:
                return False
            capitals += 1
        elif _is_joined(line.words[at]):
            capitals += 1
        elif lower not in vocab.PARTICLES:
            return False
    return capitals >= 2 and not (line.words[start].isupper() and len(line.words[start]) > 3)


def find_belonging(line: Line, start: int, end: int) -> int | None:
    """Where the body begins that somebody is of: "Ann Lowe of the charity Shelter, which"."""
    for at in range(start + 2, end - 1):
        if line.lowers[at] in _BELONGING:
            return at + 1 if is_person_like(line, start, at) else None
    return None


def _is_joined(word: str) -> bool:
    """Whether a small word is joined to a name: "al-Burhan", "d’Estaing"."""
    return (word[:3] in ("al-", "el-", "as-", "ad-", "ul-") and word[3:4].isupper()) or (
        word[:2] in ("d'", "d’") and word[2:3].isupper()
    )


def is_share(line: Line, subject: Range) -> bool:
    """Whether a subject counts those who answered ("seven in ten", "45% of nurses")."""
    if has_source_head(line, subject):
        return False
    lowers = line.lowers[subject[0] : subject[1]]
    if lowers[0] == "the" and lowers[2:] and lowers[1].isdigit() and lowers[2] in vocab.BODIES:
        # "The 27 economists surveyed" are all of them.
        return False
    if lowers[1:2] and lowers[1] in vocab.FORECASTERS:
        # "21 analysts polled by a wire" are those who answered.
        return False
    if lowers[0] in ("down", "up", "fewer") or lowers[:2] == ["the", "number"]:
        return True
    if lowers[0] in vocab.COUNTS and lowers[1:2] in ([], ["in"], ["out"]):
        return True
    for lower in lowers[:4]:
        if lower in vocab.SOURCES or lower.endswith("-year-old"):
            return False
        if lower[0].isdigit() or lower in vocab.SHARES or lower in SIGNS:
            return True
    return False


def has_source_head(line: Line, tokens: Range | None) -> bool:
    """Whether a noun phrase names a report or data rather than somebody."""
    if tokens is None:
        return False
    if "request" in line.lowers[tokens[0] : tokens[1]]:
        # "A freedom of information request by the paper".
        return True
    head = tokens[1]
    for at in range(tokens[0] + 1, tokens[1]):
        filed = line.lowers[at].endswith("ed") and line.lowers[at - 1] in vocab.SOURCES
        if line.lowers[at] in _BEHIND_SOURCE or filed:
            head = at
            break
    # "Bank of England data": what a name with "of" describes stands last.
    named = is_capital(line.words[head - 1]) and line.words[tokens[1] - 1].islower()
    named = named and (head - 1 > tokens[0] or line.lowers[tokens[0]] not in vocab.SOURCES)
    return line.lowers[(tokens[1] if named else head) - 1] in vocab.SOURCES


def can_speak(line: Line, tokens: Range) -> bool:
    """Whether a noun phrase names somebody or a report, by a word for it or by a capital."""
    return any(
        (is_capital(line.words[at]) and at > 0)
        or line.lowers[at] in _SPEAKERS
        or line.lowers[at] in vocab.ROLES
        or (at == tokens[1] - 1 and line.lowers[at][:-1] in vocab.ROLES)
        for at in range(*tokens)
    )


def is_owned(line: Line, at: int) -> bool:
    """Whether a form stands after a determiner or genitive, and so is a noun ("their need")."""
    before = line.lowers[at - 1] if at else ""
    return before in vocab.DETERMINERS or is_possessive(before)


def find_break(line: Line, at: int) -> int:
    """The first token from `at` that breaks a clause, or the length of the line."""
    size = len(line.words)
    while at < size and line.words[at] not in BREAKS:
        at += 1
    return at


def line_end(line: Line) -> int:
    """Where a line ends in the document."""
    return line.ends[-1]
