"""The marts for tools that know no lists: list columns as joined text, and a bridge table for each of them.

Everything is derived from the one schema. The database shows both as views of schema `bi`; the CSV export
writes both as files.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.schema import MARTS, Column, Table
from tip_warehouse.release.tables import literal, quoted

SEPARATOR = "; "
LIST = "VARCHAR[]"


@dataclass(frozen=True, slots=True)
class Bridge:
    """The items of one list column: `table` is the bridge itself, `of` the mart, `column` its list column."""

    table: Table
    of: Table
    column: Column


def list_columns(table: Table) -> tuple[Column, ...]:
    """The columns of `table` that hold lists."""
    return tuple(column for column in table.columns if column.sql == LIST)


def flat_table(table: Table) -> Table:
    """`table` with each list column as text, under the same name; `table` itself where it has none."""
    if not list_columns(table):
        return table
    return replace(table, columns=tuple(_flat_column(column) for column in table.columns), _by_name={})


def _flat_column(column: Column) -> Column:
    if column.sql != LIST:
        return column
    words = f"{column.description} Items joined by '{SEPARATOR}', empty where there is none."
    # Where empty text and NULL look the same, as in CSV, an empty list must be no missing value.
    return replace(column, sql="VARCHAR", description=words, required=False, enum=(), references=None, default=None)


def flat_select(table: Table, source: str) -> str:
    """The statement that reads `source`, which has the columns of `table`, as `flat_table(table)`."""
    columns = ",\n  ".join(
        # Older databases join an empty list to NULL, newer ones to empty text.
        f"coalesce(array_to_string({quoted(column.name)}, {literal(SEPARATOR)}), '') AS {quoted(column.name)}"
        if column.sql == LIST
        else quoted(column.name)
        for column in table.columns
    )
    return f"SELECT\n  {columns}\nFROM {source}"


def bridges(tables: Sequence[Table] = MARTS) -> tuple[Bridge, ...]:
    """One bridge for each list column of `tables`, called `bridge_<table>_<column>`."""
    return tuple(_bridge(table, column) for table in tables for column in list_columns(table))


def _bridge(of: Table, column: Column) -> Bridge:
    keys = tuple(
        replace(of.column(name), references=f"{of.name}.{name}" if len(of.primary_key) == 1 else None)
        for name in of.primary_key
    )
    table = Table(
        name=f"bridge_{of.name}_{column.name}",
        grain=f"One item of {column.name} of one row of {of.name}.",
        description=f"The items of the list column {of.name}.{column.name}, for tools that know no lists.",
        columns=(
            *keys,
            Column("ordinal", "INTEGER", "Place in the list, from 1.", True),
            Column("item", "VARCHAR", f"One item. {column.description}", True),
        ),
        primary_key=(*of.primary_key, "ordinal"),
        sort=(*of.primary_key, "ordinal"),
    )
    return Bridge(table, of, column)


def bridge_select(bridge: Bridge, source: str) -> str:
    """The statement that reads `source`, which has the columns of `bridge.of`, as `bridge.table`."""
    items = quoted(bridge.column.name)
    keys = ", ".join(quoted(name) for name in bridge.of.primary_key)
    return (
        f"SELECT\n  {keys},\n  CAST(generate_subscripts({items}, 1) AS INTEGER) AS ordinal,\n"
        f"  unnest({items}) AS item\nFROM {source}"
    )
