"""Write the DuckDB file of a release from its Parquet files: schemas `marts` and `bi`, readable by old clients."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import duckdb

from ingest.schema import MARTS, Table
from tip_warehouse.release.flat import bridge_select, bridges, flat_select, flat_table
from tip_warehouse.release.tables import column_list, create_table_sql, literal, quoted

# What DuckDB 1.1 and later read; the newest storage format is unreadable to most BI tools.
STORAGE_VERSION = "v1.0.0"


def write_database(release: Path, tables: Sequence[Table] = MARTS) -> Path:
    """Write `release/warehouse.duckdb` from `release/parquet/`, and return its path.

    Tables have exactly the schema's types, no constraints, rows in the order of the Parquet files, and
    the schema's meanings as comments. Schema `bi` shows the same tables to tools that know no lists, as
    views: list columns as joined text, and a bridge for each of them. The file is complete and closed
    when this returns.
    """
    target = release / "warehouse.duckdb"
    for leftover in (target, target.with_name(target.name + ".wal")):
        leftover.unlink(missing_ok=True)
    with duckdb.connect() as connection:
        connection.execute("SET threads = 2")
        connection.execute(f"ATTACH {literal(str(target))} AS warehouse (STORAGE_VERSION {literal(STORAGE_VERSION)})")
        # One transaction: a commit, and a sync to disk, for each comment would take most of the time.
        connection.execute("BEGIN")
        connection.execute("CREATE SCHEMA warehouse.marts")
        for table in tables:
            name = f"warehouse.marts.{quoted(table.name)}"
            rows = f"read_parquet({literal(str(release / 'parquet' / f'{table.name}.parquet'))})"
            connection.execute(create_table_sql(table, "warehouse.marts"))
            connection.execute(f"INSERT INTO {name} SELECT {column_list(table)} FROM {rows}")
            _comment(connection, table, "TABLE", name)
        _write_views(connection, tables)
        connection.execute("COMMIT")
        connection.execute("CHECKPOINT warehouse")
        connection.execute("DETACH warehouse")
    return target


def _write_views(connection: duckdb.DuckDBPyConnection, tables: Sequence[Table]) -> None:
    # A view must not name the database: users open the file under any name.
    connection.execute("USE warehouse")
    connection.execute("CREATE SCHEMA bi")
    views = [(flat_table(table), flat_select(table, f"marts.{quoted(table.name)}")) for table in tables]
    views += [(item.table, bridge_select(item, f"marts.{quoted(item.of.name)}")) for item in bridges(tables)]
    for table, select in views:
        name = f"bi.{quoted(table.name)}"
        connection.execute(f"CREATE VIEW {name} AS {select}")
        _comment(connection, table, "VIEW", name)
    connection.execute("USE memory")


def _comment(connection: duckdb.DuckDBPyConnection, table: Table, kind: str, name: str) -> None:
    connection.execute(f"COMMENT ON {kind} {name} IS {literal(f'{table.description} {table.grain}')}")
    for column in table.columns:
        connection.execute(f"COMMENT ON COLUMN {name}.{quoted(column.name)} IS {literal(column.description)}")
