"""The raw tables of the candidate warehouse, derived from the one schema, and the SQL that creates any table."""

from __future__ import annotations

from dataclasses import replace

from ingest.schema import LAKE_TABLES, MARTS_BY_NAME, Column, Table

_DIM_REPORT = MARTS_BY_NAME["dim_report"]
_REPORT_VERSIONS = MARTS_BY_NAME["report_versions"]
_DIM_COUNTRY = MARTS_BY_NAME["dim_country"]

DOCUMENT_ID = Column("document_id", "VARCHAR", "The document: the same bytes have the same id on every machine.", True)
# What dbt counts, and no document brings along.
_COUNTED = ("facts", "first_edition", "last_edition", "reports")


def _plain(column: Column) -> Column:
    return replace(column, references=None)


RAW_DOCUMENTS = Table(
    name="documents",
    grain="One document that was read and not quarantined.",
    description="Every document, the current one of each report and those that it supersedes.",
    columns=(
        DOCUMENT_ID,
        *(_plain(column) for column in _DIM_REPORT.columns if column.name not in _COUNTED),
        Column("characters_repaired", "BOOLEAN", "Wrongly decoded characters (mojibake) were repaired.", True),
        *(_plain(_REPORT_VERSIONS.column(name)) for name in ("is_current", "superseded_by", "reason")),
    ),
    primary_key=("document_id",),
    sort=("document_id",),
)

RAW_COUNTRIES = Table(
    name="countries",
    grain="One country or territory that the vocabulary knows.",
    description="Names, regions and bureaus of countries and territories.",
    columns=(
        *(column for column in _DIM_COUNTRY.columns if column.name not in _COUNTED),
        Column("valid_from", "SMALLINT", "First edition in which the code was in force; NULL for all."),
        Column("valid_to", "SMALLINT", "Last edition in which the code was in force; NULL for all."),
    ),
    primary_key=("country_code",),
    sort=("country_code",),
)


def raw_lake_table(table: Table) -> Table:
    """`table` as the lake stores it: with the id of the document that each row was read from."""
    columns = (DOCUMENT_ID, *(_plain(column) for column in table.columns))
    return replace(table, columns=columns, sort=(*table.sort,), _by_name={})


RAW_LAKE_TABLES: tuple[Table, ...] = tuple(raw_lake_table(table) for table in LAKE_TABLES)
RAW_TABLES: tuple[Table, ...] = (RAW_DOCUMENTS, RAW_COUNTRIES, *RAW_LAKE_TABLES)


def quoted(name: str) -> str:
    """`name` as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """`text` as an SQL string."""
    return "'" + text.replace("'", "''") + "'"


def create_table_sql(table: Table, schema: str) -> str:
    """The statement that creates `table` empty in `schema`: exact types, no constraints."""
    columns = ",\n  ".join(f"{quoted(column.name)} {column.sql}" for column in table.columns)
    return f"CREATE TABLE {schema}.{quoted(table.name)} (\n  {columns}\n)"


def column_list(table: Table) -> str:
    """The columns of `table` in order, as they stand in a SELECT."""
    return ", ".join(quoted(column.name) for column in table.columns)


def order_by(table: Table) -> str:
    """The ORDER BY of an export: the table's own order, NULLs last, so that it is total and the same everywhere."""
    return ", ".join(f"{quoted(name)} ASC NULLS LAST" for name in table.sort)
