"""Dagster's SQLite storage with its connections kept open: where the instance of one machine keeps runs and events.

Dagster's own opens an engine and a connection for every event, and whoever closes a file's last connection also
syncs it to disk: some 30 ms for each of a run's 430 events. Here a process keeps one engine for each file, and the
write-ahead log is synced when it is folded into the file (`synchronous = normal`): a power failure can cost the last
events of a run, which the next start marks as failed, and no more. The files are Dagster's own, and so is the rest.
"""

from __future__ import annotations

import fcntl
import os
import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from typing import Any

from dagster._core.events import DagsterEventType
from dagster._core.events.log import EventLogEntry
from dagster._core.storage.event_log.schema import SqlEventLogStorageMetadata
from dagster._core.storage.event_log.sqlite.sqlite_event_log import INDEX_SHARD_NAME, SqliteEventLogStorage
from dagster._core.storage.runs.sqlite.sqlite_run_storage import SqliteRunStorage
from dagster._core.storage.schedules.sqlite.sqlite_schedule_storage import SqliteScheduleStorage
from dagster._core.storage.sqlite import SQLITE_BUSY_TIMEOUT_SECONDS
from dagster._core.storage.sqlite_storage import DagsterSqliteStorage
from dagster._serdes import ConfigurableClassData
from sqlalchemy import create_engine, text
from sqlalchemy import event as listeners
from sqlalchemy.engine import Connection, Engine

# Each run has a file of its own; a process that looks at many (the UI) keeps the latest.
_KEPT_ENGINES = 6


class KeptEngines:
    """Engines by connection string, for one process: a forked child begins with none and closes none."""

    def __init__(self, limit: int = _KEPT_ENGINES) -> None:
        self._limit = limit
        self._process = os.getpid()
        self._engines: OrderedDict[str, Engine] = OrderedDict()
        self._guard = threading.Lock()

    def get(self, address: str) -> Engine:
        """The engine for a file; the one that was used longest ago makes room for it."""
        if self._process != os.getpid():
            self.__init__(self._limit)  # type: ignore[misc]
        with self._guard:
            engine = self._engines.get(address)
            if engine is None:
                engine = create_engine(address, connect_args={"timeout": SQLITE_BUSY_TIMEOUT_SECONDS})
                listeners.listen(engine, "connect", _sync_at_checkpoints)
                self._engines[address] = engine
            self._engines.move_to_end(address)
            while len(self._engines) > self._limit:
                # Connections that are in use are closed when they are given back.
                self._engines.popitem(last=False)[1].dispose()
        return engine

    def forget(self, address: str) -> None:
        """Close what is kept of one file."""
        with self._guard:
            if engine := self._engines.pop(address, None):
                engine.dispose(close=self._process == os.getpid())

    def dispose(self) -> None:
        """Close what is kept."""
        with self._guard:
            while self._engines:
                engine = self._engines.popitem()[1]
                engine.dispose(close=self._process == os.getpid())


def _sync_at_checkpoints(connection: Any, record: object) -> None:
    connection.execute("pragma synchronous = normal")


class EventLogStorage(SqliteEventLogStorage):
    """Events, in one file for each run and one for all assets."""

    def __init__(self, base_dir: str, inst_data: ConfigurableClassData | None = None) -> None:
        self._engines = KeptEngines()
        self._present: set[str] = set()
        self._mine = threading.local()
        super().__init__(base_dir, inst_data)

    @contextmanager
    def _connect(self, shard: str) -> Iterator[Connection]:
        if (opened := getattr(self._mine, "opened", None)) is None:
            with self._together(), self._connect(shard) as connection:
                yield connection
            return
        if shard not in opened:
            engine = self._engines.get(self.conn_string_for_shard(shard))
            if shard not in self._initialized_dbs:
                self._prepare(shard, engine)
                self._initialized_dbs.add(shard)
            opened[shard] = self._mine.stack.enter_context(engine.begin())
        yield opened[shard]

    @contextmanager
    def _together(self) -> Iterator[None]:
        """What this thread does in the block is one transaction for each file, committed at its end."""
        if getattr(self._mine, "opened", None) is not None:
            yield
            return
        with self._db_lock, ExitStack() as stack:
            self._mine.opened, self._mine.stack = {}, stack
            try:
                yield
            finally:
                # Before the stack commits: who comes next begins anew.
                self._mine.opened = None

    def _prepare(self, shard: str, engine: Engine) -> None:
        """Make the tables of a new file, of the version that the index has, without asking for every version."""
        index = self.path_for_shard(INDEX_SHARD_NAME)
        if shard == INDEX_SHARD_NAME or not os.path.exists(index) or os.path.exists(self.path_for_shard(shard)):
            self._initdb(engine)
            return
        with self._engines.get(self.conn_string_for_shard(INDEX_SHARD_NAME)).connect() as connection:
            version = connection.execute(text("select version_num from alembic_version")).scalar()
        if version is None:
            self._initdb(engine)
            return
        with engine.begin() as connection:
            connection.execute(text("pragma journal_mode = wal"))
            SqlEventLogStorageMetadata.create_all(connection)
            connection.execute(text("create table if not exists alembic_version (version_num varchar(32) primary key)"))
            connection.execute(text("insert or ignore into alembic_version values (:version)"), {"version": version})

    def store_event(self, event: EventLogEntry) -> None:
        """Store an event in its run's file, and what speaks of assets and runs in the index."""
        self.store_event_batch([event])

    def store_event_batch(self, events: Sequence[EventLogEntry]) -> None:
        """Store events together; all of them or, where one cannot be stored, none."""
        with self._together():
            for event in events:
                if (lean := _lean(event)) is not None:
                    super().store_event(lean)

    def delete_events(self, run_id: str) -> None:
        """Delete the events of a run, and its file with them."""
        super().delete_events(run_id)
        self._engines.forget(self.conn_string_for_shard(run_id))
        self._initialized_dbs.discard(run_id)
        for ending in ("", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                os.unlink(self.path_for_shard(run_id) + ending)

    def has_table(self, table_name: str) -> bool:
        """Does a table exist in the index? What once did does not go away."""
        if table_name not in self._present and super().has_table(table_name):
            self._present.add(table_name)
        return table_name in self._present

    def _has_asset_key_col_on_connection(self, conn: Connection, column_name: str) -> bool:
        name = f"asset_keys.{column_name}"
        if name not in self._present and super()._has_asset_key_col_on_connection(conn, column_name):
            self._present.add(name)
        return name in self._present

    def dispose(self) -> None:
        """Stop watching, and close the files."""
        super().dispose()
        self._engines.dispose()


def _lean(event: EventLogEntry) -> EventLogEntry | None:
    """An event without what says nothing: None for a hook that did not run, as one does not after each step.

    An output goes without its metadata, a third of a run's bytes: the materialisation that follows has them.
    """
    inner = event.dagster_event
    if inner is None:
        return event
    if inner.event_type is DagsterEventType.HOOK_SKIPPED:
        return None
    if inner.event_type is DagsterEventType.STEP_OUTPUT and inner.step_output_data.metadata:
        lean = inner.step_output_data._replace(metadata={})
        return event._replace(dagster_event=inner._replace(event_specific_data=lean))
    return event


class _Kept:
    """What runs and schedules share: one file each."""

    _conn_string: str
    _engines: KeptEngines

    def __init__(self, conn_string: str, inst_data: ConfigurableClassData | None = None) -> None:
        self._engines = KeptEngines()
        super().__init__(conn_string, inst_data)  # type: ignore[call-arg]

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """A connection in a transaction, committed at the end of the block."""
        with self._engines.get(self._conn_string).begin() as connection:
            yield connection

    def dispose(self) -> None:
        """Close the file."""
        self._engines.dispose()


class RunStorage(_Kept, SqliteRunStorage):
    """Runs, their tags, and what the daemon says of itself."""


class ScheduleStorage(_Kept, SqliteScheduleStorage):
    """Ticks of sensors and schedules, and their cursors."""


@contextmanager
def _alone(folder: str) -> Iterator[None]:
    """Be the only one who makes the files of `folder`: two who begin at once would note the version twice, for good."""
    os.makedirs(folder, exist_ok=True)
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX)
        yield
    finally:
        os.close(opened)


class KeptSqliteStorage(DagsterSqliteStorage):
    """Set in `dagster.yaml`; `base_dir` is the instance's folder."""

    def __init__(self, base_dir: str, inst_data: ConfigurableClassData | None = None) -> None:
        self.base_dir = base_dir
        self._inst_data = inst_data
        with _alone(base_dir):
            self._run_storage = RunStorage.from_local(os.path.join(base_dir, "history", ""))
            self._event_log_storage = EventLogStorage(os.path.join(base_dir, "history", "runs", ""))
            self._schedule_storage = ScheduleStorage.from_local(os.path.join(base_dir, "schedules"))
        # Past Dagster's class, which would open the same files in its own way first.
        super(DagsterSqliteStorage, self).__init__()  # type: ignore[no-untyped-call]

    @classmethod
    def from_config_value(cls, inst_data: ConfigurableClassData, config_value: Any) -> KeptSqliteStorage:
        """Made by Dagster out of `dagster.yaml`."""
        return cls.from_local(inst_data=inst_data, **config_value)
