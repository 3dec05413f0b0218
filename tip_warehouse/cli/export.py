"""`tip export`: hand out a release as CSV or Parquet files with a data package that describes them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ingest.home import Home
from tip_warehouse.cli.base import Exit, HomeOption, JsonOption, ReleaseOption, app, fail, print_json
from tip_warehouse.release.publish import find_release


@app.command()
def export(
    form: Annotated[str, typer.Option("--format", metavar="csv|parquet", help="What to write.")] = "csv",
    out: Annotated[
        Path | None,
        typer.Option("--out", help="Folder to write to. Default: tip-RELEASE-FORMAT, here.", show_default=False),
    ] = None,
    table: Annotated[list[str] | None, typer.Option("--table", help="Only this table; may be repeated.")] = None,
    release: ReleaseOption = None,
    home: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write a release's tables as files that other tools like, with a datapackage.json that describes them.

    CSV: UTF-8, lists joined by '; ' and as bridge tables, and text that a spreadsheet would run as a formula
    begins with an apostrophe. Parquet: the release's own files.
    """
    # Here, since DuckDB and PyArrow come with it.
    from tip_warehouse.release.handout import HandoutError, HandoutFormat, hand_out

    if form not in tuple(HandoutFormat):
        fail(f"there is no format {form!r}; give --format csv or --format parquet", Exit.WRONG_USAGE)
    try:
        chosen = find_release(Home.at(home), release)
        folder = out or Path(f"tip-{chosen.release_id}-{form}")
        written = hand_out(chosen.path, folder, HandoutFormat(form), table or ())
    except HandoutError as error:
        fail(str(error))
    if as_json:
        files = [
            {"table": item.table, "path": str(item.path), "rows": item.rows, "bytes": item.bytes} for item in written
        ]
        print_json({"release_id": chosen.release_id, "folder": str(folder), "files": files})
        return
    width = max(len(item.path.name) for item in written)
    for item in written:
        print(f"{item.path.name:<{width}}  {item.rows:>9,} rows  {item.bytes:>12,} bytes")
    print(f"Release {chosen.release_id}: {len(written)} files and datapackage.json in {folder}")
