"""Counts of law enforcement, as the contract decides them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract import extract
from tests.ingest.laws import counts, document, rows
from tests.ingest.texts import one_paragraph

INV, ARR, PRO, CON, ACQ = "investigation", "arrest", "prosecution", "conviction", "acquittal"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Courts won their first conviction under the law.", [(CON, 1, 2007)]),
        ("The state prosecuted a trafficker.", [(PRO, 1, 2007)]),
        ("A court convicted a recruiter.", [(CON, 1, 2007)]),
        (
            "Police investigated, prosecuted, and convicted one trafficker.",
            [(INV, 1, 2007), (PRO, 1, 2007), (CON, 1, 2007)],
        ),
        ("There were six prosecutions and convictions.", [(PRO, 6, 2007), (CON, 6, 2007)]),
        ("Authorities initiated and completed two prosecutions.", [(PRO, 2, 2007)]),
        ("The ministry reported no arrests.", [(ARR, 0, 2007)]),
        ("Officials did not report any arrests.", [(ARR, None, 2007)]),
        ("Police reported no data on arrests.", [(ARR, None, 2007)]),
        (
            "The state failed to investigate, prosecute, or convict traffickers.",
            [(INV, 0, 2007), (PRO, 0, 2007), (CON, 0, 2007)],
        ),
        ("The state has not convicted anyone since 2004.", [(CON, 0, 2007)]),
        ("There were no acquittals.", [(ACQ, 0, 2007)]),
        ("The courts have not reported any convictions.", [(CON, None, 2007)]),
        ("The courts did not provide statistics on convictions.", [(CON, None, 2007)]),
        ("Police arrested an unknown number of suspects.", []),
        ("Police made no efforts to investigate or prosecute traffickers.", [(INV, 0, 2007), (PRO, 0, 2007)]),
        ("The country has yet to convict a trafficker.", [(CON, 0, 2007)]),
        ("The government did not provide comprehensive data on convictions.", []),
        ("Of those 40 investigations, prosecutions were initiated in 13.", [(PRO, 13, 2007)]),
        ("The courts convicted seven people under pimping laws.", [(CON, 7, 2007)]),
    ],
)
def test_borderline_cases_are_as_the_contract_decides(text: str, expected: list[object]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a trailing year shared by a list, and its comparison
        (
            "Police opened 19 cases and made 11 arrests in 2006, compared to nine cases and two arrests in 2005.",
            [(INV, 19, 2006), (ARR, 11, 2006), (INV, 9, 2005), (ARR, 2, 2005)],
        ),
        # a leading year, and numbers in step
        (
            "In 2006, police investigated 15 cases and prosecuted six, compared with 12 and five in 2004.",
            [(INV, 15, 2006), (PRO, 6, 2006), (INV, 12, 2004), (PRO, 5, 2004)],
        ),
        # chained years
        (
            "Courts convicted 33 traffickers, compared with 28 in 2006, 31 in 2005 and 17 in 2004.",
            [(CON, 33, 2007), (CON, 28, 2006), (CON, 31, 2005), (CON, 17, 2004)],
        ),
        # an earlier value without a year of its own
        ("Courts convicted 14 traffickers in 2006, up from 11.", [(CON, 14, 2006), (CON, 11, 2005)]),
        ("Courts convicted 14 traffickers, up from 11 the previous year.", [(CON, 14, 2007), (CON, 11, 2006)]),
        # brackets
        ("There were 24 arrests (42 in 2006).", [(ARR, 24, 2007), (ARR, 42, 2006)]),
        (
            "Police arrested 24 traffickers (one arrest each in 2006 and 2005).",
            [(ARR, 24, 2007), (ARR, 1, 2005), (ARR, 1, 2006)],
        ),
        (
            "Police arrested 33 suspects (20 for sex trafficking and 13 for forced labor) in 2006.",
            [(ARR, 33, 2006), (ARR, 20, 2006), (ARR, 13, 2006)],
        ),
        # the comparison in the next sentence
        (
            "Courts convicted 21 traffickers. This compared with convicting 13.",
            [(CON, 21, 2007), (CON, 13, 2006)],
        ),
        ("Convictions fell from 12 in 2006 to five in 2007.", [(CON, 12, 2006), (CON, 5, 2007)]),
        (
            "The state prosecuted nine men, a decrease from the previous reporting period, when it prosecuted 16.",
            [(PRO, 9, 2007), (PRO, 16, 2006)],
        ),
        # years that date something else
        ("Courts convicted nine traffickers under the 1999 law.", [(CON, 9, 2007)]),
        ("Prosecutors charged eight suspects from 2004 investigations.", [(PRO, 8, 2007)]),
        ("Twelve and 17 offenders were convicted in 2005 and 2006, respectively.", [(CON, 12, 2005), (CON, 17, 2006)]),
    ],
)
def test_each_figure_takes_the_year_that_governs_it(text: str, expected: list[object]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police prosecuted 45 suspects in 12 cases.", [(PRO, 45, 2007), (PRO, 12, 2007)]),
        ("Police initiated prosecutions of 16 suspects.", [(PRO, 16, 2007)]),
        ("Nine traffickers were brought to trial.", [(PRO, 9, 2007)]),
        ("The cases ended with two convictions.", [(CON, 2, 2007)]),
        ("Police raided 30 bars, with six men arrested and four convicted.", [(ARR, 6, 2007), (CON, 4, 2007)]),
        ("Police forwarded 18 cases to court.", [(PRO, 18, 2007)]),
        ("Police forwarded 18 cases to the prosecutor.", []),
        ("Police registered 41 trafficking cases involving 60 suspects.", [(INV, 41, 2007), (INV, 60, 2007)]),
        ("Police investigated 12 cases, of which three remained pending.", [(INV, 12, 2007), (INV, 3, 2007)]),
        ("Judges convicted 14 traffickers, one by the high court.", [(CON, 14, 2007), (CON, 1, 2007)]),
    ],
)
def test_stages_are_found_in_verbs_nouns_and_what_is_done_with_cases(text: str, expected: list[object]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Police identified 40 victims.",
        "The government trained 90 police to investigate and prosecute traffickers.",
        "Article 128 prescribes three to 12 years' imprisonment for each conviction.",
        "Courts convicted 12 men for migrant smuggling.",
        "Police arrested and deported 60 foreign women in prostitution.",
        "Police conducted 14 raids.",
        "The government should prosecute 10 traffickers.",
        "Authorities did not adequately investigate such claims.",
        "Of the eight convicted traffickers, five were sentenced to prison.",
        "Courts convicted traffickers, 15 percent of them women.",
        "Police investigated 111 more than in 2006.",
        "Spanish courts convicted eight traffickers.",
        "Foreign police arrested eight traffickers.",
        "Prosecutors declined to prosecute 12 suspects.",
        "Police in Spain arrested 12 traffickers.",
        "NGOs assisted victims in 14 trials.",
        "Police identified 14 traffickers and extradited three.",
    ],
)
def test_what_is_no_count_of_a_stage_makes_no_row(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize(
    ("text", "column", "expected"),
    [
        ("Police arrested two border guards.", "subject", ["officials"]),
        ("Courts convicted one trafficker – a police officer.", "subject", ["officials"]),
        ("No government employees were investigated.", "subject", ["officials"]),
        ("The state did not prosecute traffickers or complicit officials.", "subject", ["traffickers", "officials"]),
        (
            "There were no trials, including trials of complicit officials.",
            "subject",
            ["traffickers", "officials"],
        ),
        ("Police arrested 12 sex traffickers and five pimps.", "trafficking_type", ["sex", "sex"]),
        ("Courts convicted six people for forced labor.", "trafficking_type", ["labor"]),
        ("Courts convicted six people for sex trafficking and forced labor.", "trafficking_type", ["all"]),
        ("Police investigated nine cases (all labor trafficking).", "trafficking_type", ["labor"]),
        ("Police investigated six cases of forced marriage.", "trafficking_type", ["other"]),
        ("Police continued five investigations.", "case_status", ["continued"]),
        ("Police closed four investigations.", "case_status", ["closed"]),
        ("Courts convicted up to 30 traffickers.", "qualifier", ["at_most"]),
        ("Courts convicted an estimated 30 traffickers.", "qualifier", ["approximately"]),
        ("Police investigated 30 cases, including five of forced labor.", "scope", ["total", "total"]),
        ("Police arrested 30 suspects, including five foreigners.", "scope", ["total", "part"]),
        ("In one case, police arrested two suspects.", "scope", ["example"]),
        ("Courts convicted 19 offenders.", "unit", ["person"]),
        ("Courts reported 19 convictions.", "unit", ["unspecified"]),
        ("Police prosecuted 19 cases.", "unit", ["case"]),
        ("Courts convicted 50 to 60 traffickers.", "value_high", [60]),
        ("Courts have never convicted a trafficker.", "period_type", ["other"]),
        ("In fiscal year 2007, police arrested 12 suspects.", "period_type", ["other"]),
        ("During the year, police arrested 12 suspects.", "period_type", ["reporting_period"]),
    ],
)
def test_the_other_columns_are_as_the_words_decide(text: str, column: str, expected: list[object]) -> None:
    assert [row[column] for row in rows("fact_prosecutions", text)] == expected


def test_three_stages_denied_of_officials_are_three_rows_that_were_not_reported() -> None:
    text = "The state did not report any investigations, prosecutions, or convictions of complicit officials."
    found = rows("fact_prosecutions", text)
    assert [(row["stage"], row["status"], row["subject"]) for row in found] == [
        (stage, "not_reported", "officials") for stage in (INV, PRO, CON)
    ]
    assert {row["value"] for row in found} == {None} == {row["qualifier"] for row in found}


def test_a_denial_with_several_objects_has_a_row_for_each() -> None:
    text = "Police did not arrest any labor traffickers, any pimps, or any complicit officers."
    found = rows("fact_prosecutions", text)
    assert [(row["trafficking_type"], row["subject"]) for row in found] == [
        ("labor", "traffickers"),
        ("sex", "traffickers"),
        ("all", "officials"),
    ]


STAGES = {
    "investigated": INV,
    "arrested": ARR,
    "prosecuted": PRO,
    "convicted": CON,
    "acquitted": ACQ,
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police conducted 19 investigations, an increase from 11, and three prosecutions.",
         [(INV, 19, 2007), (INV, 11, 2006), (PRO, 3, 2007)]),
        ("Police investigated 20 cases, compared with 35 in 2006 and prosecutions of nine men, compared with four.",
         [(INV, 20, 2007), (INV, 35, 2006), (PRO, 9, 2007), (PRO, 4, 2006)]),
        ("Police opened 14 investigations, compared with six investigations and prosecutions of nine men in 2006.",
         [(INV, 14, 2007), (INV, 6, 2006), (PRO, 9, 2006)]),
        ("Courts convicted six men, the same number of convictions reported in 2006.", [(CON, 6, 2007)]),
        ("Courts convicted eight men—six pimps and two slaveholders—compared with five men in 2006.",
         [(CON, 8, 2007), (CON, 6, 2007), (CON, 2, 2007), (CON, 5, 2006)]),
        ("Police investigated 40 cases in 2006. Of the investigations, 31 were for sex trafficking.",
         [(INV, 40, 2006), (INV, 31, 2006)]),
        ("Police investigated six cases, compared with 30 cases in 2006, including 18 sex trafficking cases.",
         [(INV, 6, 2007), (INV, 30, 2006), (INV, 18, 2006)]),
        ("Courts did not convict any brokers, a decrease compared with 12 brokers in 2006.",
         [(CON, 0, 2007), (CON, 12, 2006)]),
        ("Police began two investigations and continued to investigate four cases initiated and registered in 2006.",
         [(INV, 2, 2007), (INV, 4, 2007)]),
        ("Three prosecutions initiated in 2004 remained pending.", [(PRO, 3, 2007)]),
        ("Nine cases under Section 3 initiated in 2005 remained pending before the courts.", [(PRO, 9, 2007)]),
        ("Prosecutors pursued trafficking charges against two men.", [(PRO, 2, 2007)]),
        ("In 2007, 15 brokers received final convictions.", [(CON, 15, 2007)]),
        ("One-hundred and twelve suspects were arrested.", [(ARR, 112, 2007)]),
        ("In February 2008, police arrested nine suspects.", [(ARR, 9, 2007)]),
        ("In February 2007, police arrested nine suspects.", [(ARR, 9, 2007)]),
        ("Police investigated 24 cases; nine suspects for sex trafficking and 12 suspects for forced labor.",
         [(INV, 24, 2007)]),
        ("Police investigated 24 cases with 21 suspects; nine suspects for sex trafficking and 12 for forced labor.",
         [(INV, 24, 2007), (INV, 21, 2007), (INV, 9, 2007), (INV, 12, 2007)]),
    ],
)  # fmt: skip
def test_comparisons_parts_and_what_was_left_pending_keep_their_year(text: str, expected: list[object]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Police screened 230 women detained during raids.",
        "The academy trained officers (310), judges (22), and prosecutors (40) on prosecuting such cases.",
        "An officer accused of forcing five girls into prostitution remained under investigation.",
        "Those convicted of a crime may appeal.",
        "The country has a system that did not record convictions.",
        "This was the first conviction since 2001.",
        "Charges were not reported for the other convictions.",
    ],
)
def test_people_in_a_deed_or_in_care_and_retold_counts_make_no_row(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police reported 33 investigations and 20 prosecutions for child sexual exploitation.", ["sex", "sex"]),
        ("Police reported 33 investigations and 20 sex trafficking prosecutions.", ["all", "sex"]),
        ("Article 7 criminalized forced labor. Police arrested nine suspects under Article 7.", ["labor"]),
        ("Prosecutors charged six men under Article 7 (forced labor) and four under Article 9 (pimping).",
         ["labor", "sex"]),
        ("Article 7 criminalized forced labor and prostitution. Police arrested nine under Article 7.", ["all"]),
        ("Courts prosecuted 40 men for slavery, with 11 convictions.", ["labor", "labor"]),
        ("Courts prosecuted 15 slaveholders. Nine of these offenders were convicted.", ["labor", "labor"]),
        ("Police conducted seven sex trafficking investigations involving 13 suspects.", ["sex", "sex"]),
    ],
)  # fmt: skip
def test_a_type_is_shared_by_complement_article_or_whole(text: str, expected: list[object]) -> None:
    assert [row["trafficking_type"] for row in rows("fact_prosecutions", text)] == expected


def test_a_verb_of_another_object_ends_a_denial() -> None:
    text = "The government did not convict any brokers or dedicate resources to officials who led the efforts."
    assert [(row["value"], row["subject"]) for row in rows("fact_prosecutions", text)] == [(0, "traffickers")]


def test_a_state_that_came_out_of_the_country_is_not_foreign() -> None:
    found = extract(one_paragraph("Serbian police arrested 41 suspects.", "SCG", 2003)).rows
    assert [row["value"] for row in found["fact_prosecutions"]] == [41]


def test_a_whole_that_differs_from_what_was_counted_is_a_figure_of_its_own() -> None:
    assert counts("Courts won 30 convictions. Of the 30 convictions, most were under appeal.") == [(CON, 30, 2007)]
    assert (CON, 22, 2007) in counts("Courts won 30 convictions. Of the 22 convictions, most were under appeal.")


@given(
    verb=st.sampled_from(sorted(STAGES)),
    number=st.integers(2, 9_999),
    noun=st.sampled_from(["traffickers", "suspects", "defendants", "alleged labor traffickers"]),
    year=st.integers(2000, 2007),
)
@settings(max_examples=60, deadline=None)
def test_any_plain_count_is_taken_as_stated(verb: str, number: int, noun: str, year: int) -> None:
    # "convicted 2007 traffickers" is a count, and "in 2007" a year
    assert counts(f"Authorities {verb} {number} {noun} in {year}.") == [(STAGES[verb], number, year)]


@given(st.text(alphabet=st.sampled_from("ac convicted arrests 12 in 2007,(;no any did not report–."), max_size=200))
@settings(max_examples=80, deadline=None)
def test_no_text_breaks_the_machine_and_every_quote_is_in_it(text: str) -> None:
    given_ = document(text or ".")
    for row in extract(given_).rows.get("fact_prosecutions", []):
        assert row["quote"] == given_.text[row["char_start"] : row["char_end"]]


def test_a_number_in_a_list_is_quoted_with_its_own_words() -> None:
    text = "Police investigated 26 cases (17 for sex trafficking and nine for forced labor) in 2006."
    assert [row["quote"] for row in rows("fact_prosecutions", text)] == [
        "investigated 26 cases",
        "17 for sex trafficking",
        "nine for forced labor",
    ]


def test_what_goes_on_from_earlier_years_is_counted_in_this_period() -> None:
    found = rows("fact_prosecutions", "Police initiated 13 new investigations and continued ten from previous years.")
    assert [(row["value"], row["period_type"]) for row in found] == [
        (13, "reporting_period"),
        (10, "reporting_period"),
    ]
