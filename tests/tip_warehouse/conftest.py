"""One home with the published samples, made once by the command itself, for all tests that only look."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ingest.home import Home

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLES = ROOT / "examples" / "landing"


@dataclass(frozen=True)
class Ran:
    """What one call of the command gave."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def tip(*arguments: str | Path, home: Path | None = None) -> Ran:
    """Run the command as a user does, in a process of its own."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TIP_")}
    if home is not None:
        environment["TIP_HOME"] = str(home)
    command = [sys.executable, "-c", "from tip_warehouse.cli import main; main()", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT, timeout=300, check=False)
    return Ran(done.returncode, done.stdout, done.stderr)


@dataclass(frozen=True)
class Published:
    """A home after its first run, with what that run printed."""

    home: Home
    first: Ran


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    root = tmp_path_factory.mktemp("published")
    first = tip("run", "--home", root, "--landing", SAMPLES, "--json")
    assert first.status == 0, first.err
    return Published(Home.at(root, SAMPLES), first)
