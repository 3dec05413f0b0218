"""Golden tests: own narratives of all eras, hand-labelled, against the reader and the extractor."""

from __future__ import annotations

from typing import Any

import pytest

from ingest.schema import FACTS_BY_NAME, Table
from tests.golden import scoring
from tests.golden.scoring import TABLES, Label

LABELS = scoring.labels()
LABELLED = [pytest.param(label, id=label.name) for label in LABELS]
BY_TABLE = [pytest.param(label, table, id=f"{label.name}-{table}") for label in LABELS for table in TABLES]
HOW_TO_RAISE = "to make the present figures the floors: python -m tests.golden.scoring --write-floors"


def _with_defaults(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    return {**{column.name: column.default for column in table.columns}, **row}


@pytest.mark.parametrize("label", LABELLED)
def test_reader_recognises_country_and_edition(label: Label) -> None:
    document = scoring.document(label.source)
    assert (document.family, document.country_code, document.edition_year) == (
        "tip_report", label.country_code, label.edition_year,
    )  # fmt: skip
    assert label.name == f"{label.country_code}-{label.edition_year}"
    assert tuple(label.facts) == TABLES, "every table is labelled, if only with no rows"


@pytest.mark.parametrize(("label", "table"), BY_TABLE)
def test_labels_are_well_formed(label: Label, table: str) -> None:
    schema, text = FACTS_BY_NAME[table], scoring.document(label.source).text
    seen: dict[tuple[str, ...], dict[str, Any]] = {}
    for row in label.facts[table]:
        assert row["quote"] in text, f"quote is not in {label.source.name}: {row['quote']!r}"
        assert 0 < len(row["quote"]) <= 300, f"quote has {len(row['quote'])} characters: {row['quote']!r}"
        for name, value in row.items():
            column = schema.column(name)
            assert value is None or not column.enum or value in column.enum, f"{name}={value!r} in {row}"
        full = _with_defaults(schema, dict(row))
        empty = [c.name for c in schema.columns if c.required and full[c.name] is None and c.name in schema.natural_key]
        assert not empty, f"no {', '.join(empty)} in {row}"
        key = tuple(str(full[name]) for name in schema.natural_key)
        assert key not in seen, f"one fact labelled twice:\n{seen[key]}\n{row}"
        seen[key] = dict(row)


@pytest.mark.parametrize("label", LABELLED)
def test_labelled_values_agree_with_their_status(label: Label) -> None:
    for table in TABLES:
        number = "amount" if table == "fact_funding" else "value"
        for row in label.facts[table]:
            low, high = row.get(f"{number}_low"), row.get(f"{number}_high")
            match row.get("status"):
                case "zero":
                    assert row[number] == 0, row
                case "not_reported":
                    assert (row[number], row["qualifier"], low, high) == (None, None, None, None), row
                case "reported" if low is not None:
                    assert row[number] is None, row
                    assert low < high, row
                case "reported":
                    assert row[number] > 0, row


@pytest.mark.parametrize("label", LABELLED)
def test_labelled_recommendations_are_numbered_and_spans_are_ordered(label: Label) -> None:
    ordinals = [row["ordinal"] for row in label.facts["fact_recommendations"]]
    assert ordinals == list(range(1, len(ordinals) + 1))
    pairs = {"fact_sentences": "term_months", "fact_legal_provisions": "penalty_years"}
    for table, name in pairs.items():
        for row in label.facts[table]:
            low, high = row[f"{name}_min"], row[f"{name}_max"]
            assert low is None or high is None or low <= high, row


def test_every_narrative_and_table_has_a_floor() -> None:
    floors = scoring.floors()
    assert {name: tuple(tables) for name, tables in floors.items()} == {label.name: TABLES for label in LABELS}, (
        HOW_TO_RAISE
    )


@pytest.mark.parametrize(("label", "table"), BY_TABLE)
def test_core_figures_stay_at_what_was_reached(label: Label, table: str) -> None:
    score = scoring.compare(table, label.facts[table], scoring.extracted(label.source).get(table, []))
    floor = scoring.floors()[label.name][table]
    assert score.f1() >= floor, f"below its floor {floor:.3f}\n{scoring.report(label.name, table, score)}"


@pytest.mark.parametrize("label", LABELLED)
def test_extracted_quotes_stand_where_they_say(label: Label) -> None:
    text = scoring.document(label.source).text
    for table in TABLES:
        for row in scoring.extracted(label.source).get(table, []):
            assert text[row["char_start"] : row["char_end"]] == row["quote"], row
            assert len(row["quote"]) <= 300, row


CONVICTION = {"stage": "conviction", "data_year": 2010, "status": "reported", "value": 4, "quote": "convicted four"}


@pytest.mark.parametrize(
    ("wanted", "found", "core", "full", "f1"),
    [
        pytest.param([CONVICTION], [CONVICTION], 1, 1, 1.0, id="equal rows match"),
        pytest.param([CONVICTION], [{**CONVICTION, "trafficking_type": "sex"}], 1, 0, 1.0, id="core only"),
        pytest.param([CONVICTION], [{**CONVICTION, "value": 5}], 0, 0, 0.0, id="another number is a miss"),
        pytest.param([CONVICTION], [CONVICTION, CONVICTION], 1, 1, 2 / 3, id="each row matches once"),
        pytest.param([CONVICTION], [], 0, 0, 0.0, id="nothing found"),
        pytest.param([], [CONVICTION], 0, 0, 0.0, id="nothing labelled"),
        pytest.param([], [], 0, 0, 1.0, id="nothing to find and nothing found"),
        pytest.param(
            [CONVICTION], [{**CONVICTION, "qualifier": "exact", "is_comparison": False}], 1, 1, 1.0, id="defaults"
        ),
    ],
)
def test_scorer_counts_matches(
    wanted: list[dict[str, Any]], found: list[dict[str, Any]], core: int, full: int, f1: float
) -> None:
    score = scoring.compare("fact_prosecutions", wanted, found)
    assert (score.core, score.full) == (core, full)
    assert score.f1() == pytest.approx(f1)
    assert len(score.missed) == len(wanted) - core
    assert len(score.wrong) == len(found) - core


def test_scorer_sets_routes_from_regions_aside() -> None:
    route = {"origin_code": "TUN", "destination_code": "ITA", "role": "source", "quote": "to Italy"}
    region = {"origin_code": "TUN", "destination_code": None, "role": "source", "quote": "to Europe"}
    score = scoring.compare("fact_trafficking_flows", [route, region], [route])
    assert (score.labelled, score.found, score.core) == (1, 1, 1)


def test_failing_table_names_missed_and_wrong_rows() -> None:
    wrong = {**CONVICTION, "value": 5, "quote": "convicted five"}
    shown = scoring.report("TUN-2011", "fact_prosecutions", scoring.compare("fact_prosecutions", [CONVICTION], [wrong]))
    assert "TUN-2011 fact_prosecutions: core F1 0.000" in shown
    assert "missed   stage=conviction data_year=2010 status=reported value=4" in shown
    assert "“convicted five”" in shown
