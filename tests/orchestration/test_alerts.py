"""The webhook: what a message says, that no secret is in it, and that no answer can hold up or fail a run."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from dagster import DagsterInstance, DagsterRunStatus, Failure, job, op

from orchestration.alerts import WEBHOOK_VARIABLE, Alert, alert_of, post, post_failure
from orchestration.jobs import refresh
from orchestration.processes import PROCESS_TAG, process_name, reap_dead_runs
from orchestration.resources import Warehouse

ALERT = Alert("what", "where", ("why",), "next", "run")
SECRET = "hook-7f3a-secret"


@dataclass
class Hook:
    """A server on loopback that keeps what is posted to it and answers with `status` after `wait` is set."""

    url: str = ""
    status: int = 200
    got: list[dict[str, Any]] = field(default_factory=list)
    wait: threading.Event | None = None


@pytest.fixture
def hook() -> Iterator[Hook]:
    served = Hook()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            served.got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            if served.wait is not None:
                served.wait.wait(20)
            self.send_response(served.status)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    served.url = f"http://127.0.0.1:{server.server_address[1]}/{SECRET}"
    yield served
    if served.wait is not None:
        served.wait.set()
    server.shutdown()
    server.server_close()


def test_a_message_says_what_where_why_and_the_next_command() -> None:
    refused = alert_of("r1", "gate_a", "/home/tip", {"gate_a": ["fact_victims: expected more.", "b"]}, "AnyError: x")
    text = refused.body()["text"]
    for part in (
        "gate_a refused a run",
        "release of before stands",
        "/home/tip",
        "run r1",
        "expected more.",
        "`tip run`",
    ):
        assert part in text
    assert "AnyError" not in text
    failed = alert_of("r2", "load", "/home/tip", {}, "OSError: disk full")
    assert failed.why == ("OSError: disk full",)
    assert "failed in step load" in failed.what
    assert "`tip status`" in failed.next


def test_many_and_long_reasons_are_cut() -> None:
    alert = alert_of("r", "s", "h", {"gate_b": [f"reason {number} " + "x" * 5000 for number in range(9)]}, "")
    assert len(alert.why) == 6
    assert alert.why[-1] == "and 4 more"
    assert all(len(reason) < 700 for reason in alert.why)


def test_no_secret_is_in_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "abcDEF123456")
    monkeypatch.setenv(WEBHOOK_VARIABLE, "https://chat.example/hooks/T0/B1")
    error = "cannot read s3 with abcDEF123456 nor postgresql://tip:pa55w0rd@db/tip; https://chat.example/hooks/T0/B1"
    (why,) = alert_of("r", "s", "h", {}, error).why
    for secret in ("abcDEF123456", "pa55w0rd", "hooks/T0"):
        assert secret not in why
    assert "<AWS_SECRET_ACCESS_KEY>" in why
    assert "postgresql://***@db/tip" in why


def test_a_post_arrives(hook: Hook) -> None:
    assert post(hook.url, ALERT) is None
    (got,) = hook.got
    assert (got["what"], got["where"], got["why"], got["next"]) == ("what", "where", ["why"], "next")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://127.0.0.1:9/x-secret-x", "cannot be reached (ConnectionRefusedError)"),
        ("file:///etc/x-secret-x", f"{WEBHOOK_VARIABLE} is no http(s) address"),
        ("x-secret-x", f"{WEBHOOK_VARIABLE} is no http(s) address"),
        ("http://[x-secret-x", "cannot be reached"),
    ],
)
def test_an_address_that_is_no_good_is_no_error_and_is_not_repeated(url: str, said: str) -> None:
    answer = post(url, ALERT)
    assert answer is not None
    assert said in answer
    assert "x-secret-x" not in answer


def test_a_server_that_refuses_or_never_answers_takes_no_longer_than_allowed(hook: Hook) -> None:
    hook.status = 503
    assert post(hook.url, ALERT) == "it answered with status 503"
    hook.wait = threading.Event()
    began = time.monotonic()
    answer = str(post(hook.url, ALERT, 0.2))
    assert "no answer in time" in answer or "cannot be reached (TimeoutError)" in answer
    assert time.monotonic() - began < 3


@op(required_resource_keys={"warehouse"})
def refusing(context) -> None:
    context.resources.warehouse.refuse("gate_a", ("fact_victims: expected that rows number at least 6; found 0.",))
    raise Failure("the check failed")


@op(required_resource_keys={"warehouse"})
def failing() -> None:
    raise OSError("no space left on device")


@job(hooks={post_failure}, resource_defs={"warehouse": Warehouse()})
def refused_job() -> None:
    refusing()


@job(hooks={post_failure}, resource_defs={"warehouse": Warehouse()})
def failed_job() -> None:
    failing()


@pytest.fixture
def config(tmp_path: Path) -> dict[str, Any]:
    return {"resources": {"warehouse": {"config": {"root": str(tmp_path / "home")}}},
            "loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "what", "why"),
    [
        ("refused_job", "gate_a refused a run", "fact_victims: expected that rows number at least 6; found 0."),
        ("failed_job", "a run failed in step failing", "OSError: no space left on device"),
    ],
)
def test_a_run_that_fails_posts_once_and_logs_no_address(
    name: str, what: str, why: str, hook: Hook, config: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(WEBHOOK_VARIABLE, hook.url)
    with DagsterInstance.ephemeral() as instance:
        done = globals()[name].execute_in_process(config, instance=instance, raise_on_error=False)
        logged = " ".join(str(entry) for entry in instance.all_logs(done.run_id))
    assert not done.success
    (got,) = hook.got
    assert what in got["what"]
    assert got["why"] == [why]
    assert done.run_id in got["where"]
    assert f"Posted to the webhook of {WEBHOOK_VARIABLE}" in logged
    assert SECRET not in logged


def test_a_webhook_that_fails_leaves_the_run_as_it_is(config: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(WEBHOOK_VARIABLE, f"http://127.0.0.1:9/{SECRET}")
    with DagsterInstance.ephemeral() as instance:
        done = failed_job.execute_in_process(config, instance=instance, raise_on_error=False)
        logged = " ".join(str(entry) for entry in instance.all_logs(done.run_id))
    assert not done.success
    assert "got no message: it cannot be reached" in logged
    assert "HOOK_ERRORED" not in logged
    assert SECRET not in logged


def test_a_killed_run_is_told_of_once(hook: Hook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(WEBHOOK_VARIABLE, hook.url)
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    with DagsterInstance.ephemeral() as instance:
        tags = {PROCESS_TAG: process_name(dead.pid)}
        run = instance.create_run_for_job(failed_job, tags=tags, status=DagsterRunStatus.STARTED)
        assert reap_dead_runs(instance) == [run.run_id]
        assert reap_dead_runs(instance) == []
    (got,) = hook.got
    assert "a run was killed" in got["what"]
    assert str(dead.pid) in got["where"]
    assert "`tip run`" in got["next"]


def test_every_run_of_the_job_has_the_hook() -> None:
    assert refresh.hooks == {post_failure}
