"""`tip export`: hand out a release as CSV or Parquet files with a data package that describes them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ingest.home import Home
from tip_warehouse.release.publish import Release, current_release, list_releases


class ExportError(RuntimeError):
    """There is no such release; the message says which there are, or what to do."""


def find_release(home: Home, identifier: str | None) -> Release:
    """The current release, or the one whose id is, or alone begins with, `identifier`. Raises `ExportError`."""
    if identifier is None:
        if release := current_release(home):
            return release
        raise ExportError(f"there is no release under {home.published}; next: tip run --home {home.root}")
    releases = list_releases(home)
    found = [release for release in releases if release.release_id == identifier] or [
        release for release in releases if identifier and release.release_id.startswith(identifier)
    ]
    if len(found) == 1:
        return found[0]
    known = ", ".join(release.release_id for release in releases) or "none"
    many = len(found) or "no"
    raise ExportError(
        f"{many} releases of {home.root} begin with {identifier!r}; give one of these with --release: {known}"
    )


def export(
    form: Annotated[str, typer.Option("--format", metavar="csv|parquet", help="What to write.")] = "csv",
    out: Annotated[
        Path | None,
        typer.Option("--out", help="Folder to write to. Default: tip-RELEASE-FORMAT, here.", show_default=False),
    ] = None,
    table: Annotated[list[str] | None, typer.Option("--table", help="Only this table; may be repeated.")] = None,
    release: Annotated[
        str | None,
        typer.Option(
            "--release", help="Id of a release, or how it begins. Default: the current one.", show_default=False
        ),
    ] = None,
    home: Annotated[
        Path | None, typer.Option("--home", help="Home folder. Default: $TIP_HOME, then ./data.", show_default=False)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Write a release's tables as files that other tools like, with a datapackage.json that describes them.

    CSV: UTF-8, lists joined by '; ' and as bridge tables, and text that a spreadsheet would run as a formula
    begins with an apostrophe. Parquet: the release's own files.
    """
    # Here, since DuckDB and PyArrow come with it.
    from tip_warehouse.release.handout import HandoutError, HandoutFormat, hand_out

    if form not in tuple(HandoutFormat):
        _fail(f"there is no format {form!r}; give --format csv or --format parquet", 2)
    try:
        chosen = find_release(Home.at(home), release)
        folder = out or Path(f"tip-{chosen.release_id}-{form}")
        written = hand_out(chosen.path, folder, HandoutFormat(form), table or ())
    except (ExportError, HandoutError) as error:
        _fail(str(error), 1)
    if as_json:
        import json

        files = [
            {"table": item.table, "path": str(item.path), "rows": item.rows, "bytes": item.bytes} for item in written
        ]
        print(json.dumps({"release_id": chosen.release_id, "folder": str(folder), "files": files}, indent=1))
        return
    width = max(len(item.path.name) for item in written)
    for item in written:
        print(f"{item.path.name:<{width}}  {item.rows:>9,} rows  {item.bytes:>12,} bytes")
    print(f"Release {chosen.release_id}: {len(written)} files and datapackage.json in {folder}")


def _fail(message: str, status: int) -> None:
    typer.echo(f"tip: {message}", err=True)
    raise typer.Exit(status)
