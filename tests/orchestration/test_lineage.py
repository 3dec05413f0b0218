"""Column lineage: what sqlglot reads out of compiled SQL, what a run shows of it, and that it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from dagster import AssetKey, DagsterEventType, DagsterInstance, TableColumnLineage

from ingest.home import Home
from ingest.schema import FACTS_BY_NAME, MARTS
from orchestration import lineage
from orchestration.lineage import column_lineage
from tip_warehouse.run import RunOutcome

MODELS = {"stg_cases": "staging", "int_open": "intermediate", "cases": "marts"}
SOURCES = {("raw", "cases"): ["id", "country", "number"]}
QUERIES = {
    "stg_cases": 'select * from "candidate"."raw"."cases" where number > 0',
    # A model that dbt inlines stands as a CTE in those that use it.
    "int_open": (
        'with __dbt__cte__stg_cases as (select * from "candidate"."raw"."cases" where number > 0), '
        "summed as (select country, sum(number) as total from __dbt__cte__stg_cases group by country) "
        "select country, total, 'open' as kind from summed"
    ),
    "cases": (
        'with __dbt__cte__stg_cases as (select * from "candidate"."raw"."cases" where number > 0) '
        "select c.*, coalesce(o.total, c.number) as best from __dbt__cte__stg_cases as c "
        'left join "candidate"."intermediate"."int_open" as o on o.country = c.country'
    ),
}


def compiled(folder: Path, queries: dict[str, str]) -> Path:
    for name, sql in queries.items():
        path = folder / "models" / MODELS.get(name, "other") / f"{name}.sql"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(sql)
    return folder


def test_columns_lead_to_the_tables_that_a_model_names(tmp_path: Path) -> None:
    found = column_lineage(
        compiled(tmp_path / "c", QUERIES | {"left_over": "no sql"}), MODELS, SOURCES, tmp_path / "k.json"
    )
    cases, staged = ("raw", "cases"), ("staging", "stg_cases")
    assert found == {
        ("staging", "stg_cases"): {name: [(*cases, name)] for name in ("id", "country", "number")},
        ("intermediate", "int_open"): {"country": [(*staged, "country")], "total": [(*staged, "number")], "kind": []},
        ("marts", "cases"): {
            "id": [(*staged, "id")], "country": [(*staged, "country")], "number": [(*staged, "number")],
            "best": [("intermediate", "int_open", "total"), (*staged, "number")],
        },
    }  # fmt: skip


def test_it_is_worked_out_again_only_where_a_query_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, cache = compiled(tmp_path / "c", QUERIES), tmp_path / "k.json"
    first = column_lineage(folder, MODELS, SOURCES, cache)
    worked_out: list[int] = []
    real = lineage._worked_out
    monkeypatch.setattr(lineage, "_worked_out", lambda *a: (worked_out.append(1), real(*a))[1])
    assert column_lineage(folder, MODELS, SOURCES, cache) == first
    assert worked_out == []
    compiled(folder, {"int_open": "select country, number as total from raw.cases"})
    again = column_lineage(folder, MODELS, SOURCES, cache)
    assert (len(worked_out), again["intermediate", "int_open"]["total"]) == (1, [("raw", "cases", "number")])
    cache.write_text("{")
    assert column_lineage(folder, MODELS, SOURCES, cache) == again


def test_a_run_shows_where_every_column_of_every_mart_comes_from(
    first_run: tuple[Home, RunOutcome, list[str]], instance: DagsterInstance
) -> None:
    entries = instance.all_logs(first_run[1].run_id, of_type=DagsterEventType.ASSET_MATERIALIZATION)
    shown: dict[AssetKey, TableColumnLineage] = {}
    for entry in entries:
        made = entry.get_dagster_event().step_materialization_data.materialization
        if "dagster/column_lineage" in made.metadata:
            value = made.metadata["dagster/column_lineage"].value
            assert isinstance(value, TableColumnLineage)
            shown[made.asset_key] = value
    for table in MARTS:
        deps = shown[AssetKey(["marts", table.name])].deps_by_column
        assert set(deps) <= set(table.column_names)
        if table.name in FACTS_BY_NAME:
            assert set(deps) == set(table.column_names), table.name
            assert {dep.asset_key for dep in deps["fact_id"]} == {AssetKey(["staging", f"stg_{table.name}"])}
    figures = shown[AssetKey(["marts", "law_enforcement_by_year"])].deps_by_column["convictions"]
    assert (AssetKey(["intermediate", "int_headline_figures"]), "value") in {
        (dep.asset_key, dep.column_name) for dep in figures
    }
    staged = shown[AssetKey(["staging", "stg_fact_victims"])].deps_by_column["quote"]
    assert [dep.asset_key for dep in staged] == [AssetKey(["raw", "fact_victims"])]
