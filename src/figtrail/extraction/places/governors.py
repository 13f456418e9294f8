"""What governs a known name: a preposition of place, "from" and "to", a noun with "of", a list."""

from __future__ import annotations

from figtrail.extraction.places import asides
from figtrail.extraction.places.excluded import is_left_out
from figtrail.extraction.places.gazetteer import Name
from figtrail.extraction.places.mentions import Mention, Passage, Role, is_ranked
from figtrail.extraction.places.movement import counts_from, is_arriving, runs_from
from figtrail.extraction.places.sited import stands_alone
from figtrail.extraction.places.words import is_seat, load_words
from figtrail.patterns import compile_late

_RANKED_PHRASES = frozenset(["in", "on", "at", "across", "within", "outside"])
# "Worst in Leeds, at 41" tells of Leeds, "41, the worst in England" tells nothing of England.
_RANKED_ENTRY = compile_late(
    r",? (?:(?:at|with|on) (?:just |only |about |around |over |(?:an?|the) [a-z ]{3,25} of )?|\()"
    r"[£$€]?\d"
    r"|, where [^,.;]{0,40}\d"
)
_OWN_FIGURE = compile_late(r" [a-z]+ (?:[a-z]+ ){0,3}[£$€₹]?\d")
_AGED = compile_late(r", (?:aged )?\d\d, of (?:the )?$")
_AGED_REACH = 20
_UNIVERSITY_AT = frozenset(["at", "from", "by", "with"])
_JOINTS = frozenset([" and ", " or ", " & ", " and the ", " and in ", " or in ", " and across "])
# "As big as Wales", "such as Wales", "known as Wales": no clause starts there.
_AS_PREPOSITION = frozenset(["such", "as", "well", "known", "listed", "described", "seen", "same"])
_FOLLOWED_AT = compile_late(r",? (?:(?:with|at|on) (?:[a-z]+ )?|\()[£$€]?\d")
_AS_REACH = 4
_RULING = compile_late(
    r", (?:the )?(?:[a-z]+ )?(?:government|cabinet|officials|lawmakers|ministers?|mps|parliament"
    r"|senate|senators|congress|presidency|ministry|white house)\b"
)
_AS_STOPS = frozenset(["and", "or", "for", "with", "from", "to", "of", "by", "the"])


def judge_before(
    passage: Passage, name: Name, start: int, end: int, before: list[str], last: Mention | None
) -> Role | None:
    """The role that the words before a known name give it; None where it names no place."""
    if not before:
        return "bare" if last is None else _judge_listed(passage, start, end, last)
    if _is_part_of_name(passage, start, before):
        # "University Hospital Limerick".
        return "venue" if before[-1] in ("hospital", "hospitals") else None
    if asides.is_uninvolved(passage.low, end) or asides.is_expert(passage.low, start, end):
        return "source"
    before = _without_modifiers(before)
    if not before:
        return "bare"
    word = before[-1]
    if asides.is_size_of(passage.low, start) or asides.is_cause(passage.low, start, end):
        return "away"
    if name.demonym and asides.is_agent(passage.low, start, end):
        return "source"
    if is_left_out(passage, name, end, before):
        return "away"
    if word == "of":
        return _judge_of(passage, start, end, before)
    if word == "as" and _starts_clause(passage, end, before):
        return "bare"
    moved = _judge_moved(passage, before)
    if moved is not None:
        return moved
    if word in load_words().away:
        return _judge_away(passage, name, end, before)
    if word in load_words().locative:
        return _judge_locative(passage, name, start, end, before)
    return "bare" if last is None else _judge_listed(passage, start, end, last)


def _judge_moved(passage: Passage, before: list[str]) -> Role | None:
    """The role behind "from", "to" or "between", where something comes, goes or is counted."""
    words = load_words()
    word = before[-1]
    if word == "from" and len(before) > 1:
        there = before[-2] in words.moved or runs_from(before) or counts_from(passage, before)
        return "locative" if there else None
    if word == "to" and is_arriving(before):
        return "locative"
    if word in ("between", "into") and not words.travel.isdisjoint(before[-3:-1]):
        return "away"
    return None


def _judge_away(passage: Passage, name: Name, end: int, before: list[str]) -> Role:
    """The role behind a preposition that sets a place apart: "than", "with", "followed by"."""
    word = before[-1]
    if word == "with" and (
        passage.low.startswith("'s", end) or _is_entry_with(passage, name, end, before)
    ):
        return "bare"
    if word == "by" and name.demonym and _names_authority(passage.word_after(end)):
        return "source"
    followed = before[-2:-1] == ["followed"]
    if followed and not name.demonym and match_amount(passage.low, end):
        return "bare"
    return "bare" if name.demonym and word in ("by", "as", "like") and not followed else "away"


def _judge_locative(
    passage: Passage, name: Name, start: int, end: int, before: list[str]
) -> Role | None:
    """The role behind a preposition of place, as far as the words before that allow one."""
    words = load_words()
    word = before[-1]
    ranked = word in _RANKED_PHRASES and before[:-1] != ["only"] and is_ranked(before[:-1])
    if ranked and not match_ranked(passage.low, end):
        return None
    head = before[-2] if len(before) > 1 else ""
    firm = word == "at" and name.sort == "country" and not name.demonym
    if firm and (stands_alone(passage, end) or passage.word_after(end).endswith("ed")):
        # "Sales at Iceland", unlike "at a UK school".
        return None
    if head in words.gathering or (head in words.based and not _lives_there(before)):
        return "away"
    if word in ("in", "at") and asides.is_told_there(passage.low, start):
        return "away"
    if word == "in" and _rules_there(passage, name, end):
        return "away"
    if head in words.official or head in words.leader:
        return "source"
    if word == "for" and _follows_capital(passage, start):
        return None
    if _is_aside(passage, end, before):
        return "away"
    language = word == "in" and name.demonym and not passage.word_after(end)
    return None if language and not name.folded.endswith("s") else "locative"


def _rules_there(passage: Passage, name: Name, end: int) -> bool:
    """See "In Jakarta, the government pledged": a capital is where it is done, not for whom."""
    return is_seat(name.folded) and _RULING.match(passage.low, end) is not None


def match_ranked(low: str, end: int) -> bool:
    """Whether the figure that ranks a place follows its name: "worst in Leeds, at 41"."""
    return _RANKED_ENTRY.match(low, end) is not None


def match_amount(low: str, end: int) -> bool:
    """Whether the amount that a list or a rank gives stands behind a name: "Hull, at £2,155"."""
    return _FOLLOWED_AT.match(low, end) is not None


def _is_entry_with(passage: Passage, name: Name, end: int, before: list[str]) -> bool:
    """See "prices rose 4%, with Dublin flats 9% dearer": a clause's subject behind "with"."""
    if len(before) > 1 or _OWN_FIGURE.match(passage.low, end) is None:
        return False
    words = load_words()
    if name.folded in words.ambiguous:
        return False
    after = passage.word_after(end)
    return after in words.peopled or after in words.priced or after.endswith("ing")


def _lives_there(before: list[str]) -> bool:
    """See "refugees registered in Lebanon", "a mine based in Texas": it is there, unlike a firm."""
    counted = before[-3] if len(before) > 2 else ""
    words = load_words()
    if before[-2] == "based":
        return counted in words.works or counted in words.rooted
    return before[-2] == "registered" and counted in words.registrable


def _starts_clause(passage: Passage, end: int, before: list[str]) -> bool:
    """See "as US cases pass 300": the name is in a clause's subject, and nothing is compared."""
    if not _AS_PREPOSITION.isdisjoint(before[-1 - _AS_REACH : -1]):
        return False
    if passage.low.startswith("'s ", end):
        return True
    after = passage.word_after(end)
    words = load_words()
    return after.isalpha() and after not in words.locative and after not in _AS_STOPS


def _names_authority(word: str) -> bool:
    """See "by the Australian forecasters": who states or does it, wherever that was."""
    return word in load_words().official or word.endswith(("ers", "ists"))


def _is_aside(passage: Passage, end: int, before: list[str]) -> bool:
    """See "for China" of goods, "on US sales" of a cause, "since the war in Ukraine" of a time."""
    words = load_words()
    word = before[-1]
    head = before[-2] if len(before) > 1 else ""
    if word == "for":
        return head in words.bound or asides.is_bound_for(passage.low, end, before)
    if word == "on":
        after = passage.word_after(end)
        if after in words.feature or after in words.network:
            return False
        return after.isalpha() and after not in words.follow and head not in words.determiner
    return head in words.conflict and not words.temporal.isdisjoint(before[-5:-2])


def _judge_listed(passage: Passage, start: int, end: int, last: Mention) -> Role:
    """The role of "Hull" in "from Leeds, Hull and York": that of the list's first name."""
    gap = passage.low[last.end : start]
    if gap in _JOINTS:
        return last.role
    listed = gap == ", " and passage.low.startswith((", ", " and "), end)
    return "away" if listed and last.role == "away" else "bare"


def _without_modifiers(before: list[str]) -> list[str]:
    """The words before a name without "the", "parts of", "northern" and their like."""
    words = load_words()
    before = list(before)
    while before and (
        before[-1] in words.determiner or before[-1] in words.direction or before[-1].endswith("'s")
    ):
        head = before[-2] if len(before) > 1 else ""
        if before[-1] == "of" and head not in words.determiner:
            break
        before.pop()
    return before


def _judge_of(passage: Passage, start: int, end: int, before: list[str]) -> Role | None:
    words = load_words()
    head = before[-2] if len(before) > 1 else ""
    if head in ("out", "ahead"):
        return "locative" if head == "out" and runs_from(before[:-1]) else "away"
    if head in words.of_people:
        return None if is_ranked(before[:-2]) else "locative"
    if head == "university":
        studied = passage.low.startswith("'", end) or passage.word_after(end) in words.university
        if studied or before[:-2] == ["of", "the"]:
            return None
        return None if not _UNIVERSITY_AT.isdisjoint(before[:-2]) else "body"
    if head in words.of_person or _is_of_someone(passage, start, head):
        return None
    if _AGED.search(passage.low, max(0, start - _AGED_REACH), start):
        # "Théo Marchand, 19, of France": where somebody is from.
        return "away"
    return "locative"


def _is_of_someone(passage: Passage, start: int, head: str) -> bool:
    """See "Airbus of France": a name, not a noun, stands before "of"."""
    position = start - len(" of ") - len(head)
    return position > 0 and passage.is_capital(position) and not passage.shouted


def _follows_capital(passage: Passage, start: int) -> bool:
    """See "Transport for London": a capitalised word before the preposition; an organisation."""
    phrase = passage.low.rfind(" ", 0, max(0, passage.phrase_start(start) - 1)) + 1
    return phrase > 0 and passage.is_capital(phrase)


def _is_part_of_name(passage: Passage, start: int, before: list[str]) -> bool:
    """A capitalised word right before makes a person or an organisation of a name."""
    words = load_words()
    if not before or passage.shouted:
        return False
    word = before[-1]
    position = start - 1 - len(word)
    if position < 0 or not passage.text[position].isupper():
        return False
    if word in words.direction or word in words.locative or word in words.away:
        return False
    if word.endswith("'s"):
        # "Tesco's UK sales".
        return False
    if word in words.determiner or word in words.follow or word in ("nhs", "covid"):
        return False
    if position == 0:
        named = word in words.forename or word in words.of_person
        return named or word in words.organised
    return True
