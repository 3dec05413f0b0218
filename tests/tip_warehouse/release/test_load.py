"""What a load takes from the lake, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from ingest.home import Home
from ingest.schema import LAKE_TABLES
from ingest.vocabulary.countries import country_table
from tests.tip_warehouse.release.lake import Lake, arrow, countries, small_lake
from tip_warehouse.release.load import LoadError, load_candidate
from tip_warehouse.release.tables import RAW_COUNTRIES, RAW_DOCUMENTS, RAW_TABLES


@pytest.fixture
def lake_home(tmp_path: Path) -> Home:
    return Home.at(tmp_path / "home").create()


def column_types(path: Path, schema: str) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    with duckdb.connect(str(path)) as connection:
        for table, column, kind in connection.execute(
            "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE schema_name = ? "
            "ORDER BY table_name, column_index",
            [schema],
        ).fetchall():
            found.setdefault(table, []).append((column, kind))
    return found


def test_every_raw_table_has_exactly_the_columns_and_types_of_the_schema(lake_home: Home) -> None:
    load_candidate(lake_home, small_lake().write(lake_home), countries())
    wanted = {table.name: [(column.name, column.sql) for column in table.columns] for table in RAW_TABLES}
    assert column_types(lake_home.candidate, "raw") == wanted


def test_only_rows_of_current_documents_are_loaded(lake_home: Home) -> None:
    lake = small_lake()
    report = load_candidate(lake_home, lake.write(lake_home), countries())
    assert report.documents == 6
    assert report.rows["documents"] == 7
    assert report.rows["fact_prosecutions"] == len(lake.rows["fact_prosecutions"]) - 1
    assert report.bytes == lake_home.candidate.stat().st_size
    with duckdb.connect(str(lake_home.candidate)) as connection:
        superseded = connection.execute("SELECT count(*) FROM raw.fact_prosecutions WHERE value = 777").fetchone()
        assert superseded == (0,)


def test_an_empty_lake_makes_all_tables_without_rows(lake_home: Home) -> None:
    report = load_candidate(lake_home, arrow(RAW_DOCUMENTS, []), countries())
    assert {name for name, rows in report.rows.items() if rows == 0} == {
        "documents",
        *(table.name for table in LAKE_TABLES),
    }


def test_documents_that_the_selection_leaves_out_bring_no_rows(lake_home: Home) -> None:
    lake = small_lake()
    selection = lake.write(lake_home)
    without = selection.filter(pa.compute.not_equal(selection["country_code"], "GEO"))
    report = load_candidate(lake_home, without, countries())
    assert report.rows["fact_victims"] == 0
    assert report.rows["fact_prosecutions"] == 8


def test_the_vocabulary_gives_the_countries_where_none_are_given(lake_home: Home) -> None:
    report = load_candidate(lake_home, arrow(RAW_DOCUMENTS, []))
    assert report.rows["countries"] == country_table().num_rows > 190
    assert set(RAW_COUNTRIES.column_names) <= set(country_table().column_names)


def refused(home: Home, selection: pa.Table, words: str) -> None:
    """A load that must fail and leave the candidate of before."""
    home.candidate.write_bytes(b"the candidate of before")
    with pytest.raises(LoadError, match=words):
        load_candidate(home, selection, countries())
    assert home.candidate.read_bytes() == b"the candidate of before"
    assert [path.name for path in home.build.iterdir()] == ["candidate.duckdb"]


def test_two_current_documents_of_one_report_are_refused(lake_home: Home) -> None:
    lake = Lake()
    lake.report("tip_report:MDA:2008", "a")
    lake.report("tip_report:MDA:2008", "b")
    refused(lake_home, lake.write(lake_home), r"tip_report:MDA:2008.*MDA-a.txt.*MDA-b.txt")


def test_a_selection_without_a_column_is_refused(lake_home: Home) -> None:
    refused(lake_home, small_lake().write(lake_home).drop_columns(["reason"]), r"selection lacks .*'reason'")


def test_a_selection_of_another_type_is_refused(lake_home: Home) -> None:
    selection = small_lake().write(lake_home)
    place = selection.column_names.index("edition_year")
    years = pa.array(["two thousand and eight"] * selection.num_rows)
    refused(lake_home, selection.set_column(place, "edition_year", years), r"selection does not fit .*raw\.documents")


def test_a_lake_file_without_a_column_is_refused(lake_home: Home) -> None:
    selection = small_lake().write(lake_home)
    for path in lake_home.lake.glob("fact_victims/*/*.parquet"):
        pa.parquet.write_table(pa.parquet.read_table(path).drop_columns(["gender"]), path)
    refused(lake_home, selection, r"fact_victims .* does not fit the schema: .*gender")
