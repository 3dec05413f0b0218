"""The DuckDB file of a release: the schema's tables, meanings and rows, in a format that old clients read."""

from __future__ import annotations

import duckdb

from ingest.home import Home
from ingest.schema import MARTS
from tests.tip_warehouse.release.test_load import column_types
from tip_warehouse.release.database import STORAGE_VERSION, write_database
from tip_warehouse.release.export import export_marts


def test_the_file_holds_the_schema_s_tables_types_meanings_and_the_exported_rows(home: Home) -> None:
    exported = export_marts(home)
    path = write_database(home.staged_release)
    wanted = {table.name: [(column.name, column.sql) for column in table.columns] for table in MARTS}
    assert column_types(path, "marts") == wanted
    with duckdb.connect(str(path), read_only=True) as connection:
        for table, file in zip(MARTS, exported, strict=True):
            rows = connection.execute(f"SELECT * FROM marts.{table.name}").fetchall()
            assert rows == connection.execute(f"SELECT * FROM read_parquet('{file.path}')").fetchall(), table.name
            comments = connection.execute(
                "SELECT comment FROM duckdb_columns() WHERE schema_name = 'marts' AND table_name = ? "
                "ORDER BY column_index",
                [table.name],
            ).fetchall()
            assert [comment for (comment,) in comments] == [column.description for column in table.columns]
        (described,) = connection.execute(
            "SELECT count(*) FROM duckdb_tables() WHERE comment IS NOT NULL"
        ).fetchone() or (None,)
        assert described == len(MARTS)
        assert connection.execute("SELECT count(*) FROM duckdb_constraints()").fetchone() == (0,)


def test_the_storage_format_is_one_that_old_clients_read(home: Home) -> None:
    export_marts(home)
    path = write_database(home.staged_release)
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{path}' AS released (READ_ONLY)")
        tags = connection.execute("SELECT tags FROM duckdb_databases() WHERE database_name = 'released'").fetchone()
    assert tags is not None
    assert tags[0]["storage_version"].startswith(STORAGE_VERSION), tags
    assert not path.with_name("warehouse.duckdb.wal").exists()
