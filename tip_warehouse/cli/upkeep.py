"""Commands that look after a home: taking reports out of the warehouse, bounding the disk, checking what is kept."""

from __future__ import annotations

from typing import Annotated

import typer

from ingest.home import Home
from ingest.inventory import Inventory
from tip_warehouse.cli.base import Exit, HomeOption, JsonOption, app, fail, out, print_json
from tip_warehouse.lock import LockHeld, home_lock
from tip_warehouse.release.retention import RetentionError


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


@app.command()
def prune(
    keep: Annotated[
        int | None,
        typer.Option(
            "--keep",
            min=0,
            help="Newest releases to keep; 0 keeps all. Default: $TIP_KEEP_RELEASES, then 50.",
            show_default=False,
        ),
    ] = None,
    keep_days: Annotated[
        int | None,
        typer.Option(
            "--keep-days",
            min=0,
            help="Keep also releases made in so many days, and the history of runs for "
            "as long. Default for runs: $TIP_KEEP_DAYS, then 90.",
            show_default=False,
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would go, and remove nothing.")] = False,
    home: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Remove old releases, the history of old runs, and left-overs; never the current release or a raw file."""
    from tip_warehouse.prune import prune as prune_home

    try:
        found = prune_home(Home.at(home).create(), keep, keep_days, dry_run)
    except RetentionError as error:
        fail(str(error), Exit.WRONG_USAGE)
    except LockHeld as held:
        fail(str(held), Exit.HOME_BUSY)
    if as_json:
        print_json(found.to_dict())
        return
    for release_id in found.releases:
        out.print(f"release {release_id}", markup=False)
    for name in found.left_over:
        out.print(f"left over: {name}", markup=False)
    word = "Would remove" if dry_run else "Removed"
    out.print(
        f"{word} {len(found.releases)} releases, {len(found.runs)} runs and {len(found.left_over)} left-overs: "
        f"{found.bytes / 1e6:.1f} MB and the runs' history",
        markup=False,
    )


@app.command()
def verify(
    mend: Annotated[
        bool, typer.Option("--mend", help="Have the next run read damaged editions of the lake again.")
    ] = False,
    home: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Hash all releases, raw files and the lake again. Exit status 0 where all is as it was kept, else 1."""
    from tip_warehouse.verify import verify as verify_home

    place = Home.at(home)
    if not place.state.is_dir():
        fail(f"there is no home at {place.root}; next: tip run --home {place.root}")
    try:
        problems = verify_home(place, mend)
    except LockHeld as held:
        fail(str(held), Exit.HOME_BUSY)
    if as_json:
        print_json({"problems": [problem.as_dict() for problem in problems]})
    for problem in problems if not as_json else ():
        out.print(str(problem), markup=False)
    if problems:
        fail(
            f"{len(problems)} things are not as they were kept. Damaged raw files and releases: put them back from a "
            f"backup; or rm {place.current} and tip run, which makes a new release. Damaged lake: tip verify --mend"
        )
    if not as_json:
        out.print("All releases, raw files and the lake are as they were kept.")
