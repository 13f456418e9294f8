"""Whether "one" is a number: it counts against or beside others, or opens a range or a share."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_rows, read_sections
from figtrail.extraction.nouns import is_people, is_plural
from figtrail.extraction.numbers.cardinals import ONES
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("numbers.txt")
_TALLYING = frozenset(_WORDS["tallying"])
_BEFALLEN = frozenset(read_sections("measured_words.txt")["person_verbs"]) | frozenset(
    _WORDS["befallen"]
)
_MOVED = frozenset(
    form for form, kind in read_rows("changes.csv", "form", "class") if kind == "verb"
)
_CLOSING = frozenset((",", ".", ";", ")", "and", "while", "but", "or"))
_PLACING = frozenset(("in", "from", "at", "on", "to", "for"))
# How many tokens before "by one" its verb may stand.
_REACH = 6
# How many tokens a count and its noun may take.
_COUNTED = 3


def counts_one(tokens: Tokens, at: int) -> bool:
    """Whether "one" at a token is a count, and neither pronoun nor article."""
    return _counts_against(tokens, at) or (at > 1 and _counts_beside(tokens, at))


def _counts_beside(tokens: Tokens, at: int) -> bool:
    """Whether "one" is a count as another is in its sentence, or the size of a change.

    "Five in Kent and one in Devon", "the number fell by one", "York logged three, Hull one".
    """
    lowers = tokens.lowers
    before, after = lowers[at - 1], lowers[at + 1] if at + 1 < len(lowers) else "."
    if before == "by" and (after in _CLOSING or after in _PLACING) and lowers[at - 2] != "one":
        return not _MOVED.isdisjoint(lowers[max(0, at - _REACH) : at - 1])
    if "M" not in tokens.tags[: at - 1]:
        return False
    if before in ("up", "down") or before in _TALLYING:
        return after in _CLOSING
    if after in _CLOSING and tokens.words[at - 1][0].isupper():
        # "York logged three, Hull one and Selby none".
        return lowers[at - 2] in (",", "and")
    if before not in ("and", ",", "while"):
        return False
    return after in _BEFALLEN or (after in _PLACING and _is_alike(tokens, at, after))


def _is_alike(tokens: Tokens, at: int, preposition: str) -> bool:
    """Whether another number stands before the same preposition: "three people from Kent"."""
    for index in range(1, at - 1):
        if tokens.lowers[index] == preposition:
            tags = "".join(tokens.tags[max(0, index - _COUNTED) : index])
            if "M" in tags.rpartition(".")[2]:
                return True
    return False


def _counts_against(tokens: Tokens, at: int) -> bool:
    """Whether "one" at `at` counts against a number: "one officer for every 400 residents"."""
    for ahead in range(at + 1, min(at + 5, len(tokens.words) - 1)):
        per = tokens.lowers[ahead] == "per" and tokens.tags[ahead + 1] == "M"
        if per or tokens.lowers[ahead : ahead + 2] in (["for", "every"], ["to", "every"]):
            return True
        if is_ratio_of_persons(tokens, ahead):
            return True
    return False


def is_ratio_of_persons(tokens: Tokens, at: int) -> bool:
    """Whether "to" at a token sets persons against others: "one doctor to 600 people"."""
    if tokens.lowers[at] != "to" or tokens.tags[at + 1 : at + 2] != ["M"] or not at:
        return False
    one, several = tokens.lowers[at - 1], "".join(tokens.lowers[at + 2 : at + 3])
    return is_people(one) and not is_plural(one) and is_people(several) and is_plural(several)


def opens_range(tokens: Tokens, at: int) -> bool:
    """Whether "one" is the lesser end of a range of what follows: "one to three cups"."""
    lowers = tokens.lowers
    high = (
        ONES.get(lowers[at + 2])
        if lowers[at + 1 : at + 2] == ["to"] and at + 3 < len(lowers)
        else None
    )
    return high is not None and 1 < high <= 10 and tokens.tags[at + 3] in "NJ"


def is_one_in(tokens: Tokens, at: int) -> bool:
    """Whether "one" has its noun before its whole: "one farm in 20", "one new car in three"."""
    for link in range(at + 2, min(at + 5, len(tokens.words) - 1)):
        if tokens.lowers[link] == "in":
            return tokens.tags[link - 1] == "N" and tokens.tags[link + 1] == "M"
        if tokens.tags[link - 1] not in "NJ":
            return False
    return False
