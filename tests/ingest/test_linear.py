"""Hostile texts: no sentence without an end, and no list however long, makes a machine slow or fail.

Growth is compared as a ratio of times in one process, with much slack, so that a busy machine fails no test.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib import import_module
from itertools import count

import pytest

from ingest.document import Document, Paragraph, Section
from ingest.extract import MACHINES, extract
from ingest.grammar.ignored import set_aside
from ingest.tokens import sentences

KILOBYTE = 1_000
# Four times the text may take eight times as long: far below the 16 of a machine that is quadratic.
GROWTH, SLACK = 8.0, 0.3

FRAGMENTS: dict[str, str] = {
    "countries": "Chile, Malta, Norway and ",
    "routes": "girls from Chile and Malta are trafficked to Iceland, then to Norway, and ",
    "groups": "Chile (Malta, Peru); other states (Norway and Fiji); ",
    "numbers": "# victims and # traffickers, # ",
    "parentheses": "(four (in 2009) and (",
    "and": "and ",
    "relatives": "who were convicted of # cases and ",
    "whole and part": "of the # victims, six were girls, ",
    "comparisons": "compared with # in 2014, # in 2013 and ",
    "denials": "did not report, prosecute or investigate any ",
    "quotes": "\" “ ' ’ ",
    "terms": "three to 12 years' imprisonment, sufficiently stringent, and ",
    "articles": "Article # prescribes up to nine years' imprisonment for forced labor, ",
    "money": "$#,000 and # million pesos (2 million dollars) for shelters, ",
    "advice": "Train # judges; ",
    "lines": "train\n",
    "digits": "7",
    "letters": "a",
    "full stops": ". ",
    "capitals": "J.",
    "bullets": "• ",
}


def text_of(name: str, size: int) -> str:
    """A text of `size` characters from one fragment; each "#" becomes another number."""
    parts, length = [], 0
    numbers = count(2)
    while length < size:
        part = FRAGMENTS[name]
        if len(part) < 3:
            part *= 1 + size // len(part)
        while "#" in part:
            part = part.replace("#", str(next(numbers)), 1)
        parts.append(part)
        length += len(part)
    return "".join(parts)[:size]


def document(text: str, section: Section = "prosecution") -> Document:
    return Document(
        "0" * 16, "tip_report:ISL:2015", "tip_report", "ISL", 2015, "example", text,
        (Paragraph(1, section, 0, len(text)),), "example.txt", "0" * 64, "text",
    )  # fmt: skip


def machine(name: str) -> Callable[[Document], object]:
    """What a machine does with a document whose sentences are read already, as a function of the document."""
    find = import_module(f"ingest.grammar.{name}").find
    return lambda given: list(find(given, sentences(given)))


def seconds(work: Callable[[Document], object], given: Document) -> float:
    began = time.process_time()
    work(given)
    return time.process_time() - began


def grows(work: Callable[[Document], object], name: str, section: Section, size: int) -> None:
    small = seconds(work, document(text_of(name, size), section))
    large = seconds(work, document(text_of(name, 4 * size), section))
    assert large < GROWTH * small + SLACK, f"{name}: {size} characters {small:.2f} s, four times as many {large:.2f} s"


@pytest.mark.parametrize("name", FRAGMENTS)
def test_the_whole_extraction_grows_with_the_text(name: str) -> None:
    grows(extract, name, "prosecution", 8 * KILOBYTE)


@pytest.mark.parametrize("name", FRAGMENTS)
def test_recommendations_grow_with_the_text(name: str) -> None:
    grows(extract, name, "recommendations", 16 * KILOBYTE)


@pytest.mark.parametrize("name", MACHINES)
def test_each_machine_grows_with_a_text_of_all_fragments(name: str) -> None:
    mixed = "".join(text_of(fragment, 500) for fragment in FRAGMENTS)
    work = machine(name)
    small = seconds(work, document(mixed * 3, "profile"))
    large = seconds(work, document(mixed * 12, "profile"))
    assert large < GROWTH * small + SLACK, f"{small:.2f} s, and {large:.2f} s for four times the text"


def test_setting_numbers_aside_grows_with_the_text() -> None:
    def work(given: Document) -> object:
        return list(set_aside(given, sentences(given), set()))

    for name in ("numbers", "parentheses", "comparisons", "money", "whole and part"):
        grows(work, name, "prosecution", 8 * KILOBYTE)


@pytest.mark.parametrize("name", ["countries", "quotes", "digits", "letters"])
def test_a_megabyte_of_one_sentence_is_read_to_its_end(name: str) -> None:
    given = document(text_of(name, 1_000 * KILOBYTE))
    result = extract(given)
    assert result.rows["report_paragraphs"][0]["char_end"] == 1_000 * KILOBYTE
    assert all(row["char_end"] <= 1_000 * KILOBYTE for rows in result.rows.values() for row in rows)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The hotline's number is " + "9" * 400 + ".", id="400 digits"),
        pytest.param("The " + "9" * 5_000 + "th session began.", id="an ordinal of 5,000 digits"),
        pytest.param("It gave $999999999999999 trillion to shelters.", id="money beyond any column"),
        pytest.param("In May ² and on ¹² June, Articles 7¹ and 9² prescribed fines.", id="superscripts"),
        pytest.param("victims who " * 900 + "are", id="relatives in relatives"),
        pytest.param("(" * 5_000 + ")" * 5_000, id="nested brackets"),
    ],
)
def test_what_is_no_sensible_text_fails_nothing(text: str) -> None:
    for section in ("profile", "prosecution", "recommendations"):
        rows = extract(document(text, section)).rows
        values = [row["value"] for row in rows.get("fact_prosecutions", []) + rows.get("fact_victims", [])]
        assert all(value is None or value < 2**63 for value in values)
