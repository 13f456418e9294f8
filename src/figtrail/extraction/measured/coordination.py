"""Verbs that share one subject: "the mill cut jobs and lost £4m"."""

from __future__ import annotations

from figtrail.extraction.tokens import Tokens


def is_second(tokens: Tokens, subject: tuple[int, int], verb: int) -> bool:
    """Whether another verb stands between a subject and its own: "the mill cut jobs and (lost)".

    The words from one to the other would say two things.
    """
    if verb - 1 <= subject[1] or tokens.lowers[verb - 1] not in ("and", "but"):
        return False
    return any(tag in "AVvE" for tag in tokens.tags[subject[1] : verb - 1])


def past_auxiliaries(tokens: Tokens, verb: tuple[int, int]) -> int:
    """Where a verb group says what is done: "has to (save)"; it always has a last word."""
    begin, stop = verb
    while begin < stop - 1 and (tokens.tags[begin] == "A" or tokens.lowers[begin] == "to"):
        begin += 1
    return begin
