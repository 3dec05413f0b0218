"""What a release says about itself: the data package, the citation, the read-me and the manifest."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pyarrow.parquet as pq
import pytest
import yaml  # type: ignore[import-untyped]

from ingest.home import Home
from ingest.schema import MARTS, MARTS_BY_NAME, PUBLISHED_BY_NAME
from tip_warehouse.release.digest import content_digest, file_sha256
from tip_warehouse.release.export import export_marts
from tip_warehouse.release.package import URL_VARIABLE, write_descriptions
from tip_warehouse.release.publish import StagedRelease, stage_release

MOMENT = datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC)
INPUTS = [
    {"source_path": "b/2.txt", "sha256": "22", "report_id": "r2"},
    {"source_path": "a/1.txt", "sha256": "11", "other": "x"},
]


@pytest.fixture
def staged(home: Home) -> StagedRelease:
    return stage_release(
        home,
        extractor_version="7.1",
        code_version="3.2.1",
        inputs=INPUTS,
        documents={"current": 6, "quarantined": 1},
        created_at=MOMENT,
    )


def read(staged: StagedRelease, name: str) -> Any:
    return json.loads((staged.path / name).read_text(encoding="utf-8"))


def test_the_data_package_describes_every_file_as_it_is(staged: StagedRelease) -> None:
    package = read(staged, "datapackage.json")
    assert [resource["name"] for resource in package["resources"]] == list(PUBLISHED_BY_NAME)
    for resource in package["resources"]:
        path = staged.path / resource["path"]
        assert resource["bytes"] == path.stat().st_size
        assert resource["hash"] == f"sha256:{file_sha256(path)}"
        assert resource["rowCount"] == pq.ParquetFile(path).metadata.num_rows


def test_the_data_package_renders_the_schema(staged: StagedRelease) -> None:
    kinds = {"VARCHAR": "string", "SMALLINT": "integer", "INTEGER": "integer", "BIGINT": "integer", "DATE": "date",
             "BOOLEAN": "boolean", "VARCHAR[]": "array", "DECIMAL(18,2)": "number",
             "DECIMAL(5,2)": "number"}  # fmt: skip
    for resource in read(staged, "datapackage.json")["resources"]:
        table, schema = PUBLISHED_BY_NAME[resource["name"]], resource["schema"]
        assert schema["primaryKey"] == list(table.primary_key)
        references = {
            (key["fields"][0], f"{key['reference']['resource']}.{key['reference']['fields'][0]}")
            for key in schema.get("foreignKeys", [])
        }
        assert references == {(column.name, column.references) for column in table.columns if column.references}
        for field, column in zip(schema["fields"], table.columns, strict=True):
            assert (field["name"], field["type"]) == (column.name, kinds[column.sql])
            assert field["description"] == column.description
            constraints = field.get("constraints", {})
            assert constraints.get("required", False) == column.required
            assert tuple(constraints.get("enum", ())) == column.enum


def test_the_manifest_accounts_for_inputs_documents_and_every_file(staged: StagedRelease) -> None:
    manifest = read(staged, "manifest.json")
    assert manifest["release_id"] == staged.release_id == f"20310506T070809Z-{staged.content_digest[:8]}"
    assert manifest["created_at"] == "2031-05-06T07:08:09Z"
    assert (manifest["code_version"], manifest["extractor_version"]) == ("3.2.1", "7.1")
    assert manifest["inputs"] == [
        {"source_path": "a/1.txt", "sha256": "11"},
        {"source_path": "b/2.txt", "sha256": "22", "report_id": "r2"},
    ]
    assert manifest["documents"] == {"current": 6, "quarantined": 1}
    assert manifest["tables"] == staged.rows
    files = {entry["path"]: entry for entry in manifest["files"]}
    present = {path.relative_to(staged.path).as_posix() for path in staged.path.rglob("*") if path.is_file()}
    assert set(files) == present - {"manifest.json"}
    for name, entry in files.items():
        assert entry["sha256"] == file_sha256(staged.path / name)
        assert entry["bytes"] == (staged.path / name).stat().st_size
    assert files["parquet/fact_sentences.parquet"]["rows"] == 3
    assert files["warehouse.duckdb"]["rows"] == sum(staged.rows.values())


def test_the_digest_follows_tables_and_versions_and_nothing_else(home: Home, staged: StagedRelease) -> None:
    later = stage_release(home, extractor_version="7.1", code_version="3.2.1")
    assert later.content_digest == staged.content_digest
    assert later.release_id != staged.release_id
    tables = {"a": "1", "b": "2"}
    digest = content_digest(tables, "1", "1")
    assert digest == content_digest(dict(reversed(tables.items())), "1", "1")
    others = [content_digest(tables | {"b": "3"}, "1", "1"), content_digest(tables, "2", "1"),
              content_digest(tables, "1", "2")]  # fmt: skip
    assert len({digest, *others}) == 4


def test_the_citation_and_the_read_me_name_the_release(staged: StagedRelease) -> None:
    citation = yaml.safe_load((staged.path / "CITATION.cff").read_text(encoding="utf-8"))
    assert (citation["version"], citation["date-released"]) == (staged.release_id, "2031-05-06")
    assert citation["cff-version"] == "1.2.0"
    readme = (staged.path / "README.txt").read_text(encoding="utf-8")
    assert staged.release_id in readme
    for table in MARTS:
        assert f"  {table.name} " in readme


def test_who_offers_the_releases_says_where(home: Home, monkeypatch: pytest.MonkeyPatch, staged: StagedRelease) -> None:
    assert "url" not in read(staged, "croissant.json") and "homepage" not in read(staged, "datapackage.json")
    exported = export_marts(home, [MARTS_BY_NAME["dim_year"]])
    monkeypatch.setenv(URL_VARIABLE, "https://data.example.org/tip")
    write_descriptions(staged.path, exported, staged.release_id, MOMENT)
    assert read(staged, "croissant.json")["url"] == "https://data.example.org/tip"
    assert read(staged, "datapackage.json")["homepage"] == "https://data.example.org/tip"
