"""Whether a number goes on with what the figure before it measures."""

from __future__ import annotations

from figtrail.extraction.elision.persons import befalls_persons
from figtrail.extraction.figures.carrying import NORMED
from figtrail.extraction.figures.measuring import PARTS
from figtrail.extraction.figures.settings import names_setting
from figtrail.extraction.figures.wording import join_words
from figtrail.extraction.found import Found
from figtrail.extraction.measured import Measured, is_place
from figtrail.extraction.places.gazetteer import find_place
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens


def is_continued(
    tokens: Tokens, reading: Reading, measured: Measured, nearest: Found | None
) -> bool:
    """Whether a bare count after a verb goes on counting what the figure before counted."""
    if names_setting(tokens, measured, nearest):
        return True
    rule = measured.rule
    if rule in ("subject", "named") and _is_placed(tokens, measured):
        return _has_place_told(tokens, reading, measured, nearest)
    if rule == "clause":
        return _goes_on_counting(tokens, reading, measured, nearest)
    if nearest is None or nearest.measured is None:
        return False
    if rule in ("held", "norm"):
        return _is_held(reading, measured, nearest)
    if rule == "light":
        # "We got 76", "we were paying £1.20": of what was told before, if that is alike.
        return _goes_on(tokens, reading, measured, nearest)
    if rule == "unnamed":
        # "Analysts had expected a 3% rise": of what was told before, but no number of a share.
        return reading.kind != "count" or nearest.kind != "percentage"
    if rule == "subject":
        return _is_of_share(tokens, measured, nearest)
    if rule == "bracketed":
        return _has_told(tokens, reading, nearest)
    if rule == "rival":
        # "The SPD has 26%, followed by the CDU with 24%", but "sales rose 4% in Leeds, ahead of …".
        return not _is_whose(nearest.measured)
    # "Labour is on 44%, the Greens 10%" says what is measured; "Lagos got 220, Kano 180" where, as
    # names do that have so many inches.
    bare = reading.kind == "count" and reading.unit is None
    return rule == "named" and (_is_what(nearest) or (bare and nearest.kind == "measurement"))


def _has_place_told(
    tokens: Tokens, reading: Reading, measured: Measured, nearest: Found | None
) -> bool:
    """Whether a place has what was told before: "rents rose 4%. Leeds rose 6%"."""
    if measured.rule == "named":
        return _may_go_on(reading, nearest) or (nearest is not None and _is_what(nearest))
    # "Lucknow went to them for Rs 70 crore" sells it.
    sold = reading.kind == "money" and tokens.lowers[reading.bound_start - 1] == "for"
    return not sold and _may_go_on(reading, nearest)


def _is_held(reading: Reading, measured: Measured, nearest: Found) -> bool:
    """Whether what somebody has or must reach is what was told before, by their kinds.

    "Germany took in 80,900", "the Welsh target is 95%".
    """
    bare = reading.kind == "count" and reading.unit is None and _may_be(reading, nearest)
    rated = measured.rule == "norm" and reading.kind == "count" and reading.unit is None
    rated = rated and nearest.kind in _LEVELS
    # "The field gets 60 mm a month, and got 40 mm in May".
    rated = rated or (reading.kind == "measurement" and nearest.unit == reading.unit)
    return reading.kind == nearest.kind or bare or rated


# Those, and a share, which a bare norm may be a level of.
_LEVELS = NORMED | {"percentage"}


def _is_of_share(tokens: Tokens, measured: Measured, nearest: Found) -> bool:
    """Whether a share tells more of its subject: "a quarter of trains were late, up 2 points"."""
    if nearest.kind not in PARTS or nearest.tokens is not tokens or nearest.measured is None:
        return False
    stop = nearest.reading.unit_stop
    shared = "of" in tokens.lowers[stop : stop + 2]
    return shared and nearest.measured.startswith(f"{join_words(tokens, measured)} ")


def _goes_on_counting(
    tokens: Tokens, reading: Reading, measured: Measured, nearest: Found | None
) -> bool:
    """Whether a bare count that a clause leads to is of what was counted before."""
    if tokens.lowers[reading.bound_start - 1] in _LEADING or nearest is None:
        # "The department was built for 250", "the final was watched by 6,200".
        return False
    bare = reading.kind == "count" and reading.unit is None
    if not bare or befalls_persons(tokens, measured):
        return False
    return nearest.kind == "count" or (nearest.kind == "money" and _is_closed(tokens, reading))


def _may_be(reading: Reading, nearest: Found) -> bool:
    """Whether a bare number may be points or per cent as before: "rose 0.4 points, Hull 0.1"."""
    whole = reading.number.value == int(reading.number.value)
    shared = nearest.kind == "percentage" and not whole and _is_what(nearest)
    return nearest.kind == "score" or shared


def _is_what(nearest: Found) -> bool:
    """Whether what was told before is more than whose it was."""
    return nearest.measured is not None and not _is_name(nearest.measured)


def _is_placed(tokens: Tokens, measured: Measured) -> bool:
    """Whether only a place stands for the subject, and isn't that of a noun: "sales in Kent"."""
    start = measured.start
    tied = start > 0 and tokens.tags[start - 1 - (tokens.tags[start - 1] == "D")] == "P"
    return not tied and is_place(tokens, (start, measured.stop))


def _may_go_on(reading: Reading, nearest: Found | None) -> bool:
    """Whether what a place has may be what was told before: no length or time, and no name."""
    if nearest is None or nearest.measured is None or find_place(nearest.measured) is not None:
        return False
    if " " in nearest.measured and _is_name(nearest.measured):
        return False
    return reading.kind == nearest.kind or (reading.kind in _GOING_ON and nearest.kind in _GOING_ON)


_GOING_ON = frozenset(("percentage", "score", "money", "rate", "ratio", "count"))


def _goes_on(tokens: Tokens, reading: Reading, measured: Measured, nearest: Found) -> bool:
    """Whether what a pronoun has or gets may be what the figure before tells, by their kinds."""
    if reading.kind == "money":
        dated = tokens.lowers[reading.after : reading.after + 1] == ["for"]
        alike = reading.rate is None or reading.rate.per == nearest.per
        return nearest.kind == "money" and alike and not dated
    if nearest.kind == "rate" and tokens.lowers[measured.stop - 1] in ("have", "had", "has"):
        # "Twenty trout in a night. Last season I had two": in all.
        return False
    if reading.kind == nearest.kind == "duration":
        # "Took three hours. He had been offered eight years".
        return reading.unit == nearest.unit
    bare = reading.kind == "count" and reading.unit is None and reading.phrase is None
    fitting = nearest.kind != "money" or _is_closed(tokens, reading)
    return reading.kind == nearest.kind or (bare and fitting)


def _has_told(tokens: Tokens, reading: Reading, nearest: Found | None) -> bool:
    """Whether what was told before is what a name in a list has: "the rest were in Cork (84)".

    It isn't where it is of another kind, a name before its own bracket, or, in the sentence
    before, somebody's own.
    """
    if nearest is None or nearest.measured is None:
        return False
    bare = reading.kind == "count" and reading.unit is None
    if not bare and reading.kind != nearest.kind:
        return False
    if nearest.tokens is tokens:
        return f"{nearest.measured} (" not in tokens.text
    own = "’s " in nearest.measured or "'s " in nearest.measured
    return not own and not _is_name(nearest.measured)


def _is_whose(words: str) -> bool:
    """Whether a phrase says whose a share is, by name: "Labour", "would vote for Fine Gael"."""
    if _is_name(words):
        return True
    parts = [part for part in words.split() if part not in ("the", "an", "a")]
    names = [at for at, part in enumerate(parts) if part[0].isupper()]
    return any(at == 0 or parts[at - 1] not in _WHERE for at in names)


def _is_closed(tokens: Tokens, reading: Reading) -> bool:
    """Whether a number ends its clause: "analysts expected 92 cents a share; it made 87"."""
    return tokens.lowers[reading.after : reading.after + 1] in ([], ["."], [";"], [","])


# Prepositions by which a clause goes on to its own number.
_LEADING = frozenset(("by", "for", "on"))
# Prepositions before a name that only says where.
_WHERE = frozenset(("in", "at", "of", "from", "across"))


def _is_name(words: str) -> bool:
    return words[0].isupper() and all(
        word[0].isupper() or word in ("of", "the", "and")
        for word in words.split()
        if word[0].isalpha()
    )
