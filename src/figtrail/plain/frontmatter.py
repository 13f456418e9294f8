"""The fields that a publishing tool keeps in front of an article: YAML or TOML."""

from __future__ import annotations

from figtrail.patterns import compile_late

# Every line is a field, goes on from one, or is empty: a text between two rules isn't taken.
_YAML = compile_late(
    r"\ufeff?---[ \t]*\r?\n(?=[\w\"'#])"
    r"(?:[ \t]*\r?\n|[ \t]*#.*\n|[\w\"'][\w.\"'-]{0,60}:(?:[ \t].*)?\r?\n|[ \t]+\S.*\n|-[ \t].*\n"
    r"|[\]}].*\n)*+(?:---|\.\.\.)[ \t]*(?=\r?\n|$)"
)
_TOML = compile_late(
    r"\ufeff?\+\+\+[ \t]*\r?\n(?=[\w\"'#\[])(?:(?!\+\+\+).*\n)*+\+\+\+[ \t]*(?=\r?\n|$)"
)


def find_front_matter(source: str) -> int:
    """Where the fields end, 0 where there are none."""
    pattern = {"---": _YAML, "+++": _TOML}.get(source[:4].lstrip("\ufeff")[:3])
    front = pattern.match(source) if pattern is not None else None
    return front.end() if front is not None else 0
