"""The code location: assets, checks, the job, the sensor and the schedule. The UI and the daemon load this module."""

from __future__ import annotations

from dagster import Definitions, in_process_executor

from orchestration.assets.lake import inventory, reading, selection
from orchestration.assets.release import release, release_candidate
from orchestration.assets.warehouse import dbt_models, load
from orchestration.checks import gate_a, gate_b
from orchestration.freshness import daily_freshness, look_at_freshness, release_is_fresh
from orchestration.jobs import refresh
from orchestration.resources import ExtractionEngine, Warehouse
from orchestration.schedules import daily_refresh, weekly_prune, weekly_verify
from orchestration.sensors import landing_sensor
from orchestration.upkeep import prune, verify

defs = Definitions(
    assets=[inventory, reading, selection, load, dbt_models, release_candidate, release],
    asset_checks=[gate_a, gate_b, release_is_fresh],
    jobs=[refresh, look_at_freshness, verify, prune],
    sensors=[landing_sensor],
    schedules=[daily_refresh, daily_freshness, weekly_verify, weekly_prune],
    resources={"warehouse": Warehouse(), "extraction": ExtractionEngine()},
    # Whatever is materialised from the UI, too: the lock of the home is one process's.
    executor=in_process_executor,
)
