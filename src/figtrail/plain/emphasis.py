"""Signs of emphasis, told from plain ones by what stands around them and by their pairs.

Roughly as CommonMark has it, with what articles need: "2*3*4" and "5%*" are plain, "F**k … s**t"
isn't bold, and a bold sign that has lost its other half is left out like one that has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from figtrail.patterns import compile_late
from figtrail.plain.edits import Edit

_RUN = compile_late(r"\*++|_++|~++")
_PARAGRAPH = compile_late(r"\n[ \t>]*+\r?\n")
# "________" is a line to write on.
_LONGEST = 4
_STRONG = 2


@dataclass(slots=True)
class Run:
    """Equal signs in a row, those that aren't used yet: whether they may open or close."""

    start: int
    stop: int
    sign: str
    opens: bool
    closes: bool
    within: bool
    """Letters or digits stand on either side."""


def read_run(source: str, at: int) -> Run:
    """The equal signs from an offset."""
    signs = _RUN.match(source, at)
    sign, stop = source[at], signs.end() if signs is not None else at + 1
    before, behind = source[at - 1 : at] if at else "", source[stop : stop + 1]
    within = before.isalnum() and behind.isalnum()
    opens, closes = bool(behind.strip()), bool(before.strip())
    count = stop - at
    if sign == "~":
        opens, closes = opens and count == _STRONG, closes and count == _STRONG
    elif sign == "_" or count == 1:
        opens, closes = opens and not before.isalnum(), closes and not behind.isalnum()
        if count == 1:
            opens = opens and (behind.isalnum() or not _is_word(before))
            closes = closes and (before.isalnum() or not _is_word(behind))
    elif not opens and not closes:
        closes = True
    if count > _LONGEST:
        opens = closes = False
    return Run(at, stop, sign, opens, closes, within)


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def pair_runs(source: str, runs: list[Run]) -> Iterator[Edit]:
    """What is left out of the article for the emphasis that its runs of signs make."""
    open_runs: dict[str, list[Run]] = {"*": [], "_": [], "~": []}
    last = 0
    for run in runs:
        if _PARAGRAPH.search(source, last, run.start) is not None:
            yield from _drop_single(open_runs)
        last = run.stop
        above = open_runs[run.sign]
        while run.closes and run.stop > run.start and above:
            if not _fit(source, above[-1], run):
                break
            yield from _close(above[-1], run)
            if above[-1].stop == above[-1].start:
                above.pop()
        if run.stop > run.start and run.opens:
            above.append(run)
        elif _is_lost(source, run):
            yield Edit(run.start, run.stop, shown=True)
    yield from _drop_single(open_runs)


def _close(opening: Run, closing: Run) -> Iterator[Edit]:
    """The signs that one run takes of the other: two for what is bold, one for what slants."""
    count = min(_STRONG, opening.stop - opening.start, closing.stop - closing.start)
    if opening.sign == "~":
        # What is struck is withdrawn.
        yield Edit(opening.start, closing.stop, shown=True)
    else:
        yield Edit(opening.stop - count, opening.stop)
        yield Edit(closing.start, closing.start + count)
    opening.stop -= count
    closing.start += count


def _drop_single(open_runs: dict[str, list[Run]]) -> Iterator[Edit]:
    """At the end of a paragraph: bold signs that nothing closed."""
    for sign, runs in open_runs.items():
        for run in runs:
            if sign == "*" and run.stop - run.start == _STRONG and not run.within:
                yield Edit(run.start, run.stop, shown=True)
        runs.clear()


# A part of a word that is bold is no longer.
_WORD = 40


def _is_lost(source: str, run: Run) -> bool:
    """Whether a run closes what a sentence before has opened: "4** million", "4_ million".

    A single star behind a word leads to a note, and so does one behind several digits before what
    they count: "About* 60", "41* deaths". Not so in "A* grades", "a 5* hotel", "Smith 102*,".
    """
    before, behind = source[max(0, run.start - 2) : run.start], source[run.stop : run.stop + 2]
    if run.sign == "*" and run.stop - run.start == 1:
        counts = len(before) > 1 and before.isdecimal() and behind[:1] == " " and behind.islower()
        return run.closes and (counts or before[-1:].islower())
    if run.sign == "*":
        return run.stop - run.start == _STRONG and bool(before[-1:].strip())
    return run.sign == "_" and run.closes and run.stop > run.start and before[-1:].isdigit()


def _fit(source: str, opening: Run, closing: Run) -> bool:
    """Whether two runs may be of one pair: signs inside a word are bold, and open within a word."""
    single = min(opening.stop - opening.start, closing.stop - closing.start) == 1
    if single and (opening.within or closing.within):
        return False
    words = source[opening.stop : closing.start][: _WORD + 1]
    return not opening.within or (len(words) <= _WORD and not any(map(str.isspace, words)))
