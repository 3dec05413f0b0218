"""What every command shares: the app they register with, exit statuses, common options, and how they print.

Only the standard library, Typer and Rich are imported at the start: DuckDB, Dagster, dbt and Great
Expectations cost seconds and are imported by the commands that need them.
"""

from __future__ import annotations

import json
import sys
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console


class Exit(IntEnum):
    """What the exit status of `tip` means."""

    OK = 0
    FAILED = 1
    WRONG_USAGE = 2
    GATE_REFUSED = 3
    HOME_BUSY = 4


class Format(StrEnum):
    """How `tip query` prints its answer."""

    table = "table"
    csv = "csv"
    json = "json"


app = typer.Typer(
    name="tip",
    help="From Trafficking in Persons reports to a warehouse that people can trust.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

HomeOption = Annotated[
    Path | None, typer.Option("--home", help="Home folder. Default: $TIP_HOME, then ./data.", show_default=False)
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
ReleaseOption = Annotated[
    str | None,
    typer.Option("--release", help="Id of a release, or how it begins. Default: the current one.", show_default=False),
]

# A pipe has no width of its own: tables are not folded for it.
out = Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else 200)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def fail(message: str, status: Exit = Exit.FAILED) -> NoReturn:
    """Say on standard error what is wrong, and leave with `status`."""
    err.print(f"tip: {message}", style="red" if err.is_terminal else "", markup=False)
    sys.exit(status)


def print_json(value: Any) -> None:
    """Print a value as JSON; dates and decimals become text."""
    print(json.dumps(value, indent=1, ensure_ascii=False, default=str))


def table(columns: Any, rows: Any) -> Any:
    """A table for the console; None is an empty cell."""
    from rich import box
    from rich.table import Table

    shown = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name in columns:
        shown.add_column(str(name), overflow="fold")
    for row in rows:
        shown.add_row(*("" if value is None else f"{value}" for value in row))
    return shown
