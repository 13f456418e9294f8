"""Which words of a line name the one who states something: before, after or behind the verb.

Every function returns a half-open range of token indexes, or None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import phrases
from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.lines import SPEECH
from figtrail.extraction.tokens import tag_word

if TYPE_CHECKING:
    from figtrail.extraction.speakers.lines import Line
    from figtrail.extraction.speakers.phrases import Range

_REACH: Final = 40
_LONGEST_NAME: Final = 8
_RELATIVES: Final = frozenset({"that", "which", "who"})
# "Analysts at Brewster Shand, who": a firm's name, though it looks like somebody's.
_EMPLOYED_BY: Final = frozenset({"at", "from", "with", "for"})


def _is_clause_and(line: Line, at: int, lower_limit: int) -> bool:
    """Whether "and" at `at` joins clauses rather than the two halves of a name or noun phrase."""
    for back in range(at - 1, max(lower_limit, at - _REACH) - 1, -1):
        lower = line.lowers[back]
        if line.words[back] in phrases.STOPS:
            return False
        if phrases.is_finite(line, back) or (lower in vocab.VERBS and lower not in vocab.AMBIGUOUS):
            return True
        if len(lower) > 4 and lower.endswith("ed") and not phrases.is_capital(line.words[back]):
            return True
    return False


def _is_reporting(line: Line, at: int, end: int) -> bool:
    """Whether a verb of saying stands at `at`, whose complement begins behind it."""
    lower = line.lowers[at]
    following = line.lowers[at + 1] if at + 1 < end else ""
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
                return _back_to_determiner(line, start, at, end)
            if not before or before not in ("of", "for", "from"):
                return at, end
    return _back_to_determiner(line, start, end - 1, end)


def _back_to_determiner(line: Line, start: int, at: int, end: int) -> Range:
    for back in range(at, start, -1):
        lower = line.lowers[back]
        if lower in vocab.DETERMINERS and line.lowers[back - 1] != "of":
            occasion = back + 2 < end and line.lowers[back + 1] in vocab.OCCASIONS
            return (back + 2 if occasion and line.lowers[back - 1] == "in" else back), end
        if lower in vocab.CALENDAR or lower.isdigit() or lower in ("week", "month", "year"):
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
    return verb and tag_word(line.lowers[at - 1]) == "N" and not _is_reporting(line, at - 1, at)


def _points(line: Line, at: int, start: int) -> bool:
    """Whether "that" points to a noun behind a preposition: "half of that group"."""
    return line.lowers[at] == "that" and at > start and line.lowers[at - 1] == "of"


def _narrow(line: Line, start: int, end: int) -> Range | None:
    """The noun phrase at the end of a stretch that holds no comma."""
    begin = start
    for at in range(end - 1, start - 1, -1):
        lower = line.lowers[at]
        if at > start and lower in _RELATIVES and _is_told_of(line, at):
            # "Analysis of all councils that provide care": the clause tells of its noun.
            return _narrow(line, start, at)
        if (
            line.words[at] in phrases.STOPS
            or (lower in vocab.CLAUSE_WORDS and not _points(line, at, start))
            or _is_reporting(line, at, end)
        ):
            begin = at + 1
            break
        if lower == "the" and at > start + 1 and _follows_amount(line, at):
            begin = at
            break
        if lower in ("and", "or", "so", "yet") and (at == start or _is_clause_and(line, at, start)):
            begin = at + 1
            break
    while begin < end and line.lowers[begin] in ("and", "but", "or", "so", "yet", "however"):
        begin += 1
    if begin >= end:
        return None
    return _last_phrase(line, begin, end)


def _segments(line: Line, comma: int) -> list[Range]:
    """The stretches between commas before the comma at `comma`, nearest first, at most five."""
    found: list[Range] = []
    end = comma
    at = comma - 1
    floor = max(-1, comma - 3 * _REACH)
    while at > floor and len(found) < 5:
        word = line.words[at]
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
        phrases.is_finite(line, at) or _is_reporting(line, at, end) for at in range(start, end)
    )


def _is_apposed_forename(line: Line, segment: Range, before: int) -> bool:
    """Whether a name of one word says who "her mum" or "the owner" is."""
    start, end = segment
    lower = line.lowers[before]
    kin = lower in vocab.MALE or lower in vocab.FEMALE or lower in vocab.ROLES
    return kin and end - start == 1 and phrases.is_capital(line.words[start])


def _find_behind_statement(line: Line, segments: list[Range]) -> Range | None:
    """The noun phrase between a statement and appositions: "It fell, the IFS, a body, says"."""
    for index, (start, end) in enumerate(segments):
        if line.lowers[start] in vocab.RELATIVES or line.lowers[start] in vocab.OPENERS:
            return None
        if any(phrases.is_finite(line, at) for at in range(start + 1, end)):
            if index < 2:
                return None
            first, last = segments[index - 1]
            return _narrow(line, first, last)
    return None


def _before_comma(line: Line, comma: int) -> Range | None:
    """The subject of a verb that follows a comma: behind an apposition or a relative clause."""
    segments = _segments(line, comma)
    if len(segments) > 1 and _is_apposed_forename(line, segments[0], segments[1][1] - 1):
        return segments[0]
    for index, (start, end) in enumerate(segments):
        if line.lowers[start] in vocab.PREPOSITIONS and index + 1 < len(segments):
            continue
        named = _narrow(line, start, end)
        if named is None or not phrases.is_person_like(line, *named):
            continue
        behind = segments[index + 1] if index + 1 < len(segments) else None
        if behind is not None and named == (start, end):
            further = _narrow(line, *behind)
            if further is not None and phrases.is_person_like(line, *further):
                return further
        return named
    if len(segments) > 1 and _opens_line(line, *segments[-1]):
        return _narrow(line, *segments[-1])
    if len(segments) > 1 and line.lowers[segments[-2][0]] in vocab.RELATIVES:
        # "In a statement the department, which has 300 staff, said …".
        return _narrow(line, *segments[-1])
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
            return _narrow(line, start, end)
    for start, end in reversed(segments):
        if line.lowers[start] not in vocab.OPENERS or end - start > 6:
            return _narrow(line, start, end)
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
    if any(phrases.is_finite(line, at) or _acts(line, at) for at in range(start, end - 1)):
        return _back_to_determiner(line, start, min(name, end - 1), end)
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
    named = _narrow(line, max(0, start - 1 - _LONGEST_NAME), start - 1)
    return named if named is not None and phrases.is_person_like(line, *named) else described


def _find_opening(line: Line, closing: int) -> int | None:
    """The bracket that the one at `closing` closes."""
    before = range(closing - 1, max(-1, closing - 12), -1)
    return next((at for at in before if line.words[at] == "("), None)


def find_before(line: Line, last: int) -> Range | None:
    """The subject that ends at token `last`, just before a verb group."""
    found = _find_ending(line, last)
    return None if found is None or _is_clause(line, *found) else found


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
    return _narrow(line, floor, last + 1)


def _is_clause(line: Line, start: int, end: int) -> bool:
    """Whether a stretch has a verb of its own: "revenue was short of the $3bn | expected"."""
    for at in range(start, end):
        if line.lowers[at] in _RELATIVES:
            return False
        if line.lowers[at] in vocab.AUXILIARIES or line.lowers[at] in vocab.BE:
            return True
    return False
