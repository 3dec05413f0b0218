"""From a dropped report to its release, a run with nothing to do, and loading the code location: medians of several.

    python -m benchmarks.drop [--drops N] [--corpus FOLDER]

Starts what `make ui` starts (webserver, daemon, warm worker) on a home of its own, in a temporary folder, and drops
one report after the other. No assertion, no network.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ingest.home import Home

ROOT = Path(__file__).resolve().parent.parent
_COUNTRIES = ("Nepal", "Chad", "Togo", "Mali", "Niger", "Fiji", "Oman", "Cuba", "Gabon", "Samoa", "Tonga", "Benin")
_PATIENCE_SECONDS = 180.0


@dataclass(frozen=True, slots=True)
class Drop:
    """Seconds of one drop, from the file's appearance: until a run was asked for, began, ended and was published."""

    asked: float
    began: float
    published: float


def narrative(country: str, convictions: int) -> str:
    """A narrative of one paragraph for each subject; the numbers make it another one each time."""
    return (
        f"Trafficking in Persons Report 2009 - {country}\n\n"
        f"{country} is a source country for men and women trafficked to Italy for forced labor. The Government of "
        f"{country} does not fully comply with the minimum standards for the elimination of trafficking; however, it "
        "is making significant efforts to do so.\n\n"
        f"In 2008, police investigated {convictions + 17} trafficking cases, and courts convicted {convictions} "
        "traffickers. Article 77 of the penal code prescribes penalties of up to ten years' imprisonment.\n\n"
        f"The government identified {convictions + 40} victims of trafficking in 2008.\n"
    )


@contextmanager
def served(home: Home) -> Iterator[None]:
    """What `make ui` starts, on `home` and a free port, until the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "orchestration.ui", "--home", str(home.root), "--port", str(port)]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "TIP_LANDING": ""},
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def drop(home: Home, country: str, convictions: int) -> Drop:
    """Drop one report, wait until it is published, and say how long that took."""
    from orchestration.instance import open_instance

    before = _pointer(home)
    partial = home.landing / f".{country}"
    partial.write_text(narrative(country, convictions))
    began = time.time()
    partial.replace(home.landing / f"{country.lower()}.txt")
    _wait(lambda: _pointer(home) != before, f"the release of {country}")
    published = time.time() - began
    with open_instance(home) as instance:
        (record,) = instance.get_run_records(limit=1)
    asked, started = record.create_timestamp.timestamp() - began, (record.start_time or began) - began
    return Drop(asked, started, published)


def drops(number: int, corpus: Path | None) -> list[Drop]:
    """Measure `number` drops into a home that already holds a release of the samples, or of `corpus`."""
    folder = Path(tempfile.mkdtemp(prefix="tip-drop-"))
    try:
        home = Home.at(folder / "home", folder / "home" / "landing").create()
        shutil.copytree(corpus or ROOT / "examples" / "landing", home.landing, dirs_exist_ok=True)
        subprocess.run([*_tip(home)], check=True, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with served(home):
            _wait((home.dagster / "worker.sock").exists, "the warm worker")
            # The first one waits for the daemon to load the code location.
            drop(home, "Peru", 11)
            return [drop(home, _COUNTRIES[n % len(_COUNTRIES)], 12 + n) for n in range(number)]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def nothing_to_do(number: int) -> list[float]:
    """Seconds of `tip run` on a home where everything is accounted for."""
    with tempfile.TemporaryDirectory(prefix="tip-noop-") as folder:
        home = Home.at(Path(folder) / "home", ROOT / "examples" / "landing").create()
        return [_timed([*_tip(home)]) for _ in range(number + 1)][1:]


def location(number: int) -> list[float]:
    """Seconds in which a new process loads the code location, with dbt's manifest built."""
    load = "from orchestration.definitions import defs; defs.get_repository_def().get_all_jobs()"
    return [_timed([sys.executable, "-c", load]) for _ in range(number + 1)][1:]


def _tip(home: Home) -> list[str]:
    program = "import sys; from tip_warehouse.cli import main; main()"
    return [sys.executable, "-c", program, "run", "--home", str(home.root), "--landing", str(home.landing)]


def _timed(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


def _pointer(home: Home) -> str | None:
    return os.readlink(home.current) if home.current.is_symlink() else None


def _wait(true: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not true():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what} did not come within {_PATIENCE_SECONDS:.0f} seconds")
        time.sleep(0.05)


def measure(number: int = 5, corpus: Path | None = None) -> None:
    """Measure and print."""
    found = drops(number, corpus)
    middle = statistics.median
    print(f"one report dropped, daemon running, median of {number} drops (all: "
          + ", ".join(f"{one.published:.1f}" for one in found) + ")")  # fmt: skip
    for name, seconds in (
        ("until a run is asked for", [one.asked for one in found]),
        ("until it begins", [one.began for one in found]),
        ("until it is published", [one.published for one in found]),
    ):
        print(f"  {name:<26}{middle(seconds):>6.1f} s")
    few = min(number, 3)
    print(f"  {'`tip run`, nothing new':<26}{middle(nothing_to_do(few)):>6.2f} s")
    print(f"  {'code location loads':<26}{middle(location(few)):>6.1f} s")


def report(rounds: int) -> None:
    """Measure and print; a drop takes seconds, so that five of them are enough."""
    measure(min(rounds, 5))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--drops", type=int, default=5)
    parser.add_argument("--corpus", type=Path, help="folder of report files that stand beforehand (default: samples)")
    given = parser.parse_args()
    measure(given.drops, given.corpus)


if __name__ == "__main__":
    main()
