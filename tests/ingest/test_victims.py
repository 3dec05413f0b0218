"""The machine of fact_victims on tables of cases: who did what for how many, when, and what is no fact."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import Document
from ingest.facts import MAX_QUOTE
from ingest.grammar.victims import find
from ingest.tokens import sentences
from tests.ingest.texts import one_paragraph


def document_of(text: str, edition: int = 2012, country: str = "KAZ", section: str = "protection") -> Document:
    return one_paragraph(text, country, edition, section)


def facts(text: str, **about: Any) -> list[dict[str, Any]]:
    document = document_of(text, **about)
    return [fact.values for fact in find(document, sentences(document))]


def shown(text: str, *columns: str, **about: Any) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in facts(text, **about)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police identified 14 victims from Chad.", [(14, "unspecified", "foreign", "total")]),
        (
            "Police identified 40 victims. They also identified six child victims.",
            [(40, "unspecified", "unspecified", "total"), (6, "child", "unspecified", "part")],
        ),
        (
            "Police identified 19 victims, all of whom were girls.",
            [(19, "child", "unspecified", "total")],
        ),
        (
            "Of the 60 victims identified, 22 were Kazakhstani, while 38 were foreign nationals.",
            [
                (60, "unspecified", "unspecified", "total"),
                (22, "unspecified", "national", "part"),
                (38, "unspecified", "foreign", "part"),
            ],
        ),
        (
            "Police identified 90 victims. These included 50 adults and 40 children (25 girls and 15 boys); 70 were"
            " Kazakhstani and 20 were from other countries.",
            [
                (90, "unspecified", "unspecified", "total"),
                (50, "adult", "unspecified", "part"),
                (40, "child", "unspecified", "part"),
                (25, "child", "unspecified", "part"),
                (15, "child", "unspecified", "part"),
                (70, "unspecified", "national", "part"),
                (20, "unspecified", "foreign", "part"),
            ],
        ),
        (
            "The state assisted 30 children (22 Kazakhstani and eight Uzbek).",
            [
                (30, "child", "unspecified", "total"),
                (22, "child", "national", "part"),
                (8, "child", "foreign", "part"),
            ],
        ),
        (
            "Police identified 90 victims. This included 80 victims of forced labor and 10 victims whose exploitation"
            " was unknown.",
            [
                (90, "unspecified", "unspecified", "total"),
                (80, "unspecified", "unspecified", "total"),
                (10, "unspecified", "unspecified", "part"),
            ],
        ),
        ("Police identified 11 domestic servitude victims.", [(11, "unspecified", "unspecified", "total")]),
        (
            "Of the 60 victims identified, 15 were under age 18 and almost all were healthy.",
            [(60, "unspecified", "unspecified", "total"), (15, "child", "unspecified", "part")],
        ),
    ],
)
def test_who_the_victims_were(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert shown(text, "value", "age_group", "origin", "scope") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police identified 800 potential victims (500 men and 300 women).", [(800, True), (500, True), (300, True)]),
        ("Police identified 60 suspected victims, including 21 children and 39 adults.",
         [(60, True), (21, True), (39, True)]),
        ("Police identified 30 victims: 20 for sex trafficking and 10 for potential forced labor.",
         [(30, False), (20, False), (10, False)]),
    ],
)  # fmt: skip
def test_victims_are_potential_where_they_are_called_so(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert shown(text, "value", "is_potential") == expected


def test_bare_victims_of_a_comparison_are_of_the_type_compared_with() -> None:
    text = "Police identified 25 victims of forced labor, compared with 17 victims in 2010."
    assert shown(text, "value", "trafficking_type") == [(25, "labor"), (17, "labor")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police identified 14 victims.", [("identified", 14, 2011, False)]),
        (
            "Police identified 17 victims. Traffickers exploited 11 victims in domestic service and six in brothels.",
            [("identified", 17, 2011, False), ("identified", 11, 2011, False), ("identified", 6, 2011, False)],
        ),
        (
            "The state repatriated two victims identified in Oman, compared to 10 victims identified in Iraq in 2010.",
            [("repatriated", 2, 2011, False), ("repatriated", 10, 2010, True)],
        ),
        (
            "The state repatriated four victims, compared with two repatriations in 2010.",
            [("repatriated", 4, 2011, False), ("repatriated", 2, 2010, True)],
        ),
        ("The ministry oversaw the placement of four victims in a shelter.", [("assisted", 4, 2011, False)]),
        (
            "Police identified 54 victims. The 54 victims identified included 30 girls and 24 boys.",
            [("identified", 54, 2011, False), ("identified", 30, 2011, False), ("identified", 24, 2011, False)],
        ),
        (
            "Nine victims received aid in shelters, and 24 received services outside shelters.",
            [("assisted", 9, 2011, False), ("assisted", 24, 2011, False)],
        ),
        (
            "Police identified 40 victims; 14 were men, and 14 were from Oman.",
            [("identified", 40, 2011, False), ("identified", 14, 2011, False), ("identified", 14, 2011, False)],
        ),
        (
            "In 2011, authorities identified 31 victims, an increase from 22 in 2010 and 19 in 2009.",
            [("identified", 31, 2011, False), ("identified", 22, 2010, True), ("identified", 19, 2009, True)],
        ),
        (
            "Officials identified 31 victims (22 in 2010).",
            [("identified", 31, 2011, False), ("identified", 22, 2010, True)],
        ),
        (
            "Officials identified eight victims. This compared with identifying 13 victims in 2010.",
            [("identified", 8, 2011, False), ("identified", 13, 2010, True)],
        ),
        (
            "The ministry identified, referred, and assisted six victims.",
            [("identified", 6, 2011, False), ("referred", 6, 2011, False), ("assisted", 6, 2011, False)],
        ),
        (
            "Nine victims were identified at the border and referred to a shelter.",
            [("identified", 9, 2011, False), ("referred", 9, 2011, False)],
        ),
        ("The embassy helped repatriate 26 nationals who were victims.", [("repatriated", 26, 2011, False)]),
        ("NGOs were able to provide 40 victims with care.", [("assisted", 40, 2011, False)]),
        ("Courts awarded compensation to three victims.", [("other", 3, 2011, False)]),
        ("Police rescued 12 girls and provided them shelter.", [("assisted", 12, 2011, False)]),
        (
            "An NGO identified 14 boys and provided care.",
            [("identified", 14, 2011, False), ("assisted", 14, 2011, False)],
        ),
        (
            "Police identified 16 victims and referred them to shelters.",
            [("identified", 16, 2011, False), ("referred", 16, 2011, False)],
        ),
        (
            "Police identified 16 victims and provided services to 11 victims.",
            [("identified", 16, 2011, False), ("assisted", 11, 2011, False)],
        ),
        ("Police identified 16 victims and provided services to women at risk.", [("identified", 16, 2011, False)]),
        ("Authorities identified 48 cases of children recruited by rebels.", [("identified", 48, 2011, False)]),
        ("Authorities identified 48 cases of forced labor.", []),
        ("Police opened nine investigations involving 31 victims.", [("other", 31, 2011, False)]),
        (
            "The shelter assisted 58 victims, including 17 who were newly referred to it.",
            [("assisted", 58, 2011, False), ("referred", 17, 2011, False)],
        ),
        (
            "The government identified a total of 61 victims—including those assisted by other offices—compared with 44"
            " victims in 2010.",
            [("identified", 61, 2011, False), ("identified", 44, 2010, True)],
        ),
        (
            "Police identified 11 victims. There were nine victims of forced labor and two victims of sex trafficking.",
            [("identified", 11, 2011, False), ("identified", 9, 2011, False), ("identified", 2, 2011, False)],
        ),
        (
            "Police identified three victims, compared with not identifying any victims in 2010.",
            [("identified", 3, 2011, False), ("identified", 0, 2010, True)],
        ),
        (
            "The ministry identified 11 victims. All 11 victims were referred to care.",
            [("identified", 11, 2011, False), ("referred", 11, 2011, False)],
        ),
        (
            "Police identified 12 victims, whereas they identified 26 victims in 2009.",
            [("identified", 12, 2011, False), ("identified", 26, 2009, True)],
        ),
        ("By comparison, in 2010 police identified 26 victims.", [("identified", 26, 2010, True)]),
        (
            "Some employers of the estimated 2,000 foreign domestic workers hold their passports, making them"
            " vulnerable to forced labor.",
            [],
        ),
        ("About 58 victims remained in trafficking abroad.", [("other", 58, 2011, False)]),
        ("There was no time limit for victims to access shelters.", []),
        ("Two full-time social workers assessed the needs of victims.", []),
        (
            "The government identified 74 victims; there were at least 38 female and 36 male victims.",
            [("identified", 74, 2011, False), ("identified", 38, 2011, False), ("identified", 36, 2011, False)],
        ),
        (
            "Officers screened 90 migrants for signs of trafficking and identified 12 victims.",
            [("identified", 12, 2011, False)],
        ),
        (
            "Police identified 16 victims. The ministry tried to identify others: seven victims were male, compared"
            " with three in 2010.",
            [("identified", 16, 2011, False), ("identified", 7, 2011, False), ("identified", 3, 2010, True)],
        ),
        (
            "The shelter housed one boy, two women, and one man.",
            [("assisted", 1, 2011, False), ("assisted", 2, 2011, False), ("assisted", 1, 2011, False)],
        ),
        ("The state provided shelter to 12 women it had rescued.", [("assisted", 12, 2011, False)]),
    ],
)
def test_counts_carry_action_value_year_and_comparison(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert shown(text, "action", "value", "data_year", "is_comparison") == expected


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The government identified 12 victims.", "government"),
        ("NGOs assisted 12 victims.", "ngo"),
        ("IOM assisted 12 victims.", "international_organization"),
        ("The government and NGOs identified 12 victims.", "joint"),
        ("The police, in cooperation with IOM, identified 12 victims.", "joint"),
        ("Twelve victims were identified.", "unspecified"),
        ("Twelve victims were identified by inspectors.", "government"),
        ("The government reported NGOs assisted 12 victims.", "ngo"),
        ("A shelter run by an NGO assisted 12 victims.", "ngo"),
        ("The police referred 12 victims to NGOs.", "government"),
        ("Foreign embassies assisted 12 victims.", "unspecified"),
    ],
)
def test_the_actor_is_the_subject_or_the_agent(text: str, actor: str) -> None:
    assert shown(text, "actor", "value") == [(actor, 12)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police identified 12 sex trafficking victims.", [("sex", 12)]),
        ("Police identified 12 sex and seven labor trafficking victims.", [("sex", 12), ("labor", 7)]),
        ("Police identified 12 victims of forced labor and sex trafficking.", [("all", 12)]),
        ("Police identified 12 victims (nine of sex trafficking, three of forced labor).",
         [("all", 12), ("sex", 9), ("labor", 3)]),
        ("Police identified 12 victims. Of these, nine were exploited in forced begging.", [("all", 12), ("labor", 9)]),
        ("Officials demobilized 12 child soldiers.", [("labor", 12)]),
        ("Police identified six men and five women in domestic servitude.", [("labor", 6), ("labor", 5)]),
    ],
)  # fmt: skip
def test_types_come_from_the_words_of_the_figure(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert shown(text, "trafficking_type", "value") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police identified 12 female victims.", ("unspecified", "female", "unspecified", False)),
        ("Police identified 12 potential child victims.", ("child", "unspecified", "unspecified", True)),
        ("Police identified 12 Kazakhstani women.", ("adult", "female", "national", False)),
        ("Police identified 12 Uzbek boys.", ("child", "male", "foreign", False)),
        ("Police identified 12 foreign victims.", ("unspecified", "unspecified", "foreign", False)),
        ("Police identified 12 suspected victims.", ("unspecified", "unspecified", "unspecified", True)),
    ],
)
def test_age_gender_origin_and_doubt(text: str, expected: tuple[Any, ...]) -> None:
    assert shown(text, "age_group", "gender", "origin", "is_potential") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officials did not identify any victims.", [("identified", "zero")]),
        ("Officials identified no victims.", [("identified", "zero")]),
        ("No victims were referred or assisted.", [("referred", "zero"), ("assisted", "zero")]),
        ("Officials did not identify any victims or refer them to care.", [("identified", "zero")]),
        ("The state provided no assistance to any victims.", [("assisted", "zero")]),
        ("Officials did not report identifying victims.", [("identified", "not_reported")]),
        ("The state did not provide data on the number of victims assisted.", [("assisted", "not_reported")]),
        ("The government did not report how many victims it referred.", [("referred", "not_reported")]),
        ("Officials made no efforts to identify victims.", []),
        ("The state did not provide services to victims.", []),
        ("Officials did not adequately identify victims.", []),
        ("The law does not identify victims as such.", []),
        ("Officials referred an unknown number of victims.", []),
    ],
)
def test_denials(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert shown(text, "action", "status") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Police identified 14 traffickers.",
        "Police identified 12 trafficking cases.",
        "The shelter can house up to 20 victims.",
        "The government opened three shelters for victims.",
        "The ministry assisted 400 refugees.",
        "Officials trained 40 officers to identify victims.",
        "The ministry assisted 15 vulnerable children.",
        "Of these cases, 12 involved victims.",
        "Officials identified victims in 12 provinces.",
    ],
)
def test_what_counts_no_victims(text: str) -> None:
    assert facts(text) == []


def test_a_whole_that_was_stated_before_is_told_once() -> None:
    text = "Officials identified 30 victims. Of the 30 victims, 12 were children."
    assert shown(text, "value", "scope") == [(30, "total"), (12, "part")]


def test_equal_figures_of_one_sentence_are_two_facts() -> None:
    document = document_of("Officials identified 30 victims; seven were Nepali and seven were Lao.")
    found = list(find(document, sentences(document)))
    assert [(fact.values["value"], fact.separate) for fact in found] == [(30, False), (7, True), (7, True)]


_TEXT = (
    "police identified 12 victims , of whom seven were children ( in 2010 ) compared with nine NGOs assisted no any did"
    " not report 40 women ; the government and referred to shelters . including Of these Nepali forced labor"
)
_WORDS = st.sampled_from(_TEXT.split())


@settings(max_examples=60, deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=60))
def test_any_words_give_quotes_within_bounds(words: list[str]) -> None:
    document = document_of(" ".join(words) + ".")
    for fact in find(document, sentences(document)):
        assert 0 <= fact.start < fact.end <= len(document.text)
        assert fact.end - fact.start <= MAX_QUOTE
        if fact.takes and fact.values["status"] == "reported":
            assert fact.start <= fact.takes[0] < fact.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In their sex trafficking cases, police identified nine victims, two of whom were girls.", ["sex", "sex"]),
        ("In its forced labor investigations, police identified nine victims.", ["labor"]),
        ("In most cases, police identified nine victims.", ["all"]),
        (
            "Police identified 61 victims, including 30 victims of sex trafficking and 31 of forced labor. Of the 61"
            " victims, the ministry gave care to 54; 28 received assistance in shelters.",
            ["all", "sex", "labor", "all", "all"],
        ),
    ],
)
def test_type_of_the_opening_and_of_the_sentence_before(text: str, expected: list[str]) -> None:
    assert [row[0] for row in shown(text, "trafficking_type")] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Traffickers exploited 300 women in brothels.",
        "The police trained 40 officers. Traffickers exploited 300 women in brothels.",
        "The state did not report providing support to the organizations that identify and assist victims.",
    ],
)
def test_exploitation_alone_is_no_count(text: str) -> None:
    assert not facts(text)


def test_repatriation_that_was_not_reported() -> None:
    text = "The government did not report coordinating the repatriation of foreign victims."
    assert shown(text, "action", "status") == [("repatriated", "not_reported")]


def test_an_agency_that_also_acts_is_the_governments() -> None:
    text = "An NGO assisted 12 victims. The DFA also assisted 30 victims through its embassies."
    assert shown(text, "value", "actor") == [(12, "ngo"), (30, "government")]
