"""The one job: everything, from the landing folder to the release, step by step in one process."""

from __future__ import annotations

from dagster import AssetSelection, define_asset_job, in_process_executor

from orchestration.alerts import post_failure

JOB_NAME = "refresh"
# The events are in the instance, for the UI; what runs in a terminal shall not drown it. A job of partitioned assets
# forgets its own configuration where a run names no partition: whoever asks for one says it again.
QUIET = {"loggers": {"console": {"config": {"log_level": "ERROR"}}}}

refresh = define_asset_job(
    JOB_NAME,
    selection=AssetSelection.all(),
    # A process for each step would import everything again, and the lock is one process's.
    executor_def=in_process_executor,
    config=QUIET,
    hooks={post_failure},
    description="Read what is new, gate it, build the warehouse, gate it again, and publish a release.",
)
