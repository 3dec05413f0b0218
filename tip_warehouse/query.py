"""Questions to a release: read only, in SQL, against the published DuckDB file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ingest.home import Home
from tip_warehouse.release.publish import PublishError, find_release

if TYPE_CHECKING:
    import duckdb


class QueryError(RuntimeError):
    """There is no release, or the statement is wrong; the message says what and where."""


@contextmanager
def open_release(home: Home, identifier: str | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection to a release; table names need no schema.

    `identifier` is a release's id or how it alone begins, None the current one. Raises `QueryError`.
    """
    try:
        release = find_release(home, identifier)
    except PublishError as error:
        raise QueryError(str(error)) from error
    import duckdb

    connection = duckdb.connect(str(release.path / "warehouse.duckdb"), read_only=True)
    try:
        connection.execute("set schema = 'marts'")
        yield connection
    finally:
        connection.close()


def run_query(
    home: Home, sql: str, parameters: Sequence[Any] = (), release: str | None = None
) -> tuple[list[str], list[tuple[Any, ...]]]:
    """(column names, rows) of one SQL statement on a release: the current one, or the one that `release` names.

    Raises `QueryError` with DuckDB's own words where the statement fails.
    """
    with open_release(home, release) as connection:
        import duckdb

        try:
            cursor = connection.execute(sql, list(parameters))
            return [column[0] for column in cursor.description or ()], cursor.fetchall()
        except duckdb.Error as error:
            raise QueryError(f'{error}\nTables: tip query "show tables"') from error
