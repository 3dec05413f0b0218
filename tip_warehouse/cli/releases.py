"""Commands that look at more than one release: which there are, and what one says otherwise than another."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from ingest.home import Home
from tip_warehouse.cli.base import HomeOption, JsonOption, app, out, print_json, table
from tip_warehouse.release.publish import current_release, list_releases

_EXAMPLES = 3
_DOCUMENTS = 20


@app.command()
def releases(home: HomeOption = None, as_json: JsonOption = False) -> None:
    """List the releases that are kept, oldest first; `*` marks the current one."""
    place = Home.at(home)
    current = current_release(place)
    found: list[dict[str, Any]] = [
        {
            "release_id": release.release_id,
            "created_at": release.created_at,
            "is_current": current is not None and release.release_id == current.release_id,
            "facts": sum(rows for name, rows in release.rows.items() if name.startswith("fact_")),
            "reports": release.rows.get("dim_report", 0),
            "bytes": sum(file.stat().st_size for file in release.path.rglob("*") if file.is_file()),
            "extractor_version": release.extractor_version,
            "path": str(release.path),
        }
        for release in list_releases(place)
    ]
    if as_json:
        print_json(found)
    elif found:
        rows = [
            ("*" if one["is_current"] else "", one["release_id"], one["created_at"], f"{one['reports']:,}",
             f"{one['facts']:,}", f"{one['bytes'] / 1e6:.1f}", one["extractor_version"])
            for one in found
        ]  # fmt: skip
        out.print(table(("", "release", "made", "reports", "facts", "MB", "extractor"), rows))
    else:
        out.print("No release yet. Drop report files into the landing folder, then `tip run`.", markup=False)


@app.command()
def diff(
    old: Annotated[
        str | None,
        typer.Argument(metavar="[A]", help="Older release, or how its id begins. Default: the one before B."),
    ] = None,
    new: Annotated[str | None, typer.Argument(metavar="[B]", help="Newer release. Default: the current one.")] = None,
    only: Annotated[list[str] | None, typer.Option("--table", help="Only this table; may be repeated.")] = None,
    examples: Annotated[int, typer.Option("--examples", help="Examples of each table and reason.")] = _EXAMPLES,
    home: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show which facts release B added, changed and withdrew against release A, and why."""
    from tip_warehouse.diff import diff_releases

    found = diff_releases(Home.at(home), old, new, only or ())
    if as_json:
        print_json(found.to_dict())
        return
    out.print(f"From {found.old} to {found.new}", markup=False)
    if not found.summary and not found.documents:
        out.print("No fact and no document differs.")
        return
    if found.summary:
        rows = [(one["table"], one["change"], one["reason"], one["facts"]) for one in found.summary]
        out.print(table(("table", "change", "why", "facts"), rows))
        _print_examples(found.changes, found.summary, examples)
    if found.documents:
        out.print("\nDocuments", markup=False)
        for document in found.documents[:_DOCUMENTS]:
            out.print(f"  {document['report_id']}  {document['reason']}: {document['explanation']}", markup=False)
        if len(found.documents) > _DOCUMENTS:
            out.print(f"  … and {len(found.documents) - _DOCUMENTS} more: tip diff --json", markup=False)


def _print_examples(changes: list[dict[str, Any]], summary: list[dict[str, Any]], number: int) -> None:
    quotes = {row["fact_id"]: row["quote"] for row in changes}
    for one in summary if number > 0 else ():
        rows = [
            row for row in changes if (row["table_name"], row["change"], row["reason"])
            == (one["table"], one["change"], one["reason"])
        ]  # fmt: skip
        out.print(f"\n{one['table']}, {one['change']}, {one['reason']}", markup=False)
        for row in rows[:number]:
            out.print(f"  {row['report_id']}  {row['fact_id']}  “{row['quote']}”", markup=False)
            if row["change"] == "changed":
                out.print(f"    {row['column_name']}: {row['old_value']} → {row['new_value']}", markup=False)
            elif row["change"] == "added" and row["replaces"]:
                out.print(f"    in place of {row['replaces']}  “{quotes[row['replaces']]}”", markup=False)
        if rows:
            out.print(f"    {rows[0]['explanation']}", markup=False)
