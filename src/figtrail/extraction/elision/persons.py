"""Whether a bare number counts persons, by what is said of them."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.measured import Measured
from figtrail.extraction.nouns import is_people
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens

_PEOPLE = read_sections("people.txt")
_PERSON_VERBS = frozenset(read_sections("measured_words.txt")["person_verbs"])
# What only persons do, of a number that is the subject: "12 million need food aid".
_PRESENT = frozenset(_PEOPLE["present_acts"])
_NOT_ACTS = frozenset(read_sections("nouns.txt")["not_acts"])
_HAVING = frozenset("have had has will would did do".split())


def are_persons(tokens: Tokens, measured: Measured, noun: str | None) -> bool:
    """Whether a bare number counts persons by what its clause says of them."""
    if measured.rule not in ("clause", "predicate"):
        return False
    if is_dealt_with(tokens, measured):
        return True
    if befalls_persons(tokens, measured):
        return noun is None or measured.rule == "clause"
    if measured.rule == "predicate" and tokens.lowers[measured.start] in _PRESENT:
        return True
    # "44,000 were Syrians", "31 were children under 12": what the number is said to be.
    told = tokens.lowers[measured.start + 1 : min(measured.start + 3, measured.stop)]
    linked = tokens.lowers[measured.start] in ("were", "are", "was", "is")
    last = tokens.lowers[measured.stop - 1]
    named = any(is_people(word) for word in (last, *told))
    return measured.rule == "predicate" and linked and named


def befalls_persons(tokens: Tokens, measured: Measured) -> bool:
    """Whether a clause tells what happens to persons only: "referred", "were killed"."""
    if measured.rule not in ("clause", "predicate"):
        return False
    words = tokens.lowers[measured.start : measured.stop]
    if words[0] in ("are", "were") and any(is_people(word) for word in (words[-1], *words[1:3])):
        return True
    return not _PERSON_VERBS.isdisjoint(words)


def is_dealt_with(tokens: Tokens, measured: Measured) -> bool:
    """Whether the police or a court do to those counted what is done to persons: "12 were held"."""
    if measured.rule not in ("clause", "predicate"):
        return False
    words = tokens.lowers[measured.start : measured.stop]
    if _PASSIVE.isdisjoint(words[:3]):
        return False
    # "4,100 were moved to camps".
    brought = not _BROUGHT.isdisjoint(words) and not _REFUGES.isdisjoint(words)
    dealt = not _DEALT_WITH.isdisjoint(words) and not _AUTHORITIES.isdisjoint(tokens.vocabulary)
    return brought or dealt


_AUTHORITIES = frozenset(_PEOPLE["authorities"])
_BROUGHT = frozenset(_PEOPLE["brought"])
_REFUGES = frozenset(_PEOPLE["refuges"])
_DEALT_WITH = frozenset(_PEOPLE["dealt_with"])
_PASSIVE = frozenset(("was", "were", "been", "being", "are", "is", "be"))


def befalls_next(tokens: Tokens, reading: Reading) -> bool:
    """Whether the verb behind a bare number happens to persons: "another 30 were injured"."""
    at = reading.after
    while at < len(tokens.words) and tokens.tags[at] in "AB":
        at += 1
    return reading.phrase is None and at < len(tokens.words) and tokens.lowers[at] in _PERSON_VERBS


_STAYING = frozenset(_PEOPLE["staying"])


def are_employed(tokens: Tokens, reading: Reading) -> bool:
    """Whether a bare number is the object of a verb that has persons for it: "to employ 3,000".

    So is one of which is told what only persons do: "we had 2,200 waiting at a tap", and who
    are "on board".
    """
    at = reading.bound_start
    if reading.kind != "count" or reading.phrase is not None:
        return False
    ahead = tokens.lowers[reading.after : reading.after + 2]
    if ahead[:1] == ["aboard"] or ahead == ["on", "board"]:
        return True
    if at == 0:
        return False
    if at > 1 and (tokens.lowers[at - 2], tokens.lowers[at - 1]) in _PHRASAL:
        # "The company laid off 1,200".
        return True
    if tokens.lowers[at - 1] in _CATCHING and not _AUTHORITIES.isdisjoint(tokens.lowers[:at]):
        return True
    return tokens.lowers[at - 1] in _EMPLOYING or (ahead != [] and ahead[0] in _STAYING)


def are_in_state(tokens: Tokens, reading: Reading, counted: str | None) -> bool:
    """Whether a bare number is of those in a state of persons: "7,134 in housing stress".

    `counted` is the unit of the last thing counted: what may be without power itself goes on.
    """
    if reading.kind != "count" or reading.phrase is not None:
        return False
    after = reading.number.stop
    after += tokens.tags[after : after + 1] == ["B"]  # "210,000 still out of work"
    if tokens.lowers[after : after + 1] != [] and tokens.lowers[after] in _ALONE:
        return True  # "made 14 homeless"
    if tokens.lowers[after : after + 1] not in _IN:
        return False
    for at in range(after + 1, min(len(tokens.words), after + _STATE)):
        if tokens.tags[at] in ".CPRM" and tokens.lowers[at - 1] != "out":
            return False
        if tokens.lowers[at] in _SUPPLIES:
            return tokens.lowers[after] == "without" and counted not in _SUPPLIED
        if tokens.lowers[at] in _STATES:
            return True
    return False


# Of animals and things some are said as well: "12 samples infected", "nine boats missing".
_ALONE = frozenset(_PEOPLE["numbered_by"]) - frozenset(
    "infected missing disabled vaccinated unvaccinated waiting sleeping living seeking".split()
)
_IN = (["in"], ["on"], ["under"], ["without"], ["behind"], ["out"])
_SUPPLIES = frozenset(_PEOPLE["supplies"])
# What has power or water itself.
_SUPPLIED = frozenset("home household property business customer house school".split())


_PHRASAL = frozenset(
    (verb, particle)
    for particle, verbs in (
        ("off", "lay lays laid laying".split()),
        ("on", "take takes took taken taking".split()),
        ("go", "let lets letting".split()),
    )
    for verb in verbs
)
_CATCHING = frozenset(_PEOPLE["catching"])
_EMPLOYING = frozenset(_PEOPLE["employing"])


def is_part_of_persons(tokens: Tokens, reading: Reading) -> bool:
    """Whether a count is some of those whom an adjective names: "eleven of the dead"."""
    ahead = tokens.lowers[reading.number.stop : reading.number.stop + 3]
    if ahead[:2] == ["of", "us"]:
        return True
    if ahead[:2] == ["of", "them"] and len(ahead) == 3 and is_people(ahead[2]):
        # "Of the 512, 301 of them men".
        return True
    if ahead[:2] == ["of", "those"] and len(ahead) == 3:
        # "Thirty-six of those killed were men".
        return ahead[2] in _PERSON_VERBS or ahead[2] in _WHO | _STAYING
    named = ahead[:2] == ["of", "the"] and len(ahead) == 3 and is_people(ahead[2])
    return named and reading.phrase is None and tokens.tags[reading.number.stop + 2] != "N"


def counts_age_group(tokens: Tokens, reading: Reading) -> bool:
    """Whether a number counts persons by their age: "one in three over-65s", "40 under-18s"."""
    at = reading.number.stop
    if at + 2 >= len(tokens.words) or tokens.lowers[at] not in ("over", "under"):
        return False
    at += 1 + (tokens.lowers[at + 1] == "-")
    return tokens.tags[at : at + 1] == ["M"] and tokens.lowers[at + 1 : at + 2] == ["s"]


def is_share_of_persons(tokens: Tokens, reading: Reading) -> bool:
    """Whether a proportion is one of persons: of the dead, of those asked, a chance to die."""
    if reading.kind != "ratio" or reading.number.form not in ("fraction", "proportion"):
        return False
    ahead = tokens.lowers[reading.number.stop : reading.number.stop + 3]
    if reading.number.form == "proportion" and reading.phrase is None and _opines(tokens, reading):
        return True
    if ahead[:1] == ["of"] and len(ahead) == 3:
        if ahead[1] in ("the", "that", "this", "its", "their", "our"):
            return is_people(ahead[2]) or (ahead[2] in _GROUPS and _closes(tokens, reading))
        return ahead[1] == "those" and (ahead[2] in _PERSON_VERBS or ahead[2] in _WHO | _STAYING)
    phrase = reading.phrase
    if phrase is None or tokens.lowers[phrase.head] not in _CHANCES:
        return False
    if tokens.lowers[phrase.stop : phrase.stop + 1] != ["of"] or (
        tokens.tags[phrase.stop + 1 : phrase.stop + 2] != ["G"]
    ):
        # "A one-in-ten chance of another rise" is nobody's.
        return False
    near = tokens.lowers[max(0, reading.number.first - _NEAR) : reading.number.first]
    return any(is_people(word) for word in near)


def _opines(tokens: Tokens, reading: Reading) -> bool:
    """Whether a proportion does what persons do: "two out of three would like more"."""
    first, at = reading.number.first, reading.after
    while at < len(tokens.words) and tokens.tags[at] in "AB":
        at += 1
    if at >= len(tokens.words):
        return False
    # "Of the 900 homes, one in six pays for water" is no person.
    alone = tokens.lowers[first : first + 2] == ["one", "in"] and tokens.lowers[0] != "of"
    acting = tokens.lowers[at] in _OPINING or tokens.lowers[at] in _PRESENT
    return acting or (alone and tokens.lowers[at] in _SINGLE_ACTS)


_OPINING = frozenset(read_sections("nouns.txt")["opining"])
_SINGLE_ACTS = frozenset(_PEOPLE["single_acts"])


def _closes(tokens: Tokens, reading: Reading) -> bool:
    """Whether the third word behind a number is its whole noun: "two-thirds of the sample"."""
    stop = reading.number.stop + 3
    acting = tokens.lowers[stop + 1 : stop + 2] == ["to"]
    return acting or tokens.tags[stop : stop + 1] not in (["N"], ["G"])


_GROUPS = frozenset(_PEOPLE["groups"]) - {"household", "family", "party"}
_CHANCES = frozenset(("chance", "risk", "odds", "probability", "likelihood"))
_WHO = frozenset(_PEOPLE["of_those"])
# How many tokens before its chance somebody is looked for.
_NEAR = 8


def act_as_persons(tokens: Tokens, measured: Measured) -> bool:
    """Whether a bare number does something itself, as persons do: "50,000 marched"."""
    if measured.rule != "predicate":
        return False
    lowers, tags = tokens.lowers, tokens.tags
    at = measured.start
    while at < measured.stop and (lowers[at] in _HAVING or tags[at] == "B"):
        at += 1
    if at < measured.stop and lowers[at] in _BEING:
        return not _STATES.isdisjoint(lowers[at : at + _STATE])
    return at < measured.stop and tags[at] in "VE" and lowers[at] not in _NOT_ACTS


_BEING = frozenset("are were was is remain remained stayed stay".split())
# States of persons: "6,200 were in the dark", "40 remain in hospital".
_STATES = frozenset(_PEOPLE["states"])
# How many tokens behind a verb its state is looked for.
_STATE = 6
