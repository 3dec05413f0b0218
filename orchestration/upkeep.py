"""Looking after a home: whether what is kept is still what was kept, and letting go of what is old. Two small jobs."""

# No postponed annotations here: Dagster reads those of its functions.

from datetime import UTC, datetime, timedelta

from dagster import DagsterInstance, Failure, OpExecutionContext, RunsFilter, in_process_executor, job, op

from ingest.home import Home
from orchestration.jobs import QUIET
from orchestration.resources import POOL
from tip_warehouse.prune import KEEP_DAYS
from tip_warehouse.prune import prune as clear
from tip_warehouse.release.retention import RetentionError
from tip_warehouse.verify import verify as check

# Whatever their age, so that the UI shows the latest of everything and the sensor knows what was tried.
_KEEP_RUNS = 50
_WAIT_FOR_WRITER_SECONDS = 900.0


def verify_home(home: Home) -> list[str]:
    """Hash all releases, raw files and files of the lake again, and say all that is wrong.

    Editions of the lake that are damaged are read again, from the raw store, by the next run. Takes the home's lock.
    """
    return [str(problem) for problem in check(home, mend=True, wait_seconds=_WAIT_FOR_WRITER_SECONDS)]


def prune_history(
    instance: DagsterInstance, keep_days: int = KEEP_DAYS, keep_runs: int = _KEEP_RUNS, dry_run: bool = False
) -> list[str]:
    """Delete runs, with their events, that ended more than `keep_days` ago; the latest `keep_runs` stay.

    Returns their ids; with `dry_run` they are only found.
    """
    before = datetime.now(UTC) - timedelta(days=keep_days)
    latest = {run.run_id for run in instance.get_runs(limit=keep_runs)} if keep_runs else set()
    old = instance.get_run_records(RunsFilter(updated_before=before))
    gone = [
        record.dagster_run.run_id
        for record in old
        if record.dagster_run.is_finished and record.dagster_run.run_id not in latest
    ]
    for run_id in gone if not dry_run else ():
        instance.delete_run(run_id)
    return gone


@op(pool=POOL, description="Hashes all releases, the raw store and the lake again.")
def verify_everything(context: OpExecutionContext) -> None:
    """Fails where anything is not as it was kept, and says what."""
    if problems := verify_home(Home.at()):
        listed = "\n".join(f"- {problem}" for problem in problems[:50])
        raise Failure(
            f"{len(problems)} things are not as they were kept:\n{listed}\nPut damaged raw files and releases back "
            "from a backup; the next run reads damaged editions of the lake again.",
            allow_retries=False,
        )
    context.log.info("all releases, the raw store and the lake are as they were kept")


@op(pool=POOL, description="Lets go of old runs with their events, and of old releases.")
def prune_everything(context: OpExecutionContext) -> None:
    """Keeps `$TIP_KEEP_DAYS` days of runs and `$TIP_KEEP_RELEASES` releases."""
    try:
        found = clear(
            Home.at(),
            wait_seconds=_WAIT_FOR_WRITER_SECONDS,
            history=lambda home, days, dry_run: prune_history(context.instance, days, dry_run=dry_run),
        )
    except RetentionError as error:
        raise Failure(str(error)) from error
    context.log.info(
        f"let go of {len(found.runs)} runs, of {len(found.left_over)} left-overs and of {len(found.releases)} "
        f"releases: {', '.join(found.releases) or 'none'}"
    )


@job(name="verify", executor_def=in_process_executor, config=QUIET)
def verify() -> None:
    """Is what is kept still what was kept?"""
    verify_everything()


@job(name="prune", executor_def=in_process_executor, config=QUIET)
def prune() -> None:
    """Let go of what is old."""
    prune_everything()
