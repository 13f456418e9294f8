"""Who speaks a quotation: its own attribution, else that of the speech before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from figtrail.extraction.speakers.genders import gender_of_forename
from figtrail.extraction.speakers.introductions import find_introduced
from figtrail.patterns import compile_late

if TYPE_CHECKING:
    from figtrail.extraction.speakers.frames import Frame
    from figtrail.extraction.speakers.narration import Narration
    from figtrail.extraction.speakers.quotations import Quotation
    from figtrail.extraction.speakers.resolution import Resolver, Voice

# How far from a quotation its attribution may stand, in characters.
_NEAR: Final = 500
# Over so many paragraphs a speech is followed to its attribution.
_MOST_PARAGRAPHS: Final = 4
_LONGEST_CAPTION: Final = 80
_LABEL = compile_late(r"([^.!?:\n“”\"]{3,120}):\s{0,9}$")
_NOBODY: Final[Voice] = (None, None)


class Voices:
    """The speakers of the quotations of one text, each found once."""

    def __init__(self, narration: Narration, resolver: Resolver) -> None:
        self._narration = narration
        self._resolver = resolver
        self._found: dict[int, Voice] = {}

    def find_voice(self, index: int) -> Voice:
        """Who speaks the quotation of an index, and the words that say so."""
        chain: list[int] = []
        voice: Voice = _NOBODY
        while True:
            known = self._found.get(index)
            if known is not None:
                voice = known
                break
            chain.append(index)
            voice = self._read_own(index)
            if voice[1] is None:
                voice = self._read_carried(index)
            if voice[1] is not None or index == 0 or not self._goes_on(index):
                break
            index -= 1
        if voice[1] is None and chain:
            voice = self._read_previous(chain[-1])
        if voice[1] is None and chain:
            voice = self._read_following(chain[0])
        if voice[1] is None and chain:
            voice = self._read_introduced(chain[-1])
        for seen in chain:
            self._found[seen] = voice
        return voice

    def _goes_on(self, index: int) -> bool:
        """Whether a quotation without attribution carries on the speech of the one before."""
        quotation, previous = (
            self._narration.quotations[index],
            self._narration.quotations[index - 1],
        )
        if quotation.continues or quotation.paragraph == previous.paragraph:
            return True
        if quotation.start - previous.end > _NEAR or not self._opens_paragraph(quotation):
            return False
        between = self._narration.text[previous.end : quotation.start]
        return all(_is_caption(line) for line in between.split("\n")[1:-1])

    def _opens_paragraph(self, quotation: Quotation) -> bool:
        head = self._narration.text[quotation.paragraph : quotation.start]
        return not head or head.isspace()

    def _read_own(self, index: int) -> Voice:
        quotation = self._narration.quotations[index]
        start, end = self._surround(quotation)
        if start < quotation.start and self._opens_sentence(start, quotation.start):
            # "The company said it could cope. “We have 40,” she said": the sentence before is over.
            frames = self._narration.read_frames(quotation.start, end)
            voice = self._resolver.choose_voice(frames, quotation.start)
            if voice[1] is not None:
                return voice
        frames = self._narration.read_frames(start, end)
        voice = self._resolver.choose_voice(frames, quotation.start)
        if voice[1] is not None:
            return voice
        before = self._narration.text[max(start, quotation.start - _NEAR) : quotation.start]
        label = _LABEL.search(before)
        if label is not None:
            at = quotation.start - len(before) + label.start(1)
            return self._resolver.name_label(at, label[1])
        return _NOBODY

    def _opens_sentence(self, start: int, quotation_start: int) -> bool:
        """Whether a full stop stands right before a quotation."""
        stops = self._narration.find_stops(start, quotation_start + 2)
        return any(stop == quotation_start for stop in stops)

    def _read_carried(self, index: int) -> Voice:
        """The attribution at the end of a speech that goes on in the next paragraphs."""
        for _ in range(_MOST_PARAGRAPHS):
            quotation = self._narration.quotations[index]
            if not quotation.open_end:
                break
            following = self._narration.find_quotation(self._find_next_paragraph(quotation.end))
            if following != index + 1 or not self._narration.quotations[following].continues:
                break
            index = following
            voice = self._read_own(index)
            if voice[1] is not None:
                return voice
        return _NOBODY

    def _find_next_paragraph(self, end: int) -> int:
        text = self._narration.text
        at = text.find("\n", max(0, end - 1), end + _NEAR)
        while 0 <= at < len(text) - 1 and text[at].isspace():
            at += 1
        return end if at < 0 else at

    def _read_following(self, index: int) -> Voice:
        """Whoever the paragraph behind one that is all speech begins with."""
        quotation = self._narration.quotations[index]
        text = self._narration.text
        whole = self._opens_paragraph(quotation) and text[quotation.end : quotation.end + 1] == "\n"
        if not whole or text[quotation.end - 2] not in ".?!":
            # Without a full stop it is a headline or a caption.
            return _NOBODY
        start = self._find_next_paragraph(quotation.end)
        limit = text.find("\n", start, start + _NEAR)
        end = min(len(text), start + _NEAR) if limit < 0 else limit
        end = next(self._narration.find_stops(start, end), end)
        if self._narration.is_spoken(start) or self._narration.is_headline(start, end):
            return _NOBODY
        frames = _leave_wishes(self._narration.read_frames(start, end))
        return self._resolver.name_frame(frames[0]) if frames and frames[0].forward else _NOBODY

    def _read_previous(self, index: int) -> Voice:
        """The attribution that ends the paragraph before a quotation which has none."""
        quotation = self._narration.quotations[index]
        if not self._opens_paragraph(quotation):
            return _NOBODY
        text = self._narration.text
        end = quotation.paragraph
        while end > 0 and text[end - 1].isspace():
            end -= 1
        floor = max(0, end - _NEAR)
        start = max(text.rfind("\n", floor, end) + 1, floor)
        for stop in self._narration.find_stops(start, end):
            start = stop
        introduces = text[end - 1 : end] == ":"
        if self._narration.is_headline(start, end) and not introduces:
            return _NOBODY
        frames = _leave_wishes(self._narration.read_frames(start, end))
        if frames:
            return self._resolver.name_frame(frames[-1])
        if introduces:
            return self._resolver.name_label(start, text[start : end - 1])
        return _NOBODY

    def _read_introduced(self, index: int) -> Voice:
        """Whoever the sentence is about that stands before speech which is a sentence itself."""
        quotation = self._narration.quotations[index]
        text = self._narration.text
        start = self._surround(quotation)[0]
        before = text[start : quotation.start].rstrip()
        if before[-1:] not in (".", "!", "?") or text[quotation.end - 2] not in ".?!":
            return _NOBODY
        found = None if self._narration.is_spoken(start) else find_introduced(before)
        if found is None:
            return _NOBODY
        subject = before[slice(*found)]
        name = self._resolver.resolve(subject, start + found[0])
        if name is None:
            return _NOBODY
        called = " " in name and gender_of_forename(name.split(" ", 1)[0].lower()) is not None
        known = called or self._resolver.is_person(name, subject)
        return (name, subject) if known else _NOBODY

    def _surround(self, quotation: Quotation) -> tuple[int, int]:
        """The narrator's sentence around a quotation."""
        text = self._narration.text
        start = max(quotation.paragraph, quotation.start - _NEAR)
        for stop in self._narration.find_stops(start, quotation.start):
            start = stop
        start = self._skip_finished(start, quotation)
        limit = text.find("\n", quotation.end, quotation.end + _NEAR)
        end = limit if limit >= 0 else min(len(text), quotation.end + _NEAR)
        return start, next(self._narration.find_stops(quotation.end, end), end)

    def _skip_finished(self, start: int, quotation: Quotation) -> int:
        """Steps over a quotation at `start` that is a sentence of its own."""
        if start >= quotation.start:
            return start
        index = self._narration.find_quotation(start)
        if index is None:
            return start
        text = self._narration.text
        earlier = self._narration.quotations[index]
        if earlier.end > quotation.start or text[earlier.end - 2] not in ".?!":
            return start
        between = text[earlier.end : quotation.start].strip()
        return earlier.end if not between or between[0].isupper() else start


def _leave_wishes(frames: list[Frame]) -> list[Frame]:
    """The frames of saying, which alone tell who goes on speaking."""
    return [frame for frame in frames if not frame.person]


def _is_caption(line: str) -> bool:
    """Whether a line between two paragraphs of speech is empty or a caption, not a sentence."""
    line = line.strip()
    return not line or (len(line) <= _LONGEST_CAPTION and line[-1] not in '.?!”"’')
