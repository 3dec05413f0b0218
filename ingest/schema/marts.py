"""The marts: what the warehouse publishes, in the contract's words. Facts come from `facts`, the rest is here."""

from __future__ import annotations

from dataclasses import replace

from ingest.schema.columns import Column, Table
from ingest.schema.facts import (
    FACT_TABLES,
    PROVENANCE,
    REPORT_PARAGRAPHS,
    RESIDUAL_NUMBERS,
    TRAFFICKING_TYPES,
)

_REPORT_ID, _COUNTRY, _EDITION = PROVENANCE[1], PROVENANCE[2], PROVENANCE[3]

# Only these hold numbers that `law_enforcement_by_year` chooses from.
HEADLINE_TABLES = ("fact_prosecutions", "fact_victims")
_IS_HEADLINE = Column(
    "is_headline", "BOOLEAN",
    "The row was chosen for law_enforcement_by_year: a plain SUM over such rows of one stage or action and one "
    "trafficking_type is safe.", True,
)  # fmt: skip


def _mart(table: Table) -> Table:
    if table.name not in HEADLINE_TABLES:
        return table
    return replace(table, columns=(*table.columns, _IS_HEADLINE), _by_name={})


DIM_COUNTRY = Table(
    name="dim_country",
    grain="One country or territory that any fact refers to, as country, origin or destination.",
    description="Countries and territories, with regions, bureaus and what came after them.",
    columns=(
        Column("country_code", "VARCHAR", "ISO 3166-1 alpha-3 when the edition was written; Kosovo XKX.", True),
        Column("iso_alpha2", "VARCHAR", "ISO 3166-1 alpha-2 code."),
        Column("iso_numeric", "VARCHAR", "ISO 3166-1 numeric code, three digits."),
        Column("name", "VARCHAR", "Name as the latest edition writes it.", True),
        Column("official_name", "VARCHAR", "Official name."),
        Column("un_region", "VARCHAR", "UN M49 region."),
        Column("un_subregion", "VARCHAR", "UN M49 subregion."),
        Column("state_department_bureau", "VARCHAR", "Regional bureau of the Department of State.", False,
               ("AF", "EAP", "EUR", "NEA", "SCA", "WHA")),
        Column("successor_codes", "VARCHAR[]", "Codes of the countries that came after.", True),
        Column("first_edition", "SMALLINT", "First edition with a report on the country; NULL without a report."),
        Column("last_edition", "SMALLINT", "Last edition with a report on the country; NULL without a report."),
        Column("reports", "INTEGER", "Number of current reports on the country.", True),
    ),
    primary_key=("country_code",),
    sort=("country_code",),
)  # fmt: skip

DIM_REPORT = Table(
    name="dim_report",
    grain="One report: family, country and edition, with its current document.",
    description="Reports, and the file that each was read from.",
    columns=(
        Column("report_id", "VARCHAR", "<family>:<country_code>:<edition_year>.", True),
        Column("family", "VARCHAR", "tip_report, or world_factbook (a summary of a report).", True,
               ("tip_report", "world_factbook")),
        _COUNTRY, _EDITION,
        Column("title", "VARCHAR", "Title line of the document.", True),
        Column("source_path", "VARCHAR", "File that the document was read from, relative to the landing folder.", True),
        Column("source_format", "VARCHAR", "Format of the file.", True, ("text", "html", "pdf")),
        Column("source_sha256", "VARCHAR", "SHA-256 of the file.", True),
        Column("publisher", "VARCHAR", "Who published the file (refworld, state.gov, …), where it can be told."),
        Column("characters", "INTEGER", "Length of the document text in characters.", True),
        Column("paragraphs", "INTEGER", "Number of paragraphs of the document text.", True),
        Column("facts", "INTEGER", "Number of rows in all fact tables.", True),
        Column("extractor_version", "VARCHAR", "Version of the extractor that read the document.", True),
    ),
    primary_key=("report_id",),
    sort=("country_code", "edition_year", "report_id"),
)  # fmt: skip

REPORT_VERSIONS = Table(
    name="report_versions",
    grain="One document ever read for a report.",
    description="Every document ever read, the current one, those that it supersedes, and those that were withdrawn.",
    columns=(
        # Not a reference: a report whose documents were all withdrawn is no longer in dim_report.
        replace(_REPORT_ID, references=None, description="The report that the document is of."),
        Column("source_path", "VARCHAR", "File, relative to the landing folder.", True),
        Column("source_sha256", "VARCHAR", "SHA-256 of the file.", True),
        Column("is_current", "BOOLEAN", "The marts hold this document's facts.", True),
        Column("superseded_by", "VARCHAR", "SHA-256 of the file that took its place; NULL where none did."),
        Column("reason", "VARCHAR", "Why it is current, superseded or withdrawn.", True),
    ),
    primary_key=("report_id", "source_path", "source_sha256"),
    sort=("report_id", "source_path", "source_sha256"),
)  # fmt: skip

DIM_YEAR = Table(
    name="dim_year",
    grain="One year that an edition, a figure or a tier speaks of.",
    description="Years, with the edition of that year and the period that it covers.",
    columns=(
        Column("year", "SMALLINT", "The year.", True),
        Column("edition_title", "VARCHAR", "Title of the edition of that year; NULL before the first edition."),
        Column("reporting_period_start", "DATE", "First day that the edition of that year covers."),
        Column("reporting_period_end", "DATE", "Last day that the edition of that year covers."),
    ),
    primary_key=("year",),
    sort=("year",),
)

COVERAGE = Table(
    name="coverage",
    grain="One country and edition.",
    description="Which reports we have, so that NULL can be told from 'we have no report'.",
    columns=(
        _COUNTRY, _EDITION,
        Column("coverage", "VARCHAR", "tip_report, factbook_only, or missing.", True,
               ("tip_report", "factbook_only", "missing")),
        *(Column(table.name, "INTEGER", f"Rows of {table.name} from the country's reports of this edition.", True)
          for table in FACT_TABLES),
    ),
    primary_key=("country_code", "edition_year"),
    sort=("country_code", "edition_year"),
)  # fmt: skip

RESTATEMENTS = Table(
    name="restatements",
    grain="One value that a later edition gives differently.",
    description="Where two consecutive TIP reports that state a figure give different values for it.",
    columns=(
        Column("restatement_id", "VARCHAR", "Stable key, made like fact_id.", True),
        _COUNTRY,
        Column("measure", "VARCHAR", "Stage or action with unit, subject and period type, joined by '/'.", True),
        Column("trafficking_type", "VARCHAR", "Form of exploitation.", True, TRAFFICKING_TYPES),
        Column("data_year", "SMALLINT", "The year that the figure speaks of.", True),
        Column("earlier_edition", "SMALLINT", "Edition that gave the earlier value.", True),
        Column("earlier_value", "BIGINT", "The earlier value.", True),
        Column("earlier_fact_id", "VARCHAR", "The fact that states it.", True),
        Column("later_edition", "SMALLINT", "Edition that gave the later value.", True),
        Column("later_value", "BIGINT", "The later value.", True),
        Column("later_fact_id", "VARCHAR", "The fact that states it.", True),
    ),
    primary_key=("restatement_id",),
    sort=("country_code", "data_year", "measure", "trafficking_type", "earlier_edition", "restatement_id"),
)  # fmt: skip

QUALITY_ISSUES = Table(
    name="quality_issues",
    grain="One doubt about the source.",
    description="What the source gets wrong or leaves in doubt; kept, and never repaired in silence.",
    columns=(
        Column("issue_id", "VARCHAR", "Stable key, made like fact_id.", True),
        _REPORT_ID,
        Column("check_name", "VARCHAR", "The check that found it.", True),
        Column("severity", "VARCHAR", "info, warning or error.", True, ("info", "warning", "error")),
        Column("expected", "VARCHAR", "What the check expected."),
        Column("actual", "VARCHAR", "What the report says."),
        Column("fact_ids", "VARCHAR[]", "The facts that it concerns.", True),
        Column("message", "VARCHAR", "The doubt in words.", True),
    ),
    primary_key=("issue_id",),
    sort=("report_id", "check_name", "issue_id"),
)  # fmt: skip

# measure -> (fact table, the value of its stage or action)
MEASURES: dict[str, tuple[str, str]] = {
    "investigations": ("fact_prosecutions", "investigation"),
    "prosecutions": ("fact_prosecutions", "prosecution"),
    "convictions": ("fact_prosecutions", "conviction"),
    "victims_identified": ("fact_victims", "identified"),
}


def _measure_columns() -> tuple[Column, ...]:
    columns: list[Column] = []
    for measure in MEASURES:
        for suffix, of in (("", ""), ("_sex", ", sex trafficking"), ("_labor", ", labor trafficking")):
            name, words = f"{measure}{suffix}", f"{measure.replace('_', ' ')}{of}"
            columns += [
                Column(name, "BIGINT", f"Number of {words}; NULL where no report gives it."),
                Column(f"{name}_edition", "SMALLINT", f"Edition that gives {words}."),
                Column(f"{name}_unit", "VARCHAR", f"What is counted in {words}: person, case or unspecified."),
                Column(f"{name}_qualifier", "VARCHAR", f"How exact the number of {words} is."),
                Column(f"{name}_fact_id", "VARCHAR", f"The fact that gives {words}."),
            ]
    return tuple(columns)


LAW_ENFORCEMENT_BY_YEAR = Table(
    name="law_enforcement_by_year",
    grain="One country and data year.",
    description="The figures most people want: what each government did in each year, with where each number stands.",
    columns=(
        _COUNTRY,
        Column("data_year", "SMALLINT", "The year that the figures speak of.", True),
        *_measure_columns(),
        Column("tier", "VARCHAR", "Tier in the edition of data_year + 1."),
        Column("tier_edition", "SMALLINT", "Edition of the tier."),
        Column("restated", "BOOLEAN", "A later edition gives one of the measures differently.", True),
    ),
    primary_key=("country_code", "data_year"),
    sort=("country_code", "data_year"),
)

DIMENSIONS: tuple[Table, ...] = (DIM_COUNTRY, DIM_REPORT, DIM_YEAR, COVERAGE, REPORT_VERSIONS)
MARTS: tuple[Table, ...] = (
    *(_mart(table) for table in FACT_TABLES),
    LAW_ENFORCEMENT_BY_YEAR,
    RESTATEMENTS,
    QUALITY_ISSUES,
    RESIDUAL_NUMBERS,
    REPORT_PARAGRAPHS,
    *DIMENSIONS,
)
