"""Tables that speak of a release beside the one before it: they lie beside the marts, and no mart depends on them."""

from __future__ import annotations

from ingest.schema.columns import Column, Table
from ingest.schema.facts import FACT_TABLES

# What stands in `column_name` where the whole row came or went.
WHOLE_ROW = "*"
CHANGE_REASONS: dict[str, str] = {
    "new_report": "the release before has no report of this id",
    "revised_report": "other content took the place of the report's file",
    "superseded": "a more complete document of the report took the place of the one before",
    "withdrawn_report": "the report, or the document that stated the fact, was withdrawn",
    "new_extractor": "the same document was read by another version of the extractor",
    "other": "anything else, such as is_headline, which depends on other reports, or a document set aside",
}

CHANGES = Table(
    name="changes",
    grain="One fact that came or went, or one column of a fact that changed, since the release before.",
    description=(
        "What this release says otherwise than the release before it, base_release_id of manifest.json. Facts are told "
        "apart by fact_id, which holds the figure itself: a corrected figure is one fact withdrawn and one added, and "
        "replaces leads from the one to the other. Where a quote stands (char_start, char_end) is no change. Empty in "
        "the first release."
    ),
    columns=(
        Column("change", "VARCHAR", "What became of the fact.", True, ("added", "changed", "withdrawn")),
        Column("reason", "VARCHAR", "Why: " + "; ".join(f"{name}: {words}" for name, words in CHANGE_REASONS.items())
               + ".", True, tuple(CHANGE_REASONS)),
        Column("table_name", "VARCHAR", "The fact's table.", True, tuple(table.name for table in FACT_TABLES)),
        Column("fact_id", "VARCHAR", "The fact; one that was withdrawn stands in the release before.", True),
        Column("report_id", "VARCHAR", "The report that states it, or stated it.", True),
        Column("column_name", "VARCHAR", f"The column that changed; {WHOLE_ROW} where the fact came or went.", True),
        Column("old_value", "VARCHAR", "The value before, as text; NULL where it was NULL, or the fact is new."),
        Column("new_value", "VARCHAR", "The value now, as text; NULL where it is NULL, or the fact is gone."),
        Column("quote", "VARCHAR", "The words that state the fact now, or stated it.", True),
        Column("replaces", "VARCHAR",
               "Of a fact that was added: the withdrawn fact of the same report that differed from it in the figure "
               "alone, where there is exactly one. Of one that was withdrawn: the fact that came in its place."),
        Column("explanation", "VARCHAR", "The reason in words, with the files concerned.", True),
    ),
    primary_key=("table_name", "fact_id", "column_name"),
    sort=("table_name", "report_id", "change", "fact_id", "column_name"),
)  # fmt: skip

RELEASE_TABLES: tuple[Table, ...] = (CHANGES,)
