"""fact_recommendations: one section into single recommendations, word for word."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extract import extract
from ingest.grammar.recommendations import items
from ingest.grammar.rule import example
from ingest.vocabulary.advice import is_advice
from tests.ingest.test_grammar import document_of


def split(text: str) -> list[str]:
    return [" ".join(text[item.start : item.end].split()) for item in items(text)]


TRAIN, FUND, SCREEN = "Train judges on the law", "fund two shelters", "screen migrants for signs"


@pytest.mark.parametrize(
    "text",
    [
        f"{TRAIN}; {FUND}; and {SCREEN}.",
        f"Recommendations for Kazakhstan: {TRAIN}; {FUND}; and {SCREEN}.",
        f"RECOMMENDATIONS FOR KAZAKHSTAN:\n{TRAIN}; {FUND}; {SCREEN}",
        f"Recommendations for the Kingdom of Kazakhstan: {TRAIN}; {FUND}; & {SCREEN}.",
        f"PRIORITIZED RECOMMENDATIONS:\n\n{TRAIN}; {FUND}; and, {SCREEN}.",
        f"PRIORITIZED RECOMMENDATIONS\n\n{TRAIN}. • {FUND}. • {SCREEN}.",
        f"Recommendations\n{TRAIN}; {FUND}; and {SCREEN}.",
        f"Recommendations for Kazakhstan {TRAIN}; {FUND}; and {SCREEN}.",
        f"Recommendations for Kazakhstan: The government should take the following steps: {TRAIN}; {FUND}; {SCREEN}.",
        f"• {TRAIN}. • {FUND}. • {SCREEN}.",
        f"{TRAIN}. • {FUND}. • {SCREEN}.",
        f"•{TRAIN}.•{FUND}.•{SCREEN}.",
        f"* {TRAIN}\n* {FUND}\n* {SCREEN}",
        f"- {TRAIN}.\n- {FUND}.\n- {SCREEN}.",
        f"* {TRAIN};\n* {FUND}; and\n* {SCREEN}.",
        f"{TRAIN}.\n\n{FUND.capitalize()}.\n\n{SCREEN.capitalize()}.",
        f"{TRAIN}. {FUND.capitalize()}. {SCREEN.capitalize()}.",
        f"{TRAIN}.{FUND.capitalize()}.{SCREEN.capitalize()}.",
        f"1. {TRAIN}. 2. {FUND.capitalize()}. 3. {SCREEN.capitalize()}.",
        f"{TRAIN}; fund\n\ntwo shelters; and {SCREEN}.",
    ],
)
def test_separators_and_lead_ins(text: str) -> None:
    assert [item.lower() for item in split(text)] == [TRAIN.lower(), FUND, SCREEN]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Train judges (in three regions; in the capital) on the law; fund shelters.",
         ["Train judges (in three regions; in the capital) on the law", "fund shelters"]),
        ("Train U.S. and U.N. staff. Fund shelters, e.g. in Almaty.", ["Train U.S. and U.N. staff",
                                                                        "Fund shelters, e.g. in Almaty"]),
        ("Fund shelters. This should include male victims. Train police.",
         ["Fund shelters. This should include male victims", "Train police"]),
        ("• Fund shelters; do so soon. • Train police and judges.", ["Fund shelters; do so soon",
                                                                     "Train police and judges"]),
        ("Train and equip police; and fund shelters and hotlines.", ["Train and equip police",
                                                                    "fund shelters and hotlines"]),
        ("Fund shelters.", ["Fund shelters"]),
        ("Recommendations for Kazakhstan:", []),
        ("", []),
    ],
)  # fmt: skip
def test_what_stays_together(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_ordinals_run_over_paragraphs_and_repeats_stay() -> None:
    given_ = example("Train judges; fund shelters.\n\nTrain judges.", section="recommendations")
    found = extract(document_of(given_)).rows["fact_recommendations"]
    assert [(row["ordinal"], row["text"]) for row in found] == [
        (1, "Train judges"), (2, "fund shelters"), (3, "Train judges"),
    ]  # fmt: skip
    assert len({row["fact_id"] for row in found}) == 3


def test_a_long_recommendation_keeps_its_text_and_cuts_its_quote() -> None:
    long = "Train " + "very " * 100 + "many judges"
    given_ = example(f"{long}; fund shelters.", section="recommendations")
    first = extract(document_of(given_)).rows["fact_recommendations"][0]
    assert first["text"] == long
    assert len(first["quote"]) == 300


VOCABULARY = "train fund screen judges shelters law victims the of for with labor offenders"
WORDS = st.lists(
    st.sampled_from(VOCABULARY.split(" ")),
    min_size=2, max_size=9,
)  # fmt: skip
SEPARATORS = st.sampled_from(["; ", "; and ", " • ", ". Ensure ", ";\n"])


@given(st.lists(WORDS, min_size=1, max_size=8), SEPARATORS)
def test_splitting_loses_no_words(parts: list[list[str]], separator: str) -> None:
    text = separator.join(" ".join(words) for words in parts)
    kept = re.findall(r"\w+", " ".join(split(text)).lower())
    # Only the "and" between two items belongs to none.
    wanted = re.findall(r"\w+", re.sub(r";\s+and\s", "; ", text).lower())
    assert kept == wanted


@given(st.text(alphabet="Ab.;•*-–()\n and:12", max_size=80))
def test_items_lie_in_order_and_never_overlap(text: str) -> None:
    end = 0
    for item in items(text):
        assert end <= item.start < item.end <= len(text)
        end = item.end


@pytest.mark.parametrize(
    ("paragraph", "advice"),
    [
        ("Increase efforts to convict offenders; train police; and fund shelters.", True),
        ("Vigorously prosecute offenders. • Fully fund shelters. • Train police.", True),
        ("Enact a law that bans all forms of trafficking.", True),
        ("The government increased its efforts; police trained 30 officers.", False),
        ("Police investigated six cases and charged nine suspects.", False),
        ("Train stations had posters. Police opened a hotline. Officials gave talks.", False),
    ],
)
def test_paragraphs_of_advice_are_known_without_a_heading(paragraph: str, advice: bool) -> None:
    assert is_advice(paragraph) is advice


def test_a_huge_section_is_split_to_its_end() -> None:
    text = "train judges (and others on the law; fund " * 25_000
    assert items(text)
