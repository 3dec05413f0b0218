"""What one more report costs in homes of growing size, stage by stage, with the peak of memory.

    python -m benchmarks.growth [--sizes 1,500,5000,50000]

Each size has a process of its own. The stages are those of a run, called as its assets call them, without Dagster.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks import synthetic
from ingest.home import Home

SIZES = (1, 500, 5_000, 50_000)
ADDED = 3
# What must not grow with the home, and the final load and build, which may.
STEADY = ("inventory", "documents", "facts")


def stages(home: Home) -> dict[str, Callable[[], object]]:
    """The stages of a run, in order."""
    from expectations.gates import gate_facts, gate_marts
    from ingest.stages import account, extract_facts, read_documents, select_documents, take_inventory
    from ingest.versions import extractor_version
    from tip_warehouse.release.build import run_dbt_build
    from tip_warehouse.release.load import load_candidate
    from tip_warehouse.release.publish import publish, stage_release

    # A run chooses its documents once, and the later steps take what was chosen.
    chosen: dict[str, Any] = {}

    def gate_a() -> None:
        chosen["selection"] = select_documents(home)
        chosen["accounting"] = account(home, chosen["selection"])
        gate_facts(home, chosen["selection"], chosen["accounting"])

    def release() -> None:
        stage_release(home, extractor_version=extractor_version(), inputs=[], documents={})

    def gate_b() -> None:
        gate_marts(home.staged_release / "parquet", chosen["accounting"])

    return {
        "inventory": lambda: take_inventory(home, settle_seconds=0),
        "documents": lambda: read_documents(home),
        "facts": lambda: extract_facts(home),
        "gate A": gate_a,
        "load": lambda: load_candidate(home, chosen["selection"]),
        "dbt build": lambda: run_dbt_build(home),
        "export": release,
        "gate B": gate_b,
        "publish": lambda: publish(home),
    }


def measure(size: int) -> dict[str, object]:
    """Seconds of each stage for the first `size` reports at once and for one more (medians), and peak memory in MB."""
    from expectations.gates import warm

    warm()
    with tempfile.TemporaryDirectory() as folder:
        home = Home.at(Path(folder) / "home").create()
        synthetic.write(home.landing, size)
        first = _timed(home)
        more: list[dict[str, float]] = []
        for added in range(ADDED):
            synthetic.write(home.landing, 1, size + added)
            more.append(_timed(home))
    median = {name: statistics.median(run[name] for run in more) for name in first}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"size": size, "first": first, "one_more": median, "peak_mb": peak}


def _timed(home: Home) -> dict[str, float]:
    seconds: dict[str, float] = {}
    for name, stage in stages(home).items():
        began = time.perf_counter()
        stage()
        seconds[name] = time.perf_counter() - began
    return seconds


def table(results: list[dict[str, object]]) -> str:
    """The measurements as lines of text."""
    lines = [f"{'reports':>8} {'':<9}" + "".join(f"{name:>11}" for name in results[0]["first"]) + "   peak MB"]  # type: ignore[attr-defined]
    for result in results:
        for run, shown in (("first", "all"), ("one_more", "one more")):
            row: dict[str, float] = result[run]  # type: ignore[assignment]
            lines.append(
                f"{result['size']:>8} {shown:<9}" + "".join(f"{seconds:>11.2f}" for seconds in row.values())
                + (f"{result['peak_mb']:>10.0f}" if run == "first" else "")
            )  # fmt: skip
    alone: dict[str, float] = results[0]["one_more"]  # type: ignore[assignment]
    for result in results[1:]:
        row = result["one_more"]  # type: ignore[assignment]
        steady = sum(row[name] for name in STEADY) / sum(alone[name] for name in STEADY)
        rest = row["load"] + row["dbt build"]
        lines.append(
            f"one more in {result['size']}: reading and extraction {steady:.1f} times as long as in the smallest home; "
            f"load and build {rest:.1f} s"
        )
    return "\n".join(lines)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--one", type=int, help="measure one size and print JSON")
    given = parser.parse_args()
    if given.one is not None:
        print(json.dumps(measure(given.one)))
        return
    results = []
    for size in map(int, given.sizes.split(",")):
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.growth", "--one", str(size)],
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        results.append(json.loads(done.stdout.splitlines()[-1]))
    print(table(results))


if __name__ == "__main__":
    main()
