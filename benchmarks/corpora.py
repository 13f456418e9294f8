"""The texts that are read: articles as they are, articles varied, and prose without numbers."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator
from itertools import cycle
from pathlib import Path

ROOT = Path(__file__).parents[1]
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_NUMBER = re.compile(
    r"[\d¼-¾⅐-⅞]|\b(?:\w+teen|\w+ty|\w+ths?|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|twice|thrice|once|half|halves|halv\w+|third\w*|quarter\w*|doubl\w+|trebl\w+|tripl\w+"
    r"|dozens?|\w+fold|(?:hundred|thousand|\w*illion)s?|percent\w*|first|second|single|both|fiver|tenner)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\b[a-zA-Z]{5,}\b")
_DIGIT = re.compile(r"\d")


def read_seeds() -> list[str]:
    """The articles of seeds/, in the order of their names."""
    return [path.read_bytes().decode() for path in sorted((ROOT / "seeds").glob("*.txt"))]


def read_golden() -> list[str]:
    """The texts of tests/golden/: short, and far denser in figures than news is."""
    paths = sorted((ROOT / "tests" / "golden").glob("*.jsonl"))
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    return [json.loads(line)["text"] for line in lines if line.strip()]


def take_bytes(texts: Iterable[str], size: int) -> Iterator[str]:
    """The first texts, whole, until they come to `size` bytes of UTF-8."""
    for text in texts:
        yield text
        size -= len(text.encode())
        if size <= 0:
            return


def repeat_texts(texts: list[str], size: int) -> list[str]:
    """The texts again and again, until they come to `size` bytes."""
    return list(take_bytes(cycle(texts), size))


def generate_plain(size: int) -> list[str]:
    """Articles of the sentences that hold no digit and no word of number, drawn by a fixed seed."""
    chance = random.Random(2019)
    sentences = [
        sentence
        for text in (*read_seeds(), *read_golden())
        for sentence in _SENTENCE.split(text)
        if len(sentence) > 20 and not _NUMBER.search(sentence)
    ]

    def draw() -> Iterator[str]:
        while True:
            yield "\n\n".join(" ".join(chance.choices(sentences, k=3)) for _ in range(8))

    return list(take_bytes(draw(), size))


def vary_seeds(size: int) -> Iterator[str]:
    """The seeds with other digits and, now and then, a word never seen: text that doesn't repeat.

    A cache without a bound grows on it, as it would over years of news.
    """
    chance = random.Random(2019)

    def change(match: re.Match[str]) -> str:
        if chance.random() > 0.1:
            return match.group()
        return match.group() + "".join(chance.choices("aeioulnrst", k=4))

    def draw() -> Iterator[str]:
        for text in cycle(read_seeds()):
            digits = _DIGIT.sub(lambda _: chance.choice("123456789"), text)
            yield _WORD.sub(change, digits)

    return take_bytes(draw(), size)
