"""Paths of files: whether something is there, and whether and how one can be written down."""

from __future__ import annotations

import os
from pathlib import Path


def is_there(path: Path) -> bool:
    """Whether anything has that path, be it a broken link, or what may not be looked at."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def is_relative_path(content: object) -> bool:
    """Whether it is a POSIX path that stays below the descriptor, as Data Package v2 asks."""
    if not isinstance(content, str) or not content or content.startswith(("/", ".", "~")):
        return False
    parts = content.split("/")
    return (
        all(part not in {"", ".", ".."} and "\\" not in part and ":" not in part for part in parts)
        and content.isprintable()
    )


def show_path(path: Path | str) -> str:
    """A path as text that can be printed, whatever bytes its name has."""
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")
