"""What is raised above the line: a power, the mark of a footnote, or the end of an ordinal."""

from __future__ import annotations

from collections.abc import Iterator

from figtrail.patterns import compile_late
from figtrail.plain.edits import Edit

_TAGGED = compile_late(r"(?is)<sup(?=[\s>])[^<>]{0,300}>(.{0,400}?)</sup\s*>")
_SIGNED = compile_late(r"\^([^\s^]{1,12})\^")
_UNDER = compile_late(r"(?i)/<sub[\s>]")
_TAG = compile_late(r"<[^<>]{0,400}>")
_POWER = compile_late(r"[-−]?\d{1,2}")
_MARK = compile_late(r"\[?(?:[Nn]ote )?[\d*†‡§¶,–\- ]{0,10}\]?|\[[^\[\]]{1,30}\]")
# "10" to the power of anything, and lengths squared or cubed.
_TEN = compile_late(r"(?<![\d.,])10\Z")
_LENGTH = compile_late(r"(?<![^\W\d_])(?:[kcdm]?m|\d\s?(?:in|ft|yd|mi)|(?:sq|cu) ft)\Z")
_RAISED = dict(zip("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻", strict=True))


def read_raised(source: str, at: int) -> tuple[Edit, ...]:
    """How `<sup>2</sup>` or `^2^` at an offset is read; nothing for the letters of "5th"."""
    raised = (_TAGGED if source[at] == "<" else _SIGNED).match(source, at)
    if raised is None or not source[at - 1 : at].strip():
        return ()
    if source[at] == "<" and _UNDER.match(source, raised.end()) is not None:
        # "5<sup>1</sup>/<sub>2</sub>" is five and a half.
        return (Edit(at, raised.start(1), " "),)
    words = _TAG.sub("", raised[1]).strip()
    if _POWER.fullmatch(raised[1]) is not None and _is_power(source[max(0, at - 8) : at], words):
        return tuple(_raise(source, raised.start(), raised.start(1), raised.end(1), raised.end()))
    if _MARK.fullmatch(words) is not None:
        return (Edit(*raised.span(), shown=True),)
    if source[at] == "^":
        return Edit(at, at + 1), Edit(raised.end(1), raised.end())
    return ()


def _is_power(before: str, words: str) -> bool:
    if _TEN.search(before) is not None:
        return True
    return words in ("2", "3") and _LENGTH.search(before) is not None


def _raise(source: str, start: int, first: int, last: int, stop: int) -> Iterator[Edit]:
    """A raised digit for each between the marks, the marks with the first and the last of them."""
    for at in range(first, last):
        begin, end = start if at == first else at, stop if at == last - 1 else at + 1
        yield Edit(begin, end, _RAISED[source[at]])
