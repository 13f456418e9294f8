"""An article's file: its bytes, and the text that they hold."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

from figtrail.decoding import decode_utf8
from figtrail.model import FigtrailError, Problem

MEDIA_TYPES = {".txt": "text/plain", ".md": "text/markdown"}
"""Ending of a file that can be read → its media type (RFC 2046, RFC 7763)."""


class TextFile(NamedTuple):
    """A decoded file: `bytes` and `sha256` (hexadecimal) are those of the file as it lies."""

    text: str
    sha256: str
    bytes: int
    media_type: str


def read_text(path: Path) -> TextFile:
    """The file's UTF-8 text with every code point as it stands.

    No newline is translated, nothing is normalised, and a byte order mark stays: offsets into the
    text are then offsets into what the file says. Raises FigtrailError for a file that can't be
    read or isn't UTF-8.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        message = error.strerror or "can't be read"
        raise FigtrailError(
            [Problem("file-unreadable", str(path), message, "Check the path and its permissions.")]
        ) from error
    return TextFile(
        text=decode_utf8(content, path),
        sha256=hashlib.sha256(content).hexdigest(),
        bytes=len(content),
        media_type=MEDIA_TYPES.get(path.suffix.lower(), "text/plain"),
    )
