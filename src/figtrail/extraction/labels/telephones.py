"""Numbers to ring: in full, short codes, and the emergency services'."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.numbers import Number
from figtrail.extraction.tokens import Tokens
from figtrail.patterns import compile_late

_EMERGENCY = frozenset(read_sections("labels.txt")["emergency"])
# What the emergency services’ numbers name: "the 999 handler".
_ANSWERING = tuple("call operator emergency handler dispatch centre center hub line".split())
_CALLING = frozenset(read_sections("labels.txt")["calling"])
_FORMED = frozenset("+(-")
# International, North American and bracketed area codes; what starts with a zero needs no form.
# One class comes first, so that the engine skips to it.
_WRITTEN = compile_late(
    r"[+(\d](?:(?<=\+)\d[\d ().-]{7,}\d|(?<=\()(?<!\d\()\d{3,5}\) ?\d{3,4}[ -]?\d{3,4}\b"
    r"|(?<=\d)(?<![\d-]\d)\d\d-\d{3}-\d{4}\b"
    # Australian lines: "13 11 14", "1300 22 4636", "1800 333 000".
    r"|(?<=\b1)(?:3 ?\d\d \d\d|[38]00 \d{2,3} \d{3,4})\b(?![,.]\d))"
)


def find_telephones(text: str) -> list[tuple[int, int]]:
    """The character bounds of telephone numbers that are known by their form."""
    if _FORMED.isdisjoint(text) and "13" not in text and "1800" not in text:
        return []
    return [match.span() for match in _WRITTEN.finditer(text)]


_TEXTING = frozenset(("text", "texting", "sms", "dial", "dialling", "call", "calling"))


_LINES = frozenset("helpline helplines hotline tel telephone phone fax mobile toll-free".split())


def is_dialled(tokens: Tokens, number: Number) -> bool:
    """Whether a number is one to ring: it starts with a zero, or the words say so."""
    word = tokens.words[number.core]
    lowers, first, stop = tokens.lowers, number.first, number.stop
    if len(word) > 1 and word[0] == "0" and "." not in word[:2]:
        return True
    before = lowers[first - 1] if first else ""
    counted = stop < len(lowers) and tokens.tags[stop] in "NJG"
    if before in _TEXTING and " " in word and not counted:
        return True  # "Call 131 500 for details"
    if not word.isdigit():
        return False
    after = lowers[stop] if stop < len(lowers) else ""
    if len(word) > 2 and first > 1 and lowers[first - 1] == ":" and lowers[first - 2] in _LINES:
        return True
    if 5 <= len(word) <= 6 and before in _TEXTING:
        return True
    if len(word) > 3 and before == "text" and not counted:
        return True
    if 3 <= len(word) <= 6 and first and lowers[first - 1] in ("to", "on"):
        # "calls to 101", "text HELP to 70070"; "calls to 70 homes" counts.
        called = not _CALLING.isdisjoint(lowers[max(0, first - 2 - (len(word) > 4)) : first - 1])
        if called and not (stop < len(lowers) and tokens.tags[stop] in "NJ"):
            return True
    if len(word) == 3 and after in ("line", "hotline", "helpline", "service"):
        return True
    if word not in _EMERGENCY:
        return False
    common = word in ("999", "911", "111", "112", "101")
    if not _CALLING.isdisjoint(lowers[max(0, first - (5 if common else 2)) : first]):
        # "Ring 101, or 999 where somebody is in danger".
        return True
    if lowers[stop : stop + 2] == ["-", "related"]:
        return common
    for at in range(stop, min(stop + _NAMED, len(lowers))):
        if lowers[at].startswith(_ANSWERING) and (common or at > stop):
            return lowers[at].startswith("call") or not is_plural(lowers[at])
        if tokens.tags[at] not in "NJ" or common:
            return False
    return False


# How many words may stand before what answers a number: "the 811 virtual care hub".
_NAMED = 4
