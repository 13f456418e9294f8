"""The thread that a sentence takes over from the one before it, and its survey."""

from __future__ import annotations

from collections.abc import Sequence

from figtrail.extraction.dating.carrying import Thread
from figtrail.extraction.dating.lines import TAKEN, Line
from figtrail.extraction.dating.marks import Mark
from figtrail.extraction.dating.surveys import is_method


def is_empty(thread: Thread | None) -> bool:
    """Whether no time, event, survey, budget or vote comes over from the sentence before."""
    if thread is None:
        return True
    about = thread.event or thread.survey or thread.polled or thread.budget or thread.ballot
    return not (thread.period or about)


def is_idle(thread: Thread | None) -> bool:
    """Whether nothing comes over that could date a figure: no results of a span either."""
    return is_empty(thread) and not (thread and thread.results)


def start_thread(
    before: Thread | None, marks: Sequence[Mark], place: tuple[int, int], opened: bool
) -> Thread:
    """A sentence's thread with what stays to a story's end, and its survey till another time.

    `place` is where its paragraph starts and where it ends, `opened` whether it leaves a quotation
    open.
    """
    paragraph, end = place
    if before is None:
        return Thread(paragraph, end, opened, source=paragraph)
    ended = any(mark.use in TAKEN for mark in marks)
    return Thread(
        paragraph,
        end,
        opened,
        event=before.event,
        begun=before.begun,
        opening=before.opening,
        survey=None if ended else before.survey,
        polled=before.polled,
        source=paragraph,
        results=before.results,
    )


def take_survey(line: Line, after: Thread) -> Thread:
    """The thread with the time of a sentence's own survey, where it gives its answers."""
    if line.survey is None:
        return after
    made = None if is_method(line.tokens, line.survey) else line.survey.mention.period
    return after._replace(survey=made, polled=made)
