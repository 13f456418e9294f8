"""Who states the words at a place of an article.

The innermost source that a sentence or a quotation attributes them to; nobody for the article's
own voice, for a headline, and for the words that do the attributing.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from figtrail.extraction.speakers.narration import Narration
from figtrail.extraction.speakers.resolution import Resolver
from figtrail.extraction.speakers.voices import Voices


class Attribution(NamedTuple):
    """Who states it, the words that say so, and whether it stands inside direct speech.

    `speaker` is a person by the name and title first given in the article, or a body or report as
    it stands; None for the article's own voice.
    """

    speaker: str | None
    speaker_text: str | None
    quoted: bool


_NOBODY: Final = Attribution(None, None, False)


class Speakers:
    """The attributions of one text; everything is worked out when first asked for."""

    def __init__(self, text: str) -> None:
        self._narration = Narration(text)
        self._resolver = Resolver(self._narration)
        self._voices = Voices(self._narration, self._resolver)

    def attribute(
        self, start: int, end: int, sentence_start: int, sentence_end: int
    ) -> Attribution:
        """Who states `text[start:end]`, which stands in `text[sentence_start:sentence_end]`.

        Offsets are code points in the text; the figure must lie within its sentence.
        """
        if not sentence_start <= start <= end <= sentence_end:
            raise ValueError(
                f"The figure {start}–{end} is outside its sentence "
                f"{sentence_start}–{sentence_end}: give the sentence that holds it."
            )
        index = self._narration.find_quotation(start)
        if index is not None:
            return self._attribute_quoted(index, start, sentence_start, sentence_end)
        frames = self._narration.read_frames(sentence_start, sentence_end)
        if not frames or self._narration.is_headline(sentence_start, sentence_end):
            return _NOBODY
        speaker, words = self._resolver.choose_voice(frames, start)
        return _NOBODY if speaker is None else Attribution(speaker, words, False)

    def _attribute_quoted(
        self, index: int, position: int, sentence_start: int, sentence_end: int
    ) -> Attribution:
        quotation = self._narration.quotations[index]
        frames = self._narration.read_frames(
            max(sentence_start, quotation.start), min(sentence_end, quotation.end), inside=True
        )
        speaker, words = self._resolver.choose_voice(frames, position)
        if speaker is not None:
            return Attribution(speaker, words, True)
        speaker, words = self._voices.find_voice(index)
        return Attribution(speaker, None if speaker is None else words, True)
