"""Times of day, offsets in time, weekdays, and places in a count."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_VERBS
from figtrail.extraction.clauses import find_verb
from figtrail.extraction.date_words import MONTHS, WEEKDAYS
from figtrail.extraction.labels.references import LABELS
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.numbers import Number, find_unit_start
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens


def is_offset(tokens: Tokens, number: Number) -> bool:
    """Whether a duration only counts from a moment: "half an hour later"."""
    if number.kind != "duration":
        return False
    if _is_of_countdown(tokens, number.first):
        return True
    after = find_unit_start(tokens, number.stop) + 1
    ahead = tokens.lowers[after : after + 2]
    dated = number.unit in ("year", "month", "week", "day")
    if dated and ahead[:1] == ["and"] and tokens.tags[after + 1 : after + 2] == ["M"]:
        # "Ten years and one month after the guarantee".
        smaller = find_unit_start(tokens, after + 2) + 1
        return tokens.lowers[smaller : smaller + 1] in (["after"], ["before"], ["ago"], ["later"])
    if ahead == ["to", "go"]:
        # "She has 14 months to go on her bond".
        had = tokens.lowers[number.first - 1 : number.first] in (["has"], ["have"])
        return not had or tokens.lowers[after + 2 : after + 3] != ["on"]
    if ahead[:1] in (["before"], ["after"]) and tokens.lowers[number.core] == "half":
        # "Half an hour before lunch", but "waited for half an hour after it".
        return not number.first or tokens.lowers[number.first - 1] not in _LASTING
    if ahead[:1] == ["and"] and ahead[1:] != [] and ahead[1] in _SOME:
        # "Eighteen minutes and some seconds later".
        return not _MEASURED_FROM.isdisjoint(tokens.lowers[after + 2 : after + 5])
    if ahead in (["later", "than"], ["earlier", "than"]):
        return (
            tokens.lowers[after + 2 : after + 3] == [] or tokens.lowers[after + 2] not in _PLANNED
        )
    return bool(ahead) and ahead[0] in _MEASURED_FROM


def _is_of_countdown(tokens: Tokens, first: int) -> bool:
    """Whether a time counts to or from a launch: "T-minus 10 seconds", "T+1 min 50 sec"."""
    if tokens.lowers[first - 1 : first] == ["t-minus"] and first:
        return True
    return first > 3 and tokens.words[first - 4 : first - 2] == ["T", "+"]


_LASTING = frozenset(LABELS["lasting"])
_SOME = frozenset(("some", "a", "odd", "several"))
_PLANNED = frozenset(LABELS["time_planned"])
_MEASURED_FROM = frozenset(
    ("later", "earlier", "ago", "away", "left", "north", "south", "east", "west")
)
_ZONES = frozenset(LABELS["zones"])


def is_clock(tokens: Tokens, number: Number) -> bool:
    """A time on the 24-hour clock: "1430 GMT", "at 23.18"."""
    word = tokens.words[number.core]
    after = tokens.lowers[number.stop] if number.stop < len(tokens.words) else ""
    if number.unit == "hour" and tokens.lowers[number.first - 1 : number.first] == ["at"]:
        # "At 14.45 hours": the clock's.
        return after == "hours" and number.core > 0 and len(word.partition(".")[2]) == 2
    hour, dot, minute = word.partition(".")
    if dot and len(minute) == 2 and number.kind is None and number.first:
        if after in _ZONES:
            # "Last modified on Wed 3 May 2023 12.15 BST".
            return hour.isdecimal() and int(hour) < 24
        timed = tokens.lowers[number.first - 1] in ("at", "by", "until", "till")
        each = after in ("a", "an") and not _opens_clause(tokens, number)
        timed = timed and after not in ("to", "per", "against") and not each
        timed = timed and not _is_moved(tokens, number.first)
        counts = number.stop < len(tokens.words) and tokens.tags[number.stop] in "NJ"
        timed = timed and hour.isdecimal() and int(hour) < 24 and int(minute) < 60
        if timed and not counts:
            return _leaves_or_arrives(tokens, number)
    if number.form == "words" and (_tells_time(tokens, number) or _is_past(tokens, number)):
        return True
    if dot and _is_train(tokens, number, hour, minute):
        return True
    if len(word) == len("1430") and _is_written_plain(tokens, number, after):
        return True
    if number.kind is None and number.value <= 12 and number.first:
        parts = tuple(tokens.lowers[number.stop : number.stop + 3])
        if parts[:2] == ("at", "night") or parts in _DAYPARTS:
            return tokens.lowers[number.first - 1] in _AT
    if number.form == "words" and number.first and number.kind is None and 0 < number.value <= 12:
        if tokens.lowers[number.first - 1] == "past":
            told = tokens.lowers[number.first - 2]
            return told in ("half", "quarter", "minutes") or told in _MINUTES
        ends = number.stop >= len(tokens.words) or tokens.tags[number.stop] in ".C"
        ends = ends or tokens.lowers[number.stop : number.stop + 2][:1] == ["on"]
        if ends and tokens.lowers[number.first - 1] == "at":
            if _is_level(tokens, number.first - 1):
                return False
            return _leaves_or_arrives(tokens, number)
    return (
        len(word) == 4
        and word.isdigit()
        and after in _ZONES
        and number.kind is None
        and (int(word) < 2400)
    )


def _opens_clause(tokens: Tokens, number: Number) -> bool:
    """Whether a clause of its own stands behind an opening time: "At 12.19 a call is made"."""
    at = number.stop + 1
    if number.first > 1 or tokens.lowers[at : at + 1] == [] or tokens.lowers[at] in _PRICED:
        return False  # "At 12.19 a share, it is dear"
    while tokens.tags[at : at + 1] != [] and tokens.tags[at] in "NJM":
        at += 1
    return tokens.tags[at : at + 1] != [] and tokens.tags[at] in "AVEv"


_PRICED = frozenset(LABELS["priced by"])


_MINUTES = frozenset(("five", "ten", "twenty", "twenty-five"))


def _is_past(tokens: Tokens, number: Number) -> bool:
    """Whether minutes are told of an hour behind them: "twenty past six"."""
    past = tokens.lowers[number.first] in _MINUTES and number.kind is None
    hour = tokens.lowers[number.stop + 1 : number.stop + 2]
    past = past and tokens.lowers[number.stop : number.stop + 1] == ["past"]
    return past and hour != [] and tokens.tags[number.stop + 1] == "M"


def _is_moved(tokens: Tokens, first: int) -> bool:
    """Whether a number is how far a level moved: "the index fell by 2.15"."""
    near = tokens.lowers[max(0, first - 4) : first - 1]
    return tokens.lowers[first - 1] == "by" and any(word in CHANGE_VERBS for word in near)


def _is_written_plain(tokens: Tokens, number: Number, after: str) -> bool:
    """Whether four digits without a mark are a time: "At 1200 on Friday", "left at 1645"."""
    word, first = tokens.words[number.core], number.first
    if number.kind is not None or not word.isdigit() or not first:
        return False
    clock = int(word[:2]) < 24 and int(word[2:]) < 60 and word[3] in "05"
    at = first - 1 - (tokens.lowers[first - 1] in ("about", "around"))
    if not clock or at < 0 or tokens.lowers[at] not in ("at", "by", "until", "till", "from"):
        return False
    if number.stop < len(tokens.words) and tokens.tags[number.stop] in "NJ":
        return False
    opening = at == 0 and after in ("on", ",") and tokens.lowers[at] == "at"
    return opening or not _CLOCKED.isdisjoint(tokens.lowers[max(0, at - 3) : at])


_CLOCKED = frozenset(LABELS["clocked"])


def _is_train(tokens: Tokens, number: Number, hour: str, minute: str) -> bool:
    """Whether it is called by its time: "she caught the 7.42", "later than the present 22.30"."""
    if len(minute) != 2 or number.kind is not None or not number.first:
        return False
    clock = hour.isdecimal() and int(hour) < 24 and minute.isdecimal() and int(minute) < 60
    after = tokens.tags[number.stop] if number.stop < len(tokens.words) else "."
    called = clock and tokens.lowers[number.first - 1] in _CALLED and after in ".PCAVE"
    return called and not _TRAINS.isdisjoint(tokens.vocabulary)


@needs(map(str.lower, MONTHS))
def is_day_of_month(tokens: Tokens, number: Number) -> bool:
    """A day behind its month with a name after it: "Since June 1 Marathwada has had"."""
    first, stop = number.first, number.stop
    if not first or stop >= len(tokens.words) or not 1 <= number.value <= 31:
        return False
    dated = tokens.words[first - 1] in MONTHS and tokens.words[number.core].isdigit()
    if dated and tokens.lowers[stop] == "of" and tokens.tags[stop + 1 : stop + 2] == ["M"]:
        return len(tokens.words[stop + 1]) == len("1999")
    if dated and tokens.tags[stop] in "AVvE" and first > 1:
        # "Rain since June 1 was 310 mm", but not "in June 12 were hurt".
        return tokens.lowers[first - 2] in _RUNNING or tokens.lowers[stop] in _SINGULAR
    ends = tokens.tags[stop] in ".C" and tokens.lowers[stop] not in ("and", "or", "%")
    return dated and (tokens.words[stop][0].isupper() or ends)


_RUNNING = frozenset("since until till after before from through".split())
_SINGULAR = frozenset("is was has".split())


def is_weekdays(tokens: Tokens, number: Number) -> bool:
    """How many of a weekday lie back or ahead: "the average of the last four Mondays"."""
    following = tokens.lowers[number.stop : number.stop + 1]
    plain = number.kind is None and number.out_of is None
    return plain and bool(following) and following[0] in _WEEKDAYS


_WEEKDAYS = frozenset(f"{word}s" for word in WEEKDAYS) | {"weekends"}


def _tells_time(tokens: Tokens, number: Number) -> bool:
    """Whether a number is either one of "ten to nine", "at five past six", "twenty to ten"."""
    if number.kind is not None or number.scale is not None:
        return False
    lowers, first, stop = tokens.lowers, number.first, number.stop
    ahead = lowers[stop : stop + 2]
    minutes = number.value in (5, 10, 20, 25) and len(ahead) == 2 and ahead[0] in ("to", "past")
    if minutes and ahead[1] in _HOURS and first and lowers[first - 1] in _AT:
        return not (stop + 2 < len(lowers) and tokens.tags[stop + 2] in "NJ")
    ends = stop >= len(lowers) or tokens.tags[stop] not in "NJM"
    told = first > 2 and lowers[first - 1] in ("to", "past") and lowers[first - 2] in _MINUTES
    return ends and told and lowers[first] in _HOURS and lowers[first - 3] in _AT


_TRAINS = frozenset(LABELS["trains"])
_CALLED = frozenset(LABELS["time_called"])
_DAYPARTS = {("in", "the", part) for part in ("morning", "evening", "afternoon")}
_HOURS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_MINUTES = frozenset("five ten twenty twenty-five quarter half".split())
_AT = frozenset("at by until till before after since".split())


def _is_level(tokens: Tokens, at: int) -> bool:
    """Whether "at" tells a level beside another: "at 14, up two, and the Greens at seven"."""
    lowers = tokens.lowers
    return lowers[at - 1] in _BALANCED or any(
        lowers[index] == "at" and lowers[index + 1].isdigit()
        for index in range(max(0, at - 24), at)
    )


_BALANCED = frozenset(LABELS["balanced"])


def _leaves_or_arrives(tokens: Tokens, number: Number) -> bool:
    """Whether no verb of measuring governs the number: "stood at 23.18" is a level."""
    verb = find_verb(tokens, number.first - 1)
    if verb is None or tokens.lowers[verb[1]] in ("off", "out", "up"):
        return True
    return number.first - 1 - verb[1] > 1 or tokens.lowers[verb[1] - 1] not in _STANDING


_STANDING = frozenset(LABELS["standing"])


_SPORT = read_sections("sport.txt")
_MATCHES = frozenset(_SPORT["matches"])
_ORDINALS = frozenset(_SPORT["ordinals"])
_ENDINGS = frozenset(("st", "nd", "rd", "th"))
# So far before a number stands the ordinal, and so far before matches, of which more is said.
_NEAR, _NEAR_MATCHES = 4, 7


@needs(("in", "of", "from"), _ORDINALS)
def is_nth_in(tokens: Tokens, number: Number) -> bool:
    """What only places an ordinal: "the 11th increase in 12 meetings", "away third of 27"."""
    lowers, first, stop = tokens.lowers, number.first, number.stop
    if number.value != int(number.value) or number.out_of is not None:
        return False  # "Third in 10.2 seconds", "the first month to rise in 12 of 14 districts"
    before = lowers[first - 1] if first else ""
    behind = "".join(lowers[stop : stop + 1])
    counts = behind != "" and tokens.tags[stop] in "NJ"
    if lowers[max(0, first - 2) : first] == ["out", "of"]:
        first -= 1  # "25th out of 31 councils"
    elif before == "of":
        return not counts and _is_placed(tokens, first - 2)
    elif before == "from":
        # "Seventh from nine games", but "17th with 41 points from 38 games".
        return behind in _MATCHES and first > 1 and lowers[first - 2] in _ORDINALS
    elif before != "in":
        return False
    near = _NEAR if counts and behind not in _MATCHES else _NEAR_MATCHES
    for at in range(first - 2, max(-1, first - 2 - near), -1):
        if tokens.tags[at] in ".V":
            return False  # "For the first time prices rose in 12 districts"
        if lowers[at] in _ORDINALS:
            return lowers[at] not in _ENDINGS or tokens.tags[at - 1] == "M"
    return False


def _is_placed(tokens: Tokens, at: int) -> bool:
    """Whether a token is an ordinal and no share: "25th of 31", "was third of 27"."""
    if at < 1 or tokens.lowers[at] not in _ORDINALS:
        return False
    return tokens.lowers[at] in _ENDINGS or tokens.tags[at - 1] in "ANVEG"
