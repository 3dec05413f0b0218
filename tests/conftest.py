"""What all tests share: where the real texts are, and quiet libraries."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).resolve().parent.parent
# Set before any library reads it: tests send nothing anywhere.
os.environ.update(
    DO_NOT_TRACK="1",
    DAGSTER_DISABLE_TELEMETRY="yes",
    DBT_SEND_ANONYMOUS_USAGE_STATS="false",
    GX_ANALYTICS_ENABLED="false",
)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the real corpus, labels and scorer; tests that need it are skipped where it is absent."""
    folder = Path(os.environ.get("TIP_SHARED") or ROOT.parent / "shared")
    if not (folder / "corpus").is_dir():
        pytest.skip(f"real texts are not here: no corpus in {folder}; set TIP_SHARED to the folder that has them")
    return folder


@pytest.fixture(scope="session")
def s3_server() -> Iterator[str]:
    """The address of a server that speaks S3 over HTTP."""
    server_module = pytest.importorskip("moto.server", reason="moto is not installed: uv sync")
    pytest.importorskip("s3fs", reason="s3fs is not installed: uv sync --extra s3")
    server = server_module.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def s3(s3_server: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A store on that server, with the bucket `drop`; the environment names the server and the keys."""
    import fsspec

    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "a-key-of-the-tests")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "hush-a-bye-4711")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("AWS_ENDPOINT_URL", s3_server)
    store = fsspec.filesystem("s3", skip_instance_cache=True)
    if not store.exists("drop"):
        store.mkdir("drop")
    return store


# Rooms whose session fixtures are dear (a published home, a cold import of GX, a first dbt build): one worker each.
_GROUPS = {"orchestration": "runs", "test_end_to_end.py": "corpus", "dbt": "warehouse", "tip_warehouse": "warehouse",
           "expectations": "gates"}  # fmt: skip
# In this order, each to the next free worker, and the cheap files after them: so all workers end at the same time.
_DEAREST_FIRST = tuple(dict.fromkeys(_GROUPS.values()))


def _scope(nodeid: str) -> str:
    file = nodeid.split("::")[0]
    return _GROUPS.get(file.split("/")[1], file)


class RoomScheduling(LoadScopeScheduling):
    """Sends the tests of a dear room to one worker, and those of any other file to another."""

    def _split_scope(self, nodeid: str) -> str:
        return _scope(nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> RoomScheduling:
    config.option.loadscopereorder = False
    return RoomScheduling(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the dear rooms first where several workers share the tests."""
    if hasattr(config, "workerinput"):
        rank = {group: place for place, group in enumerate(_DEAREST_FIRST)}
        items.sort(key=lambda item: rank.get(_scope(item.nodeid), len(rank)))
