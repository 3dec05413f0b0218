"""Dagster's instance of a home: where its runs and events are kept, and how runs are queued and launched."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.home import Home

if TYPE_CHECKING:
    from dagster import DagsterInstance

LOCATION = "tip"
MODULE = "orchestration.definitions"
# What every process that works with the instance wants to have set. Events of a batch are stored in one transaction.
ENVIRONMENT = {"DAGSTER_DISABLE_TELEMETRY": "yes", "DAGSTER_EVENT_BATCH_SIZE": "200"}
_MARK = "# Written by the project at each start; take this line out to keep changes of your own."
_CONFIG = """{mark}
# Runs and events are in SQLite files beside this one; a process keeps them open.
storage:
  custom:
    module: orchestration.storage
    class: KeptSqliteStorage
    config:
      base_dir: {folder}
telemetry:
  enabled: false
nux:
  enabled: false

# One run at a time: every step is in the pool `warehouse`, which has one slot for a whole run. The lock of the
# home (state/run.lock) keeps out what Dagster does not know of, such as `tip run`.
run_coordinator:
  module: dagster.core.run_coordinator
  class: QueuedRunCoordinator
  config:
    dequeue_interval_seconds: 1
concurrency:
  pools:
    default_limit: 1
    granularity: run

# Runs are forked from a process that has everything imported (`python -m orchestration.launcher`, which the UI's
# start command starts). Without it they start cold, as they do when this block is taken out.
run_launcher:
  module: orchestration.launcher
  class: WarmRunLauncher

# Steps say what they have to say as events; a process for each step to copy its output would cost more than it.
compute_logs:
  module: dagster.core.storage.noop_compute_log_manager
  class: NoOpComputeLogManager

# A run that never starts is ended by Dagster; one whose process was killed, by the sensor.
run_monitoring:
  enabled: true
  start_timeout_seconds: 180
  poll_interval_seconds: 30
# Looks of the sensor and the schedules; runs are let go of by the schedule `weekly_prune`.
retention:
  sensor:
    purge_after_days:
      skipped: 2
      failure: 30
      success: 90
  schedule:
    purge_after_days:
      skipped: 30
      failure: 90
      success: 90
code_servers:
  local_startup_timeout: 300
"""


def write_instance_config(home: Home) -> Path:
    """Write `dagster.yaml` into the home's instance folder, unless it is the user's own; returns the folder."""
    home.dagster.mkdir(parents=True, exist_ok=True)
    path = home.dagster / "dagster.yaml"
    config = _CONFIG.format(mark=_MARK, folder=json.dumps(str(home.dagster)))
    if path.exists():
        present = path.read_text()
        if present == config or not present.startswith(_MARK):
            return home.dagster
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    partial.write_text(config)
    partial.replace(path)
    return home.dagster


def open_instance(home: Home) -> DagsterInstance:
    """The persistent instance of `home`; use it as a context manager."""
    from dagster import DagsterInstance

    for name, value in ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    return DagsterInstance.from_config(str(write_instance_config(home)))
