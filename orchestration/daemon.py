"""Dagster's daemon, which keeps its code server as long as the code is the same: `python -m orchestration.daemon run`.

Dagster starts a new code server every minute, should the code have changed: five seconds of a processor each time, in
which a run takes twice as long. Here the code is hashed once a minute, and the server is replaced where the hash
changed, where it is dead or could not load the code, and once an hour.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dagster._daemon import controller
from dagster._daemon.controller import DagsterDaemonController
from dagster._time import get_current_timestamp

from ingest.versions import digest_of
from orchestration.launcher import ROOMS

if TYPE_CHECKING:
    from dagster._core.remote_representation.grpc_server_registry import GrpcServerRegistry

_LONGEST_SECONDS = 3600.0


def code_digest() -> str:
    """The hash of all code as it is now."""
    digest_of.cache_clear()
    return digest_of(*ROOMS)


class Controller(DagsterDaemonController):
    """The loop around the daemon's threads; `loaded` is the hash of the code that its code server was started with."""

    loaded = ""
    loaded_at = 0.0

    def check_workspace_freshness(self, last_workspace_update_time: float) -> float:
        """Called every five seconds; returns when the code was last found to be the one that is served."""
        now = get_current_timestamp()
        if now - last_workspace_update_time <= controller.RELOAD_WORKSPACE_INTERVAL:
            return last_workspace_update_time
        digest = code_digest()
        if digest == self.loaded and now - self.loaded_at < _LONGEST_SECONDS and self._serves():
            return now
        refreshed = float(super().check_workspace_freshness(last_workspace_update_time))
        if refreshed != last_workspace_update_time:
            self.loaded, self.loaded_at = digest, refreshed
        return refreshed

    def _serves(self) -> bool:
        """Does every code location answer with what it loaded?"""
        registry = self._grpc_server_registry
        if registry is None or _any_is_dead(registry):
            return False
        with self._workspace_process_context.create_request_context() as request:
            return not any(entry.load_error for entry in request.get_code_location_entries().values())


def _any_is_dead(registry: GrpcServerRegistry) -> bool:
    processes = [getattr(entry, "process", None) for entry in list(registry._active_entries.values())]
    return not processes or any(one is None or one.server_process.poll() is not None for one in processes)


def main() -> None:
    """Dagster's own command line, with this loop."""
    from dagster._daemon.cli import main as daemon

    # Before anything is loaded: a change in between is found within a minute.
    Controller.loaded, Controller.loaded_at = code_digest(), get_current_timestamp()
    controller.DagsterDaemonController = Controller  # type: ignore[misc]
    daemon()


if __name__ == "__main__":
    main()
