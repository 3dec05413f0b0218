"""The graph: keys, groups, dependencies and checks, against a snapshot; and what loading it may cost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from dagster import DefaultScheduleStatus, DefaultSensorStatus

from ingest.schema import LAKE_TABLES, MARTS
from orchestration.definitions import defs

SNAPSHOT = Path(__file__).with_name("graph.json")


def drawn() -> dict[str, Any]:
    graph = defs.resolve_asset_graph()
    nodes = {}
    for key in sorted(graph.get_all_asset_keys()):
        node = graph.get(key)
        nodes[key.to_user_string()] = {
            "group": node.group_name,
            "kinds": sorted(node.kinds),
            "owners": list(node.owners),
            "deps": sorted(parent.to_user_string() for parent in node.parent_keys),
            "checks": {
                key.name: "blocks" if graph.get_check_spec(key).blocking else "tells"
                for key in sorted(node.check_keys, key=lambda key: key.name)
            },
            "partitions": _span(node.partitions_def.get_partition_keys()) if node.partitions_def else None,
        }
    return nodes


def _span(keys: Sequence[str]) -> str:
    return f"{keys[0]} to {keys[-1]}"


def moving() -> dict[str, Any]:
    """What starts runs, and of what."""
    jobs = [defs.resolve_job_def(name) for name in sorted(job.name for job in defs.jobs or ())]
    return {
        "jobs": {
            job.name: {
                "assets": len(job.asset_layer.executable_asset_keys),
                "partitions": _span(job.partitions_def.get_partition_keys()) if job.partitions_def else None,
            }
            for job in jobs
        },
        "schedules": {one.name: [one.job_name, str(one.cron_schedule)] for one in map(_schedule, defs.schedules or ())},
        "sensors": sorted(sensor.name for sensor in defs.sensors or ()),
    }


def _schedule(schedule: Any) -> Any:
    return defs.resolve_schedule_def(schedule.name)


def test_the_graph_is_as_the_snapshot_says() -> None:
    """A change on purpose: `TIP_SNAPSHOT=write pytest tests/orchestration/test_graph.py`, then read the difference."""
    found = {"assets": drawn(), "moving": moving()}
    if os.environ.get("TIP_SNAPSHOT") == "write":
        SNAPSHOT.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n")
    assert found == json.loads(SNAPSHOT.read_text())


def test_every_fact_can_be_followed_from_the_landing_folder_to_the_release() -> None:
    nodes = drawn()
    for table in LAKE_TABLES:
        seen, frontier = set(), {"release"}
        while frontier:
            seen |= frontier
            frontier = {dep for name in frontier for dep in nodes[name]["deps"]} - seen
        assert {"inventory", "documents", f"lake/{table.name}", f"raw/{table.name}", f"marts/{table.name}"} <= seen
        assert any(name.startswith("staging/") and nodes[name]["deps"] == [f"raw/{table.name}"] for name in seen)


@pytest.mark.parametrize("asset", ["selection", *(f"lake/{table.name}" for table in LAKE_TABLES), "release_candidate"])
def test_gates_block(asset: str) -> None:
    graph = defs.resolve_asset_graph()
    checks = [graph.get_check_spec(key) for key in graph.asset_check_keys if key.asset_key.to_user_string() == asset]
    assert checks
    assert all(check.blocking for check in checks if check.name.startswith("gate"))


def test_gate_b_has_a_check_for_every_mart_and_dbt_one_on_every_mart() -> None:
    nodes = drawn()
    assert {f"gate_b_{table.name}" for table in MARTS} | {"gate_b"} == set(nodes["release_candidate"]["checks"])
    assert all(nodes[f"marts/{table.name}"]["checks"] for table in MARTS)


def test_everything_is_described_grouped_and_owned() -> None:
    graph = defs.resolve_asset_graph()
    for key in graph.get_all_asset_keys():
        node = graph.get(key)
        assert node.description, key
        assert node.group_name not in (None, "default"), key
        assert node.owners, key
        assert node.kinds, key
        assert node.pools == {"warehouse"}, key


def test_the_sensor_and_the_schedule_are_on_from_the_start() -> None:
    assert defs.resolve_sensor_def("landing_sensor").default_status is DefaultSensorStatus.RUNNING
    # The daemon asks every five seconds at most, and the sensor watches in between.
    assert 1 <= (defs.resolve_sensor_def("landing_sensor").minimum_interval_seconds or 0) <= 5
    assert defs.resolve_schedule_def("daily_refresh").default_status is DefaultScheduleStatus.RUNNING


def test_loading_the_graph_imports_no_great_expectations() -> None:
    program = (
        "import sys, orchestration.definitions; "
        "sys.exit(' '.join(name for name in ('great_expectations', 'pandas') if name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True).stderr.strip() == ""
