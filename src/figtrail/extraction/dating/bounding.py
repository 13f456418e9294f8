"""Times by which something else begins, runs out or came after, so that they date no figure."""

from __future__ import annotations

from figtrail.extraction.dating.comparing import is_extreme
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("dating_words.txt")
_BEGINNING = frozenset(_WORDS["beginning"])
_OPENING = frozenset(_WORDS["opening"])
# "Climbed by 4", "slipped to 3".
_MOVED = (["by"], ["to"], ["from"])
_DAYTIMES = frozenset(_WORDS["daytimes"])
_DEDUCTED = frozenset(_WORDS["deducted"])
_LAPSING = frozenset(_WORDS["lapsing"])
# The second word of what lapses in two: "runs out", "falls due".
_RUN_OUT = {
    **dict.fromkeys(("run", "runs", "running"), ("out",)),
    **dict.fromkeys(("fall", "falls", "falling", "come", "comes"), ("due",)),
}
_RUNNING = frozenset(_WORDS["running"])
# "Children looked after by the council in May".
_TENDED = frozenset(("look", "looks", "looked", "looking"))
_YEAR = len("2014")
# How many tokens "since the beginning of the conflict on 15 April" takes up to its date.
_OPENED = 9


def is_begun(tokens: Tokens, first: int) -> bool:
    """Whether "from" says when what is to come begins: "is to go up by 4.99% from April".

    Not what it is measured from: "will pay £9m, up 4% from 2014".
    """
    lowers = tokens.lowers
    for at in range(first - 1, max(0, first - 12), -1):
        if lowers[at] in ("up", "down", "off") and lowers[at - 1] == ",":
            return False
        if lowers[at] in ("will", "shall", "’ll") or (
            lowers[at] == "to" and lowers[at - 1] in ("is", "are", "set", "due", "going")
        ):
            return True
    return False


def is_start_of_other(tokens: Tokens, first: int) -> bool:
    """Whether a mention says when something else runs: "the season that starts on June 1".

    Or how long something is still in force: "the levy of £4m expires in 2021".
    """
    if _runs_out(tokens, first):
        return True
    if "backdated" in tokens.lowers[max(0, first - 2) : first]:
        return True
    return (
        first > 1
        and tokens.lowers[first - 1] in _RUNNING
        and tokens.lowers[first - 2] in ("that", "which")
    )


def _runs_out(tokens: Tokens, first: int) -> bool:
    """Whether the verb right before a mention says that something is in force until then."""
    lowers, at = tokens.lowers, first - 1
    if at > 0 and lowers[at] in ("to", "until", "till"):
        at -= 1
    if at > 0 and lowers[at] in _RUN_OUT.get(lowers[at - 1], ()):
        at -= 1
    elif at < 0 or lowers[at] not in _LAPSING:
        return False
    elif at == first - 1 and lowers[at] == "runs" and tokens.tags[at - 1] in "MN":
        # "Scored 900 runs last year".
        return False
    noun = lowers[at] in ("end", "ends", "runs", "run", "lasts", "last") and tokens.tags[at] == "N"
    if noun and not (
        lowers[at] == "ends" and lowers[first] == "in" and tokens.tags[at - 1] in "NM"
    ):
        # But "a grant of £9,000 ends in June".
        return False
    base = not lowers[at].endswith("s")
    return not base or tokens.tags[at - 1] in "NA" or lowers[at - 1] == "to"


def is_opened(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a mention ends "since its peak in June 2022", "before the fires of 2022".

    Not "after profit for the year to June rose": the clause has its verb behind.
    """
    moved = (
        tokens.tags[stop + 1 : stop + 2] == ["M"] or tokens.lowers[stop + 1 : stop + 2] in _MOVED
    )
    if tokens.tags[stop : stop + 1] in (["V"], ["A"]) or (
        moved and tokens.tags[stop : stop + 1] == ["E"]
    ):
        return False
    for at in range(first - 1, max(-1, first - _OPENED), -1):
        if at < first - 1 and tokens.lowers[at] in _OPENING:
            if tokens.lowers[at + 1] in _DAYTIMES or not _DEDUCTED.isdisjoint(
                tokens.lowers[at + 1 : first]
            ):
                return False
            if tokens.lowers[at] == "after" and tokens.lowers[at + 1] in _BEGINNING:
                # "40 goals after joining in May 2015".
                return True
            return tokens.lowers[at] != "after" or _is_left_behind(tokens, first, stop, at)
        if tokens.tags[at] in "AVEvMR.":
            return False
    return False


def _is_left_behind(tokens: Tokens, first: int, stop: int, at: int) -> bool:
    """Whether what came after something may have come much later than its time.

    That of "after the collapse in 2014" or "after the floods of May" may; that of "after the
    injection last week" came then, and nothing did in "was looked after in May".
    """
    if tokens.lowers[at - 1] in _TENDED or "G" in tokens.tags[at:first]:
        return False
    year = tokens.tags[stop - 1] == "M" and len(tokens.lowers[stop - 1]) == _YEAR
    return year or tokens.lowers[first] == "of" or tokens.lowers[first - 1] == "of"


def follows_extreme(tokens: Tokens, first: int) -> bool:
    """Whether a mention says how long a record stood: "the weakest week since its 2014 sale"."""
    for at in range(first - 1, max(-1, first - 6), -1):
        if tokens.lowers[at] == "since":
            return is_extreme(tokens, at)
    return False
