"""Words that elsewhere tell a status, and here only say which: "planned surgery"."""

from __future__ import annotations

from figtrail.extraction.statuses.vocabulary import BE, WORDS
from figtrail.extraction.tokens import Tokens

_ROUTINE = frozenset(("planned", "scheduled", "expected"))
_SEEKING = frozenset(("seek", "seeks", "seeking", "sought"))
_PEOPLED = _SEEKING | {"targeted", "going", "calculated"}
_BASES = frozenset(("from", "on", "using", "based"))
_TOLD = frozenset(("told", "ordered", "urged", "asked", "advised", "warned"))
_SIZES = frozenset("% percent $ £ € ₹".split())
_GOALS = frozenset(("goal", "goals"))
_TARGETS = WORDS["lines_to_pass"]
_PASSING = WORDS["passing"]
_COUNTED_ON = frozenset(("banks", "bank", "counts", "count"))
_CHANCES = frozenset(("chance", "chances", "likelihood", "probability", "risk"))
_HAVING = frozenset(("has", "have", "had", "with", "on"))
_YEARS = range(1900, 2101)


def is_idle(tokens: Tokens, at: int, words: tuple[str, ...]) -> bool:
    """Whether the words of a cue at token `at` tell nothing of what is to come."""
    lowers = tokens.lowers
    word, stop = words[0], at + len(words)
    following = lowers[stop] if stop < len(lowers) else "."
    before = lowers[at - 1] if at else ""
    if before == "actual":
        return True
    if word in _ROUTINE and len(words) == 1:
        return following in WORDS["routine"]
    if word in _GOALS:
        return _are_scored(tokens, at)
    if word in _TARGETS:
        return _is_passed(tokens, at)
    if word in _PEOPLED and _is_of_people(tokens, at, words, following):
        return True
    if word in _TOLD and not WORDS["evacuating"].isdisjoint(lowers[stop : stop + 6]):
        return True  # "was ordered to quit nine huts": the order is the news
    if word == "tipping":
        return before == "fly"
    if words[-1] == "on" and word in _COUNTED_ON and at:
        return tokens.tags[at - 1] == "D"  # "burst its banks on Monday"
    if word in ("estimate", "estimates"):
        return before == "budget" and len(words) == 1
    if word in _CHANCES:
        return before in WORDS["odds_compared"]
    if word == "offer":
        return before == "on"
    if words == ("applied", "to"):
        return before in BE
    if words == ("required", "to"):
        return _is_attributive(tokens, at)
    if words in (("booked",), ("reserved",)):
        return WORDS["air_time"].isdisjoint(lowers[stop : stop + 12])
    if word == "budget":
        running = before in ("annual", "yearly", "weekly", "monthly", "household", "operating")
        return running and not _HAVING.isdisjoint(lowers[max(0, at - 5) : at])
    if word == "minimum":
        return following in ("wage", "wages")
    if words == ("on", "the", "way"):
        return following == "to"
    if word == "benchmark" and tokens.tags[stop : stop + 1] in (["N"], ["J"]):
        return True  # "benchmark Brent crude", "its benchmark lending rate"
    if word == "benchmark" and following == "for":
        return "of" in lowers[stop + 1 : stop + 5] and tokens.tags[stop + 1] in "MD."
    return False


def _is_of_people(tokens: Tokens, at: int, words: tuple[str, ...], following: str) -> bool:
    """Whether it is told who was hit, sought help or went where, or what a sum was taken from."""
    lowers, stop = tokens.lowers, at + len(words)
    if words == ("targeted",):
        return _are_victims(tokens, at)
    if words == ("going", "to") and stop < len(lowers):
        return tokens.words[stop][0].isupper() or tokens.tags[stop] in "DM"
    if words == ("calculated",):
        return following in _BASES
    return words[0] in _SEEKING and not WORDS["refuge"].isdisjoint(lowers[stop : stop + 3])


def _are_scored(tokens: Tokens, at: int) -> bool:
    """Whether goals are those of a game: "14 goals", "a tally of goals", "field goal rate"."""
    lowers, tags = tokens.lowers, tokens.tags
    if not WORDS["sporting"].isdisjoint(tokens.vocabulary):
        return True
    first = at
    while first > 0 and at - first < 3 and tags[first - 1] in "NJ":
        first -= 1
    if first > 0 and tags[first - 1] == "M" and lowers[at] == "goals":
        return True
    return not WORDS["of_goals"].isdisjoint(lowers[at + 1 : at + 2])


def _are_victims(tokens: Tokens, at: int) -> bool:
    """Whether people or things are picked out, and no level aimed at: "the gang targeted 40"."""
    lowers = tokens.lowers
    if at and (tokens.tags[at - 1] == "M" or lowers[at - 1] == "%"):
        return False  # "instead of the 5% targeted"
    ahead = lowers[at + 1 : at + 9]
    if not _SIZES.isdisjoint(ahead) or not WORDS["aimed_at"].isdisjoint(ahead):
        return False
    timed = "by" in ahead and tokens.tags[at + 2 + ahead.index("by") : at + 3 + ahead.index("by")]
    return timed != ["M"] and lowers[at - 1 : at] not in (["the"], ["a"], ["its"], ["their"])


def _is_passed(tokens: Tokens, at: int) -> bool:
    """Whether a target only says which, or is moved: "those outside the target were 17% fewer"."""
    lowers, tags = tokens.lowers, tokens.tags
    first = at
    while first > 1 and at - first < 4 and (tags[first - 1] in "NJM" or lowers[first - 1] == "-"):
        first -= 1
    lead = first - 1 - (first > 0 and tags[first - 1] == "D")
    if lead > 0 and lowers[lead] in _PASSING and tags[lead - 1] in "NVGEJ":
        verb = at + 1
        while verb + 1 < len(tags) and (tags[verb] == "B" or lowers[verb] in ("more", "than")):
            verb += 1
        doubled = not WORDS["adjusted"].isdisjoint(lowers[verb : verb + 1])
        return doubled or tags[verb : verb + 1] in (["A"], ["V"], ["E"])
    if lowers[at + 1 : at + 2] != ["by"]:
        return False
    word = tokens.words[at + 2] if at + 2 < len(tokens.words) else ""
    return not (word.isdecimal() and int(word) in _YEARS) and (
        tags[at + 2 : at + 3] == ["M"]
        or lowers[at + 2 : at + 3] in (["over"], ["a"], ["about"], ["almost"], ["nearly"])
    )


def _is_attributive(tokens: Tokens, at: int) -> bool:
    """Whether "required" describes a thing that is there: "have the marks required to join"."""
    lowers, tags = tokens.lowers, tokens.tags
    if at < 3 or tags[at - 1] != "N" or tags[at - 2] != "D":
        return False
    return lowers[at - 2] == "the" and tags[at - 3] in "AVEv"
