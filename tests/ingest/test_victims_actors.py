"""Who acted for victims: named groups, offices of others, houses and what they are run by."""

from __future__ import annotations

import pytest

from ingest.extract import extract
from tests.ingest.texts import one_paragraph


def _actor(text: str) -> list[object]:
    found = extract(one_paragraph(text, "UGA", 2015, "protection")).rows.get("fact_victims", [])
    return [row["actor"] for row in found]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Salvation Army assisted 14 victims.", "ngo"),
        ("The Uganda Women Lawyers Association sheltered 14 victims.", "ngo"),
        ("Human rights groups identified 14 victims.", "ngo"),
        ("A local organization sheltered 14 victims.", "ngo"),
        ("A church-run shelter assisted 14 victims.", "ngo"),
        ("An NGO reported its shelter housed 14 victims.", "ngo"),
        ("NGO officials identified 14 victims.", "ngo"),
        ("UNICEF officials assisted 14 child victims.", "international_organization"),
        ("The IOM office in Kampala assisted 14 victims.", "international_organization"),
        ("The peacekeeping mission identified 14 victims.", "international_organization"),
        ("The Kenyan government repatriated 14 Ugandan victims.", "unspecified"),
        ("Fourteen victims were identified by the Kenyan police.", "unspecified"),
        ("The Ugandan embassy in Riyadh assisted 14 victims.", "government"),
        ("Fourteen victims were housed in state-run shelters.", "government"),
        ("Fourteen victims were housed in state and NGO shelters.", "joint"),
        ("The public hospital treated 14 victims.", "government"),
        ("Hospitals treated 14 victims.", "unspecified"),
        ("The army rescued 14 children from armed groups.", "government"),
    ],
)
def test_the_actor_is_whoever_the_words_beside_the_noun_name(text: str, actor: str) -> None:
    assert _actor(text) == [actor]
