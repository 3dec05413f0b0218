"""The rules that set numbers aside: what they know, and what they must leave to the facts or the residue."""

from __future__ import annotations

import pytest

from ingest.extract import extract
from ingest.grammar.ignored import set_aside
from ingest.tokens import sentences
from tests.ingest.test_victims import document_of


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("About 40 percent of victims were men.", "ignored.share"),
        ("Two-thirds of the victims were men.", "ignored.share"),
        ("Victims receive a 60-day reflection period.", "ignored.span"),
        ("Workers paid fees of $2,000.", "ignored.price"),
        ("The unit has offices in nine provinces.", "ignored.places"),
        ("The board includes six ministries.", "ignored.bodies"),
        ("The ministers signed three agreements.", "ignored.agreements"),
        ("The center has 30 beds.", "ignored.goods"),
        ("The board met three times.", "ignored.times"),
        ("The unit employs 20 officers.", "ignored.staff"),
        ("Some 40,000 refugees live in camps near the border.", "ignored.population"),
        ("All but four of the victims left.", "ignored.exception"),
        ("It is one of the poorest states.", "ignored.one_of"),
    ],
)
def test_each_kind_of_number_has_its_rule(text: str, rule: str) -> None:
    document = document_of(text)
    assert [aside.rule for aside in set_aside(document, sentences(document), set())] == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "The court imposed a prison term of six years.",
        "The ministry allocated $40,000 for awareness work.",
        "Police broke up 17 fights.",
        "Officials met 12 suspects.",
    ],
)
def test_a_number_in_doubt_stays_in_the_residue(text: str) -> None:
    document = document_of(text)
    assert not list(set_aside(document, sentences(document), set()))


def test_a_number_that_a_fact_took_is_never_set_aside() -> None:
    result = extract(document_of("Police identified 12 victims in nine provinces."))
    taken = {row["char_start"] for row in result.rows["fact_victims"]}
    assert taken
    assert [aside.rule for aside in result.set_aside] == ["ignored.places"]
    assert result.rows["residual_numbers"] == []
