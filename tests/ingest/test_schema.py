"""The one schema holds what the contract promises, and the dictionary says the same."""

from __future__ import annotations

import re
from pathlib import Path

import pyarrow as pa
import pytest

from ingest.schema import FACT_TABLES, LAKE_TABLES, MARTS, MARTS_BY_NAME, Table, arrow_type
from ingest.schema.facts import PERIOD, PROVENANCE_NAMES, VALUE
from tip_warehouse.dictionary import render

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.parametrize("table", [*MARTS, *LAKE_TABLES], ids=lambda table: table.name)
def test_keys_and_sort_order_name_columns_and_rows_are_totally_ordered(table: Table) -> None:
    assert len(set(table.column_names)) == len(table.columns)
    assert set(table.primary_key) <= set(table.column_names)
    assert set(table.sort) <= set(table.column_names)
    assert set(table.natural_key) <= set(table.column_names)
    assert set(table.primary_key) <= set(table.sort), "equal rows could come out in any order"
    assert all(table.column(name).required for name in table.primary_key)
    assert all(column.description for column in table.columns)


@pytest.mark.parametrize("table", FACT_TABLES, ids=lambda table: table.name)
def test_a_natural_key_leaves_out_provenance_lists_and_the_headline_mark(table: Table) -> None:
    lists = {column.name for column in table.columns if column.sql == "VARCHAR[]"}
    assert not set(table.natural_key) & (set(PROVENANCE_NAMES) | lists | {"is_headline"})
    assert set(table.natural_key) == set(table.column_names) - set(PROVENANCE_NAMES) - lists


def test_an_enumeration_with_unspecified_is_required_and_defaults_to_it() -> None:
    for table in LAKE_TABLES:
        for column in table.columns:
            if "unspecified" in column.enum:
                assert column.required, f"{table.name}.{column.name}"
                assert column.default == "unspecified", f"{table.name}.{column.name}"


def test_arrow_schemas_carry_types_and_descriptions() -> None:
    schema = MARTS_BY_NAME["fact_funding"].arrow_schema()
    assert schema.field("amount").type == pa.decimal128(18, 2)
    assert not schema.field("fact_id").nullable
    assert b"stated currency" in schema.field("amount").metadata[b"description"]
    with pytest.raises(ValueError, match="HUGEINT"):
        arrow_type("HUGEINT")


def test_every_table_and_column_that_the_contract_names_exists(shared: Path) -> None:
    text = (shared / "contract.md").read_text()
    sections = re.split(r"^### ", text[text.index("## Tables") : text.index("## The seed document")], flags=re.M)[1:]
    groups = {
        "value": [column.name for column in VALUE], "period": [column.name for column in PERIOD],
        "type": ["trafficking_type"], "scope": ["scope"],
    }  # fmt: skip
    assert {table.name for table in MARTS} == {re.match(r"`(\w+)`", section)[1] for section in sections}  # type: ignore[index]
    for section in sections:
        table = MARTS_BY_NAME[re.match(r"`(\w+)`", section)[1]]  # type: ignore[index]
        if plus := re.search(r"Plus (.*?) columns", section):
            wanted = [name for word in re.findall(r"value|period|type|scope", plus[1]) for name in groups[word]]
            assert set(wanted) <= set(table.column_names), table.name
        # Names in the first paragraph that carry an SQL type or stand in the list of columns.
        named = re.findall(r"`([a-z_0-9]+)` (?:VARCHAR|DECIMAL|SMALLINT|INTEGER|BOOLEAN|DATE|BIGINT)", section)
        assert set(named) <= set(table.column_names), table.name


def test_the_data_dictionary_is_what_the_schema_says() -> None:
    assert (ROOT / "docs" / "data_dictionary.md").read_text() == render(), "run `make docs`"
