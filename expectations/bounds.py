"""The bounds of `bounds.toml`, typed and checked against the schema when they are read."""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ingest.schema import LAKE_TABLES, MARTS

BOUNDS_FILE = Path(__file__).with_name("bounds.toml")
_TABLES = {table.name: table for table in (*MARTS, *LAKE_TABLES)}


class BoundsError(ValueError):
    """`bounds.toml` names a table or column that the schema does not have, or leaves a floor out."""


@dataclass(frozen=True, slots=True)
class ValueBound:
    """`least` ≤ values of a column ≤ `most`, and `why`; `only`/`but` = (column, values) select the rows."""

    column: str
    least: float
    most: float
    why: str
    only: tuple[str, tuple[str, ...]] | None = None
    but: tuple[str, tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Bounds:
    """All bounds. `failed_share` is a share from 0 to 1, years are years, quotes are in characters.

    `values` and `ranges` are by table; a range is (column of the lower end, column of the upper end).
    """

    failed_share: float
    failed_count: int
    shortest_quote: int
    longest_quote: int
    earliest_year: int
    residue_share: float
    documents: int
    facts: int
    rows: dict[str, int]
    document_rates: dict[str, float]
    report_rates: dict[str, float]
    rates_from: int
    values: dict[str, tuple[ValueBound, ...]]
    ranges: dict[str, tuple[tuple[str, str], ...]]

    def floor(self, table: str, documents: int, reports: int) -> int:
        """The rows that `table` has at least, with so many current documents, `reports` of them TIP reports."""
        rates = ((self.document_rates, documents), (self.report_rates, reports))
        due = (math.floor(by.get(table, 0.0) * number) for by, number in rates if number >= self.rates_from)
        return max(self.rows[table], *due, 0)

    def failures_allowed(self, documents: int) -> int:
        """How many of so many current documents may fail before the whole run is refused."""
        return max(self.failed_count, math.floor(self.failed_share * documents))


@cache
def load_bounds(path: Path = BOUNDS_FILE) -> Bounds:
    """The bounds of a file; raises `BoundsError` where they do not fit the schema."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    floors = raw["floors"]
    rows = dict(floors["rows"])
    if missing := sorted(_TABLES.keys() - rows.keys()):
        raise BoundsError(f"{path.name}: [floors.rows] says nothing of {missing}; write 0 where a table may be empty")
    for name in (*rows, *floors["per_document"], *floors["per_report"]):
        _known(path, name)
    values: dict[str, list[ValueBound]] = {}
    for entry in raw["values"]:
        only, but = _condition(entry.get("only")), _condition(entry.get("except"))
        for table, column in _pairs(path, entry):
            bound = ValueBound(column, entry["least"], entry["most"], entry["why"], only, but)
            values.setdefault(table, []).append(bound)
    ranges: dict[str, list[tuple[str, str]]] = {}
    for entry in raw["ranges"]:
        list(_pairs(path, entry))
        for table in entry["tables"]:
            low, high = entry["columns"]
            ranges.setdefault(table, []).append((low, high))
    return Bounds(
        failed_share=raw["documents"]["failed_share"],
        failed_count=raw["documents"]["failed_count"],
        shortest_quote=raw["quotes"]["shortest"],
        longest_quote=raw["quotes"]["longest"],
        earliest_year=raw["years"]["earliest"],
        residue_share=raw["residue"]["warn_share"],
        documents=floors["documents"],
        facts=floors["facts"],
        rows=rows,
        document_rates=dict(floors["per_document"]),
        report_rates=dict(floors["per_report"]),
        rates_from=floors["rates_from"],
        values={table: tuple(found) for table, found in values.items()},
        ranges={table: tuple(found) for table, found in ranges.items()},
    )


def _known(path: Path, table: str, column: str | None = None) -> None:
    if table not in _TABLES:
        raise BoundsError(f"{path.name}: the schema has no table {table!r}")
    if column is not None and column not in _TABLES[table].column_names:
        raise BoundsError(f"{path.name}: {table} has no column {column!r}")


def _pairs(path: Path, entry: dict[str, Any]) -> list[tuple[str, str]]:
    pairs = [(table, column) for table in entry["tables"] for column in entry["columns"]]
    for table, column in pairs:
        _known(path, table, column)
        for condition in ("only", "except"):
            for name in entry.get(condition, ()):
                _known(path, table, name)
    return pairs


def _condition(entry: dict[str, list[str]] | None) -> tuple[str, tuple[str, ...]] | None:
    if not entry:
        return None
    ((column, listed),) = entry.items()
    return column, tuple(listed)
