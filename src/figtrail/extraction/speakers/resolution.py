"""The name behind the words that attribute: pronouns, short names and descriptions resolved."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers import descriptions, leads, openings, ownership, phrases
from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.firms import Firms
from figtrail.extraction.speakers.frames import choose_frame
from figtrail.extraction.speakers.genders import gender_of, gender_of_forename
from figtrail.extraction.speakers.lines import ACRONYM, read_tokens
from figtrail.extraction.speakers.names import NAMED_AS, People
from figtrail.extraction.speakers.persons import read_person
from figtrail.extraction.speakers.pronouns import find_person, find_teller

if TYPE_CHECKING:
    from figtrail.extraction.speakers.frames import Frame
    from figtrail.extraction.speakers.narration import Narration

Voice = tuple[str | None, str | None]
"""Who speaks, and the words that say so."""

# How far back a pronoun and "the company" reach, in characters, and in sentences.
_PRONOUN_REACH: Final = 1500
# How far on the name may stand of somebody who was a pronoun first.
_NEXT_REACH: Final = 400
_TOLD: Final = ("said", "says", "that")
_BODY_SENTENCES: Final = 4
# In so many sentences "she" may go on meaning somebody nameless.
_ROLE_SENTENCES: Final = 4
# A description of so many words may mean somebody.
_SHORT: Final = 4
_NOMINATIVE: Final = {"him": "he", "her": "she", "them": "they"}
_GENITIVE: Final = {"his": "he", "their": "they", "its": "it"}
_OURS: Final = ("our", "my")
# "ONS" and "the ONS".
_ACRONYM_WORDS: Final = 2


class Resolver:
    """Gives the speakers of one text their names."""

    def __init__(self, narration: Narration) -> None:
        self._narration = narration
        self._text = narration.text
        self._voices: dict[tuple[int, int], Voice] = {}
        self._firms = Firms(narration)

    @cached_property
    def _people(self) -> People:
        return People(self._text)

    def name_frame(self, frame: Frame) -> Voice:
        """Who speaks in a frame."""
        key = (frame.start, frame.end)
        known = self._voices.get(key)
        if known is None:
            known = self._voices[key] = self._name_frame(frame)
        return known

    def _name_frame(self, frame: Frame) -> Voice:
        words = self._text[frame.start : frame.end].strip(' \t,;:“"').rstrip(".").strip()
        if frame.subject is None:
            return None, words
        start, end = find_teller(self._narration, frame.subject, words)
        subject = self._text[start:end]
        if "“" in subject and self._text[end : end + 1] == "”":
            subject += "”"
        name = self.resolve(subject, start)
        if frame.person and (name is None or not self.is_person(name, subject)):
            name = None
        return name, words

    def is_person(self, name: str, subject: str) -> bool:
        """Whether words or a title show that the name found for a subject is somebody's."""
        if subject.lower() in ("he", "she"):
            return name != subject
        return self._people.is_somebody(name)

    def choose_voice(self, frames: list[Frame], position: int) -> Voice:
        """Who speaks in the innermost frame around a position whose subject may say so."""
        frame = choose_frame(frames, position)
        while frame is not None:
            voice = self.name_frame(ownership.find_outer(self._text, frame, frames))
            if voice[0] is not None or not frame.person:
                return voice
            frames = [other for other in frames if other is not frame]
            frame = choose_frame(frames, position)
        return None, None

    def name_label(self, start: int, label: str) -> Voice:
        """Who speaks by a name before a colon ("Ann Lowe: “…”")."""
        words = label.split(",")[0].strip()
        first = words.split(" ", 1)[0].lower()
        if first in vocab.PRONOUNS:
            # "She fumed: “…”".
            return self._resolve_pronoun(first, start), label
        person = leads.find_leading_person(label)
        if person is not None:
            return self.resolve(person, start), label
        if not words or not words[0].isupper() or len(words.split()) > 6:
            return None, None
        return self.resolve(words, start), words

    def resolve(self, subject: str, position: int) -> str | None:
        """The name behind a subject that stands at a position; None for I, we and the like."""
        words = subject.split()
        lowers = [_NOMINATIVE.get(word.lower(), word.lower()) for word in words]
        if len(words) == 1 and (lowers[0] in vocab.PRONOUNS or lowers[0] in _GENITIVE):
            return self._resolve_pronoun(_GENITIVE.get(lowers[0], lowers[0]), position)
        if len(words) > 2 and lowers[0] in ("he", "she") and lowers[1] == "and":
            return self._resolve_pronoun(lowers[0], position)
        if lowers[0] in _OURS and ownership.states_own(lowers):
            return None
        plain = re.split("[’']", lowers[0])[0]
        own = plain in vocab.OWN_VOICE and words[0] != ACRONYM
        if own and (len(words) == 1 or plain in ("i", "we", "you")):
            return None
        if len(words) == 2 and lowers[0] == "its" and lowers[1] in vocab.BODIES:
            body = self._find_body(position, max(0, position - _PRONOUN_REACH))
            return body or " ".join(words)
        if words[-1].isupper() and len(words) <= _ACRONYM_WORDS:
            return descriptions.find_spelt_out(self._text, words, position) or " ".join(words)
        name = self._resolve_member(words, position) or self._resolve_name(words, position)
        described = lowers[0] == "the" or lowers[0].endswith("-based")
        if name is None and described and 2 <= len(words) <= _SHORT + 1:
            name = self._resolve_description(words, position)
        return name or " ".join(words)

    def _resolve_description(self, words: list[str], position: int) -> str | None:
        """Who is meant by "the homewares chain", "the minister", "the 46-year-old"."""
        noun = words[-1]
        aged = descriptions.find_aged(self._narration, self._people, words, position)
        if aged is not None:
            return aged
        if any(word in vocab.PREPOSITIONS for word in words):
            return None
        if noun.lower() in ownership.BEARERS:
            # "the Minister" and "the Queensland premier" describe as "the minister" does.
            return descriptions.find_described(self._narration, self._people, words, position)
        if not noun.islower():
            return None
        if noun in vocab.COMPANIES:
            if any(map(phrases.is_possessive, words[:-1])):
                # "The city's utility".
                return None
            return self._firms.find_company(position)
        if noun in vocab.NAMED_BODIES:
            return (
                descriptions.find_full_body(self._text, noun, position) if len(words) == 2 else None
            )
        return None

    def _resolve_name(self, words: list[str], position: int) -> str | None:
        """The full name where a subject ends in a person's name."""
        begin = len(words)
        while begin > 0 and (
            words[begin - 1][0].isupper()
            or (words[begin - 1] in vocab.PARTICLES and begin < len(words))
        ):
            if phrases.is_possessive(words[begin - 1]):
                break
            begin -= 1
        run = words[begin:]
        before = words[begin - 1].lower() if begin else ""
        if not run or before in vocab.PREPOSITIONS or ownership.joins_body(words, begin):
            return None
        if (
            begin > 1
            and words[0].lower() in vocab.ARTICLES
            and ownership.describes(words[begin - 1])
        ):
            # "The most recent Forward Exam", "a report by the nonpartisan Policy Forum"; but
            # "a furious Ann Lowe" is she.
            if gender_of_forename(run[0].lower()) is None:
                return None
            return self._people.find_full(read) if (read := read_person(run)) else None
        # "The lobby group Warm Homes", which no person is.
        described = before in NAMED_AS and words[0].lower() in vocab.DETERMINERS
        person = read_person(run if before not in vocab.ROLES else [before, *run])
        if person is None or (described and person.title is None):
            return None
        if person.title is None:
            if before in ("the", "a", "an") or (begin == 0 and run[0].lower() == "the"):
                return None
            if person.forename is None and not self._people.knows(person.surname):
                return None
        if person.forename is not None and self._text.find(run[-1], 0, position) < 0:
            # Named for the first time: no need to read who else is named.
            return person.name
        return self._people.find_full(person)

    def _resolve_member(self, words: list[str], position: int) -> str | None:
        """The person of "Prof. Ngozi Ade of the University of Lagos"."""
        for at, word in enumerate(words[:8]):
            if word in vocab.ROLES:
                # "Agriculture economist Ann Lowe of the bank".
                continue
            if word in ("of", "from", "at", "for", "with", "in"):
                person = read_person(words[:at]) if at > 1 else None
                if person is None or person.forename is None or not words[0][0].isupper():
                    return None
                return self._resolve_name(words[:at], position)
            if not word[0].isupper() and word not in vocab.PARTICLES:
                return None
        return None

    def _resolve_pronoun(self, pronoun: str, position: int) -> str | None:
        floor = max(0, position - _PRONOUN_REACH)
        if pronoun in ("he", "she"):
            role = self._find_role(position, floor, pronoun)
            if role is not None:
                return role
            person = find_person(self._narration, self._people, pronoun, position, floor)
            person = person or self._people.find_next(
                position, position + _NEXT_REACH, gender_of([pronoun]), self._narration.is_spoken
            )
            return pronoun if person is None else self._people.find_full(person)
        unknown = None if pronoun == "it" else pronoun
        thing = self._firms.find_thing(position, floor)
        body = thing
        if thing is None or thing.split()[-1] not in vocab.INSTITUTIONS:
            body = self._find_body(position, floor) or thing
        words = body.split() if body is not None else []
        told = (
            self._text[max(0, position - ownership.SAME_CLAUSE) : position].rstrip().endswith(_TOLD)
        )
        if len(words) == len(("The", "airline")) and words[0] == "The" and not told:
            # "The airline carried 18.9 million, it said": whoever "the airline" is.
            return self._resolve_description(words, position) or body
        return body or unknown

    def _find_role(self, position: int, floor: int, pronoun: str) -> str | None:
        """The nameless person the sentence before begins with ("A spokesman for X apologised")."""
        starts = [floor, *self._narration.find_starts(floor, position + 1)]
        while starts and starts[-1] >= position:
            starts.pop()
        spoken = self._narration.is_spoken
        for end, start in pairwise(reversed(starts[-_ROLE_SENTENCES:])):
            # "A spokesman for X said so. The line, he said, would": the sentence names nobody.
            if self._people.find_last(position, end, None, spoken) is not None:
                break
            earlier = self._read_role(start, end, pronoun)
            if earlier is not None:
                named = self.resolve(earlier, start)
                return named if earlier[0] in "AaOo" or named != earlier else None
        return self._read_role(starts[-1], position, pronoun) if starts else None

    def _read_role(self, start: int, position: int, pronoun: str) -> str | None:
        """The nameless person whom the sentence at `start` begins with, before `position`."""
        if self._narration.is_spoken(start):
            return None
        head = self._text[start : min(position, start + leads.SENTENCE_HEAD)]
        line = read_tokens(head, 0, len(head))
        leading = openings.find_leading(line, 0, len(line.words)) if line.words else None
        if leading is None or line.lowers[leading[0]] not in ("a", "an", "the", "one"):
            return None
        lowers = line.lowers[leading[0] + 1 : min(leading[0] + 4, leading[1])]
        if vocab.ROLES.isdisjoint(lowers) or gender_of(lowers) not in (None, gender_of([pronoun])):
            return None
        words = head[line.starts[leading[0]] : line.ends[leading[1] - 1]]
        if leads.has_apposed_name(line, leading[1]):
            return None
        return None if self._resolve_name(words.split(), position) is not None else words

    def _find_body(self, position: int, floor: int) -> str | None:
        """The body or report that the sentences before speak of, for "it" and "they"."""
        starts = [floor, *self._narration.find_starts(floor, position + 1)]
        ends = [*starts[1:], position]
        recent = list(zip(starts, ends, strict=True))[-_BODY_SENTENCES:]
        for start, end in reversed(recent):
            if start >= position:
                continue
            for frame in reversed(self._narration.read_frames(start, end)):
                if frame.subject is not None and not frame.person:
                    subject = self._text[frame.subject[0] : frame.subject[1]]
                    if subject.lower() in ("it", "they"):
                        continue
                    name = self.resolve(subject, frame.subject[0])
                    person = name is not None and name.istitle() and self._people.is_somebody(name)
                    if name is not None and not person:
                        return name
            find = self._firms.find_other_lead if end == position else self._firms.find_lead
            name = None if self._narration.is_spoken(start) else find(start, end)
            if name is not None:
                return name
        return None
