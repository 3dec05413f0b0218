"""The many ways in which reports tell what became of suspects: set against, taken to court, heard, dropped, cleared."""

from __future__ import annotations

import pytest

from tests.ingest.laws import counts, rows

INV, ARR, PRO, CON, ACQ = "investigation", "arrest", "prosecution", "conviction", "acquittal"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a difference is no count, and its year no figure's
        (
            "A court tried 33 defendants, seven more than in 2006, and convicted 14 of them.",
            [(PRO, 33, 2007), (CON, 14, 2007)],
        ),
        ("Nineteen indictments were confirmed, an increase of six indictments.", [(PRO, 19, 2007)]),
        ("Prosecutors indicted 27 suspects, five fewer than in the year before.", [(PRO, 27, 2007)]),
        ("Convictions rose by eight.", []),
        # what figures are set against
        (
            "Police opened 52 investigations, two more than the 50 of the previous year.",
            [(INV, 52, 2007), (INV, 50, 2006)],
        ),
        ("In 2007 police investigated six cases, as against 13 the previous year.", [(INV, 6, 2007), (INV, 13, 2006)]),
        ("The state reported 28 convictions, against 21 in the preceding period.", [(CON, 28, 2007), (CON, 21, 2006)]),
        (
            "Police opened three investigations, falling short of the previous year's five investigations.",
            [(INV, 3, 2007), (INV, 5, 2006)],
        ),
        (
            "Courts convicted 14 under the old law and four under the new, against, respectively, 12 and two in 2006.",
            [(CON, 14, 2007), (CON, 4, 2007), (CON, 12, 2006), (CON, 2, 2006)],
        ),
        # what opens the sentence as the earlier value ends at its comma
        (
            "Unlike the previous period, when courts convicted one officer, no suspects were prosecuted in 2007.",
            [(CON, 1, 2006), (PRO, 0, 2007)],
        ),
        # an object of its own is no part of what was counted before
        (
            "Prosecutors took 61 of these to court, and 38 persons were convicted, down from 56 in 2006.",
            [(PRO, 61, 2007), (CON, 38, 2007), (CON, 56, 2006)],
        ),
        (
            "Police arrested 124 persons on trafficking charges, three times the number arrested in 2005, and opened 30"
            " prosecutions.",
            [(ARR, 124, 2007), (PRO, 30, 2007)],
        ),
        (
            "Judges convicted 66 traffickers, nearly three times the 31 convicted in 2005, and acquitted eight.",
            [(CON, 66, 2007), (CON, 31, 2005), (ACQ, 8, 2007)],
        ),
        (
            "Police looked into 16 cases, charged no one with forced labor, and obtained three convictions.",
            [(INV, 16, 2007), (PRO, 0, 2007), (CON, 3, 2007)],
        ),
        (
            "The state has not passed a law, investigated any suspected crimes, prosecuted or convicted any traffickers"
            " under the old code, or sheltered any victims.",
            [(INV, 0, 2007), (PRO, 0, 2007), (CON, 0, 2007)],
        ),
        (
            "Police did not investigate any suspected crimes, arrest or charge any recruiters under the old law, or act"
            " on tips.",
            [(INV, 0, 2007), (ARR, 0, 2007), (PRO, 0, 2007)],
        ),
        ("The state showed more effort compared to the last report, opening 65 investigations.", [(INV, 65, 2007)]),
        (
            "Of the five cases that remained open in the previous reporting period, courts acquitted two men.",
            [(ACQ, 2, 2007)],
        ),
        # taken to court, whatever stands between
        ("Police referred 35 suspects, down from 41, to the courts.", [(PRO, 35, 2007), (PRO, 41, 2006)]),
        (
            "They took 22 defendants to trial and brought nine traffickers to justice.",
            [(PRO, 22, 2007), (PRO, 9, 2007)],
        ),
        ("Police placed six suspects under arrest and put two on trial.", [(ARR, 6, 2007), (PRO, 2, 2007)]),
        ("The ministry took 22 children to a shelter.", []),
        # charges that are brought or dropped
        ("Criminal charges were brought in 2006 against 77 persons.", [(PRO, 77, 2006)]),
        ("Prosecutors opened criminal proceedings against 15 employers.", [(PRO, 15, 2007)]),
        ("A judge dismissed the charges against four of the accused.", [(PRO, 4, 2007)]),
        ("The ombudsman brought civil proceedings against six farmers.", []),
        # cases heard, looked into, taken on and carried over
        ("The courts heard 83 cases.", [(PRO, 83, 2007)]),
        ("The committee heard 83 witnesses.", []),
        ("A special unit looked into 210 complaints.", [(INV, 210, 2007)]),
        ("The squad opened 19 cases with 30 suspects.", [(INV, 19, 2007), (INV, 30, 2007)]),
        ("Prosecutors pursued 17 cases and continued eight from earlier years.", [(PRO, 17, 2007), (PRO, 8, 2007)]),
        ("The judge reported on three investigations carried forward from 2004.", [(INV, 3, 2007)]),
        ("Courts received 47 cases for investigation under the law.", [(INV, 47, 2007)]),
        ("The ministry referred cases involving 90 suspects to police for further investigation.", [(INV, 90, 2007)]),
        ("The state opened prosecution in one case and convicted two men.", [(PRO, 1, 2007), (CON, 2, 2007)]),
        ("The state continued a prosecution begun in 2005.", [(PRO, 1, 2007)]),
        ("Police launched an online trafficking case management system.", []),
        ("Courts convicted 11 traffickers and handed down long sentences in ten cases.", [(CON, 11, 2007)]),
        ("Judges may prosecute such cases, and the ministry hired eight lawyers to do so.", []),
        ("Prosecutors declined to press charges.", []),
        ("Courts convicted three foreign nationals.", [(CON, 3, 2007)]),
        ("Tribunals disposed of 39 cases.", [(PRO, 39, 2007)]),
        ("Police disposed of 39 cases.", []),
        (
            "Tribunals adjudicated 39 cases, in nine of which the accused were convicted.",
            [(PRO, 39, 2007), (CON, 9, 2007)],
        ),
        ("The police investigated 19 cases, of which the courts heard 12.", [(INV, 19, 2007), (PRO, 12, 2007)]),
        (
            "Four men went on trial in two prosecutions, one of which had been started in an earlier year.",
            [(PRO, 4, 2007), (PRO, 2, 2007), (PRO, 1, 2007)],
        ),
        (
            "Prosecutors did not open any prosecutions but carried on with nine, against 14 defendants.",
            [(PRO, 0, 2007), (PRO, 9, 2007), (PRO, 14, 2007)],
        ),
        ("The unit reported 11 investigations, begun in 2005, which it kept open.", [(INV, 11, 2007)]),
        ("For illegal brokering, an offense created in 2005, police detained 90 offenders.", [(ARR, 90, 2007)]),
        ("Police picked up 105 suspected pimps and found 113 minors.", [(ARR, 105, 2007)]),
        ("Complaints seldom led to an inquiry.", []),
        ("Police identified 430 suspects for sex trafficking.", [(INV, 430, 2007)]),
        ("Police identified 430 workers.", []),
        ("In 2006, 12 investigations were begun against 17 persons.", [(INV, 12, 2006), (INV, 17, 2006)]),
        ("Prosecutors brought legal proceedings in 30 cases.", [(PRO, 30, 2007)]),
        ("A court dismissed a case involving five gang members.", [(PRO, 5, 2007)]),
        ("A court dismissed a case involving five girls.", []),
        ("Raids resulted in six arrested suspects.", [(ARR, 6, 2007)]),
        ("The efforts included convicting and sentencing a trafficker to prison.", [(CON, 1, 2007)]),
        ("Articles 240 (pimping), 240.1 (solicitation), and 241 (brothels) were used to prosecute traffickers.", []),
        ("A third of the 2006 convictions were of women.", []),
        ("Convictions included two cases of sex trafficking.", [(CON, 2, 2007)]),
        (
            "The state did not convict anyone, compared with nine suspects prosecuted in three cases in 2006.",
            [(CON, 0, 2007), (PRO, 9, 2006), (PRO, 3, 2006)],
        ),
        ("Charges were filed against a total of 107 persons.", [(PRO, 107, 2007)]),
        (
            "Prosecutors indicted 16 suspects, an increase on the nine indicted a year before.",
            [(PRO, 16, 2007), (PRO, 9, 2006)],
        ),
        ("Police detained the head of a recruiting agency.", [(ARR, 1, 2007)]),
        ("A court acquitted the former director of a company.", [(ACQ, 1, 2007)]),
        ("A court fined the owner of a bar and convicted the law of nothing.", []),
        (
            "The state reported one investigation, prosecution, and conviction for forced begging.",
            [(INV, 1, 2007), (PRO, 1, 2007), (CON, 1, 2007)],
        ),
        ("Judges found 12 of them guilty and pronounced 30 people guilty.", [(CON, 12, 2007), (CON, 30, 2007)]),
        ("Three inspectors and one officer stood trial.", [(PRO, 3, 2007), (PRO, 1, 2007)]),
        ("At the end of the year 205 defendants were awaiting a verdict.", [(PRO, 205, 2007)]),
        ("The police uncovered 120 trafficking crimes.", [(INV, 120, 2007)]),
        ("A charity uncovered 120 trafficking crimes.", []),
        ("The courts were still considering 53 cases.", [(PRO, 53, 2007)]),
        ("Prosecutors instituted proceedings in 150 cases.", [(PRO, 150, 2007)]),
        ("Three prosecutions begun in 2004 or 2005 remained in progress.", [(PRO, 3, 2007)]),
        ("There were 46 criminal indictment for trafficking.", [(PRO, 46, 2007)]),
        (
            "Police opened 70 cases. These included 26 sex trafficking cases and 44 forced labor cases.",
            [(INV, 70, 2007), (INV, 26, 2007), (INV, 44, 2007)],
        ),
        # how it ended
        ("Two men pleaded guilty to forced labor.", [(CON, 2, 2007)]),
        ("A judge absolved three defendants and exonerated one.", [(ACQ, 3, 2007), (ACQ, 1, 2007)]),
        ("A colonel, charged with the same crime, was acquitted.", [(ACQ, 1, 2007)]),
        ("A victim, afraid of the accused, was not heard.", []),
        ("An uncle in the capital was tried and convicted.", [(PRO, 1, 2007), (CON, 1, 2007)]),
        ("The case of a border guard, whose trial began in 2005, ended in acquittal.", [(ACQ, 1, 2007)]),
        ("The trials of four others ended in acquittal.", [(ACQ, 4, 2007)]),
        ("Of 300 files, fewer than ten made it to trial.", [(PRO, 10, 2007)]),
        ("Just four criminal proceedings were begun.", [(PRO, 4, 2007)]),
        ("A deputy, with 15 accomplices, was arrested.", []),
        ("Appellate courts affirmed the convictions of three traffickers.", []),
        ("The earlier acquittal of three traffickers was not reviewed.", []),
        ("Thirty cases are before the courts.", [(PRO, 30, 2007)]),
        ("Eight defendants remained on remand.", [(PRO, 8, 2007)]),
        ("Of five officers arrested in May, one was convicted.", [(ARR, 5, 2007), (CON, 1, 2007)]),
        ("Of the 45 investigations, 12 led to prosecutions and six to convictions.", [(PRO, 12, 2007), (CON, 6, 2007)]),
        ("Austrian police, working with them, made 37 arrests.", []),
        ("Police completed 16 cases in 2006; they arrested 19 suspects.", [(ARR, 19, 2006)]),
        ("Police did not open a single investigation, compared with two in 2006.", [(INV, 0, 2007), (INV, 2, 2006)]),
        ("Five convictions were secured, though only one of them under the law.", [(CON, 5, 2007), (CON, 1, 2007)]),
        ("Courts convicted 35 traffickers; only nine of them will serve time.", [(CON, 35, 2007)]),
        ("Most of the convicted, 119, were men.", []),
        ("Two men, convicted of forced labor in June, were sentenced to eight years.", [(CON, 2, 2007)]),
        ("Courts handed guilty verdicts to 15 offenders.", [(CON, 15, 2007)]),
        ("Courts issued verdicts to 15 provinces.", []),
        ("Charges against three suspects were dropped.", [(PRO, 3, 2007)]),
        ("Nine of the accused were cleared.", [(ACQ, 9, 2007)]),
        ("Police cleared nine houses and cleared nine men for travel.", []),
        ("The prosecutor's office accused 28 persons.", [(PRO, 28, 2007)]),
        ("A newspaper accused 28 persons.", []),
        ("A court tried an officer for selling permits; he was acquitted in June.", [(PRO, 1, 2007), (ACQ, 1, 2007)]),
        ("Courts convicted 12 traffickers; in 2006, 20.", [(CON, 12, 2007), (CON, 20, 2006)]),
        # what is said of the number
        ("The number of those convicted of pimping, a lesser offense, stood at 44.", [(CON, 44, 2007)]),
        ("The number of persons prosecuted rose from 21 to 35.", [(PRO, 21, 2006), (PRO, 35, 2007)]),
        ("Convictions were up by four, to 12.", [(CON, 12, 2007)]),
        (
            "Prosecutions numbered 11 in 2005, 20 in 2006, and 40 in 2007.",
            [(PRO, 11, 2005), (PRO, 20, 2006), (PRO, 40, 2007)],
        ),
        (
            "Courts convicted six sex traffickers and two pimps, for a total of eight.",
            [(CON, 6, 2007), (CON, 2, 2007), (CON, 8, 2007)],
        ),
        ("Courts reported 12 convictions; the ministry put the total at 15.", [(CON, 12, 2007), (CON, 15, 2007)]),
        ("The number of convictions doubled, to 18.", [(CON, 18, 2007)]),
        ("The number of convictions was 18.", [(CON, 18, 2007)]),
        ("Convictions stood at 18 in 2006.", [(CON, 18, 2006)]),
    ],
)
def test_counts_are_read_however_they_are_told(text: str, expected: list[object]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "comparisons"),
    [
        ("The state convicted six offenders; the year before there had been nine convictions.", [False, True]),
        ("The state convicted six offenders; the number of convictions stood at nine in 2006.", [False, True]),
        ("For comparison, the state investigated nine cases in the previous reporting period.", [True]),
        ("The state convicted six offenders; in 2007 it had convicted nine.", [False, False]),
    ],
)
def test_an_earlier_value_is_compared_by_its_tense(text: str, comparisons: list[bool]) -> None:
    assert [row["is_comparison"] for row in rows("fact_prosecutions", text)] == comparisons


def test_what_was_dropped_or_carried_over_keeps_its_status() -> None:
    found = rows("fact_prosecutions", "Prosecutors dropped charges against two men and continued three cases.")
    assert [row["case_status"] for row in found] == ["closed", "continued"]


def test_types_are_dealt_out_to_what_both_are_compared_with() -> None:
    text = "Police arrested 30 men for sex trafficking and nine for forced labor, compared with 21 and four in 2006."
    found = [(row["value"], row["trafficking_type"]) for row in rows("fact_prosecutions", text)]
    assert found == [(30, "sex"), (9, "labor"), (21, "sex"), (4, "labor")]


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("Not one trafficker was convicted.", [CON]),
        ("The courts handed down not one conviction.", [CON]),
        ("There was not a single prosecution.", [PRO]),
        ("The state could point to no prosecution, let alone a conviction.", [PRO, CON]),
        ("The country has not as yet convicted anyone for forced labor.", [CON]),
        ("Authorities did not succeed in convicting a single trafficker.", [CON]),
        ("No charges were brought against any official.", [PRO]),
        ("Prosecutors filed no charges.", [PRO]),
        ("No charges were reported for the use of the road.", []),
        ("Police referred no cases for prosecution.", [PRO]),
        ("The state brought no cases against officials.", [PRO]),
        ("The state did not open any new cases against officials.", [PRO]),
        ("The state made no case against the plan.", []),
        ("The state has not brought a single trafficker to justice.", [PRO]),
        ("Police did not bring any victims to a shelter.", []),
        ("No trafficking cases went to court.", [PRO]),
        ("The country has not recorded a single conviction.", [CON]),
        ("The state did not investigate any suspects, including government officials.", [INV]),
        ("The state did not investigate any traffickers, including complicit officials.", [INV, INV]),
        ("No court convicted a trafficker.", [CON]),
        ("It was the fifth year without a conviction.", [CON]),
        ("The state dismissed two inspectors without prosecuting anyone.", [PRO]),
        ("Police held the women without charging them.", []),
        ("The law has not been used to prosecute anyone.", [PRO]),
        ("Convictions remained at zero.", [CON]),
        ("There is no record of any prosecution.", [PRO]),
    ],
)
def test_none_is_told_in_many_ways(text: str, stages: list[str]) -> None:
    assert counts(text) == [(stage, 0, 2007) for stage in stages]


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("The state gave no figures for arrests.", [ARR]),
        ("Officials did not say how many traffickers were convicted.", [CON]),
        ("The ministry did not make available data on convictions.", [CON]),
        ("The state declined to provide data on prosecutions.", [PRO]),
        ("Statistics for prosecutions could not be obtained.", [PRO]),
        ("The number of convictions was unknown.", [CON]),
        ("Police arrested an unknown number of suspects.", []),
        ("Conviction data were not released.", [CON]),
        ("The state did not supply figures on convictions.", [CON]),
        ("Data on convictions were unavailable, as they had been in 2006.", [CON]),
        ("The state declined to prosecute two cases.", []),
    ],
)
def test_figures_are_withheld_in_many_ways(text: str, stages: list[str]) -> None:
    assert counts(text) == [(stage, None, 2007) for stage in stages]


@pytest.mark.parametrize(
    "text",
    [
        "The state reported neither investigations nor prosecutions of officials.",
        "Police investigated two mayors but neither charged nor convicted any of them.",
        "Police looked into claims against nine officers, without bringing anyone to trial.",
    ],
)
def test_a_denial_keeps_the_officials_it_speaks_of(text: str) -> None:
    zeros = [row for row in rows("fact_prosecutions", text) if row["status"] == "zero"]
    assert zeros
    assert {row["subject"] for row in zeros} == {"officials"}


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Police charged 13 Austrians with child sex offenses.", ["sex"]),
        ("Two officials were convicted in January 2007 on charges of forced labor.", ["labor"]),
        (
            "Police investigated 30 suspects for sex trafficking (compared to 21 in 2006) and nine for forced labor"
            " (compared to four in 2006).",
            ["sex", "sex", "labor", "labor"],
        ),
        (
            "Courts convicted 20 defendants in eight cases of sex trafficking and one case of forced labor.",
            ["all", "sex", "labor"],
        ),
        ("The state did not convict any labor traffickers and sentenced others for pimping.", ["labor"]),
        ("A court convicted a man posing as a teacher to exploit boys in forced begging.", ["labor"]),
        ("Police investigated nine cases of economic exploitation.", ["labor"]),
        ("Prosecutors tried two sex trafficking cases, in which judges acquitted five men.", ["sex", "sex"]),
        ("The state prosecuted eight men under the anti-slavery law.", ["labor"]),
        ("Police arrested 30 labor brokers.", ["all"]),
        ("In a case of domestic servitude, a court convicted two employers.", ["labor"]),
        ("In a case before the high court, a judge convicted two employers.", ["all"]),
        (
            "Police investigated 29 cases, 26 of which concerned sex and three labor trafficking.",
            ["all", "sex", "labor"],
        ),
    ],
)
def test_a_type_is_told_beside_its_count(text: str, types: list[str]) -> None:
    assert [row["trafficking_type"] for row in rows("fact_prosecutions", text)] == types


def test_the_year_of_the_latest_data_holds_until_a_case_is_told() -> None:
    text = (
        "Police opened 338 investigations in 2005, the most recent year for which there were data. Police identified 50"
        " suspects (compared to 61 in 2004). In May 2007, raids led to nine arrests. Courts convicted four men."
    )
    assert counts(text) == [(INV, 338, 2005), (INV, 50, 2005), (INV, 61, 2004), (ARR, 9, 2007), (CON, 4, 2007)]
