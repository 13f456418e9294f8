"""What a cue tells in its place: by its kind, and by what stands on either side of it."""

from __future__ import annotations

from figtrail.extraction.numbers import Number
from figtrail.extraction.statuses.bounded import is_bounded, is_kept, is_moved_limit
from figtrail.extraction.statuses.done import is_counted_deed
from figtrail.extraction.statuses.fitting import fits, is_sized
from figtrail.extraction.statuses.modals import is_obliged, resolve_if, resolve_modal
from figtrail.extraction.statuses.nouns import is_undertaking
from figtrail.extraction.statuses.outlooks import resolve_facing
from figtrail.extraction.statuses.provisions import is_fixed
from figtrail.extraction.statuses.vocabulary import (
    BE,
    CUES,
    NOT_THAN,
    OUTCOMES,
    PROSPECTIVE,
    WE_ARE,
    WORDS,
    Cue,
)
from figtrail.extraction.statuses.voiding import is_void
from figtrail.extraction.tokens import Tokens
from figtrail.model import Status

_MODALS = frozenset(("will", "would", "could", "should", "must"))
_SUPPOSING = frozenset(word for word, cues in CUES.items() if cues[-1].kind in ("would", "could"))
_DECIDED = {"will": "will", "would": "would"}
_MOVING = frozenset(("rise", "fall", "climb", "drop", "grow", "shrink"))
_CONDITIONS = frozenset(("if", "unless", "were", "otherwise"))
_NEAR = 5
_GROWING = frozenset(("growth", "inflation"))
_MEANT = frozenset(("meant", "supposed"))
_FALLEN = WORDS["weather"]
_NEEDS = (("need", "to"), ("needs", "to"))
_DENYING = WORDS["denying"]
_PRICING = frozenset(("priced", "costing", "worth"))
_WANTING = frozenset(("wants", "want", "wanted", "seeking", "seeks", "seek"))
_LEVELS = frozenset(("to", "by", "below", "under", "from", "within"))
_CHOICES = frozenset(("option", "alternative", "possibility", "temptation", "choice"))
_TIMING = frozenset(("today", "yesterday", "on", "this", "last", "week", "earlier", "recently"))
_FOLLOWED = {"appeal": ("for", "of"), "aimed": ("to", "for"), "chance": ("of",)}


def resolve_cue(tokens: Tokens, at: int, cue: Cue, number: Number) -> Status | None:
    """The status that the cue at token `at` gives in its place; None where it gives none."""
    lowers = tokens.lowers
    stop = at + len(cue.words)
    before = lowers[at - 1] if at else ""
    following = lowers[stop] if stop < len(lowers) else "."
    kind = cue.kind
    if kind == "would" and _is_had(tokens, at):
        return None
    if kind in _MODALS and _is_question(tokens, at, number):
        return None
    if kind in _MODALS:
        return resolve_modal(tokens, at, stop, kind, number)
    if kind == "if":
        return resolve_if(tokens, at)
    if kind == "have_to" and is_bounded(tokens, number):
        return (
            None
            if tokens.tags[at - 1 : at] in (["A"], ["R"]) or "if" in tokens.vocabulary
            else "target"
        )
    if kind == "have_to" and is_kept(tokens, at, stop, number):
        return "target"
    if kind == "have_to":
        return cue.status if is_obliged(tokens, at, stop, number) else None
    agent = following == "by" and kind != "noun" and cue.words[-1] != "likely"
    agent = agent and not _is_time(lowers, stop + 1)
    if agent or (before in NOT_THAN and not _is_unwanted(tokens, at, cue, number)):
        return None
    if is_void(tokens, at, cue, number):
        return None
    if cue.words == ("capped",) and before == "be" and at > 1:
        if lowers[at - 2] == "would":
            return resolve_modal(tokens, at - 2, at - 1, "would")
        return "planned" if lowers[at - 2] in ("to", "will", "’ll", "'ll") else cue.status
    wishing = before == "would" or (before.endswith(("’d", "'d")) and tokens.tags[at] not in "EV")
    if kind == "clausal" and cue.status == "forecast" and wishing:
        return _resolve_expecting(tokens, at)
    if kind in ("clausal", "phrase", "verb") and wishing:
        return resolve_modal(tokens, at - 1, at, "would")
    if kind == "awaited" and before == "be" and at > 1 and _is_supposing(lowers[at - 2]):
        return "hypothetical"
    if kind == "verb" and before == "have" and lowers[at - 2] in _SUPPOSING:
        return "hypothetical"
    return _resolve_plain(tokens, at, cue, number)


def _resolve_expecting(tokens: Tokens, at: int) -> Status:
    """Forecast where somebody politely says what he expects: "I'd expect to be back to 700"."""
    supposed = not _CONDITIONS.isdisjoint(tokens.lowers[:at])
    return "hypothetical" if supposed else "forecast"


def _resolve_plain(tokens: Tokens, at: int, cue: Cue, number: Number) -> Status | None:
    """The status of a cue that is no modal, by what stands on either side of it."""
    lowers = tokens.lowers
    stop = at + len(cue.words)
    before = lowers[at - 1] if at else ""
    following = lowers[stop] if stop < len(lowers) else "."
    kind = cue.kind
    if cue.words == ("forecasts",) and _is_verb_of(tokens, at):
        kind = "clausal"
    if cue.status == "planned" and is_counted_deed(tokens, at, stop, number):
        return None
    if cue.status == "target" and _is_undertaken(tokens, at, cue, number):
        return "planned"
    if cue.words == ("intended",) and before in BE and lowers[stop : stop + 1] == ["to"]:
        aimed = number.kind == "percentage" or lowers[stop + 1 : stop + 2] == ["reach"]
        return "target" if aimed else "planned"
    if cue.words[-1] == "for" and number.kind == "measurement" and not _FALLEN.isdisjoint(lowers):
        return "forecast"  # "is calling for another 15 millimetres of rain"
    if cue.words[-1] == "seen" and following in ("within", "inside", "in", "on", "as", "with"):
        return None  # "urgent cases are seen within 30 days"
    if cue.words in _NEEDS and before in _DECIDED:
        return resolve_modal(tokens, at - 1, at, _DECIDED[before], number)
    if cue.kind == "benchmark" and lowers[number.first - 1] in ("up", "down"):
        return None  # "above the baseline of 2% and up 0.5 points"
    if cue.words in _NEEDS and _has_end(tokens, number):
        return "hypothetical"
    if kind == "facing":
        return resolve_facing(tokens, stop, number)
    if cue.words == ("calls", "for") and is_fixed(tokens, at):
        return "planned"
    if kind == "due":
        return resolve_modal(tokens, at, stop, "will") if _is_verb(tokens, stop, before) else None
    if kind == "be_to":
        told = lowers[stop + 1 : stop + 2] if following == "be" else [following]
        if not WORDS["not_planned"].isdisjoint(told) or _is_received(tokens, stop):
            return None
        supposed = "if" in lowers[:at] or before in _CHOICES
        return "hypothetical" if supposed else cue.status
    if kind == "noun":
        return _resolve_noun(tokens, at, cue, number)
    if kind == "odds":
        level = lowers[max(stop, number.first - 3) : number.first]
        return cue.status if following == "of" and "at" in level else None
    if kind in _FOLLOWED:
        if following == "," and number.first - stop < _NEAR:
            following = lowers[stop + 1]
        elif kind == "appeal":
            following = _past_time(tokens, stop)
        return cue.status if following in _FOLLOWED[kind] else None
    if kind == "awaited" and cue.words[-1] == "for" and _is_sought(tokens, at, number):
        return "target"
    if cue.words == ("puts",) and not _GROWING.isdisjoint(lowers[stop : number.first]):
        return "forecast"
    return cue.status if fits(tokens, at, stop, kind, number) else None


def _resolve_noun(tokens: Tokens, at: int, cue: Cue, number: Number) -> Status | None:
    """The status that a noun gives to its size: "a plan for 300 flats", "an offer of £4m"."""
    lowers = tokens.lowers
    stop = at + len(cue.words)
    before = lowers[at - 1] if at else ""
    if before in _DECIDED and cue.words[0] in WORDS["noun_verbs"]:
        return resolve_modal(tokens, at - 1, at, _DECIDED[before], number)
    if cue.status == "planned" and lowers[stop : stop + 1] == ["to"]:
        moves = lowers[stop + 1 : stop + 2]
        if moves and moves[0] in _MOVING:
            return None  # "expects the offer to climb"
    held = before == "the" and at > 1 and lowers[at - 2] in WORDS["held_against"]
    if held and lowers[stop : stop + 1] == [","]:
        return None  # "rainfall was half the forecast, at 30mm"
    if cue.words == ("offer",) and before == "to":
        return None
    if cue.words[0] in WORDS["moved_limits"] and is_moved_limit(tokens, at, number):
        return None
    return cue.status if is_sized(tokens, at, stop, number) else None


def _past_time(tokens: Tokens, at: int) -> str:
    """The word behind a time that parts a noun from its "for": "an appeal on Monday for £3m"."""
    lowers = tokens.lowers
    for index in range(at, min(len(lowers), at + 4)):
        timed = lowers[index] in WORDS["dates"] or lowers[index] in WORDS["spans_of_time"]
        if not timed and lowers[index] not in _TIMING:
            return lowers[index]
    return "."


def _has_end(tokens: Tokens, number: Number) -> bool:
    """Whether it is told what such a level would do: "needs to add 100,000 jobs to keep up"."""
    ahead = tokens.lowers[number.stop : number.stop + 9]
    ends = [at for at, lower in enumerate(ahead[:-1]) if lower == "to"]
    if any(ahead[at + 1] in WORDS["ends_met"] for at in ends):
        return True
    return not {"break", "even"} - set(tokens.lowers[: number.first])


def _is_verb_of(tokens: Tokens, at: int) -> bool:
    """Whether "forecasts" has a subject and an object: "the bank forecasts growth of 4%"."""
    subject = tokens.tags[at - 1 : at] in (["N"], ["O"]) and not tokens.lowers[at - 1].endswith("’")
    return subject and tokens.tags[at + 1 : at + 2] in (["D"], ["J"], ["N"], ["M"], ["G"])


def _is_sought(tokens: Tokens, at: int, number: Number) -> bool:
    """Whether somebody "looks for" what he wants: "we are looking for ten days"."""
    lowers = tokens.lowers
    if not at or lowers[at - 1] not in BE | WE_ARE:
        return False
    if number.kind == "duration":
        return lowers[at - 2] in ("we", "they") or lowers[at - 1] in WE_ARE
    near = lowers[at : number.first] + lowers[number.stop : number.stop + 5]
    return not WORDS["savings"].isdisjoint(near)


def _is_undertaken(tokens: Tokens, at: int, cue: Cue, number: Number) -> bool:
    """Whether what somebody wants or is meant to do is one deed with a size, and no aim to reach.

    "Wants to hang 30 cameras"; "wants a 40-mile pipeline"; "was meant to cost £9m"; "will ask
    ministers for £10m".
    """
    lowers = tokens.lowers
    stop = at + len(cue.words)
    if number.kind not in (None, "money", "measurement") or number.out_of is not None:
        return False
    if cue.words[-1] == "to" and number.kind != "measurement":
        meant = cue.words[0] in _MEANT and at > 0 and lowers[at - 1] in BE
        return meant and not is_bounded(tokens, number) and "no" not in lowers[stop : number.first]
    if cue.kind == "asked" and cue.words[0].startswith("ask"):
        asked = number.kind == "money" and "for" in lowers[stop + 1 : number.first]
        asked = asked and not WORDS["appropriators"].isdisjoint(lowers[stop : number.first])
        return asked and WORDS["asked"].isdisjoint(lowers[stop : number.stop + 3])
    if cue.words[0] not in _WANTING or not _DENYING.isdisjoint(lowers[max(0, at - 3) : at]):
        return False
    if lowers[stop : stop + 1] == ["to"]:
        return lowers[stop + 1] in PROSPECTIVE and _LEVELS.isdisjoint(
            lowers[stop + 2 : number.first]
        )
    if number.kind == "money" and not _PRICING.isdisjoint(lowers[stop : number.first][-2:]):
        return True
    return is_undertaking(tokens, number)


def _is_time(lowers: list[str], at: int) -> bool:
    """Whether "by" names a time and no agent: "possible by Friday", "expected by the end"."""
    named = lowers[at : at + 1]
    ended = lowers[at : at + 2] in (["the", "end"], ["the", "time"], ["this", "time"])
    day = named != [] and named[0].isdigit()
    day = day and (len(named[0]) == 4 or not WORDS["dates"].isdisjoint(lowers[at + 1 : at + 2]))
    return ended or day or not WORDS["dates"].isdisjoint(named)


def _is_unwanted(tokens: Tokens, at: int, cue: Cue, number: Number) -> bool:
    """Whether it is a limit that somebody sets himself: "does not want to pay more than 8%"."""
    limit = tokens.lowers[number.first - 1] == "than"
    return limit and tokens.lowers[at - 1] == "not" and cue.words[0] in _WANTING


def _is_received(tokens: Tokens, at: int) -> bool:
    """Whether "were to" goes on to whom something went: "a quarter of letters were to judges"."""
    word = tokens.lowers[at : at + 1]
    if not word or tokens.tags[at] != "N" or word[0] in PROSPECTIVE or word[0] in OUTCOMES:
        return False
    ends = at + 1 >= len(tokens.words) or tokens.tags[at + 1] in ".PC"
    return "-" in word[0] or (word[0].endswith("s") and ends)


def _is_supposing(lower: str) -> bool:
    return lower in _SUPPOSING or lower.endswith(("'d", "’d"))


def _is_question(tokens: Tokens, at: int, number: Number) -> bool:
    """Whether a modal stands in what people were asked: "Asked who should lead, 31% named"."""
    lowers = tokens.lowers
    return lowers[0] == "asked" and "," in lowers[at : number.first]


def _is_verb(tokens: Tokens, at: int, before: str) -> bool:
    """Whether what follows "due to" is done, and no cause: "to open", "to stage a"."""
    lowers, tags = tokens.lowers, tokens.tags
    lower = lowers[at] if at < len(lowers) else "."
    following = tags[at + 1] if at + 1 < len(tags) else "."
    if lower in OUTCOMES or lower in PROSPECTIVE or lower == "be":
        acts = following != "N" or lowers[at + 1] in WORDS["idioms"] or before not in BE
        return acts or (tokens.tags[at] in "vV" and lower not in WORDS["causes"])
    return before in BE and at < len(tags) and tags[at] not in "JDM" and following in "DMJO"


def _is_had(tokens: Tokens, at: int) -> bool:
    """Whether "he'd" says "he had": "he'd scored 40 goals"."""
    lower = tokens.lowers[at]
    if not lower.endswith(("'d", "’d")):
        return False
    index = at + 1
    while index < len(tokens.words) and tokens.tags[index] == "B":
        index += 1
    if index >= len(tokens.words):
        return True
    word = tokens.lowers[index]
    participle = word in ("been", "had") or tokens.tags[index] in "VE"
    return participle and word not in WORDS["base_forms"]
