"""What "it" or "they" stands for where a number's clause has no other subject."""

from __future__ import annotations

from figtrail.extraction.clauses import TELLING, find_subject, find_verb
from figtrail.extraction.figures.scenes import Scene
from figtrail.extraction.found import Found
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.measured import is_holder, is_levelled, is_pronoun
from figtrail.extraction.nouns import is_people, is_plural, unit_of_noun
from figtrail.extraction.phrases import head_of
from figtrail.extraction.quantities import Reading
from figtrail.extraction.sentences import paragraph_bounds, split_sentences
from figtrail.extraction.tokens import Tokens, tokenise
from figtrail.model import Sentence

_VALUED = frozenset(("valued", "worth", "valuing"))
_NUMBERS = {"it": False, "they": True}


def find_referent(
    scene: Scene, reading: Reading, nearest: Found | None, here: list[Found]
) -> str | None:
    """The subject of the sentence before, where a pronoun that agrees takes it up.

    "Home applications tell a kinder story. They were up 3%." None where the pronoun's verb gives
    no level or cost, or where that subject is somebody or only has what is counted. A number that
    may go on with `nearest`, the figure before, does.
    """
    if reading.kind == "count" and reading.unit is None:
        return None
    if here and not _is_priced(scene, reading, here):
        return None
    tokens = scene.tokens
    verb = find_verb(tokens, reading.bound_start)
    if verb is None or not is_levelled(tokens.lowers[verb[1] - 1]):
        return None
    subject = find_subject(tokens, verb[0])
    if subject is None or subject[1] != subject[0] + 1:
        return None
    plural = _NUMBERS.get(tokens.lowers[subject[0]])
    if plural is None or _is_told(tokens, subject[0]):
        return None
    before = _find_before(scene)
    if before is None:
        return None
    if nearest is not None and nearest.sentence.start == before.start:
        costing = reading.kind == "money" and nearest.kind != "money"
        if not costing:
            return None
    valued = tokens.lowers[verb[1] - 1] in _VALUED or tokens.lowers[verb[1] : verb[1] + 1] == [
        "worth"
    ]
    return _find_named(tokenise(before.text), plural=plural, valued=valued)


def find_them(scene: Scene, reading: Reading, nearest: Found | None) -> tuple[str, str] | None:
    """What "them" stands for where the sentence before counts nothing, and the unit of it.

    "The firm has more customers than ever. It gained 2 million of them": its last plural.
    """
    stop = reading.number.stop
    if scene.tokens.lowers[stop : stop + 2] != ["of", "them"] or reading.kind != "count":
        return None
    before = _find_before(scene)
    if before is None or (nearest is not None and nearest.sentence.start >= before.start):
        return None
    tokens = tokenise(before.text)
    for at in range(len(tokens.words) - 1, -1, -1):
        plural = tokens.tags[at] == "N" and tokens.words[at].islower()
        if plural and is_plural(tokens.lowers[at]) and tokens.lowers[at] not in _SPANS:
            start = at
            while (
                start > 0
                and tokens.tags[start - 1] in "NJG"
                and tokens.lowers[start - 1] not in _SOME
            ):
                start -= 1
            words = tokens.text[tokens.starts[start] : tokens.ends[at]]
            return words, unit_of_noun(tokens.lowers[at])
    return None


_SOME = frozenset(("more", "several", "many", "few", "other"))
_SPANS = frozenset(f"{span}s" for span in read_sections("measured_words.txt")["times"])


def _is_priced(scene: Scene, reading: Reading, here: list[Found]) -> bool:
    """Whether a second verb gives the subject its price: "it has 64 floors and cost £1bn"."""
    if reading.kind != "money" or any(one.kind == "money" for one in here):
        return False
    verb = find_verb(scene.tokens, reading.bound_start)
    own = verb is not None and verb[0] > here[-1].reading.unit_stop - 1
    return own and verb is not None and scene.tokens.lowers[verb[0] - 1] in ("and", "but")


def _is_told(tokens: Tokens, at: int) -> bool:
    """Whether who says so stands before a pronoun, which may be the speaker: "the firm says it"."""
    return at > 1 and tokens.lowers[at - 1 - (tokens.lowers[at - 1] == "that")] in TELLING


def _find_before(scene: Scene) -> Sentence | None:
    """The sentence before, in the same paragraph or at the end of the one before."""
    text, start = scene.document.text, scene.sentence.start
    first = scene.paragraph
    if first == start:
        stripped = text[:start].rstrip()
        if not stripped:
            return None
        first = paragraph_bounds(text, len(stripped) - 1)[0]
    earlier = [one for one in split_sentences(text, first, start) if one.end <= start]
    return earlier[-1] if earlier else None


def _find_named(tokens: Tokens, *, plural: bool, valued: bool) -> str | None:
    """The subject of a sentence's first verb, where it is a thing and agrees in number.

    A body or a place is one only where it is itself what is `valued`.
    """
    verb = next(
        (at for at, tag in enumerate(tokens.tags) if at and tag in "AVEv" and _is_main(tokens, at)),
        None,
    )
    if verb is None:
        return None
    subject = find_subject(tokens, verb)
    if subject is None or is_pronoun(tokens, subject):
        return None
    if is_holder(tokens, subject) and not valued:
        return None
    head = head_of(tokens, *subject)
    if head is None or is_people(tokens.lowers[head]) or is_plural(tokens.lowers[head]) != plural:
        return None
    return tokens.text[tokens.starts[subject[0]] : tokens.ends[subject[1] - 1]]


def _is_main(tokens: Tokens, at: int) -> bool:
    """Whether a verb form is the finite verb of the sentence's main clause, as far as tags tell."""
    found = find_verb(tokens, at + 1)
    return found is not None and tokens.tags[found[0] - 1] != "R"
