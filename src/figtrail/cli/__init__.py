"""The command line: arguments, printing and exit codes; nothing else.

Exit codes: 0 good, 1 invalid or failed, 2 wrong use.
"""

from __future__ import annotations

import errno
import gc
import io
import os
import sys

from figtrail.model import FigtrailError, Problem
from figtrail.paths import show_path

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""What the system says where an output has no room left."""


def _open_streams() -> None:
    """Let every command read and write, where a stream is closed or knows few characters too."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode))
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def _drop_output() -> None:
    """Write nothing more: Python would complain once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def explain(error: OSError) -> Problem:
    """What the system refused to a command that didn't expect it."""
    message = error.strerror or str(error)
    if error.filename is None and error.errno in FULL:
        action = "Write it elsewhere, or make room."
        return Problem("output-unwritable", "standard output", message, action)
    where = "the system" if error.filename is None else show_path(os.fsdecode(error.filename))
    action = "Check the path, its permissions and the space left."
    return Problem("file-unreadable", where, message, action)


def main() -> None:
    """Run the command that `sys.argv` names, and exit."""
    # Neither loading nor reading makes garbage that must be looked for, and looking at all that a
    # start loads takes a tenth of its time: so the pace is set before the rest is loaded.
    gc.set_threshold(200_000)
    from figtrail.cli.app import COMMANDS, make_app

    app = make_app([name for name in sys.argv[1:2] if name in COMMANDS] or COMMANDS)
    _open_streams()
    try:
        try:
            app()
        finally:
            sys.stdout.flush()  # What can't be written must be said while it can.
    except FigtrailError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:  # Whoever read the output has what they wanted.
        _drop_output()
        sys.exit(1)
    except OSError as error:
        print(explain(error), file=sys.stderr)
        _drop_output()
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        # The process ends: its memory goes back whole, and needn't be searched for garbage first.
        gc.freeze()
