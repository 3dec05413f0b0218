"""Run the whole pipeline in this process, as Dagster's job `refresh`, and say what came of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from ingest.home import Home
from ingest.inventory import Inventory
from tip_warehouse.editions import write_editions
from tip_warehouse.lock import home_lock
from tip_warehouse.release.publish import current_release

if TYPE_CHECKING:
    from dagster import DagsterEvent, DagsterInstance, DagsterRun, JobDefinition

    from orchestration.resources import Journal

Status = Literal["published", "unchanged", "refused", "failed"]
Progress = Callable[[str], None]

_SAYING = {
    "inventory": "looking through the landing folder",
    "reading": "reading documents and extracting facts",
    "selection": "choosing each report's current document",
    "gate_a": "gate A: judging the facts",
    "load": "loading the warehouse",
    "dbt_build": "building and testing the marts",
    "release_candidate": "exporting the candidate release",
    "gate_b": "gate B: judging the release",
    "release": "publishing",
}


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """What came of a run.

    `release_id` and `release_path` are those of the current release after the run (None: there is none);
    a refused or failed run leaves the release of before. `documents` is the accounting, `facts` the rows of
    each fact table of the release (of the candidate, where it was refused), `gates` what each gate found,
    `seconds` the wall time of each stage. `reasons` says why a gate refused, `error` why the run failed.
    """

    status: Status
    run_id: str
    release_id: str | None = None
    release_path: str | None = None
    documents: dict[str, int] = field(default_factory=dict)
    facts: dict[str, int] = field(default_factory=dict)
    gates: list[dict[str, Any]] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    error: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The outcome as plain values, fit for JSON."""
        return asdict(self)


def run_pipeline(home: Home, progress: Progress | None = None, editions: Iterable[int] = ()) -> RunOutcome:
    """Read what is new in the landing folder of `home`, gate it, and publish a release where the gates pass.

    What the lake lacks of `editions` is read again in the same run. The run and all its events are kept in the
    home's Dagster instance, so that the UI shows it. `progress` is called with a few words when a stage begins.
    Raises `LockHeld` where another process writes to the home; everything else that goes wrong is in the outcome.
    """
    say = progress or (lambda message: None)
    with home_lock(home.create()):
        say("starting Dagster")
        from orchestration.definitions import defs
        from orchestration.instance import open_instance
        from orchestration.jobs import JOB_NAME
        from orchestration.processes import reap_dead_runs
        from orchestration.resources import JOURNALS, Journal

        job = defs.resolve_job_def(JOB_NAME)
        with open_instance(home) as instance:
            reap_dead_runs(instance)
            run = _create_run(instance, job, home, write_editions(editions))
            error = None
            for event in _execute(instance, job, run):
                if event.is_step_start and event.step_key in _SAYING:
                    say(_SAYING[event.step_key])
                error = error or _error_of(event)
        return _outcome(home, run.run_id, JOURNALS.pop(run.run_id, Journal()), error)


def _create_run(instance: DagsterInstance, job: JobDefinition, home: Home, editions: str) -> DagsterRun:
    from dagster._core.remote_origin import (
        ManagedGrpcPythonEnvCodeLocationOrigin,
        RemoteJobOrigin,
        RemoteRepositoryOrigin,
    )
    from dagster._core.types.loadable_target_origin import LoadableTargetOrigin

    from orchestration.due import work_tags
    from orchestration.editions import EDITIONS_TAG
    from orchestration.instance import LOCATION, MODULE
    from orchestration.processes import PROCESS_TAG, this_process

    release = current_release(home)
    with Inventory.open(home) as inventory:
        work = inventory.work(inventory.scan(settle_seconds=0), release.release_id if release else None)
    # Where the UI finds the job, so that a run of the command has the same page as a run of the sensor.
    location = ManagedGrpcPythonEnvCodeLocationOrigin(
        LoadableTargetOrigin(executable_path=sys.executable, module_name=MODULE), LOCATION
    )
    return instance.create_run_for_job(
        job,
        run_config={
            "resources": {"warehouse": {"config": {"root": str(home.root), **_local(home)}}},
            **({"ops": {"reading": {"config": {"editions": editions}}}} if editions else {}),
            # The events are in the instance; the terminal is for people.
            "loggers": {"console": {"config": {"log_level": "CRITICAL"}}},
        },
        tags={
            PROCESS_TAG: this_process(),
            "tip/by": "tip run",
            **(work_tags(work) if work else {}),
            **({EDITIONS_TAG: editions} if editions else {}),
        },
        remote_job_origin=RemoteJobOrigin(RemoteRepositoryOrigin(location, "__repository__"), job.name),
    )


def _local(home: Home) -> dict[str, str]:
    """Where files land, for the run's configuration, which everybody sees: a URL, which may hold a password, is not."""
    if home.remote is None:
        return {"landing": str(home.landing)}
    os.environ["TIP_LANDING"] = home.remote
    return {}


def _execute(instance: DagsterInstance, job: JobDefinition, run: DagsterRun) -> Iterator[DagsterEvent]:
    from dagster._core.definitions.job_base import InMemoryJob
    from dagster._core.execution.api import execute_run_iterator

    yield from execute_run_iterator(InMemoryJob(job), run, instance)


def _error_of(event: DagsterEvent) -> str | None:
    """The innermost cause of a failed step or run, with the step's name."""
    if event.is_step_failure:
        error = event.step_failure_data.error
    elif event.is_job_failure:
        error = event.job_failure_data.error
    else:
        return None
    if error is None:
        return None
    while error.cause is not None:
        error = error.cause
    where = f"step {event.step_key}: " if event.step_key else ""
    return f"{where}{error.message.strip()}"


def _outcome(home: Home, run_id: str, journal: Journal, error: str | None) -> RunOutcome:
    release = journal.release or current_release(home)
    status: Status
    if journal.refused:
        status, error = "refused", None
    elif journal.release is None or error is not None:
        status, error = "failed", error or "the run ended without a release; see its events in the Dagster UI"
    else:
        status = "unchanged" if journal.release.unchanged else "published"
    rows = journal.release.rows if journal.release else journal.rows or (journal.dbt.rows if journal.dbt else {})
    return RunOutcome(
        status=status,
        run_id=run_id,
        release_id=release.release_id if release else None,
        release_path=str(release.path) if release else None,
        documents=journal.accounting.as_dict() if journal.accounting else {},
        facts={name: count for name, count in rows.items() if name.startswith("fact_")},
        gates=_gates(journal),
        reasons=[reason for reasons in journal.refused.values() for reason in reasons],
        seconds={stage: round(seconds, 3) for stage, seconds in journal.seconds.items()},
        error=error,
    )


def _gates(journal: Journal) -> list[dict[str, Any]]:
    """What each gate found, in the order in which they stand; a gate that was not reached is not listed."""
    from orchestration.assets.warehouse import DBT_GATE

    found = [report.to_dict() for report in journal.gates.values()]
    if journal.dbt is not None:
        tests = [node for node in journal.dbt.nodes if node.resource_type != "model"]
        found.insert(1, {
            "name": DBT_GATE,
            "refused": DBT_GATE in journal.refused,
            "reasons": list(journal.refused.get(DBT_GATE, ())),
            "outcomes": [
                {"suite": node.model, "expectation": node.name, "success": node.passed, "observed": node.message,
                 "examples": [str(row) for row in node.sample]}
                for node in tests
            ],
            "seconds": round(journal.dbt.seconds, 3),
        })  # fmt: skip
    return found
