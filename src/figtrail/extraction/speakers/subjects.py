"""Which words of a line name the one who states something: before, after or behind the verb.

Every function returns a half-open range of token indexes, or None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import narrowing, phrases
from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.lines import SPEECH

if TYPE_CHECKING:
    from figtrail.extraction.speakers.lines import Line
    from figtrail.extraction.speakers.phrases import Range

_REACH: Final = 40
_LONGEST_NAME: Final = 8
_BEHIND: Final = frozenset({"here", "there", "alone"})
_RELATIVES: Final = frozenset({"that", "which", "who"})
# "Analysts at Brewster Shand, who": a firm's name, though it looks like somebody's.
_EMPLOYED_BY: Final = frozenset({"at", "from", "with", "for", "of"})


def _segments(line: Line, comma: int) -> list[Range]:
    """The stretches between commas before the comma at `comma`, nearest first, at most five."""
    found: list[Range] = []
    end = comma
    at = comma - 1
    floor = max(-1, comma - 3 * _REACH)
    while at > floor and len(found) < 5:
        word = line.words[at]
        opening = _find_opening(line, at) if word == ")" else None
        if opening is not None and line.words[at + 1] in phrases.STOPS:
            # "Cllr Ann Lowe (Con), cabinet member for housing, said": the bracket is the name's.
            named = opening > 0 and phrases.is_capital(line.words[opening - 1])
            opening = opening if named else None
        if opening is not None:
            # "Ann Lowe, head of the Teachers' Association (TA) union, said".
            at = opening - 1
            continue
        if word in phrases.STOPS:
            if at + 1 < end:
                found.append((at + 1, end))
            if word != ",":
                return found
            end = at
        at -= 1
    if end > at + 1 and len(found) < 5:
        found.append((at + 1, end))
    return found


def _opens_line(line: Line, start: int, end: int) -> bool:
    """Whether a stretch is the noun phrase that a sentence begins with."""
    if start > 0 and line.words[start - 1] not in (SPEECH, ";", ":"):
        return False
    if line.lowers[start] in vocab.OPENERS or end - start > 12:
        return False
    return not any(
        phrases.is_finite(line, at) or narrowing.is_reporting(line, at, end)
        for at in range(start, end)
    )


def _is_apposed_forename(line: Line, segment: Range, before: int) -> bool:
    """Whether a name of one word says who "her mum" or "the owner" is."""
    start, end = segment
    lower = line.lowers[before]
    kin = lower in vocab.MALE or lower in vocab.FEMALE or lower in vocab.ROLES
    return kin and end - start == 1 and phrases.is_capital(line.words[start])


def _find_titled(line: Line, start: int, end: int) -> Range | None:
    """The name behind what somebody is and a title: ", retired GP Dr Anil Mehta, said"."""
    for at in range(start + 1, end - 1):
        if line.lowers[at] in vocab.TITLES and phrases.is_capital(line.words[at]):
            return (at, end) if phrases.is_person_like(line, at, end) else None
    return None


def _find_behind_statement(line: Line, segments: list[Range]) -> Range | None:
    """The noun phrase between a statement and appositions: "It fell, the IFS, a body, says"."""
    for index, (start, end) in enumerate(segments):
        if line.lowers[start] in vocab.RELATIVES or line.lowers[start] in vocab.OPENERS:
            return None
        if any(phrases.is_finite(line, at) for at in range(start + 1, end)):
            if index < 2:
                return None
            first, last = segments[index - 1]
            return narrowing.narrow(line, first, last)
    return None


def _before_comma(line: Line, comma: int) -> Range | None:
    """The subject of a verb that follows a comma: behind an apposition or a relative clause."""
    segments = _segments(line, comma)
    if len(segments) > 1 and _is_apposed_forename(line, segments[0], segments[1][1] - 1):
        return segments[0]
    for index, (start, end) in enumerate(segments):
        if line.lowers[start] in vocab.PREPOSITIONS and index + 1 < len(segments):
            continue
        named = narrowing.narrow(line, start, end)
        if named is None or not phrases.is_person_like(line, *named):
            titled = _find_titled(line, start, end)
            if titled is not None:
                return titled
            continue
        behind = segments[index + 1] if index + 1 < len(segments) else None
        if behind is not None and named == (start, end):
            further = narrowing.narrow(line, *behind)
            if further is not None and phrases.is_person_like(line, *further):
                return further
        return named
    if len(segments) > 1 and _opens_line(line, *segments[-1]):
        return narrowing.narrow(line, *segments[-1])
    if len(segments) > 1 and line.lowers[segments[-2][0]] in vocab.RELATIVES:
        # "In a statement the department, which has 300 staff, said …".
        return narrowing.narrow(line, *segments[-1])
    behind_statement = _find_behind_statement(line, segments)
    if behind_statement is not None:
        return behind_statement
    for start, end in segments[:-1] if len(segments) > 1 else segments:
        lower = line.lowers[start]
        if not (
            lower in vocab.RELATIVES
            or lower[0].isdigit()
            or lower in vocab.DETERMINERS
            or lower in vocab.PREPOSITIONS
            or lower in vocab.ROLES
            or lower in vocab.OPENERS
            or lower.endswith(("ed", "ing"))
            or (lower in vocab.PARTICIPLES)
            or lower in ("and", "now", "then", "made", "run", "led", "part", "home", "not")
        ):
            return narrowing.narrow(line, start, end)
    for start, end in reversed(segments):
        if line.lowers[start] not in vocab.OPENERS or end - start > 6:
            return narrowing.narrow(line, start, end)
    return None


def _cut_antecedent(line: Line, start: int, end: int, *, person: bool) -> Range:
    """The noun phrase that a relative clause describes, without the clause that it ends."""
    name = end
    while name > start and (
        phrases.is_capital(line.words[name - 1]) or line.lowers[name - 1] in vocab.PARTICLES
    ):
        name -= 1
    if not person:
        belonging = phrases.find_belonging(line, start, end)
        if belonging is not None:
            return belonging, end
    employed = name > start and line.lowers[name - 1] in _EMPLOYED_BY
    if person and phrases.is_person_like(line, name, end) and not employed:
        return name, end
    if any(
        phrases.is_finite(line, at) or _acts(line, at) or line.lowers[at] in vocab.WISHES
        for at in range(start, end - 1)
    ):
        return narrowing.back_to_determiner(line, start, min(name, end - 1), end)
    return start, end


def _acts(line: Line, at: int) -> bool:
    """Whether a past form with an object stands at `at`: "signed the letter"."""
    ends = line.lowers[at].endswith("ed") and not phrases.is_capital(line.words[at])
    return ends and line.lowers[at + 1] in vocab.DETERMINERS


def _find_described(line: Line, described: Range) -> Range:
    """The name before the words between commas that say what somebody is: "Ann Lowe, a nurse"."""
    start = described[0]
    if start < 2 or line.words[start - 1] != "," or line.lowers[start] not in ("a", "an", "the"):
        return described
    named = narrowing.narrow(line, max(0, start - 1 - _LONGEST_NAME), start - 1)
    return named if named is not None and phrases.is_person_like(line, *named) else described


def _find_opening(line: Line, closing: int) -> int | None:
    """The bracket that the one at `closing` closes."""
    before = range(closing - 1, max(-1, closing - 12), -1)
    return next((at for at in before if line.words[at] == "("), None)


def find_before(line: Line, last: int) -> Range | None:
    """The subject that ends at token `last`, just before a verb group."""
    found = _find_ending(line, last)
    if found is None or _is_clause(line, *found):
        return None
    start, end = _leave_deed(line, found, last)
    if end - start > 1 and _comes_out(line, end - 1):
        # "Federal data released Friday showed".
        end -= 1
    return start, end


def _leave_deed(line: Line, subject: Range, last: int) -> Range:
    """A headline's subject without what it does first: "(RBI) keeps rate at 6.5%, pegs growth"."""
    if subject[0] or line.words[last] != ",":
        return subject
    for at in range(1, subject[1]):
        if line.lowers[at] in vocab.REVISIONS and line.lowers[at].endswith("s"):
            return (0, at) if phrases.is_capital(line.words[at - 1]) else subject
    return subject


def _comes_out(line: Line, at: int) -> bool:
    """Whether a participle that ends a source says only that it came out."""
    return line.lowers[at] in vocab.PUBLISHED and line.lowers[at - 1] in vocab.SOURCES


def _find_ending(line: Line, last: int) -> Range | None:
    """The noun phrase that ends at token `last`, and perhaps more before it."""
    if last < 0:
        return None
    word, lower = line.words[last], line.lowers[last]
    if word == "," and last and line.words[last - 1] == ")":
        # "The leader, Cllr Ian Hay (Con), told …": the bracket belongs to the name.
        opening = _find_opening(line, last - 1)
        return None if opening is None else _before_comma(line, opening)
    if word == ",":
        return _before_comma(line, last)
    if word == ")":
        opening = _find_opening(line, last)
        found = None if opening is None else _find_ending(line, opening - 1)
        return found and _find_described(line, found)
    if lower in ("which", "who") or (lower == "that" and last > 0):
        behind = last - 2 if last > 1 and line.words[last - 1] == "," else last - 1
        if behind < 0 or line.lowers[behind] in vocab.CLAUSE_WORDS:
            return None
        antecedent = _find_ending(line, behind)
        if antecedent is not None and lower == "who":
            antecedent = _find_described(line, antecedent)
        return antecedent and _cut_antecedent(line, *antecedent, person=lower == "who")
    if word in phrases.STOPS or lower in ("and", "but", "or", "then"):
        return None
    if lower in ("a", "an", "the"):
        # "A gauge at Lumle recorded …": behind an article the verb is a noun.
        return None
    if lower in _BEHIND and last and line.words[last - 1] not in phrases.STOPS:
        # "Officials there say", "Khartoum alone has reported".
        return _find_ending(line, last - 1)
    if lower in vocab.PRONOUNS or lower in vocab.OWN_VOICE:
        return last, last + 1
    floor = max(0, last - _REACH)
    for at in range(last, floor - 1, -1):
        if line.words[at] in phrases.STOPS:
            # A full stop inside a name or a bracket in a noun phrase does not end it.
            if line.words[at] == ")" and at < last:
                opening = next(
                    (b for b in range(at - 1, max(-1, at - 12), -1) if line.words[b] == "("), None
                )
                if opening:
                    continue
            floor = at + 1
            break
    return narrowing.narrow(line, floor, last + 1)


def _is_clause(line: Line, start: int, end: int) -> bool:
    """Whether a stretch has a verb of its own: "revenue was short of the $3bn | expected"."""
    for at in range(start, end):
        if line.lowers[at] in _RELATIVES:
            return False
        verb = line.lowers[at] in vocab.AUXILIARIES or line.lowers[at] in vocab.BE
        if verb and line.words[at] != "May":
            return True
    return False
