"""A small lake for tests, written from the schema: three countries, editions 2007 to 2009, two families."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ingest.home import Home
from ingest.schema import LAKE_TABLES, Table
from tip_warehouse.release.build import DbtReport, run_dbt_build
from tip_warehouse.release.load import LoadReport, load_candidate
from tip_warehouse.release.tables import RAW_COUNTRIES, RAW_DOCUMENTS, RAW_LAKE_TABLES

RAW = {table.name: table for table in RAW_LAKE_TABLES}
_EMPTY: dict[str, object] = {
    "VARCHAR": "text", "SMALLINT": 1, "INTEGER": 0, "BIGINT": 0, "BOOLEAN": False, "VARCHAR[]": [],
}  # fmt: skip


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def countries(*codes: str) -> pa.Table:
    names = {"GEO": "Georgia", "MDA": "Moldova", "TUR": "Turkey", "UKR": "Ukraine"}
    rows: list[dict[str, Any]] = [
        {"country_code": code, "iso_alpha2": code[:2], "iso_numeric": None, "name": names[code],
         "official_name": names[code], "un_region": "Europe", "un_subregion": "Eastern Europe",
         "state_department_bureau": "EUR", "successor_codes": [],
         "valid_from": 2009 if code == "UKR" else None, "valid_to": None}
        for code in codes or tuple(names)
    ]  # fmt: skip
    return pa.Table.from_pylist(rows, RAW_COUNTRIES.arrow_schema())


class Lake:
    """Documents and facts of a test; `write` puts them where ingest would."""

    def __init__(self) -> None:
        self.documents: list[dict[str, Any]] = []
        self.rows: dict[str, list[dict[str, Any]]] = defaultdict(list)

    def report(self, report_id: str, version: str = "a", **values: Any) -> str:
        """Add a document of a report and return its id."""
        family, country_code, edition_year = report_id.split(":")
        document_id = sha256(f"{report_id}/{version}")[:16]
        self.documents.append({
            "document_id": document_id, "report_id": report_id, "family": family, "country_code": country_code,
            "edition_year": int(edition_year), "title": f"Report {edition_year} on {country_code}",
            "source_path": f"{family}/{edition_year}/{country_code}-{version}.txt", "source_format": "text",
            "source_sha256": sha256(document_id), "publisher": None, "characters": 400, "paragraphs": 1,
            "extractor_version": "test", "characters_repaired": False, "is_current": True,
            "superseded_by": None, "reason": "only document",
            **values,
        })  # fmt: skip
        return document_id

    def add(self, table: str, document_id: str, **values: Any) -> str:
        """Add a row of `document_id` with defaults for all columns that are not given; return its id."""
        document = next(row for row in self.documents if row["document_id"] == document_id)
        row: dict[str, Any] = {"document_id": document_id}
        ordinal = len(self.rows[table])
        for column in RAW[table].columns[1:]:
            given = column.enum[0] if column.enum and column.required else None
            fallback = column.default if column.default is not None else given
            if fallback is None and column.required:
                fallback = _EMPTY[column.sql]
            row[column.name] = list(fallback) if isinstance(fallback, tuple) else fallback
        for name in ("report_id", "country_code", "edition_year"):
            row[name] = document[name]
        key = RAW[table].primary_key[0]
        if key != "report_id":
            row[key] = sha256(f"{document_id}/{table}/{ordinal}")[:16]
        if "data_year" in row:
            row["data_year"] = document["edition_year"] - 1
        row |= {"char_start": 10 * ordinal, "char_end": 10 * ordinal + 5} | values
        self.rows[table].append(row)
        return str(row[key])

    def write(self, home: Home) -> pa.Table:
        """Write the lake of `home` and return the selection."""
        for table in LAKE_TABLES:
            editions: dict[int, list[dict[str, Any]]] = defaultdict(list)
            for row in self.rows[table.name]:
                editions[row["edition_year"]].append(row)
            for edition, rows in editions.items():
                folder = home.lake / table.name / f"edition_year={edition}"
                folder.mkdir(parents=True, exist_ok=True)
                pq.write_table(arrow(RAW[table.name], rows), folder / f"{table.name}.parquet")
        return arrow(RAW_DOCUMENTS, self.documents)


def arrow(table: Table, rows: list[dict[str, Any]]) -> pa.Table:
    schema = pa.schema([field.with_nullable(True) for field in table.arrow_schema()])
    return pa.Table.from_pylist(rows, schema)


def small_lake() -> Lake:
    """Reports with every kind of fact, a restatement, doubts, a superseded document and an unreported country."""
    lake = Lake()
    mda_2007 = lake.report("tip_report:MDA:2007")
    mda_2008 = lake.report("tip_report:MDA:2008")
    mda_2009 = lake.report("world_factbook:MDA:2009")
    geo_2008 = lake.report("tip_report:GEO:2008")
    geo_fact = lake.report("world_factbook:GEO:2008")
    ukr_2009 = lake.report("tip_report:UKR:2009", "b", reason="newer file of the same report")
    ukr_old = lake.report("tip_report:UKR:2009", "a", is_current=False, superseded_by=sha256("b"), reason="superseded")
    count = "fact_prosecutions"
    lake.add(count, mda_2007, stage="conviction", unit="person", value=31, period_type="calendar_year")
    lake.add(count, mda_2007, stage="investigation", unit="case", value=40, period_type="calendar_year")
    lake.add(count, mda_2007, stage="investigation", unit="case", value=55, scope="part",
             period_type="calendar_year")  # fmt: skip
    lake.add(count, mda_2008, stage="conviction", unit="person", value=33, data_year=2006,
             period_type="calendar_year", is_comparison=True)  # fmt: skip
    lake.add(count, mda_2008, stage="conviction", unit="person", value=0, status="zero",
             period_type="calendar_year")  # fmt: skip
    lake.add(count, mda_2008, stage="prosecution", status="not_reported", value=None, qualifier=None)
    lake.add(count, mda_2009, stage="investigation", unit="case", value=12)
    lake.add(count, geo_2008, stage="conviction", unit="person", subject="officials", value=2)
    lake.add(count, geo_2008, stage="conviction", unit="person", value=9)
    lake.add(count, geo_fact, stage="conviction", unit="person", value=8)
    lake.add(count, geo_fact, stage="prosecution", unit="case", value=14)
    lake.add(count, ukr_old, stage="conviction", unit="person", value=777)
    lake.add(count, ukr_2009, stage="conviction", unit="person", value=70)
    for number, months in ((4, 60), (5, 36), (3, 24)):
        lake.add("fact_sentences", geo_2008, offenders=number, penalty="imprisonment", term_months_min=months,
                 term_months_max=months, scope="part")  # fmt: skip
    lake.add("fact_victims", geo_2008, action="identified", actor="government", value=45)
    lake.add("fact_victims", geo_2008, action="identified", actor="government", value=30, trafficking_type="sex")
    lake.add("fact_victims", geo_2008, action="identified", actor="ngo", value=80)
    lake.add("fact_funding", geo_2008, amount=Decimal("1500.50"), currency="GEL", purpose="prevention",
             funder="government")  # fmt: skip
    lake.add("fact_legal_provisions", geo_2008, articles=["143", "143(1)"], instrument="criminal code",
             penalty_years_max=Decimal("20.00"), is_sufficiently_stringent=True)  # fmt: skip
    lake.add("fact_tier_placement", geo_2008, tier="1", basis="stated")
    lake.add("fact_tier_placement", geo_fact, tier="2", basis="inferred")
    lake.add("fact_tier_placement", mda_2008, tier="2WL", basis="stated")
    lake.add("fact_trafficking_flows", geo_2008, origin_code="GEO", destination_code="TUR", role="source",
             victim_groups=["women"])  # fmt: skip
    lake.add("fact_recommendations", geo_2008, ordinal=1, text="Train more judges.")
    lake.add("fact_treaties", geo_2008, treaty="un_tip_protocol", treaty_text="the Protocol", is_party=True)
    lake.add("fact_outputs", geo_2008, output="officials_trained", unit_text="officers", value=120)
    lake.add("residual_numbers", geo_2008, quote="17", sentence="There were 17 of them.")
    for document in (mda_2007, mda_2008, mda_2009, geo_2008, geo_fact, ukr_2009):
        lake.add("report_paragraphs", document, paragraph=1, text="A paragraph.")
    lake.add("report_paragraphs", ukr_old, paragraph=1, text="The old paragraph.")
    return lake


@cache
def built_home(base: Path) -> tuple[Home, LoadReport, DbtReport]:
    """One built candidate of the small lake for all tests of a process: a build costs seconds. Do not change it."""
    home = Home.at(base / "built").create()
    loaded = load_candidate(home, small_lake().write(home), countries())
    return home, loaded, run_dbt_build(home)
