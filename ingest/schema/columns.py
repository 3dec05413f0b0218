"""The building blocks of the one schema: columns, tables and their renderings as Arrow types."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

import pyarrow as pa

Sql = Literal[
    "VARCHAR",
    "SMALLINT",
    "INTEGER",
    "BIGINT",
    "BOOLEAN",
    "DATE",
    "VARCHAR[]",
    "DECIMAL(18,2)",
    "DECIMAL(5,2)",
]

_PLAIN: dict[str, pa.DataType] = {
    "VARCHAR": pa.string(),
    "SMALLINT": pa.int16(),
    "INTEGER": pa.int32(),
    "BIGINT": pa.int64(),
    "BOOLEAN": pa.bool_(),
    "DATE": pa.date32(),
    "VARCHAR[]": pa.list_(pa.string()),
}
_DECIMAL = re.compile(r"DECIMAL\((\d+),(\d+)\)")


def arrow_type(sql: str) -> pa.DataType:
    """The Arrow type that stores an SQL type of the contract.

    Raises `ValueError` for a type that the contract does not use.
    """
    if sql in _PLAIN:
        return _PLAIN[sql]
    if found := _DECIMAL.fullmatch(sql):
        return pa.decimal128(int(found[1]), int(found[2]))
    raise ValueError(f"no Arrow type for SQL type {sql!r}; add it to ingest/schema/columns.py")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `sql` is its DuckDB type, `enum` the closed list of its values (empty: open).

    `required` columns are never NULL. `references` is "table.column" of a foreign key.
    `default` is what an undecided value becomes; an enumeration with "unspecified" defaults to it.
    """

    name: str
    sql: Sql
    description: str
    required: bool = False
    enum: tuple[str, ...] = ()
    references: str | None = None
    default: object = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table: `grain` says what a row is, `primary_key` names the columns that identify it.

    `natural_key` lists the columns that make two facts of one report the same fact (facts only).
    `sort` is the row order of exports; it always ends in the primary key, so that it is total.
    """

    name: str
    grain: str
    description: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    sort: tuple[str, ...]
    natural_key: tuple[str, ...] = ()
    _by_name: dict[str, Column] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._by_name.update({column.name: column for column in self.columns})

    def column(self, name: str) -> Column:
        """The column called `name`; raises `KeyError` where the table has none."""
        return self._by_name[name]

    @property
    def column_names(self) -> list[str]:
        """Column names in order."""
        return [column.name for column in self.columns]

    def arrow_schema(self) -> pa.Schema:
        """The Arrow schema of an export, with descriptions in the field and schema metadata."""
        fields = [
            pa.field(
                column.name,
                arrow_type(column.sql),
                nullable=not column.required,
                metadata={"description": column.description},
            )
            for column in self.columns
        ]
        return pa.schema(fields, metadata={"table": self.name, "description": self.description})
