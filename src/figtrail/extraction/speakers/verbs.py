"""Verbs of saying: whether a form is one here, and what stands between it and its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from figtrail.extraction.speakers import phrase_ends, phrases
from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.tokens import tag_word

if TYPE_CHECKING:
    from figtrail.extraction.speakers.lines import Line


_BEFORE_VERB: Final = vocab.RELATIVES | {"that", "to"}


_VALUES: Final = vocab.LEVELLING & vocab.AMBIGUOUS - frozenset({"put", "puts"})


# How many tokens a noun phrase before its verb may have.
_PLURAL_REACH: Final = 13
_EMPHATIC: Final = frozenset({"itself", "himself", "herself", "themselves"})
_RELATIVE: Final = frozenset({"which", "that", "who"})
_RELATIVE_REACH: Final = 4
_FIRMS_OBJECTS: Final = frozenset({"the", "a", "an", "that", "its", "it", "there"})
_OPENING: Final = vocab.CLAUSE_OPENERS | vocab.DETERMINERS


class Group(NamedTuple):
    """The words before a verb: `last` is the token before the verb group."""

    last: int
    passive: bool
    refused: bool


def read_group(line: Line, at: int) -> Group:
    """Steps back over adverbs and auxiliaries to the token before the verb group."""
    last = at - 1
    passive = refused = False
    form = line.lowers[at]
    if last > 1 and line.lowers[last - 1 : at] == ["on", "average"]:
        last -= 2
    while last >= 0 and at - last < 8 and line.words[last] != "May":
        lower = line.lowers[last]
        if lower in vocab.BE:
            passive = passive or not form.endswith("ing")
        elif lower in vocab.NEGATIONS or lower.endswith(("n't", "n’t")):
            refused = True
        elif lower == "to":
            refused = refused or at - last < 3
            break
        elif _dates_publication(line, last):
            break
        elif lower in _EMPHATIC and last:
            # "The firm itself is guiding to".
            pass
        elif lower == "far" and last > 1 and line.lowers[last - 1] == "so":
            # "Officials have so far counted 31".
            last -= 1
        elif _ends_occasion(line, last):
            last -= lower != "on"
        elif lower not in vocab.AUXILIARIES and not _is_adverb(line, last):
            break
        last -= 1
    return Group(last, passive, refused)


def _dates_publication(line: Line, at: int) -> bool:
    """Whether a day ends at `at` on which a source came out: "figures released on Friday"."""
    if line.lowers[at] not in vocab.CALENDAR or line.lowers[at - 1] != "on":
        return False
    return at > 1 and line.lowers[at - 2] in vocab.PUBLISHED


def _ends_occasion(line: Line, at: int) -> bool:
    """Whether "last week" ends at `at` or "on Monday" begins, and says when it was said."""
    lower = line.lowers[at]
    if lower == "on":
        occasion = line.lowers[at + 1] in vocab.CALENDAR
        before = at - 1
    else:
        occasion = lower in vocab.SPANS and at > 0 and line.lowers[at - 1] in ("last", "this")
        before = at - 2
    return occasion and before >= 0 and line.lowers[before] not in vocab.PUBLISHED


def is_noun(line: Line, at: int) -> bool:
    """Whether a form that may be a noun or adjective is one here."""
    before = line.lowers[at - 1] if at else ""
    following = line.lowers[at + 1] if at + 1 < len(line.lowers) else ""
    if _is_led(line, at, before, following):
        return True
    if before in vocab.PRONOUNS or (before == "," and ends_aside(line, at)):
        return False
    form = line.lowers[at]
    if form in vocab.PARTICIPLES and (before in vocab.BE or before in vocab.HAVING):
        return False
    if form == "warning" and before in ("is", "are") and following in ("of", "that"):
        return False
    if form in vocab.BASE_FORMS and at > 1 and line.lowers[at - 2] in _BEFORE_VERB:
        # "A budget that raises state spending": the word before is the verb.
        return not _are_people(before) and not before.endswith("ly")
    if before in vocab.REVISIONS and form in vocab.PARTICIPLES and form.endswith("ed"):
        # "Cut projected stocks".
        return True
    if before in vocab.BEATING or (form in vocab.BASE_FORMS and before in vocab.URGING):
        # "Hill Group beat forecasts", "urged caution".
        return True
    if form in vocab.PARTICIPLES and (_is_attributive(line, at) or _joins_nouns(line, at)):
        return True
    if form in vocab.PLAIN_NOUNS and _opens_place(line, at):
        return True
    if form in ("point", "points") and before in ("percentage", "percent", "cent", "basis"):
        return True
    if at and phrases.is_capital(line.words[at]):
        # "Sales in the United States advanced".
        return True
    if form in _VALUES and following not in vocab.DETERMINERS:
        return not phrases.is_capital(line.words[min(at + 1, len(line.words) - 1)])
    if form not in vocab.AMBIGUOUS or (form == "calls" and following == "for"):
        return False
    if following in ("of", "from", "by", "for", "and", "on", "released", "published", "is", "are"):
        return True
    if form.endswith("s") and before.endswith("ed") and _follows_somebody(line, at - 2):
        return True
    if phrase_ends.ends_phrase(line, at, following):
        return True
    if _is_counted(line, at) or (before in (",", "%") and form in vocab.PLAIN_NOUNS):
        return True
    plural = before.endswith("s") and not before.endswith("ss") and line.words[at - 1].islower()
    if form in vocab.BASE_FORMS and form not in vocab.PARTICIPLES:
        if not (plural or before in vocab.AUXILIARIES or _has_plural(line, at)):
            return True
    elif form.endswith("s") and plural and not _has_complement(line, at):
        return True
    if before in vocab.REVISIONS and following not in _OPENING:
        # "The bill raises state spending".
        return True
    return following in vocab.VERBS or (following in vocab.FINITE and not _in_relative(line, at))


def ends_aside(line: Line, at: int) -> bool:
    """Whether an aside to a source ends before a form: "The survey, by two unions, shows"."""
    comma = line.words.index(",")
    if comma == at - 1 or not phrases.has_source_head(line, (0, comma)):
        return False
    following = line.lowers[at + 1 : at + 2]
    return bool(following) and line.words[at + 1] not in phrases.STOPS


def _is_led(line: Line, at: int, before: str, following: str) -> bool:
    """Whether the word before a form makes it a noun: "the report", "of claims", "a new list"."""
    return (
        before in vocab.DETERMINERS
        or (before in vocab.PREPOSITIONS and not _has_since(line, at))
        or (before in vocab.MODIFIERS and not _follows_official(line, at))
        or (phrases.is_possessive(before) and not _follows_firm(line, at, following))
    )


def _is_counted(line: Line, at: int) -> bool:
    """Whether a number before a form counts it: "40 claims", but not "the year to May 31 show"."""
    before = line.lowers[at - 1] if at else ""
    day = at > 1 and line.lowers[at - 2] in vocab.CALENDAR
    return (before[:1].isdigit() and not day) or before in vocab.COUNTS


def _is_attributive(line: Line, at: int) -> bool:
    """Whether a participle describes the noun behind it: "the overall projected overspend"."""
    if at < 2 or tag_word(line.lowers[at + 1] if at + 1 < len(line.words) else ".") not in "NJ":
        return False
    if line.lowers[at - 1] in vocab.SAYING:
        # "The agency says projected losses could".
        return True
    led = line.lowers[at - 2] in vocab.DETERMINERS or phrases.is_possessive(line.lowers[at - 2])
    return led and tag_word(line.lowers[at - 1]) in "BJ"


def _joins_nouns(line: Line, at: int) -> bool:
    """Whether a participle opens the second of two nouns: "stroke and suspected heart attacks"."""
    if at < 2 or line.lowers[at - 1] not in ("and", "or"):
        return False
    if tag_word(line.lowers[at + 1] if at + 1 < len(line.words) else ".") not in "NJ":
        return False
    if line.lowers[at - 2] in vocab.PARTICIPLES:
        # "Confirmed and suspected cases".
        return True
    for back in range(at - 2, -1, -1):
        if line.words[back] in phrases.BREAKS:
            return back < at - 2
        if phrases.is_finite(line, back) or tag_word(line.lowers[back]) in "VvAE":
            return False
    return True


def _opens_place(line: Line, at: int) -> bool:
    """Whether a plural ends the words that open a line: "Among the EU member states, the"."""
    if line.lowers[0] not in vocab.PREPOSITIONS and line.lowers[0] not in vocab.OPENERS:
        return False
    return line.words[at + 1 : at + 2] == [","] and "," not in line.words[:at]


def _follows_firm(line: Line, at: int, following: str) -> bool:
    """Whether a firm's name looks like a genitive: "Moody's estimates the loss at $4bn"."""
    return phrases.is_capital(line.words[at - 1]) and following in _FIRMS_OBJECTS


def _in_relative(line: Line, at: int) -> bool:
    """Whether a short subject behind "which" precedes: "which the UN estimates has killed"."""
    return not _RELATIVE.isdisjoint(line.lowers[max(0, at - _RELATIVE_REACH) : at])


def _follows_official(line: Line, at: int) -> bool:
    """Whether "official" before the past form at `at` is somebody: "a health official put"."""
    if line.lowers[at - 2] in vocab.AUXILIARIES:
        return True
    past = line.lowers[at] in vocab.PARTICIPLES and line.lowers[at] not in vocab.BASE_FORMS
    return line.lowers[at - 1] == "official" and past


def _follows_somebody(line: Line, last: int) -> bool:
    """Whether the past form behind `last` is a verb of its own ("the council denied claims")."""
    return last >= 0 and line.lowers[last] not in vocab.SOURCES and line.words[last] != ","


def _has_since(line: Line, at: int) -> bool:
    """Whether "since" before `at` is an adverb: "auditors have since put the bill at 5m"."""
    return line.lowers[at - 1] == "since" and line.lowers[at - 2] in vocab.AUXILIARIES


def _are_people(lower: str) -> bool:
    """Whether a plural names those who speak: "experts", "charities"."""
    bare = lower[:-3] + "y" if lower.endswith("ies") else lower[:-1]
    speaks = lower in vocab.BODIES or bare in vocab.BODIES or bare in vocab.ROLES
    return lower in vocab.PLURALS or (lower.endswith("s") and speaks)


def _is_adverb(line: Line, at: int) -> bool:
    word, lower = line.words[at], line.lowers[at]
    if at and phrases.is_capital(word):
        return lower in vocab.CALENDAR and lower in vocab.ADVERBS
    manner = lower.endswith("ly") and len(lower) > 4 and lower not in vocab.NOUNS_IN_LY
    return lower in vocab.ADVERBS or manner


def _has_plural(line: Line, at: int) -> bool:
    """Whether a plural stands in the noun phrase before a plain form ("figures from X show")."""
    back = at
    for _ in range(_PLURAL_REACH):
        back -= 1
        if back > 1 and back == at - 1 and line.words[back] == ",":
            # "The figures, obtained by the BBC, show": the noun stands before the aside.
            back -= 1
            while back > 0 and line.words[back] not in phrases.BREAKS:
                back -= 1
            back -= 1
        if back < 0:
            return False
        word = line.words[back]
        if word in phrases.BREAKS or line.lowers[back] in vocab.SAYING:
            # "The Treasury says in its debt report": that verb is no plural.
            return False
        if word in vocab.PLURALS or (
            word.lower().endswith("s")
            and len(word) > 3
            and not word.lower().endswith("ss")
            and not phrases.is_possessive(word)
        ):
            return True
    return False


def _has_complement(line: Line, at: int) -> bool:
    """Whether the plural before a verb is behind a noun of its own ("a report to members")."""
    back = range(at - 2, max(-1, at - 7), -1)
    return any(line.lowers[i] in vocab.PREPOSITIONS or line.lowers[i] == "and" for i in back)
