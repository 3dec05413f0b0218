"""Looking after a home: whether what is kept is still what was kept, and letting go of what is old. Two small jobs."""

# No postponed annotations here: Dagster reads those of its functions.

import os
import shutil
import time
from datetime import UTC, datetime, timedelta

from dagster import DagsterInstance, Failure, OpExecutionContext, RunsFilter, in_process_executor, job, op

from ingest.home import Home
from ingest.inventory import Inventory
from ingest.landing import content_hash, raw_path
from ingest.mend import mend_editions
from orchestration.jobs import QUIET
from orchestration.resources import POOL
from tip_warehouse.lock import home_lock
from tip_warehouse.release.publish import current_release, list_releases, verify_release

KEEP_DAYS_VARIABLE = "TIP_KEEP_DAYS"
KEEP_RELEASES_VARIABLE = "TIP_KEEP_RELEASES"
_KEEP_DAYS = 90
_KEEP_RELEASES = 50
# Whatever their age, so that the UI shows the latest of everything and the sensor knows what was tried.
_KEEP_RUNS = 50
_WAIT_FOR_WRITER_SECONDS = 900.0


def verify_home(home: Home) -> list[str]:
    """Hash the current release and every raw file again, read the lake through, and say all that is wrong.

    Editions of the lake that are damaged are read again, from the raw store, by the next run. Takes the home's lock.
    """
    with home_lock(home, wait_seconds=_WAIT_FOR_WRITER_SECONDS):
        problems = []
        if (release := current_release(home)) is not None:
            problems += [f"release {release.release_id}, {problem}" for problem in verify_release(release.path)]
        with Inventory.open(home) as inventory:
            kept = sorted(sha256 for sha256 in inventory.known() if not sha256.startswith("none:"))
            editions = sorted(set(inventory.editions().values()))
            names = {sha256: inventory.path_of(sha256) for sha256 in kept}
        for sha256 in kept:
            path = raw_path(home.raw, sha256)
            if not path.is_file():
                problems.append(f"raw/{sha256[:2]}/{sha256} ({names[sha256]}) is missing; drop the file again")
            elif content_hash(path) != sha256:
                problems.append(f"raw/{sha256[:2]}/{sha256} ({names[sha256]}) has other bytes than when it was kept")
        faults = mend_editions(home, editions)
        return problems + [f"lake, edition {edition}: {fault}" for edition, fault in faults.items()]


def prune_history(instance: DagsterInstance, keep_days: int = _KEEP_DAYS, keep_runs: int = _KEEP_RUNS) -> list[str]:
    """Delete runs, with their events, that ended more than `keep_days` ago; the latest `keep_runs` stay."""
    before = datetime.now(UTC) - timedelta(days=keep_days)
    latest = {run.run_id for run in instance.get_runs(limit=keep_runs)} if keep_runs else set()
    old = instance.get_run_records(RunsFilter(updated_before=before))
    gone = [
        record.dagster_run.run_id
        for record in old
        if record.dagster_run.is_finished and record.dagster_run.run_id not in latest
    ]
    for run_id in gone:
        instance.delete_run(run_id)
    return gone


def prune_releases(home: Home, keep: int = _KEEP_RELEASES) -> list[str]:
    """Remove the oldest releases until `keep` are left, never the current one; 0 keeps all. Takes the home's lock."""
    with home_lock(home, wait_seconds=_WAIT_FOR_WRITER_SECONDS):
        current = current_release(home)
        releases = list_releases(home)
        gone = []
        for release in releases[: max(0, len(releases) - keep)] if keep else []:
            if current is None or release.release_id != current.release_id:
                # Renamed first: no reader finds half a release under its name.
                trash = release.path.with_name(f".{release.release_id}.{time.time_ns()}")
                release.path.rename(trash)
                shutil.rmtree(trash)
                gone.append(release.release_id)
        return gone


def _number(name: str, default: int) -> int:
    given = os.environ.get(name) or str(default)
    if not given.isdecimal():
        raise Failure(f"{name} is {given!r}; give a whole number from 0, or take the setting away (default {default})")
    return int(given)


@op(pool=POOL, description="Hashes the current release and the raw store again, and reads the lake through.")
def verify_everything(context: OpExecutionContext) -> None:
    """Fails where anything is not as it was kept, and says what."""
    if problems := verify_home(Home.at()):
        listed = "\n".join(f"- {problem}" for problem in problems[:50])
        raise Failure(
            f"{len(problems)} things are not as they were kept:\n{listed}\nPut damaged raw files and releases back "
            "from a backup; the next run reads damaged editions of the lake again.",
            allow_retries=False,
        )
    context.log.info("the current release, the raw store and the lake are as they were kept")


@op(pool=POOL, description="Lets go of old runs with their events, and of old releases.")
def prune_everything(context: OpExecutionContext) -> None:
    """Keeps `$TIP_KEEP_DAYS` days of runs and `$TIP_KEEP_RELEASES` releases."""
    runs = prune_history(context.instance, _number(KEEP_DAYS_VARIABLE, _KEEP_DAYS))
    releases = prune_releases(Home.at(), _number(KEEP_RELEASES_VARIABLE, _KEEP_RELEASES))
    context.log.info(f"let go of {len(runs)} runs and of {len(releases)} releases: {', '.join(releases) or 'none'}")


@job(name="verify", executor_def=in_process_executor, config=QUIET)
def verify() -> None:
    """Is what is kept still what was kept?"""
    verify_everything()


@job(name="prune", executor_def=in_process_executor, config=QUIET)
def prune() -> None:
    """Let go of what is old."""
    prune_everything()
