"""What speaks for a phrase as that which a number measures: the signs by which it is chosen.

Some are those of the phrase and the words beside it, some of what stands between it and the number,
some of the phrase that the rules take. Those of the number itself say where the right one stands.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from figtrail.extraction.choosing.phrases.candidates import Candidate, find_candidates
from figtrail.extraction.choosing.phrases.describing import Described, describe, find_noun, fold
from figtrail.extraction.choosing.phrases.outline import (
    REACH,
    Outline,
    read_grammar,
    read_outline,
    read_path,
)
from figtrail.extraction.choosing.phrases.setting import Setting
from figtrail.extraction.choosing.sentences import (
    count_clauses,
    count_verbs,
    find_last_verbs,
    read_word,
)
from figtrail.extraction.choosing.weights import Sign
from figtrail.extraction.lexicon import read_words
from figtrail.extraction.measured import Measured
from figtrail.extraction.nouns import is_people
from figtrail.extraction.tokens import Tokens

# Tags of the words before and behind a number that are told, and not only tagged.
_LEADING = frozenset("PC.")
_BEHIND = frozenset("PRC.AVvD")
# Kinds that are one whatever their unit is.
_WHOLE_KINDS = frozenset(("money", "percentage", "duration", "count"))
_WANTING = read_words("measured_words.txt")["wanting"]
# Up to here things are told apart by how many they are.
_RANKS = 3
_MANY = 2
_LONG = 6


class Option(NamedTuple):
    """A phrase that may be chosen: its words, where it stands to the number, what speaks for it."""

    text: str
    place: str
    signs: list[Sign]


class _Number(NamedTuple):
    """What the signs between a number and every phrase need of the number."""

    setting: Setting
    outline: Outline
    first: int
    stop: int
    told: list[str]
    ruled: str


def read_setting(setting: Setting) -> list[Sign]:
    """The signs of the number itself: what they weigh hangs on where a phrase stands."""
    tokens, reading = setting.tokens, setting.reading
    kind, first = setting.kind, reading.bound_start
    stop = reading.stop
    last = find_last_verbs(tokens)[first]
    earlier = setting.before[-1].kind if setting.here else ""
    before = read_word(tokens, first - 1)
    return [
        ("kind", kind if kind in _WHOLE_KINDS else f"{kind} {setting.unit}"),
        ("unit", setting.unit),
        ("per", f"{kind} {setting.per is not None}"),
        ("form", f"{reading.number.form} {setting.change}"),
        ("bound", reading.bound),
        ("counted", f"{kind} {reading.phrase is not None}"),
        ("word before", before),
        ("words before", f"{read_word(tokens, first - 2)} {before}"),
        ("word behind", f"{kind} {read_grammar(tokens, stop, _BEHIND)}"),
        ("words behind", f"{read_word(tokens, stop)} {read_word(tokens, stop + 1)}"),
        ("verb before", f"{kind} {tokens.lowers[last] if last >= 0 else ''}"),
        ("earlier", f"{kind} {earlier} {read_grammar(tokens, first - 1, _LEADING)}"),
    ]


def read_ruled(setting: Setting) -> Option | None:
    """The phrase that the rules take, with its signs; None where they find none."""
    if setting.phrase is None:
        return None
    number = _read_number(setting)
    if setting.measured is None:
        place, signs = "told", _read_told(number)
    else:
        described = describe(
            setting.tokens, number.outline, _make_candidate(setting, setting.measured)
        )
        place, signs = _read_between(number, described)
        signs += described.signs
    kind, rule = setting.kind, setting.rule
    signs += (
        ("ruled", ""),
        ("rule and place", f"{rule} {place}"),
        ("rule and kind", f"{rule} {kind}"),
    )
    return Option(setting.phrase, place, signs)


def read_others(setting: Setting) -> Iterator[Option]:
    """The other phrases of its sentence that may say what a number measures, with their signs.

    None of them is part of the phrase that the rules take or has it inside: that says the same.
    """
    tokens, own = setting.tokens, setting.reading.number
    number = _read_number(setting)
    ruled = number.ruled
    head = find_noun(ruled) if ruled else ""
    outline = number.outline
    near = bisect_left(outline.starts, number.first - REACH)
    far = bisect_left(outline.starts, number.stop + REACH)
    for candidate in outline.candidates[near:far]:
        if candidate.start < own.stop and own.first < candidate.stop:
            continue
        described = describe(tokens, outline, candidate)
        if ruled and (ruled in described.folded or described.folded in ruled):
            continue
        if _is_item(tokens, candidate, number.first) or _wants(tokens, candidate, number.first):
            continue
        place, signs = _read_between(number, described)
        signs += described.signs
        if head == tokens.lowers[candidate.head]:
            signs.append(("head of ruled", setting.rule))
        yield Option(described.text, place, signs)


def _is_item(tokens: Tokens, candidate: Candidate, first: int) -> bool:
    """Whether a phrase only names a list's item, its number in brackets: "Ely (12)".

    But people are what is counted: "Syrians (34,700), Afghans (22,100)".
    """
    start, stop = candidate.start, candidate.stop
    return (
        stop == start + 1 == first - 1
        and tokens.lowers[stop] == "("
        and tokens.words[start][0].isupper()
        and not is_people(tokens.lowers[start])
    )


def _wants(tokens: Tokens, candidate: Candidate, first: int) -> bool:
    """Whether a phrase is who wants what the number is of: "the union wants 7 per cent"."""
    stop = candidate.stop
    return (
        stop < first
        and tokens.lowers[stop] in _WANTING
        and candidate.form in ("noun", "name")
        and find_last_verbs(tokens)[first] == stop
    )


def _make_candidate(setting: Setting, measured: Measured) -> Candidate:
    """The phrase of the rules as a candidate, where it stands in the sentence itself."""
    start, stop, head, _ = measured
    known = find_candidates(setting.tokens).get((start, stop))
    if known is not None:
        return known
    inside = head is not None and start <= head < stop
    return Candidate(start, stop, head if head is not None and inside else stop - 1, "ruled")


def _read_number(setting: Setting) -> _Number:
    # Not kept with the tokens, which it leads to: such a circle would hold on to their memory.
    reading = setting.reading
    return _Number(
        setting,
        read_outline(setting),
        reading.bound_start,
        reading.stop,
        [fold(one.phrase) if one.phrase else "" for one in setting.before],
        fold(setting.phrase) if setting.phrase else "",
    )


def _read_between(number: _Number, described: Described) -> tuple[str, list[Sign]]:
    """Where a phrase stands to a number, and the signs of what stands between them."""
    kind, outline = number.setting.kind, number.outline
    tokens = number.setting.tokens
    lowers, verbs, clauses = tokens.lowers, count_verbs(tokens), count_clauses(tokens)
    start, stop, head, form = described.candidate
    side, low, high, rank = "beside", 0, 0, 0
    if stop <= number.first:
        side, low, high = "before", stop, number.first
        rank = outline.nouns[high] - outline.nouns[start + 1]
    elif start >= number.stop:
        side, low, high = "behind", number.stop, start
        rank = outline.nouns[high] - outline.nouns[low]
    place = f"{_FORMS.get(form, 'noun')} {side} {min(_RANKS, rank)}"
    over = min(_MANY, verbs[high] - verbs[low])
    passed = min(_MANY, clauses[high] - clauses[low])
    numbers = min(_MANY, outline.numbers[high] - outline.numbers[low])
    noun = lowers[head]
    signs = [
        ("path", f"{side} {read_path(outline.marks, low, high)}"),
        ("between", f"{side} {kind} {over} {numbers} {passed}"),
        ("kind head", f"{kind} {noun}"),
        ("kind behind it", f"{place} {described.behind} {kind}"),
        ("kind before it", f"{place} {described.before} {kind}"),
        ("number and behind it", f"{place} {described.then}"),
        ("subject", f"{side} {described.is_subject} {over}"),
        ("told", _find_told(number, described.folded)),
        ("counted by another", f"{kind} {_find_counting(number, start, stop)}"),
    ]
    last = find_last_verbs(tokens)[number.first]
    if side == "before" and last >= 0:
        holds = stop > last
        signs.append(("verb behind it", f"{holds} {lowers[last]}"))
        signs.append(("head and verb", f"{noun} {holds}"))
    return place, signs


# A phrase of the rules that is no candidate is mostly a clause.
_FORMS = {
    "name": "name",
    "quoted": "name",
    "verb": "verb",
    "verb preposition": "verb",
    "verb object": "verb",
    "subject verb": "verb",
    "pronoun verb": "verb",
    "ruled": "verb",
}


def _read_told(number: _Number) -> list[Sign]:
    """The signs of a phrase that the rules take from elsewhere."""
    setting, folded = number.setting, number.ruled
    nearest = setting.nearest
    kind, noun = setting.kind, find_noun(folded)
    signs = [
        ("head", noun),
        ("ending", noun[-3:]),
        ("kind head", f"{kind} {noun}"),
        ("told", _find_told(number, folded)),
        ("told length", str(min(_LONG, len(folded.split())))),
        ("told repeated", str(noun in setting.tokens.vocabulary)),
    ]
    if nearest is None:
        return signs
    here = nearest.tokens is setting.tokens
    alike = f"{nearest.kind == kind} {nearest.unit == setting.unit}"
    signs += [
        ("told kinds", f"{nearest.kind} {kind}"),
        ("told alike", f"{here} {alike}"),
        ("told change", f"{nearest.change} {setting.change}"),
        ("told per", str(nearest.per == setting.per)),
        ("told noun", f"{kind} {nearest.noun == setting.unit}"),
    ]
    if here:
        path = read_path(number.outline.marks, nearest.reading.unit_stop, number.first)
        signs.append(("told path", path))
    return signs


def _find_told(number: _Number, folded: str) -> str:
    """How many figures ago a phrase was told."""
    told = number.told
    return str(len(told) - told.index(folded)) if folded in told else ""


def _find_counting(number: _Number, start: int, stop: int) -> str:
    """Whether a phrase is what another number counts."""
    outline, own = number.outline, number.setting.at
    if any(outline.counted.get(at, own) != own for at in range(start, stop)):
        return "noun"
    return "number" if outline.ends.get(start, own) != own else ""
