"""Regular expressions that are compiled when they are first used.

Compiling takes thousands of times as long as matching, and an article meets some half of all
patterns, so that whoever extracts from one article waits for those alone.
"""

from __future__ import annotations

import re
from typing import cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class LatePattern:
    """A pattern before its first use; from then on its methods are those of the compiled one."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        # Asked only for what the object doesn't hold: once, since the methods are kept here then.
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        found: object = getattr(compiled, name)
        return found


def compile_late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, compiled when it is first used.

    Raises:
        re.error: at its first use, if it is no pattern.

    """
    return cast("re.Pattern[str]", LatePattern(pattern, flags))
