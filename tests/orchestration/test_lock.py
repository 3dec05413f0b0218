"""One writer a home: who is kept out, who is let in, and what becomes of the lock when its owner dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ingest.home import Home
from tip_warehouse.lock import LockHeld, home_lock, lock_holder

HOLD = """
import sys, time
from ingest.home import Home
from tip_warehouse.lock import home_lock
with home_lock(Home.at(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.at(tmp_path / "home").create()


@contextmanager
def other_process(home: Home) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the lock of `home`."""
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(home.root)], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
    finally:
        process.kill()
        process.wait()


def test_another_process_is_kept_out_and_told_who_holds_the_lock(home: Home) -> None:
    with other_process(home) as owner:
        holder = lock_holder(home)
        assert holder is not None
        assert holder.pid == owner.pid
        with pytest.raises(LockHeld) as refused, home_lock(home):
            pass
        assert refused.value.holder == holder
        assert f"process {owner.pid}" in str(refused.value)
        assert holder.since in str(refused.value)
        assert "tip status" in str(refused.value)


def test_the_lock_of_a_killed_owner_is_free(home: Home) -> None:
    with other_process(home) as owner:
        os.kill(owner.pid, signal.SIGKILL)
        owner.wait()
        assert lock_holder(home) is None
        with home_lock(home) as holder:
            assert holder.pid == os.getpid()


def test_a_writer_that_waits_gets_the_lock_when_its_owner_ends(home: Home) -> None:
    with other_process(home) as owner:
        threading.Timer(0.3, owner.kill).start()
        began = time.monotonic()
        with home_lock(home, wait_seconds=20):
            assert 0.2 < time.monotonic() - began < 10


def test_one_process_may_take_the_lock_again_and_frees_it_once(home: Home) -> None:
    with home_lock(home) as first:
        with home_lock(home) as second:
            assert first == second
        assert lock_holder(home) == first
    assert lock_holder(home) is None


def test_a_block_that_fails_frees_the_lock(home: Home) -> None:
    with pytest.raises(ZeroDivisionError), home_lock(home):
        raise ZeroDivisionError
    assert lock_holder(home) is None


def test_looks_from_elsewhere_are_no_obstacle_to_a_writer(home: Home) -> None:
    look = "import sys\nwhile True:\n lock_holder(Home.at(sys.argv[1])) or print('', flush=True)"
    imports = "from ingest.home import Home\nfrom tip_warehouse.lock import lock_holder\n"
    home.run_lock.touch()
    watcher = subprocess.Popen([sys.executable, "-c", imports + look, str(home.root)], stdout=subprocess.PIPE)
    try:
        assert watcher.stdout is not None
        watcher.stdout.readline()
        threading.Thread(target=watcher.stdout.read, daemon=True).start()
        for _ in range(50):
            with home_lock(home):
                pass
    finally:
        watcher.kill()
        watcher.wait()


def test_a_forked_child_does_not_keep_the_lock_of_its_dead_parent(home: Home) -> None:
    script = HOLD.replace("print(", "import os\n    if os.fork() == 0: time.sleep(30); os._exit(0)\n    print(")
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(home.root)], stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        assert lock_holder(home) is not None
        process.kill()
        process.wait()
        with home_lock(home, wait_seconds=2):
            pass
    finally:
        os.killpg(process.pid, signal.SIGKILL)
