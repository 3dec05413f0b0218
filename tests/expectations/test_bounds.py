"""The bounds file fits the schema, and its floors and limits mean what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from expectations.bounds import BOUNDS_FILE, BoundsError, load_bounds
from ingest.facts import MAX_QUOTE
from ingest.schema import FACT_TABLES, LAKE_TABLES, MARTS

# Every BIGINT, DECIMAL or INTEGER that a fact table takes from the text; offsets belong to the citation.
_OFFSETS = {"char_start", "char_end"}


def test_every_table_has_a_floor_and_no_other_has() -> None:
    assert load_bounds().rows.keys() == {table.name for table in (*LAKE_TABLES, *MARTS)}


def test_every_number_of_every_fact_table_has_a_bound() -> None:
    values = load_bounds().values
    for table in FACT_TABLES:
        numbers = {
            column.name for column in table.columns
            if column.sql.startswith(("BIGINT", "DECIMAL", "INTEGER")) and column.name not in _OFFSETS
        }  # fmt: skip
        assert numbers <= {bound.column for bound in values.get(table.name, ())}, table.name


def test_the_gate_and_the_extractor_agree_on_the_longest_quote() -> None:
    assert load_bounds().longest_quote == MAX_QUOTE


@pytest.mark.parametrize(
    ("documents", "allowed"), [(0, 3), (1, 3), (100, 3), (149, 3), (150, 3), (199, 3), (200, 4), (300, 6), (416, 8)]
)
def test_failures_allowed_are_three_or_two_percent(documents: int, allowed: int) -> None:
    assert load_bounds().failures_allowed(documents) == allowed


@pytest.mark.parametrize(
    ("table", "documents", "reports", "floor"),
    [
        ("fact_prosecutions", 1, 1, 0),
        ("fact_prosecutions", 19, 19, 0),
        ("fact_prosecutions", 20, 20, 6),
        # Factbook entries owe a tier, and no figure.
        ("fact_prosecutions", 65, 0, 0),
        ("fact_prosecutions", 400, 19, 0),
        ("fact_tier_placement", 65, 0, 19),
        ("restatements", 400, 400, 0),
        ("dim_report", 1, 1, 1),
        ("dim_report", 400, 0, 400),
    ],
)
def test_floors_grow_with_the_documents_once_there_are_enough(
    table: str, documents: int, reports: int, floor: int
) -> None:
    assert load_bounds().floor(table, documents, reports) == floor


@pytest.mark.parametrize(
    ("old", "new", "said_of"),
    [
        ("restatements = 0\n", "", r"says nothing of \['restatements'\]"),
        ("restatements = 0\n", "restatements = 0\nfact_dreams = 0\n", "no table 'fact_dreams'"),
        ('columns = ["amount_usd"]', 'columns = ["amount_eur"]', "fact_funding has no column 'amount_eur'"),
        ('only = { action = ["other"] }', 'only = { deed = ["other"] }', "fact_victims has no column 'deed'"),
        ("fact_victims = 0.1\n", "fact_victims = 0.1\nfact_dreams = 0.5\n", "no table 'fact_dreams'"),
    ],
)
def test_bounds_that_do_not_fit_the_schema_are_refused(old: str, new: str, said_of: str, tmp_path: Path) -> None:
    path = tmp_path / "bounds.toml"
    text = BOUNDS_FILE.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    with pytest.raises(BoundsError, match=said_of):
        load_bounds(path)
