"""A page from its folder: styles, scripts and content in one HTML file that needs no network.

A page's folder holds `template.html`, `styles/NAME.css` and `scripts/NAME.js`.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from string import Template
from typing import Any

_GROUND = Path(__file__).parent / "ground.css"


def assemble_style(folder: Path, names: Sequence[str]) -> str:
    """The colours and elements that our pages share, and the page's own styles after them.

    A later style may take back what an earlier one says.
    """
    paths = [_GROUND, *(folder / "styles" / f"{name}.css" for name in names)]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def assemble_script(folder: Path, names: Sequence[str]) -> str:
    """A page's scripts, in the order in which they stand on one another, in a scope of its own."""
    parts = [(folder / "scripts" / f"{name}.js").read_text(encoding="utf-8") for name in names]
    return '(() => {\n"use strict";\n' + "\n".join(parts) + "})();\n"


def fill_template(folder: Path, style: str, script: str, parts: Mapping[str, str]) -> str:
    """The page: its template with style, script, policy and the other `parts`, which are HTML.

    Raises:
        KeyError: where the template names a part that isn't given.

    """
    template = Template((folder / "template.html").read_text(encoding="utf-8"))
    policy = escape(_write_policy(style, script))
    return template.substitute(parts, style=style, script=script, policy=policy)


def encode_content(content: Mapping[str, Any]) -> str:
    """JSON that may stand inside an HTML script element: no `<`, `>` or `&` in it."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _write_policy(style: str, script: str) -> str:
    """A Content Security Policy under which the page can load nothing and send nothing.

    Its own script and style are allowed by their hashes; data blocks are not run.
    """
    return (
        f"default-src 'none'; script-src '{_hash_source(script)}'; "
        f"style-src '{_hash_source(style)}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash_source(text: str) -> str:
    # The template has a line end before what it takes in.
    digest = hashlib.sha256(f"\n{text}".encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
