"""The organisation that a text speaks of: whom "the company" means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from figtrail.extraction.places.gazetteer import find_place
from figtrail.extraction.places.words import load_words
from figtrail.extraction.speakers import leads, openings
from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.lines import read_tokens
from figtrail.extraction.tokens import tag_word
from figtrail.patterns import compile_late

if TYPE_CHECKING:
    from figtrail.extraction.speakers.narration import Narration

# How far back "the company" reaches, in characters and in sentences.
_COMPANY_REACH: Final = 2500
_COMPANY_SENTENCES: Final = 16
# A noun phrase of so many words may be what "it" is.
_SHORT: Final = 4
_NAME_CONTEXT: Final = 3000

# What ties a firm to a place or an owner before its name: "Dayton-based".
_DESCRIBING: Final = frozenset({"based", "owned", "listed", "backed", "headquartered", "run"})
_LONGEST_INITIALS: Final = 6
# Words that are a minister's charge, and a firm's trade.
_TRADES: Final = frozenset({"energy", "health", "finance", "transport", "education", "home"})
# "LHS 1140" is a thing of a series and "SAN FRANCISCO —" where news comes from, not a firm.
_DATELINE = compile_late(
    r"(?:, [A-Z][\w. ]{1,20}|, [A-Z][a-z]{2,8}\.? \d+)? ?(?:\([^)\n]{2,20}\) ?)?[—–-]+ "
)
# "The Dayton-based Hill Foods said".
_SEATED = compile_late(rf"(?:The )?[A-Z]\w+-(?:{'|'.join(sorted(_DESCRIBING))}) (?=[A-Z])")
_WORD = compile_late(r" ([a-z]+)\b(?: ([\w’']+))?")
_NO_FIRM = compile_late(rf" \d|{_DATELINE.pattern}")
_NO_ORGANISATION: Final = (
    vocab.TITLES | vocab.ROLES | vocab.CALENDAR | vocab.OPENERS | vocab.PRONOUNS | vocab.NO_FIRMS
)


class Firms:
    """The organisations that the sentences of one text are about."""

    def __init__(self, narration: Narration) -> None:
        self._narration = narration
        self._text = narration.text

    def find_company(self, position: int) -> str | None:
        """The organisation of a name that a sentence before "the company" begins with."""
        floor = max(0, position - _COMPANY_REACH)
        starts = [0] if floor == 0 else []
        starts.extend(self._narration.find_starts(floor, position + 1))
        for start in reversed(starts[-_COMPANY_SENTENCES:]):
            if start >= position or self._narration.is_spoken(start):
                continue
            name = self.find_lead(start, position)
            numbered = name is not None and _NO_FIRM.match(self._text, start + len(name))
            if name is not None and _is_organisation(name) and not numbered:
                return _drop_description(re.sub("[’']s?$", "", name))
            served = leads.find_served(
                self._text[start : min(position, start + leads.SENTENCE_HEAD)]
            )
            if served is not None and _is_organisation(served):
                return served
        return None

    def find_lead(self, start: int, end: int) -> str | None:
        """The body or report that the sentence at `start` begins with."""
        name = self._lead_body(start, end)
        if name is not None and (dateline := _DATELINE.match(self._text, start + len(name))):
            # "SAN FRANCISCO (AP) — The agency": the story begins behind where it comes from.
            start = dateline.end()
            name = self._lead_body(start, end)
        return leads.read_owner(name) if name and self._is_name(name, start) else None

    def find_other_lead(self, start: int, end: int) -> str | None:
        """As `find_lead` for a sentence that tells what the body said: "It fell, it said".

        Whose goods it tells of isn't who said so: "Rubber exports rose 3%, it said".
        """
        name = self.find_lead(start, end)
        at = -1 if name is None else self._text.find(name, start, end)
        if at < 0 or name is None:
            return name
        after = _WORD.match(self._text, at + len(name))
        thing = after is not None and tag_word(after[1]) == "N"
        return None if after is not None and thing and not _acts(after) else name

    def find_thing(self, position: int, floor: int) -> str | None:
        """What the sentence begins with that says "it said": "The museum welcomed …"."""
        starts = [
            start for start in self._narration.find_starts(floor, position) if start < position
        ]
        start = starts[-1] if starts else floor
        head = self._text[start : min(position, start + leads.SENTENCE_HEAD)]
        line = read_tokens(head, 0, len(head))
        leading = openings.find_leading(line, 0, len(line.words)) if line.words else None
        if leading is None or line.lowers[leading[0]] not in ("the", "a", "an"):
            return None
        short = leading[1] - leading[0] <= _SHORT
        return head[line.starts[leading[0]] : line.ends[leading[1] - 1]] if short else None

    def _lead_body(self, start: int, end: int) -> str | None:
        head = self._text[start : min(end, start + leads.SENTENCE_HEAD)]
        described = _SEATED.match(head)
        return leads.find_leading_body(head[described.end() :] if described else head)

    def _is_name(self, words: str, position: int) -> bool:
        """Whether a lone word that begins a sentence is a name: it has its capital elsewhere."""
        if " " in words or words.isupper() or words.lower() in leads.BODIES_AND_SOURCES:
            return True
        near = self._text[max(0, position - _NAME_CONTEXT) : position + _NAME_CONTEXT]
        if re.search(rf"[a-z,;] {re.escape(words)}\b", near) is not None:
            return True
        # Or it is there again, and never without its capital.
        lower = words.lower()
        if lower in vocab.RESULTS or lower in vocab.PRICES or lower.endswith("ing"):
            return False
        again = re.findall(rf"\b{re.escape(words)}\b", near, re.IGNORECASE)
        return len(again) > 1 and all(found[0].isupper() for found in again)


def _drop_description(name: str) -> str:
    """A firm's name without what it is: "(Chipmaker) Brightwell Systems"."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in vocab.COMPANIES and first[0].isupper() else name


def _acts(after: re.Match[str]) -> bool:
    """Whether a present form with its object follows a name: "(The fund) disputes the method"."""
    return after[1].endswith("s") and (after[2] or "").lower() in vocab.DETERMINERS


def _is_organisation(name: str) -> bool:
    """Whether a phrase is a bare proper name, and of nobody who has a title or a role."""
    words = name.split()
    if not all(word[0].isupper() or word in ("of", "and", "&", "for", "the") for word in words):
        return False
    lowers = {word.lower().rstrip(".") for word in words}
    ends_as_firm = len(words) > 1 and words[-1].lower().rstrip(".") in load_words().firm_end
    if ends_as_firm and words[0].lower() in vocab.TITLES | vocab.ROLES:
        # "General Motors".
        return True
    if len(words) > 1:
        lowers -= _TRADES  # "Origin Energy"
    if any("-" in word and word.rpartition("-")[2] in _DESCRIBING for word in words):
        # "The Dayton-based firm".
        return False
    if len(words) == 1 and name.isupper() and len(name) > _LONGEST_INITIALS:
        # "SHOPPERS will pay".
        return False
    if find_place(name) is not None:
        # "KARACHI: The lender said": where news comes from.
        return False
    people = len(words) == 1 and words[0].endswith("s") and words[0].lower() in vocab.BODIES
    return not people and lowers.isdisjoint(_NO_ORGANISATION)
