"""Frames of somebody's outlook: "X cut its forecast to 2%", "X sees output shrinking by 2%"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import gaps, openings, phrases, subjects, verbs
from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.frames import NOTHING, Frame

if TYPE_CHECKING:
    from figtrail.extraction.speakers.lines import Line

_REACH: Final = 10
# How many tokens the name of those may have who look for an amount.
_NAME: Final = 5
_HEDGES: Final = frozenset({"between", "about", "around", "roughly", "some", "up", "to", "at"})
_OWNERS: Final = frozenset({"its", "their", "his", "her", "the"})
_OWNERS_BY_NATURE: Final = vocab.BODIES | vocab.ROLES | vocab.COMPANIES
# Behind them the article tells in its own voice what the outlook was changed on the occasion of.
_OCCASIONS: Final = frozenset({"after", "because", "amid", "when"})
_LEVELS: Final = frozenset({"at", "around", "near", "above", "below", "as"})
_AWAITED_BY: Final = frozenset({"for", "to", "on", "toward", "towards"})
_GUIDED_TO: Final = vocab.RESULTS | vocab.FORESEEN | phrases.SIGNS | {"%"}
_NOT_FORESEEN: Final = vocab.COUNTS | {"about", "around", "up", "more", "over", "some", "many"}


def frame_outlook(line: Line, at: int) -> Frame | None:
    """The frame of a verb at `at` that changes a forecast or foresees something."""
    end = _find_end(line, at)
    waits = line.lowers[at] in vocab.AWAITING or line.lowers[at] in vocab.TIPPING
    if end is None and not waits:
        return None
    if line.lowers[at].endswith("ing") and not _is_continuous(line, at, waits):
        # "X said, cutting its forecast": another verb attributes it.
        return None
    group = verbs.read_group(line, at)
    if group.passive or group.refused or line.lowers[group.last] == "having":
        return None
    if end is None:
        return _frame_awaited(line, at, group.last)
    if line.lowers[at] in ("see", "sees") and line.lowers[at - 1] in vocab.AUXILIARIES:
        # "The owner will see a rise of 3%" tells what befalls the owner.
        return None
    subject = subjects.find_before(line, group.last)
    if subject is None and end > at + 1 and line.lowers[group.last] == "and":
        # "Ann Lowe kept her rating and cut her estimate to $4".
        subject = openings.find_leading(line, 0, group.last)
    if subject is None or not _can_foresee(line, subject):
        return None
    if line.lowers[at] in vocab.AWAITING and not _may_await(line, at, subject):
        return None
    span = (line.starts[subject[0]], line.ends[subject[1] - 1])
    scope = (line.ends[end], _find_scope_end(line, end + 1))
    return Frame(span[0], line.ends[end], span, NOTHING, scope, forward=True)


def _frame_awaited(line: Line, at: int, last: int) -> Frame | None:
    """Like "the $1.71 that Wall Street was looking for": the amount stands before."""
    if line.lowers[at + 1 : at + 2] != ["for"]:
        return None
    awaiting = line.lowers[max(0, last - _NAME) : last + 1]
    if vocab.FORECASTERS.isdisjoint(awaiting) and awaiting[-2:] != ["wall", "street"]:
        return None
    return gaps.frame_bare_gap(line, at, "expect", last, 1)


def _find_scope_end(line: Line, first: int) -> int:
    """Where the outlook ends, before what led to it: "cut its forecast | after sales fell 9%"."""
    for at in range(first, len(line.words)):
        if line.lowers[at] in _OCCASIONS:
            return line.starts[at]
    return phrases.line_end(line)


def frame_nominal(line: Line, at: int) -> Frame | None:
    """Like "analysts' forecasts of 3%": what stands behind the noun at `at` is theirs."""
    owner = at - 1
    while owner > at - 4 and owner > 0 and not phrases.is_possessive(line.words[owner]):
        if line.words[owner] in phrases.STOPS or line.lowers[owner] in vocab.PREPOSITIONS:
            return None
        owner -= 1
    if owner < 0 or not phrases.is_possessive(line.words[owner]):
        return None
    bare = line.lowers[owner].rstrip("s").rstrip("'’")
    known = bare in _OWNERS_BY_NATURE or bare + "s" in _OWNERS_BY_NATURE
    if not known and not phrases.is_capital(line.words[owner]):
        return None
    if bare in vocab.SPANS or bare in vocab.CALENDAR or bare in ("today", "yesterday"):
        return None
    first = owner
    while first > 0 and first > owner - 5 and _goes_on(line, first - 1):
        first -= 1
    mark = 1 if line.words[owner][-1] in "'’" else 2
    span = (line.starts[first], line.ends[owner] - mark)
    end = min(phrases.find_break(line, at + 1), len(line.words) - 1)
    frame_end = line.ends[at + 1]
    return Frame(span[0], frame_end, span, NOTHING, (frame_end, line.ends[end]), forward=True)


def frame_content(line: Line, at: int) -> Frame | None:
    """Like "The union's own estimate is that …": the noun at `at` states it."""
    if line.lowers[at + 2 : at + 3] != ["that"]:
        return None
    subject = subjects.find_before(line, at)
    if subject is None:
        return None
    span = (line.starts[subject[0]], line.ends[at])
    scope = (line.ends[at + 2], phrases.line_end(line))
    return Frame(span[0], line.ends[at + 2], span, NOTHING, scope, forward=True)


def frame_held(line: Line, at: int) -> Frame | None:
    """Like "Analysts had a consensus estimate of $4m": the verb at `at` is "had"."""
    if line.lowers[at + 1 : at + 2] not in (["a"], ["an"]):
        return None
    noun = next(
        (i for i in range(at + 2, min(len(line.words) - 1, at + _REACH)) if _is_held(line, i)), 0
    )
    subject = subjects.find_before(line, at - 1) if noun else None
    if subject is None or vocab.FORECASTERS.isdisjoint(line.lowers[subject[0] : subject[1]]):
        return None
    span = (line.starts[subject[0]], line.ends[subject[1] - 1])
    return Frame(
        span[0], line.ends[at], span, NOTHING, (line.ends[at], phrases.line_end(line)), forward=True
    )


def _is_held(line: Line, at: int) -> bool:
    """Whether a forecast goes on to its size at `at`."""
    return line.lowers[at] in vocab.FORECASTS and line.lowers[at + 1] in ("of", "for", "at")


def _goes_on(line: Line, at: int) -> bool:
    """Whether the token at `at` belongs to the noun phrase whose genitive follows it."""
    word, lower = line.words[at], line.lowers[at]
    if word in phrases.STOPS or lower in vocab.PREPOSITIONS or lower in vocab.VERBS:
        return False
    if phrases.is_capital(word) or lower in ("the", "a", "an", "its", "their"):
        return True
    return line.lowers[at - 1] in vocab.DETERMINERS or lower in vocab.ROLES


def _find_end(line: Line, at: int) -> int | None:
    """The last token of the words that attribute; None where nothing is foreseen."""
    first = at + 1
    if line.lowers[at] in vocab.AWAITING:
        return first if _is_awaited(line, first) else None
    if line.lowers[at] in vocab.FORESEEING:
        tips = line.lowers[at] == "tips" and phrases.is_owned(line, at)
        return at if not tips and (_is_foreseen(line, first) or _sees_amount(line, at)) else None
    if first >= len(line.words) or line.lowers[first] not in _OWNERS:
        return None
    for index in range(first + 1, min(len(line.words), first + _REACH)):
        if line.words[index] in phrases.BREAKS or phrases.is_finite(line, index):
            return None
        if line.lowers[index] in vocab.FORECASTS:
            # "Has slashed its guidance by a fifth" tells what it did, not what it foresees.
            return None if line.lowers[index + 1 : index + 2] == ["by"] else index
    return None


def _is_foreseen(line: Line, first: int) -> bool:
    """Whether something is seen doing something, or at a level ("sees it ending at 3%")."""
    if first >= len(line.words) or not line.lowers[first][0].isalpha():
        return False
    if line.lowers[first] in _NOT_FORESEEN or line.lowers[first].endswith("ing"):
        return False
    for index in range(first + 1, min(len(line.words), first + _REACH)):
        if line.words[index] in phrases.BREAKS:
            return False
        if line.lowers[index] in vocab.LIKELIHOODS:
            return True
        if line.lowers[index] == "of" and line.lowers[index - 1] in vocab.FORESEEN:
            return True
        if line.lowers[index].endswith("ing") or line.lowers[index] in _LEVELS:
            return True
    return False


def _sees_amount(line: Line, at: int) -> bool:
    """Whether forecasters see an amount, or somebody sees one "now" ("analysts see 4.7bn")."""
    if at + 1 >= len(line.words) or line.lowers[at] == "tipped":
        return False
    if line.lowers[at] in vocab.TIPPING:
        priced = line.words[at + 1] in phrases.SIGNS or line.words[at + 1][0].isdigit()
        return priced and line.lowers[at - 1] in vocab.BE
    amount = line.words[at + 1] in phrases.SIGNS or line.lowers[at + 1][0].isdigit()
    forecasters = line.lowers[at - 1] in vocab.FORECASTERS or _are_employed(line, at - 1)
    now = line.lowers[at - 1] == "now"
    if now and _is_sized(line, at + 1):
        return True
    return (amount or line.lowers[at + 1] in ("just", "only")) and (forecasters or now)


def _is_sized(line: Line, first: int) -> bool:
    """Whether a thing of some amount follows: "now sees investment of €6bn"."""
    for index in range(first, min(len(line.words) - 1, first + 4)):
        if line.words[index] in phrases.BREAKS:
            return False
        if line.lowers[index] == "of":
            while line.lowers[index + 1] in _HEDGES and index < len(line.words) - 2:
                index += 1
            amount = line.words[index + 1]
            return amount in phrases.SIGNS or amount[0].isdigit() or amount.isupper()
    return False


def _are_employed(line: Line, last: int) -> bool:
    """Whether forecasters at some firm are named up to `last`: "analysts at Brandt Shand"."""
    at = last
    while at > 1 and phrases.is_capital(line.words[at]):
        at -= 1
    return line.lowers[at] in ("at", "with", "from") and line.lowers[at - 1] in vocab.FORECASTERS


def _is_continuous(line: Line, at: int, waits: bool) -> bool:
    """Whether "had been looking for" waits, rather than "looking" going on from another verb."""
    return waits and at > 0 and line.lowers[at - 1] in vocab.BE


def _is_awaited(line: Line, first: int) -> bool:
    """Whether an amount follows the preposition at `first` before the clause ends."""
    if first >= len(line.words) or line.lowers[first] not in _AWAITED_BY:
        return False
    for index in range(first + 1, min(len(line.words), first + _REACH)):
        if line.words[index] in phrases.BREAKS:
            return False
        if line.words[index] in phrases.SIGNS or line.lowers[index][0].isdigit():
            return True
    return False


def _may_await(line: Line, at: int, subject: phrases.Range) -> bool:
    """Whether those are forecasters who wait for a level, or a firm that guides to one."""
    lowers = line.lowers[subject[0] : subject[1]]
    if line.lowers[at] not in vocab.GUIDING:
        return not vocab.FORECASTERS.isdisjoint(lowers) or lowers[-2:] == ["wall", "street"]
    if line.lowers[at + 1] == "on":
        return False
    # A firm "is guiding to 4 million users": people are guided with an object.
    return line.lowers[at] == "guiding" or not _GUIDED_TO.isdisjoint(
        line.lowers[at + 2 : at + _REACH]
    )


def _can_foresee(line: Line, subject: phrases.Range) -> bool:
    """Whether the subject is somebody: a name, a body, people by what they do."""
    return phrases.can_speak(line, subject) or phrases.is_capital(line.words[subject[0]])
