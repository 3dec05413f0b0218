"""Lists for tools that know none: joined text and bridges, in schema `bi` of the DuckDB file."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from ingest.home import Home
from ingest.schema import MARTS, MARTS_BY_NAME
from tests.tip_warehouse.release.test_load import column_types
from tip_warehouse.release.database import write_database
from tip_warehouse.release.export import export_marts
from tip_warehouse.release.flat import LIST, bridge_select, bridges, flat_select, flat_table, list_columns
from tip_warehouse.release.tables import create_table_sql

FLOWS = MARTS_BY_NAME["fact_trafficking_flows"]


@pytest.fixture
def database(home: Home) -> Path:
    export_marts(home)
    return write_database(home.staged_release)


def test_every_list_column_of_the_schema_has_a_bridge_and_no_view_has_a_list(database: Path) -> None:
    wanted = {flat_table(table).name: flat_table(table) for table in MARTS} | {
        bridge.table.name: bridge.table for bridge in bridges()
    }
    assert {(bridge.of.name, bridge.column.name) for bridge in bridges()} == {
        (table.name, column.name) for table in MARTS for column in table.columns if column.sql == LIST
    }
    found = column_types(database, "bi")
    assert found == {name: [(column.name, column.sql) for column in table.columns] for name, table in wanted.items()}
    assert not any("[]" in sql for columns in found.values() for _, sql in columns)
    with duckdb.connect(str(database), read_only=True) as connection:
        comments = connection.execute(
            "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE schema_name = 'bi'"
        ).fetchall()
        assert {(name, column): comment for name, column, comment in comments} == {
            (name, column.name): column.description for name, table in wanted.items() for column in table.columns
        }


def test_the_views_hold_the_rows_of_the_tables_under_any_name_of_the_file(database: Path, tmp_path: Path) -> None:
    other = database.rename(tmp_path / "renamed.duckdb")
    with duckdb.connect(str(other), read_only=True) as connection:
        for table in MARTS:
            lists = {column.name for column in list_columns(table)}
            plain = ", ".join(name for name in table.column_names if name not in lists)
            order = ", ".join(table.primary_key)
            assert (
                connection.execute(f"SELECT {plain} FROM bi.{table.name} ORDER BY {order}").fetchall()
                == connection.execute(f"SELECT {plain} FROM marts.{table.name} ORDER BY {order}").fetchall()
            )
        for bridge in bridges():
            keys = ", ".join(bridge.of.primary_key)
            again = connection.execute(
                f"SELECT {keys}, list(item ORDER BY ordinal) FROM bi.{bridge.table.name} GROUP BY ALL ORDER BY ALL"
            ).fetchall()
            assert (
                again
                == connection.execute(
                    f"SELECT {keys}, {bridge.column.name} FROM marts.{bridge.of.name} "
                    f"WHERE len({bridge.column.name}) > 0 ORDER BY ALL"
                ).fetchall()
            )


@pytest.mark.parametrize(
    ("sectors", "text", "items"),
    [
        ([], "", []),
        (["mining"], "mining", [(1, "mining")]),
        (["fish; meat", "it's", ""], "fish; meat; it's; ", [(1, "fish; meat"), (2, "it's"), (3, "")]),
    ],
)
def test_lists_become_text_and_rows(sectors: list[str], text: str, items: list[tuple[int, str]]) -> None:
    (bridge,) = (bridge for bridge in bridges((FLOWS,)) if bridge.column.name == "sectors")
    with duckdb.connect() as connection:
        connection.execute("CREATE SCHEMA s")
        connection.execute(create_table_sql(FLOWS, "s"))
        connection.execute(f"INSERT INTO s.{FLOWS.name} (fact_id, sectors) VALUES ('f', ?)", [sectors])
        source = f"s.{FLOWS.name}"
        assert connection.sql(flat_select(FLOWS, source)).select("sectors").fetchall() == [(text,)]
        found = connection.sql(bridge_select(bridge, source)).order("ordinal").fetchall()
    assert found == [("f", *item) for item in items]
