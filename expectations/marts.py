"""The frames of gate B: each mart with what it says of other marts, and what is expected of that. Imports GX."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import pyarrow as pa

from expectations import frames, reconcile, suites
from expectations.bounds import Bounds
from expectations.engine import gxe, said
from ingest.schema import Table

_NAMING_FACTS: dict[str, tuple[str, ...]] = {
    "law_enforcement_by_year": (),
    "restatements": ("earlier_fact_id", "later_fact_id"),
    "quality_issues": ("fact_ids",),
}


def mart_frame(table: Table, tables: Mapping[str, pa.Table], bounds: Bounds) -> tuple[pd.DataFrame, list[Any]]:
    """The frame of a mart with what it says of other marts, and the expectations on that."""
    rows = tables[table.name]
    extra: list[Any] = []
    if table.name == "dim_report":
        frame = frames.report_counts(tables)
        frame["unlogged_sum"] = reconcile.unlogged_sums(tables, list(frame["report_id"]))
        extra += [
            suites.agreement("facts", "facts_counted", "facts is the number of rows in the fact tables",
                             "users weigh reports by this count"),
            suites.agreement("characters", "characters_joined", "the paragraphs joined have as many characters",
                             "offsets count characters of this text"),
            suites.agreement("paragraphs", "paragraphs_counted", "paragraphs is the number of rows in "
                             "report_paragraphs", "a paragraph would be missing from the text"),
            said(gxe.ExpectColumnValuesToBeBetween, "report_versions has one current version of the report",
                 column="current_versions", min_value=1, max_value=1, why="a report is read from one document"),
            said(gxe.ExpectColumnValuesToBeNull, "totals by type add up to the total, or quality_issues says so",
                 column="unlogged_sum", severity="warn",
                 why="what the source gets wrong is kept, and never passed over in silence"),
        ]  # fmt: skip
        frame.attrs["labels"] = ("report_id",)
    elif table.name == "coverage":
        frame = frames.coverage_counts(tables)
        extra.append(suites.agreement("facts_listed", "facts_counted", "its counts are those of the fact tables",
                                      "NULL could not be told from 'we have no report'"))  # fmt: skip
    elif table.name == "law_enforcement_by_year":
        frame = frames.yearly_frame(tables)
        frame["jump"] = reconcile.jumps(rows, bounds.jump_factor, bounds.jump_from)
        extra += [
            said(gxe.ExpectColumnValuesToBeNull, "every figure is the value of its fact", column="wrong_figure",
                 why="the number would not be what its source states"),
            said(gxe.ExpectColumnValuesToBeNull,
                 f"no figure is {bounds.jump_factor:g} times that of the year before, or that part of it",
                 column="jump", severity="warn",
                 why="such jumps are rare in the world and common where a number was misread"),
        ]  # fmt: skip
        frame.attrs["labels"] = ("country_code", "data_year")
    else:
        frame = frames.frame_of(rows)
    if table.name == "report_versions":
        # Versions that were taken out keep their rows, and may have no report any more; current ones have one.
        reports = set(tables["dim_report"].column("report_id").to_pylist())
        frame["has_report"] = frame["report_id"].isin(reports) | ~frame["is_current"]
        extra += suites.references(table.name, {"has_report": "the report of a current version is in dim_report"})
        frame.attrs["labels"] = ("report_id",)
    if table.name in _NAMING_FACTS:
        if "strange_fact" not in frame.columns:
            known = frames.fact_values(tables)
            frame["strange_fact"] = pa.array(
                frames.strange_facts(rows, _NAMING_FACTS[table.name], known), pa.string()
            ).to_pandas()
        extra.append(said(gxe.ExpectColumnValuesToBeNull, "every fact_id that it names is a fact",
                          column="strange_fact", why="a number could not be traced to its sentence"))  # fmt: skip
    if "is_headline" in table.column_names:
        chosen = frames.chosen_facts(tables)
        frame["chosen"] = frame["fact_id"].isin(chosen)
        extra.append(suites.agreement("is_headline", "chosen", "is_headline marks the facts that "
                                      "law_enforcement_by_year names",
                                      "a plain SUM over such rows would count too much or too little"))  # fmt: skip
    meaning = frames.reference_columns(frame, table, tables)
    return frame, extra + suites.references(table.name, meaning)
