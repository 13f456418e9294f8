"""Places by which something elsewhere is only measured or judged: "the size of Wales"."""

from __future__ import annotations

import re

_REACH = 60
"""So many characters before a name are read for what measures by it."""
_SIZE_OF = re.compile(
    r"\b(?:size|footprint|(?:twice|half|triple|times|roughly|about) the (?:area|population)) of"
    r" (?:[a-z' ]{1,30} (?:of|in) )?(?:the )?$|\b(?:larger|bigger|smaller) than (?:[a-z' ]{1,30}"
    r" (?:of|in) )(?:the )?$|\bas (?:big|large|small) as (?:[a-z' ]{1,30} (?:of|in) )(?:the )?$"
)
# "A surgeon in Leeds who was not involved called it solid".
_UNINVOLVED = re.compile(r",? who (?:was not|wasn['’]t|were not|is not|did not take|had no) ")


def is_size_of(low: str, start: int) -> bool:
    """See "a crater the size of the city of Denver", "as big as parts of Wales"."""
    return _SIZE_OF.search(low, max(0, start - _REACH), start) is not None


def is_uninvolved(low: str, end: int) -> bool:
    """See "a surgeon in Leeds who was not involved": who judges what was found elsewhere."""
    return _UNINVOLVED.match(low, end) is not None
