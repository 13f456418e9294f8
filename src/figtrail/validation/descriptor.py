"""datapackage.json: read safely, and held against Data Package v2 and the promised schemas.

The rules here are those of the Data Package standard, version 2, for the properties that figtrail
writes; other properties are allowed, as the standard allows them. frictionless reads it as well.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from figtrail.addresses import is_url
from figtrail.paths import is_relative_path
from figtrail.validation.report import Finding, report_finding

DESCRIPTOR = "datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

JsonObject = dict[str, object]

_DATE_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})", re.ASCII)
_SPDX_LIKE = re.compile(r"[-a-zA-Z0-9._]+")
_MEDIA_TYPE = re.compile(r"[^/\s]+/[^/\s]+")
_HASH = re.compile(r"sha256:[0-9a-f]{64}")
_NAME = re.compile(r"[-a-z0-9._]+")
_PACKAGE_NAME = re.compile(r"[-a-z0-9._/]+")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")


@dataclass(frozen=True, slots=True)
class Rule:
    """What a property must be: in words, and as a test."""

    expected: str
    accepts: Callable[[object], bool]


def read_descriptor(package: Path) -> tuple[JsonObject | None, list[Finding]]:
    """Read datapackage.json as UTF-8 JSON (RFC 8259); no key may stand twice in one object."""
    path = package / DESCRIPTOR
    if path.is_symlink() or (path.exists() and not path.is_file()):
        message = "the descriptor is not a plain file"
        return None, [report_finding("path-unsafe", message, file=DESCRIPTOR)]
    try:
        text = path.read_bytes().decode("utf-8")
        content = json.loads(text, object_pairs_hook=_unique_keys, parse_constant=_no_constant)
    except FileNotFoundError:
        message = "the package has no descriptor"
        return None, [report_finding("descriptor-missing", message, file=DESCRIPTOR)]
    except (OSError, ValueError, RecursionError) as error:
        message = f"the descriptor can't be read: {error}"
        return None, [report_finding("descriptor-unreadable", message, file=DESCRIPTOR)]
    if not isinstance(content, dict):
        message = "the descriptor is not a JSON object"
        kind = type(content).__name__
        return None, [report_finding("descriptor-unreadable", message, file=DESCRIPTOR, found=kind)]
    return content, []


def check_descriptor(descriptor: JsonObject) -> list[Finding]:
    """Hold every property that figtrail writes against Data Package v2."""
    findings = list(_check_object(descriptor, "", _PACKAGE_RULES, _PACKAGE_REQUIRED))
    for name, (rules, required, alternatives) in _LISTS.items():
        findings += _check_list(descriptor.get(name), name, rules, required, alternatives)
    resources = descriptor.get("resources")
    if isinstance(resources, list):
        names = [item.get("name") for item in resources if isinstance(item, dict)]
        for position, own in enumerate(names):
            if own in names[:position]:
                field = f"resources[{position}].name"
                findings.append(_invalid(field, own, "a name that no other resource has"))
        for position, item in enumerate(resources):
            if isinstance(item, dict):
                findings += _check_parts(item, f"resources[{position}]")
    return findings


def _check_list(
    content: object,
    name: str,
    rules: Mapping[str, Rule],
    required: frozenset[str],
    alternatives: frozenset[str],
) -> Iterator[Finding]:
    """Each member of a list of objects; at least one of the `alternatives` must be there."""
    if not isinstance(content, list):
        return
    for position, item in enumerate(content):
        where = f"{name}[{position}]"
        if not isinstance(item, dict):
            yield _invalid(where, item, "an object")
            continue
        yield from _check_object(item, where, rules, required)
        if alternatives and not alternatives & item.keys():
            yield _invalid(where, item, f"one of {', '.join(sorted(alternatives))}")


def _check_parts(resource: JsonObject, where: str) -> Iterator[Finding]:
    """The objects inside a resource: its dialect, schema, licences and sources."""
    dialect = resource.get("dialect")
    if isinstance(dialect, dict):
        yield from _check_object(dialect, f"{where}.dialect", _DIALECT_RULES, frozenset())
    schema = resource.get("schema")
    if isinstance(schema, dict):
        yield from _check_object(
            schema, f"{where}.schema", {"fields": _FULL_LIST}, frozenset({"fields"})
        )
    for name in ("licenses", "sources"):
        rules, required, alternatives = _LISTS[name]
        content = resource.get(name)
        if content is not None and not isinstance(content, list):
            yield _invalid(f"{where}.{name}", content, "a list")
        yield from _check_list(content, f"{where}.{name}", rules, required, alternatives)


def _check_object(
    content: JsonObject, where: str, rules: Mapping[str, Rule], required: frozenset[str]
) -> Iterator[Finding]:
    for name in sorted(required - content.keys()):
        yield _invalid(f"{where}.{name}".lstrip("."), None, rules[name].expected)
    for name, rule in rules.items():
        if name in content and not rule.accepts(content[name]):
            yield _invalid(f"{where}.{name}".lstrip("."), content[name], rule.expected)


def _invalid(field: str, found: object, expected: str) -> Finding:
    return report_finding(
        "descriptor-invalid",
        "not what Data Package v2 asks" if found is not None else "missing",
        file=DESCRIPTOR,
        field=field,
        found="nothing" if found is None else json.dumps(found, ensure_ascii=False, default=str),
        expected=expected,
    )


def _unique_keys(pairs: list[tuple[str, object]]) -> JsonObject:
    content = dict(pairs)
    if len(content) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the key {twice!r} stands twice in one object")
    return content


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is not JSON")


def _matches(pattern: re.Pattern[str]) -> Callable[[object], bool]:
    return lambda content: isinstance(content, str) and pattern.fullmatch(content) is not None


def _is_text(content: object) -> bool:
    return isinstance(content, str) and bool(content.strip())


def _is_date_time(content: object) -> bool:
    if not isinstance(content, str) or not _DATE_TIME.fullmatch(content):
        return False
    try:
        datetime.fromisoformat(content)
    except ValueError:
        return False
    return True


def _is_url(content: object) -> bool:
    return isinstance(content, str) and is_url(content)


def _is_texts(content: object) -> bool:
    return isinstance(content, list) and bool(content) and all(_is_text(item) for item in content)


_TEXT = Rule("text that is not empty", _is_text)
_TEXTS = Rule("a list of texts that is not empty", _is_texts)
_URL_RULE = Rule("an http, https or ftp URL", _is_url)
_PATH_OR_URL = Rule(
    "a URL, or a POSIX path below the package",
    lambda content: is_relative_path(content) or _is_url(content),
)
_LIST = Rule("a list", lambda content: isinstance(content, list))
_FULL_LIST = Rule(
    "a list that is not empty", lambda content: isinstance(content, list) and bool(content)
)
_OBJECT = Rule("an object", lambda content: isinstance(content, dict))
_TRUTH = Rule("true or false", lambda content: isinstance(content, bool))

_PACKAGE_RULES: Mapping[str, Rule] = {
    "$schema": Rule(PROFILE, lambda content: content == PROFILE),
    "name": Rule("a name of a-z, 0-9, '.', '_', '-', '/'", _matches(_PACKAGE_NAME)),
    "id": _TEXT,
    "title": _TEXT,
    "description": _TEXT,
    "homepage": _URL_RULE,
    "version": _TEXT,
    "created": Rule("a date-time as in RFC 3339", _is_date_time),
    "image": _TEXT,
    "keywords": _TEXTS,
    "contributors": _FULL_LIST,
    "licenses": _FULL_LIST,
    "sources": _LIST,
    "resources": _FULL_LIST,
}
_PACKAGE_REQUIRED = frozenset({"$schema", "resources"})
_RESOURCE_RULES: Mapping[str, Rule] = {
    "$schema": _TEXT,
    "name": Rule("a name of a-z, 0-9, '.', '_', '-'", _matches(_NAME)),
    "path": Rule("a POSIX path below the package", is_relative_path),
    "type": Rule("table", lambda content: content == "table"),
    "title": _TEXT,
    "description": _TEXT,
    "homepage": _URL_RULE,
    "format": _TEXT,
    "mediatype": Rule("a media type", _matches(_MEDIA_TYPE)),
    "encoding": _TEXT,
    "bytes": Rule(
        "a number of bytes",
        lambda content: type(content) is int and content >= 0,
    ),
    "hash": Rule("sha256: and 64 hexadecimal digits", _matches(_HASH)),
    "dialect": _OBJECT,
    "schema": _OBJECT,
    "licenses": _FULL_LIST,
}
_LISTS: Mapping[str, tuple[Mapping[str, Rule], frozenset[str], frozenset[str]]] = {
    "licenses": (
        {
            "name": Rule("an identifier such as CC-BY-4.0", _matches(_SPDX_LIKE)),
            "path": _PATH_OR_URL,
            "title": _TEXT,
        },
        frozenset(),
        frozenset({"name", "path"}),
    ),
    "sources": (
        {
            "title": _TEXT,
            "path": _PATH_OR_URL,
            "email": Rule("an e-mail address", _matches(_EMAIL)),
            "version": _TEXT,
        },
        frozenset(),
        frozenset({"title", "path", "email"}),
    ),
    "contributors": (
        {
            "title": _TEXT,
            "path": _PATH_OR_URL,
            "email": Rule("an e-mail address", _matches(_EMAIL)),
            "givenName": _TEXT,
            "familyName": _TEXT,
            "organization": _TEXT,
            "roles": _TEXTS,
        },
        frozenset(),
        frozenset({"title", "path", "email", "givenName", "familyName", "organization"}),
    ),
    "resources": (_RESOURCE_RULES, frozenset({"name", "path", "schema", "hash"}), frozenset()),
}
_DIALECT_RULES: Mapping[str, Rule] = {
    "$schema": _TEXT,
    "header": _TRUTH,
    "delimiter": _TEXT,
    "lineTerminator": Rule("text", lambda content: isinstance(content, str)),
    "quoteChar": _TEXT,
    "doubleQuote": _TRUTH,
    "skipInitialSpace": _TRUTH,
}
