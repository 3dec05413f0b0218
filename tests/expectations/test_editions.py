"""Bounds of single editions: what is measured, which bounds hold, and what each side of them does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from expectations.bounds import BOUNDS_FILE, BoundsError, EditionBound, EditionBounds, load_bounds
from expectations.editions import editions_frame
from expectations.engine import Engine
from expectations.suites import editions_suite
from ingest.schema import FACT_TABLES, LAKE_TABLES

_NONE = EditionBound("residual_numbers", None, None, (), None, None, None, None)


def bound(table: str, column: str | None = None, editions: tuple[int, ...] = (), **ends: float) -> EditionBound:
    family = None if column else "tip_report"
    open_ends = {"least": None, "most": None, "usual_least": None, "usual_most": None}
    return EditionBound(table, column, family, editions, **(open_ends | ends))


def bounds(*rates: EditionBound, fill: tuple[EditionBound, ...] = (), residue: EditionBound = _NONE) -> EditionBounds:
    return EditionBounds(2, 2, 2, rates, fill, residue)


def tables(**rows: list[dict[str, Any]]) -> dict[str, pa.Table]:
    """Tables of the lake's names and types with these rows; what a row leaves out is NULL."""
    found = {}
    for table in LAKE_TABLES:
        schema = pa.schema([field.with_nullable(True) for field in table.arrow_schema()])
        found[table.name] = pa.Table.from_pylist(rows.get(table.name, []), schema=schema)
    return found


def documents(edition: int, number: int, family: str = "tip_report") -> list[dict[str, Any]]:
    return [
        {"report_id": f"{family}:{n}:{edition}", "family": family, "edition_year": edition} for n in range(number)
    ]  # fmt: skip


def counts(edition: int, number: int, family: str = "tip_report", **values: Any) -> list[dict[str, Any]]:
    return [{"report_id": f"{family}:0:{edition}", "edition_year": edition, **values} for _ in range(number)]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


@pytest.mark.parametrize(
    ("rows", "broken"),
    [
        (3, {"no edition is below its minimum", "no edition is below what is usual"}),
        (5, {"no edition is below what is usual"}),
        (8, set()),
        (40, {"no edition is above what is usual"}),
        (99, {"no edition is above its ceiling", "no edition is above what is usual"}),
    ],
)
def test_each_side_of_a_bound_says_its_own(rows: int, broken: set[str], engine: Engine) -> None:
    held = bounds(bound("fact_victims", least=1.0, usual_least=2.0, usual_most=6.0, most=12.0))
    frame = editions_frame(tables(fact_victims=counts(2009, rows)), documents(2009, 4), held)
    findings = [one for one in engine.run(editions_suite(len(frame)), frame) if not one.outcome.success]
    assert {one.outcome.expectation for one in findings} == broken
    for one in findings:
        assert one.outcome.severity == ("error" if "usual" not in one.outcome.expectation else "warn")
        assert one.outcome.examples[0].startswith(
            "edition_year 2009, measure “fact_victims, rows for each document of tip_report”, of 4, "
        )


def test_an_edition_with_few_documents_is_shown_and_not_judged(engine: Engine) -> None:
    held = bounds(bound("fact_victims", least=1.0))
    frame = editions_frame(tables(), documents(2009, 1) + documents(2010, 2), held)
    rates = frame[frame["measure"].str.startswith("fact_victims")]
    assert list(rates["least"].isna()) == [True, False]
    (finding,) = (one for one in engine.run(editions_suite(len(frame)), frame) if not one.outcome.success)
    assert finding.outcome.unexpected_count == 1
    assert "edition_year 2010" in finding.outcome.examples[0]


def test_an_editions_own_entry_stands_in_place_of_the_general_one() -> None:
    held = bounds(bound("fact_victims", least=1.0), bound("fact_victims", editions=(2001,), least=0.1))
    frame = editions_frame(tables(), documents(2001, 2) + documents(2009, 2), held)
    rates = frame[frame["measure"].str.startswith("fact_victims")]
    assert dict(zip(rates["edition_year"], rates["least"], strict=True)) == {2001: 0.1, 2009: 1.0}


def test_rows_of_another_family_do_not_count() -> None:
    rows = counts(2009, 6, family="world_factbook") + counts(2009, 2)
    held = bounds(bound("fact_victims", least=1.0))
    found = editions_frame(tables(fact_victims=rows), documents(2009, 2), held)["found"]
    assert list(found[:1]) == [1.0]


def test_fill_rates_and_residue_are_shares() -> None:
    rows = counts(2009, 3, value=5) + counts(2009, 1)
    held = bounds(
        fill=(bound("fact_victims", "value", least=0.5),), residue=replace(_NONE, most=0.5, usual_most=0.1)
    )  # fmt: skip
    frame = editions_frame(tables(fact_victims=rows, residual_numbers=counts(2009, 1)), documents(2009, 2), held)
    assert list(zip(frame["measure"], frame["of"], frame["found"], strict=True)) == [
        ("fact_victims.value, share of rows with a value", 4, 0.75),
        ("residual_numbers, share of the numbers", 5, 0.2),
    ]


def test_every_count_table_of_reports_has_a_minimum_and_what_is_usual() -> None:
    rates = load_bounds().editions.rates
    for table in ("fact_prosecutions", "fact_victims", "fact_trafficking_flows", "fact_tier_placement"):
        (general,) = (
            one for one in rates if one.table == table and one.family == "tip_report" and not one.editions
        )  # fmt: skip
        assert general.least is not None and general.usual_most is not None, table
    assert {table.name for table in FACT_TABLES} >= {one.table for one in rates if one.table.startswith("fact_")}


@pytest.mark.parametrize(
    ("old", "new", "said_of"),
    [
        ('column = "amount"\n', 'column = "sum"\n', "fact_funding has no column 'sum'"),
        ('family = "world_factbook"\nusual_most', 'family = "almanac"\nusual_most', "no family 'almanac'"),
        ("most = 0.70\n", "most = 0.20\n", r"residual_numbers are \[None, None, 0.3, 0.2\]"),
        ("least = 0.05\nusual_most", "least = 90\nusual_most", "in this order of size"),
        ('table = "report_paragraphs"\nfamily', 'table = "fact_victims"\nfamily', "bounds fact_victims twice for all"),
    ],
)
def test_bounds_of_editions_that_make_no_sense_are_refused(old: str, new: str, said_of: str, tmp_path: Path) -> None:
    path = tmp_path / "bounds.toml"
    text = BOUNDS_FILE.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    with pytest.raises(BoundsError, match=said_of):
        load_bounds(path)
