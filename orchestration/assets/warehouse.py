"""Assets of the candidate warehouse: the raw tables that are loaded, and every dbt model from staging to marts."""

# No postponed annotations here: Dagster reads those of its functions.

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from graphlib import TopologicalSorter
from typing import Any

from dagster import (
    AssetCheckResult,
    AssetCheckSeverity,
    AssetExecutionContext,
    AssetKey,
    AssetsDefinition,
    AssetSpec,
    MaterializeResult,
    multi_asset,
)
from dagster_dbt import DagsterDbtTranslator, dbt_assets
from dagster_dbt.dbt_project import DbtProject

from ingest.home import Home
from ingest.schema import MARTS_BY_NAME
from orchestration.assets.lake import LAKE_PREFIX
from orchestration.lineage import as_metadata, column_lineage
from orchestration.metadata import candidate_previews, column_schema, measured, records
from orchestration.resources import POOL, Warehouse
from tip_warehouse.release.build import DbtNode, ensure_manifest, run_dbt_build
from tip_warehouse.release.load import load_candidate
from tip_warehouse.release.tables import RAW_COUNTRIES, RAW_DOCUMENTS, RAW_TABLES

OWNERS = ["team:warehouse"]
RAW_PREFIX = "raw"
DBT_GATE = "dbt_tests"


def _raw_deps(name: str) -> list[AssetKey]:
    if name == RAW_COUNTRIES.name:
        return []
    return [AssetKey(["selection"]) if name == RAW_DOCUMENTS.name else AssetKey([LAKE_PREFIX, name])]


@multi_asset(
    name="load",
    pool=POOL,
    specs=[
        AssetSpec(
            [RAW_PREFIX, table.name],
            deps=_raw_deps(table.name),
            group_name="raw",
            description=f"{table.description} Grain: {table.grain} In the candidate warehouse, current documents only.",
            kinds={"python", "duckdb"},
            owners=OWNERS,
            metadata=column_schema(table),
        )
        for table in RAW_TABLES
    ],
)
def load(context: AssetExecutionContext, warehouse: Warehouse) -> Iterator[MaterializeResult[None]]:
    """Load what the gates left of the lake into a fresh candidate warehouse."""
    home, journal = warehouse.home, warehouse.journal
    with journal.timed("load"):
        selection, _ = warehouse.select()
        report = load_candidate(home, selection)
    context.log.info(f"loaded {report.documents} current documents into {home.candidate}")
    previews = candidate_previews(home, [(RAW_PREFIX, table.name) for table in RAW_TABLES])
    for table in RAW_TABLES:
        yield MaterializeResult(
            [RAW_PREFIX, table.name],
            metadata=measured(
                report.rows[table.name], None, report.seconds, previews.get((RAW_PREFIX, table.name)),
                warehouse_bytes=report.bytes,
            ),
        )  # fmt: skip


@cache
def lineage_manifest() -> Mapping[str, Any]:
    """dbt's manifest as the asset graph shows it: models that dbt inlines stand in it, too.

    dagster-dbt leaves ephemeral models out, and with them the way from a raw table to a mart. They are
    built wherever they are used; in the graph they are drawn like views. dbt itself never sees this copy.
    """
    manifest: dict[str, Any] = json.loads(ensure_manifest().read_bytes())
    nodes = manifest["nodes"]
    for unique_id, node in nodes.items():
        if node["config"].get("materialized") == "ephemeral":
            nodes[unique_id] = deepcopy(node) | {"config": node["config"] | {"materialized": "view", "inlined": True}}
    return manifest


class Translator(DagsterDbtTranslator):
    """Names a model by its layer and itself, so that it stands in the layer's group; sources are the raw tables."""

    def get_asset_spec(self, manifest: Mapping[str, Any], unique_id: str, project: DbtProject | None) -> AssetSpec:
        """The spec of a model, with the columns and meanings of the one schema where it is a mart."""
        spec = super().get_asset_spec(manifest, unique_id, project)
        properties = self.get_resource_props(manifest, unique_id)
        if properties["resource_type"] != "model":
            return spec
        inlined = properties["config"].get("inlined", False)
        mart = MARTS_BY_NAME.get(properties["name"])
        return spec.replace_attributes(
            group_name=spec.key.path[0], owners=OWNERS, kinds={"dbt", "sql" if inlined else "duckdb"}
        ).merge_attributes(metadata=column_schema(mart) if mart else {})


@dbt_assets(manifest=lineage_manifest(), dagster_dbt_translator=Translator(), name="dbt_build", pool=POOL)
def dbt_models(
    context: AssetExecutionContext, warehouse: Warehouse
) -> Iterator[MaterializeResult[None] | AssetCheckResult]:
    """Build and test all models in process; a test of severity error that fails refuses the release."""
    home, journal = warehouse.home, warehouse.journal
    with journal.timed("dbt"):
        report = run_dbt_build(home)
    journal.dbt = report
    built = {node.unique_id: node for node in report.nodes}
    failed = {node.unique_id: node for node in report.failed_tests}
    unique_ids = {key: str(spec.metadata[_UNIQUE_ID]) for key, spec in dbt_models.specs_by_key.items()}
    previews = candidate_previews(home, [(key.path[0], key.path[-1]) for key in unique_ids])
    lineage = _lineage(context, home)
    checks = {str(spec.metadata[_UNIQUE_ID]): spec for spec in dbt_models.check_specs}
    if refused := [node for unique_id, node in failed.items() if checks[unique_id].blocking]:
        warehouse.refuse(DBT_GATE, tuple(f"{node.name}: {node.message or node.status}" for node in refused))
    for key in _in_order(dbt_models):
        if key not in context.selected_asset_keys:
            continue
        node = built.get(unique_ids[key])
        yield MaterializeResult(
            key,
            metadata=measured(
                node.rows if node else None, None, node.seconds if node else None,
                previews.get((key.path[0], key.path[-1])),
                **({"status": node.status} if node else {"status": "inlined into the models that use it"}),
                **lineage.get(key, {}),
            ),
        )  # fmt: skip
    for unique_id, spec in checks.items():
        if spec.key in context.selected_asset_check_keys and unique_id in built:
            node = built[unique_id]
            severity = AssetCheckSeverity.ERROR if spec.blocking else AssetCheckSeverity.WARN
            yield AssetCheckResult(
                passed=unique_id not in failed,
                asset_key=spec.asset_key,
                check_name=spec.name,
                severity=severity,
                metadata=_found(node),
            )
    warehouse.stop_where_refused(DBT_GATE)


_UNIQUE_ID = "dagster_dbt/unique_id"


def _lineage(context: AssetExecutionContext, home: Home) -> dict[AssetKey, dict[str, Any]]:
    """The metadata that draws a model's columns; it is for show, and a query that cannot be read stops no run."""
    nodes = [node for node in lineage_manifest()["nodes"].values() if node["resource_type"] == "model"]
    sources = {(RAW_PREFIX, table.name): table.column_names for table in RAW_TABLES}
    try:
        found = column_lineage(
            home.build / "dbt" / "target" / "compiled", {node["name"]: node["schema"] for node in nodes}, sources,
            ensure_manifest().with_name("column_lineage.json"),
        )  # fmt: skip
    except Exception as error:
        context.log.warning(f"no column lineage: {type(error).__name__}: {error}")
        return {}
    return {AssetKey(list(table)): {"dagster/column_lineage": as_metadata(columns)} for table, columns in found.items()}


def _in_order(models: AssetsDefinition) -> list[AssetKey]:
    """The models, each after those that it is built from: Dagster takes them in no other order."""
    specs = models.specs_by_key
    sorter = TopologicalSorter(
        {key: {dep.asset_key for dep in spec.deps} & specs.keys() for key, spec in specs.items()}
    )
    return list(sorter.static_order())


def _found(node: DbtNode) -> dict[str, Any]:
    problems = {"problems": records(node.sample)} if node.sample else {}
    return measured(None, None, node.seconds, problems.get("problems"), status=node.status, message=node.message)
