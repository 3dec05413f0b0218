"""Speed on this machine, one measurement after the other. No assertion, no network.

    python -m benchmarks.speed [extraction] [reading] [drop] [--rounds N]

Each measurement is a module of this folder with `report(rounds)`, which prints; to add one, name it in `MEASURED`.
What takes many minutes has a command of its own: `python -m benchmarks.growth`.
"""

from __future__ import annotations

import argparse
from importlib import import_module

MEASURED = ("extraction", "reading", "drop")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("measured", nargs="*", help=f"of {', '.join(MEASURED)}; all where none is named")
    parser.add_argument("--rounds", type=int, default=30, help="rounds of what is measured in rounds")
    given = parser.parse_args()
    if unknown := sorted({*given.measured} - {*MEASURED}):
        parser.error(f"no measurement {', '.join(unknown)}; there are {', '.join(MEASURED)}")
    for number, name in enumerate(given.measured or MEASURED):
        if number:
            print()
        import_module(f"benchmarks.{name}").report(given.rounds)


if __name__ == "__main__":
    main()
