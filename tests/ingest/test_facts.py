"""From what a rule found to rows: defaults, repeats, ids, and what the schema forbids."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Document, Fact, Paragraph
from ingest.facts import BadFactError, finish, stable_id

TEXT = "Police convicted 12 traffickers in 2007. Courts convicted 12 traffickers.\n\nIn all, 12 were convicted."


def document(text: str = TEXT) -> Document:
    first = text.find("\n\n")
    return Document(
        "d" * 16, "tip_report:KAZ:2008", "tip_report", "KAZ", 2008, "title", text,
        (Paragraph(1, "prosecution", 0, first), Paragraph(2, "protection", first + 2, len(text))),
        "kaz.txt", "0" * 64, "text",
    )  # fmt: skip


def fact(
    start: int = 0, end: int = 20, separate: bool = False, table: str = "fact_prosecutions", **values: object
) -> Fact:
    columns = (
        {"stage": "conviction", "value": 12, "data_year": 2007} | values if table == "fact_prosecutions" else values
    )
    return Fact(table, "test.rule", start, end, columns, separate=separate)


def rows(*facts: Fact) -> list[dict[str, object]]:
    return finish(document(), facts)[facts[0].table]


def test_undecided_columns_take_their_defaults() -> None:
    (row,) = rows(fact())
    assert (row["unit"], row["subject"], row["status"], row["qualifier"]) == (
        "unspecified",
        "traffickers",
        "reported",
        "exact",
    )
    assert (row["trafficking_type"], row["is_comparison"], row["scope"], row["value_low"]) == (
        "all",
        False,
        "total",
        None,
    )


def test_provenance_is_where_the_quote_stands() -> None:
    first, second = rows(fact(7, 28), fact(80, 101, stage="arrest"))
    assert first["quote"] == TEXT[7:28] and (first["char_start"], first["char_end"]) == (7, 28)
    assert (first["section"], second["section"]) == ("prosecution", "protection")


def test_what_is_not_reported_has_no_qualifier() -> None:
    (row,) = rows(fact(value=None, status="not_reported"))
    assert row["qualifier"] is None and row["value"] is None


def test_a_repeat_makes_no_row_and_the_first_mention_stays() -> None:
    (row,) = rows(fact(41, 60), fact(0, 20))
    assert row["char_start"] == 0


def test_a_repeat_that_says_more_fills_what_the_first_mention_left_open() -> None:
    (row,) = rows(fact(0, 20), fact(41, 60, unit="person"))
    assert row["unit"] == "person" and row["char_start"] == 0


def test_a_repeat_that_contradicts_is_another_fact() -> None:
    assert len(rows(fact(0, 20, unit="case"), fact(41, 60, unit="person"))) == 2


def test_two_equal_facts_that_are_said_to_be_two_get_two_ids() -> None:
    first, second = rows(fact(0, 20), fact(41, 60, separate=True))
    assert first["fact_id"] != second["fact_id"]


def test_an_id_does_not_depend_on_where_the_fact_stands_or_which_rule_found_it() -> None:
    moved = Fact("fact_prosecutions", "other.rule", 41, 60, {"stage": "conviction", "value": 12, "data_year": 2007})
    assert rows(fact())[0]["fact_id"] == rows(moved)[0]["fact_id"]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (fact(stage="sentencing"), "stage 'sentencing'"),
        (fact(data_year=None), "data_year is undecided"),
        (fact(colour="red"), "no column"),
        (fact(5, 5), "outside the text"),
        (fact(0, 999), "outside the text"),
    ],
    ids=["enumeration", "required", "unknown column", "empty quote", "quote beyond the text"],
)
def test_a_row_that_the_contract_forbids_is_a_bug_of_its_rule(wrong: Fact, message: str) -> None:
    with pytest.raises(BadFactError, match=message):
        rows(wrong)


def test_a_quote_has_at_most_300_characters() -> None:
    long = document("x" * 400 + "\n\n" + "y")
    with pytest.raises(BadFactError, match="quote of 301"):
        finish(long, [fact(0, 301)])


@given(parts=st.lists(st.one_of(st.none(), st.text(), st.integers(), st.booleans()), min_size=1, max_size=4))
def test_ids_are_sixteen_hexadecimal_digits_and_tell_keys_apart(parts: list[object]) -> None:
    made = stable_id("r", "t", parts, 0)
    assert len(made) == 16 and int(made, 16) >= 0
    assert made != stable_id("r", "t", parts, 1)
    assert made != stable_id("r", "t", [*parts, "more"], 0)
