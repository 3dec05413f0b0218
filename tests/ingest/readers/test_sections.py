"""Sections of narratives of every era, with their headings, with run-in headings, and with none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Section
from ingest.readers.sections import heading_section, is_tier_line, with_sections
from ingest.readers.titles import Narrative

PROFILE = "Moravania is a source and transit country for women trafficked to Italy and Austria for sexual exploitation."
OVERVIEW = (
    "The Government of Moravania does not fully comply with the minimum standards for the elimination of trafficking; "
    "however, it is making significant efforts to do so. The government convicted 14 traffickers."
)
OVERVIEW_2 = "These achievements included prosecuting more traffickers and opening a shelter in the capital."
OVERVIEW_3 = (
    "Despite these efforts, officials identified fewer victims and courts did not prosecute any police officer."
)
ADVICE = "Train police and prosecutors to find victims; increase penalties for complicit officials; and fund shelters."
PROSECUTION = "The government increased its law enforcement efforts. Courts convicted 14 traffickers in 2006."
PROSECUTION_2 = "The government trained 210 judges on how to treat victims who testify. One officer was arrested."
PROTECTION = "The government sustained efforts to protect victims. Two shelters cared for 61 women."
PROTECTION_2 = "Victims could obtain residence permits if they took part in criminal proceedings; nine of them did so."
PREVENTION = "The government improved prevention efforts. It printed 4,000 leaflets and held an awareness campaign."
PREVENTION_2 = "The ministry of foreign affairs gave anti-trafficking training to its diplomatic staff."
LATE_PROFILE = "As reported over the past five years, traffickers exploit foreign and domestic victims in Moravania."

Pairs = list[tuple[Section, str]]
ERAS: dict[str, tuple[int, Pairs]] = {
    "2001: short, without headings": (2001, [
        ("profile", PROFILE),
        ("overview", "The Government of Moravania does not yet fully comply with the minimum standards; it is trying."),
        ("prosecution", "Trafficking is prohibited by article 190 of the penal code; police arrested 12 traffickers."),
        ("prevention", "The education ministry ran awareness campaigns in schools, and a hotline for parents."),
    ]),
    "2002: protection before prosecution": (2002, [
        ("profile", PROFILE),
        ("overview", OVERVIEW),
        ("protection", "Victims are cared for in shelters, and the ministry assists NGOs that counsel victims."),
        ("prosecution", "The penal code prohibits trafficking; 12 offenders were prosecuted and four were convicted."),
    ]),
    "2003: prevention first, headed": (2003, [
        ("overview", "MORAVANIA (Tier 2)"),
        ("profile", PROFILE),
        ("overview", OVERVIEW),
        ("prevention", "Prevention"), ("prevention", PREVENTION),
        ("prosecution", "Prosecution"), ("prosecution", PROSECUTION),
        ("protection", "Protection"), ("protection", PROTECTION),
    ]),
    "2003: prevention first, headings stripped": (2003, [
        ("profile", PROFILE), ("overview", OVERVIEW),
        ("prevention", PREVENTION), ("prosecution", PROSECUTION), ("protection", PROTECTION),
    ]),
    "2006: run-in headings": (2006, [
        ("overview", "Moravania (Tier 2 Watch List)"),
        ("profile", PROFILE),
        ("overview", OVERVIEW),
        ("prosecution", f"Prosecution {PROSECUTION}"),
        ("protection", f"Protection {PROTECTION}"), ("protection", PROTECTION_2),
        ("prevention", f"Prevention {PREVENTION}"),
    ]),
    "2007: run-in headings with colons": (2007, [
        ("profile", PROFILE), ("overview", OVERVIEW),
        ("prosecution", f"Prosecution: {PROSECUTION}"), ("protection", f"Protection: {PROTECTION}"),
        ("prevention", f"Prevention: {PREVENTION}"),
    ]),
    "2008: headings stripped": (2008, [
        ("profile", PROFILE), ("overview", OVERVIEW),
        ("recommendations", f"Recommendations for Moravania: {ADVICE}"),
        ("prosecution", PROSECUTION), ("protection", PROTECTION), ("prevention", PREVENTION),
    ]),
    "2009: several paragraphs for each effort, headings stripped": (2009, [
        ("profile", PROFILE), ("profile", "Boys are forced to beg in the cities."), ("overview", OVERVIEW),
        ("recommendations", f"Recommendations for Moravania: {ADVICE}"),
        ("prosecution", PROSECUTION), ("prosecution", PROSECUTION_2),
        ("protection", PROTECTION), ("protection", PROTECTION_2),
        ("prevention", PREVENTION), ("prevention", PREVENTION_2),
    ]),
    "2012: recommendations lost their heading": (2012, [
        ("overview", "MORAVANIA (Tier 2)"), ("profile", PROFILE), ("overview", OVERVIEW),
        ("recommendations", ADVICE),
        ("prosecution", "Prosecution"), ("prosecution", PROSECUTION), ("prosecution", PROSECUTION_2),
        ("protection", "Protection"), ("protection", PROTECTION),
        ("prevention", "Prevention"), ("prevention", PREVENTION),
    ]),
    "2016: capital headings, profile first": (2016, [
        ("overview", "MORAVANIA: Tier 2"), ("profile", PROFILE), ("overview", OVERVIEW),
        ("recommendations", "RECOMMENDATIONS FOR MORAVANIA:"), ("recommendations", ADVICE),
        ("prosecution", "PROSECUTION"), ("prosecution", PROSECUTION),
        ("protection", "PROTECTION"), ("protection", PROTECTION),
        ("prevention", "PREVENTION"), ("prevention", PREVENTION),
    ]),
    "2019: prioritized recommendations, profile last": (2019, [
        ("overview", "MORAVANIA: TIER 2"), ("overview", OVERVIEW), ("overview", OVERVIEW_2), ("overview", OVERVIEW_3),
        ("recommendations", "PRIORITIZED RECOMMENDATIONS:"),
        ("recommendations", "Train police and prosecutors to find victims."),
        ("recommendations", "In accordance with the law, increase penalties for complicit officials."),
        ("recommendations", "• As the council's budget allows, fund shelters."),
        ("prosecution", "PROSECUTION"), ("prosecution", PROSECUTION),
        ("protection", "PROTECTION"), ("protection", PROTECTION), ("protection", PROTECTION_2),
        ("prevention", "PREVENTION"), ("prevention", PREVENTION),
        ("profile", "TRAFFICKING PROFILE"), ("profile", LATE_PROFILE), ("profile", "Police arrested women there."),
    ]),
    "2020: recommendations before the overview": (2020, [
        ("overview", "Tier 2 Watch List"),
        ("recommendations", "PRIORITIZED RECOMMENDATIONS:"),
        ("recommendations", "Increase efforts to prosecute traffickers."),
        ("recommendations", "Vigorously investigate complicit officials."),
        ("overview", OVERVIEW), ("overview", OVERVIEW_3),
        ("prosecution", "PROSECUTION"), ("prosecution", PROSECUTION),
        ("protection", "PROTECTION"), ("protection", PROTECTION),
        ("prevention", "PREVENTION"), ("prevention", PREVENTION),
        ("profile", "TRAFFICKING PROFILE:"), ("profile", LATE_PROFILE),
    ]),
    "2022: every heading stripped": (2022, [
        ("overview", OVERVIEW), ("overview", OVERVIEW_2), ("overview", OVERVIEW_3),
        ("recommendations", "Increase efforts to prosecute traffickers."),
        ("recommendations", "Vigorously investigate complicit officials."),
        ("prosecution", PROSECUTION), ("prosecution", PROSECUTION_2),
        ("protection", PROTECTION), ("prevention", PREVENTION), ("profile", LATE_PROFILE),
    ]),
    "special case: scope and efforts": (2008, [
        ("overview", "Moravania (Special Case)"),
        ("overview", "Moravania remains a special case, since its central government controls little of the land."),
        ("profile", "Scope and Magnitude. Information on trafficking is hard to obtain or to verify."),
        ("overview", "Government Efforts. Authorities did not investigate, prosecute or convict traffickers."),
    ]),
}  # fmt: skip


@pytest.mark.parametrize(("edition", "pairs"), [pytest.param(*case, id=name) for name, case in ERAS.items()])
def test_sections_of_every_era(edition: int, pairs: Pairs) -> None:
    found = list(with_sections(_narrative(edition, [text for _, text in pairs])))
    assert found == pairs


@pytest.mark.parametrize(
    "paragraph",
    [
        "The government did not follow last year's recommendations to train police. It convicted three traffickers.",
        "Police identified 31 victims and referred them to shelters.",
        "Support for victims remained weak, and 40 of them received no care.",
        "Authorities reported that four officers were dismissed; none was charged.",
        "While the law allows it, courts did not order restitution in any of the nine cases.",
    ],
)
def test_accounts_do_not_hide_among_recommendations(paragraph: str) -> None:
    texts = [OVERVIEW, "PRIORITIZED RECOMMENDATIONS:", "Train police.", "Fund shelters.", paragraph]
    sections = [section for section, _ in with_sections(_narrative(2021, texts))]
    assert sections[:4] == ["overview", "recommendations", "recommendations", "recommendations"]
    assert sections[4] != "recommendations"


@pytest.mark.parametrize(
    "line",
    [
        "MORAVANIA (Tier 2)", "MORAVANIA: Tier 1", "Moravania (Tier 2 Watch List)", "MORAVANIA: TIER 2 WATCH LIST",
        "Tier 3", "Moravania – Tier 2 – Watch List", "MORAVANIA (TIER 2 WATCH LIST)*", "Moravania [Tier 1]",
        "MORAVANIA: Special Case", "Côte d’Ivoire (Tier 2 Watch List)",
    ],
)  # fmt: skip
def test_tier_lines(line: str) -> None:
    assert is_tier_line(line)
    assert next(with_sections(_narrative(2014, [line, PROFILE]))) == ("overview", line)


@pytest.mark.parametrize(
    "line",
    ["Moravania was placed on Tier 2.", "The country remained on Tier 2 Watch List", "TRAFFICKING PROFILE", PROFILE],
)
def test_sentences_are_no_tier_lines(line: str) -> None:
    assert not is_tier_line(line)


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("PROSECUTION", "prosecution"), ("Prosecution", "prosecution"), ("P ROSECUTION", "prosecution"),
        ("** Prosecution **", "prosecution"), ("3. Prosecution:", "prosecution"), ("Law Enforcement", "prosecution"),
        ("PROTECTION", "protection"), ("Protection of Victims", "protection"), ("Victim Protection", "protection"),
        ("Protection and Assistance to Victims", "protection"), ("PREVENTION:", "prevention"),
        ("RECOMMENDATIONS FOR THE KYRGYZ REPUBLIC", "recommendations"), 
        ("Prioritized Recommendations:", "recommendations"),
        ("Recommendations", "recommendations"), ("TRAFFICKING PROFILE", "profile"), ("TRAFFCKING PROFILE", "profile"),
        ("Prevention of smuggling is a priority of the coast guard", None), ("Moravania", None), ("", None),
    ],
)  # fmt: skip
def test_headings(line: str, section: Section | None) -> None:
    assert heading_section(line) == section


@pytest.mark.parametrize(
    "paragraph",
    ["Prosecution of traffickers remained weak, and courts convicted nobody during the whole of the reporting period.",
     "Prosecution Service staff trained 44 police officers in how to interview victims who had been forced to beg.",
     "Protection for victims improved, though only two of the seven shelters were open throughout the whole year."],
)  # fmt: skip
def test_words_that_open_a_sentence_are_no_run_in_headings(paragraph: str) -> None:
    assert next(with_sections(_narrative(2008, [paragraph])))[0] == "profile"


PARAGRAPHS = [
    PROFILE, OVERVIEW, OVERVIEW_2, ADVICE, PROSECUTION, PROTECTION, PREVENTION, LATE_PROFILE,
    "PROSECUTION", "PROTECTION", "PREVENTION", "PRIORITIZED RECOMMENDATIONS:", "Moravania (Tier 2)",
]  # fmt: skip


@given(st.lists(st.sampled_from(PARAGRAPHS) | st.text(max_size=80), max_size=14), st.integers(2001, 2030))
def test_every_paragraph_has_one_section_in_order(texts: list[str], edition: int) -> None:
    found = list(with_sections(_narrative(edition, texts)))
    assert [text for _, text in found] == texts
    for section, text in found:
        if text == ADVICE:
            assert section in ("recommendations", "prosecution", "protection", "prevention", "profile")
        elif section == "recommendations":
            assert text not in (PROFILE, OVERVIEW, PROSECUTION, PROTECTION, PREVENTION, LATE_PROFILE)


def test_thousands_of_paragraphs_take_no_time_to_speak_of() -> None:
    texts = [OVERVIEW, *[PROSECUTION, PROTECTION_2, PREVENTION_2] * 1000]
    assert len(list(with_sections(_narrative(2008, texts)))) == len(texts)


def _narrative(edition: int, texts: list[str]) -> Narrative:
    return Narrative("tip_report", "KAZ", edition, "", tuple(texts), "text", None)
