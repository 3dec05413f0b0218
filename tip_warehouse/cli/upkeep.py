"""Commands that look after a home: taking reports out of the warehouse, bounding the disk, checking what is kept."""

from __future__ import annotations

from typing import Annotated

import typer

from ingest.home import Home
from ingest.inventory import Inventory
from tip_warehouse.cli.base import Exit, HomeOption, JsonOption, app, fail, out, print_json
from tip_warehouse.lock import LockHeld, home_lock


@app.command()
def withdraw(
    what: Annotated[
        str,
        typer.Argument(
            metavar="REPORT_OR_PATH", help="A report_id, the path of a file in the landing folder, or its SHA-256."
        ),
    ],
    reason: Annotated[str, typer.Option("--reason", help="Why; it stands in the next release.")] = "",
    undo: Annotated[bool, typer.Option("--undo", help="Let it in again.")] = False,
    home: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Take a report out of the warehouse with the next run, or let it in again. Deleting its file does not.

    A report_id takes out all documents that it has; other content that comes later is read. The same bytes
    stay out, under whatever name they are dropped, until --undo.
    """
    from ingest.withdrawals import WithdrawalError

    place = Home.at(home).create()
    try:
        with home_lock(place), Inventory.open(place) as inventory:
            found = inventory.withdrawals.undo(what) if undo else inventory.withdrawals.withdraw(what, reason)
    except WithdrawalError as error:
        fail(str(error))
    except LockHeld as held:
        fail(str(held), Exit.HOME_BUSY)
    if as_json:
        print_json({"undone": undo, "documents": [one.as_dict() for one in found]})
        return
    for one in found:
        out.print(f"{'Let in again' if undo else 'Withdrawn'}: {one.path} ({', '.join(one.reports)})", markup=False)
    out.print("The next run makes a release of it: tip run", markup=False)
