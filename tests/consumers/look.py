"""Opens a released DuckDB file as a tool of another environment does, and prints what it sees as JSON.

python look.py duckdb|sqlalchemy WAREHOUSE [SCHEMA.TABLE ...]: versions, and of all tables (or those named) the
columns, types and rows, by schema, and the answers to the project's questions. Runs outside the project's own
environment, hence imports nothing of it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

SCHEMAS = ("marts", "bi")
QUESTIONS = Path(__file__).resolve().parents[2] / "examples" / "questions"


def ask(run: Callable[[str], Any]) -> dict[str, list[list[str | None]]]:
    """The answers to the project's questions: by file, rows of cells as text."""
    return {
        path.name: [[None if value is None else str(value) for value in row] for row in run(path.read_text("utf-8"))]
        for path in sorted(QUESTIONS.glob("*.sql"))
    }


def look_with_duckdb(path: str, wanted: set[str]) -> dict[str, Any]:
    """With the client of DuckDB itself."""
    import duckdb

    connection = duckdb.connect(path, read_only=True)
    columns = connection.execute(
        "SELECT table_schema, table_name, column_name, data_type FROM information_schema.columns "
        "WHERE table_schema IN ('marts', 'bi') ORDER BY table_schema, table_name, ordinal_position"
    ).fetchall()
    tables: dict[str, dict[str, Any]] = {schema: {} for schema in SCHEMAS}
    for schema, table, column, kind in columns:
        if wanted and f"{schema}.{table}" not in wanted:
            continue
        tables[schema].setdefault(table, {"columns": {}})["columns"][column] = kind
    for schema, found in tables.items():
        for table, seen in found.items():
            rows = connection.execute(f'SELECT * FROM {schema}."{table}"').fetchall()
            seen["rows"] = len(rows)
    return {
        "versions": {"duckdb": duckdb.__version__},
        "tables": tables,
        "answers": ask(lambda statement: connection.execute(statement).fetchall()),
    }


def look_with_sqlalchemy(path: str, wanted: set[str]) -> dict[str, Any]:
    """With SQLAlchemy: tables and views are reflected, as a BI tool does, and read through what was reflected."""
    import duckdb
    import duckdb_engine
    import sqlalchemy as sa
    from sqlalchemy.sql.sqltypes import NullType

    engine = sa.create_engine(f"duckdb:///{path}", connect_args={"read_only": True})
    inspector = sa.inspect(engine)
    tables: dict[str, dict[str, Any]] = {}
    with engine.connect() as connection:
        for schema in SCHEMAS:
            tables[schema] = {}
            names = [*inspector.get_table_names(schema=schema), *inspector.get_view_names(schema=schema)]
            for name in sorted(set(names)):
                if wanted and f"{schema}.{name}" not in wanted:
                    continue
                table = sa.Table(name, sa.MetaData(), schema=schema, autoload_with=engine)
                unknown = [column.name for column in table.columns if isinstance(column.type, NullType)]
                count = connection.execute(sa.select(sa.func.count()).select_from(table)).scalar()
                first = connection.execute(sa.select(table).limit(1)).fetchall()
                tables[schema][name] = {
                    "columns": {
                        column.name: str(column.type) for column in table.columns if column.name not in unknown
                    },
                    "unknown": unknown,
                    "rows": count,
                    "first": len(first),
                    "comment": table.comment,
                }
        answers = ask(lambda statement: connection.exec_driver_sql(statement).fetchall())
    versions = {"duckdb": duckdb.__version__, "duckdb_engine": duckdb_engine.__version__, "sqlalchemy": sa.__version__}
    return {"versions": versions, "tables": tables, "answers": answers}


if __name__ == "__main__":
    looks = {"duckdb": look_with_duckdb, "sqlalchemy": look_with_sqlalchemy}
    print(json.dumps(looks[sys.argv[1]](sys.argv[2], set(sys.argv[3:]))))
