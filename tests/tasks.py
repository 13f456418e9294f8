"""What tests have several processes do: functions that processes find by their names."""

from __future__ import annotations

import os
import signal
import sys
import time


def wait(seconds: float) -> float:
    """Takes so long, and gives it back."""
    time.sleep(seconds)
    return seconds


def tell_process(seconds: float) -> int:
    """The process that is asked, after a while in which others can be asked too."""
    time.sleep(seconds)
    return os.getpid()


def invert(number: int) -> float:
    """Fails for 0."""
    return 1 / number


def end_by_signal(number: int) -> int:
    """Ended as by a system without memory, for an item of 9; slow to give back a smaller one."""
    if number == signal.SIGKILL:
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.1)
    return number


def end_by_itself(number: int) -> int:
    """Ends the process with a code, where it is more than 0."""
    if number:
        os._exit(number)
    return number


def print_number(number: int) -> int:
    """Prints, where answers go otherwise."""
    print("between the answers")
    sys.stdout.flush()
    return number


class UnsendableError(Exception):
    """An error that can't be pickled."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no {number}")
        self.hold = lambda: number


def raise_unsendable(number: int) -> int:
    """Raises what can't be sent."""
    raise UnsendableError(number)
