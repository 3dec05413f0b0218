"""Every rule of the grammar is proven by its own examples and counter-examples."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.document import Document
from ingest.extract import extract, rules
from ingest.grammar.rule import Example, Rule
from ingest.schema import FACTS_BY_NAME
from tests.ingest.texts import one_paragraph

RULES = {rule.id: rule for rule in rules()}


def document_of(given: Example) -> Document:
    return one_paragraph(given.text, given.country, given.edition, given.section, given.family)


def plain(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else value


def cases(counter: bool) -> list[object]:
    return [
        pytest.param(rule, given, id=f"{rule.id}-{number}")
        for rule in RULES.values()
        for number, given in enumerate(rule.counter_examples if counter else rule.examples)
    ]


def test_rule_ids_are_unique_and_name_their_table() -> None:
    assert len(rules()) == len(RULES)
    for rule in RULES.values():
        assert rule.table == "" or rule.table in FACTS_BY_NAME, rule.id
        assert rule.pattern, f"{rule.id} does not say what it matches"
        assert rule.anchors, f"{rule.id} has no anchors"


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_every_rule_has_examples_and_counter_examples(rule: Rule) -> None:
    assert rule.examples, f"{rule.id} has no example"
    assert rule.counter_examples, f"{rule.id} has no counter-example"


@pytest.mark.parametrize(("rule", "given"), cases(counter=False))
def test_a_rule_takes_its_examples(rule: Rule, given: Example) -> None:
    result = extract(document_of(given))
    if not rule.table:
        assert rule.id in {aside.rule for aside in result.set_aside}, f"{rule.id} set nothing aside in {given.text!r}"
        return
    found = [row for row in result.rows.get(rule.table, []) if row["rule"] == rule.id]
    assert len(found) == len(given.rows), f"{rule.id} on {given.text!r}: {found}"
    for row, expected in zip(found, given.rows, strict=True):
        shown = {column: plain(row[column]) for column in expected}
        assert shown == {column: plain(value) for column, value in expected.items()}, given.text


@pytest.mark.parametrize(("rule", "given"), cases(counter=True))
def test_a_rule_leaves_its_counter_examples(rule: Rule, given: Example) -> None:
    result = extract(document_of(given))
    if not rule.table:
        assert rule.id not in {aside.rule for aside in result.set_aside}, given.text
        return
    found = [row for row in result.rows.get(rule.table, []) if row["rule"] == rule.id]
    assert not found, f"{rule.id} fired on {given.text!r}: {found}"
