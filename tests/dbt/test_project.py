"""The dbt project as it is written: rendered from the schema, every mart under contract and test."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ingest.schema import FACT_TABLES, MARTS, MARTS_BY_NAME, MEASURES
from tip_warehouse.release import dbt_schema
from tip_warehouse.release.build import ensure_manifest, project_folder
from tip_warehouse.release.tables import RAW_TABLES


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(ensure_manifest().read_text(encoding="utf-8"))
    return content


def models(manifest: dict[str, Any], folder: str) -> dict[str, dict[str, Any]]:
    return {
        node["name"]: node
        for node in manifest["nodes"].values()
        if node["resource_type"] == "model" and node["path"].split("/")[0] == folder
    }


def test_the_rendered_files_have_not_drifted_from_the_schema() -> None:
    assert dbt_schema.drifted() == [], "run `python -m tip_warehouse.release.dbt_schema`"
    assert dbt_schema.main(["--check"]) == 0


def test_drift_is_found_and_repaired(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = sorted(dbt_schema.rendered_files())
    assert sorted(dbt_schema.drifted(tmp_path)) == names
    assert sorted(dbt_schema.write(tmp_path)) == names
    assert dbt_schema.drifted(tmp_path) == []
    changed = tmp_path / "models/marts/_marts.yml"
    changed.write_text(changed.read_text(encoding="utf-8").replace("BIGINT", "INTEGER", 1), encoding="utf-8")
    assert dbt_schema.drifted(tmp_path) == ["models/marts/_marts.yml"]


def test_every_mart_is_a_table_under_contract_with_the_schema_s_columns(manifest: dict[str, Any]) -> None:
    found = models(manifest, "marts")
    assert set(found) == set(MARTS_BY_NAME)
    for table in MARTS:
        model = found[table.name]
        assert (model["schema"], model["config"]["materialized"]) == ("marts", "table")
        assert model["config"]["contract"]["enforced"] is True
        assert [(column["name"], column["data_type"]) for column in model["columns"].values()] == [
            (column.name, column.sql) for column in table.columns
        ]
        assert [column["description"] for column in model["columns"].values()] == [
            column.description for column in table.columns
        ]


def test_every_mart_has_its_key_required_columns_enumerations_and_references_tested(manifest: dict[str, Any]) -> None:
    tests = {
        node["attached_node"].split(".")[-1]: node["test_metadata"]["kwargs"]
        for node in manifest["nodes"].values()
        if node["resource_type"] == "test" and node["test_metadata"]["name"] == "keeps_schema"
    }
    assert set(tests) == set(MARTS_BY_NAME)
    for table in MARTS:
        arguments = tests[table.name]
        assert arguments["key"] == list(table.primary_key)
        assert arguments["required"] == [column.name for column in table.columns if column.required]
        assert arguments.get("enums", {}) == {column.name: list(column.enum) for column in table.columns if column.enum}
        assert {(item["column"], f"{item['to']}.{item['field']}") for item in arguments.get("references", [])} == {
            (column.name, column.references) for column in table.columns if column.references
        }


def test_no_mart_is_made_of_another_so_that_a_failed_test_skips_none(manifest: dict[str, Any]) -> None:
    marts = {model["unique_id"] for model in models(manifest, "marts").values()}
    for model in models(manifest, "marts").values():
        assert not marts & set(model["depends_on"]["nodes"]), model["name"]


def test_only_staging_reads_sources_and_every_source_is_used(manifest: dict[str, Any]) -> None:
    used = set()
    for node in manifest["nodes"].values():
        if node["resource_type"] == "model":
            sources = {name for name in node["depends_on"]["nodes"] if name.startswith("source.")}
            assert not sources or node["path"].startswith("staging/"), node["name"]
            used |= {name.split(".")[-1] for name in sources}
    assert used == {table.name for table in RAW_TABLES}


def test_every_model_says_what_it_is(manifest: dict[str, Any]) -> None:
    silent = [
        model["name"]
        for folder in ("intermediate", "marts")
        for model in models(manifest, folder).values()
        if not model["description"]
    ]
    assert silent == []


def test_every_exposure_shows_every_mart(manifest: dict[str, Any]) -> None:
    exposures = {item["name"]: item for item in manifest["exposures"].values()}
    assert set(exposures) == {"dagster_ui", "sql", "bi_exports"}
    for item in exposures.values():
        assert {name.split(".")[-1] for name in item["depends_on"]["nodes"]} == set(MARTS_BY_NAME)


def test_the_macros_list_what_the_schema_lists() -> None:
    text = (project_folder() / "macros" / "schema.sql").read_text(encoding="utf-8")
    for table in FACT_TABLES:
        assert f'"{table.name}"' in text
    for measure in MEASURES:
        assert f'"name": "{measure}"' in text


def test_the_manifest_is_parsed_once_and_again_only_for_other_sources(tmp_path: Path) -> None:
    ensure_manifest()
    source = project_folder()
    for name in ("dbt_project.yml", "profiles.yml"):
        (tmp_path / name).write_bytes((source / name).read_bytes())
    for folder in ("models", "macros", "target"):
        for path in (source / folder).rglob("*"):
            if path.is_file():
                copy = tmp_path / path.relative_to(source)
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_bytes(path.read_bytes())
    parsed = ensure_manifest(tmp_path)
    stamp = (tmp_path / "target" / "sources.sha256").read_text()
    assert parsed.read_bytes() == ensure_manifest().read_bytes()
    changed = tmp_path / "models" / "marts" / "dim_year.sql"
    changed.write_text(changed.read_text(encoding="utf-8") + "\n-- another word\n", encoding="utf-8")
    ensure_manifest(tmp_path)
    assert (tmp_path / "target" / "sources.sha256").read_text() != stamp
    assert "another word" in parsed.read_text(encoding="utf-8")
    assert [path.name for path in (tmp_path / "target").iterdir() if path.is_dir()] == []
