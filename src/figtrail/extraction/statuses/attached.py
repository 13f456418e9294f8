"""The cue right behind a figure's noun phrase: "jobs to be created", "$9m that was forecast"."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_VERBS
from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.abilities import is_inability
from figtrail.extraction.statuses.clauses import is_finite, is_infinitive
from figtrail.extraction.statuses.cues import match_cue
from figtrail.extraction.statuses.modals import status_of_verb
from figtrail.extraction.statuses.phrases import phrase_stop
from figtrail.extraction.statuses.resolving import resolve_cue
from figtrail.extraction.statuses.vocabulary import WORDS, Cue
from figtrail.extraction.tokens import Tokens
from figtrail.model import Status

_STARTING = frozenset(("effect", "force", "in", "way"))
_READY = [[word] for word in sorted(WORDS["readiness"])]
_ARTICLES = frozenset(("a", "an"))
_FULFILLED_REACH = 8
_AWAITED_REACH = 12
_BESIDE = frozenset(("of", "than", "not", "against", "below"))
_CONDITIONS = ("if", "unless", "provided")


def find_attached(tokens: Tokens, number: Number, blocked: bool) -> Status | None:
    """What follows the noun phrase tells; `blocked` where a finite verb governs the figure."""
    lowers, tags = tokens.lowers, tokens.tags
    if number.unit == "times" or lowers[number.stop : number.stop + 2] == ["times", "the"]:
        return None
    if _is_of_outlook(tokens, number):
        return "forecast"
    found = find_contact(tokens, number)
    if found is not None:
        return found
    at = phrase_stop(tokens, number.stop)
    if lowers[at : at + 1] == ["more"]:
        at = phrase_stop(tokens, at + 1)
    if at == number.stop and lowers[at : at + 1] == ["and"] and tags[at + 1 : at + 2] == ["M"]:
        at = phrase_stop(tokens, at + 1)  # "the 3.2% and 2.7% projected in June"
    if at >= len(lowers):
        return None
    if tags[at] == "A":
        return _by_contact(tokens, at, number) or _by_stranded(tokens, at)
    if lowers[at : at + 3] == [",", "to", "be"]:
        done = tags[at + 3 : at + 4] in (["V"], ["E"], ["G"])
        if not done and lowers[at + 3 : at + 4] not in _READY:
            return None  # "rose 3%, to be the best of the day"
        at += 1
    if lowers[at] == "to" and at + 1 < len(lowers):
        return _by_infinitive(tokens, at, number, blocked)
    if lowers[at] == ",":
        return find_described(tokens, number, at)
    if lowers[number.stop : number.stop + 2] == ["in", "what"]:
        told = lowers[number.stop + 2 : number.stop + 6]
        return None if WORDS["deeming"].isdisjoint(told) else "hypothetical"
    if lowers[at] in ("needed", "required") and lowers[at + 1 : at + 2] in (["to"], ["for"]):
        return "target" if _is_appeal(tokens, number) else "hypothetical"
    if lowers[at] == "what":
        return None
    if tags[at] == "R":
        if lowers[number.stop : number.stop + 2] in (["of", "the"], ["of", "its"]):
            return None  # "two of the cities that the army hopes to retake"
        governs = any(
            tags[word] == "v" and is_finite(tokens, word) for word in range(number.stop + 1, at)
        )
        return None if governs else _by_relative(tokens, at, number)
    return _by_cue(tokens, at, number, blocked)


def _is_appeal(tokens: Tokens, number: Number) -> bool:
    """Whether a part of a sum that is asked for has come: "27% of the $2.8bn needed for relief"."""
    whole = tokens.lowers[max(0, number.first - 2) : number.first] == ["of", "the"]
    return whole and number.kind == "money"


def _by_cue(tokens: Tokens, at: int, number: Number, blocked: bool) -> Status | None:
    """What the cue at a token tells: "the 300 flats planned", "rules now in force"."""
    cue = match_cue(tokens, at)
    if cue is None:
        return None
    if cue.words[-1] in _STARTING or cue.kind == "prospect":
        return cue.status
    parted = "the" in tokens.lowers[number.first : number.stop]
    if blocked and parted and cue.kind == "verb":
        return None  # "have finished nine of the 14 bridges approved"
    if cue.words[-1] == "to" and _is_told(tokens, at + len(cue.words)):
        return None
    if _is_awaited(cue, number):
        return resolve_cue(tokens, at, cue, number)
    return _by_participle(tokens, at, number, cue)


def _is_of_outlook(tokens: Tokens, number: Number) -> bool:
    """Whether a forecast is moved by so much: "shaved 0.3 points off its outlook"."""
    lowers = tokens.lowers
    link = number.stop + (lowers[number.stop : number.stop + 1] in (["points"], ["point"]))
    if lowers[link : link + 1] not in (["off"], ["from"], ["to"]):
        return False
    if number.first == 0 or tokens.tags[number.first - 1] in "P":
        return False
    for at in range(link + 1, min(len(tokens.words), link + 7)):
        cue = match_cue(tokens, at)
        if cue is not None and cue.status == "forecast":
            return cue.kind == "noun" or cue.words == ("forecast",)
        if tokens.tags[at] not in "DJN" and lowers[at] not in "'’":
            return False
    return False


def _by_contact(tokens: Tokens, auxiliary: int, number: Number) -> Status | None:
    """Read "the 0.7 percent dealers had pencilled in", "the 3% brokers were expecting"."""
    lowers = tokens.lowers
    counted = number.kind is None and lowers[auxiliary - 1] not in WORDS["onlookers"]
    if counted or "the" not in lowers[max(0, number.first - 3) : number.first]:
        return None
    for at in range(auxiliary, min(len(tokens.words), auxiliary + 4)):
        cue = match_cue(tokens, at)
        if cue is not None and cue.status == "forecast":
            stop = at + len(cue.words)
            return cue.status if stop >= len(tokens.words) or tokens.tags[stop] in "P." else None
        if tokens.tags[at] not in "ABE":
            return None
    return None


def find_contact(tokens: Tokens, number: Number) -> Status | None:
    """Read "the 65% it is supposed to attain", "the 30,000 its builders had aimed for"."""
    lowers, tags = tokens.lowers, tokens.tags
    if "the" not in lowers[max(0, number.first - 2) : number.first]:
        return None
    beside = not _BESIDE.isdisjoint(lowers[max(0, number.first - 3) : number.first])
    at = number.stop
    while at < len(tags) and tags[at] in "NJM":
        at += 1
    if at >= len(tags) or (tags[at] not in "DO" and not tokens.words[at][0].isupper()):
        return None
    for index in range(at + 1, min(len(tags), at + 8)):
        cue = match_cue(tokens, index)
        promised = cue is not None and cue.kind in ("verb", "announced") and beside
        if cue is not None and (cue.status in ("target", "forecast") or promised):
            stop = index + len(cue.words)
            if cue.kind == "guided" and tags[stop : stop + 1] == ["P"]:
                return cue.status  # "the $6.15 a share it guided to in July"
            stop += cue.words[-1] == "to" or lowers[stop : stop + 1] in (["for"], ["from"])
            return cue.status if stop >= len(tags) or tags[stop] in "P.C" else None
        if tags[index] not in "NJDAB" or cue is not None:
            return None
    return None


def _by_stranded(tokens: Tokens, auxiliary: int) -> Status | None:
    """Read "the 120 the council had aimed for", "the $871m that analysts were looking for"."""
    lowers = tokens.lowers
    for at in range(auxiliary + 1, min(len(tokens.words) - 1, auxiliary + 4)):
        if lowers[at + 1] == "for" and tokens.tags[at] in "VEG":
            cue = match_cue(tokens, at)
            ends = at + 2 >= len(tokens.words) or tokens.tags[at + 2] in "P."
            return cue.status if ends and cue is not None else None
    return None


def _by_infinitive(tokens: Tokens, to: int, number: Number, blocked: bool) -> Status | None:
    """Read "300 jobs to go", "£6m to come if it sells"."""
    lowers, tags = tokens.lowers, tokens.tags
    if lowers[to - 1] == "more" and not {*_CONDITIONS}.isdisjoint(lowers[to + 2 : to + 6]):
        return "hypothetical"
    if lowers[to + 1] == "go" and not WORDS["jobs"].isdisjoint(lowers[number.stop : to]):
        return None if blocked else "planned"
    if lowers[to + 1] == "be" and _has_moved(tokens, number, to):
        return None
    announced = (lowers[to + 1] == "be" and number.kind != "duration") or (
        not blocked
        and tags[to - 1] == "N"
        and (is_infinitive(tokens, to) and number.kind is None)
        and "v" not in tags[number.stop : to]
    )
    if not announced or lowers[to - 1] in WORDS["prepositional_to"]:
        return None
    return status_of_verb(tokens, to + 1)


def _has_moved(tokens: Tokens, number: Number, to: int) -> bool:
    """Whether a move that is told came to rest there: "rose 2% in June to be 9% up"."""
    verb = number.first - 1 - (tokens.lowers[number.first - 1] == "by")
    moved = verb >= 0 and tokens.lowers[verb] in CHANGE_VERBS and tokens.tags[verb] in "VE"
    return moved and tokens.tags[to + 2 : to + 3] == ["M"]


def _by_participle(tokens: Tokens, at: int, number: Number, cue: Cue) -> Status | None:
    """Read "300 homes planned", but not "300 people expected to" nor "300 promised that"."""
    tags = tokens.tags
    if cue.kind != "verb" or tags[at - 1] in "DJP" or _is_fulfilled(tokens, at + 1):
        return None
    following = tokens.lowers[at + 1] if at + 1 < len(tokens.words) else "."
    if tokens.lowers[at] == "offered" and tags[at + 1 : at + 2] == ["P"]:
        ahead = range(at + 2, min(len(tags), at + 8))
        if any(tags[word] in "AV" for word in ahead):
            return None  # "flats offered on Monday were sold"
    licensed = tokens.lowers[at] in WORDS["licensed"] and number.kind is None
    if licensed and tags[at + 1 : at + 2] == ["N"] and following not in WORDS["dates"]:
        return None  # "the county has 64 approved carers"
    if following in ("with", "that") or tags[at + 1 : at + 2] == ["D"]:
        return None
    if following == "to" and (cue.status == "planned" or number.kind == "percentage"):
        return None
    return cue.status


def _is_fulfilled(tokens: Tokens, start: int) -> bool:
    """Whether what was planned is told to be there: "the 40 trains ordered have arrived"."""
    for at in range(start, min(len(tokens.words) - 1, start + _FULFILLED_REACH)):
        if tokens.lowers[at] in ("has", "have", "had"):
            near = tokens.lowers[at + 1 : at + 4]
            return "not" not in near and not WORDS["fulfilled"].isdisjoint(near)
        if tokens.tags[at] not in "PNMJD":
            return False
    return False


def _is_told(tokens: Tokens, start: int) -> bool:
    """Whether it is told what became of them: "flights due to leave on Monday were cancelled"."""
    for at in range(start, min(len(tokens.words), start + _AWAITED_REACH)):
        if tokens.lowers[at] in ("was", "were"):
            return True
        if tokens.tags[at] in "ARC.":
            return False
    return False


def _is_awaited(cue: Cue, number: Number) -> bool:
    """Whether "due to", "set to" or "likely to" describes what is counted: "six cranes due to"."""
    counted = number.kind in (None, "money")
    return counted and cue.words[-1] == "to" and cue.kind in ("due", "will", "likely")


def find_described(tokens: Tokens, number: Number, comma: int) -> Status | None:
    """What a thing is said to be by the way: "a 300-bed hospital, planned for the barracks,"."""
    if tokens.lowers[comma : comma + 1] != [","]:
        return None
    before = tokens.lowers[number.first - 1] if number.first else ""
    if before not in ("a", "an") or tokens.tags[comma + 2 : comma + 3] != ["P"]:
        return None
    cue = match_cue(tokens, comma + 1)
    planned = cue is not None and cue.kind == "verb" and cue.status == "planned"
    return "planned" if planned else None


def _by_relative(tokens: Tokens, at: int, number: Number) -> Status | None:
    """A clause about the figure itself: "that analysts had forecast", "that is its target"."""
    reach = 11 if tokens.lowers[number.first - 1] == "the" else 7
    for index in range(at + 1, min(len(tokens.words), at + reach)):
        if tokens.lowers[index] in (",", ";", "”"):
            return None
        if tokens.lowers[index] in ("needed", "required") and tokens.tags[index - 1] == "A":
            return "hypothetical"
        if tokens.lowers[index] in WORDS["deeming"] and index > at + 1:
            return "hypothetical" if number.kind is not None else None
        cue = match_cue(tokens, index)
        if cue is None:
            continue
        if cue.status == "planned" and cue.kind == "verb" and number.kind == "money":
            return cue.status if tokens.lowers[number.first - 1] == "the" else None
        if cue.status in ("forecast", "target", "estimated"):
            pencilled = cue.kind == "phrase" and (
                cue.words[-1] == "in"
                or (tokens.lowers[at] == "that" and cue.words[-1] in ("for", "to"))
            )
            known = cue.kind in ("verb", "noun", "clausal", "aimed", "awaited")
            ruled = cue.kind == "urged" and tokens.tags[index + 1 : index + 2] in (["."], [])
            return cue.status if pencilled or known or ruled else None
        if is_inability(tokens, index):
            return None
        if cue.kind in ("will", "would"):
            if not _ARTICLES.isdisjoint(tokens.lowers[number.stop + 1 : at]):
                return None  # it tells of the nearer noun: "paid £4 for a ticket that will"
            return resolve_cue(tokens, index, cue, number)
        if cue.kind == "takes":
            timed = number.kind == "duration"
            return None if timed or "to" not in tokens.lowers[index + 2 : index + 4] else cue.status
    return None
