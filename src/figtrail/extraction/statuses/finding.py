"""Whether a figure is observed, planned, forecast, a target, an estimate or hypothetical.

A figure takes the status of what governs it: a noun that it sizes ("its 2% target"), the verb
whose subject it is ("300 homes will be built"), else the nearest cue to its left in its own
clause ("the city plans to build 300 homes").
"""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.apart import is_apart
from figtrail.extraction.statuses.attached import find_attached, find_contact, find_described
from figtrail.extraction.statuses.cues import may_tell_status
from figtrail.extraction.statuses.decided import is_decided_step
from figtrail.extraction.statuses.estimates import tell_estimate
from figtrail.extraction.statuses.existing import is_existing, is_meant
from figtrail.extraction.statuses.governed import find_governed
from figtrail.extraction.statuses.holding import find_held
from figtrail.extraction.statuses.moved import is_promised_already
from figtrail.extraction.statuses.norms import is_norm
from figtrail.extraction.statuses.nouns import (
    find_balloted,
    find_bracketed,
    find_first_of,
    find_foreseen_gap,
    find_in_plan,
    find_sized,
    find_sizing,
    find_worth,
    is_sitting,
    is_term,
    is_undecided,
    is_undertaking,
)
from figtrail.extraction.statuses.opinions import is_onlooking, is_share_of_opinion
from figtrail.extraction.statuses.penance import is_penance
from figtrail.extraction.statuses.phrases import (
    is_agent,
    is_part,
    is_subject,
    phrase_stop,
    verb_after,
)
from figtrail.extraction.statuses.preceding import find_preceding
from figtrail.extraction.statuses.raised import find_raised
from figtrail.extraction.statuses.requirements import find_required
from figtrail.extraction.statuses.revised import (
    find_earlier,
    find_remarked,
    find_revised,
)
from figtrail.extraction.statuses.schedules import find_scheduled
from figtrail.extraction.statuses.statements import (
    find_attributed,
    is_conditional,
    is_under_deal,
)
from figtrail.extraction.statuses.subjects import find_opener, is_gerund_subject
from figtrail.extraction.statuses.supposing import (
    is_set_beside_supposed,
    is_supposed,
    is_supposing,
)
from figtrail.extraction.statuses.tallies import is_tally
from figtrail.extraction.statuses.vocabulary import WORDS
from figtrail.extraction.tokens import Tokens
from figtrail.model import Status

_LEVELS = frozenset(("to", "at", "below", "under", "within"))


def find_status(tokens: Tokens, number: Number, bound_start: int) -> Status:
    """The status of a figure by the cues of its own clause; `observed` where there is none.

    `bound_start` is the token where the comparator of the number starts.
    """
    if not may_tell_status(tokens):
        return "observed"
    if is_tally(tokens, number) or _is_held_by(tokens, number, bound_start):
        return "observed"
    if is_apart(tokens, number, bound_start):
        return "observed"
    if number.kind == "money" and _is_budgeted(tokens, number):
        return "planned"
    return tell_estimate(tokens, _find_status(tokens, number, bound_start))


def _is_held_by(tokens: Tokens, number: Number, start: int) -> bool:
    share = number.kind == "percentage" or number.out_of is not None
    return share and is_share_of_opinion(tokens, number.stop, start)


def _find_status(tokens: Tokens, number: Number, bound_start: int) -> Status:
    """The status of a figure in a sentence that may tell one."""
    own = _find_own(tokens, number, bound_start)
    if own is not None:
        return own
    found = _governing(tokens, number, bound_start)
    known = None if found is None else _find_known(tokens, number, bound_start, found)
    if known is not None:
        return known
    if found in (None, "planned"):
        told = find_attributed(tokens, number)
        if told is not None and (found is None or told == "forecast"):
            return told
    if found == "forecast" and "would" in tokens.lowers[: number.first]:
        told = find_attributed(tokens, number)
        found = told if told == "estimated" else found
    return _settle(tokens, number, bound_start, found)


def _find_own(tokens: Tokens, number: Number, start: int) -> Status | None:
    """What its own phrase tells: a plan that it sizes, a rule, a part, an example, a norm."""
    found = (
        find_sized(tokens, number)
        or find_worth(tokens, number, start)
        or find_foreseen_gap(tokens, number)
        or find_in_plan(tokens, number, start)
        or find_raised(tokens, number, start)
        or find_first_of(tokens, number, start)
        or find_remarked(tokens, start)
        or find_bracketed(tokens, number)
        or find_required(tokens, number, start)
    )
    if found is not None:
        return found
    if is_promised_already(tokens, number, start) or is_penance(tokens, number):
        return "planned"
    if is_part(tokens, number, start):
        return "observed"
    supposed = is_supposed(tokens, number, start) or is_norm(tokens, number, start)
    return "hypothetical" if supposed else None


def _find_known(tokens: Tokens, number: Number, start: int, found: Status) -> Status | None:
    """What it is whatever governs it: an example, an onlooker's view, what is there already."""
    if _is_unsettled(tokens, number, found) and is_supposing(tokens, number):
        return "hypothetical"
    if found == "planned" and is_onlooking(tokens, number):
        return "forecast"
    if found != "estimated" and is_existing(tokens, number, start):
        return find_held(tokens, number) or "observed"
    if found in ("planned", "forecast") and is_meant(tokens, start):
        return "observed"
    return "observed" if _is_earlier(tokens, number, start) else None


def _is_unsettled(tokens: Tokens, number: Number, found: Status) -> bool:
    """Whether an example may make it hypothetical: "on a flat of £200,000 it would add £9"."""
    would = "would" in tokens.lowers[: number.first]
    return found == "planned" or (found == "forecast" and would)


def _settle(tokens: Tokens, number: Number, bound_start: int, found: Status | None) -> Status:
    """What the sentence as a whole makes of the status that the governing word gave."""
    if found is None and _is_added(tokens, number, bound_start):
        return "planned"
    if found is None:
        if is_conditional(tokens, number) or is_set_beside_supposed(tokens, bound_start):
            return "hypothetical"
        if (
            (is_under_deal(tokens) and not _is_left(tokens, bound_start))
            or is_term(tokens, number)
            or is_undecided(tokens, number)
        ):
            return "planned"
        return (
            find_held(tokens, number)
            or find_scheduled(tokens, number, bound_start)
            or find_balloted(tokens, number)
            or "observed"
        )
    if found == "hypothetical" and number.kind == "money" and is_undecided(tokens, number):
        return "planned"  # "the €90m scheme would include"
    if found == "planned" and _is_at_risk(tokens, number):
        return "observed"
    if found == "forecast" and (
        is_decided_step(tokens, number)
        or is_undertaking(tokens, number)
        or is_sitting(tokens, number)
        or find_held(tokens, number)
        or find_scheduled(tokens, number, bound_start)
    ):
        return "planned"
    if found == "planned" and (
        _is_limit(tokens.lowers[bound_start : number.first])
        or _is_kept(tokens, number, bound_start)
    ):
        return "target"
    return found


def _is_left(tokens: Tokens, start: int) -> bool:
    """Whether it is the level that a deal leaves behind: "Under it, the levy would go from $40"."""
    return start > 0 and tokens.lowers[start - 1] == "from"


def _is_added(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether a sum is owed on conditions of a bargain: "£8m plus up to £1.5m in add-ons"."""
    joined = start > 0 and tokens.lowers[start - 1] in ("plus", "and", "another", "further")
    ahead = tokens.lowers[number.stop : number.stop + 4]
    return joined and number.kind == "money" and not WORDS["add_ons"].isdisjoint(ahead)


def _is_earlier(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether a level is set beside what was there before: "of $40bn and $36bn a year before"."""
    lowers = tokens.lowers
    dated = lowers[number.stop : number.stop + 1] == ["a"] and lowers[
        number.stop + 2 : number.stop + 3
    ] in (["before"], ["earlier"])
    return dated and start > 0 and lowers[start - 1] in ("and", ",")


def _governing(tokens: Tokens, number: Number, bound_start: int) -> Status | None:
    """The status that the noun or verb gives which the figure is said with."""
    lowers = tokens.lowers
    source = bound_start - 1
    if source > 1 and tokens.tags[source] == "D" and lowers[source - 2] in ("up", "down"):
        source -= 1  # "down from the £3m collected last year"
    if source >= 0 and lowers[source] == "from" and not _is_spread(lowers, source + 1):
        return find_revised(tokens, source + 1)
    earlier = find_earlier(tokens, bound_start)
    if earlier is not None:
        return earlier
    verb = verb_after(tokens, number, bound_start)
    if verb is not None and lowers[verb - 1] == "than":
        verb = None  # "15,000 fewer than would have been expected"
    if verb is not None and is_subject(tokens, bound_start):
        return (
            find_sizing(tokens, bound_start)
            or find_opener(tokens, bound_start)
            or find_described(tokens, number, phrase_stop(tokens, number.stop))
            or find_governed(tokens, number, verb)
            or find_contact(tokens, number)
        )
    if verb is not None and lowers[verb] == "would" and is_gerund_subject(tokens, bound_start):
        return "hypothetical"
    if verb is None and is_agent(tokens, number, bound_start):
        return None
    found, blocked = find_preceding(tokens, number, bound_start)
    return found or find_attached(tokens, number, blocked)


def _is_spread(lowers: list[str], start: int) -> bool:
    """Whether "from" opens a range, and no earlier level: "anything from £2m to £3m"."""
    return start > 1 and lowers[start - 2] in WORDS["spreading"]


def _is_at_risk(tokens: Tokens, number: Number) -> bool:
    return "risk" in tokens.lowers[number.stop + 1 : number.stop + 5]


def _is_limit(bound: list[str]) -> bool:
    return ("no" in bound and "than" in bound) or "maximum" in bound


def _is_kept(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether a level is promised to be kept to: "promised to hold it to 6.5 per cent"."""
    level = start > 2 and not _LEVELS.isdisjoint(tokens.lowers[start - 1 : number.first])
    if not level or number.kind is None:
        return False
    for at in range(start - 2, max(0, start - 9), -1):
        if tokens.lowers[at] in WORDS["keeping"]:
            return tokens.lowers[at - 1] == "to" or tokens.tags[at] == "G"
        if tokens.tags[at] in "AR.":
            return False
    return False


def _is_budgeted(tokens: Tokens, number: Number) -> bool:
    """Whether a sum stands in a budget, and is not missing from it: "£3m in next year's budget"."""
    lowers, at = tokens.lowers, number.stop
    if lowers[at : at + 1] != ["in"] or "budget" not in lowers[at + 1 : at + 4]:
        return False
    return WORDS["hollow"].isdisjoint(lowers[max(0, number.first - 4) : number.first])
