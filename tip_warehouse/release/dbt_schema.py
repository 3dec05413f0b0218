"""Render the one schema into the dbt project: sources, contracts of the marts with their tests, and macros.

`python -m tip_warehouse.release.dbt_schema` writes the files; `--check` only says which have drifted apart.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped]

from ingest.schema import FACT_TABLES, MARTS, MEASURES, Table
from tip_warehouse.release.tables import RAW_TABLES

PROJECT = Path(__file__).resolve().parents[2] / "dbt_project"
NOTICE = "Rendered from ingest/schema by `python -m tip_warehouse.release.dbt_schema`. Do not edit."


def rendered_files() -> dict[str, str]:
    """Every rendered file of the dbt project: its path inside the project, and its whole text."""
    return {
        "models/staging/_sources.yml": _yaml({"sources": [_source()]}),
        "models/marts/_marts.yml": _yaml({"models": [mart_model(table) for table in MARTS]}),
        "macros/schema.sql": _macros(),
    }


def drifted(project: Path = PROJECT) -> list[str]:
    """Paths of rendered files that are missing from `project` or differ from the schema."""
    found = []
    for name, text in rendered_files().items():
        path = project / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            found.append(name)
    return found


def write(project: Path = PROJECT) -> list[str]:
    """Write the rendered files that have drifted, and return their paths inside `project`."""
    files = rendered_files()
    changed = drifted(project)
    for name in changed:
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[name], encoding="utf-8")
    return changed


def mart_model(table: Table) -> dict[str, Any]:
    """The dbt properties of one mart: contract columns with types and meanings, and the test that keeps them."""
    return {
        "name": table.name,
        "description": _described(table),
        "columns": _columns(table),
        "data_tests": [{"keeps_schema": _schema_test(table)}],
    }


def _schema_test(table: Table) -> dict[str, Any]:
    # One test for a whole mart: a node of its own for each column would cost more than its query.
    arguments: dict[str, Any] = {
        "key": list(table.primary_key),
        "required": [column.name for column in table.columns if column.required],
    }
    enums = {column.name: list(column.enum) for column in table.columns if column.enum}
    if enums:
        arguments["enums"] = enums
    references = []
    for column in table.columns:
        if column.references:
            parent, parent_column = column.references.split(".")
            references.append({"column": column.name, "to": parent, "field": parent_column})
    if references:
        arguments["references"] = references
    return {"name": f"{table.name}_keeps_schema", "arguments": arguments}


def _source() -> dict[str, Any]:
    tables = [
        {"name": table.name, "description": _described(table), "columns": _columns(table)} for table in RAW_TABLES
    ]
    return {
        "name": "raw",
        "schema": "raw",
        "description": "What load_candidate put into the candidate warehouse: the lake's rows of current documents.",
        "tables": tables,
    }


def _described(table: Table) -> str:
    return f"{table.description} Grain: {table.grain[0].lower()}{table.grain[1:]}"


def _columns(table: Table) -> list[dict[str, Any]]:
    return [
        {"name": column.name, "data_type": column.sql, "description": column.description} for column in table.columns
    ]


def _yaml(content: dict[str, Any]) -> str:
    # The C writer gives the same text several times faster, where it is there.
    writer = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    body = yaml.dump(
        {"version": 2, **content}, Dumper=writer, sort_keys=False, width=120, allow_unicode=True,
        default_flow_style=False,
    )  # fmt: skip
    return f"# {NOTICE}\n{body}"


def _macros() -> str:
    facts = json.dumps([table.name for table in FACT_TABLES], indent=4)
    dated = json.dumps([table.name for table in FACT_TABLES if "data_year" in table.column_names], indent=4)
    measures = json.dumps(
        [{"name": name, "table": table, "stage": stage} for name, (table, stage) in MEASURES.items()], indent=4
    )
    return (
        f"{{# {NOTICE} #}}\n"
        f"{{% macro fact_tables() %}}{{{{ return({facts}) }}}}{{% endmacro %}}\n\n"
        f"{{% macro fact_tables_with_data_year() %}}{{{{ return({dated}) }}}}{{% endmacro %}}\n\n"
        f"{{% macro measures() %}}{{{{ return({measures}) }}}}{{% endmacro %}}\n"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Write or check the rendered files; returns 1 where `--check` finds drift."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a file has drifted")
    options = parser.parse_args(arguments)
    if options.check:
        names = drifted()
        for name in names:
            print(f"dbt_project/{name} differs from ingest/schema; run `python -m tip_warehouse.release.dbt_schema`")
        return 1 if names else 0
    for name in write():
        print(f"wrote dbt_project/{name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
