"""Questions to a release: read only, in SQL, against the published DuckDB file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ingest.home import Home
from tip_warehouse.release.publish import current_release

if TYPE_CHECKING:
    import duckdb


class QueryError(RuntimeError):
    """There is no release, or the statement is wrong; the message says what and where."""


@contextmanager
def open_release(home: Home) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection to the current release; table names need no schema. Raises `QueryError`."""
    release = current_release(home)
    if release is None:
        raise QueryError(f"there is no release under {home.published}; next: tip run --home {home.root}")
    import duckdb

    connection = duckdb.connect(str(release.path / "warehouse.duckdb"), read_only=True)
    try:
        connection.execute("set schema = 'marts'")
        yield connection
    finally:
        connection.close()


def run_query(home: Home, sql: str, parameters: Sequence[Any] = ()) -> tuple[list[str], list[tuple[Any, ...]]]:
    """(column names, rows) of one SQL statement on the current release.

    Raises `QueryError` with DuckDB's own words where the statement fails.
    """
    with open_release(home) as connection:
        import duckdb

        try:
            cursor = connection.execute(sql, list(parameters))
            return [column[0] for column in cursor.description or ()], cursor.fetchall()
        except duckdb.Error as error:
            raise QueryError(f'{error}\nTables: tip query "show tables"') from error
