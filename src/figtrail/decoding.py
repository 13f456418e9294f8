"""The bytes of a file that a person keeps, as text."""

from __future__ import annotations

from pathlib import Path

from figtrail.model import FigtrailError, Problem


def decode_utf8(content: bytes, path: Path) -> str:
    """The bytes as UTF-8 text, every code point kept; FigtrailError names the first bad byte.

    A NUL is one: no text holds it, and UTF-16 without a mark would pass for letters with NULs
    between them.
    """
    try:
        text, bad = content.decode("utf-8"), content.find(0)
    except UnicodeDecodeError as error:
        text, bad = "", error.start
    if bad >= 0:
        where, found = f"{path}, byte {bad}", f"0x{content[bad]:02x}"
        message = "the file is not UTF-8" if content[bad] else "the file is no text: it holds a NUL"
        raise FigtrailError([Problem("file-encoding", where, message, "Save it as UTF-8.", found)])
    return text
