"""Whether a number is a mark, of an examination or a rating: "scored above 200", "9 out of 10"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.measured import Measured
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens

_WORDS = read_sections("exams.txt")
_EXAMS = frozenset(_WORDS["exams"])
_SCORING = frozenset(_WORDS["scoring"])
_GETTING = frozenset(_WORDS["getting"])
_SUBJECTS = frozenset(_WORDS["subjects"])
_MARKS = frozenset(_WORDS["marks"])
_MARKING = frozenset(_WORDS["marking"])
# What is scored here is a matter of sport.
_PLAYED = frozenset(read_sections("nouns.txt")["playing"]) | frozenset(
    read_sections("innings.txt")["cricket"]
)


def find_exam_score(tokens: Tokens, reading: Reading, measured: Measured | None) -> str | None:
    """The unit of a mark, `mark` where an examination says so; None where a number is none."""
    if reading.kind not in ("count", "ratio") or reading.number.form == "fraction":
        return None
    if _is_rating(tokens, reading):
        return "point"
    if reading.unit == "mark":
        return "mark" if _is_examined(tokens, reading) else None
    if reading.kind != "count" or reading.unit is not None or reading.phrase is not None:
        return None
    if _is_scored(tokens, reading.bound_start - 1):
        return "point"
    before = tokens.lowers[reading.bound_start - 1] if reading.bound_start else ""
    behind = tokens.lowers[reading.after : reading.after + 2]
    if before in _GETTING and behind[:1] == ["in"] and behind[-1] in _SUBJECTS:
        return "point"
    head = measured.head if measured is not None else None
    if head is None and before == "of":
        # "Came top with a mark of 331".
        head = reading.bound_start - 2
    return "point" if head is not None and _is_mark(tokens, head) else None


def _is_rating(tokens: Tokens, reading: Reading) -> bool:
    """Whether so many of so many say how good something is: "rated 9 out of 10 for danger"."""
    number = reading.number
    if reading.kind != "ratio" or reading.phrase is not None or number.out_of not in _FULL_MARKS:
        return False
    if tokens.lowers[number.stop : number.stop + 1] == ["of"]:
        return False
    before = tokens.lowers[max(0, reading.bound_start - _RATED_NEAR) : reading.bound_start]
    return not _RATING.isdisjoint(before)


_RATING = frozenset(_WORDS["rating"])
_RATED_NEAR = 5
_FULL_MARKS = frozenset((4, 5, 6, 10, 20, 100))


def _is_scored(tokens: Tokens, at: int) -> bool:
    """Whether a token before a number says that candidates scored it: "scored between 200 and"."""
    at -= at > 0 and tokens.lowers[at] in ("between", "from")
    if at < 1 or tokens.lowers[at] not in _SCORING or not _PLAYED.isdisjoint(tokens.vocabulary):
        return False
    # "Some 1.2 million scored below 200": so many are no team.
    return tokens.tags[at - 1] == "M" or not _EXAMS.isdisjoint(tokens.vocabulary)


def counts_grades(tokens: Tokens, reading: Reading) -> bool:
    """Whether a number counts grades by their letters: "54 As", "17 A grades", "five A* to C"."""
    at = reading.number.stop
    at += 2 * (tokens.lowers[at : at + 2] == ["or", "more"])
    if reading.kind != "count" or at >= len(tokens.words) or reading.number.kind is not None:
        return False
    if tokens.lowers[at] not in _LETTERS or not tokens.words[at][0].isupper():
        return False
    if _GRADED.isdisjoint(tokens.vocabulary) and _EXAMS.isdisjoint(tokens.vocabulary):
        return False
    single = len(tokens.words[at]) == 1
    ahead = tokens.lowers[at + 1 : at + 5]
    return not single or not _RESULTS.isdisjoint(ahead) or ahead[:1] == ["*"]


_LETTERS = frozenset(_WORDS["letters"])
_RESULTS = frozenset(("grades", "passes", "results"))
_GRADED = frozenset(_WORDS["graded"])


def _is_examined(tokens: Tokens, reading: Reading) -> bool:
    """Whether "marks" are those of an examination, and no traces: "scored above 300 marks"."""
    before = tokens.lowers[reading.bound_start - 1] if reading.bound_start else ""
    scored = before in _SCORING or reading.number.out_of is not None
    return scored or not (_EXAMS - {"marks"}).isdisjoint(tokens.vocabulary)


def _is_mark(tokens: Tokens, head: int) -> bool:
    """Whether a noun is of marks: "the cut-off mark is 160", "the mark of 347 in the exam"."""
    if head < 0 or tokens.lowers[head] not in _MARKS:
        return False
    before = tokens.lowers[head - 1] if head else ""
    return before in _MARKING or not (_EXAMS - _MARKS).isdisjoint(tokens.vocabulary)
