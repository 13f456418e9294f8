"""What follows or precedes a verb of saying: a clause, speech, a listener, or a mere thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import levels, phrases, reporters, wishes
from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.content import (
    find_listener_end,
    find_that,
    opens_clause,
    opens_counted,
    opens_finite,
    speech_follows,
)
from figtrail.extraction.tokens import tag_word

if TYPE_CHECKING:
    from figtrail.extraction.speakers.frames import Subject
    from figtrail.extraction.speakers.lines import Line

# How far behind its verb the word "figure" may stand.
_FIGURE_REACH: Final = 6
# "They promised us an end to it": somebody is promised a thing, and nothing is stated.
_LISTENERS: Final = frozenset({"us", "me", "him", "them"})
# "Organisers expect to sell 500": finite, unlike "people expected to come".
_EXPECTING: Final = frozenset({"expect", "expects", "anticipate", "anticipates"})
_FINDING: Final = frozenset({"find", "finds", "found"})
_MOVED_BY: Final = vocab.PERCENT | {"points", "point", "cents", "pence", "p", "basis", "paise"}
_REFLEXIVE: Final = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})
_MODALS: Final = frozenset({"can", "could", "may", "might", "must", "should", "would"})
_REASONS: Final = frozenset({"since", "as", "because", "although", "though", "with"})
_BEHIND_NOUN: Final = vocab.PREPOSITIONS | {"this", "last", "as"}


def takes_complement(line: Line, at: int, following: int, kind: str, subject: Subject) -> bool:
    """Whether what follows a verb of saying, from `following`, is something that it attributes."""
    form, after = line.lowers[at], line.lowers[following]
    speech = speech_follows(line, following)
    if (after == "," and _turns_away(line, following)) or after in _REFLEXIVE:
        return False
    if form in ("call", "calls", "called", "calling") and after == "for":
        return speech or _foretells(line, form, following, subject)
    if form in vocab.QUESTIONS and after in ("why", "how"):
        return True
    if kind == "voice" or speech:
        return speech or wishes.answers(line, form, following, subject)
    by_form = _by_form(line, at, following, kind, subject)
    if by_form is not None:
        return by_form
    finite = _has_auxiliary(line, at)
    if form in vocab.PARTICIPLES and not finite and _is_reduced(line, following):
        return False
    if after == "of" and form in vocab.OF_VERBS:
        return True
    by_kind = _by_kind(line, at, following, kind)
    if by_kind is not None:
        return by_kind
    if after in _LISTENERS and not _is_told(line, following + 1):
        return form.startswith("accus")
    if form.startswith("report") and reporters.only_records(line, following, subject):
        return False
    if form.startswith("report") and _is_result(line, following):
        return phrases.has_source_head(line, subject.tokens)
    if form in ("add", "adds", "added", "adding"):
        return opens_clause(line, following) and not _gains(line, following)
    return (
        kind == "state"
        or phrases.has_source_head(line, subject.tokens)
        or _tells_figure(line, form, following, kind, subject)
        or _tells_clause(line, form, following, kind, subject)
    )


def _foretells(line: Line, form: str, following: int, subject: Subject) -> bool:
    """Whether a report calls for something, or a weather service for so much of it."""
    if phrases.has_source_head(line, subject.tokens):
        return True
    weather = not vocab.WEATHER.isdisjoint(line.lowers[following : following + _FIGURE_REACH + 4])
    return form == "calling" and weather


def _has_auxiliary(line: Line, at: int) -> bool:
    """Whether an auxiliary stands before a participle: "had", "had already", "had on average"."""
    before = line.lowers[max(0, at - 3) : at]
    if before[-2:] == ["on", "average"]:
        before = before[:-2]
    elif before and before[-1] in vocab.ADVERBS:
        before = before[:-1]
    return bool(before) and before[-1] in vocab.AUXILIARIES


def _turns_away(line: Line, comma: int) -> bool:
    """Whether nothing is told behind a comma: "has ended, recording 40", "is worrying, since"."""
    after = line.lowers[comma + 1 : comma + 2]
    return bool(after) and (after[0].endswith("ing") or after[0] in _REASONS)


def _by_form(line: Line, at: int, following: int, kind: str, subject: Subject) -> bool | None:
    """What a verb that takes a complement of its own kind says of it: "hopes to", "points to"."""
    form, after = line.lowers[at], line.lowers[following]
    if form in ("hope", "hopes") and phrases.is_finite(line, following):
        # "A scheme that it hopes will save 40" is a deed of its own.
        return False
    if form.startswith("recommend") and "dividend" in line.lowers[following : following + 4]:
        # "The board recommended a dividend of Rs 3" is a deed.
        return False
    if form in vocab.CLAIMING and (_claims_to(line, following) or _claims_so_many(line, following)):
        return True
    if kind == "expect" and after == "to":
        expects = form in _EXPECTING and line.lowers[at - 1] not in _MODALS
        return expects or line.lowers[at - 1] in vocab.HAVING
    if form.startswith("point"):
        if after == "to" and subject.tokens is not None:
            # What somebody points to is an argument of theirs; an arrow states nothing.
            return phrases.can_speak(line, subject.tokens)
        return None if after in ("out", "to") else False
    if after == "to":
        # "said to be", "reports to him"; but "said to reporters that".
        return find_that(line, following) is not None
    if form in vocab.LEVELLING:
        return levels.puts_level(line, following, subject)
    return None


def _by_kind(line: Line, at: int, following: int, kind: str) -> bool | None:
    """What a kind of verb with one complement only says of it; None for the other kinds."""
    if kind == "of":
        return False
    if kind == "expect":
        # "Visitors can expect" tells what is in store for anybody.
        return line.lowers[at - 1] not in _MODALS
    if kind != "tell":
        return None
    if line.lowers[following] == "of":
        return False
    told = find_that(line, following + 1, tells=True)
    behind = find_listener_end(line, following) + 1
    return told is not None or any(
        opens_clause(line, at) for at in (following + 1, behind - 1, behind)
    )


def _tells_figure(line: Line, form: str, following: int, kind: str, subject: Subject) -> bool:
    """Whether a number is what the verb tells: "the ministry recorded 40", "found a third"."""
    if form in vocab.OBSERVING and _takes_down(line, following, subject):
        return True
    if kind in ("evidence", "assert") and _gives_figure(line, following):
        return True
    if form in ("cites", "cited", "citing") and _cites_source(line, following):
        return True
    if form.startswith("advis") and _advises(line, following):
        return True
    return form in _FINDING and _finds_share(line, following)


def _cites_source(line: Line, following: int) -> bool:
    """Whether somebody cites a report as an argument: "cited a poll in which 83% agreed"."""
    if line.lowers[following] not in vocab.ARTICLES:
        return False
    return not vocab.SOURCES.isdisjoint(line.lowers[following + 1 : following + 4])


def _advises(line: Line, following: int) -> bool:
    """Whether an amount is advised: "advised a catch of no more than 28,000 tonnes"."""
    if line.lowers[following] not in ("a", "an"):
        return False
    for at in range(following + 1, min(len(line.words), following + _FIGURE_REACH + 4)):
        if line.lowers[at][0].isdigit():
            return line.lowers[at - 1] in ("of", "than", "at")
        if line.words[at] in phrases.BREAKS:
            return False
    return False


def _is_asked_for(line: Line, following: int, subject: Subject) -> bool:
    """Whether a clause whose subject stands before is told: "which doctors think holds 40"."""
    if subject.tokens is None or line.lowers[subject.tokens[0] - 1] != "which":
        return False
    lower = line.lowers[following]
    verb = tag_word(lower) in "Vv" or (lower.endswith("s") and line.words[following].islower())
    return phrases.is_finite(line, following) or lower in vocab.ADVERBS or verb


def _tells_clause(line: Line, form: str, following: int, kind: str, subject: Subject) -> bool:
    """Whether a clause is what the verb tells: "feels that costs will rise"."""
    if _is_asked_for(line, following, subject):
        return True
    if kind == "content":
        knows = form == "understands" and opens_clause(line, following)
        return knows or find_that(line, following) is not None
    if kind != "assert":
        return False
    if form in vocab.PROPOSITIONAL and line.lowers[following] not in vocab.PREPOSITIONS:
        # Nobody insists, believes or argues so much of a thing: a clause it is.
        return True
    told = form in vocab.LISTENED and find_that(line, following, tells=True) is not None
    return told or opens_clause(line, following) or opens_counted(line, following)


def _claims_to(line: Line, following: int) -> bool:
    """Whether an infinitive follows that tells what is claimed: "claims to control 70%"."""
    lowers = line.lowers[following : following + 2]
    if len(lowers) < 2 or lowers[0] != "to":
        return False
    known = lowers[1] in vocab.DETERMINERS or lowers[1] in vocab.PRONOUNS
    return line.words[following + 1].islower() and not known


def _claims_so_many(line: Line, following: int) -> bool:
    """Whether a number is claimed: "unions claimed 900,000", "the app claims 15 million users"."""
    if not line.lowers[following][0].isdigit():
        return False
    if line.lowers[following - 1] in ("claims", "claim"):
        return vocab.VICTIMS.isdisjoint(line.lowers[following : following + 4])
    behind = following + 1
    while behind < len(line.words) and line.lowers[behind] in vocab.SCALES:
        behind += 1
    return behind >= len(line.words) or line.words[behind] in phrases.ENDS


def _takes_down(line: Line, following: int, subject: Subject) -> bool:
    """Whether a body whose work it is to count counted so many ("the ministry recorded 40")."""
    if subject.tokens is None:
        return False
    who = line.lowers[subject.tokens[0] : subject.tokens[1]]
    lower = line.lowers[following]
    counts = lower[0].isdigit() or lower in vocab.LEVEL_WORDS
    return counts and not vocab.OBSERVERS.isdisjoint(who) and lower not in vocab.ARTICLES


def _finds_share(line: Line, following: int) -> bool:
    """Whether a share was found, not a thing: "found 44% support it", "found one in ten unsafe"."""
    lowers = line.lowers[following : following + 4]
    if lowers[0][0].isdigit() and not vocab.PERCENT.isdisjoint(lowers[1:3]):
        return True
    counted = lowers[0] in vocab.COUNTS and lowers[1:2] == ["in"]
    return counted and lowers[2] in vocab.COUNTS if len(lowers) > 2 else False


def _gives_figure(line: Line, following: int) -> bool:
    """Whether a figure is given as such: "gave a figure of 40", "issued guidance for $2bn"."""
    for at in range(following, min(len(line.words) - 1, following + _FIGURE_REACH)):
        if line.words[at] in phrases.BREAKS or line.lowers[at] in vocab.PREPOSITIONS:
            return False
        if line.lowers[at] in vocab.FIGURE_NOUNS and line.lowers[at + 1] in ("of", "at", "for"):
            return not opens_finite(line, at + 2)
    return False


def _is_pronoun(line: Line, at: int) -> bool:
    """Whether "this" is a subject and no time: "found this was 40", "recorded this week"."""
    return (
        line.lowers[at] == "this"
        and line.lowers[at + 1 : at + 2] != []
        and (line.lowers[at + 1] in vocab.AUXILIARIES)
    )


def _gains(line: Line, following: int) -> bool:
    """Whether a price "added" so much: "Brightwater added 2 per cent and Corvane fell"."""
    near = line.lowers[following + 1 : following + 3]
    return line.lowers[following][0].isdigit() and not _MOVED_BY.isdisjoint(near)


def _is_told(line: Line, at: int) -> bool:
    """Whether a clause, not a thing, follows a listener ("promised us that", "assured him 40")."""
    lower = line.lowers[at] if at < len(line.words) else ""
    opens = lower in vocab.CLAUSE_OPENERS or lower in vocab.DETERMINERS or lower[:1].isdigit()
    return opens and opens_clause(line, at)


def _is_result(line: Line, following: int) -> bool:
    """Whether a company's own results follow "reported": a deed, not a statement."""
    for at in range(following, min(len(line.words), following + 8)):
        if phrases.is_finite(line, at) or line.words[at] in phrases.BREAKS:
            return False
        if line.lowers[at] == "that":
            return False
        if line.lowers[at] == "in" and line.lowers[following] in ("a", "an"):
            # "A 22 percent drop in profit" is a statement, as accounts would be.
            return False
        if line.lowers[at] in vocab.RESULTS:
            return not (at + 1 < len(line.words) and phrases.is_finite(line, at + 1))
    return False


def _is_reduced(line: Line, following: int) -> bool:
    """Whether a participle after its noun describes it ("crimes reported in March rose")."""
    lower = line.lowers[following]
    if lower in ("yesterday", "today", "earlier") and following + 1 < len(line.words):
        following += 1
    if phrases.is_finite(line, following) or lower in vocab.VICTIMS:
        return True
    if lower not in _BEHIND_NOUN or _is_pronoun(line, following):
        return False
    return lower != "about" and find_that(line, following) is None
