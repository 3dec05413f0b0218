"""Four libraries read the exports of one release, and see the same rows in the same order."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.csv as pc
import pyarrow.parquet as pq
import pytest

from ingest.schema import MARTS, Table
from ingest.schema.columns import arrow_type
from tests.tip_warehouse.conftest import Published
from tip_warehouse.release.flat import flat_table
from tip_warehouse.release.handout import HandoutFormat, hand_out

Rows = list[tuple[Any, ...]]
READERS = ("duckdb", "pandas", "polars", "pyarrow")


@pytest.fixture(scope="module")
def release(published: Published) -> Path:
    return published.home.current.resolve()


@pytest.fixture(scope="module")
def as_csv(release: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("read_csv")
    hand_out(release, out, HandoutFormat.csv)
    return out


def plain(value: Any) -> Any:
    """A cell as Python has it: libraries differ in how they say list and nothing."""
    if isinstance(value, (list, np.ndarray)):
        return [plain(item) for item in value]
    if value is None or (not isinstance(value, str) and pd.isna(value)):
        return None
    return value.item() if isinstance(value, np.generic) else value


def of_pandas(frame: pd.DataFrame) -> Rows:
    return [tuple(plain(value) for value in row) for row in frame.itertuples(index=False, name=None)]


def of_arrow(table: pa.Table) -> Rows:
    return [tuple(row.values()) for row in table.to_pylist()]


PARQUET: dict[str, Callable[[Path], Rows]] = {
    "duckdb": lambda path: duckdb.sql(f"SELECT * FROM '{path}'").fetchall(),
    # Types of Arrow: the default would turn counts with a gap into floating point.
    "pandas": lambda path: of_pandas(pd.read_parquet(path, dtype_backend="pyarrow")),
    "polars": lambda path: pl.read_parquet(path).rows(),
    "pyarrow": lambda path: of_arrow(pq.read_table(path)),
}


@pytest.mark.parametrize("reader", READERS)
def test_parquet_reads_the_same_as_the_database(release: Path, reader: str) -> None:
    with duckdb.connect(str(release / "warehouse.duckdb"), read_only=True) as connection:
        for table in MARTS:
            wanted = connection.execute(f"SELECT * FROM marts.{table.name}").fetchall()
            assert PARQUET[reader](release / "parquet" / f"{table.name}.parquet") == wanted, table.name


def test_polars_and_pandas_know_the_exact_types(release: Path) -> None:
    kinds = {"VARCHAR": pl.String, "SMALLINT": pl.Int16, "INTEGER": pl.Int32, "BIGINT": pl.Int64, "BOOLEAN": pl.Boolean,
             "DATE": pl.Date, "VARCHAR[]": pl.List(pl.String), "DECIMAL(18,2)": pl.Decimal(18, 2),
             "DECIMAL(5,2)": pl.Decimal(5, 2)}  # fmt: skip
    for table in MARTS:
        path = release / "parquet" / f"{table.name}.parquet"
        assert dict(pl.read_parquet_schema(path)) == {column.name: kinds[column.sql] for column in table.columns}
        frame = pd.read_parquet(path, dtype_backend="pyarrow")
        assert [kind.pyarrow_dtype for kind in frame.dtypes] == [arrow_type(column.sql) for column in table.columns]


def csv_duckdb(path: Path, table: Table) -> Rows:
    types = {column.name: column.sql for column in table.columns}
    return duckdb.read_csv(str(path), header=True, dtype=types, allow_quoted_nulls=False).fetchall()


def csv_pyarrow(path: Path, table: Table) -> Rows:
    types = {column.name: arrow_type(column.sql) for column in table.columns}
    options = pc.ConvertOptions(column_types=types, strings_can_be_null=True, quoted_strings_can_be_null=False)
    return of_arrow(pc.read_csv(path, parse_options=pc.ParseOptions(newlines_in_values=True), convert_options=options))


def exact(cell: str) -> Decimal | None:
    return Decimal(cell) if cell else None


def csv_pandas(path: Path, table: Table) -> Rows:
    amounts = {column.name: exact for column in table.columns if column.sql.startswith("DECIMAL")}
    types = {
        column.name: pd.ArrowDtype(arrow_type(column.sql)) for column in table.columns if column.name not in amounts
    }
    return of_pandas(pd.read_csv(path, dtype=types, converters=amounts, keep_default_na=False, na_values=[""]))


def csv_polars(path: Path, table: Table) -> Rows:
    kinds = {"VARCHAR": pl.String, "SMALLINT": pl.Int16, "INTEGER": pl.Int32, "BIGINT": pl.Int64, "BOOLEAN": pl.Boolean,
             "DATE": pl.Date, "DECIMAL(18,2)": pl.Decimal(18, 2), "DECIMAL(5,2)": pl.Decimal(5, 2)}  # fmt: skip
    return pl.read_csv(path, schema={column.name: kinds[column.sql] for column in table.columns}).rows()


CSV: dict[str, Callable[[Path, Table], Rows]] = {
    "duckdb": csv_duckdb,
    "pandas": csv_pandas,
    "polars": csv_polars,
    "pyarrow": csv_pyarrow,
}


def by_key(table: Table, rows: Rows) -> Rows:
    """Rows in the order of their keys, empty text as None: not every reader tells it from a missing cell."""
    key = [table.column_names.index(name) for name in table.primary_key]
    same = [tuple(None if value == "" else value for value in row) for row in rows]
    return sorted(same, key=lambda row: [row[n] for n in key])


@pytest.mark.parametrize("reader", READERS)
def test_csv_reads_the_same_as_the_database(release: Path, as_csv: Path, reader: str) -> None:
    with duckdb.connect(str(release / "warehouse.duckdb"), read_only=True) as connection:
        for table in MARTS:
            flat = flat_table(table)
            wanted = connection.execute(f"SELECT * FROM bi.{table.name}").fetchall()
            found = CSV[reader](as_csv / f"{table.name}.csv", flat)
            assert by_key(flat, found) == by_key(flat, wanted), table.name


def test_money_stays_exact(release: Path) -> None:
    amounts = pl.read_parquet(release / "parquet" / "fact_funding.parquet")["amount"].drop_nulls().to_list()
    assert amounts and all(isinstance(amount, Decimal) for amount in amounts)
