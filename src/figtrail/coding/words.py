"""How words are compared: case, hyphens, line ends and the shape of apostrophes aside."""

from __future__ import annotations

import re

APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'"})
WORD_GAPS = re.compile(r"[\s\-‐‑–—]+")


def normalise_words(text: str) -> str:
    """The words of a phrase as they are compared: lower case, single blanks, plain apostrophes."""
    return WORD_GAPS.sub(" ", text.translate(APOSTROPHES).casefold()).strip()
