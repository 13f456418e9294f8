"""What somebody in person wants, hopes for, promises or announces, asks for, or is sure of.

"She hopes to halve them" states a target as "she said" would; what a body wants or plans the
article tells in its own voice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import content, openings, phrases, subjects, verbs
from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.frames import NOTHING, Frame
from figtrail.extraction.tokens import tag_word

if TYPE_CHECKING:
    from figtrail.extraction.speakers.frames import Subject
    from figtrail.extraction.speakers.lines import Line

# How far behind "appealed" its "for", and behind "promised" its "to" may stand.
_REACH: Final = 8
# "If she wants to win": nobody says that she does.
_CONDITIONS: Final = frozenset({"if", "unless", "whether", "when", "whatever"})
_LASTING: Final = vocab.BE | vocab.HAVING
# Those whose hopes are their own, as a ruler's are a government's.
_CALLINGS: Final = vocab.ROLES - vocab.RULERS
_PROMISES: Final = frozenset({"promise", "promises", "promised"})


def frame_wish(line: Line, at: int, subject: Subject) -> Frame | None:
    """Like "He hopes to halve offences" and "The minister, Ann Lowe, promised 40 more"."""
    tokens = subject.tokens or _find_shared(line, at)
    if tokens is None or (tokens[0] and line.lowers[tokens[0] - 1] in _CONDITIONS):
        return None
    named = _is_named(line, tokens)
    if not named and not _are_people(line, tokens, listed=line.lowers[at].startswith("want")):
        vows = line.lowers[at] in _PROMISES and _promises_to(line, at + 1)
        if not vows or subject.tokens is None or not phrases.can_speak(line, tokens):
            return None
    span = (line.starts[tokens[0]], line.ends[tokens[1] - 1])
    end = line.ends[at]
    scope = (end, _find_scope_end(line, at, relative=subject.relative))
    return Frame(min(subject.start, line.starts[at]), end, span, NOTHING, scope, True, named)


def frame_belief(line: Line, at: int) -> Frame | None:
    """Like "She is confident that 40 will come"; `at` is the adjective."""
    opened = line.lowers[at + 1 : at + 2] == ["that"]
    if not opened and not _opens_clause(line, at + 1):
        return None
    group = verbs.read_group(line, at)
    subject = subjects.find_before(line, group.last) if group.passive else None
    if group.refused or subject is None or line.lowers[subject[0]] == "it":
        return None
    if not phrases.can_speak(line, subject) and not phrases.is_capital(line.words[subject[0]]):
        return None
    span = (line.starts[subject[0]], line.ends[subject[1] - 1])
    end = line.ends[at + opened]
    return Frame(span[0], end, span, NOTHING, (end, phrases.line_end(line)), True)


def _opens_clause(line: Line, at: int) -> bool:
    """Whether a clause without "that" follows a belief: "is sure (demand will rise)"."""
    if at >= len(line.words) or tag_word(line.lowers[at]) not in "NDJOM":
        return False
    return content.opens_finite(line, at + 1)


def answers(line: Line, form: str, following: int, subject: Subject) -> bool:
    """Whether a clause or an amount follows: "replied that", "appealed for $2m"."""
    if form in vocab.ANSWERING:
        return line.lowers[following : following + 1] == ["that"]
    # "Has appealed" and "is appealing" tell what it does, "appealed on Friday" what it said.
    lasting = following > 1 and line.lowers[following - 2] in _LASTING
    appeals = form in vocab.APPEALING and not subject.relative and subject.tokens is not None
    return appeals and not lasting and _asks_for(line, following)


def _asks_for(line: Line, following: int) -> bool:
    """Whether an amount is asked for: "appealed on Friday for $251m"."""
    for at in range(following, min(len(line.words) - 1, following + _REACH)):
        if line.words[at] in phrases.BREAKS:
            return False
        if line.lowers[at] == "for":
            amount = line.lowers[at + 1 : at + 4]
            return any(word[0].isdigit() or word in phrases.SIGNS for word in amount)
    return False


def _find_shared(line: Line, at: int) -> phrases.Range | None:
    """The subject that "promised" shares: "Ann Lowe, the head, apologised and promised 40"."""
    if at < 3 or line.lowers[at - 1] != "and" or not line.lowers[at - 2].endswith("ed"):
        return None
    leading = openings.find_leading(line, 0, at - 2)
    if leading is None:
        return None
    return leading if leading[1] == at - 2 or line.words[at - 3] == "," else None


def _is_named(line: Line, tokens: phrases.Range) -> bool:
    """Whether a subject may be a person's name, which the article then has to show, or "he"."""
    if line.lowers[tokens[0] : tokens[1]] in (["he"], ["she"]):
        return True
    last = tokens[1] - 1
    if last == 0 and _is_people(line.lowers[0], listed=False):
        # "Rangers hope to plant 300".
        return False
    return phrases.is_capital(line.words[last]) and line.lowers[last] not in (
        vocab.ORGANISATION_WORDS | vocab.PRONOUNS | vocab.OWN_VOICE | vocab.PEOPLE
    )


def _are_people(line: Line, tokens: phrases.Range, *, listed: bool) -> bool:
    """Whether a subject's head is people by what they do: "health officials at the ministry".

    Whoever wants something for themselves (`listed`) states less than who hopes for it.
    """
    for at in range(*tokens):
        if line.lowers[at] in vocab.PREPOSITIONS:
            return at > tokens[0] and _is_people(line.lowers[at - 1], listed=listed)
    return _is_people(line.lowers[tokens[1] - 1], listed=listed)


def _is_people(lower: str, *, listed: bool) -> bool:
    """Whether a plural names people by what they do: "officials", "the makers", "farmers"."""
    called = lower.endswith("s") and lower[:-1] in _CALLINGS
    return lower in vocab.PEOPLE or (called and not listed)


def _promises_to(line: Line, following: int) -> bool:
    """Whether a deed, not an amount, is promised: "promised in June to hold it to 6%"."""
    for at in range(following, min(len(line.words) - 1, following + _REACH)):
        lower = line.lowers[at]
        if line.words[at] in phrases.BREAKS or lower[0].isdigit() or lower in phrases.SIGNS:
            return False
        if lower == "to":
            return line.lowers[at + 1] not in vocab.DETERMINERS
    return False


def _find_scope_end(line: Line, at: int, *, relative: bool) -> int:
    """Where what is wished ends: with a relative clause, or before ", although"."""
    for index in range(at + 1, len(line.words) - 1):
        if line.words[index] in phrases.BREAKS and (
            relative or line.words[index] == ";" or line.lowers[index + 1] in vocab.SUBORDINATORS
        ):
            return line.ends[index]
    return phrases.line_end(line)
