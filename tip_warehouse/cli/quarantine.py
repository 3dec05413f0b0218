"""Commands about what was set aside: `tip quarantine list | show | retry`."""

from __future__ import annotations

from typing import Annotated

import typer

from ingest.home import Home
from ingest.inventory import Inventory
from tip_warehouse.cli.base import HomeOption, JsonOption, app, fail, out, print_json, table

quarantine_app = typer.Typer(help="What was set aside, and why.", no_args_is_help=True)
app.add_typer(quarantine_app, name="quarantine")


@quarantine_app.command("list")
def quarantine_list(home: HomeOption = None, as_json: JsonOption = False) -> None:
    """List the files and documents that were set aside."""
    with Inventory.open(Home.at(home).create()) as inventory:
        rows = inventory.quarantined()
    if as_json:
        print_json([{"id": r.sha256[:12], "path": r.path, "stage": r.stage, "reason": r.reason} for r in rows])
    elif rows:
        out.print(table(("id", "stage", "path", "reason"), [(r.sha256[:12], r.stage, r.path, r.reason) for r in rows]))
    else:
        out.print("Nothing is in quarantine.")


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
        fail(f"nothing in quarantine has the id {identifier!r}; see tip quarantine list")
    for row in rows:
        out.print(f"{row.path}\n  sha256  {row.sha256}\n  stage   {row.stage}\n  reason  {row.reason}", markup=False)
        out.print(f"  copy    {quarantine_folder(place, row.sha256, row.path)}", markup=False)


@quarantine_app.command("retry")
def quarantine_retry(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="The id that `tip quarantine list` shows.")],
    home: HomeOption = None,
) -> None:
    """Have the next run read a quarantined file again."""
    with Inventory.open(Home.at(home).create()) as inventory:
        if not inventory.retry(identifier):
            fail(f"nothing in quarantine has the id {identifier!r}; see tip quarantine list")
    out.print("It will be read again by the next run: tip run")
