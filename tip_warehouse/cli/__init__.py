"""The command `tip`: one module for each theme; importing a module registers its commands."""

from __future__ import annotations

# isort: off
# One line for each theme, in the order in which the help lists their commands.
from tip_warehouse.cli import running as running
from tip_warehouse.cli import asking as asking
from tip_warehouse.cli import releases as releases
from tip_warehouse.cli import export as export
from tip_warehouse.cli import quarantine as quarantine
from tip_warehouse.cli import upkeep as upkeep
# isort: on

from tip_warehouse.cli.base import Exit, app, fail
from tip_warehouse.release.publish import PublishError

__all__ = ["Exit", "app", "main"]


def main() -> None:
    """The console script."""
    try:
        app()
    except (PublishError, OSError) as error:
        fail(str(error))
