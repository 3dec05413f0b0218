"""Other ways in which the reports say what was done for victims, or that nothing was, each with its counter-example."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ingest.test_victims import shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shelters of the union looked after 61 victims.", [("assisted", 61)]),
        ("The ministry attended to 61 victims.", [("assisted", 61)]),
        ("Police turned over 12 girls to probation officers.", [("referred", 12)]),
        ("Police steered 28 victims to shelters.", [("referred", 28)]),
        ("The embassy secured the homecoming of 32 victims.", [("repatriated", 32)]),
        ("Eleven victims went home at the state's expense.", [("repatriated", 11)]),
        ("Five victims were sent home.", [("repatriated", 5)]),
        ("The program separated 210 children from armed groups.", [("other", 210)]),
        ("The ministry gave shelter to six victims and nine dependents.", [("assisted", 6)]),
        ("For each of the 17 victims, the ministry arranged care.", [("assisted", 17)]),
        ("For the police, 17 victims were a burden.", []),
        ("Police identified 17 victims, to whom they gave shelter.", [("identified", 17), ("assisted", 17)]),
        (
            "Police referred 17 victims to centers offering legal and medical care, compared with 20.",
            [("referred", 17), ("referred", 20)],
        ),
        (
            "NGOs referred eight victims and one girl to a judge who ensures that children receive care.",
            [("referred", 8), ("referred", 1)],
        ),
        ("Officials approved 31 of 52 applications for victim status, compared with 12 of 24.", [
            ("identified", 31), ("identified", 12),
        ]),
        ("Officials approved 31 of 52 applications for residence permits.", []),
        ("Police granted official status to four foreign victims.", [("identified", 4)]),
        ("A hotline led to the identification of a victim.", [("identified", 1)]),
        ("Training may lead to the identification of a victim.", []),
        ("The state did not say which services it provided to the remaining 23 identified victims.", []),
        ("Police identified 30 victims; the other seven victims declined care.", [("identified", 30)]),
        (
            "Police identified 30 victims. All identified victims were Lao, including 18 labor trafficking victims and"
            " 12 victims of sexual exploitation.",
            [("identified", 30), ("identified", 18), ("identified", 12)],
        ),
    ],
)  # fmt: skip
def test_what_was_done(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert shown(text, "action", "value") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The state did not report referring any adults to shelters.", [("referred", "not_reported")]),
        (
            "The state did not report screening for, or identifying, potential victims.",
            [("identified", "not_reported")],
        ),
        (
            "It ran a home for girl victims but did not report how many children it helped.",
            [("assisted", "not_reported")],
        ),
        ("The ministry did not keep a count of the victims it assisted.", [("assisted", "not_reported")]),
        ("Police did not report whether they identified any victims during the raids.", []),
        ("Police did not report a high level of efforts relative to the number of victims identified.", []),
        ("The police were criticized for not identifying victims.", []),
        ("Not one victim received care from the state.", [("assisted", "zero")]),
        ("The state did not facilitate the repatriation of any victims.", [("repatriated", "zero")]),
        (
            "The state failed to identify or provide any services to adult victims.",
            [("identified", "zero"), ("assisted", "zero")],
        ),
        ("The state failed to provide any services to the poor.", []),
    ],
)
def test_what_was_denied(text: str, expected: list[tuple[str, str]]) -> None:
    assert shown(text, "action", "status") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The state helped 18 girls who had been held in Oman get home.", [("repatriated", 18)]),
        ("IOM helped 18 victims go back to Chad.", [("repatriated", 18)]),
        ("IOM helped 18 victims upon their return.", [("assisted", 18)]),
        ("Police identified 18 Chadians in forced labor.", [("identified", 18)]),
        ("Groups freed 90 girls at 12 posts, sheltered 40 of them, and trained nine officers.", [
            ("other", 90), ("assisted", 40),
        ]),
        ("Police referred 90 migrants, some of whom were victims.", []),
        ("Police referred 90 children to a home, which may have included victims.", []),
        ("A shelter helped nine victims and four dependents, including six girls.", [("assisted", 9)]),
        ("Police identified 18 victims and referred all of them to care.", [("identified", 18), ("referred", 18)]),
        (
            "This compared with 33 victims—including nine girls—the police identified in 2009.",
            [("identified", 33), ("identified", 9)],
        ),
        (
            "Police identified 30 victims. Sex trafficking was most common, followed by forced begging (nine victims).",
            [("identified", 30), ("identified", 9)],
        ),
    ],
)  # fmt: skip
def test_who_goes_home_and_who_is_no_victim(text: str, expected: list[tuple[str, int]]) -> None:
    assert shown(text, "action", "value") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police handed nine women over to NGOs.", [("referred", 9)]),
        ("Police turned the case over to nine judges.", []),
        ("Traffickers handed 12 girls over to owners of brothels.", []),
        ("Smugglers brought 12 children back to the camp.", []),
        ("The 12 victims received no payment for their work.", []),
        ("Twelve victims chose not to enter a shelter.", [("other", 12)]),
        ("Given the needs of 12 victims for care, the state opened a shelter.", []),
        ("Police passed 38 victims to the program.", [("referred", 38)]),
        ("Parliament passed 38 laws to protect victims.", []),
        ("Police found 35 people to have been trafficked.", [("identified", 35)]),
        ("NGOs were behind the withdrawal of 36 children from mines.", [("other", 36)]),
        ("Police identified 90 victims. The figure included 60 female victims and 30 boys.", [
            ("identified", 90), ("identified", 60), ("identified", 30),
        ]),
        ("An association brought 14 boys back from Chad.", [("repatriated", 14)]),
        ("Police took 12 girls into protective custody.", []),
        ("Police took 12 girls into protection.", [("assisted", 12)]),
        ("The center admitted 54 children.", [("assisted", 54)]),
        ("The school admitted 54 children.", []),
        ("Inspectors found 31 men in conditions of forced labor.", [("identified", 31)]),
        ("Inspectors found 31 men without contracts.", []),
        ("Prosecutors declared 19 foreigners to be victims of trafficking.", [("identified", 19)]),
        ("The branch represented 24 persons claiming to be victims.", [("assisted", 24)]),
        ("The ministry paid for the homeward passage of 24 confirmed victims.", [("repatriated", 24)]),
        ("The ministry issued a visa to every one of the residents.", []),
        ("The 78 victims who declined assistance were not contacted again.", [("other", 78)]),
        ("Twelve victims found refuge in a convent.", [("assisted", 12)]),
        ("Thirty women were given shelter.", [("assisted", 30)]),
        ("The government granted residence permits to ten victims.", [("assisted", 10)]),
        ("IOM helped 36 victims, down from 40 in 2009, and repatriated nine.", [
            ("assisted", 36), ("assisted", 40), ("repatriated", 9),
        ]),
    ],
)  # fmt: skip
def test_verbs_with_particles_and_houses(text: str, expected: list[tuple[str, int]]) -> None:
    assert shown(text, "action", "value") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police referred 40 victims to shelter and care, compared with 30.", [("referred", 40), ("referred", 30)]),
        ("Police identified 40 victims between the ages of four and 35.", [("identified", 40)]),
        ("The center has a capacity of 60 (30 boys and 30 girls) and helped nine victims.", [("assisted", 9)]),
        ("The state has not helped victims under the 2014 Trafficking in Persons Act.", []),
        ("The ministry coordinates 300 child protection networks.", []),
        ("An NGO repatriated and reunited 40 victims with their families.", [("repatriated", 40)]),
        ("Twelve victims accepted care and nine elected for immediate repatriation.", [
            ("assisted", 12), ("repatriated", 9),
        ]),
        ("The NGO received one victim referral from the police.", [("referred", 1)]),
        ("The agency assisted 12 women of the 41 victims.", [("assisted", 12)]),
        ("Police identified 40 persons likely to become victims.", []),
        (
            "The state referred all 65 victims, compared with 12 confirmed victims referred to care in 2009.",
            [("referred", 65), ("referred", 12)],
        ),
    ],
)  # fmt: skip
def test_shelters_ages_and_those_who_may_become_victims(text: str, expected: list[tuple[str, int]]) -> None:
    assert shown(text, "action", "value") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police reported 20 potential victims but did not report referring them.", ["reported", "not_reported"]),
        ("The state did not report identifying victims or referring them.", ["not_reported"]),
        ("There were no reports of the state referring victims to shelters.", ["not_reported"]),
        ("Police have never reported identifying a victim of forced labor.", ["not_reported"]),
        ("Police identified 20 victims; none were foreign victims.", ["reported", "zero"]),
        ("The state did not recognize victims who did not enter the program.", []),
        ("The state did not systematically track the total number of victims identified.", []),
        ("Police identified four victims, compared to one recognized and one potential victim in 2009.", [
            "reported", "reported", "reported",
        ]),
        ("The state did not fund any additional services for victims.", []),
        ("Although the state did not track victim data, the justice ministry reported identifying 22 victims.", [
            "reported",
        ]),
    ],
)  # fmt: skip
def test_what_was_not_told(text: str, expected: list[str]) -> None:
    assert [row[0] for row in shown(text, "status")] == expected


def test_a_denial_of_another_year_takes_its_own_verb() -> None:
    text = "Police identified one boy and worked to repatriate him, compared with no victims identified in 2009."
    assert shown(text, "action", "status") == [("identified", "reported"), ("identified", "zero")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police identified and referred 30 victims. Of these, nine were girls.", [
            ("identified", 30), ("referred", 30), ("identified", 9),
        ]),
        ("NGOs identified and assisted 30 victims. Of the 30 victims, nine were girls.", [
            ("identified", 30), ("assisted", 30), ("identified", 9), ("assisted", 9),
        ]),
        ("It has a shelter with a capacity of 160 (80 boys and 80 girls). It helped nine.", []),
        ("It ran homes offering care, bringing the number of homes for victims to five.", []),
        ("The state referred six victims, including one victim repatriated from Chad.", [
            ("referred", 6), ("repatriated", 1),
        ]),
        ("It gave no care to the poor, nor did it say whether any victims received shelter.", []),
    ],
)  # fmt: skip
def test_what_parts_are_parts_of(text: str, expected: list[tuple[str, int]]) -> None:
    assert shown(text, "action", "value") == expected


def test_whom_a_case_is_about() -> None:
    text = "Police opened an investigation into the forced labor of two Lao workers."
    assert shown(text, "action", "value", "scope", section="prosecution") == [("other", 2, "example")]
    assert shown("Police opened an investigation into two Lao workers.", "value", section="prosecution") == []


def test_types_and_hedges_of_lists_and_what_belongs_to_the_main_figure() -> None:
    text = "Of the sex trafficking victims, six were women and two were boys."
    before = "Police identified eight victims. "
    assert shown(before + text, "value", "trafficking_type")[1:] == [(6, "sex"), (2, "sex")]
    text = "At least 36 were subjected to sex trafficking, 25 to forced labor, and nine to forced begging."
    hedges = [row[0] for row in shown("Police identified 90 victims. " + text, "qualifier")]
    assert hedges == ["exact", "at_least", "at_least", "at_least"]
    text = "Police identified 26 victims, compared with 24 in 2010, of which three were boys."
    assert shown(text, "value", "is_comparison") == [(26, False), (24, True), (3, False)]
    text = "This compared with six in 2010, though these were still fewer than 24 in 2009."
    assert [row[0] for row in shown("Police identified 9 victims. " + text, "is_comparison")] == [False, True, True]


def test_the_verb_that_is_left_out_behind_another_actor() -> None:
    text = "Police identified 38 victims, NGOs 12, and an international organization only seven."
    assert shown(text, "value", "actor") == [(38, "government"), (12, "ngo"), (7, "international_organization")]


def test_no_victim_ever_is_of_all_years() -> None:
    assert shown("No male victim has ever been recognized.", "status", "period_type") == [("zero", "other")]
    text = "There is no home for adults, nor have any adult victims been identified."
    assert shown(text, "status", "age_group") == [("zero", "adult")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels have abducted about 9,000 children to serve as porters and combatants.", [("labor", 9000)]),
        ("An additional 700 child soldiers are associated with two other groups.", [("labor", 700)]),
        ("Slavery persists in the north and affects some 44,000 people.", [("labor", 44000)]),
        ("Roughly 2,000 women fall prey to traffickers.", [("all", 2000)]),
        ("The army recruited about 900 men.", []),
        ("The police used some 70 officers against rebels.", []),
        ("Roughly 2,000 women work in factories.", []),
    ],
)
def test_how_many_are_said_to_be_exploited(text: str, expected: list[tuple[str, int]]) -> None:
    assert shown(text, "trafficking_type", "value", section="profile") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NGOs under state contract assisted 30 victims.", [("ngo", False)]),
        ("Thirty victims resided in NGO shelters.", [("ngo", False)]),
        ("Police referred 12 victims, and 30 victims self-referred.", [("government", False), ("unspecified", False)]),
        ("Police identified 30 victims; in 2010, they identified 20.", [("government", False), ("government", True)]),
        ("The state and NGOs identified 30 victims. Nine were identified as official victims.", [("joint", False)] * 2),
    ],
)
def test_who_and_what_is_compared(text: str, expected: list[tuple[str, bool]]) -> None:
    assert shown(text, "actor", "is_comparison") == expected


def test_confirmed_and_potential_victims_together_are_potential() -> None:
    assert shown("Police identified 40 confirmed and potential victims.", "value", "is_potential") == [(40, True)]
    assert shown("Police identified 40 confirmed victims.", "value", "is_potential") == [(40, False)]
