"""Whether a verb gives its subject a level or a change, and whether a name is what has it."""

from __future__ import annotations

from figtrail.extraction.changes import CHANGE_VERBS
from figtrail.extraction.clauses import is_contracted
from figtrail.extraction.lexicon import read_sections, read_words
from figtrail.extraction.measured.site import LEVEL_VERBS, QUANTITIES, WORDS, Site
from figtrail.extraction.tokens import Tokens

_CREEPING = frozenset(WORDS["creeping"])
_SPREADING = frozenset("spread spreads spreading sprawls sprawled".split())
_KEEPING = frozenset(WORDS["keeping"])
_DIRECTIONS = frozenset(("up", "down", "back", "higher", "lower"))
# Of them, these tell a level without such a word as well: "sales inched 0.2 percent higher".
_SLIGHT = ("inch", "edg", "tick", "nudg", "creep", "crept")
_POSSESSIVES = frozenset(read_sections("grammar.txt")["possessives"])
_TRANSITIVE = read_words("change_words.txt")["transitive"]
_PRICED = ("percentage", "score", "money")


def gives_level(tokens: Tokens, stop: int) -> bool:
    """Whether the verb before token `stop` tells a level: "fares rose", "fares inched (up)"."""
    word = tokens.lowers[stop - 1]
    if word in LEVEL_VERBS or word in CHANGE_VERBS or is_contracted(tokens, stop - 1):
        return True
    if word in _SPREADING:
        # "The fire spread to 300 hectares", but "spread £3m over two years".
        return tokens.lowers[stop] in ("to", "across", "over")
    if word in _KEEPING:
        # "Growth held at 3.2%", not "held £3m".
        return tokens.lowers[stop] in ("at", "steady", "firm")
    # "It was coming down at two inches an hour" tells a pace.
    slight = word.startswith(_SLIGHT) and tokens.tags[stop] == "M"
    moving = word in _CREEPING and (slight or tokens.lowers[stop] in _DIRECTIONS)
    return moving and tokens.lowers[stop + 1 : stop + 2] != ["at"]


def names_holder(tokens: Tokens, site: Site, verb: str, bounds: tuple[int, int]) -> bool:
    """Whether a subject is but the name of who has the level: "Oslo lost 2 percent", not "the Dax".

    What rises or slips by a percentage or a sum is measured itself, a share or a poll's party:
    "Nordfisk slipped 2 percent"; the first word of a sentence, or behind a dateline's dash, has
    its capital anyway.
    """
    start, stop = bounds
    opens = start == 0 or tokens.lowers[start - 1] in ("–", "—")
    named = (not opens or stop > start + 1) and all(
        word[0].isupper() for word in tokens.words[start:stop]
    )
    if start and tokens.lowers[start - 1] in _POSSESSIVES:
        # "Its ROE improved".
        return False
    if not named or not QUANTITIES.isdisjoint(tokens.lowers[start:stop]):
        return False
    return site.kind not in _PRICED or verb in _TRANSITIVE or verb not in CHANGE_VERBS
