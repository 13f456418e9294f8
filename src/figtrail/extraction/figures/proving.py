"""What proves a figure: the stretch of the article that gives its number again, read alone."""

from __future__ import annotations

from figtrail.extraction.figures.rereading import read_quantity
from figtrail.extraction.found import Found
from figtrail.extraction.quantities import interval
from figtrail.patterns import compile_late
from figtrail.plain import Plain, trim

# Signs that may be markup; how a sentence without them is read hangs on nothing around it.
_MARKUP = compile_late(r"[*_`~\[\]|<>&#\t]|^[-+]")


def find_stretch(item: Found, written: str, plain: Plain) -> tuple[int, int]:
    """Where the article as it is `written` has what proves a figure: its sentence or its table."""
    if item.tabled is not None:
        return item.tabled.start, item.tabled.stop
    return trim(written, *plain.stretch(item.sentence.start, item.sentence.end))


def keep_proved(found: list[Found], written: str, plain: Plain) -> list[Found]:
    """The finds without those whose number can't be proved.

    Damaged markup may mean one thing in its article and another where its sentence is read alone.
    Such a number is nobody's to vouch for, and no reason to refuse the rest of a publication.
    """
    return [item for item in found if _is_proved(item, written, plain)]


def _is_proved(item: Found, written: str, plain: Plain) -> bool:
    begin, end = find_stretch(item, written, plain)
    sentence = written[begin:end]
    if _MARKUP.search(sentence) is None:
        return True
    start, stop = plain.span(item.start, item.end)
    read = read_quantity(sentence, start - begin, stop - begin)
    if read is None or read.out_of != item.reading.number.out_of:
        return False
    return (read.value, read.low, read.high) == interval(item.reading)
