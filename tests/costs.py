"""What the tests of long text share: whether the cost of reading keeps pace with the length."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count


def assert_linear(read: Callable[[str], object], half: str, whole: str) -> None:
    """Reading `whole`, twice as long as `half`, takes less than three times as long.

    Work that grows with the square of the length takes four times. What else the machine does
    only ever adds to a reading, so the least of several readings, taken in turns, is compared;
    the first ones also pay for words seen for the first time.
    """
    least_half, least_whole = float("inf"), float("inf")
    begun = time.process_time()
    # Quick readings are the ones that other processes spoil most, and cost least to take again.
    for turn in count():
        least_half = min(least_half, _measure(read, half))
        least_whole = min(least_whole, _measure(read, whole))
        # Below a few hundredths of a second the length is not what is measured.
        if turn and least_whole < max(3 * least_half, 0.05):
            return
        if turn >= _TURNS and time.process_time() - begun > _SECONDS:
            break
    raise AssertionError(
        f"{len(half):,} characters take {least_half:.3f} s, {len(whole):,} take {least_whole:.3f} s"
    )


# A reader that is not linear is given up after so many turns that took so long.
_TURNS = 7
_SECONDS = 5


def _measure(read: Callable[[str], object], text: str) -> float:
    """Processor seconds of one reading."""
    with _collector_at_rest():
        begun = time.process_time()
        read(text)
        return time.process_time() - begun


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keeps the garbage collector from walking, in one reading, all that the tests before hold."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
