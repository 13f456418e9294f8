"""The noun phrase at the end of a stretch of words: what is left of it before a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import phrases
from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.tokens import tag_word

if TYPE_CHECKING:
    from figtrail.extraction.speakers.lines import Line
    from figtrail.extraction.speakers.phrases import Range

_REACH: Final = 40
_LEADING: Final = frozenset({"and", "but", "or", "so", "yet", "however", "recently", "earlier"})
_RELATIVES: Final = frozenset({"that", "which", "who"})


def _is_clause_and(line: Line, at: int, lower_limit: int) -> bool:
    """Whether "and" at `at` joins clauses rather than the two halves of a name or noun phrase."""
    if phrases.is_capital(line.words[at - 1]) and phrases.is_capital(line.words[at + 1]):
        # "The Joint Admissions and Matriculation Board".
        return False
    for back in range(at - 1, max(lower_limit, at - _REACH) - 1, -1):
        lower = line.lowers[back]
        if line.words[back] in phrases.STOPS:
            return False
        if phrases.is_finite(line, back) or (lower in vocab.VERBS and lower not in vocab.AMBIGUOUS):
            return True
        if len(lower) > 4 and lower.endswith("ed") and not phrases.is_capital(line.words[back]):
            return True
    return False


def is_reporting(line: Line, at: int, end: int) -> bool:
    """Whether a verb of saying stands at `at`, whose complement begins behind it."""
    lower = line.lowers[at]
    following = line.lowers[at + 1] if at + 1 < end else ""
    if vocab.VERBS.get(lower) == "tell" and following in vocab.PREPOSITIONS:
        # "People briefed on the plan" have been told.
        return False
    if lower in vocab.PARTICIPLES and lower in vocab.VERBS and following in vocab.DETERMINERS:
        # "The leader, suggested the survey showed".
        return not vocab.AUXILIARIES.issuperset((line.lowers[at - 1],))
    return (
        lower in vocab.VERBS
        and lower not in vocab.AMBIGUOUS
        and lower not in vocab.PARTICIPLES
        and at + 1 < end
        and not (lower == "think" and line.lowers[at + 1].startswith("tank"))
    )


def _last_phrase(line: Line, start: int, end: int) -> Range:
    """The last noun phrase of the tokens: what is left when an opening adverbial goes."""
    lower = line.lowers[start]
    if end - start == 1 or (lower not in vocab.OPENERS and lower not in vocab.CALENDAR):
        return start, end
    if lower == "this" and end - start == 2 and line.lowers[start + 1] in vocab.SOURCES:
        return start, end
    if phrases.is_capital(line.words[end - 1]):
        at = end - 1
        while at > start and (
            phrases.is_capital(line.words[at - 1]) or line.lowers[at - 1] in vocab.PARTICLES
        ):
            at -= 1
        if line.lowers[at] in vocab.OPENERS and at < end - 1:
            at += 1
        while at < end - 1 and line.lowers[at] in vocab.CALENDAR:
            at += 1
        before = line.lowers[at - 1] if at > start else ""
        if before not in vocab.PREPOSITIONS or before in ("in", "on", "at", "after"):
            if before in ("the", "a", "an") and at - 1 > start:
                return at - 1, end
            if before in vocab.ROLES or before.endswith("s’") or phrases.is_possessive(before):
                return back_to_determiner(line, start, at, end)
            if not before or before not in ("of", "for", "from"):
                return at, end
    return back_to_determiner(line, start, end - 1, end)


def back_to_determiner(line: Line, start: int, at: int, end: int) -> Range:
    """The noun phrase whose last word stands at `at`, from its determiner to `end`."""
    for back in range(at, start, -1):
        lower = line.lowers[back]
        if lower in vocab.DETERMINERS and line.lowers[back - 1] != "of":
            occasion = back + 2 < end and line.lowers[back + 1] in vocab.OCCASIONS
            return (back + 2 if occasion and line.lowers[back - 1] == "in" else back), end
        if lower in vocab.CALENDAR or lower.isdigit() or lower in ("week", "month", "year"):
            if line.lowers[back - 1] in ("a", "an", "the"):
                continue  # "a 2016 report"
            if back + 1 < end:
                return back + 1, end
            break
    for skip in range(start, end):
        if line.lowers[skip] not in vocab.OPENERS:
            return skip, end
    return end - 1, end


def _follows_amount(line: Line, at: int) -> bool:
    """Whether a clause about an amount begins at `at`: "the £80m | the charity says it needs"."""
    return line.lowers[at - 1][0].isdigit() and "the" in line.lowers[max(0, at - 3) : at - 1]


def _is_told_of(line: Line, at: int) -> bool:
    """Whether a relative's verb follows it, and a noun stands before it."""
    following = line.lowers[at + 1 : at + 2]
    verb = bool(following) and tag_word(following[0]) in "vVAE"
    return verb and tag_word(line.lowers[at - 1]) == "N" and not is_reporting(line, at - 1, at)


def _points(line: Line, at: int, start: int) -> bool:
    """Whether "that" points to a noun behind a preposition: "half of that group"."""
    if at == 0 and line.words[at] == "That":
        return True
    return line.lowers[at] == "that" and at > start and line.lowers[at - 1] == "of"


def _find_nameless(line: Line, start: int, end: int) -> int | None:
    """Where the clause begins of one who gives no name: "an official who spoke on condition of"."""
    for at in range(start + 1, end - 1):
        if line.lowers[at] == "who" and line.lowers[at + 1] in vocab.WITHHOLDING:
            return at
    return None


def narrow(line: Line, start: int, end: int) -> Range | None:
    """The noun phrase at the end of a stretch that holds no comma."""
    begin = start
    nameless = _find_nameless(line, start, end)
    if nameless is not None:
        return narrow(line, start, nameless)
    for at in range(end - 1, start - 1, -1):
        lower = line.lowers[at]
        if at > start and lower in _RELATIVES and _is_told_of(line, at):
            # "Analysis of all councils that provide care": the clause tells of its noun.
            return narrow(line, start, at)
        if (
            line.words[at] in phrases.STOPS
            or (lower in vocab.CLAUSE_WORDS and not _points(line, at, start))
            or is_reporting(line, at, end)
        ):
            begin = at + 1
            break
        if lower == "the" and at > start + 1 and _follows_amount(line, at):
            begin = at
            break
        if lower in ("and", "or", "so", "yet") and (at == start or _is_clause_and(line, at, start)):
            begin = at + 1
            break
    while begin < end - 1 and line.lowers[begin] in _LEADING:
        begin += 1
    if begin >= end:
        return None
    return _last_phrase(line, begin, end)
