"""Counts of law enforcement that lean on the words before them: whom they charged, in how many, what was dropped."""

from __future__ import annotations

import pytest

from tests.ingest.laws import counts, rows

INV, ARR, PRO, CON, ACQ = "investigation", "arrest", "prosecution", "conviction", "acquittal"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a verb with its subject behind "of whom"
        (
            "Police arrested 74 suspects, 51 of whom they charged with pimping and 12 of whom they later convicted.",
            [(ARR, 74, 2007), (PRO, 51, 2007), (CON, 12, 2007)],
        ),
        ("The state investigated 26 cases, nine of which it brought to court.", [(INV, 26, 2007), (PRO, 9, 2007)]),
        ("The state investigated 26 cases, nine of which it considered minor.", [(INV, 26, 2007)]),
        ("Police held 31 persons, of whom 18 faced charges of forced labor.", [(PRO, 18, 2007)]),
        # the noun of what came of cases, and in how many
        ("It prosecuted 12 cases and obtained convictions in nine of them.", [(PRO, 12, 2007), (CON, 9, 2007)]),
        ("Police investigated 18 cases and initiated prosecutions in 23.", [(INV, 18, 2007), (PRO, 23, 2007)]),
        ("It prosecuted 12 cases, and convictions in nine provinces were appealed.", [(PRO, 12, 2007)]),
        # what befell those who had been arrested
        ("Ten of those arrested have been charged.", [(PRO, 10, 2007)]),
        ("Only two of the nine convicted are serving their time.", []),
        # the parts stand between a subject and its verb
        (
            "A total of 17 traffickers, including three sex and 14 labor traffickers, were convicted.",
            [(CON, 17, 2007), (CON, 3, 2007), (CON, 14, 2007)],
        ),
        ("A total of 17 villages, including three towns, were visited by prosecutors.", []),
        # the name of the crime before its noun
        ("Police launched 29 new trafficking in persons investigations.", [(INV, 29, 2007)]),
        # the number of them changed
        (
            "It increased the number of trafficking investigations from 16 to 25 and of convictions to nine.",
            [(INV, 16, 2006), (INV, 25, 2007)],
        ),
        ("The law raised the number of members of the court from 16 to 25 judges.", []),
        ("Investigations more than doubled, from 15 in 2006 to 34 in 2007.", [(INV, 15, 2006), (INV, 34, 2007)]),
        (
            "No one was convicted in 2007; by contrast, six people were convicted in 2006.",
            [(CON, 0, 2007), (CON, 6, 2006)],
        ),
        # the year of what was done then
        (
            "There have been no prosecutions since 2004, when three defendants were tried.",
            [(PRO, 0, 2007), (PRO, 3, 2004)],
        ),
        # figures of a bracket in step with those before it
        (
            "It opened four cases of trafficking, tried two suspects, and convicted one (11, nine, and three,"
            " respectively, in 2006).",
            [(INV, 4, 2007), (PRO, 2, 2007), (CON, 1, 2007), (INV, 11, 2006), (PRO, 9, 2006), (CON, 3, 2006)],
        ),
        # the whole of parts, told as what was opened
        (
            "Of 41 trafficking cases opened, 16 were dismissed and 10 were sent to trial.",
            [(INV, 41, 2007), (PRO, 10, 2007)],
        ),
        # what was dropped, and by whom
        ("Police investigated nine cases. Prosecutors dropped two of the cases.", [(INV, 9, 2007), (PRO, 2, 2007)]),
        ("Authorities suspended two licenses and closed nine bars.", []),
        # what prosecutors found cases to be
        (
            "Police investigated nine cases. Prosecutors determined only four were trafficking-related.",
            [(INV, 9, 2007), (INV, 4, 2007)],
        ),
        ("Police investigated nine cases. Social workers determined four were too young to testify.", [(INV, 9, 2007)]),
        # courts that judge no crimes, and what a court took back
        ("Police referred two complaints of unpaid wages to civil courts.", []),
        ("Courts convicted nine men and reversed three acquittals.", [(CON, 9, 2007)]),
        # a number behind its own noun, where the verb is left out
        (
            "Arrests numbered 302; prosecutions totaled 184 and convictions 101.",
            [(ARR, 302, 2007), (PRO, 184, 2007), (CON, 101, 2007)],
        ),
        # what follows the comma is no noun of the number
        ("Courts convicted 28, acquitted 14, and continued trials for the rest.", [(CON, 28, 2007), (ACQ, 14, 2007)]),
        # verdicts that one verb tells, or that are handed to people
        ("Judges found three of the accused guilty and two not guilty.", [(CON, 3, 2007), (ACQ, 2, 2007)]),
        (
            "Courts handed down convictions to eight defendants and acquittals to three.",
            [(CON, 8, 2007), (ACQ, 3, 2007)],
        ),
        # people whom the police caught, and people whom they helped
        ("Police intercepted 14 traffickers.", [(ARR, 14, 2007)]),
        ("Police intercepted 14 potential victims.", []),
        # cases that were opened, by no one named
        ("Police detained 27 suspects; 88 cases were opened.", [(ARR, 27, 2007), (INV, 88, 2007)]),
        ("Police detained 27 suspects; 88 shelters were opened.", [(ARR, 27, 2007)]),
        ("There are currently eight cases in the courts, and no verdicts.", [(PRO, 8, 2007)]),
        # one case that came to what has a number of its own
        (
            "The one ongoing trafficking case led to the prosecution of five offenders.",
            [(INV, 1, 2007), (PRO, 5, 2007)],
        ),
        # a denial of two years, and one in a bracket
        ("No prosecutions were reported in 2007 or 2006.", [(PRO, 0, 2007), (PRO, 0, 2006)]),
        ("No prosecutions were reported under laws of 2007 or earlier.", [(PRO, 0, 2007)]),
        ("Prosecutions declined (none for child domestic servitude).", [(PRO, 0, 2007)]),
        ("Prosecutions declined (none of the courts had funds).", []),
        # a first one that is the government's
        ("The government's first forced labor prosecution remained pending.", [(PRO, 1, 2007)]),
        ("The government first prosecuted traffickers in 2001.", []),
        # "which" goes back to cases, "whom" to people; a body of its own ends what is said of them
        (
            "Prosecutors brought 14 cases against 31 suspects, 12 of which concerned begging, and the high court issued"
            " verdicts in six.",
            [(PRO, 14, 2007), (PRO, 31, 2007), (PRO, 12, 2007)],
        ),
        # two verbs of one object
        ("Police arrested and referred to court 37 suspected traffickers.", [(ARR, 37, 2007), (PRO, 37, 2007)]),
        # the whole opens the sentence, and no one told of it before
        ("Of the 23 individuals prosecuted, 17 were convicted.", [(PRO, 23, 2007), (CON, 17, 2007)]),
        # several came to what an article counts once
        ("Police opened 29 inquiries, but only six led to a guilty verdict.", [(INV, 29, 2007), (CON, 6, 2007)]),
        (
            "Courts tried ten defendants, found eight of them guilty, and dropped charges against the remaining two.",
            [(PRO, 10, 2007), (CON, 8, 2007), (PRO, 2, 2007)],
        ),
        ("It prosecuted 21 offenders, but none in the capital.", [(PRO, 21, 2007)]),
        (
            "It prosecuted 40 offenders, an increase from 21 offenders prosecuted but none convicted in 2005.",
            [(PRO, 40, 2007), (PRO, 21, 2005), (CON, 0, 2005)],
        ),
        ("Prosecutors dismissed up to 19 trafficking cases.", [(PRO, 19, 2007)]),
        ("Three cases of trafficking were tried; two cases were pending appeal.", [(PRO, 3, 2007)]),
        ("Prosecutions also continued against three defendants.", [(PRO, 3, 2007)]),
        ("The police filed 78 new trafficking cases.", [(INV, 78, 2007)]),
        # what was asked, done by others, or takes its time
        ("The action plan calls on the police to investigate at least ten cases a year.", []),
        ("The ministry asked for funds, and police investigated ten cases.", [(INV, 10, 2007)]),
        ("Officials assisted in the arrest of two suspects in Antwerp.", []),
        ("Belgian police, acting on information from the government, arrested six suspects.", []),
        ("It takes three years for a case to reach trial.", []),
        # no cases of whoever opens them
        ("Prosecutors did not initiate any new cases in 2007.", [(PRO, 0, 2007)]),
        ("The police did not open any trafficking cases.", [(INV, 0, 2007)]),
        ("No criminal cases were opened against them.", [(PRO, 0, 2007)]),
        ("The government did not open case management training for prosecutors.", []),
        ("No cases of polio were recorded.", []),
        # verdicts given for people
        ("Final convictions were handed down for 44 traffickers.", [(CON, 44, 2007)]),
        ("Final verdicts were expected in 44 days.", []),
        # cases that were dropped are of the stage that they had come to
        (
            "It prosecuted 27 men in 17 cases, while ten cases were dismissed.",
            [(PRO, 27, 2007), (PRO, 17, 2007), (PRO, 10, 2007)],
        ),
        ("The state opened two shelters, while ten bars were closed.", []),
        # cases that authorities found, and those from whom prosecutors had them
        ("Authorities detected 34 trafficking cases and arrested 99 suspects.", [(INV, 34, 2007), (ARR, 99, 2007)]),
        ("Activists detected 34 trafficking cases, and police arrested 99 suspects.", [(ARR, 99, 2007)]),
        ("Prosecutors received files from the police and filed seven cases.", [(PRO, 7, 2007)]),
        # people in cases, compared with people in cases
        (
            "Police arrested 74 suspects in 35 cases, compared with 49 in 38 cases in 2006.",
            [(ARR, 74, 2007), (ARR, 35, 2007), (ARR, 49, 2006), (ARR, 38, 2006)],
        ),
        # who waits, said of those arrested and of others
        ("At year's end, 13 suspects arrested in 2007 were in jail awaiting trial.", [(PRO, 13, 2007)]),
        ("Six traffickers were convicted and 11 more await trial.", [(CON, 6, 2007), (PRO, 11, 2007)]),
        ("Six victims were sheltered and 11 more await repatriation before the trial.", []),
        ("The service opened files on 40 traffickers.", [(INV, 40, 2007)]),
        ("The service opened files on 40 bars.", []),
        # an aside within a change
        (
            "Convictions increased to 54, including 20 under Article 8, from 37 the year before.",
            [(CON, 54, 2007), (CON, 20, 2007), (CON, 37, 2006)],
        ),
        # what became of a share
        ("The unit began 117 investigations, of which 75 were dropped.", [(INV, 117, 2007), (INV, 75, 2007)]),
        ("Courts convicted 42 traffickers and sent 28 of them to prison.", [(CON, 42, 2007)]),
        ("Prosecutors investigated 53 cases and directed charges in six.", [(INV, 53, 2007), (PRO, 6, 2007)]),
        ("Police investigated 925 cases of crimes against children.", []),
        # a statement of its own behind a comparison
        (
            "Courts convicted three men, down from four in 2006, and prosecutions of six more were pending.",
            [(CON, 3, 2007), (CON, 4, 2006), (PRO, 6, 2007)],
        ),
        ("Five other suspects were investigated but not charged.", [(INV, 5, 2007)]),
        # whom prosecutors accuse, far behind who they are
        (
            "The attorney general opened 76 new cases of alleged trafficking, accused 33 persons, and won no appeals.",
            [(INV, 76, 2007), (PRO, 33, 2007)],
        ),
        ("Activists accused 33 persons of trafficking.", []),
        # convictions in two kinds of cases
        (
            "Courts won 13 convictions in eight sex trafficking cases and one forced labor case.",
            [(CON, 13, 2007), (CON, 8, 2007), (CON, 1, 2007)],
        ),
        # a bracket between the cases and what became of them
        ("Thirty-two cases (38 victims) went to court.", [(PRO, 32, 2007)]),
        # what people undergo
        ("It charged nine offenders, six of whom pled guilty.", [(PRO, 9, 2007), (CON, 6, 2007)]),
        # a year of the case, and no year of the verdict
        ("The high court acquitted five defendants in a case from 2003.", [(ACQ, 5, 2007)]),
        # fewer numbers than stages
        (
            "It investigated 69 persons, prosecuted 34, and convicted 17, as compared to 85, 80, and an unreported"
            " number, respectively, in 2006.",
            [(INV, 69, 2007), (PRO, 34, 2007), (CON, 17, 2007), (INV, 85, 2006), (PRO, 80, 2006)],
        ),
        ("Courts gave suspended sentences to 14 of the 27 traffickers convicted in 2007.", []),
        # the noun of opening, and what courts have pending
        (
            "Police reported the arrest of 12 individuals and the opening of eight trafficking cases.",
            [(ARR, 12, 2007), (INV, 8, 2007)],
        ),
        ("Police reported the arrest of 12 individuals and the opening of eight shelters.", [(ARR, 12, 2007)]),
        ("The lower courts had 119 trafficking cases pending.", [(PRO, 119, 2007)]),
        ("The shelters had 119 trafficking cases pending.", []),
        ("It charged one person; a district court convicted her in absentia.", [(PRO, 1, 2007), (CON, 1, 2007)]),
        ("It charged one person; a district court released her on bail.", [(PRO, 1, 2007)]),
        (
            "Police investigated ten cases. Prosecutors determined two of the original ten cases were trafficking.",
            [(INV, 10, 2007), (INV, 2, 2007)],
        ),
        # what a body may do, and what it counted
        ("Despite its authority to prosecute abductions, the committee documented 2,000 cases of abducted girls.", []),
        # an opening that sets an example
        ("In one investigation, police arrested six suspects.", [(ARR, 6, 2007)]),
    ],
)
def test_figures_lean_on_the_words_before_them(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert sorted(counts(text), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Police arrested two men and a woman for forced labor.", ["labor", "labor"]),
        ("Police arrested two men and a woman.", ["all", "all"]),
        (
            "Police arrested five men (three from Peru and two from Chile) for forced labor.",
            ["labor", "labor", "labor"],
        ),
        ("Police arrested five men (three from Peru and two from Chile) in raids on bars.", ["all", "all", "all"]),
        (
            "The ministry opened 20 cases: 12 for forced labor and eight for the sale of children.",
            ["all", "labor", "other"],
        ),
    ],
)
def test_a_type_told_once_is_that_of_all(text: str, types: list[str]) -> None:
    assert [row["trafficking_type"] for row in rows("fact_prosecutions", text)] == types


def test_people_found_guilty_out_of_those_tried_are_all_of_them() -> None:
    (row,) = rows("fact_prosecutions", "Seventeen of 25 defendants were found guilty.")
    assert (row["stage"], row["value"], row["scope"]) == (CON, 17, "total")


def test_parts_behind_which_share_their_whole() -> None:
    text = "Police arrested 74 suspects in 35 cases, 25 of which were sex trafficking and 10 forced labor."
    found = [(row["value"], row["trafficking_type"], row["scope"]) for row in rows("fact_prosecutions", text)]
    assert found == [(74, "all", "total"), (35, "all", "total"), (25, "sex", "total"), (10, "labor", "total")]


def test_cases_that_stay_under_investigation_are_pending() -> None:
    (row,) = rows("fact_prosecutions", "Thirty cases remain under investigation.")
    assert (row["value"], row["case_status"]) == (30, "pending")


def test_cases_begun_before_are_as_they_stand_now() -> None:
    text = "Two prosecutions begun in 2003 were ongoing. Three investigations that began in 2005 remained pending."
    found = [(row["value"], row["case_status"]) for row in rows("fact_prosecutions", text)]
    assert found == [(2, "continued"), (3, "pending")]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Police investigated 40 cases, and courts convicted nine.", ["case", "person"]),
        ("Police investigated 40 cases, and prosecutors prosecuted nine.", ["case", "case"]),
        ("The state indicted 11 for trafficking.", ["person"]),
        ("Two cases were sent to prosecutors, neither of which was prosecuted.", ["case"]),
        ("Police arrested 40 suspects in nine cases, including 22 Greeks.", ["person", "case", "person"]),
    ],
)
def test_whom_courts_convict_are_people(text: str, units: list[str]) -> None:
    assert [row["unit"] for row in rows("fact_prosecutions", text)] == units


def test_neither_of_two_bodies_reported() -> None:
    found = rows("fact_prosecutions", "Neither the police nor the prosecutors reported any new investigations.")
    assert [(row["stage"], row["status"]) for row in found] == [(INV, "not_reported")]


def test_an_adjective_of_one_number_is_not_that_of_the_next() -> None:
    text = "There were two ongoing prosecutions and one conviction of traffickers."
    assert [row["case_status"] for row in rows("fact_prosecutions", text)] == ["continued", "new"]


def test_what_was_first_since_a_year_is_of_the_report() -> None:
    (row,) = rows("fact_prosecutions", "The state convicted eight labor traffickers, its first since 2001.")
    assert (row["data_year"], row["period_type"]) == (2007, "reporting_period")
