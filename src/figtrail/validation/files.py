"""The files of a package: every one there, listed, plain, inside, and with the hash it claims."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from figtrail.paths import is_relative_path, show_path
from figtrail.validation.descriptor import JsonObject
from figtrail.validation.report import Finding, report_finding

CHECKSUMS = "SHA256SUMS"

_CHECKSUM_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")


@dataclass(frozen=True, slots=True)
class FileInventory:
    """Every plain file of a package by its path below it, with size in bytes and sha256."""

    sizes: Mapping[str, int]
    hashes: Mapping[str, str]


def take_inventory(package: Path) -> tuple[FileInventory, list[Finding]]:
    """Walk the package without following a link, and hash what is there."""
    sizes: dict[str, int] = {}
    hashes: dict[str, str] = {}
    findings = []
    for folder, names, files in os.walk(package, followlinks=False):
        names.sort()
        for name in sorted([*files, *(n for n in names if (Path(folder) / n).is_symlink())]):
            path = Path(folder) / name
            relative = path.relative_to(package).as_posix()
            if path.is_symlink() or not path.is_file():
                message = "this is no plain file"
                findings.append(report_finding("path-unsafe", message, file=show_path(relative)))
                continue
            try:
                sizes[relative] = path.stat().st_size
                hashes[relative] = hash_file(path)
            except OSError as error:
                findings.append(_unreadable(relative, error))
    return FileInventory(sizes, hashes), findings


def check_files(package: Path, descriptor: JsonObject | None) -> tuple[set[str], list[Finding]]:
    """Hold the files against SHA256SUMS and the descriptor.

    Returns the paths of the files that can be read, and what is wrong. A file that is unreadable
    or not a plain file is not among them.
    """
    inventory, findings = take_inventory(package)
    findings += _check_checksums(package, inventory)
    for resource in list_resources(descriptor):
        findings += _check_resource(resource, inventory)
    return set(inventory.hashes), findings


def list_resources(descriptor: JsonObject | None) -> list[JsonObject]:
    """The resources of a descriptor that are objects at all."""
    resources = (descriptor or {}).get("resources")
    if not isinstance(resources, list):
        return []
    return [resource for resource in resources if isinstance(resource, dict)]


def hash_file(path: Path) -> str:
    """The sha256 of a file's bytes, in lower-case hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def compare_folders(package: Path, rebuilt: Path) -> list[Finding]:
    """Every file that is not the same, byte for byte, in two packages."""
    ours, findings = take_inventory(package)
    theirs, _ = take_inventory(rebuilt)
    for path in sorted(ours.hashes.keys() | theirs.hashes.keys()):
        found, expected = ours.hashes.get(path), theirs.hashes.get(path)
        if found == expected:
            continue
        if expected is None:
            message, code = "the package published again has no such file", "rebuild-missing"
        elif found is None:
            message, code = "only the package published again has this file", "rebuild-extra"
        else:
            message, code = "the file published again has other bytes", "rebuild-differs"
        findings.append(
            report_finding(code, message, file=show_path(path), found=found, expected=expected)
        )
    return findings


def _check_checksums(package: Path, inventory: FileInventory) -> Iterable[Finding]:
    if CHECKSUMS not in inventory.hashes:
        if not (package / CHECKSUMS).is_symlink():
            yield report_finding("checksums-missing", "the package has no checksums")
        return
    try:
        lines = (package / CHECKSUMS).read_bytes().decode("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        message = f"the checksums can't be read: {error}"
        yield report_finding("checksums-unreadable", message, file=CHECKSUMS)
        return
    listed: set[str] = set()
    for number, line in enumerate(lines, 1):
        match = _CHECKSUM_LINE.fullmatch(line)
        if match is None or match[2] in listed:
            message = "the line is no checksum, or names a file again"
            yield report_finding(
                "checksums-unreadable", message, file=CHECKSUMS, row=number, found=line
            )
            continue
        listed.add(match[2])
        yield from _check_hash(match[2], match[1], "checksum-wrong", CHECKSUMS, inventory)
    for path in sorted(inventory.hashes.keys() - listed - {CHECKSUMS}):
        yield report_finding("file-unlisted", f"{CHECKSUMS} doesn't list it", file=show_path(path))


def _check_resource(resource: JsonObject, inventory: FileInventory) -> Iterable[Finding]:
    path, claimed, size = resource.get("path"), resource.get("hash"), resource.get("bytes")
    if not isinstance(path, str):
        return
    if isinstance(claimed, str) and claimed.startswith("sha256:"):
        hexadecimal = claimed.removeprefix("sha256:")
        yield from _check_hash(path, hexadecimal, "hash-wrong", "datapackage.json", inventory)
    actual = inventory.sizes.get(path)
    if type(size) is int and actual is not None and actual != size:
        message = "the file has another size than datapackage.json says"
        yield report_finding(
            "bytes-wrong", message, file=path, found=str(actual), expected=str(size)
        )


def _check_hash(
    path: str, expected: str, code: str, claimed_in: str, inventory: FileInventory
) -> Iterable[Finding]:
    if not is_relative_path(path):
        message = f"{claimed_in} names a path outside the package"
        yield report_finding("path-unsafe", message, file=show_path(path))
    elif path not in inventory.hashes:
        message = f"{claimed_in} lists a file that is not there"
        yield report_finding("file-missing", message, file=path)
    elif inventory.hashes[path] != expected:
        message = f"the file has another hash than {claimed_in} says"
        yield report_finding(
            code, message, file=path, found=inventory.hashes[path], expected=expected
        )


def _unreadable(path: str, error: OSError) -> Finding:
    message = f"the file can't be read: {error.strerror}"
    return report_finding("file-missing", message, file=show_path(path))
