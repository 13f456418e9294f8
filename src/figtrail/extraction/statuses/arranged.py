"""What "will be" or "will have" tells of what somebody arranges: "the school will have 420 places".

What comes about by itself is forecast; how big a thing is that somebody builds, how often a
service runs, what staff are paid and how long a state is kept is decided, and so planned.
"""

from __future__ import annotations

from figtrail.extraction.nouns import is_people
from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.vocabulary import PAUSES, WORDS
from figtrail.extraction.tokens import Tokens

MADE = WORDS["undertakings"] | WORDS["designs"] | WORDS["provisions"] | WORDS["made"]
_SIZES = WORDS["sized_by"]
_REACH = 12
_OWN = frozenset(("its", "their", "his", "her", "our", "the"))


def is_arranged(tokens: Tokens, modal: int, stop: int, verb: str, number: Number) -> bool:
    """Whether the future at token `modal`, whose verb stands at or behind `stop`, is decided on."""
    if number.kind == "money" and _is_salary(tokens, modal, verb):
        return True
    if verb in ("see", "get", "receive"):
        return _is_paid(tokens, modal, number)
    if verb == "take" and number.kind == "money":
        return tokens.lowers[number.stop : number.stop + 2] == ["out", "of"]
    if verb == "come" and number.kind is None:
        near = tokens.lowers[stop : stop + 5]
        begun = not WORDS["into_use"].isdisjoint(near)
        return begun or ("up" in near[:3] and _is_made(tokens, modal))
    if verb in ("stay", "remain", "be") and number.kind == "duration":
        return _is_kept(tokens, stop, number)
    if verb == "have" and number.kind == "duration":
        return "to" in tokens.lowers[number.stop : number.stop + 3]
    if verb == "be" and tokens.lowers[modal - 1] == "there":
        near = tokens.lowers[number.stop : number.stop + 4]
        return number.kind is None and not WORDS["served"].isdisjoint(near)
    if verb not in _SIZES or number.kind in ("money", "percentage", "ratio", "duration"):
        return verb == "require" and number.kind == "money" and _is_made(tokens, modal)
    if "capacity" in tokens.lowers[stop : number.first]:
        return False
    return _is_made(tokens, modal) or _is_of_named(tokens, modal, number)


def _is_salary(tokens: Tokens, modal: int, verb: str) -> bool:
    """Whether somebody's contract pays it: "he will earn $18m in 2025"."""
    paid = verb in WORDS["paid_verbs"]
    return paid and not WORDS["paid_persons"].isdisjoint(tokens.lowers[max(0, modal - 2) : modal])


def _is_of_named(tokens: Tokens, modal: int, number: Number) -> bool:
    """Whether a pronoun stands for what is to be made: "it will have 57 turbines"."""
    pronoun = tokens.lowers[max(0, modal - 1)] in ("it", "each", "both", "we")
    return pronoun and not any(map(is_people, tokens.lowers[number.stop : number.stop + 3]))


def _is_made(tokens: Tokens, modal: int) -> bool:
    """Whether the subject of a modal is a thing that somebody makes, past an aside behind it."""
    lowers = tokens.lowers
    at = modal - 1
    if lowers[at] == "which" and lowers[at - 1] == ",":
        at -= 2
    if lowers[at : at + 1] == [","]:
        at -= 1
        while at > 0 and lowers[at] != ",":
            at -= 1
        at -= 1
    for index in range(at, max(-1, at - _REACH), -1):
        if lowers[index] in MADE:
            return True
        if lowers[index] in PAUSES or lowers[index] == "," or tokens.tags[index] in "AC":
            return False
    return False


def _is_paid(tokens: Tokens, modal: int, number: Number) -> bool:
    """Whether somebody on a payroll or a pension gets a rise: "workers will see 2% raises"."""
    own = tokens.lowers[modal + 1 : number.first]
    if _OWN.isdisjoint(own[:3]) or WORDS["set_by_decision"].isdisjoint(own[:6]):
        own = []
    if own and number.kind in ("money", "percentage"):
        return True  # "will see their pay go up 9%"
    subject = tokens.lowers[max(0, modal - 4) : modal]
    paid = tokens.lowers[number.stop : number.stop + 4]
    if WORDS["payees"].isdisjoint(subject) or number.kind not in ("money", "percentage"):
        return False
    return not WORDS["paid_by"].isdisjoint(paid)


def _is_kept(tokens: Tokens, stop: int, number: Number) -> bool:
    """Whether what stays for a time is kept so: "will stay on the payroll for 60 days"."""
    near = tokens.lowers[stop : number.first]
    return "for" in near and not WORDS["kept_states"].isdisjoint(near)


def is_given(tokens: Tokens, stop: int, verb: str, number: Number | None) -> bool:
    """Whether a sum is given to something: "another £6m will go to ports"."""
    if verb != "go" or number is None:
        return False
    at = tokens.lowers.index("go", stop) + 1
    given = at < len(tokens.words) and tokens.lowers[at] in WORDS["awards"]
    return given and (number.kind == "money" or tokens.tags[at + 1 : at + 2] == ["G"])


def is_lasting(tokens: Tokens, modal: int, verb: str) -> bool:
    """Whether what somebody holds will last: "the strike will last 72 hours"."""
    return verb == "last" and not WORDS["sittings"].isdisjoint(
        tokens.lowers[max(0, modal - 9) : modal]
    )


def is_grant(tokens: Tokens, stop: int, verb: str, number: Number | None) -> bool:
    """Whether a reported "would be paid" tells of a grant: "said a £670 grant would be paid"."""
    if verb != "be" or number is None or number.kind != "money" or number.stop > stop:
        return False
    given = WORDS["given"].isdisjoint(tokens.lowers[stop : stop + 3])
    return not given and not WORDS["payouts"].isdisjoint(
        tokens.lowers[number.stop : number.stop + 3]
    )
