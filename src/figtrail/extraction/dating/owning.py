"""The mark that a figure has to itself: the one that directly follows it in its clause."""

from __future__ import annotations

from figtrail.extraction.dating.asides import is_in_aside, is_inset, is_of_cause, is_of_making
from figtrail.extraction.dating.baselines import names_level
from figtrail.extraction.dating.brackets import find_heading
from figtrail.extraction.dating.counting import counts_areas, is_sized
from figtrail.extraction.dating.earlier import is_restated
from figtrail.extraction.dating.lines import TAKEN, Line
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.dating.parting import has_verb, is_brought_in, is_cut_off, is_purpose
from figtrail.extraction.dating.purposes import is_of_purpose
from figtrail.extraction.dating.reaching import is_in_dated, says_when
from figtrail.extraction.dating.spots import Spot
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("dating_words.txt")
_RUNNING = frozenset(_WORDS["running"]) | {"resumes", "resume", "closes", "kicks"}

# What follows a time that closes what went before it: "to £4, in July before edging up".
_CLOSING = frozenset(
    ", ; ) to and or before after while as when but then from than against versus compared".split()
)

# How far into a bracket a figure may stand, in tokens.
_BRACKETED = 20
# Words of a length that is as a rule shorter than the time that its sentence tells of.
_HOURS = frozenset(("hour", "hours", "minutes"))
_SHORT = _HOURS | {"day", "week", "month"}
_PERFECT = frozenset(("has", "have", "’ve", "'ve", "’s", "'s"))
# How far before its verb an auxiliary may stand: "has now also fallen".
_ADVERBS = 3
_JOINED = frozenset(("(", "with", "and"))
# How many tokens may stand between two earlier levels of one list.
_LISTED = 7
_BACK = frozenset(("earlier", "before", "previously"))
_LINKING = frozenset(("and", "with", "while", "but", "as", "though"))


def find_own(line: Line, at: int) -> Mark | None:
    """The mark that heads a figure's brackets, or directly follows it in its clause."""
    spot = line.spots[at]
    heading = find_heading(line, at)
    if heading is not None:
        return heading
    if (spot.attribute and spot.norm) or counts_areas(line, at):
        return None
    last = at + 1 == len(line.spots)
    limit = len(line.tokens.lowers) if last else line.spots[at + 1].first
    for mark in line.marks:
        if not spot.stop <= mark.first < limit or not _may_date(line, mark, spot):
            continue
        if _is_parted(line, at, mark):
            continue
        if not last and (
            _leads(line.tokens, mark, limit)
            or _owns(line, mark, limit)
            or _heads_next(line.tokens, mark, spot.stop, limit)
        ):
            if line.tokens.lowers[spot.stop : mark.first] == ["of"]:
                # "A sixth of this year's £48 million".
                return mark
            continue
        if not _is_beside(line, mark, spot):
            return None if _is_repeated(line, mark) else mark
    return None


def _may_date(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a mark says when, in the clause of a figure, or how long, with no date beside it."""
    if line.clause(mark) != spot.clause and not says_when(line, mark, spot):
        return False
    if mark.mention.role == "length" and _is_dated_besides(line, mark):
        return False
    return mark.use in TAKEN or (mark.use == "compares" and spot.earlier)


def _is_parted(line: Line, at: int, mark: Mark) -> bool:
    """Whether what stands between a figure and a mark has the mark for itself."""
    spot, lowers = line.spots[at], line.tokens.lowers
    if is_cut_off(line, mark, spot) or is_sized(line, at, mark) or is_purpose(line, mark, spot):
        return True
    if is_of_making(line, mark, spot) or is_of_purpose(line, mark, spot):
        return True
    if is_brought_in(line, at, mark):
        return True
    verb = has_verb(line.tokens, spot.stop, mark.first)
    if spot.attribute and (verb or lowers[mark.first - 1] in _RUNNING):
        # "A 48,000-seat arena will open for the 2030 games".
        return True
    comma = "," in lowers[spot.stop : mark.first]
    if spot.fixed and (comma or verb):
        # "Home to 80,000 people, voted on Tuesday", "the 40km road opened in 2010".
        return True
    return spot.based or (mark.mention.role == "length" and comma)


def _is_beside(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a mark dates what is only put in or told besides a figure."""
    if is_in_aside(line, mark, spot) or is_inset(line, spot, mark):
        return True
    if is_of_cause(line, mark, spot):
        return True
    if "," in line.tokens.lowers[spot.stop : mark.first] and _stops_at_comma(line, mark, spot):
        return True
    if (
        mark.mention.role == "since"
        and has_verb(line.tokens, mark.first, mark.stop)
        and is_in_dated(line, mark)
    ):
        # "By May it had 40 cases since the outbreak was declared".
        return True
    return mark.mention.role == "until" and has_verb(line.tokens, spot.stop, mark.first)


def _is_dated_besides(line: Line, mark: Mark) -> bool:
    """Whether a date says when a length was: "over a six-hour period on Sunday".

    Hours are those of a day, but "three days this week" aren't the week. A single unit is that of
    the date which opens the sentence: "in August 40 landings are counted in a week".
    """
    words = set(line.tokens.lowers[mark.first : mark.stop])
    if words.isdisjoint(_SHORT):
        return False
    return any(
        other.use == "dates"
        and (other.fronted or (other.first == mark.stop and not words.isdisjoint(_HOURS)))
        for other in line.marks
    )


def _stops_at_comma(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether the date past a comma is of something else than an earlier or a present level."""
    lowers, tags = line.tokens.lowers, line.tokens.tags
    if spot.earlier and lowers[mark.first - 1] == ",":
        # "Compared with £3m, a year earlier", "with £3m, or 4p a share, in 2022".
        restated = is_restated(lowers, spot.first - 1) or lowers[mark.first - 2] == "respectively"
        return not restated and lowers[mark.stop - 1] not in _BACK
    if _is_put_in(line, mark, spot):
        return False
    if spot.earlier or mark.mention.role == "vague":
        return True
    if spot.tense != "present" or _has_gone_on(line, mark, spot):
        return False
    if lowers[mark.first - 1] == "," or "open" in lowers[spot.stop : mark.first]:
        return True
    return any(tag in "AVEvGR" for tag in tags[spot.stop : mark.first])


def _is_put_in(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a date is put in between a figure and its verb, from comma to comma.

    "The loss of 400, over the three months to July, means".
    """
    closed = spot.verb >= mark.stop and line.tokens.lowers[mark.stop : mark.stop + 1] == [","]
    return closed and mark.use == "dates" and _is_set_off(line, mark, spot)


def _has_gone_on(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether a perfect tells what went on till then: "has fallen by 3%, in the first half"."""
    led = line.tokens.lowers[max(0, spot.verb - _ADVERBS) : spot.verb]
    perfect = spot.verb < spot.first and not _PERFECT.isdisjoint(led)
    during = mark.mention.role == "during" and mark.mention.period is not None
    return perfect and during and _is_set_off(line, mark, spot)


def _is_set_off(line: Line, mark: Mark, spot: Spot) -> bool:
    """Whether no more than a comma parts a date from a figure and what it counts."""
    comma = line.tokens.lowers.index(",", spot.stop)
    return comma == mark.first - 1 and not has_verb(line.tokens, spot.stop, comma)


def _heads_next(tokens: Tokens, mark: Mark, start: int, following: int) -> bool:
    """Whether a mark is in the subject of the next figure: ", and bookings for May stand at 9".

    So ", with arrivals in April reaching 9".
    """
    lowers, tags = tokens.lowers, tokens.tags
    at = mark.first - 1 - (tags[mark.first - 1] == "P")
    while at > start and tags[at] in "NJD":
        at -= 1
    led = lowers[at] in _LINKING and at < mark.first - 1 and lowers[at - 1] in (",", ";")
    return led and mark.stop < following and tags[mark.stop] in "AVEvG"


def _owns(line: Line, mark: Mark, following: int) -> bool:
    """Whether a mark owns the figure behind it: "40, beating May's 37", "on May's total of 9"."""
    return mark.stop <= following and names_level(
        line.tokens, mark.mention.end, mark.first, following
    )


def find_owner(line: Line, at: int) -> Mark | None:
    """The mark that owns a figure: "up from last year's 61", "below the 2019 figure of 61"."""
    bracket = _find_bracket(line, line.spots[at])
    for mark in line.marks:
        if bracket > 0 and mark.stop == bracket and mark.use in ("dates", "compares"):
            return mark
        if _owns(line, mark, line.spots[at].first):
            return mark
    return None


def _find_bracket(line: Line, spot: Spot) -> int:
    """The bracket open at a level: "higher than in 2022 (880)", -1 without one."""
    if spot.earlier and line.tokens.lowers[spot.first - 1] != "(":
        return -1
    for at in range(spot.first - 1, max(-1, spot.first - _BRACKETED), -1):
        if line.tokens.lowers[at] in ("(", ")"):
            return at if line.tokens.lowers[at] == "(" else -1
    return -1


def _leads(tokens: Tokens, mark: Mark, following: int) -> bool:
    """Whether a mark between two figures belongs to the second: "…, in 2019 40", "and in May 7"."""
    before = tokens.lowers[mark.first - 1] if mark.first else ""
    if before == "with":
        # "At 3%, with July at 4%".
        return tokens.lowers[mark.stop : mark.stop + 1] == ["at"]
    if before not in (",", "and", "but", "–", "—", "("):
        return False
    if before == "," and tokens.lowers[mark.first - 2] in ("and", "but"):
        # "£4m in 2022 and, in 2023, £5m".
        return True
    after = tokens.lowers[mark.stop] if mark.stop < len(tokens.words) else ""
    if before in ("and", "but") and after == "," and mark.stop + 1 == following:
        # "Some 102 voted and, on April 26, 88", "and on April 26, 88".
        return True
    if before in ("and", "but") and after == "," and has_verb(tokens, mark.stop, mark.stop + 3):
        # "Has 100 camps and as of 14 June, was housing 36,000".
        return mark.stop < following
    return after not in _CLOSING or mark.stop == following


def _is_repeated(line: Line, mark: Mark) -> bool:
    """Whether something happened twice: "in 2021 and again in October" dates no figure."""
    following = next((other for other in line.marks if other.first >= mark.stop), None)
    if following is None or following.first - mark.stop > 3:
        return False
    if following.mention.role == "vague":
        # "Rose 4% in January and now make up 60%".
        return False
    if line.tokens.text[following.mention.end : following.mention.end + 2] in ("'s", "’s"):
        return False
    between = line.tokens.lowers[mark.stop : following.first]
    if "," in between and "again" not in between and _goes_on(line.tokens, following.stop):
        # "In 2021, and in 2022 the council closed four".
        return False
    if any(0 <= spot.first - following.stop < 2 for spot in line.spots):
        # "In 2022 and, in 2023, 380".
        return False
    return "and" in between and set(between) <= {"and", "again", "then", ","}


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether a subject stands at a token: "in 2022 the council closed four"."""
    return tokens.tags[at : at + 1] in (["D"], ["N"], ["O"], ["M"], ["J"])


def find_restated(line: Line, at: int) -> Mark | None:
    """The mark of the figure that goes on with this one: "£3m, or 4p a share, in 2022".

    So "£3m (4p a share) in 2022", "9 fires and 22 injuries in May".
    """
    if at + 1 == len(line.spots):
        return None
    spot, other, lowers = line.spots[at], line.spots[at + 1], line.tokens.lowers
    joint = other.first - 1
    listed = spot.earlier and other.earlier and lowers[joint] in (",", "and", "or")
    if joint - spot.stop > (_LISTED if listed else 3) or has_verb(line.tokens, spot.stop, joint):
        return None
    if listed and "," not in lowers[spot.stop : joint]:
        # "Compared with 40 deaths on roads and 12 on rivers in 2022".
        return line.owned[at + 1] or find_restated(line, at + 1)
    if lowers[joint] in _JOINED:
        return None if "," in lowers[spot.stop : joint] else line.owned[at + 1]
    return line.owned[at + 1] if other.earlier and is_restated(lowers, joint) else None
