"""The verb group that governs a token, by tags."""

from __future__ import annotations

from figtrail.extraction.clauses.agreement import MODALS, agrees
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.tokens import Tokens


def _group_start(tokens: Tokens, index: int, floor: int) -> int:
    """Where a verb group starts: over auxiliaries, adverbs and "is expected to (fall)"."""
    tags, lowers = tokens.tags, tokens.lowers
    while index > floor:
        before = tags[index - 1]
        so_far = lowers[index - 1 : index + 1] == ["so", "far"]
        joined = before in "VE" and tags[index] in "EVG" and not _is_named(tokens, index - 1)
        if before in "AB" or joined or so_far:
            index -= 1
        elif lowers[index - 1] == "since" and index - 2 > floor and tags[index - 2] == "A":
            # "Has since grown".
            index -= 1
        elif lowers[index - 2 : index] == ["on", "average"] and index - 3 > floor:
            # "Had on average pencilled in".
            index -= 2
        elif lowers[index - 1] == "to" and index - 1 > floor:
            finite = _finite_before(tokens, index - 1, floor)
            if finite is None:
                break
            index = finite
        else:
            break
    return index


def _is_named(tokens: Tokens, at: int) -> bool:
    """Whether a form in -ed stands for persons: "the number of unemployed rose"."""
    return at > 1 and tokens.tags[at] == "E" and tokens.lowers[at - 1] in ("of", "the")


def _finite_before(tokens: Tokens, to: int, floor: int) -> int | None:
    """The verb that an infinitive goes on: "is expected (to fall)", "is on track (to hit)".

    None where another does it: "analysts are projecting sales (to fall)".
    """
    if to - 2 > floor and tokens.tags[to - 2 : to] == ["G", "N"]:
        return None
    for index in range(to - 1, max(floor, to - 4) - 1, -1):
        tag = tokens.tags[index]
        if tag in "AV" or (tag in "EJv" and index == to - 1):
            return index
        if tag == "N" and index == to - 1 > floor and _takes_infinitive(tokens, index):
            return index
        if tag in ".RCOM":
            return None
    return None


def _takes_infinitive(tokens: Tokens, index: int) -> bool:
    """Whether a form that looks like a noun is the verb of an infinitive: "it plans (to have)"."""
    known = tokens.lowers[index] in _TAKING_INFINITIVES
    return known and tokens.tags[index - 1] in "NO" and agrees(tokens, index, 0)


# How many tokens back a verb or a subject is looked for; news clauses are shorter.
REACH = 80


def find_verb(tokens: Tokens, at: int, floor: int = 0) -> tuple[int, int] | None:
    """The verb group that governs token `at` from the left: its first token and its stop."""
    tags, lowers = tokens.tags, tokens.lowers
    index = at - 1
    floor = max(floor, at - REACH)
    while index >= floor:
        tag = tags[index]
        if (
            tag in "AV"
            or (tag == "E" and is_finite(tokens, index, floor))
            or (tag == "v" and index > floor and agrees(tokens, index, floor))
            or (tag == "G" and index > floor and _governs(tokens, index, at))
            or (tag == "J" and index > floor and _averages(tokens, index))
        ):
            stop = index + 1
            if lowers[index] in MODALS:
                stop = _past_modal(tokens, stop, at)
            elif tag == "A" or lowers[index] in _TAKING_INFINITIVES:
                stop = _past_infinitive(tokens, stop, at)
            return _group_start(tokens, index, floor), stop
        if tag == "." and lowers[index] in (";", ":", "“", "”", '"'):
            return None
        index -= 1
    return None


def _averages(tokens: Tokens, index: int) -> bool:
    """Whether "average" is a verb: "in Wells they average £330,000"."""
    if tokens.lowers[index] != "average" or tokens.tags[index - 1] not in "NO":
        return False
    return tokens.tags[index + 1 : index + 2] in (["M"], ["."])


_TAKING_INFINITIVES = frozenset(read_sections("grammar.txt")["infinitive_takers"])
_LIFTING = frozenset(read_sections("measured_words.txt")["lifting"])


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
    if after >= at or tokens.tags[after] not in "NvEV":
        return stop
    taking = tokens.lowers[after] in _TAKING_INFINITIVES or tokens.lowers[after] == "have"
    return _past_infinitive(tokens, after + 1, at) if taking else after + 1


def _governs(tokens: Tokens, index: int, at: int) -> bool:
    """Whether a form in -ing is the verb of a number: ", reaching 40", "payrolls rising by 40"."""
    if tokens.lowers[index - 1] in ("saw", "see", "sees"):
        # "Saw operating profit shrink": part of what was seen.
        return False
    if tokens.lowers[index] in _ACTIVITIES and tokens.tags[index - 1] == "V":
        # "Cut spending by £9m".
        return False
    article = index - 1 - (tokens.tags[index - 1] == "B")
    stated = tokens.tags[article - 1] == "A" or _is_sized(tokens, at)
    if tokens.lowers[article] in ("a", "an") and index + 1 == at and stated:
        # "Was a stunning £400", "fell by a disappointing 3%"; not "carded a closing 66".
        return False
    if tokens.lowers[index - 1] == "," or index + 1 == at or tokens.tags[index - 1] in "AV":
        return True
    if tokens.lowers[index - 1] == "by":
        return True
    lifting = tokens.lowers[index] in _LIFTING and tokens.tags[index + 1] == "D"
    bare = tokens.tags[index - 1] == "v" or tokens.lowers[index - 2] in MODALS
    if lifting and not bare:
        # "Solved more thefts, taking the rate from 4% to 6%"; not "will involve taking".
        return tokens.lowers[at - 1] in ("to", "from")
    if tokens.lowers[index - 1] == "and" and _follows_gerund(tokens, index - 1):
        return True
    if tokens.lowers[index + 1] not in _AFTER_GERUND or not _leads(tokens, index + 1, at):
        return False
    return tokens.tags[index - 1 - (tokens.tags[index - 1] == "B")] == "N"


def _is_sized(tokens: Tokens, at: int) -> bool:
    """Whether a number has a sign, or a unit or a noun behind it: "£400", "3%", "40 homes"."""
    percent = tokens.lowers[at + 1 : at + 2] in (["%"], ["per"])
    return tokens.tags[at] == "." or percent or tokens.tags[at + 1 : at + 2] in (["N"], ["M"])


def _leads(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether nothing but amounts stand between: "revenue dropping (by 2 percent to) $78m"."""
    return all(
        tokens.tags[at] in "MPB" or tokens.lowers[at] in _AMOUNTS for at in range(start, stop)
    )


def _follows_gerund(tokens: Tokens, at: int) -> bool:
    """Whether "and" goes on from a form in -ing: ", plunging states into darkness and cutting"."""
    for index in range(at - 1, max(0, at - _CLAUSE), -1):
        if tokens.tags[index] == "G" and tokens.lowers[index - 1] == ",":
            return True
        if tokens.tags[index] in ".AVvER":
            return False
    return False


_ACTIVITIES = frozenset(read_sections("measured_words.txt")["activities"])
# How many tokens a clause in -ing may have.
_CLAUSE = 12
_AMOUNTS = frozenset(read_sections("measured_words.txt")["amounts"])
_AFTER_GERUND = frozenset(read_sections("measured_words.txt")["ways"])


_ARRIVING = frozenset(read_sections("measured_words.txt")["settling"]) | frozenset(
    ("reach", "hit", "be", "total", "touch")
)


def find_main(tokens: Tokens, verb: int, stop: int, floor: int) -> tuple[int, int] | None:
    """The verb whose subject another form has: "is capable of making", "slid 13 to stand at 6"."""
    if tokens.tags[verb] == "G" and tokens.lowers[stop - 2 : stop] == ABLE:
        return find_verb(tokens, stop - 2, floor) if tokens.tags[stop - 3] in "AB" else None
    being = tokens.lowers[verb] == "be" and tokens.tags[verb + 1 : verb + 2] in (["M"], ["."])
    infinitive = tokens.tags[verb] == "v" or being
    if not infinitive or tokens.lowers[stop - 1] != "to":
        return None
    main = find_verb(tokens, stop - 1, floor)
    between = tokens.tags[main[1] : stop - 1] if main is not None else []
    # "Fell for a fourth month to stand at 40", not "expects sales to stand at 40".
    adverbial = between[:1] in (["P"], ["B"]) and tokens.lowers[verb] in _ARRIVING
    return main if ("M" in between or adverbial) and "C" not in between else None


ABLE = ["capable", "of"]


def is_finite(tokens: Tokens, index: int, floor: int) -> bool:
    """Whether a form in -ed is a verb here, not a modifier ("registered nurses")."""
    before = tokens.tags[index - 1] if index > floor else "."
    after = tokens.tags[index + 1] if index + 1 < len(tokens.words) else "."
    if tokens.lowers[max(0, index - 2) : index] == ["on", "average"]:
        return True
    if tokens.lowers[index - 1] == "average" and after in "PMB.":
        # "The industrial average closed at 900".
        return True
    if before == "J" and index - 2 > floor and tokens.lowers[index - 2] == "of":
        # "The number of unemployed increased".
        return after not in "N"
    if before == "B" and index - 2 > floor and tokens.tags[index - 2] in "PD" and after in "N":
        # "In seasonally adjusted terms".
        return False
    if before == "P" or (before in "DJ" and tokens.lowers[index - 1] not in ("each", "both")):
        return False
    return not (after in "N" and before in "M")
