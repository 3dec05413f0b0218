"""Wordings of the reports that fact_victims must read right: who acted, of what type, and what is counted at all."""

from __future__ import annotations

import pytest

from tests.ingest.test_victims import shown


def test_each_verb_of_a_list_has_its_own_actor() -> None:
    text = "Police referred 14 victims, the ministry referred six, NGOs referred nine, three were referred by IOM."
    found = shown(text, "value", "actor")
    assert found == [(14, "government"), (6, "government"), (9, "ngo"), (3, "international_organization")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The women's shelter assisted 18 victims.", "unspecified"),
        ("The women's shelter reported assisting 18 victims.", "unspecified"),
        ("The ministry's shelter assisted 18 victims.", "government"),
        ("An NGO-run shelter assisted 18 victims.", "ngo"),
        ("The government opened two centers for child victims; these centers assisted 18 victims.", "government"),
        ("Media reported the task unit identified 18 girls as victims of sex trafficking.", "government"),
        ("Eighteen victims self-referred.", "unspecified"),
        ("Officials reported 18 victims received assistance.", "government"),
        ("Eighteen victims received assistance.", "unspecified"),
        ("A crisis line received 18 victim referrals from the police.", "government"),
    ],
)
def test_who_acted(text: str, expected: str) -> None:
    assert shown(text, "value", "actor") == [(18, expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police identified 16 girls as victims of sex trafficking.", ["sex"]),
        ("Police identified 16 victims during raids on brothels.", ["sex"]),
        ("Inspectors raided farms for forced labor, resulting in the identification of 16 victims.", ["labor"]),
        ("Police identified 61 sex trafficking victims, 50 women and 11 girls, and two labor victims.", ["sex"] * 3),
        (
            "Police identified seven victims of forced labor and three of sex trafficking, six of whom were men.",
            ["labor", "sex", "all"],
        ),
        (
            "Police identified 17 victims, including 13 labor trafficking victims and four sex trafficking victims;"
            " this compared to nine victims identified in 2010.",
            ["all", "labor", "sex", "all"],
        ),
    ],
)
def test_type_by_cause_by_place_and_by_list(text: str, expected: list[str]) -> None:
    assert [row[0] for row in shown(text, "trafficking_type")][: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Authorities did not identify any child trafficking victims.", [("identified", "zero", 2011)]),
        (
            "The state did not report the number of victims it identified in 2010 or 2011.",
            [("identified", "not_reported", 2010), ("identified", "not_reported", 2011)],
        ),
        (
            "The state ran a shelter for girl victims, but did not report how many it assisted.",
            [("assisted", "not_reported", 2011)],
        ),
        ("Of 70 government identified victims, eight remained unknown.", [("identified", "reported", 2011)] * 2),
        ("Nineteen victims contacted the center and eight accepted shelter.", [
            ("other", "reported", 2011), ("assisted", "reported", 2011),
        ]),
        ("Twenty women chose to reside in this shelter.", [("assisted", "reported", 2011)]),
        ("Police identified one boy as a victim of forced labor.", [("identified", "reported", 2011)]),
    ],
)  # fmt: skip
def test_what_is_counted(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert shown(text, "action", "status", "data_year") == expected


_KNOWN = "The government identified 90 victims. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Most identified victims were girls (57).", [(57, "all", False)]),
        ("Most victims were citizens, of whom 57 were exploited abroad.", [(57, "all", False)]),
        ("In 2010, 57 victims were subjected to sex trafficking, four to forced labor.", [
            (57, "sex", False), (4, "labor", False),
        ]),
        ("Of these, 57 were sex trafficking victims, six were in servile marriage, and two unknown.", [
            (57, "sex", False), (6, "other", False), (2, "all", False),
        ]),
        ("Of these, 57 were victims of sex trafficking and six of uncategorized trafficking.", [
            (57, "sex", False), (6, "all", False),
        ]),
        ("This compared with 57 in 2010, including six girls; 41 in 2009; and 30 in 2008.", [
            (57, "all", True), (6, "all", True), (41, "all", True), (30, "all", True),
        ]),
        ("Identified sex trafficking victims included 57 women and six girls.", [
            (57, "sex", False), (6, "sex", False),
        ]),
        ("In all, 40 percent (36) of identified victims received care from public institutions and NGOs.", [
            (36, "all", False),
        ]),
    ],
)  # fmt: skip
def test_what_is_told_of_those_who_were_counted_before(text: str, expected: list[tuple[int, str, bool]]) -> None:
    found = [row[:3] for row in shown(_KNOWN + text, "value", "trafficking_type", "is_comparison")]
    assert found[1:] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ministry assisted 61 victims at seven short-term and nine long-term shelters in 2010 (compared with 47"
            " in 2009).",
            [(61, 2010), (47, 2009)],
        ),
        ("Labor inspectors identified 38 victims (38 in 2009).", [(38, 2011), (38, 2009)]),
        ("Police identified one foreign victim (zero in 2010 and 2009).", [(1, 2011), (0, 2010), (0, 2009)]),
        ("The state has never identified a child victim.", [(0, 2011)]),
        ("Police identified 12 victims (ten in 2009); 11 victims of sex trafficking and one of forced labor.", [
            (12, 2011), (10, 2009), (11, 2011), (1, 2011),
        ]),
    ],
)  # fmt: skip
def test_years_of_brackets_and_of_what_stands_in_them(text: str, expected: list[tuple[int, int]]) -> None:
    assert shown(text, "value", "data_year") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police referred 30 victims to shelters or NGOs for care compared with referring 12.", ["government"] * 2),
        ("The government and government-supported NGOs assisted 30 victims.", ["joint"]),
        ("Public institutions and NGOs assisted 30 victims.", ["joint"]),
    ],
)
def test_actors_of_comparisons_and_of_those_who_act_together(text: str, expected: list[str]) -> None:
    assert [row[0] for row in shown(text, "actor")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An NGO assisted 90 girls, of whom police referred 40 and other government agencies referred 12.", [
            ("assisted", 90, "ngo"), ("referred", 40, "government"), ("referred", 12, "government"),
        ]),
        ("The ministry gave care to 20 victims and 11 victims received assistance from a shelter.", [
            ("assisted", 20, "government"), ("assisted", 11, "unspecified"),
        ]),
        ("The government identified 14 victims, which it reportedly referred to services.", [
            ("identified", 14, "government"), ("referred", 14, "government"),
        ]),
        ("The government identified 14 victims and referred all victims to care.", [
            ("identified", 14, "government"), ("referred", 14, "government"),
        ]),
        ("Police identified and sheltered 14 victims. Among these victims were nine men and five boys.", [
            ("identified", 14, "government"), ("assisted", 14, "government"),
            ("identified", 9, "government"), ("assisted", 9, "government"),
            ("identified", 5, "government"), ("assisted", 5, "government"),
        ]),
        ("Police identified and sheltered 14 victims. Of the identified victims, nine were men.", [
            ("identified", 14, "government"), ("assisted", 14, "government"), ("identified", 9, "government"),
        ]),
        ("First responders referred 14 victims.", [("referred", 14, "unspecified")]),
        ("A government-funded registration center and its coordinator registered 14 victims.", [
            ("identified", 14, "unspecified"),
        ]),
        ("Volunteers and NGOs intercepted 14 potential victims at the border.", [("other", 14, "ngo")]),
        ("This is down from 14 victims police reported identifying in 2009.", [("identified", 14, "government")]),
    ],
)  # fmt: skip
def test_what_was_done_and_by_whom(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert shown(text, "action", "value", "actor") == expected


@pytest.mark.parametrize(
    ("text", "section", "expected"),
    [
        ("UNICEF estimates that 700 child soldiers await release in the north.", "profile", [("labor", 700)]),
        ("Bonded labor was not studied; NGOs think it affects an estimated 40,000 men.", "profile", [("labor", 40000)]),
        (
            "The cases involved 30 victims. Six of the eight individuals were found guilty of pimping.",
            "prosecution",
            [("all", 30)],
        ),
        (
            "Police identified 30 victims. The state ran two hotlines, one of which received 600 calls.",
            "protection",
            [("all", 30)],
        ),
    ],
)
def test_estimates_and_what_is_no_count(text: str, section: str, expected: list[tuple[str, int]]) -> None:
    assert shown(text, "trafficking_type", "value", section=section) == expected


def test_the_latest_year_of_the_data_holds_for_the_sentences_that_follow() -> None:
    text = "In 2009, the most recent year available, police identified 50 victims. Police referred 20 victims."
    assert shown(text, "value", "data_year") == [(50, 2009), (20, 2009)]
    other = "In 2009, the latest year of data, police identified 50 victims. NGOs assisted 20 victims{}."
    assert shown(other.format(""), "value", "data_year") == [(50, 2009), (20, 2011)]
    assert shown(other.format(" (30 in 2008)"), "value", "data_year") == [(50, 2009), (20, 2009), (30, 2008)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nineteen of the 30 provinces did not report identifying any victims.", []),
        ("The state assisted eight more persons than the number of victims identified.", []),
        ("The NGO noted the 28 victims it identified was higher than in earlier years, when it referred few.", [
            ("identified", 28, "ngo", "all"),
        ]),
        ("Police identified 19 victims. Of these, four victims were forced into prostitution; five were boys.", [
            ("identified", 19, "government", "all"), ("identified", 4, "government", "sex"),
            ("identified", 5, "government", "all"),
        ]),
        ("Police identified 19 victims. Victims exploited as minors increased by 48 percent to 12.", [
            ("identified", 19, "government", "all"), ("identified", 12, "government", "all"),
        ]),
        ("Non-government entities and the government identified 19 victims, four exploited in an unknown manner.", [
            ("identified", 19, "joint", "all"), ("identified", 4, "joint", "all"),
        ]),
        ("Civil society and government-funded programs assisted 19 victims.", [("assisted", 19, "joint", "all")]),
    ],
)  # fmt: skip
def test_whose_figures_and_of_what_type(text: str, expected: list[tuple[str, int, str, str]]) -> None:
    assert shown(text, "action", "value", "actor", "trafficking_type") == expected


def test_a_whole_of_this_year_is_not_of_the_year_that_the_sentence_before_names() -> None:
    text = "Police identified 30 victims. They had identified 44 victims in 2008. Of the 30 victims, six were boys."
    assert shown(text, "value", "data_year") == [(30, 2011), (44, 2008), (6, 2011)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Although the state kept no statistics, officials reported identifying 12 victims.", [
            ("identified", 12, "government", "all"),
        ]),
        (
            "Police identified 60 victims. The state screened 90 potential victims. Of the identified victims, 40 women"
            " and one man were exploited in sex trafficking.",
            [
                ("identified", 60, "government", "all"), ("other", 90, "government", "all"),
                ("identified", 40, "government", "sex"), ("identified", 1, "government", "sex"),
            ],
        ),
        ("Police identified 60 victims. The labor victims included 49 Kazakhstanis and five from Chad.", [
            ("identified", 60, "government", "all"), ("identified", 49, "government", "labor"),
            ("identified", 5, "government", "labor"),
        ]),
        ("The ministry kept mobile teams; the teams identified 60 potential victims and assisted 390 individuals.", [
            ("identified", 60, "government", "all"),
        ]),
        ("NGOs referred 18 victims; embassies referred three.", [
            ("referred", 18, "ngo", "all"), ("referred", 3, "unspecified", "all"),
        ]),
        ("One victim was repatriated, and two victims found other housing.", [
            ("repatriated", 1, "unspecified", "all"),
        ]),
        ("The state did not adequately investigate cases or identify victims.", []),
        ("Observers noted authorities did not identify victims in key places.", []),
    ],
)  # fmt: skip
def test_sentences_that_go_on_from_others(text: str, expected: list[tuple[str, int, str, str]]) -> None:
    assert shown(text, "action", "value", "actor", "trafficking_type") == expected


def test_a_relative_clause_keeps_its_year_to_itself() -> None:
    text = "The state repatriated 40 men, some of whom were identified in the previous reporting period."
    assert shown(text, "action", "value", "data_year") == [("repatriated", 40, 2011)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Labor victims included 17 Chadians (nine from one case), three Malians, and one Kenyan.", [
            ("identified", 17, "labor"), ("identified", 9, "labor"), ("identified", 3, "labor"),
            ("identified", 1, "labor"),
        ]),
        ("The state gave no details on the other 55 victims.", [("identified", 55, "all")]),
        ("Of these, nine were men, and seven identified as LGBTQI+.", [
            ("identified", 9, "all"), ("identified", 7, "all"),
        ]),
        ("Sixteen of the 20 victims identified by police received care.", [
            ("assisted", 16, "all"), ("identified", 20, "all"),
        ]),
        ("At least nine of the presumed victims were sex trafficking victims.", [("identified", 9, "sex")]),
        ("No confirmed victims were Kazakhstani.", [("identified", 0, "all")]),
        ("They classified 38 individuals as possible victims.", [("identified", 38, "all")]),
        ("The center helped 12 victims of forced recruitment.", [("assisted", 12, "labor")]),
        ("The ministry repatriated 4,000 nationals.", []),
        ("Some 107 victims, both citizens and foreigners, were freed from a factory.", [("other", 107, "all")]),
        ("The state helped one victim with return to her country.", [("repatriated", 1, "all")]),
        ("Police identified one victim of internal trafficking in both 2009 and 2010.", [
            ("identified", 1, "all"), ("identified", 1, "all"),
        ]),
    ],
)  # fmt: skip
def test_what_later_sentences_tell(text: str, expected: list[tuple[str, int, str]]) -> None:
    found = shown("The government identified 90 victims. " + text, "action", "value", "trafficking_type")
    assert found[1:] == expected


def test_at_least_holds_for_a_list() -> None:
    text = "Police identified at least 11 victims of sex trafficking, seven of forced labor, and four others."
    assert shown(text, "value", "qualifier")[:2] == [(11, "at_least"), (7, "at_least")]


def test_the_year_at_the_end_of_a_bracket_holds_for_all_in_it() -> None:
    text = "Police identified 30 victims (15 women, seven men, and one whose gender was not reported in 2009)."
    assert [year for _, year in shown(text, "value", "data_year")] == [2011, 2009, 2009, 2009]


def test_none_of_two_groups_are_two_denials() -> None:
    text = (
        "Police identified 30 victims; two were foreign victims (none in 2009); one was a child victim (none in 2009)."
    )
    assert sum(row == ("zero", 2009) for row in shown(text, "status", "data_year")) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Welfare organizations referred 43 victims.", [(43, "unspecified", "all", False)]),
        ("Another NGO, which gave government-funded care to men, reported assisting 65 victims.", [
            (65, "ngo", "all", False),
        ]),
        ("In all, 55 victim referrals came from NGOs, embassies, and the victims themselves.", [
            (55, "unspecified", "all", False),
        ]),
        ("The case involved the forced labor of four foreign victims.", [(4, "unspecified", "labor", False)]),
        ("Police identified six victims; four were victims of sex trafficking and two of forced labor. Of these, three"
         " were children.", [
            (6, "government", "all", False), (4, "government", "sex", False), (2, "government", "labor", False),
            (3, "government", "all", False),
        ]),
        ("Police identified 90 victims; the state gave new data on victims identified in 2010 (126) and 2009 (118).", [
            (90, "government", "all", False), (126, "government", "all", False), (118, "government", "all", False),
        ]),
    ],
)  # fmt: skip
def test_actor_type_and_comparison_together(text: str, expected: list[tuple[int, str, str, bool]]) -> None:
    section = "prosecution" if text.startswith("The case") else "protection"
    assert shown(text, "value", "actor", "trafficking_type", "is_comparison", section=section) == expected


def test_all_of_them_told_by_what_they_are_is_a_fact_of_its_own() -> None:
    text = "Police identified nine victims; all nine victims were female."
    assert shown(text, "value", "gender") == [(9, "unspecified"), (9, "female")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In all, 29 victims (including those from earlier years) received care.", [("assisted", 29)]),
        ("Police identified 14 victims (13 women and one man) and referred them all to care.", [
            ("identified", 14), ("referred", 14), ("identified", 13), ("identified", 1),
        ]),
        ("Police referred 60 victims, NGOs referred 16, and three self-identified.", [
            ("referred", 60), ("referred", 16), ("identified", 3),
        ]),
        ("The ministry granted official victim status to 73 individuals.", [("identified", 73)]),
        ("Screening led to nine potential victim referrals.", [("referred", 9)]),
        ("The ministry provided healthcare to 127 victims.", [("assisted", 127)]),
        ("The north did not report victim identification or referral data.", [
            ("identified", None), ("referred", None),
        ]),
        ("The law also protected some victims the police did not formally identify as victims.", []),
        ("The ministry hosted a debate to assist an audience of 500 people.", []),
        ("One repatriated victim was Panamanian.", [("repatriated", 1)]),
    ],
)  # fmt: skip
def test_what_was_done_for_how_many(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert shown(text, "action", "value") == expected


def test_parts_by_type_of_a_denominator_are_no_predicate_of_it() -> None:
    text = "Police identified 73 victims. Of the 73 identified victims, 38 were victims of sex trafficking."
    assert shown(text, "value", "trafficking_type", "scope") == [(73, "all", "total"), (38, "sex", "total")]


def test_a_bracket_behind_the_subject_takes_the_predicate() -> None:
    text = "Police identified 30 victims. The majority of identified victims (12) were children."
    assert shown(text, "value", "age_group") == [(30, "unspecified"), (12, "child")]


def test_what_others_count_and_those_among_whom_they_are() -> None:
    assert shown("Two other offices reported identifying four victims.", "value") == [(4,)]
    assert shown("The ministry gave shelter to 15 women among the 37 victims.", "value") == [(15,)]
