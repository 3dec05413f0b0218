"""Tests of tier placement: sentences of all eras, and the tiers that others compiled."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import Document, Fact, Paragraph
from ingest.grammar.tier import find
from ingest.readers import Refused, read
from ingest.tokens import sentences
from ingest.vocabulary.countries import resolve_title

SHARED = Path(os.environ.get("TIP_SHARED", Path(__file__).resolve().parents[2].parent / "shared"))
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="no shared inputs: set TIP_SHARED")


def placed(text: str, edition: int = 2012) -> tuple[str, str, str] | None:
    """(tier, basis, quote) of an overview of one paragraph."""
    document = Document(
        document_id="0" * 16,
        report_id=f"tip_report:ISL:{edition}",
        family="tip_report",
        country_code="ISL",
        edition_year=edition,
        title="example",
        text=text,
        paragraphs=(Paragraph(1, "overview", 0, len(text)),),
        source_path="example.txt",
        source_sha256="0" * 64,
        source_format="text",
    )
    facts: list[Fact] = list(find(document, sentences(document)))
    assert len(facts) <= 1
    return (facts[0].values["tier"], facts[0].values["basis"], text[facts[0].start : facts[0].end]) if facts else None


@pytest.mark.parametrize(
    ("text", "tier", "quote"),
    [
        ("Iceland is placed on Tier 2 Watch List for a second consecutive year.", "2WL", "Tier 2 Watch List"),
        ("Iceland remained on Tier 3.", "3", "Tier 3"),
        ("Iceland was downgraded to Tier 2 Watch List.", "2WL", "Tier 2 Watch List"),
        ("Therefore Iceland remained on Tier 1.", "1", "Tier 1"),
        ("Iceland was upgraded from Tier 3 to Tier 2.", "2", "Tier 2"),
        ("Iceland is therefore downgraded from Tier 2 to Tier 2 Watch List.", "2WL", "Tier 2 Watch List"),
        ("Iceland was placed on Tier 3 after being on Tier 2 Watch List for two years.", "3", "Tier 3"),
        (
            "Per the Act, Iceland was granted a waiver from an otherwise required downgrade to Tier 3; therefore"
            " Iceland remained on Tier 2 Watch List for the third consecutive year.",
            "2WL",
            "Tier 2 Watch List",
        ),
        ("Iceland is on the Tier 2 Watchlist because of its failure to try cases.", "2WL", "Tier 2 Watchlist"),
        ("Iceland is a Special Case.", "special_case", "Special Case"),
        ("Iceland remains a Special Case for the third year in a row.", "special_case", "Special Case"),
        ("ICELAND (TIER 2 WATCH LIST)", "2WL", "TIER 2 WATCH LIST"),
        ("Iceland: Tier 2", "2", "Tier 2"),
    ],
)
def test_a_sentence_that_names_the_tier_states_it(text: str, tier: str, quote: str) -> None:
    assert placed(text) == (tier, "stated", quote)


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("The Government of Iceland fully complies with the minimum standards for the end of trafficking.", "1"),
        ("The Government of Iceland fully meets the minimum standards for the elimination of trafficking.", "1"),
        ("Although the government meets the minimum standards, it could do more.", "1"),
        ("Iceland does not fully meet the minimum standards but is making significant efforts to do so.", "2"),
        (
            "The Government of Iceland does not yet fully comply with the minimum standards; however, it is making"
            " significant efforts to do so despite limited means.",
            "2",
        ),
        ("Iceland does not fully comply with the minimum standards. It is making significant efforts to do so.", "2"),
        ("Iceland does not fully comply with the minimum standards and is not making serious efforts to do so.", "3"),
        ("The government does not comply with the minimum standards, nor is it making significant efforts.", "3"),
        ("Iceland does not fully comply with the minimum standards and is not making any significant efforts.", "3"),
    ],
)
def test_the_minimum_standards_sentence_implies_the_tier(text: str, tier: str) -> None:
    found = placed(text)
    assert found is not None
    assert found[:2] == (tier, "inferred")
    assert len(found[2]) <= 300


@pytest.mark.parametrize(
    "text",
    [
        "Last year Iceland was placed on Tier 3.",
        "The plan, if carried out, would constitute significant efforts to meet the minimum standards.",
        "The report ranks governments in three tiers.",
        "A special prosecutor took up the case.",
        "The country was spared an automatic downgrade to Tier 3.",
        "Iceland does not fully comply with the minimum standards.",
    ],
)
def test_other_mentions_place_nothing(text: str) -> None:
    assert placed(text) is None


def test_the_named_tier_wins_over_the_implied_one() -> None:
    found = placed(
        "Iceland does not fully comply with the minimum standards; however, it is making significant efforts to do so."
        " Because it tried nobody, Iceland is placed on Tier 2 Watch List."
    )
    assert found == ("2WL", "stated", "Tier 2 Watch List")


@settings(deadline=None, max_examples=100)
@given(
    st.lists(
        st.sampled_from(
            "Tier 2 3 1 Watch List is placed on from to remained does not fully comply with the minimum standards"
            " making"
            " significant efforts ; . ( ) special case waiver downgrade".split()
        ),
        max_size=40,
    ).map(" ".join)
)
def test_any_words_give_at_most_one_placement(text: str) -> None:
    found = placed(text)
    assert found is None or (found[0] in ("1", "2", "2WL", "3", "special_case") and 0 < len(found[2]) <= 300)


@needs_shared
def test_the_corpus_agrees_with_the_compiled_tiers() -> None:
    with (SHARED / "truth" / "tiers_2001_2015.csv").open(encoding="utf-8", newline="") as lines:
        compiled = {
            (resolve_title(row["country"], int(row["edition_year"])), int(row["edition_year"])): row["tier"]
            for row in csv.DictReader(lines)
        }
    same = other = 0
    for path in sorted((SHARED / "corpus" / "world_factbook").glob("201*/*.txt")):
        try:
            documents = read(path.read_bytes(), path.relative_to(SHARED / "corpus").as_posix())
        except Refused:
            continue
        for document in documents:
            facts = list(find(document, sentences(document)))
            expected = compiled.get((document.country_code, document.edition_year))
            if facts and expected:
                same += facts[0].values["tier"] == expected
                other += facts[0].values["tier"] != expected
    assert same > 100
    # The Factbook itself mislabels a handful of countries.
    assert other <= same * 0.05
