"""The data dictionary: every published table and column in words, rendered from the one schema.

python -m tip_warehouse.dictionary > docs/data_dictionary.md
"""

from __future__ import annotations

from ingest.schema import MARTS, RELEASE_TABLES, Column, Table
from tip_warehouse.release.flat import SEPARATOR, bridges, list_columns

_INTRODUCTION = """# Data dictionary

Every table of a release, as `marts.<table>` in `warehouse.duckdb` and as `parquet/<table>.parquet`. This page is
rendered from the schema; a test fails when the two differ. *Required* columns are never NULL. Schema `bi` shows the
same tables to tools that know no lists, [see below](#schema-bi).
"""
_BESIDE = """# Beside the tables

Lie in the release as `<table>.parquet` and not in `warehouse.duckdb`: they compare the release with the one before it,
and so depend on which one that was; all other tables follow from the reports and the code alone.
"""
_BI = f"""## Schema bi

Every table above, as a view of the same name and columns. List columns ({{lists}}) are text there, items joined by
`{SEPARATOR}`, empty where the list is empty; and each of them has a bridge, one row for each item. The CSV files of
`tip export` are these views.

| bridge | columns |
|---|---|
{{bridges}}
"""


def render() -> str:
    """The dictionary as Markdown."""
    parts = [_INTRODUCTION, *(f"- [`{table.name}`](#{table.name}): {table.grain}" for table in MARTS), ""]
    for table in MARTS:
        parts.append(_section(table))
    parts.append(_schema_bi())
    parts += [_BESIDE, *(_section(table) for table in RELEASE_TABLES)]
    return "\n".join(parts)


def _schema_bi() -> str:
    lists = ", ".join(f"`{table.name}.{column.name}`" for table in MARTS for column in list_columns(table))
    rows = "\n".join(
        f"| `{bridge.table.name}` | {', '.join(f'`{name}`' for name in bridge.table.column_names)} |"
        for bridge in bridges()
    )
    return _BI.format(lists=lists, bridges=rows)


def _section(table: Table) -> str:
    key = ", ".join(f"`{name}`" for name in table.primary_key)
    lines = [
        f"## {table.name}",
        "",
        f"{table.description} **Grain:** {table.grain} **Key:** {key}.",
        "",
        "| column | type | required | meaning |",
        "|---|---|---|---|",
        *(_row(column) for column in table.columns),
        "",
    ]
    return "\n".join(lines)


def _row(column: Column) -> str:
    meaning = column.description
    if column.enum:
        meaning += " Values: " + ", ".join(f"`{value}`" for value in column.enum) + "."
    if column.references:
        meaning += f" → `{column.references}`"
    return f"| `{column.name}` | {column.sql} | {'yes' if column.required else ''} | {meaning.replace('|', '&#124;')} |"


if __name__ == "__main__":
    print(render(), end="")
