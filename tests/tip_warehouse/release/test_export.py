"""Exported Parquet: typed as the schema says, sorted, and the same bytes for the same rows."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.home import Home
from ingest.schema import MARTS, MARTS_BY_NAME, Table
from tests.tip_warehouse.release.lake import countries, small_lake
from tip_warehouse.release import export
from tip_warehouse.release.build import run_dbt_build
from tip_warehouse.release.digest import file_sha256
from tip_warehouse.release.export import ExportError, export_marts
from tip_warehouse.release.load import load_candidate
from tip_warehouse.release.tables import create_table_sql


def test_every_mart_is_exported_with_the_schema_s_names_types_and_meanings(home: Home) -> None:
    exported = export_marts(home)
    assert [table.name for table in exported] == [table.name for table in MARTS]
    for table in exported:
        wanted = MARTS_BY_NAME[table.name].arrow_schema()
        found = pq.read_schema(table.path)
        assert found.equals(wanted, check_metadata=False), table.name
        assert [field.metadata[b"description"] for field in found] == [
            field.metadata[b"description"] for field in wanted
        ]
        assert pq.ParquetFile(table.path).metadata.num_rows == table.rows
        assert (table.bytes, table.sha256) == (table.path.stat().st_size, file_sha256(table.path))


def test_rows_stand_in_the_order_of_the_schema(home: Home) -> None:
    for table in export_marts(home):
        rows = pq.read_table(table.path)
        order = MARTS_BY_NAME[table.name].sort
        keys = [tuple(row[name] for name in order) for row in rows.to_pylist()]
        assert keys == sorted(keys), table.name
        assert len(set(keys)) == len(keys), f"the order of {table.name} is not total"


def test_two_builds_of_one_lake_give_the_same_bytes(home: Home, tmp_path: Path) -> None:
    first = {table.name: table.sha256 for table in export_marts(home)}
    again = Home.at(tmp_path / "again").create()
    lake = small_lake()
    for rows in lake.rows.values():
        rows.reverse()
    lake.documents.reverse()
    load_candidate(again, lake.write(again), countries())
    run_dbt_build(again)
    assert {table.name: table.sha256 for table in export_marts(again)} == first


def test_null_in_a_required_column_names_the_table_the_column_and_the_row(home: Home) -> None:
    with duckdb.connect(str(home.candidate)) as connection:
        connection.execute("UPDATE marts.dim_report SET title = NULL WHERE report_id = 'tip_report:MDA:2008'")
    with pytest.raises(ExportError, match=r"marts\.dim_report: title is NULL in 1 rows.*'tip_report:MDA:2008'"):
        export_marts(home)


def test_a_mart_of_another_type_or_none_is_refused(home: Home) -> None:
    with duckdb.connect(str(home.candidate)) as connection:
        connection.execute("ALTER TABLE marts.dim_year ALTER COLUMN year TYPE INTEGER")
    with pytest.raises(ExportError, match=r"marts\.dim_year has other columns.*'year'"):
        export_marts(home, [MARTS_BY_NAME["dim_year"]])
    with duckdb.connect(str(home.candidate)) as connection:
        connection.execute("DROP TABLE marts.dim_year")
    with pytest.raises(ExportError, match=r"no table marts\.dim_year"):
        export_marts(home, [MARTS_BY_NAME["dim_year"]])


def test_a_missing_candidate_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="load and build it first"):
        export_marts(Home.at(tmp_path))


def test_an_old_file_of_the_same_name_leaves_no_trace(home: Home) -> None:
    clean = {table.name: table.sha256 for table in export_marts(home)}
    for path in (home.staged_release / "parquet").iterdir():
        path.write_bytes(b"x" * 100_000)
    assert {table.name: table.sha256 for table in export_marts(home)} == clean
    shutil.rmtree(home.staged_release)


@given(sizes=st.lists(st.integers(0, 9), max_size=12), rows=st.integers(1, 7))
def test_row_groups_do_not_depend_on_how_the_batches_are_cut(sizes: list[int], rows: int) -> None:
    schema = pa.schema([("n", pa.int32())])
    batches, start = [], 0
    for size in sizes:
        batches.append(pa.record_batch([pa.array(range(start, start + size), pa.int32())], schema=schema))
        start += size
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(export, "ROW_GROUP_ROWS", rows)
        groups = list(export._row_groups(pa.RecordBatchReader.from_batches(schema, batches)))
    assert [value for group in groups for value in group["n"].to_pylist()] == list(range(start))
    assert [group.num_rows for group in groups] == [rows] * (start // rows) + ([start % rows] if start % rows else [])
    assert all(group["n"].num_chunks == 1 for group in groups)


def test_many_row_groups_hold_every_row_once(tmp_path: Path) -> None:
    home = Home.at(tmp_path).create()
    table: Table = MARTS_BY_NAME["dim_year"]
    with duckdb.connect(str(home.candidate)) as connection:
        connection.execute("CREATE SCHEMA marts")
        connection.execute(create_table_sql(table, "marts"))
        connection.execute(
            "INSERT INTO marts.dim_year SELECT (n % 30000)::SMALLINT, repeat('x', (n % 7)::INT), NULL, NULL "
            "FROM range(250_000) AS t(n)"
        )
    (exported,) = export_marts(home, [table])
    file = pq.ParquetFile(exported.path)
    assert file.metadata.num_row_groups == 3
    assert [file.metadata.row_group(n).num_rows for n in range(3)] == [100_000, 100_000, 50_000]
    years = file.read(["year"])["year"].to_pylist()
    assert years == sorted(n % 30000 for n in range(250_000))


def test_any_reader_finds_the_meanings_the_key_and_the_order_in_the_file(home: Home) -> None:
    for exported in export_marts(home):
        table = MARTS_BY_NAME[exported.name]
        pairs = duckdb.execute(
            "SELECT decode(key), decode(value) FROM parquet_kv_metadata(?)", [str(exported.path)]
        ).fetchall()
        found = {key: value for key, value in pairs if key != "ARROW:schema"}
        assert json.loads(found["columns"]) == {column.name: column.description for column in table.columns}
        assert json.loads(found["primary_key"]) == list(table.primary_key)
        assert (found["table"], found["description"], found["grain"]) == (table.name, table.description, table.grain)
        metadata = pq.ParquetFile(exported.path).metadata
        for group in range(metadata.num_row_groups):
            order, nulls = pq.SortingColumn.to_ordering(
                pq.read_schema(exported.path), metadata.row_group(group).sorting_columns
            )
            assert list(order) == [(name, "ascending") for name in table.sort]
            assert nulls == "at_end"
            assert metadata.row_group(group).column(0).compression == "ZSTD"


def test_a_flipped_bit_in_a_page_is_found_by_its_checksum(home: Home) -> None:
    (exported,) = export_marts(home, [MARTS_BY_NAME["report_paragraphs"]])
    column = MARTS_BY_NAME["report_paragraphs"].column_names.index("text")
    chunk = pq.ParquetFile(exported.path).metadata.row_group(0).column(column)
    content = bytearray(exported.path.read_bytes())
    content[chunk.data_page_offset + chunk.total_compressed_size // 2] ^= 1
    whole = pq.read_table(exported.path, page_checksum_verification=True)
    exported.path.write_bytes(content)
    with pytest.raises(OSError, match="CRC"):
        pq.read_table(exported.path, page_checksum_verification=True)
    assert whole.num_rows == exported.rows
