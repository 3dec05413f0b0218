"""Commands that run the pipeline and tell how things stand: `tip run`, `tip status`."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from ingest.home import Home
from ingest.inventory import Accounting, Inventory
from ingest.redaction import without_password
from tip_warehouse.cli.base import Exit, HomeOption, JsonOption, app, err, fail, out, print_json, table
from tip_warehouse.editions import parse_editions, write_editions
from tip_warehouse.lock import LockHeld, home_lock
from tip_warehouse.release.publish import MANIFEST, current_release


@app.command()
def run(
    home: HomeOption = None,
    landing: Annotated[
        str | None,
        typer.Option(
            "--landing",
            help="Folder of raw files, or a URL that fsspec knows (s3://bucket/prefix). Default: $TIP_LANDING, then "
            "HOME/landing.",
            show_default=False,
        ),
    ] = None,
    editions: Annotated[
        str | None,
        typer.Option(
            "--editions",
            help="Editions to look after in this one run, gaps and all: 2008,2015 or 2001-2004,2009 or all. What the "
            "lake lacks of them is read again from the raw files; what is whole is left alone.",
            show_default=False,
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Read what is new in the landing folder, and publish a release if all gates pass.

    Exit status: 0 published or nothing new, 2 wrong usage, 3 a gate refused (the last release stays),
    4 another run holds the home, 1 anything else.
    """
    place = Home.at(home, landing or None)
    if landing is not None and place.remote is None and not place.landing.is_dir():
        fail(
            f"there is no folder {landing}; give the folder that holds the report files, or a URL such as s3://bucket",
            Exit.WRONG_USAGE,
        )
    try:
        chosen = parse_editions(editions) if editions is not None else ()
    except ValueError as error:
        fail(f"--editions: {error}", Exit.WRONG_USAGE)
    try:
        with home_lock(place.create()):
            _run_locked(place, as_json, chosen)
    except LockHeld as held:
        if as_json:
            print_json({"status": "busy", "message": str(held)})
        fail(str(held), Exit.HOME_BUSY)


def _run_locked(home: Home, as_json: bool, editions: tuple[int, ...]) -> None:
    release = current_release(home)
    with Inventory.open(home) as inventory:
        scan = inventory.scan()
        work = inventory.work(scan, release.release_id if release else None)
        accounting = inventory.last_accounting()
    if work is None and not editions:
        _nothing_new(home, as_json, accounting, waiting=len(scan.pending))
        return
    reasons = list(work.reasons) if work is not None else []
    if editions:
        reasons.append(f"a look at the editions {write_editions(editions)}")
    err.print(f"tip: {'; '.join(reasons)}", markup=False)

    from tip_warehouse.run import run_pipeline

    if err.is_terminal and not as_json:
        with err.status("starting the pipeline") as status:
            outcome = run_pipeline(home, lambda message: status.update(message), editions)
    else:
        outcome = run_pipeline(home, lambda message: err.print(f"tip: {message}", markup=False), editions)
    if as_json:
        print_json(outcome.to_dict())
    else:
        _print_outcome(outcome.to_dict())
    if outcome.status == "refused":
        fail("a gate refused this run; the last release stays. " + " ".join(outcome.reasons), Exit.GATE_REFUSED)
    if outcome.status == "failed":
        fail(outcome.error or "the run failed; see the run in the Dagster UI (make ui)")


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
        print_json(outcome)
        return
    place = without_password(home.landing_address)
    if manifest:
        note = f" ({waiting} files are still being written)" if waiting else ""
        if documents["withdrawn"]:
            note += f" ({documents['withdrawn']} documents are withdrawn and stay out, whatever is dropped again)"
        out.print(f"Nothing new in {place}{note}; the release is {manifest['release_id']}.", markup=False)
    else:
        out.print(f"Nothing to read: {place} is empty. Drop report files there, then `tip run`.", markup=False)


def _print_outcome(outcome: dict[str, Any]) -> None:
    documents = outcome["documents"]
    if outcome["status"] in ("published", "unchanged"):
        word = "Published" if outcome["status"] == "published" else "No figure changed; the release stays"
        out.print(f"{word}: {outcome['release_id']}", markup=False)
        out.print(f"  {outcome['release_path']}", markup=False)
    if documents:
        parts = ", ".join(
            f"{documents[name]} {name}" for name in ("loaded", "superseded", "duplicate", "quarantined", "pending")
        )
        withdrawn = f"; {documents['withdrawn']} of the superseded are withdrawn" if documents["withdrawn"] else ""
        out.print(f"Documents: {documents['seen']} seen ({documents['new']} new) = {parts}{withdrawn}", markup=False)
    if outcome["facts"]:
        out.print("Facts: " + ", ".join(f"{rows:,} {name}" for name, rows in outcome["facts"].items()), markup=False)
    if outcome["seconds"]:
        spent = ", ".join(f"{stage} {seconds:.1f}" for stage, seconds in outcome["seconds"].items())
        out.print(f"Seconds: {spent}", markup=False)


@app.command()
def status(home: HomeOption = None, as_json: JsonOption = False) -> None:
    """Show the current release, its row counts, and where every document seen has gone."""
    from tip_warehouse.status import read_status

    found = read_status(Home.at(home))
    if as_json:
        print_json(found)
        return
    release = found["release"]
    if release is None:
        out.print("No release yet. Drop report files into the landing folder, then `tip run`.", markup=False)
    else:
        out.print(f"Release {release['release_id']}, made {release['created_at']}", markup=False)
        out.print(f"  {release['path']}", markup=False)
        out.print(table(("table", "rows"), list(release["rows"].items())))
    documents = found["documents"]
    if documents:
        out.print("Documents: " + ", ".join(f"{count} {name}" for name, count in documents.items()), markup=False)
    _list(
        [f"superseded: {row['path']} by {row['by']}: {row['reason']}" for row in found["superseded"]],
        'tip query "from report_versions where not is_current"',
    )
    _list(
        [f"withdrawn: {one['path']} by {one['by']} at {one['at']}: {one['reason']}" for one in found["withdrawn"]],
        "tip status --json",
    )
    _list([f"in quarantine: {row['path']}: {row['reason']}" for row in found["quarantined"]], "tip quarantine list")
    if found["running"]:
        out.print(f"A run is under way: {found['running']}", markup=False)
    elif found["work"]:
        out.print(f"A run is due: {'; '.join(found['work'])}. Next: tip run", markup=False)


def _list(lines: list[str], more: str) -> None:
    """Print the first ten lines, and the command that shows all."""
    for line in lines[:10]:
        out.print(f"  {line}", markup=False)
    if len(lines) > 10:
        out.print(f"  … and {len(lines) - 10} more: {more}", markup=False)


def _manifest(home: Home) -> dict[str, Any] | None:
    release = current_release(home)
    return json.loads((release.path / MANIFEST).read_text()) if release else None


def _facts(rows: dict[str, Any]) -> dict[str, int]:
    return {name: count for name, count in rows.items() if name.startswith("fact_")}
