"""Ages of people, who are meant rather than measured by them; an average age is a figure."""

from __future__ import annotations

from figtrail.extraction.labels.ages.asides import is_age_then, is_in_asides
from figtrail.extraction.labels.ages.described import (
    AGE_WORDS,
    continues_age,
    describes_age,
    is_age,
    is_span_of_ages,
)
from figtrail.extraction.labels.ages.groups import (
    is_age_of_both,
    is_age_on_birthday,
    is_certificate,
    is_of_age_group,
    is_of_young,
)
from figtrail.extraction.labels.ages.lives import is_age_at, is_age_of_being, is_age_reached

__all__ = [
    "AGE_WORDS",
    "continues_age",
    "describes_age",
    "is_age",
    "is_age_at",
    "is_age_of_being",
    "is_age_of_both",
    "is_age_on_birthday",
    "is_age_reached",
    "is_age_then",
    "is_certificate",
    "is_in_asides",
    "is_of_age_group",
    "is_of_young",
    "is_span_of_ages",
]
