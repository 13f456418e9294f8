"""How to cite a publication: as a sentence, and for reference managers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

SPECIAL = re.compile(r"[&%$#_{}]")
"""What TeX reads as a command and takes as itself after a backslash."""

SPELLED = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def cite_package(descriptor: Mapping[str, Any]) -> str:
    """How to cite the publication: makers, year, title, version, address or identifier."""
    makers = ", ".join(person["title"] for person in descriptor.get("contributors", ()))
    year = _find_year(descriptor)
    said = f"{descriptor['title']}, version {descriptor.get('version')} [data set]."
    before = f"{makers} ({year})" if makers and year else makers or year
    address = descriptor.get("homepage") or descriptor.get("id")
    return " ".join(part for part in (f"{before}." if before else "", said, address) if part)


def write_bibtex(descriptor: Mapping[str, Any]) -> str:
    """The same as a BibTeX entry of type misc, which every style knows; empty fields left out."""
    year = _find_year(descriptor)
    homepage = descriptor.get("homepage")
    fields = {
        # Inner braces keep a name and a title as they are written.
        "author": " and ".join(
            f"{{{_escape(person['title'])}}}" for person in descriptor.get("contributors", ())
        ),
        "title": f"{{{_escape(descriptor['title'])}}}",
        "year": year,
        "version": _escape(descriptor.get("version") or ""),
        "howpublished": "Data set",
        "url": homepage or "",
        "note": "" if homepage else _escape(descriptor.get("id") or ""),
    }
    key = "-".join(part for part in (descriptor.get("name") or "figures", year) if part)
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{key},\n" + ",\n".join(lines) + "\n}"


def _find_year(descriptor: Mapping[str, Any]) -> str:
    return str(descriptor.get("created", ""))[:4]


def _escape(text: str) -> str:
    spelled = "".join(SPELLED.get(char) or SPECIAL.sub(r"\\\g<0>", char) for char in text)
    return " ".join(spelled.split())
