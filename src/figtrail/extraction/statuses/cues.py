"""Where a word that tells a status stands."""

from __future__ import annotations

from itertools import pairwise

from figtrail.extraction.memo import once_a_sentence
from figtrail.extraction.statuses.idle import is_idle
from figtrail.extraction.statuses.provisions import DRAWING, FIXING, RESERVES
from figtrail.extraction.statuses.vocabulary import (
    BE,
    CUES,
    OUTCOMES,
    PAUSES,
    PROSPECTIVE,
    WORDS,
    Cue,
)
from figtrail.extraction.tokens import Tokens

# Cues by their longest word, each as the words that must all stand in the sentence.
_CUED: dict[str, list[frozenset[str]]] = {}
for _cue in (cue for cues in CUES.values() for cue in cues):
    if _cue.kind not in ("be_to", "have_to"):
        _CUED.setdefault(max(_cue.words, key=len), []).append(frozenset(_cue.words))
_GATE = (
    WORDS["progressive"]
    | {"being", "probably", "think", "thinks"}
    | {"needed", "necessary", "within", "until", "band"}
    | WORDS["staying"]
    | WORDS["balloted"]
    | WORDS["allowing"]
    | WORDS["reckoned_by"]
    | WORDS["reflexive"]
    | {"floor"}
    | WORDS["binding"]
    | WORDS["limiting"]
    | {"payable"}
    | WORDS["bounds"]
    | WORDS["deeming"]
    | WORDS["deemed"]
    | WORDS["signifying"]
    | (WORDS["add_ons"] - {"clauses"})
    | {"classify", "classifies", "treat", "treats", "class", "classes"}
)
_STANDING = WORDS["standing"]
_SETTLED = frozenset[str]().union(
    *(
        WORDS[name]
        for name in ("provisions", "rule_givers", "designs", "set_by_decision", "billed")
    ),
    *(WORDS[name] for name in ("tariffs", "utilities", "tickets")),
)
# Words that tell a status only where one of others stands with them.
_PAIRED = (
    (_SETTLED, FIXING),
    (DRAWING, RESERVES),
    (WORDS["undertakings"] | WORDS["made"], WORDS["deciding"]),
    (WORDS["terms"], WORDS["entering"]),
    (WORDS["examples"], frozenset(("for",))),
    (WORDS["works"], WORDS["begins"]),
    (frozenset(("can",)), frozenset(("than",))),
    (WORDS["penance"], frozenset(("work", "service"))),
    (frozenset(("set",)), frozenset(("for",))),
    (WORDS["phrasal"], WORDS["particles"]),
    (WORDS["commanded"], frozenset(("least", "than"))),
    (WORDS["raising"] | WORDS["setting"], WORDS["paid_levels"]),
    (frozenset(("first",)), WORDS["arriving"] | {"been", "due"}),
    (WORDS["remarked"], frozenset(("year",)) | WORDS["outlook_sizes"]),
    (frozenset(("due",)), WORDS["dates"] | {"on", "in", "by", "at"}),
    (WORDS["budget_sizes"], WORDS["grown"]),
    (WORDS["provisions"], frozenset(("with",))),
    (frozenset(("normal", "norm")), frozenset(("of", "the"))),
    (WORDS["arriving"], frozenset(("next",))),
    (WORDS["events"], WORDS["dates"] | WORDS["seasons"]),
)
_OPENING = WORDS["condition_openers"]


_QUOTES = frozenset(("“", '"'))


@once_a_sentence
def may_tell_status(tokens: Tokens) -> bool:
    """Whether a sentence holds any word that can tell a status: most don't and cost little."""
    lowers = tokens.lowers
    if not _GATE.isdisjoint(tokens.vocabulary) or _may_hold_cue(tokens.vocabulary):
        return True
    if lowers[0] in _OPENING or (lowers[0] in _QUOTES and lowers[1:2] and lowers[1] in _OPENING):
        return True
    if any(
        not (first.isdisjoint(tokens.vocabulary) or second.isdisjoint(tokens.vocabulary))
        for first, second in _PAIRED
    ):
        return True
    if "to" not in tokens.vocabulary:
        return False
    return any(
        (second == "to" and (first in BE or first in ("has", "have")))
        or (first == "to" and (second in PROSPECTIVE or second in OUTCOMES))
        for first, second in pairwise(lowers)
    )


def _may_hold_cue(vocabulary: frozenset[str]) -> bool:
    """Whether all words of any cue stand in a sentence, in whatever order."""
    known = _CUED.keys() & vocabulary
    return any(words <= vocabulary for word in known for words in _CUED[word])


@once_a_sentence
def find_cues(tokens: Tokens) -> dict[int, Cue]:
    """The cues of a sentence by the token where each starts."""
    if CUES.keys().isdisjoint(tokens.vocabulary):
        return {}
    found = ((at, _match_cue(tokens, at)) for at, word in enumerate(tokens.lowers) if word in CUES)
    return {at: cue for at, cue in found if cue is not None}


def match_cue(tokens: Tokens, at: int) -> Cue | None:
    """The cue that starts at token `at`; a name ("Project 2030", "in May") is none."""
    return find_cues(tokens).get(at)


def _match_cue(tokens: Tokens, at: int) -> Cue | None:
    cues = CUES[tokens.lowers[at]]
    named = at and tokens.words[at][0].isupper() and tokens.lowers[at - 1] not in PAUSES
    if named and not _is_headline(tokens):
        return None
    describing = at > 0 and _is_describing(tokens, at)
    for cue in cues:
        if (len(cue.words) == 1 and not describing) or (
            len(cue.words) > 1 and tuple(tokens.lowers[at : at + len(cue.words)]) == cue.words
        ):
            return None if is_idle(tokens, at, cue.words) else cue
    return None


def _is_describing(tokens: Tokens, at: int) -> bool:
    """Whether the word is a noun, or describes one: "the will", "a pledging conference"."""
    if tokens.tags[at - 1] != "D":
        return False
    return (tokens.lowers[at] == "will" and tokens.lowers[at - 1] not in _STANDING) or (
        tokens.tags[at] == "G" and tokens.tags[at + 1 : at + 2] == ["N"]
    )


def _is_headline(tokens: Tokens) -> bool:
    """Whether most words have capitals, so that a capital tells no name."""
    words = [word for word in tokens.words if len(word) > 3 and word[0].isalpha()]
    return 3 * sum(word[0].isupper() for word in words) > 2 * len(words)
