"""What "will", "would", "could", "should" and "must" tell, by verb, condition and reporter."""

from __future__ import annotations

from itertools import pairwise

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.arranged import is_arranged, is_given, is_grant, is_lasting
from figtrail.extraction.statuses.bounded import is_bounded, is_ceiling
from figtrail.extraction.statuses.clauses import verb_at
from figtrail.extraction.statuses.decided import is_decided, is_price
from figtrail.extraction.statuses.happenings import is_happening, is_thing
from figtrail.extraction.statuses.permissions import is_allowed
from figtrail.extraction.statuses.proposing import is_budget_drawn_up, is_proposal
from figtrail.extraction.statuses.vocabulary import CONDITIONS, OUTCOMES, PAUSES, WORDS
from figtrail.extraction.tokens import Tokens
from figtrail.model import Status

_DEPARTING = WORDS["departing"]
# A report in the present tense shifts no "will" to "would", unless of one's own: "says it would".
_PRESENT = frozenset(("says", "say"))
_RETOLD = WORDS["reporting"] - _PRESENT | WORDS["retelling_forms"]
_OWN = frozenset(("it", "they", "he", "she"))
_TIMED = WORDS["timed"]
_CONSEQUENT = frozenset(("cost", "save", "raise", "mean"))
_THAT = frozenset(("it", "that", "this"))
_AT_LEVEL = (["at", "current"], ["at", "today’s"], ["at", "today's"], ["at", "present"])
_LONG = frozenset(("week", "month", "year"))
_TIMING = frozenset(("take", "reach", "last", "wait"))
# How many tokens behind a number its condition may open.
_COND = 12
_MADE = frozenset(("cuts", "savings", "reductions", "redundancies", "payments"))
_MANY = WORDS["of_courses"]


def resolve_if(tokens: Tokens, at: int) -> Status | None:
    """Hypothetical, unless "if" says "whether" or compares: "asked if", "as if"."""
    before = tokens.lowers[at - 1] if at else ""
    return None if before in ("as", "asked", "ask", "see", "wonder", "know") else "hypothetical"


def resolve_modal(
    tokens: Tokens, at: int, stop: int, kind: str, number: Number | None = None
) -> Status:
    """What a modal tells: by its verb, by a condition, by whether somebody is reported."""
    lowers = tokens.lowers
    conditional = "if" in tokens.vocabulary or "unless" in tokens.vocabulary
    opened = lowers[0] in ("if", "unless") or lowers[1:2] in (["if"], ["unless"])
    verb = verb_at(tokens, stop)
    if kind == "will":
        if opened or _is_punishing(tokens, at, stop) or _is_conditioned(tokens, number):
            return "hypothetical"
        return _status_of_future(tokens, at, stop, verb, number)
    if kind == "would":
        if verb == "like" and not conditional:
            return "target"
        if (
            conditional
            or _is_missed(tokens, stop, number)
            or _is_under(lowers)
            or lowers[:2] in _AT_LEVEL
            or not (_is_reported(tokens, at) or is_budget_drawn_up(tokens, at))
        ):
            return "hypothetical"
        if is_grant(tokens, stop, verb, number):
            return "planned"
        if is_budget_drawn_up(tokens, at):
            return "planned"
        if is_proposal(tokens, at):
            return "hypothetical"
        timed = verb == "take" and number is not None and number.kind == "duration"
        if (verb in _CONSEQUENT or timed) and lowers[at - 1] in _THAT:
            return "hypothetical"  # what a step would cost: "he said it would cost each £9"
        return _status_of_future(tokens, at, stop, verb, number)
    if kind == "could":
        return _status_of_chance(tokens, at, stop, verb, number)
    if kind == "should":
        return _status_of_duty(tokens, at, stop, verb, number)
    minimum = number is not None and is_bounded(tokens, number) and verb != "repay"
    if verb == "be":
        verb = "repay" if lowers[stop + 1 : stop + 2] in (["repaid"], ["refunded"]) else verb
    if number is not None and verb in WORDS["job_cuts"]:
        return "planned" if _are_jobs(tokens, number) else "target"
    return "planned" if verb in WORDS["imposed"] and not minimum else "target"


def _status_of_duty(tokens: Tokens, at: int, stop: int, verb: str, number: Number | None) -> Status:
    """What "should" tells: a standard for people, an outlook where a thing is the subject."""
    lowers = tokens.lowers
    if lowers[:2] == ["asked", "whether"]:
        return "hypothetical"
    if verb == "be" and _is_readiness(tokens, stop):
        return "forecast"
    if number is not None and number.kind == "duration" and verb in _TIMING:
        # "A scan that should take two hours", but "the work should take 18 months".
        return "forecast" if number.unit in _LONG and verb == "take" else "target"
    if lowers[stop : stop + 1] == ["not"] or (
        number is not None and _is_most(tokens, number, verb)
    ):
        return "target"
    if verb != "be" and is_thing(tokens, at):
        return "forecast"  # nobody asks a duty of a thing: "the new line should carry 4,000"
    earning = number is not None and number.kind == "money" and verb in WORDS["benefits"]
    return "forecast" if earning or (verb in OUTCOMES and verb != "be") else "target"


def _are_jobs(tokens: Tokens, number: Number) -> bool:
    """Whether it is jobs that must go: "said it must cut 400 posts"."""
    return number.kind is None and not WORDS["jobs"].isdisjoint(
        tokens.lowers[number.stop : number.stop + 3]
    )


def _status_of_chance(
    tokens: Tokens, at: int, stop: int, verb: str, number: Number | None
) -> Status:
    """What "could" and "may" tell: a possible outcome is forecast, what might be done supposed."""
    lowers = tokens.lowers
    if _is_perfect(tokens, stop):
        return "hypothetical"
    if lowers[at] == "may" and number is not None and is_allowed(tokens, at, number):
        return "target"
    if verb == "be" and _is_done(tokens, stop):
        return "hypothetical"
    if verb in WORDS["capacities"] or not WORDS["add_ons"].isdisjoint(lowers[stop:]):
        return "hypothetical"
    if number is not None and _is_benefit(verb, number):
        return "hypothetical"
    outcome = verb in OUTCOMES and verb != "face" and CONDITIONS.isdisjoint(lowers)
    return "forecast" if outcome else "hypothetical"


def _status_of_future(
    tokens: Tokens, at: int, stop: int, verb: str, number: Number | None
) -> Status:
    """What is to come: planned where somebody gives, holds, prices or decides it."""
    if is_given(tokens, stop, verb, number) or is_lasting(tokens, at, verb):
        return "planned"
    if verb in ("be", "cost") and is_price(tokens, at, stop):
        return "planned"
    if is_decided(tokens, at, verb):
        return "planned"
    if number is not None and is_arranged(tokens, at, stop, verb, number):
        return "planned"
    found = status_of_verb(tokens, stop)
    happening = found == "planned" and is_happening(tokens, at, stop, verb, number)
    return "forecast" if happening else found


def _is_conditioned(tokens: Tokens, number: Number | None) -> bool:
    """Whether a condition follows: "will be docked nine points if it misses the deadline"."""
    if number is None:
        return False
    for at in range(number.stop, min(len(tokens.words), number.stop + _COND)):
        if tokens.lowers[at] in ("if", "unless"):
            return tokens.lowers[at - 1] not in ("even", "as", "only", "and", "or", "but")
        if tokens.lowers[at] in PAUSES:
            return False
    return False


def is_obliged(tokens: Tokens, at: int, stop: int, number: Number) -> bool:
    """Whether "has to" tells a step that is still to be taken: "has to find £50m of cuts"."""
    if (at and tokens.tags[at - 1] in "AR") or tokens.lowers[at - 1] == "to":
        return False
    verb = verb_at(tokens, stop)
    saving = number.kind == "money" and verb in WORDS["saving"]
    return saving or verb in WORDS["obliged"]


def _is_punishing(tokens: Tokens, modal: int, stop: int) -> bool:
    """Whether it is told what befalls whoever breaks a rule: "anyone caught will be fined"."""
    lowers = tokens.lowers
    punished = lowers[stop : stop + 1] == ["be"] and lowers[stop + 1 : stop + 2] != []
    return (
        punished
        and lowers[stop + 1] in WORDS["punishing"]
        and not WORDS["breaching"].isdisjoint(lowers[max(0, modal - 9) : modal])
    )


def _is_benefit(verb: str, number: Number) -> bool:
    """Whether a step could bring so much: "could bring £13m", but not "could save 40 lives"."""
    if verb == "save":
        return number.kind == "money"
    return verb in WORDS["benefits"] and number.kind != "measurement"


def _is_done(tokens: Tokens, stop: int) -> bool:
    """Whether "could be" goes on to what an agent does: "could be fined", "could be built"."""
    at = tokens.lowers.index("be", stop) + 1
    while at < len(tokens.words) and tokens.tags[at] == "B":
        at += 1
    return at < len(tokens.words) and tokens.tags[at] in "EV" and tokens.lowers[at] not in OUTCOMES


def _is_perfect(tokens: Tokens, stop: int) -> bool:
    """Whether it is guessed what has been: "could have sold 40", "may have died", not "have to"."""
    while stop < len(tokens.words) and tokens.tags[stop] == "B":
        stop += 1
    if tokens.lowers[stop : stop + 1] != ["have"]:
        return False
    after = stop + 1 + (tokens.tags[stop + 1 : stop + 2] == ["B"])
    return tokens.tags[after : after + 1] in (["E"], ["V"], ["A"])


def _is_readiness(tokens: Tokens, be: int) -> bool:
    """Whether what should be is a state that a time will bring: "should be ready by March"."""
    at = tokens.lowers.index("be", be) + 1
    return at + 1 < len(tokens.words) and (
        tokens.lowers[at] in WORDS["readiness"] and tokens.lowers[at + 1] in _TIMED
    )


def _is_missed(tokens: Tokens, stop: int, number: Number | None) -> bool:
    """Whether what did not come about is told: "would have saved £9 had the bank cut"."""
    timed = number is not None and "by" in tokens.lowers[number.stop : number.stop + _COND]
    return _is_perfect(tokens, stop) and not timed


def _is_under(lowers: list[str]) -> bool:
    """Whether what is not yet decided is the condition: "under the plan", "under a deal"."""
    for at, lower in enumerate(lowers):
        if lower == "under":
            near = lowers[at + 1 : at + 6]
            if not WORDS["proposals"].isdisjoint(near) or "a" in near[:1]:
                return True
    return False


def status_of_infinitive(tokens: Tokens, to: int) -> Status:
    """What the infinitive of a headline tells: "Rents to rise 5%", "Shares to fall 5%"."""
    if is_decided(tokens, to, verb_at(tokens, to + 1)):
        return "planned"
    verb = verb_at(tokens, to + 1)
    found = status_of_verb(tokens, to + 1)
    happening = found == "planned" and is_happening(tokens, to, to + 1, verb, None)
    return "forecast" if happening else found


def _is_reported(tokens: Tokens, at: int) -> bool:
    """Whether "would" retells what somebody said of the future, and not inside direct speech."""
    lowers = tokens.lowers
    if lowers[at] in ("you’d", "you'd", "we’d", "we'd", "i’d", "i'd"):
        return False
    if lowers[:at].count("“") > lowers[:at].count("”") or lowers[:at].count('"') % 2:
        return False
    if not (_RETOLD.isdisjoint(lowers[:at]) and _RETOLD.isdisjoint(lowers[at + 3 :])):
        return True
    told = [lower for lower in lowers[:at] if lower != "that"]
    return any(first in _PRESENT and second in _OWN for first, second in pairwise(told))


def status_of_verb(tokens: Tokens, at: int) -> Status:
    """What an agent does is planned, what merely comes about is forecast."""
    if tokens.lowers[at : at + 2] in (["have", "to"], ["need", "to"]):
        at += 2
        if tokens.lowers[at : at + 1] == ["wait"]:
            return "forecast"
    verb = verb_at(tokens, at)
    if verb == "be" and "able" in tokens.lowers[at : at + 4]:
        verb = verb_at(tokens, tokens.lowers.index("able", at) + 1)
    if verb == "be":
        at = tokens.lowers.index("be", at) + 1
        while at < len(tokens.words) and tokens.tags[at] == "B":
            at += 1
        if at < len(tokens.words) and tokens.tags[at] in "EV" and tokens.lowers[at] not in OUTCOMES:
            return "planned"
        under_way = at < len(tokens.words) and tokens.lowers[at] in WORDS["progressive"]
        return "planned" if under_way else "forecast"
    if verb == "find" and tokens.lowers[at + 1 : at + 2] == ["it"]:
        return "forecast"
    if _is_moved(tokens, at, verb):
        return "forecast"
    if verb in ("take", "hold", "make") and at + 1 < len(tokens.words):
        deed = not WORDS["idioms"].isdisjoint(tokens.lowers[at + 1 : at + 3])
        deed = deed or (verb == "make" and not _MADE.isdisjoint(tokens.lowers[at + 1 : at + 8]))
        return "planned" if deed else "forecast"
    if verb == "leave" and at + 1 < len(tokens.words) and tokens.lowers[at + 1] in _DEPARTING:
        return "planned"
    return "forecast" if not verb or verb in OUTCOMES else "planned"


def _is_moved(tokens: Tokens, at: int, verb: str) -> bool:
    """Whether a verb of many senses tells how a level moves: "pick up to 300", "turn negative"."""
    if verb not in _MANY:
        return False
    start = tokens.lowers.index(verb, at)
    near = tokens.lowers[start + 1 : start + (6 if verb == "put" else 3)]
    if verb == "put" or tokens.tags[start + 2 : start + 3] in (["."], ["M"]):
        near = near[1:]  # "get back $270", "put up 40 flats"
    return not WORDS["courses"].isdisjoint(near) and "into" not in near


def _is_most(tokens: Tokens, number: Number, verb: str) -> bool:
    """Whether "should" tells the most that may be, and not how far what comes will go."""
    reaching = verb in OUTCOMES and verb != "be" and tokens.lowers[number.first - 1] == "to"
    return is_ceiling(tokens, number) and not reaching
