"""Scores the reader and the extractor against the hand labels of this folder, table by table.

    python -m tests.golden.scoring                    # totals of each table
    python -m tests.golden.scoring --misses           # and every row that is missed or wrong
    python -m tests.golden.scoring --write-floors     # hold the tests to what is reached now

A labelled and an extracted row match when their key columns are equal; each row matches once. Core keys make a figure
right (which measure, which year, which number), full keys make it complete. Routes count between two named countries.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ingest.document import Document
from ingest.extract import extract
from ingest.readers import read
from ingest.schema import FACT_TABLES, FACTS_BY_NAME

Row = Mapping[str, Any]

FOLDER = Path(__file__).parent
FLOORS = FOLDER / "floors.json"
TABLES: tuple[str, ...] = tuple(table.name for table in FACT_TABLES)

# table -> (core columns, columns that the full key adds)
KEYS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "fact_prosecutions": (
        ("stage", "data_year", "status", "value", "value_low", "value_high"),
        ("trafficking_type", "subject", "qualifier", "is_comparison"),
    ),
    "fact_sentences": (("offenders", "penalty", "term_months_min", "term_months_max"), ("subject", "data_year")),
    "fact_victims": (
        ("action", "data_year", "status", "value", "value_low", "value_high"),
        ("trafficking_type", "actor", "qualifier", "is_comparison"),
    ),
    "fact_funding": (("amount", "currency", "data_year"), ("amount_usd", "purpose", "funder", "qualifier")),
    "fact_legal_provisions": (("penalty_years_min", "penalty_years_max"), ("trafficking_type", "articles")),
    "fact_tier_placement": (("tier",), ("basis",)),
    "fact_trafficking_flows": (("origin_code", "destination_code"), ("role",)),
    "fact_recommendations": (("text",), ()),
    "fact_treaties": (("treaty", "is_party"), ()),
    "fact_outputs": (("value", "data_year"), ("output", "qualifier")),
}
_LISTS = frozenset({"articles", "victim_groups", "sectors"})


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled narrative: its name (`KAZ-2008`), its file, and the labelled rows of each table."""

    name: str
    source: Path
    country_code: str
    edition_year: int
    facts: Mapping[str, Sequence[Row]]


@dataclass(slots=True)
class Score:
    """Counts of one table: hits on core and full keys, rows labelled and found, and the rows that differ (core)."""

    core: int = 0
    full: int = 0
    labelled: int = 0
    found: int = 0
    missed: list[Row] = field(default_factory=list)
    wrong: list[Row] = field(default_factory=list)

    def f1(self, level: str = "core") -> float:
        """Harmonic mean of precision and recall, 0 to 1; 1 where nothing is labelled and nothing was found."""
        if not self.labelled and not self.found:
            return 1.0
        return 2 * (self.core if level == "core" else self.full) / (self.labelled + self.found)

    def precision(self) -> float:
        """Share of the found rows that are labelled (core keys)."""
        return self.core / self.found if self.found else 1.0

    def recall(self) -> float:
        """Share of the labelled rows that were found (core keys)."""
        return self.core / self.labelled if self.labelled else 1.0


def labels() -> list[Label]:
    """All labelled narratives, by name. Raises `ValueError` where the folder has none."""
    found = [_label(path) for path in sorted(FOLDER.glob("[A-Z][A-Z][A-Z]-[0-9][0-9][0-9][0-9].json"))]
    if not found:
        raise ValueError(f"no labelled narratives in {FOLDER}: expected files such as KAZ-2008.json")
    return found


def _label(path: Path) -> Label:
    content = json.loads(path.read_text(encoding="utf-8"))
    return Label(
        path.stem, FOLDER / content["source_path"], content["country_code"], content["edition_year"], content["facts"]
    )


@cache
def document(source: Path) -> Document:
    """The one document that the reader makes of a narrative's file."""
    documents = read(source.read_bytes(), source.name)
    if len(documents) != 1:
        raise ValueError(f"{source.name}: {len(documents)} documents, expected one")
    return documents[0]


@cache
def extracted(source: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows that the extractor makes of a narrative's file, by table."""
    return extract(document(source)).rows


def normal(column: str, value: Any) -> Any:
    """One spelling for values that mean the same: 5 and Decimal("5.00"), lists in any order, text without marks."""
    if value is None:
        return () if column in _LISTS else None
    if isinstance(value, (list, tuple)):
        return tuple(sorted(re.sub(r"\s+", "", str(item)).lower() for item in value))
    if column == "text":
        return re.sub(r"[^a-z0-9]+", " ", str(value).lower()).strip()
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return value.strip().lower()
    number = float(value)
    return int(number) if number == int(number) else round(number, 2)


def row_key(table: str, row: Row, columns: Iterable[str]) -> tuple[Any, ...]:
    """The values of `columns` in comparable form; an unset column has the schema's default."""
    unreported = row.get("status") == "not_reported"
    values = []
    for column in columns:
        value = row.get(column)
        if value is None and not (column == "qualifier" and unreported):
            value = FACTS_BY_NAME[table].column(column).default
        values.append(normal(column, None if column == "qualifier" and unreported else value))
    return tuple(values)


def counted(table: str, rows: Iterable[Row]) -> list[Row]:
    """Rows that count: of the routes only those between two named countries."""
    if table == "fact_trafficking_flows":
        return [row for row in rows if row.get("origin_code") and row.get("destination_code")]
    return list(rows)


def compare(table: str, wanted: Iterable[Row], found: Iterable[Row]) -> Score:
    """The score of `found` rows of one table against the `wanted` ones of the same narrative."""
    wanted, found = counted(table, wanted), counted(table, found)
    core, extra = KEYS[table]
    score = Score(labelled=len(wanted), found=len(found))
    score.core, score.missed, score.wrong = _matches(table, wanted, found, core)
    score.full = _matches(table, wanted, found, core + extra)[0]
    return score


def _matches(
    table: str, wanted: Sequence[Row], found: Sequence[Row], columns: tuple[str, ...]
) -> tuple[int, list[Row], list[Row]]:
    waiting: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in found:
        waiting[row_key(table, row, columns)].append(row)
    missed = []
    for row in wanted:
        same = waiting[row_key(table, row, columns)]
        if same:
            same.pop(0)
        else:
            missed.append(row)
    return len(wanted) - len(missed), missed, [row for rows in waiting.values() for row in rows]


def score_narrative(label: Label) -> dict[str, Score]:
    """The score of each table for one narrative, as reader and extractor stand now."""
    rows = extracted(label.source)
    return {table: compare(table, label.facts[table], rows.get(table, [])) for table in TABLES}


def readable(table: str, row: Row) -> str:
    """One row for a person: the decided key columns, then the words that state it."""
    core, extra = KEYS[table]
    shown = " ".join(f"{column}={row[column]}" for column in core + extra if row.get(column) is not None)
    return f"{shown}\n           “{row.get('quote')}”"


def report(name: str, table: str, score: Score) -> str:
    """The missed and the wrong rows of one narrative and table, one below the other."""
    lines = [f"{name} {table}: core F1 {score.f1():.3f} ({score.core} of {score.labelled}, {score.found} found)"]
    lines += [f"  missed   {readable(table, row)}" for row in score.missed]
    lines += [f"  wrong    {readable(table, row)}" for row in score.wrong]
    return "\n".join(lines)


def floors() -> dict[str, dict[str, float]]:
    """The core F1 that each narrative and table has reached: narrative -> table -> F1."""
    read_floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return read_floors


def write_floors(scores: Mapping[str, Mapping[str, Score]]) -> None:
    """Write what is reached now, rounded down to three decimals so that rounding fails no test."""
    reached = {
        name: {table: math.floor(score.f1() * 1000) / 1000 for table, score in tables.items()}
        for name, tables in scores.items()
    }
    FLOORS.write_text(json.dumps(reached, indent=1) + "\n", encoding="utf-8")


def _total(scores: Iterable[Score]) -> Score:
    total = Score()
    for score in scores:
        total.core += score.core
        total.full += score.full
        total.labelled += score.labelled
        total.found += score.found
    return total


def main() -> None:
    """Print the totals, and what the options ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--table", choices=TABLES, help="only this table")
    parser.add_argument("--narrative", help="only this narrative, as in KAZ-2008")
    parser.add_argument("--misses", action="store_true", help="print every row that is missed or wrong (core keys)")
    parser.add_argument("--write-floors", action="store_true", help="make what is reached now the tests' floors")
    options = parser.parse_args()
    if options.write_floors and options.narrative:
        parser.error("--write-floors writes the floors of all narratives: leave out --narrative")

    chosen = [label for label in labels() if options.narrative in (None, label.name)]
    if not chosen:
        parser.error(f"no narrative {options.narrative!r}; there are {', '.join(label.name for label in labels())}")
    scores = {label.name: score_narrative(label) for label in chosen}
    shown = [options.table] if options.table else list(TABLES)
    if options.misses:
        for name, tables in scores.items():
            for table in shown:
                if tables[table].missed or tables[table].wrong:
                    print(report(name, table, tables[table]))
    print(f"{len(scores)} narratives")
    print(f"{'table':<24}{'rows':>6}{'found':>7}{'core P':>9}{'R':>7}{'F1':>7}{'full F1':>9}")
    by_table = {table: _total(tables[table] for tables in scores.values()) for table in shown}
    for table, score in (*by_table.items(), ("all", _total(by_table.values()))):
        print(
            f"{table:<24}{score.labelled:>6}{score.found:>7}{score.precision():>9.3f}{score.recall():>7.3f}"
            f"{score.f1():>7.3f}{score.f1('full'):>9.3f}"
        )
    if options.write_floors:
        write_floors(scores)
        print(f"wrote {FLOORS.name}")


if __name__ == "__main__":
    main()
