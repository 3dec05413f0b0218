"""From Parquet to the pandas frames that the suites look at, with columns for what spans tables. No GX here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from ingest.lake import SIDE_BY_SIDE
from ingest.schema import FACT_TABLES, MEASURES, Table

PARAGRAPH_BREAK = "\n\n"
FACT_NAMES = tuple(table.name for table in FACT_TABLES)
# Every row of these was read from words, and says from which.
CITING = (*FACT_NAMES, "residual_numbers")
_CITATION = ("report_id", "country_code", "edition_year", "section", "quote", "char_start", "char_end")
MEASURE_COLUMNS = tuple(f"{measure}{suffix}" for measure in MEASURES for suffix in ("", "_sex", "_labor"))


@dataclass(frozen=True, slots=True)
class Found:
    """One table as it was found: the Arrow schema, the rows, and the file that they speak for.

    `schema` is None where there is no file, `problem` says why one cannot be read. Of several files, the
    first with another schema than `wanted` stands for all; `rows` is None unless all files fit.
    """

    name: str
    wanted: pa.Schema
    schema: pa.Schema | None
    rows: pa.Table | None
    file: str
    nulls: Mapping[str, int]
    problem: str | None = None


def read_files(name: str, files: Sequence[Path], wanted: pa.Schema, folder: Path) -> Found:
    """A table of one or more Parquet files; `files` may be missing or damaged, which is then what was found."""
    tables: list[pa.Table] = []
    nulls: dict[str, int] = {}
    # Files are small: threads for the columns of one cost more than they save, files side by side do not.
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        read = list(pool.map(_rows_of, files))
    for file, rows in zip(files, read, strict=True):
        shown = file.relative_to(folder).as_posix()
        if isinstance(rows, str):
            return Found(name, wanted, None, None, shown, {}, rows)
        for field in wanted:
            if not field.nullable and field.name in rows.column_names:
                nulls[field.name] = nulls.get(field.name, 0) + rows.column(field.name).null_count
        if columns_of(rows.schema) != columns_of(wanted):
            return Found(name, wanted, rows.schema, None, shown, nulls)
        tables.append(rows.replace_schema_metadata(None))
    if not tables:
        return Found(name, wanted, None, None, f"{name}/", {}, "it has no files")
    # Files agree by now in names and types; descriptions of columns may differ between versions.
    return Found(name, wanted, wanted, pa.concat_tables(tables, promote_options="permissive"), shown, nulls)


def _rows_of(file: Path) -> pa.Table | str:
    """The rows of one file, or why there are none."""
    if not file.is_file():
        return "there is no such file"
    try:
        return pq.ParquetFile(file).read(use_threads=False)
    except (OSError, pa.ArrowException) as error:
        return f"it cannot be read as Parquet ({error})"


def columns_of(schema: pa.Schema) -> list[tuple[str, str]]:
    """Names and types of the columns, as in ("value", "int64") or ("fact_id", "string not null")."""
    return [(field.name, f"{_spelled(field.type)}{'' if field.nullable else ' not null'}") for field in schema]


def _spelled(kind: pa.DataType) -> str:
    # Parquet names the items of a list in its own way, which changes no value.
    if pa.types.is_list(kind):
        return f"list<{_spelled(kind.value_type)}>"
    return str(kind)


def schema_frame(found: Iterable[Found]) -> pd.DataFrame:
    """One row for each column that a table has or should have, with place, type and NULLs found and wanted.

    Places are compared where the table has the right columns; else `column` or `wanted_column` is NULL
    for those that it lacks or has too many.
    """
    rows: list[dict[str, Any]] = []
    for table in found:
        wanted = dict(columns_of(table.wanted))
        there = dict(columns_of(table.schema)) if table.schema is not None else {}
        if wanted.keys() == there.keys():
            pairs: list[tuple[str | None, str | None]] = list(zip(there, wanted, strict=True))
        else:
            pairs = [(name if name in there else None, name) for name in wanted]
            pairs += [(name, None) for name in there if name not in wanted]
        for name, wanted_name in pairs:
            # A column that is missing or too many is one fault, not also one of type.
            typed = name is not None and wanted_name is not None
            rows.append({
                "table": table.name,
                "column": name,
                "wanted_column": wanted_name,
                "type": there[wanted_name] if typed and wanted_name else "",
                "wanted_type": wanted[wanted_name] if typed and wanted_name else "",
                "nulls": table.nulls.get(wanted_name or "", 0),
            })  # fmt: skip
    return pd.DataFrame(rows)


def frame_of(rows: pa.Table) -> pd.DataFrame:
    """A pandas frame that GX can judge: lists left out, decimals as floats, a fresh index from 0."""
    keep = [field for field in rows.schema if not pa.types.is_list(field.type)]
    columns = [
        rows.column(field.name).cast(pa.float64()) if pa.types.is_decimal(field.type) else rows.column(field.name)
        for field in keep
    ]
    frame: pd.DataFrame = pa.table(columns, names=[field.name for field in keep]).to_pandas()
    return frame


def of_documents(rows: pa.Table, documents: Sequence[str]) -> pa.Table:
    """The rows of these documents."""
    return rows.filter(pc.is_in(rows.column("document_id"), pa.array(documents, pa.string())))


def citations_frame(
    tables: Mapping[str, pa.Table], texts: Mapping[str, str], places: Mapping[str, tuple[str, str, int]], key: str
) -> pd.DataFrame:
    """All facts and residual numbers, one row a citation, beside what stands in the text at its offsets.

    `key` is the column that names a row's document (`document_id` or `report_id`), `texts` gives the document
    text and `places` the (report_id, country_code, edition_year) for each. Unknown documents give NULLs.
    """
    parts = []
    for name in CITING:
        rows = tables[name]
        columns = list(dict.fromkeys((key, *_CITATION)))
        part = rows.select(columns)
        year = rows.column("data_year") if "data_year" in rows.column_names else pa.nulls(len(rows), pa.int16())
        part = part.append_column("data_year", year).append_column("table", pa.array([name] * len(rows), pa.string()))
        parts.append(part)
    together = pa.concat_tables(parts, promote_options="permissive")
    columns_read = (together.column(name).to_pylist() for name in (key, "char_start", "char_end"))
    cited = [
        texts[document][start:end] if document in texts and 0 <= start <= end else None
        for document, start, end in zip(*columns_read, strict=True)
    ]
    nowhere = (None, None, None)
    owners = [places.get(document, nowhere) for document in together.column(key).to_pylist()]
    together = together.append_column("cited", pa.array(cited, pa.string()))
    for place, (name, kind) in enumerate(
        (("report", pa.string()), ("report_country", pa.string()), ("report_edition", pa.int16()))
    ):
        together = together.append_column(name, pa.array([owner[place] for owner in owners], kind))
    return frame_of(together)


def joined_texts(paragraphs: pa.Table, key: str) -> dict[str, str]:
    """The paragraphs' texts joined with two line feeds, by document (`document_id`) or report (`report_id`)."""
    ordered = paragraphs.select([key, "paragraph", "text"]).sort_by([(key, "ascending"), ("paragraph", "ascending")])
    texts: dict[str, list[str]] = {}
    for name, text in zip(ordered.column(key).to_pylist(), ordered.column("text").to_pylist(), strict=True):
        texts.setdefault(name, []).append(text)
    return {name: PARAGRAPH_BREAK.join(parts) for name, parts in texts.items()}


def _joined_lengths(paragraphs: pa.Table) -> dict[str, int]:
    """The characters that `joined_texts` has of each report."""
    lengths = paragraphs.select(["report_id"]).append_column("length", pc.utf8_length(paragraphs.column("text")))
    by_report = lengths.group_by("report_id").aggregate([("length", "sum"), ("length", "count")])
    read = (by_report.column(name).to_pylist() for name in ("report_id", "length_sum", "length_count"))
    return {report: total + len(PARAGRAPH_BREAK) * (number - 1) for report, total, number in zip(*read, strict=True)}


def facts_total(tables: Mapping[str, pa.Table]) -> int:
    """The number of facts in all fact tables."""
    return sum(tables[name].num_rows for name in FACT_NAMES)


def residue_share(tables: Mapping[str, pa.Table]) -> float:
    """Residual numbers as a share (0 to 1) of residual numbers and facts together."""
    residue, facts = tables["residual_numbers"].num_rows, facts_total(tables)
    return residue / (residue + facts) if residue + facts else 0.0


def reference_columns(frame: pd.DataFrame, table: Table, tables: Mapping[str, pa.Table]) -> dict[str, str]:
    """Add to `frame` a True/False column for each foreign key; returns their meaning in words by column name.

    The rows of `frame` are those of `tables[table.name]`, in their order.
    """
    meaning: dict[str, str] = {}
    for column in table.columns:
        if column.references is None or (table.name in CITING and column.name in ("report_id", "country_code")):
            continue  # those two of a citation are judged against its own report
        parent, parent_key = column.references.split(".")
        cells, known = tables[table.name].column(column.name), tables[parent].column(parent_key).combine_chunks()
        name = f"{column.name} in {parent}"
        frame[name] = pc.or_(pc.is_in(cells, known), pc.is_null(cells)).to_pandas()
        meaning[name] = f"{column.name} is in {column.references}"
    return meaning


def count_by(tables: Iterable[pa.Table], keys: Sequence[str]) -> dict[tuple[Any, ...], int]:
    """Rows of all `tables` by the values of `keys`."""
    counts: dict[tuple[Any, ...], int] = {}
    for rows in tables:
        grouped = rows.select(list(keys)).group_by(list(keys)).aggregate([([], "count_all")])
        for *key, number in zip(*(grouped.column(at).to_pylist() for at in range(len(keys) + 1)), strict=True):
            counts[tuple(key)] = counts.get(tuple(key), 0) + number
    return counts


def report_counts(tables: Mapping[str, pa.Table]) -> pd.DataFrame:
    """`dim_report` with what the other tables hold of each report: facts, characters, paragraphs, current versions."""
    frame = frame_of(tables["dim_report"])
    facts = count_by((tables[name] for name in FACT_NAMES), ["report_id"])
    paragraphs = count_by([tables["report_paragraphs"]], ["report_id"])
    versions = tables["report_versions"]
    current = count_by([versions.filter(versions.column("is_current"))], ["report_id"])
    characters = _joined_lengths(tables["report_paragraphs"])
    reports = list(frame["report_id"])
    frame["facts_counted"] = [facts.get((report,), 0) for report in reports]
    frame["paragraphs_counted"] = [paragraphs.get((report,), 0) for report in reports]
    frame["characters_joined"] = [characters.get(report, 0) for report in reports]
    frame["current_versions"] = [current.get((report,), 0) for report in reports]
    return frame


def coverage_counts(tables: Mapping[str, pa.Table]) -> pd.DataFrame:
    """`coverage` with the sum of its own counts and the facts that the fact tables hold."""
    frame = frame_of(tables["coverage"])
    counted = count_by((tables[name] for name in FACT_NAMES), ["country_code", "edition_year"])
    frame["facts_listed"] = frame[list(FACT_NAMES)].sum(axis=1)
    frame["facts_counted"] = [
        counted.get(key, 0) for key in zip(frame["country_code"], frame["edition_year"], strict=True)
    ]
    return frame


def chosen_facts(tables: Mapping[str, pa.Table]) -> dict[str, Any]:
    """The figure that `law_enforcement_by_year` gives for each fact_id that it names."""
    yearly = tables["law_enforcement_by_year"]
    chosen: dict[str, Any] = {}
    for name in MEASURE_COLUMNS:
        ids, values = yearly.column(f"{name}_fact_id").to_pylist(), yearly.column(name).to_pylist()
        chosen.update({fact: value for fact, value in zip(ids, values, strict=True) if fact is not None})
    return chosen


def fact_values(tables: Mapping[str, pa.Table]) -> dict[str, Any]:
    """The value of every fact by fact_id; None where the table has no values."""
    values: dict[str, Any] = {}
    for name in FACT_NAMES:
        rows = tables[name]
        stated = rows.column("value").to_pylist() if "value" in rows.column_names else [None] * len(rows)
        values.update(zip(rows.column("fact_id").to_pylist(), stated, strict=True))
    return values


def strange_facts(rows: pa.Table, columns: Sequence[str], known: Mapping[str, Any]) -> list[str | None]:
    """For each row, the first fact_id in `columns` (ids or lists of ids) that no fact has; None if all are known."""
    read = [rows.column(name).to_pylist() for name in columns]
    return [next((fact for fact in _flat(cells) if fact not in known), None) for cells in zip(*read, strict=True)]


def _flat(cells: Iterable[Any]) -> Iterable[str]:
    for cell in cells:
        if isinstance(cell, list):
            yield from cell
        elif cell is not None:
            yield cell


def yearly_frame(tables: Mapping[str, pa.Table]) -> pd.DataFrame:
    """`law_enforcement_by_year` with, for each row, the first fact_id that no fact has and the first wrong figure."""
    rows, known = tables["law_enforcement_by_year"], fact_values(tables)
    frame = frame_of(rows)
    frame["strange_fact"] = strange_facts(rows, [f"{name}_fact_id" for name in MEASURE_COLUMNS], known)
    wrong: list[str | None] = [None] * len(rows)
    for name in MEASURE_COLUMNS:
        ids, values = rows.column(f"{name}_fact_id").to_pylist(), rows.column(name).to_pylist()
        for place, (fact, value) in enumerate(zip(ids, values, strict=True)):
            # A figure and its fact stand or fall together: neither may be there without the other.
            if wrong[place] is None and value != (known.get(fact) if fact is not None else None):
                wrong[place] = f"{name} {value} of fact {fact}"
    frame["wrong_figure"] = wrong
    return frame
