"""The page itself: the template filled with its styles, scripts and content."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from html import escape
from pathlib import Path
from string import Template

from figtrail.review.articles import Article
from figtrail.review.doubts import rank_figures
from figtrail.review.page.content import gather_content
from figtrail.review.page.folder import MARKER
from figtrail.snapshots import Snapshot
from figtrail.writing.page.content import encode_content

ASSETS = Path(__file__).parent
SCRIPTS = (
    "elements",
    "content",
    "notes",
    "fields",
    "form",
    "article",
    "panel",
    "adding",
    "basket",
    "start",
)
"""The page's scripts, in the order in which they stand on one another."""


def render_page(package: Snapshot, articles: Sequence[Article]) -> str:
    """One HTML file that needs no other and no network. It holds the articles in full."""
    style, script = _read_asset("page.css"), _assemble_script()
    content = gather_content(package, articles, rank_figures(package))
    parts = {
        "marker": MARKER,
        "policy": escape(_write_policy(style, script)),
        "title": escape(content["title"]),
        "content": encode_content(content),
        "style": style,
        "script": script,
    }
    return Template(_read_asset("template.html")).substitute(parts)


def _assemble_script() -> str:
    """The page's scripts as one, in a scope of its own."""
    parts = [_read_asset(f"scripts/{name}.js") for name in SCRIPTS]
    return '(() => {\n"use strict";\n' + "\n".join(parts) + "})();\n"


def _read_asset(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")


def _write_policy(style: str, script: str) -> str:
    """A Content Security Policy under which the page can load nothing and send nothing."""
    return (
        f"default-src 'none'; script-src '{_hash_source(script)}'; "
        f"style-src '{_hash_source(style)}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash_source(text: str) -> str:
    # The template has a line end before what it takes in.
    digest = hashlib.sha256(f"\n{text}".encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
