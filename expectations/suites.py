"""The suites as code: what the schema says of each table, and what else is expected of it. Importing it imports GX.

Expectations of level `document` set aside the documents whose rows break them; all others refuse the run.
"""

from __future__ import annotations

from typing import Any

from expectations.bounds import Bounds, ValueBound
from expectations.engine import Expectation, ExpectationSuite, RowColumn, gxe, said
from expectations.report import Level, Severity
from ingest.schema import FACTS_BY_NAME, Table

# Settings of expectations about two columns: leave out rows where either is missing; leave out no row.
_BOTH: dict[str, Any] = {"ignore_row_if": "either_value_is_missing"}
_NEVER: dict[str, Any] = {"ignore_row_if": "neither"}


def schema_suite() -> ExpectationSuite:
    """Columns, order, types and NULLs of all tables of a gate: one row of the frame is one column of one table."""
    return ExpectationSuite(
        name="schema",
        expectations=[
            _rows(1),
            said(
                gxe.ExpectColumnPairValuesToBeEqual, "its columns are the schema's, in order",
                column_A="column", column_B="wanted_column", **_NEVER,
                why="users and models find columns by these names and in this order",
            ),
            said(
                gxe.ExpectColumnPairValuesToBeEqual, "its columns have the schema's types",
                column_A="type", column_B="wanted_type", **_NEVER,
                why="another type changes what users read",
            ),
            said(
                gxe.ExpectColumnValuesToBeBetween, "its required columns hold no NULL", column="nulls", max_value=0,
                why="the schema promises a value in every row",
            ),
        ],
    )  # fmt: skip


def table_suite(table: Table, bounds: Bounds, floor: int, level: Level) -> ExpectationSuite:
    """What is expected of one table's rows: floor, key, enumerations and value bounds.

    `floor` is the least number of rows; `level` is that of a single bad row.
    """
    suite = [
        _rows(floor),
        _unique(table),
    ]  # fmt: skip
    for column in table.columns:
        if column.enum:
            suite.append(said(
                gxe.ExpectColumnValuesToBeInSet, f"{column.name} is one of {', '.join(column.enum)}",
                column=column.name, value_set=list(column.enum), level=level,
                why="the enumeration is closed",
            ))  # fmt: skip
    if table.name in FACTS_BY_NAME:
        suite += [_within(bound, level) for bound in bounds.values.get(table.name, ())]
        for low, high in bounds.ranges.get(table.name, ()):
            suite.append(said(
                gxe.ExpectColumnPairValuesAToBeGreaterThanB, f"{low} is not above {high}",
                column_A=high, column_B=low, or_equal=True, level=level, **_BOTH,
                why="the ends of a range stand in order",
            ))  # fmt: skip
    return ExpectationSuite(name=table.name, expectations=suite)


def _rows(floor: int) -> Expectation:
    """The floor of a suite: an empty frame keeps every other expectation."""
    return said(
        gxe.ExpectTableRowCountToBeBetween, f"rows number at least {floor:,}", min_value=floor,
        why="a table that lost its rows passes every other expectation",
    )  # fmt: skip


def inventory_suite() -> ExpectationSuite:
    """What is expected of the inventory: the frame has one row for each path and content ever seen.

    `is_relative` is true where a path stays inside the landing folder, `in_raw` where the raw store has the content.
    """
    return ExpectationSuite(
        name="inventory",
        expectations=[
            _rows(1),
            said(
                gxe.ExpectCompoundColumnsToBeUnique, "path and sha256 are unique", column_list=["path", "sha256"],
                why="a content at a path is one document",
            ),
            said(
                gxe.ExpectColumnValueLengthsToBeBetween, "sha256 is a whole hash, or says that there is no content",
                column="sha256", min_value=37, max_value=64, why="contents are found by their hash",
            ),
            said(
                gxe.ExpectColumnValuesToBeInSet, "path is relative to the landing folder", column="is_relative",
                value_set=[True], why="a path of one machine means nothing on another",
            ),
            said(
                gxe.ExpectColumnValuesToBeInSet, "the raw store holds the content", column="in_raw", value_set=[True],
                why="everything else is rebuilt from raw/; restore the file there from a backup",
            ),
        ],
    )  # fmt: skip


def editions_suite(floor: int) -> ExpectationSuite:
    """What is expected of each edition (`expectations.editions` makes the frame; [editions] in bounds.toml bounds it).

    `floor` is the least number of rows of the frame.
    """
    broken = "an edition so different from all others means that a rule or a reader lost it"
    doubtful = "an edition so different from all others is worth a look at its documents and residual_numbers"
    ends: list[tuple[str, str, str, Severity, str]] = [
        ("found", "least", "no edition is below its minimum", "error", broken),
        ("most", "found", "no edition is above its ceiling", "error", broken),
        ("found", "usual_least", "no edition is below what is usual", "warn", doubtful),
        ("usual_most", "found", "no edition is above what is usual", "warn", doubtful),
    ]
    return ExpectationSuite(
        name="editions",
        expectations=[
            _rows(floor),
            *(
                said(
                    gxe.ExpectColumnPairValuesAToBeGreaterThanB, words, column_A=above, column_B=below, or_equal=True,
                    severity=severity, why=why, **_BOTH,
                )
                for above, below, words, severity, why in ends
            ),
        ],
    )  # fmt: skip


def release_suite(bounds: Bounds, tables: int) -> ExpectationSuite:
    """What is expected of a candidate release table by table; the frame has one row for each of `tables` marts."""
    return ExpectationSuite(
        name="release",
        expectations=[
            _rows(tables),
            said(gxe.ExpectColumnValuesToBeUnique, "each table is there once", column="table",
                 why="users find tables by name"),
            said(gxe.ExpectColumnPairValuesToBeEqual, "the manifest counts the rows that the files hold",
                 column_A="rows", column_B="claimed", why="users weigh a release by its manifest", **_NEVER),
            said(gxe.ExpectColumnPairValuesAToBeGreaterThanB,
                 f"no table lost more than {bounds.shrink_share:.0%} of its rows since the current release",
                 column_A="rows", column_B="least", or_equal=True, severity="warn",
                 why="contents are replaced, never withdrawn: a table that shrinks lost a rule or a reader", **_NEVER),
        ],
    )  # fmt: skip


def _unique(table: Table) -> Expectation:
    why = "the key names one row on every machine and in every release"
    if len(table.primary_key) == 1:
        (key,) = table.primary_key
        return said(gxe.ExpectColumnValuesToBeUnique, f"{key} is unique", column=key, why=why)
    keys = list(table.primary_key)
    return said(gxe.ExpectCompoundColumnsToBeUnique, f"{', '.join(keys)} are unique", column_list=keys, why=why)


def _within(bound: ValueBound, level: Level) -> Expectation:
    words = f"{bound.column} is between {bound.least:,} and {bound.most:,}"
    settings: dict[str, Any] = {}
    if bound.only:
        words += f" where {bound.only[0]} is {' or '.join(bound.only[1])}"
        settings["row_condition"] = RowColumn(bound.only[0]).is_in(list(bound.only[1]))
    elif bound.but:
        words += f" where {bound.but[0]} is not {' or '.join(bound.but[1])}"
        settings["row_condition"] = RowColumn(bound.but[0]).is_not_in(list(bound.but[1]))
    return said(
        gxe.ExpectColumnValuesToBeBetween, words, column=bound.column, min_value=bound.least, max_value=bound.most,
        level=level, why=bound.why, **settings,
    )  # fmt: skip


def citations_suite(bounds: Bounds, level: Level, floor: int) -> ExpectationSuite:
    """What is expected of every citation: each fact and residual number with the words that it was read from.

    `floor` is the least number of them. The frame has one row a citation; `cited` is what stands in the document
    text at its offsets, and `report`, `report_country` and `report_edition` are those of its document, NULL where
    there is none.
    """
    uncited = "a number whose words do not stand where it says cannot be checked by anyone"
    return ExpectationSuite(
        name="citations",
        expectations=[
            _rows(floor),
            said(
                gxe.ExpectColumnPairValuesToBeEqual, "quote is the document text from char_start to char_end",
                column_A="quote", column_B="cited", level=level, why=uncited, **_NEVER,
            ),
            said(
                gxe.ExpectColumnPairValuesAToBeGreaterThanB, "char_start is before char_end",
                column_A="char_end", column_B="char_start", level=level, why=uncited,
            ),
            said(
                gxe.ExpectColumnValueLengthsToBeBetween,
                f"quote has {bounds.shortest_quote} to {bounds.longest_quote} characters",
                column="quote", min_value=bounds.shortest_quote, max_value=bounds.longest_quote, level=level,
                why="a quote states one fact; a longer one hides which words do",
            ),
            said(
                gxe.ExpectColumnPairValuesToBeEqual, "report_id is a report that is loaded",
                column_A="report_id", column_B="report", level=level, **_NEVER,
                why="a fact without its report cannot be traced",
            ),
            said(
                gxe.ExpectColumnPairValuesToBeEqual, "country_code is that of the report",
                column_A="country_code", column_B="report_country", level=level, **_BOTH,
                why="the fact would be another country's",
            ),
            said(
                gxe.ExpectColumnPairValuesToBeEqual, "edition_year is that of the report",
                column_A="edition_year", column_B="report_edition", level=level, **_BOTH,
                why="the fact would be another edition's",
            ),
            said(
                gxe.ExpectColumnValuesToBeBetween, f"data_year is {bounds.earliest_year} or later",
                column="data_year", min_value=bounds.earliest_year, level=level,
                why="an earlier year is that of a law, or a number that is no year",
            ),
            said(
                gxe.ExpectColumnPairValuesAToBeGreaterThanB, "data_year is not after edition_year",
                column_A="edition_year", column_B="data_year", or_equal=True, level=level, **_BOTH,
                why="a report does not know the future",
            ),
        ],
    )  # fmt: skip


def texts_suite(documents: int, level: Level) -> ExpectationSuite:
    """What is expected of the texts of so many documents: they are there, and their paragraphs give them back.

    The frame has one row a current document; `joined` is the paragraphs' texts joined with two line feeds.
    """
    return ExpectationSuite(
        name="documents",
        expectations=[
            _rows(documents),
            said(
                gxe.ExpectColumnValuesToBeUnique, "report_id has one current document", column="report_id",
                why="two documents would state every figure of the report twice",
            ),
            said(
                gxe.ExpectColumnPairValuesToBeEqual, "the paragraphs joined are the document text",
                column_A="joined", column_B="text", level=level, **_NEVER,
                why="quotes are read where they stand in the paragraphs",
            ),
        ],
    )  # fmt: skip


def accounts_suite(bounds: Bounds, allowed: int) -> ExpectationSuite:
    """What is expected of a run as a whole before loading; the frame has one row, `allowed` documents may fail."""
    return ExpectationSuite(
        name="accounts",
        expectations=[
            _rows(1),
            *_balanced(),
            said(
                gxe.ExpectColumnPairValuesToBeEqual, "the documents accounted as loaded are the current ones",
                column_A="loaded", column_B="current_documents", **_NEVER,
                why="a document would be counted that is not there, or not counted that is",
            ),
            said(
                gxe.ExpectColumnValuesToBeBetween, f"current documents that pass number at least {bounds.documents:,}",
                column="passing_documents", min_value=bounds.documents,
                why="there would be nothing to publish",
            ),
            said(
                gxe.ExpectColumnValuesToBeBetween, f"facts number at least {bounds.facts:,}", column="facts",
                min_value=bounds.facts, why="reports without a single fact mean that the extractor is broken",
            ),
            said(
                gxe.ExpectColumnValuesToBeBetween, f"current documents that fail number at most {allowed:,}",
                column="failing_documents", max_value=allowed,
                why=f"more than {bounds.failed_share:.0%} and more than {bounds.failed_count} documents failing is no "
                "accident of single files: a reader or a rule is broken",
            ),
            _residue(bounds),
        ],
    )  # fmt: skip


def release_accounts_suite(bounds: Bounds) -> ExpectationSuite:
    """What is expected of a candidate release as a whole; the frame has one row."""
    return ExpectationSuite(
        name="accounts",
        expectations=[
            _rows(1),
            *_balanced(),
            said(
                gxe.ExpectColumnPairValuesToBeEqual, "dim_report has one row for each document loaded",
                column_A="reports", column_B="loaded", **_NEVER,
                why="a report would be missing from the release, or would be in it without a document",
            ),
            said(
                gxe.ExpectColumnValuesToBeBetween, f"facts number at least {bounds.facts:,}", column="facts",
                min_value=bounds.facts, why="a release without a fact is no release",
            ),
            _residue(bounds),
        ],
    )  # fmt: skip


def _balanced() -> list[Expectation]:
    return [
        said(
            gxe.ExpectColumnPairValuesToBeEqual, "every document seen is accounted for",
            column_A="seen", column_B="accounted", **_NEVER,
            why="seen = loaded + superseded + duplicate + quarantined + pending, or a document was lost",
        )
    ]  # fmt: skip


def _residue(bounds: Bounds) -> Expectation:
    return said(
        gxe.ExpectColumnValuesToBeBetween,
        f"at most {bounds.residue_share:.0%} of the numbers are left in residual_numbers",
        column="residue_share", max_value=bounds.residue_share, severity="warn",
        why="the grammar does not understand enough of these reports",
    )  # fmt: skip


def references(name: str, meaning: dict[str, str]) -> list[Expectation]:
    """The foreign keys of a table: `meaning` maps a computed column of True and False to what it means in words.

    A NULL key refers to nothing and passes.
    """
    return [
        said(
            gxe.ExpectColumnValuesToBeInSet, words, column=column, value_set=[True],
            why=f"{name} would refer to what the release does not hold",
        )
        for column, words in meaning.items()
    ]  # fmt: skip


def agreement(left: str, right: str, words: str, why: str) -> Expectation:
    """Two columns of a frame that must be equal in every row."""
    return said(gxe.ExpectColumnPairValuesToBeEqual, words, column_A=left, column_B=right, why=why, **_NEVER)
