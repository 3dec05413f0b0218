"""What is started for whom: a page that may change things, one that may not, none."""

from __future__ import annotations

import pytest

from ingest.home import Home
from orchestration import ui


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch, tmp_path: pytest.TempPathFactory) -> list[dict[str, list[str]]]:
    """The programs that would have been started."""
    started: list[dict[str, list[str]]] = []

    def serve(
        home: Home, address: tuple[str, int] | None = None, read_only: bool = False, page_only: bool = False
    ) -> int:
        started.append(ui._programs(home, address, read_only, page_only))
        return 0

    monkeypatch.setattr(ui, "serve", serve)
    monkeypatch.setenv("TIP_HOME", str(tmp_path))
    return started


@pytest.mark.parametrize(
    ("setting", "arguments", "read_only"),
    [("", [], False), ("0", [], False), ("1", [], True), ("yes", [], True), ("", ["--read-only"], True)],
)
def test_the_page_is_read_only_where_the_setting_or_the_option_says_so(
    served: list[dict[str, list[str]]], monkeypatch: pytest.MonkeyPatch,
    setting: str, arguments: list[str], read_only: bool,
) -> None:  # fmt: skip
    monkeypatch.setenv("TIP_READ_ONLY", setting)
    assert ui.main(["--port", "39999", *arguments]) == 0
    (programs,) = served
    assert set(programs) == {"daemon", "worker", "webserver"}
    assert ("--read-only" in programs["webserver"]) is read_only


def test_without_a_page_the_daemon_and_the_worker_run(served: list[dict[str, list[str]]]) -> None:
    assert ui.main(["--headless"]) == 0
    assert set(served[0]) == {"daemon", "worker"}


def test_the_page_runs_alone_where_the_rest_runs_beside_it(
    served: list[dict[str, list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIP_HOST", "127.0.0.2")
    monkeypatch.setenv("TIP_PORT", "39998")
    assert ui.main(["--page-only", "--read-only"]) == 0
    assert set(served[0]) == {"webserver"}
    assert {"127.0.0.2", "39998", "--read-only"} <= set(served[0]["webserver"])
    with pytest.raises(SystemExit):
        ui.main(["--page-only", "--headless"])
