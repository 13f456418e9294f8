"""Tags and signs that the words around a token settle: "right up", "a 5% pay deal"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.nouns import is_plural

_GRAMMAR = read_sections("grammar.txt")
_ARTICLES = frozenset(("a", "an", "the", *_GRAMMAR["possessives"]))
# Capitalised inside a sentence these are a month or a name, not a verb.
_NAMES = frozenset(("May", "March", "Will", "Fed", "WHO"))
_MODALS = frozenset(_GRAMMAR["modals"]) - {"do", "does", "did"}
# Pronouns that are never an object.
_SUBJECTS = frozenset(("he", "she", "they", "we", "i", "who"))
_BARE = frozenset(_GRAMMAR["bare_verbs"])
_SIZES = frozenset(read_sections("measured_words.txt")["sizes"])
_FINITE = frozenset(_GRAMMAR["finite_or_plural"])
_SINGULAR = frozenset("who which that it he she".split())
_OWNING = ("’s", "'s", "’", "'")
# What a verb's object or adverb starts with, besides articles and numbers.
_OBJECTS = frozenset("aside apart $ £ € ₹ ¥ ₦".split())
_MOVING = frozenset(_GRAMMAR["moving_verbs"])
# Words before an infinitive.
_INFINITIVES = frozenset((*_GRAMMAR["modals"], "to"))
_STRAIGHT = frozenset(("right", "straight", "clear", "deep"))
# What persons do "up", "out" or "in".
_COMING = frozenset(read_sections("people.txt")["phrasal_acts"])
_TAKING = frozenset(read_sections("people.txt")["single_takers"])
_ACTING = _COMING | _TAKING
_PARTICLES = frozenset(("up", "out", "in", "off", "on"))
_WAYS = frozenset(_GRAMMAR["courses"])
_PLURAL = ("s", "they", "these", "which", "people", "children")


def retag(words: list[str], lowers: list[str], tags: list[str], vocabulary: frozenset[str]) -> None:
    """Tag anew, in place, the words that are another part of speech beside certain words."""
    for name in _NAMES.intersection(words[1:]):
        tags[words.index(name, 1)] = "N"
    if not _MODALS.isdisjoint(vocabulary):
        _tag_bare(words, lowers, tags)
    if not _SUBJECTS.isdisjoint(vocabulary):
        _tag_behind_subjects(words, lowers, tags)
    if "to" in vocabulary and not _BARE.isdisjoint(vocabulary):
        _tag_infinitives(lowers, tags)
    for word, tag in _BY_WORD:
        if word in vocabulary:
            tag(lowers, tags)
    if not _STRAIGHT.isdisjoint(vocabulary):
        _tag_right(lowers, tags)
    if "V" in tags or "v" in tags:
        _tag_nouns(lowers, tags)
    if "G" in tags:
        _tag_gerunds(lowers, tags)
    if not _FINITE.isdisjoint(vocabulary):
        _tag_finite(lowers, tags)
    if "and" in vocabulary and not _MOVING.isdisjoint(vocabulary):
        _tag_coordinated(lowers, tags)
    if "B" in tags:
        _tag_names(words, tags)
    if "home" in vocabulary:
        _tag_behind("home", "DJ", lowers, tags)
        _tag_home(lowers, tags)
    if not _ACTING.isdisjoint(vocabulary):
        _tag_coming(lowers, tags)
    if "am" in vocabulary:
        _tag_behind("am", "M", lowers, tags)


def _tag_nouns(lowers: list[str], tags: list[str]) -> None:
    """Tag verb forms that are nouns, in place: "its forecast by", "a low cost", "of cost out"."""
    last = len(tags) - 1
    for at, tag in enumerate(tags):
        if tag not in "Vv" or not at:
            continue
        if tag == "v":
            if lowers[at - 1] in _ARTICLES and (at == last or tags[at + 1] in ".PACvV"):
                tags[at] = "N"
            continue
        if lowers[at - 1] == "of" and (at == last or tags[at + 1] not in "NJG"):
            # "Of lost revenue" has its noun behind it.
            tags[at] = "N"
            continue
        of = at < last and lowers[at + 1] == "of"
        before = at - 1
        while of and before and tags[before] in "JE":
            before -= 1
        noun = lowers[before] in _ARTICLES and (at == last or tags[at + 1] in ".PACvV")
        if noun or (of and lowers[at] == "cost"):
            tags[at] = "N"


def _tag_bare(words: list[str], lowers: list[str], tags: list[str]) -> None:
    """Tag what is no known verb behind a modal a verb, in place: "will not stay", "could top"."""
    for at in range(1, len(tags) - 1):
        if lowers[at] not in _MODALS or tags[at] != "A" or tags[at - 1] in ".CR":
            continue
        verb = at + 1
        while verb < len(tags) - 1 and tags[verb] == "B":
            verb += 1
        if tags[verb] in "NJ" and words[verb].islower():
            tags[verb] = "v"


def _tag_behind_subjects(words: list[str], lowers: list[str], tags: list[str]) -> None:
    """Tag what is no known verb behind a pronoun that is a subject one, in place: "he runs"."""
    for at in range(len(tags) - 2):
        if lowers[at] not in _SUBJECTS:
            continue
        verb = at + 1
        while verb < len(tags) - 1 and tags[verb] == "B":
            verb += 1
        if tags[verb] == "N" and words[verb].islower():
            tags[verb] = "v"


def _tag_infinitives(lowers: list[str], tags: list[str]) -> None:
    """Tag a bare form behind "to" a verb, in place: "plans to close 12 branches"."""
    for at in range(1, len(tags) - 1):
        if lowers[at - 1] == "to" and lowers[at] in _BARE and tags[at] == "N":
            tags[at] = "v"


def _tag_gerunds(lowers: list[str], tags: list[str]) -> None:
    """Tag a gerund that an article makes a noun, in place: "half of the spending is ours"."""
    for at in range(1, len(tags) - 1):
        if tags[at] == "G" and lowers[at - 1] in _ARTICLES and tags[at + 1] in "AV":
            tags[at] = "N"


def _tag_finite(lowers: list[str], tags: list[str]) -> None:
    """Tag a form in -s a verb between its subject and its object, in place: "it sets a limit".

    "The council sets aside £5m", "who farms 85 hectares"; not "two sets of points".
    """
    for at in range(1, len(tags) - 1):
        if lowers[at] not in _FINITE or tags[at] != "N":
            continue
        subject = at - 1 - (tags[at - 1] == "B" and at > 1)
        before, goal = lowers[subject], at + 1 + (lowers[at + 1] in ("for", "at"))
        told = before in _SINGULAR or (
            tags[subject] == "N" and not is_plural(before) and not before.endswith(_OWNING)
        )
        if told and goal <= len(tags) - 1 and (tags[goal] in "DM" or lowers[goal] in _OBJECTS):
            tags[at] = "v"


def _tag_coordinated(lowers: list[str], tags: list[str]) -> None:
    """Tag a bare form a verb where "and" joins it to an infinitive and it has its own level.

    "May fall to 40 in May and (rebound) to 60", in place.
    """
    for at in range(2, len(tags) - 2):
        if lowers[at] not in _MOVING or tags[at] != "N" or lowers[at - 1] not in ("and", "then"):
            continue
        goal = at + 1 + (tags[at + 1] == "B" or lowers[at + 1] in ("out", "off", "back", "up"))
        levelled = lowers[goal] in ("to", "at", "by", "from") and "M" in tags[goal : goal + 4]
        if levelled and not _INFINITIVES.isdisjoint(lowers[:at]):
            tags[at] = "v"


def _tag_shed(lowers: list[str], tags: list[str]) -> None:
    """Tag "shed" a verb where its number follows, in place: "copper shed 2%", not "to shed"."""
    for at in range(1, len(tags) - 1):
        if lowers[at] != "shed" or tags[at - 1] not in "NOB.C" or lowers[at + 1] in ",;:.":
            continue
        # "To close two plants, shed 900 jobs": the infinitive goes on.
        going_on = tags[at - 1] in ".C" and "to" in lowers[:at]
        if tags[at + 1] in "M." and not going_on:
            tags[at] = "V"


def _tag_pay(lowers: list[str], tags: list[str]) -> None:
    """Tag "pay" a noun between a number and another noun, in place: "a 5% pay deal"."""
    for at in range(1, len(tags) - 1):
        sized = tags[at - 1] == "M" or lowers[at - 1] in _SIZES
        if lowers[at] == "pay" and tags[at + 1] == "N" and sized:
            tags[at] = "N"


def _tag_costs(lowers: list[str], tags: list[str]) -> None:
    """Tag "costs" a noun where it has no object, in place: "in fuel costs, it said"."""
    for at in range(1, len(tags)):
        follows = tags[at + 1] if at + 1 < len(tags) else ","
        ended = follows in "ACRE" or (follows == "." and lowers[at + 1] in ",;:.)")
        if lowers[at] == "costs" and tags[at - 1] in "NJG" and ended:
            tags[at] = "N"


def _tag_right(lowers: list[str], tags: list[str]) -> None:
    """Tag "right" an adverb before a way, in place: "three miles right up to the town".

    So is what tells a lead behind its number: "on 41 points, three clear of Leeds".
    """
    for at in range(1, len(tags) - 1):
        way = tags[at - 1] in "NVM" and lowers[at + 1] in _WAYS
        lead = lowers[at] == "clear" and tags[at - 1] == "M" and tags[at + 1] in "P.CR"
        if lowers[at] in _STRAIGHT and (way or lead):
            tags[at] = "B"


def _tag_coming(lowers: list[str], tags: list[str]) -> None:
    """Tag what looks like a noun a verb behind a number of persons, in place: "900 turn up".

    So is what one of so many does: "one in five skips meals".
    """
    for at in range(1, len(tags) - 1):
        if tags[at - 1] != "M":
            continue
        single = lowers[at] in _TAKING and lowers[max(0, at - 3) : at - 1] == ["one", "in"]
        if single or (lowers[at] in _COMING and lowers[at + 1] in _PARTICLES):
            tags[at] = "v"


def _tag_average(lowers: list[str], tags: list[str]) -> None:
    """Tag "average" a noun that ends its phrase, in place: "took the national average to 61p"."""
    for at in range(1, len(tags) - 1):
        if lowers[at : at + 2] == ["average", "to"] and tags[at - 1] in "JN":
            tags[at] = "N"


def _tag_amount(lowers: list[str], tags: list[str]) -> None:
    """Tag "amount" a verb behind a plural and before "to", in place: "the debts amount to £5m"."""
    for at in range(1, len(tags) - 1):
        if lowers[at] != "amount" or lowers[at + 1] != "to":
            continue
        before = at - 1 - (tags[at - 1] == "B") - (lowers[at - 2 : at] == ["so", "far"])
        if tags[before] in "NvOR" and lowers[before].endswith(_PLURAL):
            tags[at] = "v"
            tags[before] = "N" if tags[before] == "v" else tags[before]


def _tag_names(words: list[str], tags: list[str]) -> None:
    """Tag a name that ends like an adverb a noun, in place: "last year, Lilly made £9m"."""
    for at in range(1, len(words)):
        if tags[at] == "B" and words[at][0].isupper():
            inside = words[at - 1] == "," or words[at - 1].islower()
            tags[at] = "N" if inside and words[at][-2:] == "ly" else "B"


def _tag_behind(word: str, before: str, lowers: list[str], tags: list[str]) -> None:
    """Tag a word a noun behind some tags, in place: "at 8am", not "I am"; "the average home"."""
    for at in range(1, len(lowers)):
        if lowers[at] == word and tags[at - 1] in before:
            tags[at] = "N"


def _tag_home(lowers: list[str], tags: list[str]) -> None:
    """Tag "home" a noun behind its participle, in place: "each damaged home", not "sent home"."""
    for at in range(2, len(lowers)):
        described = lowers[at] == "home" and tags[at - 1] == "E"
        if described and (tags[at - 2] in "DJ" or lowers[at - 2] == "per"):
            tags[at] = "N"


def _tag_follows(lowers: list[str], tags: list[str]) -> None:
    """Tag "follows" a verb before what it follows with, in place: "Leeds follows with 40"."""
    for at in range(1, len(tags) - 1):
        if lowers[at] == "follows" and tags[at - 1] == "N" and lowers[at + 1] in _FOLLOWED_BY:
            tags[at] = "v"


_FOLLOWED_BY = frozenset(("with", "on", "at"))


_BY_WORD = (
    ("follows", _tag_follows),
    ("shed", _tag_shed),
    ("costs", _tag_costs),
    ("pay", _tag_pay),
    ("average", _tag_average),
    ("amount", _tag_amount),
)


def read_dashes(text: str, words: list[str], lowers: list[str], starts: list[int]) -> None:
    """Read a hyphen that stands alone for a dash, in place: "a bad year - sales fell".

    Between numbers it may be that of a range, "10 - 20", and stays.
    """
    for at in range(1, len(words) - 1):
        alone = words[at] == "-" and text[starts[at] - 1] == text[starts[at] + 1] == " "
        if alone and not (words[at - 1][-1].isdigit() and words[at + 1][0].isdigit()):
            lowers[at] = "–"
