"""The one schema: every table, column, type and meaning that the rest of the project renders."""

from __future__ import annotations

from ingest.schema.columns import Column, Table, arrow_type
from ingest.schema.facts import FACT_TABLES, LAKE_TABLES, REPORT_PARAGRAPHS, RESIDUAL_NUMBERS
from ingest.schema.marts import MARTS, MEASURES
from ingest.schema.releases import CHANGES, RELEASE_TABLES

FACTS_BY_NAME: dict[str, Table] = {table.name: table for table in FACT_TABLES}
MARTS_BY_NAME: dict[str, Table] = {table.name: table for table in MARTS}
# All that a release holds as Parquet: the marts, and what stands beside them.
PUBLISHED_BY_NAME: dict[str, Table] = {table.name: table for table in (*MARTS, *RELEASE_TABLES)}

__all__ = [
    "CHANGES",
    "FACTS_BY_NAME",
    "FACT_TABLES",
    "LAKE_TABLES",
    "MARTS",
    "MARTS_BY_NAME",
    "MEASURES",
    "PUBLISHED_BY_NAME",
    "RELEASE_TABLES",
    "REPORT_PARAGRAPHS",
    "RESIDUAL_NUMBERS",
    "Column",
    "Table",
    "arrow_type",
]
