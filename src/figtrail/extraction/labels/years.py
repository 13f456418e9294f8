"""Four digits that are a year and no count: "in 1984", not "1984 homes" nor "down 21% to 1632"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.listing import is_listed_by_place
from figtrail.extraction.nouns import is_plural
from figtrail.extraction.numbers import Number
from figtrail.extraction.rules import needs
from figtrail.extraction.tokens import Tokens

_COMPARING = frozenset(read_sections("labels.txt")["comparing"])
_TOTALS = frozenset(read_sections("labels.txt")["totals"])
_DATED = frozenset(read_sections("labels.txt")["dated"])
_HELD_OF = frozenset(read_sections("labels.txt")["gatherings"])
_OLD_THINGS = frozenset(read_sections("years.txt")["old"])
_DEFINITE = frozenset(("the", "its", "their", "his", "her", "that", "this"))
_INDEFINITE = frozenset(("a", "an", "of", "to", "with"))
# So far before its noun an article may stand: "the 4.1% seasonal average of 2023".
_ARTICLE_REACH = 5
_OF_THEM = frozenset(("them", "whom", "those", "these", "which"))
# A level of so many is rarely told beside a year that is long past.
_MODERN = 1900
_THAN = frozenset(("than", "above", "below", "over", "under", "extra", "further", "additional"))
# Years that news names things by: "the 2019 awards", "presented 2021 budgets".
_RECENT = range(1980, 2060)


def is_money_of_year(tokens: Tokens, number: Number) -> bool:
    """Whether a year says which money is meant: "$200 million in 1940 dollars"."""
    word = tokens.words[number.core]
    dated = len(word) == 4 and word.isdigit() and 1850 <= number.value <= 2100
    return dated and number.first == number.core and tokens.lowers[number.first - 1] == "in"


def is_year(tokens: Tokens, number: Number) -> bool:
    """A year, as opposed to a count of four digits: "in 1984", not "1984 homes"."""
    word = tokens.words[number.core]
    if len(word) != 4 or not word.isdigit() or not 1500 <= number.value <= 2100:
        return False
    if number.stop != number.first + 1 or number.kind is not None:
        return False
    before = tokens.lowers[number.first - 1] if number.first else ""
    if _is_count(tokens, number, before):
        return False
    if before in _COMPARING and before not in ("to", "of", "all", "those", "these"):
        return before in _THAN and names_year(tokens, number.first)
    if number.stop >= len(tokens.words):
        return True
    after = tokens.lowers[number.stop]
    tag = tokens.tags[number.stop]
    if tag == "N" and is_plural(after):
        if names_year(tokens, number.first):
            return True
        return before in ("in", "since", "the", "its", "their", "by", "of", "during", "until")
    return not (tag in "JEG" and number.value % 100 == 0 and before not in ("the", "in"))


def _is_count(tokens: Tokens, number: Number, before: str) -> bool:
    """Whether the words around four digits make them a level or a total."""
    lowers, first, stop = tokens.lowers, number.first, number.stop
    earlier = lowers[first - 2] if first > 1 else ""
    if lowers[stop : stop + 1] == ["of"] and lowers[stop + 1 : stop + 2] != []:
        return lowers[stop + 1] in _OF_THEM
    if before == "of":
        return earlier in _TOTALS and not is_level_of_year(tokens, first)
    if before == "at":
        return tokens.tags[stop : stop + 1] not in (["N"], ["J"], ["G"])
    if is_listed_by_place(tokens.text, number.start, number.end):
        return True
    if number.value >= _MODERN:
        return False
    if before == "to":
        moved = earlier in ("%", "percent", "cent") or tokens.tags[max(0, first - 2)] in "VEv"
        return moved and "from" not in lowers[max(0, first - 6) : first]
    return before in _HELD or (before == "from" and earlier in ("up", "down"))


def names_year(tokens: Tokens, at: int) -> bool:
    """Whether the word behind four digits is what a year names: "2021 budgets", "2019 levels"."""
    known = tokens.lowers[at + 1 : at + 2]
    return known != [] and known[0] in _DATED and int(tokens.words[at]) in _RECENT


def is_level_of_year(tokens: Tokens, at: int) -> bool:
    """Whether four digits say when a level was: "the average of 2023", not "a crowd of 2015"."""
    if int(tokens.words[at]) not in _RECENT or tokens.lowers[at - 2] in _HELD_OF:
        return False
    if tokens.tags[at + 1 : at + 2] in (["N"], ["J"]):
        return False
    for word in reversed(tokens.lowers[max(0, at - 2 - _ARTICLE_REACH) : at - 2]):
        if word in _DEFINITE or word in _INDEFINITE:
            return word in _DEFINITE
    return False


_HELD = frozenset(read_sections("labels.txt")["year_held"])


# Years that are told of what is so old, and counts of the same size of most other things.
_OLDEST, _LATEST = 1000, 1499


def is_early_year(tokens: Tokens, number: Number) -> bool:
    """Whether four digits are a year before 1500: "the charter of 1215", "since 1066"."""
    first, stop = number.first, number.stop
    word = tokens.words[number.core]
    if not first or len(word) != 4 or not word.isdigit() or number.kind is not None:
        return False
    if not _OLDEST <= number.value <= _LATEST:
        return False
    after = tokens.tags[stop] if stop < len(tokens.words) else "."
    if tokens.lowers[stop : stop + 1] == ["of"]:
        return False  # "In 1200 of the schools"
    told = after == "N" and tokens.tags[stop + 1 : stop + 2] in (["O"], ["D"])  # "names it"
    before = tokens.lowers[first - 1]
    if before == "the" and stop < len(tokens.words):
        return tokens.lowers[stop] in _OLD_THINGS and not is_plural(tokens.lowers[stop])
    if before == "of" and first > 1 and tokens.lowers[first - 2] in _OLD_THINGS:
        return told or after not in "NJM"
    if before == "(" and tokens.lowers[stop : stop + 1] == [")"]:
        return not _OLD_THINGS.isdisjoint(tokens.vocabulary)
    return after not in "NJMG%" and _is_when(tokens, first - 1)


def _is_when(tokens: Tokens, at: int) -> bool:
    """Whether the word before four digits says when: "since 1066", "dates to 1325"."""
    lowers = tokens.lowers
    if lowers[at] in ("about", "around", "circa"):
        at -= 1
        if at < 0:
            return False
    if lowers[at] in ("since", "circa", "year") or (lowers[at] == "by" and at == 0):
        return True
    if lowers[at] in ("to", "from") and at:
        return not _DATING.isdisjoint(lowers[max(0, at - 2) : at])
    return lowers[at] == "in" and at == 0


_DATING = frozenset("date dates dated dating".split())


@needs(("bc", "bce"))
def is_before_christ(tokens: Tokens, number: Number) -> bool:
    """Whether a number is a year before our era: "in 44 BC", but not "44 BC towns"."""
    stop = number.stop
    if tokens.words[stop : stop + 1] not in (["BC"], ["BCE"]) or number.kind is not None:
        return False
    return stop + 1 >= len(tokens.words) or tokens.tags[stop + 1] not in "NJ"


@needs("'’‘")
def is_short_year(tokens: Tokens, number: Number) -> bool:
    """Whether two digits behind an apostrophe are a year: "Hurricane Hazel in '54", "Expo '67"."""
    word, first, stop = tokens.words[number.core], number.first, number.stop
    if len(word) != 2 or not word.isdigit() or number.kind is not None or number.scale is not None:
        return False
    spanned = number.form == "range" and len(tokens.words[stop - 1]) == 2
    mark = first - 1
    if mark < 0 or tokens.lowers[mark] not in ("'", "’", "‘"):
        return False
    if tokens.ends[mark] != tokens.starts[first] or not (spanned or stop == first + 1):
        return False
    if (
        mark
        and tokens.ends[mark - 1] == tokens.starts[mark]
        and tokens.words[mark - 1] not in _OPEN
    ):
        return False
    return _is_dated(tokens, mark, stop)


_OPEN = frozenset("-–—(/[")
_CALLING = frozenset("a an the this his her my our vintage".split())
_WHEN = frozenset(read_sections("years.txt")["when"])


def _is_dated(tokens: Tokens, mark: int, stop: int) -> bool:
    """Whether what stands around an apostrophe with two digits makes them a year."""
    after = tokens.lowers[stop] if stop < len(tokens.words) else "."
    counts = after == "%" or (tokens.tags[stop : stop + 1] == ["N"] and is_plural(after))
    if counts or after in ("'", "’"):
        return False
    before = tokens.words[mark - 1] if mark else ""
    if before.lower() in _WHEN or before in _OPEN or tokens.lowers[mark] == "’":
        return True
    # 'Expo '67', but not "said 'Ana '40 or so'": a name before it, and no quotation that ends.
    quoted = any(
        tokens.lowers[at] in ("'", "’") and tokens.ends[at - 1] == tokens.starts[at]
        for at in range(stop, len(tokens.words))
    )
    called = before[:1].isupper() or before in _CALLING
    return called and mark > 0 and not quoted
