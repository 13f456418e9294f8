"""The person that a run of capitalised words names."""

from __future__ import annotations

from typing import Final, NamedTuple

from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.genders import Gender, gender_of, gender_of_forename

_FIRST_WORDS: Final = (
    vocab.DETERMINERS | vocab.OPENERS | vocab.PREPOSITIONS | vocab.PRONOUNS | vocab.OWN_VOICE
)
_SAME_TITLE: Final = {
    "councillor": "cllr",
    "coun": "cllr",
    "clr": "cllr",
    "professor": "prof",
    "doctor": "dr",
    "revd": "rev",
    "reverend": "rev",
}
_INSTITUTIONAL: Final = vocab.ORGANISATION_WORDS | vocab.ROLES | vocab.SOURCES
# What a body is, before its name: "Regulator Nersa", "Pollster Axis".
_DESCRIBING: Final = (vocab.BODIES | vocab.COMPANIES) - vocab.ROLES
_NO_NAMES: Final = (
    _DESCRIBING
    | _FIRST_WORDS
    | vocab.TITLES
    | vocab.ROLES
    | vocab.CALENDAR
    | vocab.ORGANISATION_WORDS
    | vocab.SOURCES
    | vocab.PORTFOLIOS
)


class Person(NamedTuple):
    """Somebody named: `name` with the title first given, `surname` in lower case."""

    name: str
    surname: str
    forename: str | None
    title: str | None
    gender: Gender | None


def read_person(words: list[str]) -> Person | None:
    """The person that a run of capitalised words names, roles dropped and titles kept.

    "Council Leader Derek Long" → Derek Long; "Cllr Nova Charlton" stays; None for institutions.
    """
    if len(words) > 2 and words[-1] in vocab.POSTNOMINALS:
        # "Rhodri Madoc MS": letters behind a name are kept with it.
        named = read_person(words[:-1])
        return named and named._replace(name=f"{named.name} {words[-1]}")
    if any(word[-1].isdigit() for word in words):
        # "Kestrel Q3".
        return None
    lowers = [word.lower().rstrip(".") for word in words]
    if _NO_NAMES.isdisjoint(lowers) and 2 <= len(words) <= 5 and words[0].upper() != words[0]:
        return Person(" ".join(words).rstrip("."), lowers[-1], lowers[0], None, None)
    begin = 0
    while begin < len(words) - 1 and lowers[begin] in _FIRST_WORDS:
        if len(lowers[begin]) == 1 and len(lowers[begin + 1]) == 1:
            break  # "A N Jha"
        begin += 1
    for at in range(begin, len(words) - 1):
        if lowers[at] in vocab.TITLES:
            begin = at
            break
        if lowers[at] in vocab.ROLES or lowers[at] in vocab.PORTFOLIOS:
            begin = at + 1
    titles = begin
    while titles < len(words) and lowers[titles] in vocab.TITLES:
        titles += 1
    name = words[titles:]
    if not name or len(name) > 5 or len(words) > 10:
        return None
    if titles == begin and len(name) > 1 and lowers[titles] in _DESCRIBING:
        return None
    # Behind a role, somebody with a known forename may be called Park, Church or Bank.
    called = begin > 0 and len(name) > 1 and gender_of_forename(lowers[titles]) is not None
    for word, lower in zip(name, lowers[titles:], strict=True):
        institutional = titles == begin and lower in _INSTITUTIONAL
        if lower in vocab.CALENDAR or (institutional and not (called and word is name[-1])):
            return None
        if len(word) > 4 and word.isupper():
            return None
    gender = gender_of(words[:titles])
    surname = lowers[-1]
    return Person(
        " ".join(words[begin:]).rstrip("."),
        surname,
        lowers[titles] if len(name) > 1 else None,
        _SAME_TITLE.get(lowers[begin], lowers[begin]) if titles > begin else None,
        gender,
    )
