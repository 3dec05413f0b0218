"""A shelf of small reports of our own making, as a lake and as exported marts, to plant faults in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from string import ascii_uppercase
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ingest import lake
from ingest.document import Document, Paragraph
from ingest.home import Home
from ingest.inventory import Accounting, Inventory
from ingest.schema import FACT_TABLES, LAKE_TABLES, MARTS, MARTS_BY_NAME, Column, Table
from ingest.stages import SELECTION_SCHEMA

EDITION = 2009
CODES = ["".join(letters) for letters in product("ABCDEFGH", ascii_uppercase, ascii_uppercase)]
OVERVIEW = "The country is a source of women who are made to work in the fields of the north. It is placed on Tier 2."
PROSECUTION = "Courts convicted 14 traffickers in 2008, and the police identified 30 victims."
TEXT = f"{OVERVIEW}\n\n{PROSECUTION}"

Row = dict[str, Any]


def document(number: int, text: str = TEXT) -> Document:
    """The report of the country with this number; another text makes another document of the same report."""
    code = CODES[number]
    first, _, second = text.partition("\n\n")
    spans = (
        Paragraph(1, "overview", 0, len(first)),
        Paragraph(2, "prosecution", len(first) + 2, len(first) + 2 + len(second)),
    )
    sha256 = hashlib.sha256(f"{code}{text}".encode()).hexdigest()
    return Document(
        sha256[:16], f"tip_report:{code}:{EDITION}", "tip_report", code, EDITION, f"Report - {code}", text,
        spans, f"{EDITION}/{code}.txt", sha256, "text",
    )  # fmt: skip


def contents_of(of: Document) -> bytes:
    """The bytes whose hash the document names."""
    return f"{of.country_code}{of.text}".encode()


def some(column: Column, name: str) -> Any:
    """A value that the schema allows for a required column, None for any other."""
    if not column.required:
        return None
    if column.sql == "VARCHAR[]":
        return []
    if column.enum:
        return column.default or column.enum[0]
    if column.sql == "BOOLEAN":
        return False
    return name if column.sql == "VARCHAR" else 1


def row(table: Table, **values: Any) -> Row:
    """A row of `table` that the schema allows, with these values."""
    return {column.name: some(column, column.name) for column in table.columns} | values


def fact(table: Table, of: Document, quote: str, **values: Any) -> Row:
    """A fact of `of` that stands at the first place of `quote` in its text."""
    start = of.text.index(quote)
    place = {"report_id": of.report_id, "country_code": of.country_code, "edition_year": of.edition_year}
    if "data_year" in table.column_names:
        place["data_year"] = of.edition_year - 1
    if "qualifier" in table.column_names:
        place["qualifier"] = "exact"
    key = hashlib.sha256(f"{of.report_id}{table.name}{quote}{values}".encode()).hexdigest()[:16]
    section = "overview" if start < of.paragraphs[0].end else "prosecution"
    return row(
        table, section=section, quote=quote, char_start=start, char_end=start + len(quote), rule="tests.planted",
        **{table.primary_key[0]: key}, **place,
    ) | values  # fmt: skip


def facts_of(of: Document) -> dict[str, list[Row]]:
    """Rows of every lake table for one document, its document_id included."""
    by_name = {table.name: table for table in LAKE_TABLES}
    found = {
        "fact_prosecutions": [
            fact(by_name["fact_prosecutions"], of, "convicted 14 traffickers in 2008", stage="conviction",
                 unit="person", value=14)
        ],
        "fact_victims": [
            fact(by_name["fact_victims"], of, "identified 30 victims", action="identified", actor="government",
                 value=30)
        ],
        "fact_tier_placement": [fact(by_name["fact_tier_placement"], of, "placed on Tier 2", tier="2")],
        "fact_trafficking_flows": [
            fact(by_name["fact_trafficking_flows"], of, "source of women", role="internal",
                 origin_code=of.country_code, destination_code=of.country_code)
        ],
        "report_paragraphs": [
            row(by_name["report_paragraphs"], report_id=of.report_id, country_code=of.country_code,
                edition_year=of.edition_year, paragraph=span.number, section=span.section, char_start=span.start,
                char_end=span.end, text=of.text[span.start : span.end])
            for span in of.paragraphs
        ],
    }  # fmt: skip
    return {
        name: [{"document_id": of.document_id, **one} for one in found.get(name, [])] for name in by_name
    }  # fmt: skip


@dataclass
class Shelf:
    """Documents and the rows of all lake tables, to be changed by a test and then written."""

    documents: list[Document]
    rows: dict[str, list[Row]] = field(default_factory=dict)

    @classmethod
    def of(cls, number: int) -> Shelf:
        """A shelf of so many reports without a fault."""
        shelf = cls([], {table.name: [] for table in LAKE_TABLES})
        for place in range(number):
            shelf.add(document(place))
        return shelf

    def of_document(self, table: str, number: int) -> Row:
        """The first row of a table that comes from the document with this number."""
        wanted = self.documents[number].document_id
        return next(one for one in self.rows[table] if one["document_id"] == wanted)

    def plant(self, number: int, table: str, quote: str = "identified 30 victims", **values: Any) -> None:
        """Add a row to a table that has none by itself."""
        of = self.documents[number]
        schema = next(one for one in LAKE_TABLES if one.name == table)
        self.rows[table].append({"document_id": of.document_id, **fact(schema, of, quote, **values)})

    def add(self, of: Document) -> None:
        """Put another document with its facts on the shelf."""
        self.documents.append(of)
        for name, rows in facts_of(of).items():
            self.rows[name] += rows

    def write(self, home: Home) -> Home:
        """Write the lake, and an inventory that has seen a file for each document."""
        home.create()
        for one in self.documents:
            file = home.landing / f"{one.country_code}-{one.document_id}.txt"
            file.write_bytes(contents_of(one))
        with Inventory.open(home) as inventory:
            inventory.take(inventory.scan(settle_seconds=0))
        ids = [one.document_id for one in self.documents]
        known = frozenset(ids)
        lake.merge_documents(home.lake, EDITION, [lake.document_row(one, "tests") for one in self.documents], known)
        lake.merge_facts(home.lake, EDITION, self.rows, ids, known)
        return home

    def selection(self) -> pa.Table:
        """All documents; the first one of each report is its current one."""
        rows: list[Row] = []
        for one in self.documents:
            first = all(row["report_id"] != one.report_id for row in rows)
            verdict = {"is_current": first, "superseded_by": None, "reason": "the first on the shelf"}
            rows.append(lake.document_row(one, "tests") | verdict)
        return pa.Table.from_pylist(
            [{name: one[name] for name in SELECTION_SCHEMA.names} for one in rows], SELECTION_SCHEMA
        )

    def accounting(self, **changes: int) -> Accounting:
        """Accounts that balance, but for `changes`."""
        number = len(self.documents)
        counts = {"seen": number + 3, "loaded": number, "superseded": 1, "duplicate": 1, "quarantined": 1, "pending": 0}
        return Accounting(**(counts | {"new": number} | changes))

    def marts(self) -> dict[str, list[Row]]:
        """The rows of all marts that this shelf's facts make; the convictions of each country are chosen."""
        marts: dict[str, list[Row]] = {table.name: [] for table in MARTS}
        for name, rows in self.rows.items():
            marts[name] = [{key: value for key, value in one.items() if key != "document_id"} for one in rows]
        for name in ("fact_prosecutions", "fact_victims"):
            for one in marts[name]:
                one["is_headline"] = name == "fact_prosecutions"
        codes = {one.country_code for one in self.documents}
        marts["dim_country"] = [row(MARTS_BY_NAME["dim_country"], country_code=code, name=code) for code in codes]
        marts["dim_year"] = [row(MARTS_BY_NAME["dim_year"], year=year) for year in (EDITION - 1, EDITION)]
        for of in self.documents:
            counts = {
                table.name: sum(one["report_id"] == of.report_id for one in marts[table.name]) for table in FACT_TABLES
            }
            place = {"country_code": of.country_code, "edition_year": of.edition_year}
            marts["dim_report"].append(row(
                MARTS_BY_NAME["dim_report"], report_id=of.report_id, **place, title=of.title,
                source_path=of.source_path, source_sha256=of.source_sha256, characters=len(of.text),
                paragraphs=len(of.paragraphs), facts=sum(counts.values()),
            ))  # fmt: skip
            marts["report_versions"].append(row(
                MARTS_BY_NAME["report_versions"], report_id=of.report_id, source_path=of.source_path,
                source_sha256=of.source_sha256, is_current=True,
            ))  # fmt: skip
            marts["coverage"].append(row(MARTS_BY_NAME["coverage"], **place, **counts))
        for one in marts["fact_prosecutions"]:
            marts["law_enforcement_by_year"].append(row(
                MARTS_BY_NAME["law_enforcement_by_year"], country_code=one["country_code"],
                data_year=one["data_year"], convictions=one["value"], convictions_fact_id=one["fact_id"],
            ))  # fmt: skip
        return marts


def write_marts(folder: Path, marts: dict[str, list[Row]]) -> Path:
    """Write the Parquet file of every mart."""
    folder.mkdir(parents=True, exist_ok=True)
    for table in MARTS:
        pq.write_table(pa.Table.from_pylist(marts[table.name], table.arrow_schema()), folder / f"{table.name}.parquet")
    return folder
