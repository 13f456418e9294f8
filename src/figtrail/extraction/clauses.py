"""Verbs and their subjects, by tags: just enough of a clause to say what a number is said of."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.phrases import read_noun_phrase
from figtrail.extraction.tokens import HYPHENS, Tokens


def _group_start(tokens: Tokens, index: int, floor: int) -> int:
    """Where a verb group starts: over auxiliaries, adverbs and "is expected to (fall)"."""
    tags, lowers = tokens.tags, tokens.lowers
    while index > floor:
        before = tags[index - 1]
        if before in "AB" or (before in "VE" and tags[index] in "EVG"):
            index -= 1
        elif lowers[index - 1] == "to" and index - 1 > floor:
            finite = _finite_before(tokens, index - 1, floor)
            if finite is None:
                break
            index = finite
        else:
            break
    return index


def _finite_before(tokens: Tokens, to: int, floor: int) -> int | None:
    """The verb that an infinitive goes on: "is expected (to fall)", "is on track (to hit)"."""
    for index in range(to - 1, max(floor, to - 4) - 1, -1):
        tag = tokens.tags[index]
        if tag in "AV" or (tag in "EJv" and index == to - 1):
            return index
        if tag in ".RCOM":
            return None
    return None


# How many tokens back a verb or a subject is looked for; news clauses are shorter.
_REACH = 80
# Prepositions that also open a clause: the subject of its verb stands behind them.
_OPENERS = frozenset("as after before since until than".split())
_MORE = frozenset(("more", "less", "fewer"))
_PASSED_OVER = frozenset("there meanwhile more than least".split())
_STATING = frozenset(read_sections("measured_words.txt")["reporting"])
_SAYING = frozenset("said says told added warned announced revealed claimed insisted".split())


def find_verb(tokens: Tokens, at: int, floor: int = 0) -> tuple[int, int] | None:
    """The verb group that governs token `at` from the left: its first token and its stop."""
    tags, lowers = tokens.tags, tokens.lowers
    index = at - 1
    floor = max(floor, at - _REACH)
    while index >= floor:
        tag = tags[index]
        if (
            tag in "AV"
            or (tag == "E" and _is_finite(tokens, index, floor))
            or (tag == "v" and index > floor and _agrees(tokens, index, floor))
            or (tag == "G" and index > floor and _governs(tokens, index, at))
        ):
            stop = index + 1
            if lowers[index] in _MODALS:
                stop = _past_modal(tokens, stop, at)
            elif tag == "A" or lowers[index] in _TAKING_INFINITIVES:
                stop = _past_infinitive(tokens, stop, at)
            return _group_start(tokens, index, floor), stop
        if tag == "." and lowers[index] in (";", ":", "“", "”", '"'):
            return None
        index -= 1
    return None


_TAKING_INFINITIVES = frozenset(read_sections("grammar.txt")["infinitive_takers"])
_MODALS = frozenset(
    "will would could can may might must should shall won’t won't cannot don’t don't did didn’t "
    "didn't do does".split()
)


def _past_infinitive(tokens: Tokens, stop: int, at: int) -> int:
    """Take in an infinitive: "is to hand over", "plans to spend", "is expected to reach"."""
    after = stop
    while after < at and tokens.tags[after] == "B":
        after += 1
    if after + 1 < at and tokens.lowers[after] == "to" and tokens.tags[after + 1] in "NvV":
        return after + 2
    return stop


def _past_modal(tokens: Tokens, stop: int, at: int) -> int:
    """Take in the bare verb after a modal: "will invest", "could not afford"."""
    after = stop
    while after < at and (tokens.tags[after] == "B" or tokens.lowers[after] == "be"):
        after += 1
    return after + 1 if after < at and tokens.tags[after] in "NvEV" else stop


def _governs(tokens: Tokens, index: int, at: int) -> bool:
    """Whether a form in -ing is the verb of a number: ", reaching 40", "payrolls rising by 40"."""
    if tokens.lowers[index - 1] == "," or index + 1 == at or tokens.tags[index - 1] in "AV":
        return True
    if tokens.lowers[index - 1] == "by":
        return True
    linked = index + 2 == at and tokens.lowers[index + 1] in _AFTER_GERUND
    return linked and tokens.tags[index - 1] == "N"


_AFTER_GERUND = frozenset("by to from at out over up down".split())


def _agrees(tokens: Tokens, index: int, floor: int) -> bool:
    """Whether a present-tense form agrees with the word before it as its subject.

    An aside between commas is passed over: "support, at its lowest since May, stands".
    """
    before, tag = tokens.lowers[index - 1], tokens.tags[index - 1]
    if before == ",":
        opening = index - 2
        while opening > floor and tokens.lowers[opening] != ",":
            opening -= 1
        return opening > floor and opening < index - 2
    back = index - 1
    while tag in "M." and before not in ("“", "”", '"', ";", ":", ")") and index - back < 6:
        back -= 1
        if back < floor:
            return False
        before, tag = tokens.lowers[back], tokens.tags[back]
    if back < index - 1 and tag == "P" and back > floor:
        before, tag = tokens.lowers[back - 1], tokens.tags[back - 1]
    if tag == "B" and index > 1:
        before, tag = tokens.lowers[index - 2], tokens.tags[index - 2]
    if tag in "RC" or before == "to":
        return True
    third = tokens.lowers[index].endswith("s")
    if tag == "O":
        return True
    return tag == "N" and is_plural(before) != third


def _is_finite(tokens: Tokens, index: int, floor: int) -> bool:
    """Whether a form in -ed is a verb here, not a modifier ("registered nurses")."""
    before = tokens.tags[index - 1] if index > floor else "."
    after = tokens.tags[index + 1] if index + 1 < len(tokens) else "."
    if before in "DJ" or before == "P":
        return False
    return not (after in "N" and before in "M")


def find_subject(tokens: Tokens, verb: int, floor: int = 0) -> tuple[int, int] | None:
    """The subject of the verb group that starts at token `verb`, as token bounds.

    A clause between commas before the verb is passed over; a relative pronoun gives its
    antecedent. None where the verb has none to its left (an order, an elided subject).
    """
    tags, lowers = tokens.tags, tokens.lowers
    stop = verb
    floor = max(floor, verb - _REACH)
    while stop > floor and tags[stop - 1] == "B":
        stop -= 1
    if stop <= floor:
        return None
    if tags[verb] == "G" and tags[stop - 1] == "N":
        return _phrase_ending(tokens, stop, floor)
    if tags[verb] == "G" and lowers[stop - 1] == ",":
        # ", growing 13 per cent": whoever the clause before is about.
        main = find_verb(tokens, stop - 1, floor)
        return find_subject(tokens, main[0], floor) if main is not None else None
    if lowers[stop - 1] in ("“", '"') and stop - 1 > floor and tags[stop - 2] == "N":
        # 'Fee income "is now forecast to be £118m"': a quotation that starts at the verb.
        stop -= 1
    if lowers[stop - 1] == ")":
        opening = stop - 2
        while opening > floor and lowers[opening] != "(":
            opening -= 1
        stop = opening if opening > floor else stop
    if lowers[stop - 1] == ",":
        opening = stop - 2
        while opening > floor and lowers[opening] != ",":
            opening -= 1
        stop = opening if opening > floor else stop - 1
    if tags[stop - 1] == "R":
        stop -= 1
        if stop > floor and lowers[stop - 1] == ",":
            stop -= 1
        return _phrase_ending(tokens, stop, floor)
    if lowers[stop - 1] in ("and", "but", "or") and stop - 1 > floor:
        earlier = find_verb(tokens, stop - 1, floor)
        return find_subject(tokens, earlier[0], floor) if earlier is not None else None
    begin = stop
    while begin > floor:
        tag, lower = tags[begin - 1], lowers[begin - 1]
        if lower in (",", ";", ":", "–", "—", "“", "”", '"', "(", ")"):
            break
        if tag == "R" and (
            lower not in _RELATIVE
            or begin <= floor + 1
            or tags[begin - 2] != "N"
            or lowers[begin - 2] in _STATING
        ):
            break
        opens = lower in _OPENERS and not (lower == "than" and lowers[begin - 2] in _MORE)
        opens = opens and not (begin < stop and tags[begin] == "M")
        # "Deaths since mid-June reached 1,314": a date, no clause.
        dated = lower in ("since", "before", "after", "until")
        opens = opens and not (
            dated and stop - begin <= 4 and begin - 2 >= floor and tags[begin - 2] == "N"
        )
        if opens and any(tags[index] in "NO" for index in range(begin, stop)):
            break
        if tag == "C" and lower in ("and", "but", "while") and _has_verb(tokens, floor, begin - 1):
            break
        if (
            tag == "v"
            and begin < stop
            and tags[begin] in "DO"
            and _agrees(tokens, begin - 1, floor)
        ):
            break
        if tag in "AVE" and begin - 2 > floor and lowers[begin - 2] == "to":
            # "The wait (to be) seen": an infinitive inside the subject.
            begin -= 2
            continue
        if tag in "VE" and begin - 3 > floor and lowers[begin - 3 : begin - 1] == ["to", "be"]:
            begin -= 3
            continue
        if tag in "AV":
            relative = _relative_before(tokens, begin - 1, floor)
            if relative is not None:
                begin = relative
                continue
            if tag == "A" or tags[begin] in "DO" or lower in _SAYING:
                break
        begin -= 1
    begin = _skip_opening(tokens, begin, stop)
    return (begin, stop) if begin < stop else None


_RELATIVE = frozenset(("who", "that", "which", "whose"))


def _relative_before(tokens: Tokens, verb: int, floor: int) -> int | None:
    """Where the relative clause that a verb inside a subject belongs to starts; None if none."""
    for index in range(verb - 1, max(floor, verb - 7), -1):
        if tokens.tags[index] == ".":
            return None
        if tokens.lowers[index] in _RELATIVE and tokens.tags[index - 1] == "N":
            return index
    return None


def _has_verb(tokens: Tokens, floor: int, stop: int) -> bool:
    return any(tokens.tags[index] in "AV" for index in range(floor, stop)) or any(
        tokens.tags[index] == "E"
        and _is_finite(tokens, index, floor)
        and index + 1 < stop
        and tokens.tags[index + 1] in "PDMB"
        for index in range(floor, stop)
    )


def _phrase_ending(tokens: Tokens, stop: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase that ends before token `stop`, with its of-complements."""
    tags, lowers = tokens.tags, tokens.lowers
    begin = stop
    while begin > floor and (
        tags[begin - 1] in "NJEG" or lowers[begin - 1] in ("of",) or tags[begin - 1] == "D"
    ):
        begin -= 1
        if tags[begin] == "D" and not (begin > floor and lowers[begin - 1] == "of"):
            break
    begin = _skip_opening(tokens, begin, stop)
    return (begin, stop) if begin < stop else None


def _past_fronted(tokens: Tokens, begin: int, stop: int) -> int:
    """Over an adverbial before the subject that no comma parts: "last year (the council)"."""
    for at in range(begin + 1, stop - 1):
        if tokens.tags[at] == "M":
            break
        gerund = tokens.lowers[at - 1].endswith("ing")
        if tokens.tags[at] == "D" and tokens.tags[at - 1] in "NJ" and not gerund:
            return at
    return begin


def _is_sized(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether a number is part of what a thing is called: "a 20kg bag"."""
    return (
        at + 2 < stop
        and tokens.starts[at + 1] == tokens.ends[at]
        and tokens.tags[at + 1 : at + 3] == ["N", "N"]
    )


def _skip_opening(tokens: Tokens, begin: int, stop: int) -> int:
    """Pass over determiners, links and a fronted phrase that has no comma: "In July it"."""
    while begin < stop:
        hyphened = begin + 1 < stop and tokens.lowers[begin + 1] in HYPHENS
        if hyphened and tokens.tags[begin] == "M":
            break
        if tokens.tags[begin] == "M" and _is_sized(tokens, begin, stop):
            break
        if tokens.tags[begin] in "DCB.M" or tokens.lowers[begin] in _PASSED_OVER:
            begin += 1
            continue
        if tokens.lowers[begin] == "of" and begin and tokens.tags[begin - 1] == "M":
            # "Of the 78 schools", "9,540 of the 62,118 attendances": the number says how many.
            begin += 1
            continue
        if tokens.tags[begin] != "P" or tokens.lowers[begin] == "of":
            fronted = _past_fronted(tokens, begin, stop)
            if fronted == begin:
                break
            begin = fronted
            continue
        inner = begin + 1
        while inner < stop and tokens.tags[inner] in "DM":
            inner += 1
        phrase = read_noun_phrase(tokens, inner) if inner < stop else None
        if phrase is None or phrase.stop >= stop:
            break
        begin = phrase.stop
    return begin
