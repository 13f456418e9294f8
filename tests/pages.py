"""The pages of the manual as they are meant to be followed: blocks, run one after the other.

A block `sh` is run by bash, `python` by Python, and what stands in a block `text` right after it
is exactly what it prints; `text error` is what it prints on standard error. `sh exits 1` says
that it fails. A block whose second word is a path, such as `csv build/measures.csv`, is a file
that the reader writes. Other blocks are for tests of their own.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^```([^\n]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RUN = ("sh", "python")
SECONDS = re.compile(r"\b\d+\.\d s\b")


@dataclass(frozen=True, slots=True)
class Block:
    """A block of code: its language, the words after it, and what stands in it."""

    language: str
    words: tuple[str, ...]
    body: str

    @property
    def file(self) -> str | None:
        """The path of the file that the block is."""
        word = self.words[0] if self.words else ""
        return word if "." in word else None

    @property
    def exit_code(self) -> int:
        """What its command exits with."""
        return int(self.words[1]) if self.words[:1] == ("exits",) else 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a block printed, and the folder that it ended in."""

    out: str
    err: str
    folder: Path


def read_blocks(page: str) -> tuple[Block, ...]:
    """The blocks of a page, named by its path from the root."""
    text = (ROOT / page).read_text(encoding="utf-8")
    found = [(info.split(), body) for info, body in BLOCK.findall(text)]
    return tuple(Block(language, tuple(words), body) for (language, *words), body in found)


def find_code(page: str, info: str) -> list[str]:
    """The blocks of a page that begin with the very words."""
    blocks = read_blocks(page)
    return [block.body for block in blocks if " ".join((block.language, *block.words)) == info]


def follow_page(page: str, folder: Path) -> str:
    """Do what a page says, from its top on, in a folder; return all that its commands printed.

    AssertionError names the block that exits otherwise, or prints something else, than it says.
    """
    blocks = read_blocks(page)
    printed, inside = [], folder
    for block, *after in zip(blocks, [*blocks[1:], None], [*blocks[2:], None, None], strict=False):
        if block.file:
            path = inside / block.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.body, encoding="utf-8")
        elif block.language in RUN:
            done = run_block(block, inside)
            _compare(block, done, [other for other in after if other], folder)
            printed.append(done.out)
            inside = done.folder
    return "".join(printed)


def run_block(block: Block, folder: Path) -> Outcome:
    """Run a block in a folder; AssertionError where it exits otherwise than it says."""
    last = folder.parent / f"{folder.name}.last"
    command = [sys.executable, "-c", block.body]
    if block.language == "sh":
        trap = f"trap 'pwd > {last}' EXIT\n"
        command = ["bash", "-euo", "pipefail", "-c", trap + _spare(block.body)]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == block.exit_code, f"{block.body}\n{done.stdout}{done.stderr}"
    inside = Path(last.read_text(encoding="utf-8").strip()) if last.exists() else folder
    last.unlink(missing_ok=True)
    return Outcome(done.stdout, done.stderr, inside)


def _spare(script: str) -> str:
    """The script without what would install into this very environment."""
    installed = "--assume-old=.venv/installed --assume-old=.venv/installed-tools"
    script = re.sub(r"^make ", f"make --dry-run {installed} ", script, flags=re.MULTILINE)
    return re.sub(r"^(?:python3? -m )?pip install .*$", ":", script, flags=re.MULTILINE)


def _compare(block: Block, done: Outcome, after: list[Block], folder: Path) -> None:
    """Hold what was printed against the blocks of text right after."""
    for other in after:
        if other.language != "text" or other.file:
            break
        stream = done.err if other.words == ("error",) else done.out
        shown = SECONDS.sub("0.0 s", stream.replace(f"{folder.resolve()}{os.sep}", ""))
        assert shown == SECONDS.sub("0.0 s", other.body), block.body
    if block.language == "python":
        assert done.out
