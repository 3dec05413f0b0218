"""Cells that no spreadsheet runs: what is guarded, what is left alone, and the way back."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tip_warehouse.release.cells import harmless, harmless_sql, original

# Texts that lie near the rule, far more often than chance would give them.
NEAR = st.text(st.sampled_from("'=+-@\t\r\n＝＋－＠ aé1\""), max_size=6)


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as found:
        yield found


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+48 22 000", "'+48 22 000"),
        ("-5 degrees", "'-5 degrees"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("''@x", "'''@x"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch"),
        ("a = b", "a = b"),
        (" = b", " = b"),
        ("19 offenders", "19 offenders"),
        ("", ""),
        ("'", "'"),
    ],
)
def test_only_what_a_spreadsheet_would_run_is_guarded(text: str, cell: str) -> None:
    assert harmless(text) == cell
    assert original(cell) == text


@given(text=st.one_of(NEAR, st.text(max_size=20)))
def test_every_cell_is_harmless_and_leads_back_to_its_text(text: str) -> None:
    cell = harmless(text)
    assert cell[:1] not in set("=+-@\t\r\n＝＋－＠")
    assert original(cell) == text


@given(texts=st.lists(NEAR, unique=True, max_size=20))
def test_no_two_texts_share_a_cell(texts: list[str]) -> None:
    assert len({harmless(text) for text in texts}) == len(texts)


@given(texts=st.lists(st.one_of(NEAR, st.none()), min_size=1, max_size=30))
def test_sql_guards_as_python_does(connection: duckdb.DuckDBPyConnection, texts: list[str | None]) -> None:
    rows = connection.execute(f"SELECT {harmless_sql('t')} FROM (SELECT unnest(?::VARCHAR[]) AS t)", [texts]).fetchall()
    assert [cell for (cell,) in rows] == [None if text is None else harmless(text) for text in texts]
