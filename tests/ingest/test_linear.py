"""Hostile texts: no sentence without an end, and no list however long, makes a machine hang or fail.

How times grow is measured in `make bench`; here a text only has to be read to its end, and a machine that is
quadratic would need minutes where a linear one needs a second.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from itertools import count

import pytest

from ingest.document import Document, Section
from ingest.extract import extract
from tests.ingest.texts import one_paragraph

KILOBYTE = 1_000
# Seconds of processor time, not of the clock: a busy machine fails no test.
HANGS = 60.0

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
    return one_paragraph(text, "ISL", 2015, section)


@pytest.fixture(autouse=True)
def hang_guard() -> Iterator[None]:
    """Ends a test that would run for minutes."""

    def hangs(*_: object) -> None:
        raise TimeoutError(f"no end after {HANGS:.0f} seconds of processor time: is a machine quadratic?")

    before = signal.signal(signal.SIGVTALRM, hangs)
    signal.setitimer(signal.ITIMER_VIRTUAL, HANGS)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)


@pytest.mark.parametrize("section", ["profile", "prosecution", "recommendations"])
@pytest.mark.parametrize("name", FRAGMENTS)
def test_a_long_list_is_read_to_its_end(name: str, section: Section) -> None:
    given = document(text_of(name, 60 * KILOBYTE), section)
    rows = extract(given).rows
    assert all(0 <= row["char_start"] < row["char_end"] <= 60 * KILOBYTE for table in rows.values() for row in table)


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
