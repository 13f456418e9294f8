"""What titles, roles and forenames tell of somebody's gender."""

from __future__ import annotations

from typing import Literal

from figtrail.extraction.speakers import vocabulary as vocab

Gender = Literal["male", "female"]


def gender_of(words: list[str]) -> Gender | None:
    """What titles and roles among the words tell of the gender."""
    for word in words:
        lower = word.lower().rstrip(".")
        if lower in vocab.MALE or lower in vocab.TITLES_MALE:
            return "male"
        if lower in vocab.FEMALE or lower in vocab.TITLES_FEMALE:
            return "female"
    return None


def gender_of_forename(forename: str | None) -> Gender | None:
    """What a forename in lower case tells of the gender; None for one that either may have."""
    first = (forename or "").split("-")[0]
    if first in vocab.FORENAMES_MALE:
        return "male"
    return "female" if first in vocab.FORENAMES_FEMALE else None
