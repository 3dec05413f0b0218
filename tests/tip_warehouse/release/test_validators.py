"""What a release says about itself passes the validators that other people use."""

from __future__ import annotations

import json
import logging
import shutil
from pathlib import Path
from typing import Any

import duckdb
import pytest
import yaml  # type: ignore[import-untyped]

from ingest.schema import MARTS, MARTS_BY_NAME, PUBLISHED_BY_NAME
from tests.conftest import ROOT
from tests.tip_warehouse.conftest import Published
from tip_warehouse.dictionary import render
from tip_warehouse.release.digest import file_sha256


@pytest.fixture(scope="module")
def release(published: Published) -> Path:
    return published.home.current.resolve()


def test_frictionless_accepts_the_data_package(release: Path) -> None:
    from frictionless import Package

    package = Package(str(release / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["name", "type", "message"])
    assert [task.name for task in report.tasks] == list(PUBLISHED_BY_NAME)
    assert {resource.type for resource in package.resources} == {"file"}
    for resource in package.resources:
        assert resource.schema.field_names == PUBLISHED_BY_NAME[resource.name].column_names


def test_frictionless_finds_a_file_that_was_changed(release: Path, tmp_path: Path) -> None:
    from frictionless import Package

    copy = tmp_path / "release"
    shutil.copytree(release / "parquet", copy / "parquet")
    for name in ("datapackage.json", "changes.parquet"):
        shutil.copy(release / name, copy)
    with (copy / "parquet" / "dim_year.parquet").open("ab") as file:
        file.write(b"x")
    report = Package(str(copy / "datapackage.json")).validate()
    found = {task.name: sorted(error.type for error in task.errors) for task in report.tasks if task.errors}
    assert found == {"dim_year": ["byte-count", "hash-count"]}


def croissant(release: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((release / "croissant.json").read_text(encoding="utf-8"))
    return content


@pytest.fixture(scope="module")
def loaded(release: Path) -> tuple[Any, list[logging.LogRecord]]:
    """The release as mlcroissant loads it (seconds, hence once), with what it complained of."""
    import mlcroissant

    complaints: list[logging.LogRecord] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = complaints.append  # type: ignore[method-assign]
    logger = logging.getLogger("absl")
    logger.addHandler(handler)
    try:
        return mlcroissant.Dataset(jsonld=release / "croissant.json"), complaints
    finally:
        logger.removeHandler(handler)


def test_mlcroissant_accepts_the_description_without_a_warning(loaded: tuple[Any, list[logging.LogRecord]]) -> None:
    dataset, complaints = loaded
    assert not dataset.metadata.ctx.issues.errors
    assert not dataset.metadata.ctx.issues.warnings
    assert [record.getMessage() for record in complaints] == []
    assert [record_set.id for record_set in dataset.metadata.record_sets] == list(PUBLISHED_BY_NAME)


@pytest.mark.parametrize("name", ["dim_country", "fact_trafficking_flows"])
def test_mlcroissant_loads_the_rows_that_the_description_promises(
    release: Path, loaded: tuple[Any, list[logging.LogRecord]], name: str
) -> None:
    table = MARTS_BY_NAME[name]
    records = list(loaded[0].records(name))
    path = release / "parquet" / f"{name}.parquet"
    wanted = duckdb.sql(f"SELECT {', '.join(table.primary_key)} FROM '{path}'").fetchall()
    found = [tuple(record[f"{name}/{key}"].decode() for key in table.primary_key) for record in records]
    assert found == wanted
    assert len(records[0]) == len(table.columns)


def test_the_croissant_description_cites_dates_and_hashes_this_release(release: Path) -> None:
    described = croissant(release)
    manifest = json.loads((release / "manifest.json").read_text(encoding="utf-8"))
    identifier = manifest["release_id"]
    assert described["version"] == f"1.0.0+{identifier}"
    assert identifier in described["citeAs"]
    assert described["datePublished"] == manifest["created_at"][:10]
    assert described["license"].startswith("https://")
    assert {file["contentUrl"] for file in described["distribution"]} == {
        "changes.parquet",
        *(f"parquet/{table.name}.parquet" for table in MARTS),
    }
    for file in described["distribution"]:
        path = release / file["contentUrl"]
        assert file["sha256"] == file_sha256(path)
        assert file["contentSize"] == f"{path.stat().st_size} B"


def test_the_croissant_description_renders_the_schema(release: Path) -> None:
    fields = {field["@id"]: field for records in croissant(release)["recordSet"] for field in records["field"]}
    tables = PUBLISHED_BY_NAME.values()
    assert list(fields) == [f"{table.name}/{column.name}" for table in tables for column in table.columns]
    for table in tables:
        for column in table.columns:
            field = fields[f"{table.name}/{column.name}"]
            assert field["description"] == column.description
            assert field.get("isArray", False) == column.sql.endswith("[]")
            assert field.get("references", {}).get("field", {}).get("@id") == (
                column.references.replace(".", "/") if column.references else None
            )


def test_the_release_brings_its_dictionary(release: Path) -> None:
    assert (release / "data_dictionary.md").read_text(encoding="utf-8") == render()


def test_the_project_and_the_release_can_be_cited(release: Path) -> None:
    import tomllib

    project = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert (project["type"], project["version"]) == ("software", version)
    of_release = yaml.safe_load((release / "CITATION.cff").read_text(encoding="utf-8"))
    assert (of_release["type"], of_release["version"]) == ("dataset", release.name)
    for citation in (project, of_release):
        assert {"cff-version", "message", "title", "authors", "license"} <= set(citation)
        assert all(author["name"] for author in citation["authors"])
        assert all({"type", "title", "authors"} <= set(reference) for reference in citation["references"])
