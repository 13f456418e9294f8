"""The person or body that a sentence begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import openings, phrases
from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.lines import read_tokens
from figtrail.patterns import compile_late

if TYPE_CHECKING:
    from figtrail.extraction.speakers.lines import Line

SENTENCE_HEAD: Final = 300
"""So many characters of a sentence hold its subject."""
BODIES_AND_SOURCES: Final = vocab.BODIES | vocab.SOURCES
_INSIDE_NAME: Final = vocab.PREPOSITIONS | vocab.DETERMINERS | {"and", "&"}


def has_apposed_name(line: Line, comma: int) -> bool:
    """Whether a name stands between commas behind a role: "The minister, Ann Lowe, …"."""
    if line.words[comma : comma + 1] != [","]:
        return False
    end = comma + 1
    while end < len(line.words) and line.words[end] not in phrases.STOPS:
        end += 1
    return phrases.is_person_like(line, comma + 1, end)


def find_leading_person(sentence: str) -> str | None:
    """The person whose name a sentence begins with."""
    line = read_tokens(sentence, 0, min(len(sentence), SENTENCE_HEAD))
    end = 0
    while end < len(line.words) and (
        phrases.is_capital(line.words[end]) or line.lowers[end] in vocab.PARTICLES
    ):
        end += 1
    if not end or not phrases.is_person_like(line, 0, end):
        return None
    return sentence[line.starts[0] : line.ends[end - 1]]


def find_leading_body(sentence: str) -> str | None:
    """The body or report that a sentence begins with."""
    line = read_tokens(sentence, 0, len(sentence))
    leading = openings.find_leading(line, 0, len(line.words)) if line.words else None
    if leading is None:
        return None
    start, end = leading
    last = start
    for at in range(start, end):
        lower = line.lowers[at]
        if lower in BODIES_AND_SOURCES or (
            phrases.is_capital(line.words[at]) and lower not in vocab.DETERMINERS
        ):
            last = at + 1
        elif last == start and at > start and lower in vocab.PREPOSITIONS:
            # "The delay on trains into Leeds": what stands before "on" is no body.
            return None
        elif lower not in _INSIDE_NAME and last > start:
            break
    if last == start:
        return None
    return sentence[line.starts[start] : line.ends[last - 1]]


def read_owner(name: str) -> str | None:
    """Who can speak behind a leading phrase: "(Shares in) the brewer"; None where nobody can."""
    things = name.split()[0].lower()
    if things not in _OF_FIRMS:
        return name
    whose = _OWNED.match(name)
    return whose[1] if whose is not None else None


def find_served(sentence: str) -> str | None:
    """Whose customers or staff a sentence tells of: "1,200 customers of Halden Power were"."""
    found = _SERVED.search(sentence)
    return None if found is None else found[1]


_OF_FIRMS: Final = vocab.RESULTS | vocab.PRICES | vocab.SERVED | {"shares"}
_CAPITALISED: Final = r"[A-Z][\w&’'-]+"
_SERVED = compile_late(
    rf"\b(?:{'|'.join(sorted(vocab.SERVED))}) (?:of|at|with|for) "
    rf"({_CAPITALISED}(?: {_CAPITALISED})*)"
)
_OWNED = compile_late(r"\w+ (?:in|of|at) (.+)")
