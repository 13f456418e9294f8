"""Tags and signs that the words around a token settle."""

from __future__ import annotations


def tag_names(words: list[str], tags: list[str]) -> None:
    """Tag a name that ends like an adverb a noun, in place: "last year, Lilly made £9m"."""
    for at in range(1, len(words)):
        if tags[at] == "B" and words[at][0].isupper():
            inside = words[at - 1] == "," or words[at - 1].islower()
            tags[at] = "N" if inside and words[at][-2:] == "ly" else "B"


def tag_behind(word: str, before: str, lowers: list[str], tags: list[str]) -> None:
    """Tag a word a noun behind some tags, in place: "at 8am", not "I am"; "the average home"."""
    for at in range(1, len(lowers)):
        if lowers[at] == word and tags[at - 1] in before:
            tags[at] = "N"


def read_dashes(text: str, words: list[str], lowers: list[str], starts: list[int]) -> None:
    """Read a hyphen that stands alone for a dash, in place: "a bad year - sales fell".

    Between numbers it may be that of a range, "10 - 20", and stays.
    """
    for at in range(1, len(words) - 1):
        alone = words[at] == "-" and text[starts[at] - 1] == text[starts[at] + 1] == " "
        if alone and not (words[at - 1][-1].isdigit() and words[at + 1][0].isdigit()):
            lowers[at] = "–"
