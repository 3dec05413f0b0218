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
_FAMILIES = next(column.enum for column in _TABLES["dim_report"].columns if column.name == "family")


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
class EditionBound:
    """What an edition's `measure` is held to: outside `least` to `most` is fatal, outside the usual ones a warning.

    None is no bound. The measure is rows for each document of `family`, or where `column` is given the share (0 to
    1) of rows that have a value in it. `editions` are the editions it holds for, empty for all others.
    """

    table: str
    column: str | None
    family: str | None
    editions: tuple[int, ...]
    least: float | None
    most: float | None
    usual_least: float | None
    usual_most: float | None


@dataclass(frozen=True, slots=True)
class EditionBounds:
    """Bounds of single editions, and from how many documents, rows or numbers on an edition is judged by them."""

    reports_from: int
    rows_from: int
    numbers_from: int
    rates: tuple[EditionBound, ...]
    fill: tuple[EditionBound, ...]
    residue: EditionBound


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
    jump_factor: float
    jump_from: int
    shrink_share: float
    shrink_from: int
    documents: int
    facts: int
    rows: dict[str, int]
    document_rates: dict[str, float]
    report_rates: dict[str, float]
    rates_from: int
    values: dict[str, tuple[ValueBound, ...]]
    ranges: dict[str, tuple[tuple[str, str], ...]]
    editions: EditionBounds

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
        jump_factor=raw["jumps"]["factor"],
        jump_from=raw["jumps"]["from"],
        shrink_share=raw["shrinkage"]["warn_share"],
        shrink_from=raw["shrinkage"]["from"],
        documents=floors["documents"],
        facts=floors["facts"],
        rows=rows,
        document_rates=dict(floors["per_document"]),
        report_rates=dict(floors["per_report"]),
        rates_from=floors["rates_from"],
        values={table: tuple(found) for table, found in values.items()},
        ranges={table: tuple(found) for table, found in ranges.items()},
        editions=_editions(path, raw["editions"]),
    )


def _editions(path: Path, raw: dict[str, Any]) -> EditionBounds:
    rates = tuple(_edition_bound(path, entry) for entry in raw["rates"])
    fill = tuple(_edition_bound(path, entry) for entry in raw["fill"])
    said: set[tuple[Any, ...]] = set()
    for bound in (*rates, *fill):
        for edition in bound.editions or (None,):
            key = (bound.table, bound.column, bound.family, edition)
            if key in said:
                where = f"for edition {edition}" if edition else "for all editions"
                raise BoundsError(
                    f"{path.name}: [editions] bounds {bound.table} twice {where}; keep one of the entries"
                )
            said.add(key)
    residue = _edition_bound(path, {"table": "residual_numbers"} | raw["residue"])
    return EditionBounds(raw["reports_from"], raw["rows_from"], raw["numbers_from"], rates, fill, residue)


def _edition_bound(path: Path, entry: dict[str, Any]) -> EditionBound:
    _known(path, entry["table"], entry.get("column"))
    if entry.get("family") not in (None, *_FAMILIES):
        raise BoundsError(f"{path.name}: there is no family {entry['family']!r}, only {', '.join(_FAMILIES)}")
    ends = [entry.get(name) for name in ("least", "usual_least", "usual_most", "most")]
    given = [end for end in ends if end is not None]
    if not given or given != sorted(given):
        raise BoundsError(
            f"{path.name}: the bounds of an edition's {entry['table']} are {ends}; give at least one of least, "
            "usual_least, usual_most and most, in this order of size"
        )
    least, usual_least, usual_most, most = ends
    return EditionBound(
        entry["table"], entry.get("column"), entry.get("family"), tuple(entry.get("editions", ())),
        least, most, usual_least, usual_most,
    )  # fmt: skip


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
