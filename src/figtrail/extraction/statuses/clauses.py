"""The clause of a figure, by tags: its noun phrase, its verb, and where the clause ends."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_VERBS
from figtrail.extraction.statuses.vocabulary import OUTCOMES, PAUSES, PROSPECTIVE, WORDS
from figtrail.extraction.tokens import Tokens

_BREAKERS = WORDS["breakers"]
_LINKING = WORDS["linking"]
_BASE_FORMS = WORDS["base_forms"]
_BARE_MODALS = WORDS["bare_modals"]
_CONTRACTED = ("'d", "’d", "'ll", "’ll")
_NAMING = WORDS["naming"]
_REACH = 24
_SIZED = WORDS["moves"]
_PERFECT = frozenset(("has", "have", "had"))
_CAUSING = WORDS["causing"]
_RELATED = frozenset(("which", "who", "whom", "where", "whose", "due", "scheduled", "slated"))
_LASTING = WORDS["lasting_in_place"]
_AT = WORDS["level_prepositions"]
_MULTIPLYING = frozenset(("double", "triple", "treble", "quadruple", "halve"))
_JOINING = frozenset(("and", "or", ",", ";"))


def bracket_start(tokens: Tokens, close: int) -> int:
    """The "(" that the ")" at token `close` belongs to; the ")" itself where there is none."""
    for at in range(close - 1, -1, -1):
        if tokens.lowers[at] == "(":
            return at
    return close


def is_coordinate(tokens: Tokens, verb: int) -> bool:
    """Whether a bare verb shares an earlier modal: "plans to close 60 shops and cut 400 jobs"."""
    lowers, tags = tokens.lowers, tokens.tags
    before = verb - 1
    while before >= 0 and tags[before] == "B":
        before -= 1
    if before > 2 and lowers[before] in ("and", "or") and tags[verb] == "E":
        return _is_perfect(tokens, before)
    if before < 0 or lowers[verb] not in _BASE_FORMS or lowers[before] not in _JOINING:
        return False
    for at in range(before - 1, max(-1, before - _REACH), -1):
        lower = lowers[at]
        listed = lower == ";" or (lower == ":" and lowers[at - 1] == "to")
        if (lower in PAUSES and not listed) or tags[at] == "R":
            return False
        if lower == "to" and tags[at + 1 : at + 2] not in (["M"], ["D"]):
            return True
        if tags[at] == "A":
            return lower in _BARE_MODALS
        if tags[at] in "VE" and is_finite(tokens, at):
            return False
    return False


def _is_perfect(tokens: Tokens, conjunction: int) -> bool:
    """Whether a participle shares a "would have": "would have cost £4 and raised £9m"."""
    lowers = tokens.lowers
    for at in range(conjunction - 1, max(0, conjunction - _REACH), -1):
        if lowers[at] == "have":
            return lowers[at - 1] in ("would", "could", "might", "should")
        if lowers[at] in PAUSES or tokens.tags[at] in "AR":
            return False
    return False


def ends_clause(tokens: Tokens, at: int, start: int) -> bool:
    """Whether token `at` parts the words before it from the number phrase at `start`."""
    lower = tokens.lowers[at]
    if lower in PAUSES:
        if at == start - 1 or lower in ("”", "–", "—"):
            return lower in (";", ":") and at < start - 1
        opens = lower in ("“", '"') and at and tokens.lowers[at - 1] not in (",", ":")
        return not opens
    if lower == "than" and (tokens.tags[at + 1] in "M." or tokens.lowers[at + 1] == "usual"):
        return False
    if (
        lower == "than"
        and tokens.lowers[at + 1] in _MULTIPLYING
        and tokens.lowers[at + 2 : at + 3] == ["to"]
    ):
        return False  # "debt will more than double to $7bn"
    if lower == "before" and tokens.tags[at + 1] == "G":
        return False
    if lower == "like" and tokens.lowers[at - 1].endswith(("would", "’d", "'d")):
        return False
    if lower in ("before", "after") and not WORDS["accounted"].isdisjoint(
        tokens.lowers[at + 1 : at + 5]
    ):
        return False
    if (
        lower == "since"
        and tokens.tags[at + 1] == "M"
        and tokens.tags[at + 2 : at + 3] in (["A"], ["V"])
    ):
        return False
    if lower == "given" and tokens.tags[at - 1] == "A":
        return False
    if lower in ("back", "top"):
        return tokens.lowers[at - 1] in ("on", "the") and tokens.lowers[at + 1] == "of"
    return lower in _BREAKERS


def is_list_member(tokens: Tokens, semicolon: int) -> bool:
    """Whether what a semicolon opens has no verb of its own: "£2m for roads; £1m for parks"."""
    at = semicolon + 1
    if tokens.lowers[at : at + 1] == ["and"]:
        at += 1
    if tokens.lowers[at : at + 1] and tokens.lowers[at] in _BASE_FORMS:
        at += 1
    for index in range(at, len(tokens.words)):
        if tokens.lowers[index] in (";", ".", "”"):
            return True
        if tokens.tags[index] in "AVEv" and is_finite(tokens, index):
            return False
    return True


def aside_start(tokens: Tokens, verb: int, start: int) -> int | None:
    """The comma that opens ", the poll suggests," around a retelling verb."""
    lowers = tokens.lowers
    if lowers[verb] not in WORDS["retelling"] or "," not in lowers[verb:start]:
        return None
    for at in range(verb - 1, max(-1, verb - 9), -1):
        if lowers[at] == ",":
            return at
        if lowers[at] in PAUSES:
            return None
    return None


def relative_aside(tokens: Tokens, comma: int) -> int | None:
    """The comma that opens a relative clause which ends at `comma`: ", which will open,"."""
    for at in range(comma - 1, max(0, comma - _REACH), -1):
        if tokens.lowers[at] in PAUSES:
            return None
        if tokens.lowers[at] == ",":
            first = at + 1 + (tokens.tags[at + 1] == "P")
            return at if tokens.lowers[first] in _RELATED else None
    return None


def aside_opening(tokens: Tokens, close: int) -> int | None:
    """The comma that opens the aside which the one at `close` ends: ", now in its 12th day,"."""
    for at in range(close - 1, max(-1, close - 10), -1):
        if tokens.lowers[at] == ",":
            return at
        related = tokens.lowers[at - 1] in ("which", "who")
        if (tokens.tags[at] in "A" and not related) or tokens.lowers[at] in PAUSES:
            return None
    return None


def is_infinitive(tokens: Tokens, to: int) -> bool:
    """Whether "to" opens what a headline or a noun announces, and not a preposition's phrase."""
    lowers = tokens.lowers
    if not to or to + 1 >= len(lowers) or lowers[to - 1] in WORDS["prepositional_to"]:
        return False
    if not _NAMING.isdisjoint(lowers[max(0, to - 4) : to]):
        return False  # "the first team to get 40 points"
    verb = lowers[to + 1]
    return (verb in PROSPECTIVE or verb in OUTCOMES) and tokens.tags[to - 1] in "NJMv.B"


def is_prospect(tokens: Tokens, to: int, verb: int) -> bool:
    """Whether an infinitive after a noun names what is still to be done."""
    return (
        tokens.tags[to - 1] in "NMv"
        and tokens.lowers[to + 1] in PROSPECTIVE
        and tokens.lowers[verb] not in WORDS["carried_out"]
    )


def is_finite(tokens: Tokens, at: int) -> bool:
    """Whether token `at` is a verb that governs what follows, as far as tags tell."""
    lowers, tags = tokens.lowers, tokens.tags
    tag, lower = tags[at], lowers[at]
    before = at - 1
    while before >= 0 and tags[before] == "B":
        before -= 1
    if tag == "A":
        if lower == "have":
            perfect = tags[at + 1 : at + 2] in (["E"], ["V"])
            told = before >= 0 and tags[before] == "N" and lowers[before].endswith("s")
            told = told and (perfect or _is_placing(tokens, at))
            told = told or (perfect and before >= 0 and lowers[before] == ",")
            return before >= 0 and (tags[before] in "CO" or told)
        if lower == "having" and lowers[at - 1] == "of":
            return False
        return lower not in ("be", "been", "being", "do")
    previous, previous_tag = (lowers[before], tags[before]) if before >= 0 else ("", ".")
    following = tags[at + 1] if at + 1 < len(tags) else "."
    if previous.endswith(_CONTRACTED):
        return False
    if following == "P" and lower in _SIZED and lowers[at + 1] == "of":
        return False  # "proposed a council tax rise of"
    if lower == "cost" and following == "P" and tags[at - 1 : at] == ["N"]:
        return False
    if tag == "V":
        if lower in _BASE_FORMS and (previous in ("to", "help") or previous_tag == "A"):
            return False
        return previous_tag not in "DJAE" and not (previous_tag == "P" and following == "N")
    if tag == "E":
        if (
            previous_tag in "DJPA"
            or (
                previous == ","
                and lowers[at + 1 : at + 2] == ["by"]
                and not _is_by_size(tokens, at)
            )
            or (
                previous_tag == "N"
                and lowers[at + 1 : at + 2] == ["by"]
                and _is_by_agent(tokens, at + 2)
            )
            or (following == "N" and previous_tag != "O")
        ):
            return False
        return previous_tag in "NOC." or previous in ("who", "which", "that")
    if lower in WORDS["set_by_decision"] and previous_tag == "N" and following == "P":
        return False
    if lower == "costs" and lowers[at + 1 : at + 2] == ["of"]:
        return False
    if tag == "v" and following == "P" and lower == "costs" and lowers[at + 1] == "to":
        return False  # "forecasts unit costs to rise"
    if tag == "v" and not _CAUSING.isdisjoint(lowers[max(0, before - 2) : max(0, before)]):
        return False
    return tag == "v" and (previous_tag in "OR" or (previous_tag == "N" and following in "DMPJBO"))


def _is_by_size(tokens: Tokens, verb: int) -> bool:
    """Whether "by" tells how far a level moved: "the margin, a measure of it, narrowed by 6p"."""
    return tokens.lowers[verb] in CHANGE_VERBS and tokens.tags[verb + 2] in "M."


def _is_by_agent(tokens: Tokens, at: int) -> bool:
    """Whether "by" names who does it and not by how much: "heat gained by the oceans"."""
    return tokens.lowers[at : at + 1] in (["the"], ["its"], ["their"], ["his"], ["her"]) and (
        tokens.tags[at + 1 : at + 2] == ["N"]
    )


def is_linking(tokens: Tokens, verb: int) -> bool:
    """Whether a verb tells the size of its subject: "was", "was set at", but not "was missed"."""
    if tokens.lowers[verb] in _PERFECT and tokens.lowers[verb + 1 : verb + 2] == ["been"]:
        # "The target has been kept at".
        verb += 1
    if tokens.lowers[verb] in _PERFECT:
        return _is_placing(tokens, verb)
    if tokens.lowers[verb] not in _LINKING:
        return False
    placed = tokens.tags[verb + 1 : verb + 2] == ["P"] and tokens.lowers[verb] in _LASTING
    if placed and tokens.lowers[verb + 1] not in _AT:
        return False  # "about 5,200 evacuees remain in 31 halls"
    at = verb + 1
    while at < len(tokens.words) and tokens.tags[at] in "BA":
        at += 1
    return at >= len(tokens.words) or tokens.tags[at] not in "EV" or tokens.lowers[at] in _LINKING


def _is_placing(tokens: Tokens, verb: int) -> bool:
    """Whether "has" tells where its object stands: "the outlook has corn averaging 209"."""
    at = verb + 1
    while at < len(tokens.words) and tokens.tags[at] in "NJD":
        at += 1
    if at == verb + 1 or at + 1 >= len(tokens.words):
        return False
    return tokens.tags[at] == "G" or tokens.lowers[at] in ("at", "down", "up")


def verb_at(tokens: Tokens, at: int) -> str:
    """The verb after a modal, past adverbs and the "have" of a perfect."""
    while at < len(tokens.words):
        lower = tokens.lowers[at]
        if lower == "have" and tokens.tags[at + 1 : at + 2] not in (["E"], ["V"], ["A"], ["B"]):
            break
        if tokens.lowers[at : at + 2] in (["continue", "to"], ["more", "than"]):
            at += 1
        elif tokens.tags[at] != "B" and lower not in ("not", "also", "have", "to", "only"):
            break
        at += 1
    return tokens.lowers[at] if at < len(tokens.words) else ""


def is_doing(tokens: Tokens, stop: int) -> bool:
    """Whether people counted behind "and" did something: "were told to go and 40 people slept"."""
    at = stop
    while at < len(tokens.words) and tokens.tags[at] in "NJ":
        at += 1
    if at >= len(tokens.words):
        return False
    return tokens.tags[at] == "V" or (at == stop and tokens.tags[at] == "E")
