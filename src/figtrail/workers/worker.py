"""One process that works for this one: started anew, so that it shares no thread and no lock.

It is sent pickled items through its standard input and answers through its standard output. When
this process ends, however it ends, that input ends, and so does the other process.
"""

from __future__ import annotations

import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Generic

from figtrail.workers import Item, Result

_START = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from figtrail.workers.serving import serve; serve()"
)


class LostWorkerError(Exception):
    """The process couldn't be started, or ended before it had answered; says how."""


class Worker(Generic[Item, Result]):
    """A process that applies a function to one item after another."""

    def __init__(self, function: Callable[[Item], Result]) -> None:
        # -P: what lies in the working folder is not taken for a module.
        command = [sys.executable, "-P", "-c", _START]
        pipe = subprocess.PIPE
        try:
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, **_set_apart())
        except OSError as error:
            reason = error.strerror or str(error)
            raise LostWorkerError(
                f"the process to read it with can't be started: {reason}"
            ) from error
        self._greeting: tuple[Any, ...] = (sys.path, function)

    def apply(self, item: Item) -> Result:
        """What the function gives for an item; raises what it raises there.

        Raises LostWorkerError where the process has ended, for instance because the system needed
        the memory that it took.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        content = pickle.dumps(item, pickle.HIGHEST_PROTOCOL)
        try:
            for message in self._greeting:
                pickle.dump(message, self._process.stdin)
            self._greeting = ()
            self._process.stdin.write(content)
            self._process.stdin.flush()
            done, answer = pickle.load(self._process.stdout)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise LostWorkerError(self._tell_end()) from error
        if not done:
            raise answer
        result: Result = answer
        return result

    def end(self) -> None:
        """End the process at once; whoever waits for an answer is told that it is lost."""
        self._process.kill()

    def close(self) -> None:
        """Give back what the system holds of the ended process; nobody may be waiting for it."""
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # an item that it didn't take
                if stream is not None:
                    stream.close()

    def _tell_end(self) -> str:
        code = self._process.wait()
        if code >= 0:
            return f"the process that read it ended with code {code}"
        try:
            name = signal.Signals(-code).name
        except ValueError:
            name = f"signal {-code}"
        return f"the process that read it was ended by {name}"


def _set_apart() -> dict[str, Any]:
    """What keeps Ctrl-C from the process: it is for this one, which ends the other."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"process_group": 0}
