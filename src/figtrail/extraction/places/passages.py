"""The passages of one document as they are read for places, each once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from figtrail.extraction.places.gazetteer import extend_names, fold
from figtrail.extraction.places.general import find_general, may_name_quarter
from figtrail.extraction.places.mentions import Mention, Passage
from figtrail.extraction.places.persons import drop_people, find_people
from figtrail.extraction.places.recognition import find_names
from figtrail.extraction.places.subject import SURVEYED
from figtrail.extraction.places.survey import Sites, mark_sources, survey_sentence
from figtrail.patterns import compile_late

_LINE = compile_late(r"[^\n]+")


class Passages:
    """Reads any stretch of a document's text for its places, and keeps what it read.

    `place` is the article's own place, `homes` that and its nation by their keys, `names` further
    place names that the publication knows; `index` is the gazetteer with these. All offsets count
    code points of the document's text.
    """

    __slots__ = ("_homes", "_named", "_people", "_place", "_sentences", "_sites", "_text", "index")

    def __init__(
        self, text: str, place: str | None, homes: Mapping[str, str], names: Collection[str]
    ) -> None:
        self.index = extend_names(names)
        self._text = text
        self._place = place
        self._homes = homes
        self._people = find_people(text)
        self._sentences: dict[tuple[int, int], tuple[str, list[Mention]]] = {}
        self._named: dict[tuple[int, int], tuple[Passage, list[Mention]]] = {}
        self._sites: dict[tuple[int, int], Sites] = {}

    def read(self, start: int, end: int) -> tuple[str, list[Mention]]:
        """A sentence folded, and its mentions."""
        read = self._sentences.get((start, end))
        if read is None:
            passage, mentions = self._read_passage(start, end)
            general = find_general(passage)
            if general:
                mentions = sorted(mentions + mark_sources(passage.low, general))
            read = self._sentences[start, end] = (passage.low, mentions)
        return read

    def read_names(self, start: int, end: int) -> list[Mention]:
        """Those mentions of a sentence that are names."""
        return self._read_passage(start, end)[1]

    def survey(self, start: int, end: int) -> Sites:
        """A sentence with all that places of its figures are chosen by."""
        sites = self._sites.get((start, end))
        if sites is None:
            sites = self._sites[start, end] = survey_sentence(*self.read(start, end))
        return sites

    def list_lines(self) -> Iterator[tuple[int, Mention]]:
        """The mentions of the head of the text, each with the offset where its line starts."""
        for line in _LINE.finditer(self._text, 0, SURVEYED):
            start, end = line.span()
            passage, mentions = self._read_passage(start, end)
            if may_name_quarter(passage.low):
                mentions = self.read(start, end)[1]
            for mention in mentions:
                yield start, mention

    def _read_passage(self, start: int, end: int) -> tuple[Passage, list[Mention]]:
        read = self._named.get((start, end))
        if read is None:
            text = self._text[start:end]
            passage = Passage(text, fold(text), text.isupper())
            names = find_names(passage, self.index)
            if names:
                names = mark_sources(passage.low, names)
                names = drop_people(passage.low, names, self._people, self._place, self._homes)
            read = self._named[start, end] = (passage, names)
        return read
