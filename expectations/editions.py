"""What is measured of each edition, beside the bounds it is held to: rows a document, fill rates, residue. No GX."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from expectations.bounds import EditionBound, EditionBounds
from expectations.frames import FACT_NAMES, count_by

# The columns by which a person finds a row of the frame.
LABELS = ("edition_year", "measure", "of")


def editions_frame(
    tables: Mapping[str, pa.Table], documents: Iterable[Mapping[str, Any]], bounds: EditionBounds
) -> pd.DataFrame:
    """One row for each edition and measure: what was `found`, and the bounds it is held to (NaN for none).

    `documents` are mappings with report_id, family and edition_year. `of` is the number of documents, rows or
    numbers that the measure is a rate of; where they are too few to judge by, the bounds are left out.
    """
    counts = Counter((row["family"], int(row["edition_year"])) for row in documents)
    editions = sorted({edition for _, edition in counts})
    rows = _rates(tables, counts, bounds)
    rows += _fill(tables, editions, bounds)
    rows += _residue(tables, editions, bounds)
    columns = [*LABELS, "found", "least", "most", "usual_least", "usual_most"]
    frame = pd.DataFrame(rows, columns=columns).astype(dict.fromkeys(columns[3:], "float64"))
    frame.attrs["labels"] = LABELS
    return frame


def _rates(
    tables: Mapping[str, pa.Table], counts: Mapping[tuple[str, int], int], bounds: EditionBounds
) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    by_name: dict[str, dict[tuple[str, int], int]] = {}
    for (family, edition), number in sorted(counts.items()):
        for bound in _holding(bounds.rates, edition):
            if bound.family != family:
                continue
            if bound.table not in by_name:
                by_name[bound.table] = _by_family(tables[bound.table])
            found = by_name[bound.table]
            measure = f"{bound.table}, rows for each document of {family}"
            rate = found.get((family, edition), 0) / number
            rows.append(_row(edition, measure, number, rate, bound, number >= bounds.reports_from))
    return rows


def _by_family(table: pa.Table) -> dict[tuple[str, int], int]:
    """Rows by family, the first part of a report_id, and edition."""
    found: Counter[tuple[str, int]] = Counter()
    for (report, edition), number in count_by([table], ["report_id", "edition_year"]).items():
        found[str(report).partition(":")[0], int(edition)] += number
    return found


def _fill(tables: Mapping[str, pa.Table], editions: list[int], bounds: EditionBounds) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for edition in editions:
        for bound in _holding(bounds.fill, edition):
            assert bound.column is not None
            table = tables[bound.table]
            column = table.column(bound.column).filter(pc.equal(table.column("edition_year"), edition))
            if not len(column):
                continue
            filled = (len(column) - column.null_count) / len(column)
            measure = f"{bound.table}.{bound.column}, share of rows with a value"
            rows.append(_row(edition, measure, len(column), filled, bound, len(column) >= bounds.rows_from))
    return rows


def _residue(tables: Mapping[str, pa.Table], editions: list[int], bounds: EditionBounds) -> list[dict[str, Any]]:
    facts = count_by((tables[name] for name in FACT_NAMES), ["edition_year"])
    left = count_by([tables["residual_numbers"]], ["edition_year"])
    rows: list[dict[str, Any]] = []
    for edition in editions:
        residue = left.get((edition,), 0)
        numbers = residue + facts.get((edition,), 0)
        share = residue / numbers if numbers else 0.0
        measure = "residual_numbers, share of the numbers"
        rows.append(_row(edition, measure, numbers, share, bounds.residue, numbers >= bounds.numbers_from))
    return rows


def _holding(bounds: Iterable[EditionBound], edition: int) -> list[EditionBound]:
    """The bounds that hold for an edition: its own in place of those without editions."""
    own = [bound for bound in bounds if edition in bound.editions]
    said = {(bound.table, bound.column, bound.family) for bound in own}
    return own + [
        bound for bound in bounds
        if not bound.editions and (bound.table, bound.column, bound.family) not in said
    ]  # fmt: skip


def _row(edition: int, measure: str, of: int, found: float, bound: EditionBound, judged: bool) -> dict[str, Any]:
    names = ("least", "most", "usual_least", "usual_most")
    held = {name: getattr(bound, name) if judged else None for name in names}
    return {"edition_year": edition, "measure": measure, "of": of, "found": round(found, 4)} | held
