"""What is remembered of words is what a function says of them, and of no more than so many."""

from figtrail.extraction.memo import Memo


def test_a_word_is_read_once_until_the_memory_is_full() -> None:
    read: list[str] = []

    def measure(word: str) -> int:
        read.append(word)
        return len(word)

    memo = Memo(measure, 2)
    assert [memo[word] for word in ("one", "three", "one", "three")] == [3, 5, 3, 5]
    assert read == ["one", "three"]
    assert memo["seventeen"] == 9
    assert list(memo) == ["seventeen"]
    assert memo["one"] == 3
    assert read == ["one", "three", "seventeen", "one"]
