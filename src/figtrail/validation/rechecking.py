"""The arithmetic of the checks, done again on the published figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from decimal import Context, Decimal
from typing import Any

from figtrail.checking import Grounds
from figtrail.model import Figure, Relation
from figtrail.publication import Check, Measure, ReferenceValue
from figtrail.validation.contents import Content, shown
from figtrail.validation.readings import ReadQuantity
from figtrail.validation.report import Finding, report_finding

Recheck = Callable[[Sequence[Figure], Sequence[Relation], Grounds], Iterable[Check]]
"""Makes every check that figures, relations and grounds allow."""

_DERIVED = Context(prec=10)
_COMPARED = ("kind", "verdict", "stated", "computed", "reference_id", "explanation")


def check_checks(
    tables: Mapping[str, Content], recheck: Recheck, read_quantity: ReadQuantity
) -> list[Finding]:
    """Make the checks anew from the tables, and compare them with those published.

    The rows must be sound by themselves. Nothing is done where the package has no relations, no
    checks and no measures: then there is nothing to check.
    """
    figures, relations, checks, parts = (
        tables.get(name) for name in ("figures", "relations", "checks", "check_figures")
    )
    if figures is None or relations is None or checks is None or parts is None:
        return []
    grounds = _find_grounds(tables)
    if not relations.rows.num_rows and not checks.rows.num_rows and not grounds.measures:
        return []
    ties = [Relation(**row) for row in relations.rows.to_pylist()]
    tied = {tie.figure_id for tie in ties} | {tie.other_figure_id for tie in ties}
    made = recheck(list(_make_figures(figures, tied, read_quantity)), ties, grounds)
    expected = {check.check_id: check for check in made}
    return [*_compare_checks(checks, expected), *_compare_parts(parts, checks, expected)]


def _find_grounds(tables: Mapping[str, Content]) -> Grounds:
    """Measures, official values and days of publication, as the package has them."""
    measures, reference, sources = (
        tables.get(name) for name in ("measures", "reference", "sources")
    )
    return Grounds(
        measures={row["code"]: Measure(**row) for row in _rows(measures)},
        references=tuple(ReferenceValue(**row) for row in _rows(reference)),
        published={
            row["source_id"]: (row["published_earliest"], row["published_latest"])
            for row in _rows(sources)
        },
    )


def _rows(content: Content | None) -> list[dict[str, Any]]:
    """The rows of a table with exact numbers; none where there is no such table."""
    if content is None:
        return []
    numbers = {field.name for field in content.schema.fields if field.type == "number"}
    return [
        {name: _to_decimal(cell) if name in numbers else cell for name, cell in row.items()}
        for row in content.rows.to_pylist()
    ]


def _make_figures(
    figures: Content, tied: set[str], read_quantity: ReadQuantity
) -> Iterator[Figure]:
    """The published figures as the checks know them, column by column, for there may be many."""
    columns = {field.name: figures.column(field.name).to_pylist() for field in fields(Figure)}
    for field in figures.schema.fields:
        if field.type == "number" and field.name in columns:
            columns[field.name] = [_to_decimal(cell) for cell in columns[field.name]]
    for cells in zip(*columns.values(), strict=True):
        figure = Figure(*cells)
        yield _restore_places(figure, read_quantity) if figure.figure_id in tied else figure


def _restore_places(figure: Figure, read_quantity: ReadQuantity) -> Figure:
    """The figure with the decimal places that its quote states, which no double keeps ("50.0")."""
    if figure.value is None or figure.sentence is None or figure.review == "added":
        return figure
    start = figure.char_start - figure.sentence_start
    quantity = read_quantity(figure.sentence, start, start + len(figure.quote))
    if quantity is None or quantity.value != figure.value:
        return figure
    return replace(figure, value=quantity.value)


def _to_decimal(number: float | None) -> Decimal | None:
    if number is None:
        return None
    return Decimal(int(number)) if number.is_integer() else Decimal(repr(number))


def _compare_checks(checks: Content, expected: Mapping[str, Check]) -> Iterator[Finding]:
    published = checks.rows.to_pylist()
    for row, found in enumerate(published):
        check = expected.get(found["check_id"])
        if check is None:
            message = "the figures and relations give no such check"
            yield _wrong(message, checks, row, "check_id", found["check_id"], "nothing")
            continue
        for name in _COMPARED:
            due = _publish(getattr(check, name), derived=name == "computed")
            if found[name] != due:
                message = f"{name} is not what the figures give"
                yield _wrong(message, checks, row, name, shown(found[name]), shown(due))
    missing = expected.keys() - {found["check_id"] for found in published}
    for check_id in sorted(missing):
        message = "the figures and relations give a check that is not published"
        yield report_finding("check-wrong", message, file=checks.file, table="checks", key=check_id)


def _compare_parts(
    parts: Content, checks: Content, expected: Mapping[str, Check]
) -> Iterator[Finding]:
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for part in parts.rows.to_pylist():
        found[part["check_id"]].add((part["figure_id"], part["role"]))
    for row, check_id in enumerate(checks.column("check_id").to_pylist()):
        check = expected.get(check_id)
        due = {(part.figure_id, part.role) for part in check.figures} if check else set()
        if check is not None and found[check_id] != due:
            message = f"{parts.file} ties other figures to the check"
            yield _wrong(message, checks, row, "check_id", _listed(found[check_id]), _listed(due))


def _publish(cell: Any, *, derived: bool) -> Any:  # noqa: ANN401  # any cell of a check
    if isinstance(cell, Decimal):
        return float(_DERIVED.plus(cell) if derived else cell)
    return cell


def _listed(ties: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{role} {figure_id}" for figure_id, role in sorted(ties)) or "nothing"


def _wrong(
    message: str, checks: Content, row: int, field: str, found: str, expected: str
) -> Finding:
    return report_finding(
        "check-wrong",
        message,
        file=checks.file,
        table="checks",
        row=row + 1,
        key=checks.key(row),
        field=field,
        found=found,
        expected=expected,
    )
