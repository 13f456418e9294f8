"""The words by which tables are read, and the marks that their heads and cells carry."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_pairs, read_phrases, read_sections
from figtrail.model import Status
from figtrail.patterns import compile_late


def _read_listed(section: str) -> frozenset[str]:
    """The entries of a section that are parted by bars."""
    lines = read_phrases("tables.txt", section)
    return frozenset(entry for line in lines for entry in line.split("|"))


_SECTIONS = read_sections("tables.txt")
PLACES = frozenset(_SECTIONS["places"])
BODIES = sorted(_read_listed("bodies"), key=len, reverse=True)
AGENTS = frozenset(_SECTIONS["agents"])
LABELS = _read_listed("labels")
HEADS = LABELS | _read_listed("heads")
AGES = _read_listed("ages")
TOTALS = frozenset(_SECTIONS["totals"])
GROUPS = frozenset(_SECTIONS["groups"]) | TOTALS
PERIODS = _read_listed("periods")
GENERIC = frozenset(_SECTIONS["generic"])
TITLES = _read_listed("titles")
SHOWING = frozenset(_SECTIONS["showing"])
POINTING = frozenset(_SECTIONS["pointing"])
BLANKS = frozenset(_SECTIONS["blanks"])
KEPT = frozenset(_SECTIONS["status verbs"])
OPENINGS = sorted(_read_listed("of"), key=len, reverse=True)
SHARES = sorted(_read_listed("shares"), key=len, reverse=True)
YEARLY = frozenset(_SECTIONS["yearly"])
NATIONAL = _read_listed("national")
CHANGES = read_pairs("tables.txt", "changes")
_STATUSES: dict[str, Status] = {
    "observed": "observed",
    "planned": "planned",
    "forecast": "forecast",
    "target": "target",
    "estimated": "estimated",
}
STATUSES = {
    word: _STATUSES[status] for word, status in read_pairs("tables.txt", "statuses").items()
}
# What leads to a note below the table: "Total*", "Homes [1]", "Cost (2)", "Deaths¹".
_NOTE = compile_late(r"[ ]?(?:\[\w{1,2}\]|\(\d\)|[*†‡§¶]{1,3}|(?<![a-z]m)[¹²³⁴⁵⁶⁷⁸⁹]+)$")


def strip_note(text: str) -> str:
    """The words of a cell without the marks of its notes."""
    words = text.strip()
    while (note := _NOTE.search(words)) is not None and note.start():
        words = words[: note.start()].rstrip()
    return words


def is_blank(text: str) -> bool:
    """Whether a cell holds nothing, or what stands for nothing: "-", "n/a"."""
    return text.strip(" *\t").lower() in BLANKS or not text.strip(" *\t")
