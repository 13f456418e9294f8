"""Whether a figure is observed, planned, forecast, a target, an estimate or hypothetical.

A figure takes the status of what governs it: a noun that it sizes ("its 2% target"), the verb
whose subject it is ("300 homes will be built"), else the nearest cue to its left in its own
clause ("the city plans to build 300 homes").
"""

from __future__ import annotations

from typing import NamedTuple, cast

from figtrail.extraction.lexicon import read_rows, read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens
from figtrail.model import Status


class _Cue(NamedTuple):
    words: tuple[str, ...]
    status: Status
    kind: str


_CUES: dict[str, list[_Cue]] = {}
for _row in sorted(read_rows("statuses.csv"), key=lambda row: -len(row["form"].split())):
    _words = tuple(_row["form"].split())
    _CUES.setdefault(_words[0], []).append(
        _Cue(_words, cast(Status, _row["status"]), _row["class"])
    )
_WORDS = {name: frozenset(words) for name, words in read_sections("status_words.txt").items()}
_OUTCOMES = _WORDS["outcomes"]
_PROSPECTIVE = _WORDS["prospective"]
_BREAKERS = _WORDS["breakers"]
_LINKS = _WORDS["links"]
_LINKING = _WORDS["linking"]
_GATE = frozenset(_CUES) | {"to", "needed"}
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "’s", "'s", "it’s", "it's"])
_PAUSES = frozenset((";", ":", "(", ")", "“", "”", '"', "–", "—"))
_NOT_THAN = frozenset(("than", "as", "not"))


def find_status(tokens: Tokens, number: Number, bound_start: int) -> Status:
    """The status of a figure by the cues of its own clause; `observed` where there is none.

    `bound_start` is the token where the comparator of the number starts.
    """
    if _GATE.isdisjoint(tokens.lowers):
        return "observed"
    lowers = tokens.lowers
    found = _named_after(tokens, number)
    if found is not None:
        return found
    if bound_start and lowers[bound_start - 1] == "from":
        return _condition(tokens, bound_start) or "observed"
    verb = _verb_after(tokens, number, bound_start)
    if verb is not None and _is_subject(tokens, bound_start):
        found = _clausal_before(tokens, bound_start) or _governed(tokens, number, verb)
    else:
        found, blocked = _before(tokens, number, bound_start)
        found = found or _attached(tokens, number, blocked)
    if found == "planned" and _is_limit(lowers[bound_start : number.first]):
        return "target"
    return found or "observed"


def _is_limit(bound: list[str]) -> bool:
    return ("no" in bound and "than" in bound) or "maximum" in bound


def _match(tokens: Tokens, at: int) -> _Cue | None:
    """The cue that starts at token `at`; a name ("Project 2030", "in May") is none."""
    cues = _CUES.get(tokens.lowers[at])
    if cues is None:
        return None
    if at and tokens.words[at][0].isupper() and tokens.lowers[at - 1] not in _PAUSES:
        if not _is_headline(tokens):
            return None
    for cue in cues:
        if len(cue.words) == 1 or tuple(tokens.lowers[at : at + len(cue.words)]) == cue.words:
            return cue
    return None


def _is_headline(tokens: Tokens) -> bool:
    """Whether most words have capitals, so that a capital tells no name."""
    words = [word for word in tokens.words if len(word) > 3 and word[0].isalpha()]
    return 3 * sum(word[0].isupper() for word in words) > 2 * len(words)


def _named_after(tokens: Tokens, number: Number) -> Status | None:
    """The noun that the figure sizes: "2% target", "300-home plan", "£8m commitment"."""
    lowers, tags = tokens.lowers, tokens.tags
    for at in range(number.stop, min(len(lowers), number.stop + 5)):
        if lowers[at] not in "-‐‑–" and tags[at] not in "NJvGE" and lowers[at] != "forecast":
            return None
        cue = _match(tokens, at)
        if cue is None:
            continue
        if cue.kind == "standard" and number.kind in ("duration", "measurement"):
            return cue.status
        if cue.kind == "chance":
            return cue.status
        if (cue.kind in ("noun", "budget") or cue.words == ("forecast",)) and not lowers[
            at
        ].endswith("s"):
            if at == number.stop and number.kind is None and lowers[number.first] in ("one", "1"):
                return None
            return None if _reads_as_verb(tokens, number, at) else cue.status
    return None


def _reads_as_verb(tokens: Tokens, number: Number, at: int) -> bool:
    """Whether "plan" after a number is a verb: "one in four plan to move"."""
    if at + 1 >= len(tokens) or number.kind == "money":
        return False
    if number.first and tokens.tags[number.first - 1] == "D":
        return False
    return tokens.lowers[at + 1] in ("to", "that") or tokens.tags[at + 1] in "DMO"


def _phrase_stop(tokens: Tokens, at: int) -> int:
    """Where the noun phrase ends that goes on at `at`, with its short complements."""
    lowers, tags = tokens.lowers, tokens.tags
    stop = min(len(lowers), at + 10)
    while at < stop and (
        tags[at] in "NJDMv"
        or (tags[at] == "O" and lowers[at - 1] == "of")
        or (tags[at] == "P" and lowers[at] != "to")
        or lowers[at] in "-‐‑%&"
    ):
        if _match(tokens, at) is not None and tags[at] not in "N":
            break
        at += 1
    return at


def _verb_after(tokens: Tokens, number: Number, start: int) -> int | None:
    """The finite verb that follows the noun phrase of the number, if that is its subject."""
    at = _phrase_stop(tokens, number.stop)
    if start and tokens.lowers[start - 1] == "," and tokens.lowers[at : at + 1] == [","]:
        at += 1
    while at < len(tokens) and tokens.tags[at] == "B":
        at += 1
    return at if at < len(tokens) and tokens.tags[at] == "A" else None


def _is_subject(tokens: Tokens, start: int) -> bool:
    """Whether the phrase of the number is the subject itself and not a complement within it."""
    lowers, tags = tokens.lowers, tokens.tags
    at = start - 1
    while at >= 0 and (tags[at] in "DJBE" or lowers[at] in ("of", "between")):
        at = _noun_start(tokens, at) if lowers[at] == "of" else at - 1
    return at < 0 or tags[at] != "P"


def _noun_start(tokens: Tokens, of: int) -> int:
    """The token before the noun phrase that "of" belongs to: "the loss of", "a total of"."""
    at = of - 1
    while at >= 0 and tokens.tags[at] in "NJ":
        at -= 1
    return at


def _governed(tokens: Tokens, number: Number, verb: int) -> Status | None:
    """The status that its own verb gives a subject: "300 homes are planned", "will be built"."""
    lowers, tags = tokens.lowers, tokens.tags
    passive = False
    for at in range(verb, min(len(lowers), verb + 7)):
        lower, tag = lowers[at], tags[at]
        cue = _match(tokens, at)
        if cue is not None:
            if cue.kind == "agreed":
                return _resolve(tokens, at, cue, number) if passive else None
            if cue.kind in ("verb", "committed", "aimed"):
                foreseen = cue.status == "forecast" and number.kind is not None
                return cue.status if passive or foreseen else None
            if cue.kind != "clausal":
                return _resolve(tokens, at, cue, number)
        passive = passive or lower in _BE
        if tag not in "ABDJN":
            return None
    return None


def _clausal_before(tokens: Tokens, start: int) -> Status | None:
    """The cue whose clause the subject opens: "estimates that 300 people", "if 300 jobs"."""
    at = start - 1
    while at >= 0 and (tokens.tags[at] in "DJB" or tokens.lowers[at] in ("that", "up")):
        at -= 1
    if at < 0:
        return None
    cue = _match(tokens, at)
    if cue is None or (cue.kind == "noun" and at + 1 == start):
        return None
    return cue.status if cue.kind in ("clausal", "verb", "if", "noun") else None


def _before(tokens: Tokens, number: Number, start: int) -> tuple[Status | None, bool]:
    """The nearest cue to the left in the clause, and whether a finite verb without cue governs."""
    lowers, tags = tokens.lowers, tokens.tags
    infinitive: int | None = None
    for at in range(number.first - 1, start - 1, -1):
        cue = _match(tokens, at)
        if cue is not None and (cue.kind in ("noun", "verb") or cue.words[-1] == "to"):
            return cue.status, False
    at = start
    while at > 0:
        at -= 1
        lower, tag = lowers[at], tags[at]
        cue = _match(tokens, at)
        if cue is not None:
            found = _resolve(tokens, at, cue, number)
            if found is not None:
                return found, False
        if _ends_clause(tokens, at, start):
            break
        if lower == "to" and infinitive is None and _is_infinitive(tokens, at):
            infinitive = at
        if _is_finite(tokens, at):
            found = _by_subject(tokens, at)
            if found is None and infinitive is not None and _is_prospect(tokens, infinitive, at):
                found = "planned"
            return found, True
    if infinitive is not None:
        return _by_verb(tokens, infinitive + 1), False
    return None, False


def _ends_clause(tokens: Tokens, at: int, start: int) -> bool:
    lower = tokens.lowers[at]
    if lower in _PAUSES:
        if at == start - 1 or lower in ("”", "–", "—"):
            return lower in (";", ":") and at < start - 1
        opens = lower in ("“", '"') and at and tokens.lowers[at - 1] not in (",", ":")
        return not opens
    if lower == "than" and tokens.tags[at + 1] in "M.":
        return False
    return lower in _BREAKERS


def _is_infinitive(tokens: Tokens, to: int) -> bool:
    """Whether "to" opens what a headline or a noun announces, and not a preposition's phrase."""
    lowers = tokens.lowers
    if not to or to + 1 >= len(lowers) or lowers[to - 1] in _WORDS["prepositional_to"]:
        return False
    verb = lowers[to + 1]
    return (verb in _PROSPECTIVE or verb in _OUTCOMES) and tokens.tags[to - 1] in "NJMv.B"


def _is_prospect(tokens: Tokens, to: int, verb: int) -> bool:
    """Whether an infinitive after a noun names what is still to be done."""
    return (
        tokens.tags[to - 1] in "NMv"
        and tokens.lowers[to + 1] in _PROSPECTIVE
        and tokens.lowers[verb] not in _WORDS["carried_out"]
    )


def _is_finite(tokens: Tokens, at: int) -> bool:
    """Whether token `at` is a verb that governs what follows, as far as tags tell."""
    lowers, tags = tokens.lowers, tokens.tags
    tag, lower = tags[at], lowers[at]
    if tag == "A":
        return lower not in ("be", "been", "being", "have", "do")
    before = at - 1
    while before >= 0 and tags[before] == "B":
        before -= 1
    previous, previous_tag = (lowers[before], tags[before]) if before >= 0 else ("", ".")
    following = tags[at + 1] if at + 1 < len(tags) else "."
    if tag == "V":
        if lower in _WORDS["base_forms"] and (previous in ("to", "help") or previous_tag == "A"):
            return False
        return previous_tag not in "DJAE" and not (previous_tag == "P" and following == "N")
    if tag == "E":
        if previous_tag in "DJPA" or (following == "N" and previous_tag != "O"):
            return False
        return previous_tag in "NOC." or previous in ("who", "which", "that")
    return tag == "v" and (previous_tag == "O" or (previous_tag == "N" and following in "DMPJB"))


def _by_subject(tokens: Tokens, verb: int) -> Status | None:
    """What a subject gives through its verb: "the target is", "planned spending rose to"."""
    lowers, tags = tokens.lowers, tokens.tags
    linking = _is_linking(tokens, verb)
    for at in range(verb - 1, max(-1, verb - 14), -1):
        lower = lowers[at]
        if lower in ("if", "unless", "assuming"):
            return _resolve_if(tokens, at)
        if lower == "that":
            return _clausal_before(tokens, at)
        if lower in _PAUSES or lower == "," or tags[at] in "RC" or lower in _BREAKERS:
            return None
        cue = _match(tokens, at)
        if cue is None and _is_finite(tokens, at):
            return None
        if cue is None or (at and lowers[at - 1] in _NOT_THAN):
            continue
        if cue.kind == "clausal" and lowers[at + 1] != "to":
            return cue.status
        if not linking:
            continue
        if cue.kind in ("noun", "clausal"):
            return cue.status
        if cue.kind == "verb" and at + 1 < len(tags) and tags[at + 1] in "NJV":
            return cue.status
    return None


def _is_linking(tokens: Tokens, verb: int) -> bool:
    """Whether a verb tells the size of its subject: "was", "was set at", but not "was missed"."""
    if tokens.lowers[verb] not in _LINKING:
        return False
    at = verb + 1
    while at < len(tokens) and tokens.tags[at] in "BA":
        at += 1
    return at >= len(tokens) or tokens.tags[at] not in "EV" or tokens.lowers[at] in _LINKING


def _attached(tokens: Tokens, number: Number, blocked: bool) -> Status | None:
    """A cue right behind the noun phrase: "jobs to be created", "the $9m that analysts expected"."""
    lowers, tags = tokens.lowers, tokens.tags
    at = _phrase_stop(tokens, number.stop)
    if at >= len(lowers):
        return None
    lower = lowers[at]
    if lower == "to" and at + 1 < len(lowers):
        if lowers[at + 1] == "be" or (
            not blocked
            and tags[at - 1] == "N"
            and (_is_infinitive(tokens, at) and number.kind is None)
        ):
            return _by_verb(tokens, at + 1) if _is_announced(tokens, at) else None
        return None
    if lower in ("needed", "required") and at + 1 < len(lowers) and lowers[at + 1] in ("to", "for"):
        return "hypothetical"
    if tags[at] == "R":
        return _by_relative(tokens, at, number)
    cue = _match(tokens, at)
    if cue is None or cue.kind != "verb" or tags[at - 1] in "DJP":
        return None
    following = lowers[at + 1] if at + 1 < len(lowers) else "."
    if following in ("with", "that") or tags[at + 1 : at + 2] == ["D"]:
        return None
    if following == "to" and (cue.status == "planned" or number.kind == "percentage"):
        return None
    return cue.status


def _is_announced(tokens: Tokens, to: int) -> bool:
    return tokens.lowers[to - 1] not in _WORDS["prepositional_to"]


def _by_relative(tokens: Tokens, at: int, number: Number) -> Status | None:
    """A clause about the figure itself: "that analysts had forecast", "that is its target"."""
    for index in range(at + 1, min(len(tokens), at + 7)):
        if tokens.lowers[index] in (",", ";", "”"):
            return None
        cue = _match(tokens, index)
        if cue is not None and cue.status in ("forecast", "target", "estimated"):
            return cue.status if cue.kind in ("verb", "noun", "clausal") else None
        if cue is not None and cue.kind in ("will", "would"):
            return _resolve(tokens, index, cue, number)
    return None


def _resolve(tokens: Tokens, at: int, cue: _Cue, number: Number) -> Status | None:
    """The status that a cue gives in its place; None where it says something else there."""
    lowers, tags = tokens.lowers, tokens.tags
    stop = at + len(cue.words)
    before = lowers[at - 1] if at else ""
    following = lowers[stop] if stop < len(lowers) else "."
    kind = cue.kind
    if kind in ("will", "would", "could", "should", "must"):
        return _by_modal(tokens, at, stop, kind)
    if kind == "if":
        return _resolve_if(tokens, at)
    if before in _NOT_THAN or (following == "by" and kind != "noun"):
        return None
    if kind in ("noun", "appeal"):
        sized = (
            following in _LINKS or stop == number.first or tags[stop : stop + 1] in (["M"], ["B"])
        )
        return cue.status if sized and (kind == "noun" or following == "for") else None
    if kind == "budget":
        return cue.status if following == "of" or stop == number.first else None
    if kind == "standard":
        return cue.status if number.kind in ("duration", "measurement") else None
    if kind == "order":
        return cue.status if following in ("for", "of") or tags[stop : stop + 1] == ["M"] else None
    if kind == "committed":
        return cue.status if number.kind == "money" or following == "to" else None
    if kind == "agreed":
        return cue.status if following not in ("with", "that", "on") else None
    if kind == "aimed":
        return cue.status if following in ("to", "for") else None
    if kind == "likely":
        return cue.status if before not in ("more", "less", "most", "times") else None
    if kind == "due":
        known = following == "be" or following in _OUTCOMES or following in _PROSPECTIVE
        return _by_modal(tokens, at, stop, "will") if known or before in _BE else None
    if kind == "be_to":
        return _by_subject(tokens, at) or cue.status
    if kind == "seen":
        return cue.status if tags[stop : stop + 1] == ["G"] else None
    if kind == "projects":
        return cue.status if tags[stop : stop + 1] in (["D"], ["M"]) and number.kind else None
    if kind == "benchmark":
        return cue.status if tags[stop : stop + 1] not in (["N"], ["J"]) else None
    return None if kind == "chance" and following != "of" else cue.status


def _resolve_if(tokens: Tokens, at: int) -> Status | None:
    before = tokens.lowers[at - 1] if at else ""
    return None if before in ("as", "asked", "ask", "see", "wonder", "know") else "hypothetical"


def _condition(tokens: Tokens, start: int) -> Status | None:
    """Hypothetical where the clause opens with a condition."""
    for at in range(start - 1, -1, -1):
        if tokens.lowers[at] == ",":
            return None
        if tokens.lowers[at] in ("if", "unless", "assuming"):
            return _resolve_if(tokens, at)
    return None


def _by_modal(tokens: Tokens, at: int, stop: int, kind: str) -> Status:
    """What a modal tells: by its verb, by a condition, by whether somebody is reported."""
    lowers = tokens.lowers
    conditional = "if" in lowers or "unless" in lowers
    opened = lowers[0] in ("if", "unless") or lowers[1:2] in (["if"], ["unless"])
    verb = _verb_at(tokens, stop)
    if kind == "will":
        if opened:
            return "hypothetical"
        if verb in _WORDS["adjusted"] and _is_set_by_decision(tokens, at):
            return "planned"
        return _by_verb(tokens, stop)
    if kind == "would":
        reported = not conditional and _is_reported(tokens, at)
        return _by_verb(tokens, stop) if reported else "hypothetical"
    if kind == "could":
        outcome = verb in _OUTCOMES and not conditional
        return "forecast" if outcome else "hypothetical"
    if kind == "should":
        return "forecast" if verb in _OUTCOMES and verb != "be" else "target"
    return "planned" if verb in ("pay", "repay", "serve", "refund", "return") else "target"


def _is_set_by_decision(tokens: Tokens, at: int) -> bool:
    return not _WORDS["set_by_decision"].isdisjoint(tokens.lowers[max(0, at - 8) : at])


def _is_reported(tokens: Tokens, at: int) -> bool:
    """Whether "would" retells what somebody said of the future, and not inside direct speech."""
    lowers = tokens.lowers
    if lowers[:at].count("“") > lowers[:at].count("”") or lowers[:at].count('"') % 2:
        return False
    return not _WORDS["reporting"].isdisjoint(lowers)


def _verb_at(tokens: Tokens, at: int) -> str:
    """The verb after a modal, past adverbs and "have"."""
    while at < len(tokens) and (
        tokens.tags[at] == "B" or tokens.lowers[at] in ("not", "also", "have", "to", "only")
    ):
        at += 1
    return tokens.lowers[at] if at < len(tokens) else ""


def _by_verb(tokens: Tokens, at: int) -> Status:
    """What an agent does is planned, what merely comes about is forecast."""
    verb = _verb_at(tokens, at)
    if verb == "be":
        at = tokens.lowers.index("be", at) + 1
        while at < len(tokens) and tokens.tags[at] == "B":
            at += 1
        if at < len(tokens) and tokens.tags[at] in "EV" and tokens.lowers[at] not in _OUTCOMES:
            return "planned"
        return "forecast"
    return "forecast" if not verb or verb in _OUTCOMES else "planned"
