"""When the daemon replaces its code server: where the code changed, where it is dead or failed, and once an hour."""

from __future__ import annotations

from contextlib import nullcontext
from types import SimpleNamespace
from typing import Any

import pytest
from dagster._daemon.controller import RELOAD_WORKSPACE_INTERVAL, DagsterDaemonController

from orchestration import daemon
from orchestration.daemon import Controller

NOW = 10_000.0
DUE = NOW - RELOAD_WORKSPACE_INTERVAL - 1


def watching(exit_status: int | None = None, fault: str | None = None, servers: int = 1) -> Controller:
    """A controller with a code server that lives (None) or died, and a location that loaded or has a fault."""
    controller: Any = object.__new__(Controller)
    process = SimpleNamespace(server_process=SimpleNamespace(poll=lambda: exit_status))
    entries = {number: SimpleNamespace(process=process) for number in range(servers)}
    controller._grpc_server_registry = SimpleNamespace(_active_entries=entries)
    request = SimpleNamespace(get_code_location_entries=lambda: {"tip": SimpleNamespace(load_error=fault)})
    controller._workspace_process_context = SimpleNamespace(create_request_context=lambda: nullcontext(request))
    controller.loaded, controller.loaded_at = "code", NOW - 100
    return controller  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("controller", "code", "age", "replaced"),
    [
        (watching(), "code", 100.0, False),
        (watching(), "other code", 100.0, True),
        (watching(exit_status=0), "code", 100.0, True),
        (watching(servers=0), "code", 100.0, True),
        (watching(fault="no module"), "code", 100.0, True),
        (watching(), "code", 4000.0, True),
    ],
    ids=["nothing", "code changed", "server dead", "no server", "code did not load", "an hour"],
)
def test_the_code_server_is_replaced_where_there_is_a_reason(
    controller: Controller, code: str, age: float, replaced: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[float] = []
    monkeypatch.setattr(daemon, "get_current_timestamp", lambda: NOW)
    monkeypatch.setattr(daemon, "code_digest", lambda: code)
    monkeypatch.setattr(
        DagsterDaemonController, "check_workspace_freshness", lambda self, last: calls.append(last) or NOW
    )
    controller.loaded_at = NOW - age
    assert controller.check_workspace_freshness(NOW - 5) == NOW - 5
    assert calls == []
    assert controller.check_workspace_freshness(DUE) == NOW
    assert calls == ([DUE] if replaced else [])
    assert (controller.loaded, controller.loaded_at) == ((code, NOW) if replaced else ("code", NOW - age))


def test_a_server_that_could_not_be_replaced_is_asked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(daemon, "get_current_timestamp", lambda: NOW)
    monkeypatch.setattr(daemon, "code_digest", lambda: "other code")
    monkeypatch.setattr(DagsterDaemonController, "check_workspace_freshness", lambda self, last: last)
    controller = watching()
    assert controller.check_workspace_freshness(DUE) == DUE
    assert controller.loaded == "code"
