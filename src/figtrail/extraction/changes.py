"""Whether a figure is the size of a change: "rose by 5%", "140 fewer than in 2019"."""

from __future__ import annotations

from typing import cast

from figtrail.extraction.lexicon import read_rows, read_sections
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens
from figtrail.model import Change

_ROWS = read_rows("changes.csv")


def _forms(kind: str) -> dict[str, Change]:
    return {
        row["form"]: cast(Change, row["change"])
        for row in _ROWS
        if row["class"] == kind and " " not in row["form"]
    }


CHANGE_NOUNS = _forms("noun")
CHANGE_VERBS = _forms("verb")
_PARTICLES = _forms("particle")
_COMPARATIVES = _forms("comparative")
_COMPARISONS = _forms("comparison")
_PHRASES = {
    tuple(row["form"].split()): cast(Change, row["change"]) for row in _ROWS if " " in row["form"]
}
_PHRASE_ENDS = frozenset(words[-1] for words in _PHRASES)
_WORDS = {name: frozenset(words) for name, words in read_sections("change_words.txt").items()}
_EARLIER = _WORDS["earlier"]
_MODIFIERS = _WORDS["modifiers"]
_HYPHENS = frozenset("-‐‑")
_LONG_SPANS = frozenset(("day", "week", "month", "year", "decade", "quarter", "fortnight"))
_PROPORTIONAL = ("percentage", "ratio", "score")
_PASSED = frozenset(("past", "above", "beyond", "below", "under", "at"))
_AFTER_PARTICLE = frozenset(
    ("on", "from", "year-on-year", "compared", "since", "against", "over", ",", ".", "and", ";")
)
_AFTER_COMPARATIVE = frozenset((",", ".", ";", "at", "on", "after", "to", "and", "by", "this"))


# So many figures in a row say the same change at most: "by $2, or 1% (2 points)".
_MOST_APPOSED = 8


def find_change(
    tokens: Tokens, number: Number, bound_start: int, kind: str, stop: int
) -> Change | None:
    """The direction of a change whose size the number is; None for a level.

    `bound_start` is where the comparator of the number starts, `stop` where its unit ends.
    """
    if number.change is not None:
        return cast(Change, number.change)
    return (
        _by_comparison(tokens, number, kind, stop)
        or _by_noun_after(tokens, number, kind, stop)
        or _before(tokens, number, bound_start, kind, stop)
    )


def _before(tokens: Tokens, number: Number, start: int, kind: str, stop: int) -> Change | None:
    """The verb, noun or particle to the left: "rose 5%", "a rise of 5%", "up 5%"."""
    lowers, tags = tokens.lowers, tokens.tags
    for _ in range(_MOST_APPOSED):
        index = start - 1
        while index >= 0 and (lowers[index] in _MODIFIERS or tags[index] == "B"):
            index -= 1
        if index < 0:
            return None
        if lowers[index] not in ("or", "(", ",", "and"):
            return _by_word(tokens, number, start, index, kind, stop)
        apposed = _find_apposed(tokens, index)
        if apposed is None:
            return None
        start = apposed
    return None


def _by_word(
    tokens: Tokens, number: Number, start: int, index: int, kind: str, stop: int
) -> Change | None:
    """The change that the word at `index` gives to the number, whose comparator is at `start`."""
    lowers, tags = tokens.lowers, tokens.tags
    lower = lowers[index]
    if lower == "by":
        return _verb_before(tokens, index)
    if lower == "of":
        return _noun_before(tokens, index, kind) or _growth(tokens, index, kind)
    if (
        lower == "off"
        and kind == "percentage"
        and index
        and lowers[index - 1] in (",", "was", "were")
    ):
        return "decrease"
    if lower in _PHRASE_ENDS:
        for words, change in _PHRASES.items():
            if tuple(lowers[max(0, index + 1 - len(words)) : index + 1]) == words:
                return change
    if lower in _PARTICLES:
        phrasal = index > 0 and lowers[index - 1] in _WORDS["phrasal"]
        return None if phrasal else _PARTICLES[lower]
    verb = CHANGE_VERBS.get(lower)
    if lower in ("put", "puts", "putting", "take", "takes", "took", "taking"):
        return _put_on(tokens, lower, stop)
    if verb is not None and lowers[start] in _PASSED:
        return None
    if verb is None or (index and tags[index - 1] == "D"):
        return _growth(tokens, index, kind) or _rate_moved(tokens, number, index)
    return verb if _takes_size(tokens, number, lower, kind, stop) else None


def _takes_size(tokens: Tokens, number: Number, verb: str, kind: str, stop: int) -> bool:
    """Whether the number right after a change verb is its size and not its object."""
    lowers = tokens.lowers
    following = lowers[stop] if stop < len(lowers) else "."
    if following == "of" and verb in _WORDS["portions"]:
        return verb in ("lose", "loses") and kind == "percentage"
    if verb in _WORDS["moves"] and number.unit in _WORDS["lengths"]:
        return False
    if verb not in _WORDS["transitive"] or kind in ("percentage", "score"):
        return True
    if number.form == "multiple" or (kind == "ratio" and number.unit == "times"):
        return True
    if verb in _WORDS["stock_verbs"] and not _WORDS["stocks"].isdisjoint(lowers[stop : stop + 3]):
        return True
    if verb == "lost" and kind == "measurement" and following == "of":
        return True
    return verb in ("lost", "gained", "shed") and "since" in lowers[stop : stop + 8]


def _put_on(tokens: Tokens, verb: str, stop: int) -> Change | None:
    """Read "put 3% on prices" and "took 0.2 points off growth"."""
    particles = tokens.lowers[stop : stop + 3]
    if verb.startswith("put"):
        return "increase" if "on" in particles[:1] else None
    return "decrease" if "off" in particles else None


def _rate_moved(tokens: Tokens, number: Number, at: int) -> Change | None:
    """The verb of "raised interest rates 25 basis points": the object stands between."""
    if number.unit not in ("basis_point", "percentage_point"):
        return None
    for index in range(at, max(-1, at - 6), -1):
        lower = tokens.lowers[index]
        if lower in CHANGE_VERBS:
            return CHANGE_VERBS[lower]
        if tokens.tags[index] not in "NJD":
            return None
    return None


def _find_apposed(tokens: Tokens, at: int) -> int | None:
    """Where the figure starts that another says again: "fell $2, or 1%", "up 5 points (2%)"."""
    lowers, tags = tokens.lowers, tokens.tags
    index = at - 1
    if lowers[at] == "or" and lowers[index : index + 1] == [","]:
        index -= 1
    elif lowers[at] not in ("(", "or"):
        return None
    end = index
    while index > 0 and end - index < 5 and (tags[index] in "MN" or lowers[index] in "$£€¥%¢"):
        if tags[index - 1] == "M" or lowers[index - 1] in "$£€¥":
            index -= 1
            continue
        if tags[index] == "M" or lowers[index] in "$£€¥":
            break
        index -= 1
    if index < 1 or (tags[index] != "M" and lowers[index] not in "$£€¥"):
        return None
    return index


def _verb_before(tokens: Tokens, at: int) -> Change | None:
    """The change verb or particle that "by" belongs to, not past another verb or clause."""
    lowers, tags = tokens.lowers, tokens.tags
    for index in range(at - 1, max(-1, at - 16), -1):
        lower = lowers[index]
        if lower in _PHRASE_ENDS and index and tuple(lowers[index - 1 : index + 1]) in _PHRASES:
            return _PHRASES[tuple(lowers[index - 1 : index + 1])]
        change = CHANGE_VERBS.get(lower) or _PARTICLES.get(lower) or CHANGE_NOUNS.get(lower)
        if change is not None and not _is_compound(tokens, index):
            phrasal = lower in _PARTICLES and index and lowers[index - 1] in _WORDS["phrasal"]
            return None if phrasal else change
        if lower in (";", ":", "that", "which", "who", "but", "while"):
            return None
        if tags[index] == "V" and index and tags[index - 1] != "D":
            return None
        if tags[index] == "E" and index and tags[index - 1] in "NO" and tags[index + 1] in "DNJ":
            return None
        if tags[index] == "M" and index < at - 2:
            return _verb_before(tokens, index - 1) if index and lowers[index - 1] == "by" else None
    return None


def _is_compound(tokens: Tokens, at: int) -> bool:
    """Whether a change noun only describes the next one: "growth forecasts", "rate cut hopes"."""
    return (
        tokens.lowers[at] in CHANGE_NOUNS
        and at + 1 < len(tokens)
        and tokens.tags[at + 1] == "N"
        and (at == 0 or (tokens.tags[at - 1] not in "A" and tokens.lowers[at - 1] != "to"))
        and (tokens.lowers[at] not in CHANGE_VERBS or tokens.tags[at - 1] in "DJ")
    ) or (tokens.lowers[at] == "growth" and tokens.tags[at + 1 : at + 2] == ["N"])


def _noun_before(tokens: Tokens, at: int, kind: str) -> Change | None:
    """The change noun of "a rise of", "an increase in spending of", "at an annual rate of"."""
    lowers = tokens.lowers
    noun = lowers[at - 1] if at else ""
    if noun in CHANGE_NOUNS:
        if noun in _WORDS["abstract_only"] and kind not in _PROPORTIONAL:
            measured = kind == "count" and noun in ("jump", "drop", "leap", "dip", "spike")
            return CHANGE_NOUNS[noun] if measured else None
        return CHANGE_NOUNS[noun]
    if noun in ("loss", "losses"):
        return "decrease" if kind == "percentage" else None
    if noun in _WORDS["pace"]:
        return _growing(tokens, at - 1)
    for index in range(at - 2, max(-1, at - 8), -1):
        if lowers[index] in CHANGE_NOUNS and lowers[index + 1] in ("in", "to", "for"):
            return CHANGE_NOUNS[lowers[index]]
        if tokens.tags[index] in "VAM.":
            return None
    return None


def _growing(tokens: Tokens, at: int) -> Change | None:
    """The verb whose speed is told: "growing at (an annual rate of)", else "rate of growth"."""
    for index in range(at, max(-1, at - 7), -1):
        lower = tokens.lowers[index]
        if lower in _WORDS["growing"]:
            return CHANGE_VERBS.get(lower)
        if lower == "growth":
            return "increase"
        if tokens.tags[index] not in "DJNPB":
            return None
    return None


def _growth(tokens: Tokens, at: int, kind: str) -> Change | None:
    """The noun whose size the clause tells: "growth was 3%", "rent rises are capped at 2%"."""
    lowers, tags = tokens.lowers, tokens.tags
    if kind not in ("percentage", "ratio"):
        return None
    if lowers[at] == "at" and at and lowers[at - 1] in _WORDS["growing"]:
        return CHANGE_VERBS[lowers[at - 1]]
    slowing = lowers[at] == "to" and not _WORDS["slowing"].isdisjoint(lowers[max(0, at - 3) : at])
    if not slowing and lowers[at] not in _WORDS["sizing"]:
        return None
    told = slowing
    for index in range(at if not slowing else at - 1, max(-1, at - 12), -1):
        lower = lowers[index]
        if lower in _WORDS["growth_nouns"] and index < at:
            noun = tags[index + 1] != "N" or (lower == "growth" and lowers[index + 1] == "rate")
            return (
                CHANGE_NOUNS[lower]
                if told and noun and (lower == "growth" or not slowing)
                else None
            )
        told = told or lower in (
            "is",
            "was",
            "are",
            "were",
            "be",
            "been",
            "reached",
            "averaged",
            "hit",
            "at",
        )
        if tags[index] in "MRCO." or (
            tags[index] in "VE"
            and not (lower in _WORDS["sizing"] or (lower in _WORDS["slowing"] and slowing))
        ):
            return None
    return None


def _by_comparison(tokens: Tokens, number: Number, kind: str, stop: int) -> Change | None:
    """A comparison behind the number: "up on 2019", "fewer than in May", "below last year"."""
    lowers, tags = tokens.lowers, tokens.tags
    count = len(lowers)
    at = stop
    while at < count and lowers[at] in _HYPHENS:
        at += 1
    if at >= count:
        return None
    lower = lowers[at]
    previous = lowers[number.first - 1] if number.first else ""
    if lower in _PARTICLES and (at + 1 >= count or lowers[at + 1] in _AFTER_PARTICLE):
        return None if previous in ("to", "at") else _PARTICLES[lower]
    if lower in _COMPARISONS:
        return _COMPARISONS[lower] if _is_earlier(tokens, at + 1) else None
    if number.unit == "times" or lower == "times":
        return _by_multiple(tokens, number, at)
    comparative = at
    while comparative < min(count, at + 4) and lowers[comparative] not in _COMPARATIVES:
        if tags[comparative] not in "NJ":
            return None
        comparative += 1
    if comparative >= count or lowers[comparative] not in _COMPARATIVES:
        return None
    if previous in ("no", "to"):
        return None
    return _by_comparative(tokens, kind, at, comparative)


def _by_comparative(tokens: Tokens, kind: str, at: int, comparative: int) -> Change | None:
    lowers = tokens.lowers
    lower = lowers[comparative]
    found = _COMPARATIVES[lower]
    ahead = lowers[comparative + 1 : comparative + 10]
    if "than" in ahead[:5]:
        than = comparative + 1 + ahead.index("than")
        return found if _is_earlier(tokens, than + 1) else None
    following = ahead[0] if ahead else "."
    if lower in ("higher", "lower", "cheaper", "dearer"):
        if comparative == at and kind == "percentage":
            return found
        return found if following in _AFTER_COMPARATIVE else None
    if lower in ("less", "fewer", "more") and comparative == at and kind in _PROPORTIONAL:
        return found if following in (".", ",", ";", "this", "year-on-year") else None
    return None


def _by_multiple(tokens: Tokens, number: Number, at: int) -> Change | None:
    """A multiple of an earlier level: "1.9 times the level of 2015", "twice as many as in May"."""
    if number.value <= 1:
        return None
    lowers = tokens.lowers
    if at < len(lowers) and lowers[at] == "times":
        at += 1
    if lowers[at : at + 1] == ["as"] and "as" in lowers[at + 1 : at + 6]:
        again = lowers.index("as", at + 1)
        return "increase" if _is_earlier(tokens, again + 1, 4) else None
    if lowers[at : at + 1] and lowers[at] in ("the", "its", "their", "what"):
        return "increase" if _is_earlier(tokens, at + 1, 6) else None
    return None


def _is_earlier(tokens: Tokens, at: int, room: int = 7) -> bool:
    """Whether the words at `at` name an earlier level of the same thing."""
    near = tokens.lowers[at : at + room]
    for end, word in enumerate(near):
        if word in (",", ".", ";", ")"):
            near = near[:end]
            break
    if not _WORDS["judged"].isdisjoint(near):
        return False
    return not _EARLIER.isdisjoint(near) or any(_is_year(word) for word in near)


def _by_noun_after(tokens: Tokens, number: Number, kind: str, stop: int) -> Change | None:
    """The noun that the number sizes: "a 5% rise", "a 25-basis-point cut", "6.5% pay rise"."""
    lowers, tags = tokens.lowers, tokens.tags
    count = len(lowers)
    at = stop
    while at < count and lowers[at] in _HYPHENS:
        at += 1
    proportional = kind in ("percentage", "score") or (kind == "ratio" and number.unit != "times")
    if not proportional and (
        (number.unit is None and kind != "money") or number.unit in _LONG_SPANS
    ):
        return None
    for index in range(at, min(count, at + 5)):
        lower, tag = lowers[index], tags[index]
        if lower in CHANGE_NOUNS and not _is_other_noun(tokens, index, proportional):
            determined = number.first > 0 and tags[number.first - 1] in "DJ"
            following = lowers[index + 1] if index + 1 < count else "."
            if not determined and following in _WORDS["verb_readings"]:
                return None
            if tags[index + 1 : index + 2] == ["N"] and lower != "growth" and not proportional:
                return None
            return CHANGE_NOUNS[lower]
        if (tag not in "NJEGv" and lower not in _HYPHENS) or lower.endswith(("'s", "’s")):
            return None
    return None


def _is_other_noun(tokens: Tokens, at: int, proportional: bool) -> bool:
    """Whether a change noun names a thing here: "a £90m expansion", "a $4bn growth fund"."""
    lower = tokens.lowers[at]
    if proportional:
        following = tokens.lowers[at + 1] if at + 1 < len(tokens) else "."
        return lower != "growth" and following in ("rate", "target", "forecast", "plan")
    return lower in _WORDS["abstract_only"] or lower in ("growth", "uplift", "cuts", "appreciation")


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")
