"""A phrase that may say what a number measures, with the signs that it has beside every number."""

from __future__ import annotations

from typing import NamedTuple

from figtrail.extraction.choosing.phrases.candidates import TIES, Candidate
from figtrail.extraction.choosing.phrases.outline import GRAMMAR, Outline, read_grammar
from figtrail.extraction.choosing.sentences import VERBAL, read_tag, read_word
from figtrail.extraction.choosing.weights import Sign
from figtrail.extraction.lexicon import read_words
from figtrail.extraction.tokens import Tokens

# What is said of a noun stands behind these.
_TYING = TIES | read_words("grammar.txt")["relatives"]
_FOLLOWING = frozenset("PRC.A")
# Up to here the words of a phrase are counted, and told by their tags.
_LONG = 5
_TAGS = 4


class Described(NamedTuple):
    """A candidate with its words, those beside it, and the signs it has beside every number."""

    candidate: Candidate
    text: str
    folded: str
    before: str
    behind: str
    then: str
    is_subject: bool
    signs: tuple[Sign, ...]


def describe(tokens: Tokens, outline: Outline, candidate: Candidate) -> Described:
    """A candidate with its own signs."""
    start, stop, head, form = candidate
    words, lowers, tags = tokens.words, tokens.lowers, tokens.tags
    text = tokens.text[tokens.starts[start] : tokens.ends[stop - 1]]
    leading = start - 1 - (read_tag(tokens, start - 1) == "D")
    before = read_grammar(tokens, leading, GRAMMAR)
    behind = read_grammar(tokens, stop, _FOLLOWING)
    then = read_word(tokens, stop) if read_tag(tokens, stop) in VERBAL else behind
    is_subject = any(tag in VERBAL for tag in tags[stop : stop + 3])
    noun = lowers[head]
    signs = (
        ("head", noun),
        ("ending", noun[-3:]),
        ("word before it", read_word(tokens, leading)),
        ("behind it", behind),
        ("form", form),
        ("length", str(min(_LONG, stop - start))),
        ("tags", "".join(tags[start : min(stop, start + _TAGS)])),
        ("capitals", f"{words[head][0].isupper()} {words[start][0].isupper()}"),
        ("dates", str(outline.dated[stop] > outline.dated[start])),
        ("holds number", str(outline.numbered[stop] > outline.numbered[start])),
    )
    return Described(candidate, text, fold(text), before, behind, then, is_subject, signs)


def fold(text: str) -> str:
    """A phrase as phrases are compared."""
    return " ".join(text.lower().split())


def find_noun(folded: str) -> str:
    """The word that a phrase is of, as far as a phrase alone tells."""
    words = folded.split()
    at = next((at for at, word in enumerate(words) if at and word in _TYING), len(words))
    return words[at - 1]
