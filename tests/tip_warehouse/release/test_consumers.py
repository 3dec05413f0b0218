"""A released DuckDB file in environments of other tools: old and current DuckDB, SQLAlchemy as Superset resolves it.

The environments are locked under tests/consumers and made here, once, by uv; where uv or the package index is
not at hand, the tests are skipped and say so.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pytest

from ingest.schema import MARTS
from tests.conftest import ROOT
from tests.tip_warehouse import questions
from tests.tip_warehouse.conftest import Published
from tip_warehouse.release.flat import LIST, bridges, flat_table, list_columns

CONSUMERS = ROOT / "tests" / "consumers"
MAKE_SECONDS = 120


@cache
def python_of(group: str) -> Path:
    """The interpreter of one environment, which is made first where it is missing or out of date."""
    own = ROOT / ".tools" / "bin" / "uv"
    uv = str(own) if own.is_file() else shutil.which("uv")
    if uv is None:
        pytest.skip(f"no uv at {own} or on the path, which makes the environments of {CONSUMERS}; next: make install")
    place = CONSUMERS / ".venv" / group
    environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    environment["UV_PROJECT_ENVIRONMENT"] = str(place)
    command = [uv, "sync", "--locked", "--quiet", "--group", group, "--python", sys.executable]
    try:
        done = subprocess.run(
            command, cwd=CONSUMERS, env=environment, capture_output=True, text=True, timeout=MAKE_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        pytest.skip(f"the environment {group} was not made within {MAKE_SECONDS} s; is the package index reachable?")
    if done.returncode:
        # A lock that does not fit its project is a fault of ours, and no reason to skip.
        assert "uv.lock" not in done.stderr, done.stderr
        pytest.skip(f"uv cannot make the environment {group} (no package index?): {done.stderr.strip()[-500:]}")
    return place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def look(group: str, way: str, warehouse: Path, *tables: str) -> dict[str, Any]:
    command = [str(python_of(group)), "-W", "ignore", str(CONSUMERS / "look.py"), way, str(warehouse), *tables]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


@pytest.fixture(scope="module")
def warehouse(published: Published, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy under another name, and without the right to write: tools open it as they find it."""
    copy = tmp_path_factory.mktemp("tool") / "tip.duckdb"
    shutil.copy(published.home.current / "warehouse.duckdb", copy)
    copy.chmod(0o444)
    return copy


@pytest.fixture(scope="module")
def rows(published: Published) -> dict[str, int]:
    """Rows of each table and view as the DuckDB of this project counts them."""
    found: dict[str, int] = json.loads((published.home.current / "manifest.json").read_bytes())["tables"]
    with duckdb.connect(str(published.home.current / "warehouse.duckdb"), read_only=True) as connection:
        for bridge in bridges():
            (count,) = connection.execute(f"SELECT count(*) FROM bi.{bridge.table.name}").fetchone() or (None,)
            found[bridge.table.name] = count
    return found


@pytest.fixture(scope="module")
def answers(warehouse: Path) -> dict[str, list[list[str | None]]]:
    """What the DuckDB of this project answers."""
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        found = {path.name: connection.execute(path.read_text("utf-8")).fetchall() for path in questions.files()}
    return {
        name: [[None if value is None else str(value) for value in row] for row in rows] for name, rows in found.items()
    }


@pytest.mark.parametrize(("group", "version"), [("oldest", "1.1."), ("bi", "1.4.")])
def test_older_duckdb_opens_every_table_and_view(
    warehouse: Path, rows: dict[str, int], answers: Any, group: str, version: str
) -> None:
    seen = look(group, "duckdb", warehouse)
    assert seen["versions"]["duckdb"].startswith(version)
    marts = {table.name: {column.name: column.sql for column in table.columns} for table in MARTS}
    assert {name: found["columns"] for name, found in seen["tables"]["marts"].items()} == marts
    flat = [*(flat_table(table) for table in MARTS), *(bridge.table for bridge in bridges())]
    assert {name: found["columns"] for name, found in seen["tables"]["bi"].items()} == {
        table.name: {column.name: column.sql for column in table.columns} for table in flat
    }
    for schema in ("marts", "bi"):
        for name, found in seen["tables"][schema].items():
            assert found["rows"] == rows[name], f"{schema}.{name}"
    assert seen["answers"] == answers


def test_sqlalchemy_reflects_and_reads_the_tables_and_knows_all_types_of_schema_bi(
    warehouse: Path, rows: dict[str, int], answers: Any
) -> None:
    with_lists = [table for table in MARTS if list_columns(table)]
    tables = [f"marts.{table.name}" for table in MARTS]
    views = [f"bi.{table.name}" for table in (*with_lists, *(bridge.table for bridge in bridges()))]
    seen = look("bi", "sqlalchemy", warehouse, *tables, *views)
    assert seen["versions"]["sqlalchemy"].startswith("1.4.")
    assert seen["versions"]["duckdb"].startswith("1.4.")
    assert {f"{schema}.{name}" for schema, found in seen["tables"].items() for name in found} == {*tables, *views}
    for schema, found in seen["tables"].items():
        for name, table in found.items():
            assert table["rows"] == rows[name], f"{schema}.{name}"
            assert table["first"] == min(1, rows[name])
    for table in MARTS:
        reflected = seen["tables"]["marts"][table.name]
        # The reason for schema bi: tools do not know lists.
        assert reflected["unknown"] == [column.name for column in table.columns if column.sql == LIST]
        assert reflected["comment"] == f"{table.description} {table.grain}"
    assert [name for name, table in seen["tables"]["bi"].items() if table["unknown"]] == []
    assert seen["answers"] == answers
