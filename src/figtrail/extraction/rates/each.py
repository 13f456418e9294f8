"""Denominators that "each", "every" and "apiece" name: among what a number is shared out."""

from __future__ import annotations

from figtrail.extraction.clauses import find_subject, find_verb
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import is_people, is_plural
from figtrail.extraction.numbers import match_unit
from figtrail.extraction.phrases import head_of, read_noun_phrase
from figtrail.extraction.rates.denominators import TIME, name_denominator
from figtrail.extraction.rates.doses import BREAKS, EACH, find_dose
from figtrail.extraction.rates.payments import is_paid_to, is_sum_of, name_counted_before
from figtrail.extraction.tokens import Tokens
from figtrail.model import Kind

_WORDS = read_sections("rates.txt")
# Verbs and adjectives of what a thing is by itself: "each bird weighs 56 grams".
_INTRINSIC = frozenset(_WORDS["intrinsic"])
_SHARING_OUT = EACH | {"apiece"}
_LEVELS = frozenset(("average", "mean", "median", "total", "maximum", "minimum", "combined"))
_ASIDE = frozenset(("with", "worth", "able", "capable", "costing", "holding"))
# Where what is shared out among was named in a sentence before.
ELSEWHERE = ""
_REACH = 16


def find_each(tokens: Tokens, at: int, stops: tuple[int, int], kind: Kind) -> str | None:
    """The denominator that "each" gives a number, `ELSEWHERE` where an earlier sentence names it.

    `at` is the token where the number's comparator starts, `stops` are the tokens after its unit
    and after its noun.
    """
    if _SHARING_OUT.isdisjoint(tokens.vocabulary):
        return None
    if at > 2 and tokens.lowers[at - 1] == "of" and tokens.lowers[at - 2] in _LEVELS:
        # "Each vet sees an average of 31 dogs".
        at -= 2 + (tokens.tags[at - 3] == "D" or tokens.lowers[at - 3] in ("a", "an"))
    if kind == "percentage":
        return find_dose(tokens, at, stops[0])
    if _is_intrinsic(tokens, at, stops[0], kind):
        return None
    for stop in stops:
        if stop < len(tokens.words) and tokens.lowers[stop] in ("each", "apiece"):
            if stop + 1 < len(tokens.words) and tokens.tags[stop + 1] in "NJ":
                return _each_time(tokens, stop + 1, kind)
            return _after_number(tokens, at, stop)
    after = max(stops)
    subject = (
        after < len(tokens.words) and tokens.tags[after] in "AV" and tokens.tags[at - 1] in ".C"
    )
    linked = False
    for index in range(at - 1, max(-1, at - _REACH), -1):
        lower = tokens.lowers[index]
        if lower in EACH:
            if tokens.lowers[index + 1] == "of" and "cost of" in " ".join(tokens.lowers[index:at]):
                return None  # "£60 to each of the 25,000 families at a cost of £1.5m"
            return None if subject else _before_number(tokens, index, at)
        if lower in BREAKS or (linked and tokens.lowers[index] == "."):
            return None
        if tokens.tags[index] == "R" and tokens.lowers[index - 1] != "of":
            each = _described(tokens, index)
            return None if each is None else name_denominator(tokens.lowers[index - 1])
        if lower == "and" and any(tag in "AVv" for tag in tokens.tags[index:at]):
            return None
        if lower == "," and (tokens.lowers[index + 1] == "so" or _resumes(tokens, index + 1)):
            return None
    return None


def _each_time(tokens: Tokens, at: int, kind: Kind) -> str | None:
    """The denominator that closes the clause behind a number: "two sacks each collection"."""
    noun, stop = tokens.lowers[at], at + 1
    closed = stop >= len(tokens.words) or tokens.tags[stop] in ".CPR"
    counted = closed and kind in ("count", "money") and tokens.tags[at] == "N"
    if not counted or is_plural(noun) or noun in _SIDES or noun in TIME:
        return None
    return name_denominator(noun)


_SIDES = frozenset(("way", "side", "end", "time", "other", "hand", "direction", "leg"))
_RELATIVES = frozenset(("who", "which", "that", "whose"))


def _described(tokens: Tokens, relative: int) -> int | None:
    """The "each" whose noun a relative clause describes: "pays each nurse who moves (£900)"."""
    at = relative - 1
    if tokens.tags[at] != "N" or tokens.lowers[relative] not in _RELATIVES:
        return None
    while at > 0 and tokens.tags[at] in "NJEG" and tokens.lowers[at] not in EACH:
        at -= 1
    object_of = at > 0 and tokens.tags[at - 1] in "vVGEN"
    opens = at == 0 or tokens.tags[at - 1] == "."
    told = at < relative - 1 and tokens.lowers[at] in EACH
    return at if told and (object_of or opens) else None


def _resumes(tokens: Tokens, at: int) -> bool:
    """Whether a clause goes on with its verb behind a comma: "…, already has 602,000"."""
    while at < len(tokens.words) and tokens.tags[at] == "B":
        at += 1
    return at < len(tokens.words) and tokens.tags[at] in "AV"


def _is_intrinsic(tokens: Tokens, at: int, stop: int, kind: Kind) -> bool:
    """Whether a number says how large or long each one is, which is no share of it."""
    if kind == "money" or kind == "count" or kind == "rate":
        return False
    if kind not in ("measurement", "duration"):
        return True
    if kind == "duration" and tokens.lowers[stop : stop + 1] == ["off"]:
        # "Every cigarette takes 11 minutes off your life".
        return False
    near = tokens.lowers[max(0, at - 3) : at] + tokens.lowers[stop : stop + 1]
    if not _INTRINSIC.isdisjoint(near) or _crosses(tokens, at):
        return True
    return tokens.lowers[at - 1] in ("is", "are", "was", "were", "each") if at else True


def _crosses(tokens: Tokens, at: int) -> bool:
    """Whether a length is the other side of one before: "a plot of 50 metres by 30"."""
    return at > 2 and tokens.lowers[at - 1] in ("by", "x", "×") and "M" in tokens.tags[at - 3 : at]


_THEM = frozenset(("them", "these", "those", "us"))


def _after_number(tokens: Tokens, at: int, each: int) -> str | None:
    """Read "£25 each" and "two seats apiece": among the receivers, the subject or the plural."""
    if tokens.lowers[each + 1 : each + 2] in _AMONG:
        start = each + 2
        while start < len(tokens.words) and tokens.tags[start] in "DM":
            start += 1
        if "".join(tokens.words[start : start + 1])[:1].isupper():
            return None  # "Five each in Odisha and Bihar": no noun says what they are
        receivers = _name_receivers(tokens, at, start)
        if receivers is not None:
            return receivers
    counted = name_counted_before(tokens, at)
    if counted is not None and _LEVELS.isdisjoint(tokens.lowers[at:each]):
        return counted
    verb = find_verb(tokens, at)
    if verb is not None and tokens.lowers[at - 1] in _PRICED_AT:
        # "His crews meant to sink five wells, for about $18,000 apiece": what is priced.
        priced = _plural_before(tokens, at, verb[1])
        if priced != ELSEWHERE:
            return priced
    subject = find_subject(tokens, verb[0]) if verb is not None else None
    head = head_of(tokens, *subject) if subject is not None else None
    named = head is not None and head > 0 and tokens.words[head][0].isupper()
    if subject is not None and _are_names(tokens, *subject):
        return None
    if head is not None and not named and is_plural(tokens.lowers[head]):
        return _name_sharers(tokens.lowers[head])
    return _plural_before(tokens, at)


_AMONG = [[word] for word in ("to", "for", "among", "amongst", "in", "from", "at", "across")]


def _name_receivers(tokens: Tokens, at: int, start: int) -> str | None:
    """The unit of the receivers behind "each to": "£300 each among flood-hit families".

    What a sum "of" is told of is what comes to it each: "40 loans of $2,000 each to farmers", but
    "an award of $2,000 each to farmers".
    """
    if at > 1 and tokens.lowers[at - 1] == "of" and is_plural(tokens.lowers[at - 2]):
        return None
    if "worth" in tokens.lowers[max(0, at - _VALUED) : at] and tokens.lowers[start - 1] == "to":
        return None  # "worth £1m each to the towns nearby": of what is worth it
    receivers = read_noun_phrase(tokens, start, counted=True)
    if receivers is not None and tokens.lowers[receivers.head] in _INCOME:
        # "Earned £1m each in fines": what it came from.
        return None
    if receivers is None or not is_plural(tokens.lowers[receivers.head]):
        return None
    return _name_sharers(tokens.lowers[receivers.head])


# How many tokens before a sum and its comparator "worth" may stand.
_VALUED = 5
_INCOME = frozenset(read_sections("nouns.txt")["amounts"]) | frozenset(("fines", "penalties"))


def _are_names(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether a subject is a list of names: "England and Wales won three medals each"."""
    words = tokens.words[start:stop]
    joined = "and" in words
    return joined and all(word[0].isupper() or word in ("and", ",", "the", "of") for word in words)


_PRICED_AT = frozenset(("at", "for", "costing", "worth", "priced"))


def _plural_before(tokens: Tokens, at: int, start: int = 0) -> str:
    for index in range(at - 1, start - 1, -1):
        lower = tokens.lowers[index]
        named = index > 0 and tokens.words[index][0].isupper()
        if (
            tokens.tags[index] == "N"
            and is_plural(lower)
            and not named
            and match_unit(tokens, index) is None
        ):
            return name_denominator(lower)
    return ELSEWHERE


def _measured_before(tokens: Tokens, at: int) -> str | None:
    """The time that "each of which" goes on from: "18 hours on a telescope, each of which"."""
    for index in range(at - 1, max(0, at - _REACH), -1):
        if tokens.tags[index - 1] == "M":
            form = match_unit(tokens, index)
            return form.unit if form is not None and form.kind == "duration" else None
        plural = tokens.tags[index] == "N" and is_plural(tokens.lowers[index])
        if plural and match_unit(tokens, index) is None:
            return None
    return None


def _before_number(tokens: Tokens, each: int, at: int) -> str | None:
    """Read "each" that stands before a number, as the subject, an object or an aside."""
    lowers, tags = tokens.lowers, tokens.tags
    before = lowers[each - 1] if each else ","
    following = lowers[each + 1]
    if lowers[each] == "each" and before in (",", "(", "–", "—", "-"):
        aside = following in _ASIDE or tags[each + 1] in "GJ"
        if aside or lowers[each + 1 : each + 3] in (["of", "which"], ["of", "whom"]):
            return _measured_before(tokens, each) or _plural_before(tokens, each)
    if following == "of":
        return _each_of(tokens, each, at)
    absolute = before == "with" and following != "other"
    if each and tags[each - 1] == "P" and before not in ("than", "that") and not absolute:
        return None
    if lowers[each] == "each" and each + 1 == at and before in _GIVING:
        # "The fund, which has 900 families, is giving each £50".
        return _plural_before(tokens, each)
    alone = each == 0 or tags[each - 1] == "." or before in ("and", "but", "that")
    if lowers[each] == "each" and alone and (tags[each + 1] in "AVv" or following == "one"):
        # "The state bought 14 drones. Each cost $21,000".
        return ELSEWHERE
    acting = tags[each + 1] in "AVv" or (tags[each + 1] == "E" and tags[each - 1 : each] == ["A"])
    if lowers[each] == "each" and acting and each + 1 < at:
        last = each - 1
        while last > 0 and tags[last] in "AB":
            last -= 1
        named = each and tags[last] == "N" and is_plural(lowers[last])
        return name_denominator(lowers[last]) if named else None
    phrase = read_noun_phrase(tokens, each + 1)
    if phrase is None or phrase.stop > at:
        return None
    head, stop = phrase.head, phrase.stop
    verbal = head > each + 1 and is_plural(lowers[head])
    if verbal:
        # "Each team plays": behind "each" what looks like a plural is the verb.
        head, stop = head - 1, head
    timed = lowers[head] in TIME
    if lowers[head] == "point" and lowers[head - 1] == "percentage":
        return "percentage_point"
    paid = not timed and lowers[at - 1] == "of" and is_paid_to(tokens, stop, at)
    if stop == at or paid or (lowers[stop] in ("a", "an") and is_sum_of(tokens, stop, at)):
        return None if timed else name_denominator(lowers[head])
    if lowers[at - 1] == "of":
        return None
    if timed and tags[stop] not in "AVv" and lowers[stop] != "of":
        return None
    if verbal or any(tags[index] in "AVvEG" for index in range(stop, at)):
        return TIME[lowers[head]] if timed else name_denominator(lowers[head])
    return None


_GIVING = frozenset(_WORDS["giving_each"])


def _each_of(tokens: Tokens, each: int, at: int) -> str | None:
    """Read "each of the 12 schools"."""
    start = each + 2
    taken = tokens.tags[each - 1 : each] == ["P"] and "M" in tokens.tags[:each]
    if taken and "and" in tokens.lowers[start:at]:
        return None  # "20 years on each of 14 counts and a $250,000 fine"
    if tokens.lowers[start] in _THEM:
        return _plural_before(tokens, each)
    while start < at and tokens.tags[start] in "DM":
        start += 1
    phrase = read_noun_phrase(tokens, start, counted=True)
    if phrase is None or phrase.stop > at or not is_plural(tokens.lowers[phrase.head]):
        return None
    return _name_sharers(tokens.lowers[phrase.head])


def _name_sharers(noun: str) -> str:
    """The unit of several that each have so much: "drivers were fined £80 each" are persons."""
    return "person" if is_people(noun) else name_denominator(noun)
