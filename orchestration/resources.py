"""The home as a resource that holds its lock for the whole run, and the journal of what the run's steps found."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dagster import ConfigurableResource, Failure, InitResourceContext, MetadataValue
from pydantic import Field, PrivateAttr

from ingest.engines import Engine, engine_of
from ingest.home import Home
from ingest.inventory import Accounting, Inventory
from orchestration.processes import PROCESS_TAG, this_process
from tip_warehouse.lock import home_lock

if TYPE_CHECKING:
    import pyarrow as pa
    from dagster import DagsterInstance

    from expectations.report import GateReport
    from tip_warehouse.release.build import DbtReport
    from tip_warehouse.release.publish import Release

POOL = "warehouse"
OUTCOME_TAG = "tip/outcome"
# A run that the UI or the sensor starts while the command writes waits for it, and then finds nothing to do.
_WAIT_FOR_WRITER_SECONDS = 900.0


@dataclass(slots=True)
class Journal:
    """What one run found, kept for the process that runs it; Dagster's events hold the same for everybody else.

    `digest` is what `Inventory.start` returned; None in a run that does not begin with the inventory. `selection`
    and `accounting` are kept by `Warehouse.select`. `seconds` is the wall time of each stage.
    """

    digest: str | None = None
    selection: pa.Table | None = None
    accounting: Accounting | None = None
    gates: dict[str, GateReport] = field(default_factory=dict)
    dbt: DbtReport | None = None
    release: Release | None = None
    refused: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Add the wall time of the block to a stage."""
        began = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + time.perf_counter() - began


# By run id. Whoever runs a job in its own process takes its journal out at the end.
JOURNALS: dict[str, Journal] = {}


class ExtractionEngine(ConfigurableResource):  # type: ignore[type-arg]
    """Where documents are read into facts: a pool of processes, or the workers of a Dask cluster."""

    scheduler: str | None = Field(default=None, description="Dask scheduler. Default: $TIP_DASK_SCHEDULER, then none.")
    processes: int | None = Field(default=None, description="Processes. Default: $TIP_PROCESSES, then all cores.")

    def engine(self) -> Engine:
        """The engine."""
        return engine_of(self.scheduler, self.processes)


class Warehouse(ConfigurableResource):  # type: ignore[type-arg]
    """The home that a run reads and writes. From the first step to the last, the run is its one writer.

    The executor must run all steps in one process: this resource lives as long as they do.
    """

    root: str | None = Field(default=None, description="Home folder. Default: $TIP_HOME, then ./data.")
    landing: str | None = Field(
        default=None,
        description="Raw files: a folder, or a URL without a password, as all see it. Default: $TIP_LANDING, then "
        "HOME/landing.",
    )
    _journal: Journal = PrivateAttr(default_factory=Journal)
    _run_id: str = PrivateAttr(default="")
    _instance: DagsterInstance | None = PrivateAttr(default=None)

    @property
    def home(self) -> Home:
        """The home."""
        return Home.at(self.root, self.landing)

    @property
    def journal(self) -> Journal:
        """The journal of this run."""
        return self._journal

    @contextmanager
    def yield_for_execution(self, context: InitResourceContext) -> Generator[Warehouse, None, None]:
        """Take the lock, say which process runs, and give the lock back when the last step has ended."""
        run = context.run
        if run is not None and context.instance is not None:
            self._run_id, self._instance = run.run_id, context.instance
            self._instance.add_run_tags(run.run_id, {PROCESS_TAG: this_process()})
        with home_lock(self.home.create(), wait_seconds=_WAIT_FOR_WRITER_SECONDS):
            JOURNALS[self._run_id] = self._journal
            yield self

    def select(self, afresh: bool = False) -> tuple[pa.Table, Accounting]:
        """The documents of the warehouse (`ingest.stages.select_documents`) and where all have gone, once for a run.

        `afresh` chooses again; to be said wherever what is set aside may have changed.
        """
        from ingest.stages import account, select_documents

        journal = self._journal
        if afresh or journal.selection is None or journal.accounting is None:
            journal.selection = select_documents(self.home)
            journal.accounting = account(self.home, journal.selection)
        return journal.selection, journal.accounting

    def begin(self) -> None:
        """Note in the inventory that a run begins on what stands."""
        with Inventory.open(self.home) as inventory:
            self._journal.digest = inventory.start()

    def refuse(self, gate: str, reasons: tuple[str, ...]) -> None:
        """Note that a gate refuses: the run came to its end, and is not repeated until something changes.

        To be called before the failed check is reported, which ends the run.
        """
        self._journal.refused[gate] = reasons
        self._end(accounted=False)
        self._tag("refused")

    def stop_where_refused(self, gate: str, shown: Mapping[str, MetadataValue] | None = None) -> None:
        """End the step of a gate that refused, with its reasons where the run's page shows why it failed.

        To be called when its checks have been reported. Dagster would end it, too, and say how many checks failed.
        """
        if reasons := self._journal.refused.get(gate):
            listed = "\n".join(f"- {reason}" for reason in reasons)
            raise Failure(
                f"{gate} refused this run; what users see is as it was.\n{listed}\nMore: the red checks of this run, "
                "with rows. A run on the same contents and code would be refused again.",
                metadata=shown,
                allow_retries=False,
            )

    def conclude(self, outcome: str) -> None:
        """Note that everything that stood is accounted for: a release was published, or nothing changed."""
        self._end(accounted=True)
        self._tag(outcome)

    def _end(self, accounted: bool) -> None:
        if self._journal.digest is not None:
            with Inventory.open(self.home) as inventory:
                inventory.finish(self._journal.digest, accounted, self._journal.accounting)
            self._journal.digest = None

    def _tag(self, outcome: str) -> None:
        if self._instance is not None and self._run_id:
            self._instance.add_run_tags(self._run_id, {OUTCOME_TAG: outcome})
