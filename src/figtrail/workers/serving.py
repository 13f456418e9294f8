"""The other side: a process that answers item by item until there are no more."""

from __future__ import annotations

import gc
import os
import pickle
import sys
import traceback
from collections.abc import Callable
from typing import Any


def serve() -> None:
    """Read a function, then items, from standard input; write what it gives to standard output."""
    source = sys.stdin.buffer
    # Nothing that is printed may come between the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    gc.set_threshold(50_000)  # as the command line does
    function: Callable[[Any], Any] = pickle.load(source)
    try:
        while True:
            item = pickle.load(source)
            answers.write(_answer(function, item))
            answers.flush()
    except (EOFError, BrokenPipeError):
        # Whoever asked has all they wanted, or is gone; nothing is left to be written.
        os._exit(0)


def _answer(function: Callable[[Any], Any], item: object) -> bytes:
    """Whether the function came to its end, and what it gave or raised, pickled."""
    try:
        return pickle.dumps((True, function(item)), pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        told = "".join(traceback.format_exception(error))
        error.add_note(f"In the process that read it:\n{told}")
        try:
            return pickle.dumps((False, error), pickle.HIGHEST_PROTOCOL)
        except Exception:  # an exception can hold whatever it likes
            return pickle.dumps((False, RuntimeError(told)), pickle.HIGHEST_PROTOCOL)
