"""The command `tip`: run the pipeline, see how things stand, query the release, follow a fact to its sentence.

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

from ingest.home import Home
from ingest.inventory import Accounting, Inventory
from tip_warehouse.cli_export import export
from tip_warehouse.lock import LockHeld, home_lock
from tip_warehouse.release.publish import MANIFEST, PublishError, current_release


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
app.command()(export)
quarantine_app = typer.Typer(help="What was set aside, and why.", no_args_is_help=True)
app.add_typer(quarantine_app, name="quarantine")

HomeOption = Annotated[
    Path | None, typer.Option("--home", help="Home folder. Default: $TIP_HOME, then ./data.", show_default=False)
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]

# A pipe has no width of its own: tables are not folded for it.
_out = Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else 200)
_err = Console(stderr=True, highlight=False, soft_wrap=True)


def main() -> None:
    """The console script."""
    try:
        app()
    except (PublishError, OSError) as error:
        _fail(str(error))


def _fail(message: str, status: Exit = Exit.FAILED) -> NoReturn:
    _err.print(f"tip: {message}", style="red" if _err.is_terminal else "", markup=False)
    sys.exit(status)


@app.command()
def run(
    home: HomeOption = None,
    landing: Annotated[
        Path | None,
        typer.Option(
            "--landing", help="Folder of raw files. Default: $TIP_LANDING, then HOME/landing.", show_default=False
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Read what is new in the landing folder, and publish a release if all gates pass.

    Exit status: 0 published or nothing new, 2 wrong usage, 3 a gate refused (the last release stays),
    4 another run holds the home, 1 anything else.
    """
    if landing is not None and not landing.is_dir():
        _fail(f"there is no folder {landing}; give the folder that holds the report files", Exit.WRONG_USAGE)
    place = Home.at(home, landing).create()
    try:
        with home_lock(place):
            _run_locked(place, as_json)
    except LockHeld as held:
        if as_json:
            _print_json({"status": "busy", "message": str(held)})
        _fail(str(held), Exit.HOME_BUSY)


def _run_locked(home: Home, as_json: bool) -> None:
    release = current_release(home)
    with Inventory.open(home) as inventory:
        scan = inventory.scan()
        work = inventory.work(scan, release.release_id if release else None)
        accounting = inventory.last_accounting()
    if work is None:
        _nothing_new(home, as_json, accounting, waiting=len(scan.pending))
        return
    _err.print(f"tip: {'; '.join(work.reasons)}", markup=False)

    from tip_warehouse.run import run_pipeline

    if _err.is_terminal and not as_json:
        with _err.status("starting the pipeline") as status:
            outcome = run_pipeline(home, lambda message: status.update(message))
    else:
        outcome = run_pipeline(home, lambda message: _err.print(f"tip: {message}", markup=False))
    if as_json:
        _print_json(outcome.to_dict())
    else:
        _print_outcome(outcome.to_dict())
    if outcome.status == "refused":
        _fail("a gate refused this run; the last release stays. " + " ".join(outcome.reasons), Exit.GATE_REFUSED)
    if outcome.status == "failed":
        _fail(outcome.error or "the run failed; see the run in the Dagster UI (make ui)")


def _nothing_new(home: Home, as_json: bool, accounting: Accounting | None, waiting: int) -> None:
    manifest = _manifest(home) or {}
    documents = (accounting or Accounting(0, 0, 0, 0, 0, 0, 0)).as_dict()
    # Files that are still being written are seen now, and belong to no run yet.
    documents |= {"seen": documents["seen"] - documents["pending"] + waiting, "pending": waiting, "new": waiting}
    outcome: dict[str, Any] = {
        "status": "nothing_new",
        "release_id": manifest.get("release_id"),
        "release_path": str(home.current) if manifest else None,
        "documents": documents,
        "facts": _facts(manifest.get("tables") or {}),
        "gates": [],
        "seconds": {},
    }
    if as_json:
        _print_json(outcome)
    elif manifest:
        note = f" ({waiting} files are still being written)" if waiting else ""
        _out.print(f"Nothing new in {home.landing}{note}; the release is {manifest['release_id']}.", markup=False)
    else:
        _out.print(f"Nothing to read: {home.landing} is empty. Drop report files there, then `tip run`.", markup=False)


def _print_outcome(outcome: dict[str, Any]) -> None:
    documents = outcome["documents"]
    if outcome["status"] in ("published", "unchanged"):
        word = "Published" if outcome["status"] == "published" else "No figure changed; the release stays"
        _out.print(f"{word}: {outcome['release_id']}", markup=False)
        _out.print(f"  {outcome['release_path']}", markup=False)
    if documents:
        parts = ", ".join(
            f"{documents[name]} {name}" for name in ("loaded", "superseded", "duplicate", "quarantined", "pending")
        )
        _out.print(f"Documents: {documents['seen']} seen ({documents['new']} new) = {parts}", markup=False)
    if outcome["facts"]:
        _out.print("Facts: " + ", ".join(f"{rows:,} {name}" for name, rows in outcome["facts"].items()), markup=False)
    if outcome["seconds"]:
        spent = ", ".join(f"{stage} {seconds:.1f}" for stage, seconds in outcome["seconds"].items())
        _out.print(f"Seconds: {spent}", markup=False)


@app.command()
def status(home: HomeOption = None, as_json: JsonOption = False) -> None:
    """Show the current release, its row counts, and where every document seen has gone."""
    from tip_warehouse.status import read_status

    found = read_status(Home.at(home))
    if as_json:
        _print_json(found)
        return
    release = found["release"]
    if release is None:
        _out.print("No release yet. Drop report files into the landing folder, then `tip run`.", markup=False)
    else:
        _out.print(f"Release {release['release_id']}, made {release['created_at']}", markup=False)
        _out.print(f"  {release['path']}", markup=False)
        _out.print(_table(("table", "rows"), list(release["rows"].items())))
    documents = found["documents"]
    if documents:
        _out.print("Documents: " + ", ".join(f"{count} {name}" for name, count in documents.items()), markup=False)
    for row in found["quarantined"][:10]:
        _out.print(f"  in quarantine: {row['path']}: {row['reason']}", markup=False)
    if len(found["quarantined"]) > 10:
        _out.print(f"  … and {len(found['quarantined']) - 10} more: tip quarantine list", markup=False)
    if found["running"]:
        _out.print(f"A run is under way: {found['running']}", markup=False)
    elif found["work"]:
        _out.print(f"A run is due: {'; '.join(found['work'])}. Next: tip run", markup=False)


@app.command()
def query(
    sql: Annotated[str, typer.Argument(help="One SQL statement; tables are in the schema marts.")],
    home: HomeOption = None,
    form: Annotated[Format, typer.Option("--format", help="How to print the answer.")] = Format.table,
) -> None:
    """Ask the current release a question in SQL (read only)."""
    from tip_warehouse.query import QueryError, run_query

    try:
        columns, rows = run_query(Home.at(home), sql)
    except QueryError as error:
        _fail(str(error))
    if form is Format.json:
        _print_json([dict(zip(columns, row, strict=True)) for row in rows])
    elif form is Format.csv:
        import csv

        writer = csv.writer(sys.stdout)
        writer.writerow(columns)
        writer.writerows(rows)
    else:
        _out.print(_table(columns, rows))


@app.command()
def explain(
    fact_id: Annotated[str, typer.Argument(help="The fact_id of any row of any fact table.")],
    home: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show where a number comes from: its sentence, section, report, file and rule."""
    from rich.text import Text

    from tip_warehouse.explain import UnknownFactError, explain_fact
    from tip_warehouse.query import QueryError

    try:
        found = explain_fact(Home.at(home), fact_id)
    except (UnknownFactError, QueryError) as error:
        _fail(str(error))
    if as_json:
        _print_json(found.to_dict())
        return
    if _out.is_terminal:
        sentence = Text.assemble(found.before, (found.quote, "bold black on yellow"), found.after)
    else:
        sentence = Text(f"{found.before}[[{found.quote}]]{found.after}")
    _out.print(sentence)
    _out.print()
    for name, value in found.source.items():
        _out.print(f"{name:>10}  {value}", markup=False)
    _out.print()
    _out.print(_table(("column", "value"), [(name, value) for name, value in found.row.items() if value is not None]))


@quarantine_app.command("list")
def quarantine_list(home: HomeOption = None, as_json: JsonOption = False) -> None:
    """List the files and documents that were set aside."""
    with Inventory.open(Home.at(home).create()) as inventory:
        rows = inventory.quarantined()
    if as_json:
        _print_json([{"id": r.sha256[:12], "path": r.path, "stage": r.stage, "reason": r.reason} for r in rows])
    elif rows:
        _out.print(
            _table(("id", "stage", "path", "reason"), [(r.sha256[:12], r.stage, r.path, r.reason) for r in rows])
        )
    else:
        _out.print("Nothing is in quarantine.")


@quarantine_app.command("show")
def quarantine_show(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="The id that `tip quarantine list` shows.")],
    home: HomeOption = None,
) -> None:
    """Show one quarantined file with all its reasons, and where its copy is."""
    from ingest.inventory import quarantine_folder

    place = Home.at(home).create()
    with Inventory.open(place) as inventory:
        rows = [row for row in inventory.quarantined() if row.sha256.startswith(identifier)]
    if not rows:
        _fail(f"nothing in quarantine has the id {identifier!r}; see tip quarantine list")
    for row in rows:
        _out.print(f"{row.path}\n  sha256  {row.sha256}\n  stage   {row.stage}\n  reason  {row.reason}", markup=False)
        _out.print(f"  copy    {quarantine_folder(place, row.sha256, row.path)}", markup=False)


@quarantine_app.command("retry")
def quarantine_retry(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="The id that `tip quarantine list` shows.")],
    home: HomeOption = None,
) -> None:
    """Have the next run read a quarantined file again."""
    with Inventory.open(Home.at(home).create()) as inventory:
        if not inventory.retry(identifier):
            _fail(f"nothing in quarantine has the id {identifier!r}; see tip quarantine list")
    _out.print("It will be read again by the next run: tip run")


def _manifest(home: Home) -> dict[str, Any] | None:
    release = current_release(home)
    return json.loads((release.path / MANIFEST).read_text()) if release else None


def _facts(rows: dict[str, Any]) -> dict[str, int]:
    return {name: count for name, count in rows.items() if name.startswith("fact_")}


def _print_json(value: Any) -> None:
    print(json.dumps(value, indent=1, ensure_ascii=False, default=str))


def _table(columns: Any, rows: Any) -> Any:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name in columns:
        table.add_column(str(name), overflow="fold")
    for row in rows:
        table.add_row(*("" if value is None else f"{value}" for value in row))
    return table
