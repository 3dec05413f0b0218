"""Commands that ask a release: `tip query`, `tip explain`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ingest.home import Home
from tip_warehouse.cli.base import Format, HomeOption, JsonOption, ReleaseOption, app, fail, out, print_json, table


@app.command()
def query(
    sql: Annotated[str, typer.Argument(help="One SQL statement; tables are in the schema marts.")],
    release: ReleaseOption = None,
    home: HomeOption = None,
    form: Annotated[Format, typer.Option("--format", help="How to print the answer.")] = Format.table,
) -> None:
    """Ask a release a question in SQL (read only); with --release: what did the warehouse say then."""
    from tip_warehouse.query import QueryError, run_query

    try:
        columns, rows = run_query(Home.at(home), sql, release=release)
    except QueryError as error:
        fail(str(error))
    if form is Format.json:
        print_json([dict(zip(columns, row, strict=True)) for row in rows])
    elif form is Format.csv:
        import csv

        writer = csv.writer(sys.stdout)
        writer.writerow(columns)
        writer.writerows(rows)
    else:
        out.print(table(columns, rows))


@app.command()
def explain(
    fact_id: Annotated[str, typer.Argument(help="The fact_id of any row of any fact table.")],
    release: ReleaseOption = None,
    home: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show where a number comes from: its sentence, section, report, file and rule."""
    from rich.text import Text

    from tip_warehouse.explain import UnknownFactError, explain_fact
    from tip_warehouse.query import QueryError

    try:
        found = explain_fact(Home.at(home), fact_id, release)
    except (UnknownFactError, QueryError) as error:
        fail(str(error))
    if as_json:
        print_json(found.to_dict())
        return
    if out.is_terminal:
        sentence = Text.assemble(found.before, (found.quote, "bold black on yellow"), found.after)
    else:
        sentence = Text(f"{found.before}[[{found.quote}]]{found.after}")
    out.print(sentence)
    out.print()
    for name, value in found.source.items():
        out.print(f"{name:>10}  {value}", markup=False)
    out.print()
    out.print(table(("column", "value"), [(name, value) for name, value in found.row.items() if value is not None]))
