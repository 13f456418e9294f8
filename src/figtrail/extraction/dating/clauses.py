"""The clauses of a sentence, as far as dates need them: where each ends, and its tense."""

from __future__ import annotations

from typing import Literal

from figtrail.extraction.tokens import Tokens

Tense = Literal["past", "pluperfect", "present", "future", "conditional"]

_BREAKS = frozenset(("but", "while", "whereas", "although", "though", "if", "unless", "because"))
_CLOSERS = frozenset((";", "—", "–"))
_QUOTES = frozenset(("“", "”", '"'))
_SCARE = 5
_RELATIVES = frozenset(("which", "who", "whose", "where", "whom"))
_OPENERS = frozenset(("after", "before", "when", "since", "until", "once", "that"))
_FINITE = "AVEv"
_AUXILIARIES: dict[str, Tense] = {
    **dict.fromkeys("was were did wasn’t weren’t didn’t wasn't weren't didn't".split(), "past"),
    **dict.fromkeys(("had", "hadn’t", "hadn't", "’d", "'d"), "pluperfect"),
    **dict.fromkeys("will ’ll 'll shall won’t won't".split(), "future"),
    **dict.fromkeys("would could should might may can must wouldn’t".split(), "conditional"),
}
_PARTS = frozenset(("be", "been", "being"))
_INTENDING: dict[str, Tense] = {
    **dict.fromkeys("hopes hope hoped plans planned aims aim aimed intends wants".split(), "conditional"),
    **dict.fromkeys("expects expect expected projects predicts forecasts".split(), "future"),
}
_AHEAD = frozenset("forecast expected set due projected predicted seen planned likely".split())


def split_clauses(tokens: Tokens) -> list[int]:
    """The clause of each token, by number; what follows an inserted clause is its host again."""
    lowers, tags = tokens.lowers, tokens.tags
    clauses: list[int] = []
    current, newest, host = 0, 0, -1
    last = len(lowers)
    for at, lower in enumerate(lowers):
        opens = False
        if host >= 0 and lower == ",":
            current, host = host, -1
        elif lower in _CLOSERS or lower in _BREAKS or lower in _QUOTES and _is_long(lowers, at):
            opens, host = True, -1
        elif lower in _RELATIVES:
            if at and (lowers[at - 1] == "," or at > 1 and lowers[at - 2] == "," and tags[at - 1] == "P"):
                host, opens = current, True
        elif lower == "and":
            opens = tags[at - 1 : at] + tags[at + 1 : at + 2] != ["M", "M"] and _opens_clause(
                tokens, at + 1, last
            )
        elif lower in _OPENERS:
            opens = _opens_clause(tokens, at + 1, last) and at > 0
            if lower == "that" and not (at and lowers[at - 1] == "and"):
                opens = False
        if opens:
            newest += 1
            current = newest
        clauses.append(current)
    return clauses


def _is_long(lowers: list[str], at: int) -> bool:
    """Whether a quotation mark bounds more than a word or two in inverted commas."""
    near = (*lowers[max(0, at - _SCARE) : at], *lowers[at + 1 : at + 1 + _SCARE])
    return _QUOTES.isdisjoint(near)


def _opens_clause(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a subject and its verb stand at a token, so that a clause of its own begins."""
    tags, lowers = tokens.tags, tokens.lowers
    if at >= last or tags[at] in _FINITE and lowers[at] not in ("that",):
        return False
    if lowers[at] == "that":
        return True
    for index in range(at + 1, min(last, at + 9)):
        tag = tags[index]
        if tag == "A" or tag == "V" or tag == "E" and tags[index - 1] in "NOMB":
            return True
        if lowers[index] in (",", ";", "and", ")"):
            return False
    return False


def find_verb(
    tokens: Tokens, clauses: list[int], first: int, stop: int
) -> tuple[Tense | None, int]:
    """Tense and token of the verb that governs tokens `first` to `stop`: the nearest before, in
    its clause, else the next after, else the nearest before at all; (None, -1) without one."""
    clause = clauses[first] if first < len(clauses) else -1
    for at in range(first - 1, -1, -1):
        if clauses[at] == clause and (tense := _read_verb(tokens, at)) is not None:
            return tense, at
    for at in range(stop, len(clauses)):
        if clauses[at] == clause and (tense := _read_verb(tokens, at)) is not None:
            if tokens.tags[at] != "E" or not _is_reduced(tokens, clauses, at):
                return tense, at
    for at in range(first - 1, -1, -1):
        if (tense := _read_verb(tokens, at)) is not None:
            return tense, at
    return None, -1


def _is_reduced(tokens: Tokens, clauses: list[int], at: int) -> bool:
    """Whether a form in -ed only describes a noun, since the clause has its verb after it."""
    if tokens.tags[at - 1 : at] == ["A"] or tokens.tags[at + 1 : at + 2] not in (["P"], ["M"]):
        return False
    return any(
        clauses[index] == clauses[at] and tokens.tags[index] in "AVv"
        for index in range(at + 1, min(at + 16, len(clauses)))
    )


def _read_verb(tokens: Tokens, at: int) -> Tense | None:
    """The tense of the verb at a token, with its auxiliaries; None where there is no finite verb."""
    tag, lower = tokens.tags[at], tokens.lowers[at]
    if tag == "A":
        return _read_auxiliary(tokens, at)
    if lower in _INTENDING and tokens.lowers[at - 1 : at] != ["as"]:
        if lower[-1] == "s" or tag == "E" or at and tokens.tags[at - 1] in "NO":
            return _INTENDING[lower]
    if tag not in "VEv" or lower == "aged":
        return None
    before = at - 1
    while before >= 0 and (tokens.tags[before] == "B" or tokens.lowers[before] == "not"):
        before -= 1
    previous = tokens.lowers[before] if before >= 0 else ""
    if before >= 0 and tokens.tags[before] == "A":
        if lower in _AHEAD and tokens.lowers[at + 1 : at + 2] != ["by"]:
            return "future"
        return _read_auxiliary(tokens, before)
    if previous == "to":
        return None
    if tag == "v":
        return None if at and tokens.tags[at - 1] in "DJP" or _is_noun(tokens, before) else "present"
    return None if before >= 0 and tokens.tags[before] in "DP" and tag == "E" else "past"


def _is_noun(tokens: Tokens, before: int) -> bool:
    """Whether a form that may be a verb is a noun: "the third monthly fall", "a drop"."""
    return before >= 0 and tokens.tags[before] in "DJP"


def _read_auxiliary(tokens: Tokens, at: int) -> Tense | None:
    lower = tokens.lowers[at]
    if lower in _PARTS:
        before = at - 1
        while before >= 0 and tokens.tags[before] == "B":
            before -= 1
        if before < 0 or tokens.tags[before] != "A":
            return None
        return _read_auxiliary(tokens, before)
    tense = _AUXILIARIES.get(lower, "present")
    if tense == "pluperfect":
        following = tokens.tags[at + 1 : at + 3]
        return "pluperfect" if any(tag in "VEA" for tag in following) else "past"
    if tense == "present" and any(word in _AHEAD for word in tokens.lowers[at + 1 : at + 3]):
        return "future"
    return tense
