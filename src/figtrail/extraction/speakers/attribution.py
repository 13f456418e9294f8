"""Who states the words at a place of an article.

Guide: the innermost source that a sentence or a quotation attributes them to; nobody for the
article's own voice, for a headline and for the words that do the attributing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from figtrail.extraction.speakers import vocabulary as vocab
from figtrail.extraction.speakers.clauses import Frame, find_frames
from figtrail.extraction.speakers.lines import read_line, read_tokens
from figtrail.extraction.speakers.names import People, gender_of, read_person
from figtrail.extraction.speakers.quotations import Quotation, find_quotations

# Longer than any sentence of prose: nothing is read in it.
_LONGEST: Final = 3000
# How far from a quotation its attribution may stand.
_NEAR: Final = 500
_STOP = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(]?[^\W\d_a-z])")
_NAMED_COLON = re.compile(r"([^.!?:\n“”\"]{3,120}):\s*$")
_FINAL: Final = frozenset(".?!”\"’'…):;,")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who states it, the words that say so, and whether it stands inside direct speech."""

    speaker: str | None
    speaker_text: str | None
    quoted: bool


_NOBODY: Final = Attribution(None, None, False)
_NOBODY_QUOTED: Final = Attribution(None, None, True)


class Speakers:
    """The attributions of one text; everything is worked out when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._frames: dict[tuple[int, int, bool], list[Frame]] = {}
        self._spoken: dict[int, tuple[str | None, str | None]] = {}

    @cached_property
    def _quotations(self) -> tuple[Quotation, ...]:
        return find_quotations(self._text)

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.start for quotation in self._quotations]

    @cached_property
    def _people(self) -> People:
        return People(self._text)

    def attribute(
        self, start: int, end: int, sentence_start: int, sentence_end: int
    ) -> Attribution:
        """Who states `text[start:end]`, which stands in `text[sentence_start:sentence_end]`."""
        index = self._find_quotation(start)
        if index is not None:
            return self._attribute_quoted(index, start, sentence_start, sentence_end)
        frame = self._find_frame(start, sentence_start, sentence_end, inside=None)
        if frame is None or self._is_headline(sentence_start, sentence_end):
            return _NOBODY
        speaker, words = self._name_frame(frame)
        return Attribution(speaker, words, False)

    def _find_quotation(self, position: int) -> int | None:
        index = bisect_right(self._quotation_starts, position) - 1
        if index >= 0 and position < self._quotations[index].end:
            return index
        return None

    def _is_spoken(self, position: int) -> bool:
        return self._find_quotation(position) is not None

    def _attribute_quoted(
        self, index: int, position: int, sentence_start: int, sentence_end: int
    ) -> Attribution:
        quotation = self._quotations[index]
        frame = self._find_frame(position, sentence_start, sentence_end, inside=quotation)
        if frame is not None:
            speaker, words = self._name_frame(frame)
            if speaker is not None:
                return Attribution(speaker, words, True)
        speaker, words = self._find_voice(index)
        return Attribution(speaker, words, True)

    def _read_frames(self, start: int, end: int, inside: Quotation | None) -> list[Frame]:
        key = (start, end, inside is not None)
        known = self._frames.get(key)
        if known is None:
            known = self._frames[key] = self._make_frames(start, end, inside)
        return known

    def _make_frames(self, start: int, end: int, inside: Quotation | None) -> list[Frame]:
        speech: list[tuple[int, int]] = []
        if inside is None:
            index = max(0, bisect_right(self._quotation_starts, start) - 1)
            for quotation in self._quotations[index:]:
                if quotation.start >= end:
                    break
                if quotation.end > start:
                    speech.append((max(start, quotation.start), min(end, quotation.end)))
        line = read_line(self._text, start, end, speech)
        return [] if line is None else find_frames(line)

    def _find_frame(
        self, position: int, start: int, end: int, inside: Quotation | None
    ) -> Frame | None:
        """The innermost frame around a position, None where the narrator speaks."""
        if inside is not None:
            start, end = max(start, inside.start), min(end, inside.end)
        if end - start > _LONGEST:
            return None
        frames = self._read_frames(start, end, inside)
        return choose_frame(frames, position)

    def _find_voice(self, index: int) -> tuple[str | None, str | None]:
        """Who speaks a quotation: its own attribution, else that of the speech before it."""
        chain: list[int] = []
        voice: tuple[str | None, str | None] = (None, None)
        while True:
            known = self._spoken.get(index)
            if known is not None:
                voice = known
                break
            chain.append(index)
            voice = self._read_voice(index)
            if voice[1] is not None or index == 0 or not self._goes_on(index):
                break
            index -= 1
        if voice[1] is None and chain:
            voice = self._read_previous(chain[-1])
        for seen in chain:
            self._spoken[seen] = voice
        return voice

    def _goes_on(self, index: int) -> bool:
        """Whether a quotation without attribution carries on the speech of the one before."""
        quotation, previous = self._quotations[index], self._quotations[index - 1]
        if quotation.continues or quotation.paragraph == previous.paragraph:
            return True
        between = self._text[previous.end : quotation.start]
        if len(between) > _NEAR or self._text[quotation.paragraph : quotation.start].strip():
            return False
        lines = [line for line in between.split("\n")[1:] if line.strip()]
        return not lines

    def _read_voice(self, index: int) -> tuple[str | None, str | None]:
        quotation = self._quotations[index]
        start, end = self._surround(quotation)
        frame = choose_frame(self._read_frames(start, end, None), quotation.start)
        if frame is not None:
            return self._name_frame(frame)
        before = self._text[max(start, quotation.start - _NEAR) : quotation.start]
        named = _NAMED_COLON.search(before)
        if named is not None:
            return self._name_label(quotation.start - len(before) + named.start(1), named[1])
        return None, None

    def _read_previous(self, index: int) -> tuple[str | None, str | None]:
        """The attribution that ends the paragraph before a quotation which has none."""
        quotation = self._quotations[index]
        if self._text[quotation.paragraph : quotation.start].strip():
            return None, None
        end = quotation.paragraph
        while end > 0 and self._text[end - 1].isspace():
            end -= 1
        start = max(self._text.rfind("\n", 0, end) + 1, end - _NEAR)
        for match in _STOP.finditer(self._text, start, end):
            start = match.end()
        if self._is_headline(start, end) and not self._text[:end].endswith(":"):
            return None, None
        frames = self._read_frames(start, end, None)
        if frames:
            return self._name_frame(frames[-1])
        if self._text[end - 1 : end] == ":":
            return self._name_label(start, self._text[start : end - 1])
        return None, None

    def _surround(self, quotation: Quotation) -> tuple[int, int]:
        """The narrator's sentence around a quotation."""
        text = self._text
        paragraph = max(quotation.paragraph, quotation.start - _NEAR)
        start = paragraph
        for match in _STOP.finditer(text, paragraph, quotation.start):
            if self._find_quotation(match.start()) is None and not _is_abbreviation(
                text, match.start()
            ):
                start = match.end()
        if self._find_quotation(start) is not None and start < quotation.start:
            inner = self._quotations[self._find_quotation(start) or 0]
            if text[inner.end - 2 : inner.end - 1] in ".?!" and inner.end <= quotation.start:
                head = text[inner.end : quotation.start]
                if not head.strip() or head.strip()[0].isupper():
                    start = inner.end
        limit = text.find("\n", quotation.end, quotation.end + _NEAR)
        end = limit if limit >= 0 else min(len(text), quotation.end + _NEAR)
        for match in _STOP.finditer(text, quotation.end, end):
            if self._find_quotation(match.start()) is None and not _is_abbreviation(
                text, match.start()
            ):
                return start, match.end()
        return start, end

    def _name_label(self, start: int, label: str) -> tuple[str | None, str | None]:
        words = label.split(",")[0].strip()
        if not words or not words[0].isupper() or len(words.split()) > 6:
            return None, None
        return self._resolve(words, start), words

    def _name_frame(self, frame: Frame) -> tuple[str | None, str | None]:
        words = self._text[frame.start : frame.end].strip(" \t,;:“\"")
        if frame.subject is None:
            return None, words
        subject = self._text[frame.subject[0] : frame.subject[1]]
        if "“" in subject and self._text[frame.subject[1] : frame.subject[1] + 1] == "”":
            subject += "”"
        return self._resolve(subject, frame.subject[0]), words

    def _resolve(self, subject: str, position: int) -> str | None:
        """The name behind a subject: pronouns and short names by what came before."""
        words = subject.split()
        lowers = [word.lower() for word in words]
        if len(words) == 1 and lowers[0] in vocab.PRONOUNS:
            return self._resolve_pronoun(lowers[0], position)
        if lowers[0] in vocab.OWN_VOICE and (len(words) == 1 or lowers[0] in ("i", "we", "you")):
            return None
        name = self._resolve_name(words)
        if name is not None:
            return name
        if len(words) == 2 and lowers[0] == "the" and lowers[1] in vocab.COMPANIES:
            return self._find_company(position) or " ".join(words)
        return " ".join(words)

    def _resolve_name(self, words: list[str]) -> str | None:
        """The full name where a subject ends in a person's name."""
        begin = len(words)
        while begin > 0 and (
            words[begin - 1][0].isupper()
            or (words[begin - 1] in vocab.PARTICLES and begin < len(words))
        ):
            if words[begin - 1].endswith(("'s", "’s")):
                break
            begin -= 1
        run = words[begin:]
        if not run or (begin > 0 and words[begin - 1].lower() in vocab.PREPOSITIONS):
            return None
        person = read_person(run)
        if person is None:
            return None
        if begin > 0 and words[begin - 1] in ("the", "a", "an") and person.title is None:
            return None
        if person.forename is None and person.title is None:
            if not self._people.knows(person.surname):
                return None
            return self._people.find_full(person)
        if len(run) > 1 and run[0].lower() == "the" and person.title is None and begin == 0:
            return None
        return self._people.find_full(person)

    def _resolve_pronoun(self, pronoun: str, position: int) -> str | None:
        text = self._text
        floor = max(0, position - 1500)
        if pronoun in ("he", "she"):
            person = self._people.find_last(
                position, floor, gender_of([pronoun]), self._is_spoken
            )
            if person is not None:
                return self._people.find_full(person)
            return pronoun
        return self._find_body(position, floor) or text[position : position + len(pronoun)].lower()

    def _find_body(self, position: int, floor: int) -> str | None:
        """The body or report that the sentences before speak of, for "it" and "they"."""
        text = self._text
        starts = [floor if floor == 0 else text.find(" ", floor) + 1]
        starts.extend(
            match.end()
            for match in _SENTENCE.finditer(text, floor, position + 1)
            if not _is_abbreviation(text, match.start())
        )
        for start, end in reversed(list(zip(starts, [*starts[1:], position], strict=True))[-4:]):
            if start >= position or end - start > _LONGEST:
                continue
            for frame in reversed(self._read_frames(start, end, None)):
                if frame.subject is not None:
                    subject = text[frame.subject[0] : frame.subject[1]]
                    if subject.lower() in ("it", "they"):
                        continue
                    return self._resolve(subject, frame.subject[0])
            subject = _leading_body(text[start:end])
            if subject is not None and self._is_name(subject, start):
                return subject
        return None

    def _is_name(self, words: str, position: int) -> bool:
        """Whether a lone word that begins a sentence is a name: it has its capital elsewhere."""
        if " " in words or words.isupper() or words.lower() in vocab.BODIES | vocab.SOURCES:
            return True
        near = self._text[max(0, position - 3000) : position + 3000]
        return re.search(rf"[a-z,;] {re.escape(words)}\b", near) is not None

    def _find_company(self, position: int) -> str | None:
        """The organisation of a name that the sentences before "the company" begin with."""
        text = self._text
        floor = max(0, position - 2500)
        starts = [0] if floor == 0 else []
        starts.extend(match.end() for match in _SENTENCE.finditer(text, floor, position + 1))
        for start in reversed(starts):
            if start >= position or self._find_quotation(start) is not None:
                continue
            name = _leading_body(text[start : min(position, start + 300)])
            if name is not None and _is_organisation(name) and self._is_name(name, start):
                return re.sub("[’']s?$", "", name)
        return None

    def _is_headline(self, start: int, end: int) -> bool:
        """Whether a sentence is a line of its own without a final stop, with text to follow."""
        text = self._text
        while end > start and text[end - 1].isspace():
            end -= 1
        if end <= start or text[end - 1] in _FINAL:
            return False
        following = text[end : end + 40]
        if following and "\n" not in following[: len(following) - len(following.lstrip())]:
            return False
        return bool(following.strip())


_SENTENCE = re.compile(r"(?:\)|[A-Z]{3,}(?:, [A-Z][a-z]+\.?)?) [—–-]{1,2} |[.!?][\"”’')\]]*\s+(?=[\"“‘'(]?[^\W\d_a-z])|\n\s*")


def _is_abbreviation(text: str, stop: int) -> bool:
    """Whether a full stop follows a title or an initial."""
    begin = stop
    while begin > 0 and text[begin - 1].isalpha():
        begin -= 1
    word = text[begin:stop]
    return text[stop] == "." and (
        (len(word) == 1 and word.isupper()) or word.lower() in vocab.TITLES | {"st", "no"}
    )


def _leading_body(sentence: str) -> str | None:
    """The body or report that a sentence begins with."""
    from figtrail.extraction.speakers import subjects

    line = read_tokens(sentence, 0, min(len(sentence), 300))
    leading = subjects.find_leading(line, 0, len(line.words)) if line.words else None
    if leading is None:
        return None
    start, end = leading
    last = start
    for at in range(start, end):
        lower = line.lowers[at]
        if lower in vocab.BODIES or lower in vocab.SOURCES or (
            subjects.is_capital(line.words[at]) and lower not in vocab.DETERMINERS
        ):
            last = at + 1
        elif lower not in vocab.PREPOSITIONS | vocab.DETERMINERS | {"and"} and last > start:
            break
    if last == start:
        return None
    return sentence[line.starts[start] : line.ends[last - 1]]


def _is_organisation(name: str) -> bool:
    """Whether a phrase is a bare proper name, and of nobody who has a title or a role."""
    words = name.split()
    if not all(word[0].isupper() or word in ("of", "and", "&", "for", "the") for word in words):
        return False
    lowers = {word.lower().rstrip(".") for word in words}
    return lowers.isdisjoint(
        vocab.TITLES | vocab.ROLES | vocab.CALENDAR | vocab.OPENERS | vocab.PRONOUNS
    )


def choose_frame(frames: list[Frame], position: int) -> Frame | None:
    """The innermost of the frames that attribute what stands at a position."""
    inner: Frame | None = None
    trailing: Frame | None = None
    distance = 0
    for frame in frames:
        if frame.start <= position < frame.end:
            return None
        if frame.after[0] <= position < frame.after[1]:
            if frame.forward:
                inner = frame
            elif trailing is None or position - frame.end < distance:
                trailing, distance = frame, position - frame.end
        elif frame.before[0] <= position < frame.before[1]:
            if frame.forward:
                return frame
            gap = frame.start - position
            if trailing is None or gap < distance:
                trailing, distance = frame, gap
    return inner or trailing
