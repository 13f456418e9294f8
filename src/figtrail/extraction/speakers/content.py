"""Where a clause opens behind a verb of saying: "that", a subject, a finite verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import phrases
from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.lines import SPEECH
from figtrail.extraction.tokens import tag_word

if TYPE_CHECKING:
    from figtrail.extraction.speakers.lines import Line

_REACH: Final = 40
# How many tokens a subject, and the aside behind it, may have.
_SUBJECT_REACH: Final = 6
_ASIDE_REACH: Final = 16
_NO_ASIDE: Final = range(0)
_HEDGES: Final = frozenset(
    {"about", "around", "some", "over", "nearly", "almost", "roughly", "only", "just", "at"}
    | {"least", "more", "than", "up", "to", "less", "fewer"}
)
_POINTING: Final = frozenset({"this", "these", "those", "each", "both", "all", "some"})


def find_that(line: Line, following: int, *, tells: bool = False) -> int | None:
    """The "that" which opens the complement, when words about the occasion come first.

    `tells`: whoever is told comes first, too, and where ("the panel at County Hall, York, that").
    """
    for at in range(following, min(len(line.words), following + (28 if tells else 16))):
        lower = line.lowers[at]
        if lower == "that" and opens_content(line, at):
            # Behind a comma that does not enclose an aside, it opens a relative clause.
            crossed = "," in line.words[following:at] and line.words[at - 1] != ","
            return None if crossed else at
        if line.words[at] in (";", ":", SPEECH) or phrases.is_finite(line, at):
            return None
    return None


def opens_content(line: Line, at: int) -> bool:
    """Whether "that" at `at` may open a clause: not in "of that area" or "that week"."""
    if at and line.lowers[at - 1] in vocab.PREPOSITIONS:
        return False
    if at > 1 and line.lowers[at - 2] in ("a", "an") and at + 1 < len(line.words):
        # "In a talk that lasted two hours".
        described = line.lowers[at - 1] not in vocab.CONTENT_NOUNS
        if described and (phrases.is_finite(line, at + 1) or line.lowers[at + 1].endswith("ed")):
            return False
    return vocab.SPANS.isdisjoint(line.lowers[at + 1 : at + 2])


def find_listener_end(line: Line, following: int) -> int:
    """The last token of whoever is told."""
    lowers = line.lowers
    size = len(lowers)
    at = following
    if at < size and lowers[at] in vocab.DETERMINERS:
        at += 1
        while at < size - 1 and phrases.is_capital(line.words[at]):
            at += 1
        # "The Gazette nine shops": the number is no part of the listener.
        counts = at > following + 1 and (lowers[at][0].isdigit() or lowers[at] in vocab.COUNTS)
        return min(at, size - 1) - counts
    while (
        at + 1 < size
        and phrases.is_capital(line.words[at])
        and phrases.is_capital(line.words[at + 1])
    ):
        at += 1
    return min(at, size - 1)


def speech_follows(line: Line, following: int) -> bool:
    """Whether direct speech follows in the same clause."""
    for at in range(following, min(len(line.words), following + 14)):
        if line.words[at] == SPEECH:
            return True
        if line.words[at] in (".", ";") or phrases.is_finite(line, at):
            return False
    return False


def opens_clause(line: Line, following: int) -> bool:
    """Whether a clause, not just a noun phrase, follows."""
    size = len(line.words)
    if following >= size:
        return False
    if line.lowers[following] in vocab.CLAUSE_OPENERS or line.words[following] in (SPEECH, ":"):
        return True
    infinitive = False
    thing = line.lowers[following] in vocab.ARTICLES
    aside = _find_aside(line, following)
    for at in range(following, min(size, following + _REACH)):
        if at in aside:
            continue
        word, lower = line.words[at], line.lowers[at]
        if lower == "that" and opens_content(line, at):
            # "Declared a state of emergency over a leak that …" tells of a thing.
            return not thing or line.lowers[at - 1] in vocab.CONTENT_NOUNS
        if lower in vocab.RELATIVES or word in (".", ";", "?", "!"):
            return False
        if word == "," and (at > following + 3 or line.lowers[following][0].isdigit()):
            return False
        if phrases.is_finite(line, at) and not infinitive and not _is_thing(line, at):
            return True
        infinitive = lower == "to"
    return False


def _find_aside(line: Line, following: int) -> range:
    """The tokens of a clause between commas behind a subject: "the visa(, which is new,) would"."""
    comma = phrases.find_break(line, following)
    opening = line.lowers[comma + 1 : comma + 2]
    if line.words[comma : comma + 1] != [","] or comma > following + _SUBJECT_REACH or not opening:
        return _NO_ASIDE
    if vocab.RELATIVES.isdisjoint(opening) and not opening[0].endswith("ed"):
        return _NO_ASIDE
    closing = phrases.find_break(line, comma + 1)
    enclosed = line.words[closing : closing + 1] == [","] and closing < comma + _ASIDE_REACH
    return range(comma, closing + 1) if enclosed else _NO_ASIDE


def opens_counted(line: Line, following: int) -> bool:
    """Whether a verb, whatever it is, stands right before an amount: "the dam holds 80%"."""
    for at in range(following, min(len(line.words), following + _REACH)):
        word, lower = line.words[at], line.lowers[at]
        if word in phrases.BREAKS or lower in vocab.RELATIVES or lower in vocab.CLAUSE_WORDS:
            return False
        if word in phrases.SIGNS or lower[0].isdigit():
            verb = at - 1
            while verb > following and line.lowers[verb] in _HEDGES:
                verb -= 1
            return verb > following and _is_lexical(line, verb)
    return False


def _is_lexical(line: Line, at: int) -> bool:
    """Whether a word behind its subject may be a verb: "members pay", "the fire destroyed"."""
    lower, before = line.lowers[at], line.lowers[at - 1]
    if line.words[at] != lower or not lower.isalpha() or lower in vocab.PREPOSITIONS:
        return False
    if tag_word(before) in "DJPMC" or before in vocab.PREPOSITIONS:
        return False
    return tag_word(lower) in "vVE" or (lower.endswith("s") and not before.endswith("s"))


def _is_thing(line: Line, at: int) -> bool:
    """Whether a form that may be finite is a noun: "their need", "show large rises, with"."""
    if line.lowers[at] in vocab.MOVES and line.lowers[at - 1] in vocab.PERCENT:
        return True  # "logged a 9% rise in sales"
    described = tag_word(line.lowers[at - 1]) == "J" and line.lowers[at - 1] not in vocab.PLURALS
    if line.lowers[at - 1] in _POINTING and line.lowers[at] in vocab.AUXILIARIES:
        return False  # "found this was an increase"
    return phrases.is_owned(line, at) or (described and line.lowers[at] in vocab.MOVES)


def has_clause(line: Line, end: int) -> bool:
    """Whether a statement, not just an adverbial or a name, stands before token `end`."""
    relative = False
    for at in range(end - 1, max(-1, end - 2 * _REACH), -1):
        lower = line.lowers[at]
        if line.words[at] == SPEECH:
            return True
        if (
            phrases.is_finite(line, at)
            or (_is_number(lower) and not _is_age(line, at))
            or (lower in vocab.COUNTS and lower != "one")
            or (len(lower) > 4 and lower.endswith("ed") and not phrases.is_capital(line.words[at]))
        ):
            relative = True
        if relative and (at == 0 or line.words[at - 1] in phrases.BREAKS):
            if lower not in vocab.RELATIVES and lower not in ("speaking", "asked"):
                return True
            relative = False
    return False


def _is_number(lower: str) -> bool:
    """Whether a token is a number, perhaps with its scale ("5.3bn"), and no day ("19th")."""
    scaled = lower[0].isdigit() and not lower.endswith(("st", "nd", "rd", "th"))
    return scaled or lower[-1].isdigit()


def _is_age(line: Line, at: int) -> bool:
    """Whether a number stands alone between commas behind a name ("Ann Lowe, 29, a nurse")."""
    return at > 1 and line.words[at - 1] == "," and line.words[at + 1 : at + 2] == [","]


def opens_finite(line: Line, at: int) -> bool:
    """Whether a finite verb follows before the clause ends."""
    for index in range(at, min(len(line.words), at + _REACH)):
        if line.words[index] in phrases.BREAKS or line.lowers[index] in vocab.RELATIVES:
            return False
        if phrases.is_finite(line, index):
            return True
    return False


def has_finite(line: Line, start: int, end: int) -> bool:
    """Whether a finite verb stands between two tokens."""
    return any(phrases.is_finite(line, at) for at in range(max(start, end - _REACH), end))
