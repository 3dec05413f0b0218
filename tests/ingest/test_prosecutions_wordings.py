"""How reports word their counts of law enforcement: lists, shares, years, silence, people spared, who is pursued."""

from __future__ import annotations

import pytest

from tests.ingest.laws import counts, rows

INV, ARR, PRO, CON, ACQ = "investigation", "arrest", "prosecution", "conviction", "acquittal"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a noun behind the last number only, with the type before each
        (
            "Police opened one sex trafficking and seven labor trafficking investigations, compared with two and five.",
            [(INV, 1, 2007), (INV, 7, 2007), (INV, 2, 2006), (INV, 5, 2006)],
        ),
        # numbers that begin like "six months" are figures of a chain
        (
            "Courts convicted 14 traffickers, compared with eight in 2006, six in 2005, and nine in 2004.",
            [(CON, 14, 2007), (CON, 8, 2006), (CON, 6, 2005), (CON, 9, 2004)],
        ),
        # respective figures of several periods before
        (
            "Courts secured 13 convictions, compared with 21 and 17, respectively, in the two prior reporting periods.",
            [(CON, 13, 2007), (CON, 21, 2006), (CON, 17, 2005)],
        ),
        # a figure alone in the bracket behind its year
        (
            "Police made 71 arrests in 2007, compared with arrests in 2006 (64) and 2005 (58).",
            [(ARR, 71, 2007), (ARR, 64, 2006), (ARR, 58, 2005)],
        ),
        # what fell to one number from another
        ("The number of convictions dropped to five, from 12 in 2006.", [(CON, 5, 2007), (CON, 12, 2006)]),
        # the year of what a figure is measured by is not its own
        (
            "In 2007, the state began prosecutions of eight defendants, half the number prosecuted in 2005.",
            [(PRO, 8, 2007)],
        ),
        ("Police opened prosecutions of nine suspects, one-third the number prosecuted in 2006.", [(PRO, 9, 2007)]),
        # a gerund after a comparison with bare numbers goes back to the year spoken of
        (
            "Police reported investigating 14 cases, compared with 12 in 2006, and prosecuting nine suspects, compared"
            " with three in 2006.",
            [(INV, 14, 2007), (INV, 12, 2006), (PRO, 9, 2007), (PRO, 3, 2006)],
        ),
        (
            "This compared to 41 investigations, prosecution of 17 suspects, and conviction of six in the prior year.",
            [(INV, 41, 2006), (PRO, 17, 2006), (CON, 6, 2006)],
        ),
        ("The record rose from no convictions in 2004 to eight convictions in 2007.", [(CON, 0, 2004), (CON, 8, 2007)]),
        # a part told by what it was
        (
            "Police investigated 42 cases. Of these, 28 were cases of suspected sex trafficking.",
            [(INV, 42, 2007), (INV, 28, 2007)],
        ),
        (
            "The state began prosecutions of five suspects. Three cases, initiated in an earlier year, were ongoing.",
            [(PRO, 5, 2007), (PRO, 3, 2007)],
        ),
        ("At least one trafficking-related arrest was made.", [(ARR, 1, 2007)]),
        (
            "Courts convicted 44 traffickers. Of the 44 convicted, prison terms were imposed on only seven.",
            [(CON, 44, 2007)],
        ),
        (
            "The state reported 36 ongoing prosecutions, involving 58 defendants.",
            [(PRO, 36, 2007), (PRO, 58, 2007)],
        ),
        ("Police presented 14 cases to the state attorney for prosecution.", [(PRO, 14, 2007)]),
        ("Police presented 14 cases to the state attorney.", []),
        (
            "Police investigated 61 cases of trafficking, in addition to five cases of forced begging.",
            [(INV, 61, 2007), (INV, 5, 2007)],
        ),
        ("The state charged a civil servant with complicity.", [(PRO, 1, 2007)]),
        ("Courts convicted eight traffickers in one case.", [(CON, 8, 2007), (CON, 1, 2007)]),
        ("The state pursued charges against four people in one case.", [(PRO, 4, 2007), (PRO, 1, 2007)]),
        ("Police opened four investigations and closed nine others.", [(INV, 4, 2007), (INV, 9, 2007)]),
        ("The state began the prosecutions of and convicted six traffickers.", [(PRO, 6, 2007), (CON, 6, 2007)]),
        ("Threats hindered the prosecution in a trafficking case.", []),
        ("Police arrested between 40 and 50 traffickers.", [(ARR, None, 2007)]),
        ("Convictions under Article 163 totaled 27.", [(CON, 27, 2007)]),
        ("Sixteen of 21 prosecutions resulted in convictions.", [(CON, 16, 2007)]),
        (
            "Police referred 16 cases with 24 suspects to court, compared with 12 cases with 19 suspects in 2006.",
            [(PRO, 16, 2007), (PRO, 24, 2007), (PRO, 12, 2006), (PRO, 19, 2006)],
        ),
        ("There were 124 ongoing cases in the courts involving 203 defendants.", [(PRO, 124, 2007), (PRO, 203, 2007)]),
        ("Prosecutors indicted 21 suspects in nine cases, dismissing five cases.", [(PRO, 21, 2007), (PRO, 9, 2007)]),
        (
            "The state continued to prosecute seven men, including a mayor, arrested in the prior year.",
            [(PRO, 7, 2007)],
        ),
        ("In partnership with foreign police, authorities arrested 31 suspects.", [(ARR, 31, 2007)]),
        ("The number of arrests rose by a fifth, from 50 in 2005 to 60 in 2006.", [(ARR, 50, 2005), (ARR, 60, 2006)]),
        ("Convictions doubled, rising from 14 to 28.", [(CON, 14, 2006), (CON, 28, 2007)]),
        ("The state prosecuted six cases, a number unchanged from 2005.", [(PRO, 6, 2007)]),
        ("A court found two brothel owners guilty of trafficking.", [(CON, 2, 2007)]),
        ("Twelve cases resulted in convictions, four in acquittals.", [(CON, 12, 2007), (ACQ, 4, 2007)]),
        # equal counts of one sentence are several
        ("The state charged a father and a mother with trafficking.", [(PRO, 1, 2007), (PRO, 1, 2007)]),
        ("Courts convicted nine men in the north and nine men in the south.", [(CON, 9, 2007), (CON, 9, 2007)]),
        # an article's number that lost its hyphen
        ("The state began prosecutions of 13 suspects under section 154 1 in 2006.", [(PRO, 13, 2006)]),
        ("Courts convicted 13 offenders under act 2005-03.", [(CON, 13, 2007)]),
        # those who are left out
        ("The state prosecuted 22 suspects and convicted all but three.", [(PRO, 22, 2007)]),
        # people in cases
        ("Eighteen suspects in four cases were charged.", [(PRO, 18, 2007), (PRO, 4, 2007)]),
        ("Prosecutors brought charges in seven cases against 19 people.", [(PRO, 7, 2007), (PRO, 19, 2007)]),
        # what cases came to
        ("Police closed 31 cases, of which six resulted in convictions.", [(CON, 6, 2007)]),
        # what was taken back, or only wanted
        ("An appeals court overturned the convictions of six traffickers.", []),
        ("The victim must file a complaint for the state to prosecute a trafficker.", []),
        ("Shelters refer victims to the police to open an investigation.", []),
        ("Prosecutors cited the first instance verdict and the first instance conviction.", []),
        # a perfect has no past date
        (
            "In May 2006, the state named a coordinator, and a new squad has arrested eight traffickers.",
            [(ARR, 8, 2007)],
        ),
    ],
)
def test_figures_are_read_however_they_are_listed(text: str, expected: list[object]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Not a single trafficker was convicted.", [(CON, 0, 2007)]),
        ("There has never been a conviction for trafficking.", [(CON, 0, 2007)]),
        ("Courts have yet to hand down a single conviction.", [(CON, 0, 2007)]),
        ("None of these cases resulted in convictions.", [(CON, 0, 2007)]),
        ("Neither arrests nor convictions were reported.", [(ARR, 0, 2007), (CON, 0, 2007)]),
        ("The absence of prosecutions for forced labor remained a concern.", [(PRO, 0, 2007)]),
        ("The absence of convictions ending in prison terms remained a concern.", []),
        ("Statistics on arrests and convictions were unavailable.", [(ARR, None, 2007), (CON, None, 2007)]),
        (
            "The state has not actively investigated or prosecuted any cases of trafficking.",
            [(INV, 0, 2007), (PRO, 0, 2007)],
        ),
        (
            "Courts did not prosecute or, for the third consecutive year, convict any traffickers.",
            [(PRO, 0, 2007), (CON, 0, 2007)],
        ),
        (
            "The state prosecuted fewer suspects compared with previous years and did not convict any traffickers.",
            [(CON, 0, 2007)],
        ),
        (
            "Courts convicted nine traffickers, compared with not reporting any convictions in 2006.",
            [(CON, 9, 2007), (CON, None, 2006)],
        ),
        ("The number of convictions was not available.", [(CON, None, 2007)]),
        # nothing is said of traffickers, or of how many
        ("Trafficking victims are not detained or deported.", []),
        ("The state failed to provide evidence of increasing efforts, including investigating cases.", []),
        ("Police did not arrest or detain any women in prostitution.", []),
        ("Police did not arrest any victims for illegal entry.", []),
        ("Police did not report the outcome of these investigations.", []),
        ("The state did not disaggregate data on convictions by type.", []),
    ],
)
def test_silence_and_denial_are_told_apart_from_what_they_do_not_say(text: str, expected: list[object]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "column", "expected"),
    [
        # those of a figure before are pursued
        ("The state dismissed six policemen and charged two of them.", "subject", ["officials"]),
        (
            "Police opened four cases (three for sex trafficking and one for forced labor) involving nine suspects.",
            "trafficking_type",
            ["all", "sex", "labor", "all"],
        ),
        (
            "Police continued, from previous reporting periods, 14 trafficking investigations.",
            "case_status",
            ["continued"],
        ),
        ("No officials were convicted, and only one was investigated.", "subject", ["officials", "officials"]),
        ("Police arrested 37, prosecuted 21, and convicted 14 traffickers.", "unit", ["person", "person", "person"]),
        ("There have been seven convictions since the law was passed in 2004.", "period_type", ["other"]),
        ("Over the last four years, courts convicted 31 traffickers.", "period_type", ["other"]),
        ("In the first nine months of 2007, police opened 17 investigations.", "period_type", ["other"]),
        (
            "Police made 15 arrests and obtained four convictions, compared with making 19 arrests, continuing"
            " prosecution of 33 people, and obtaining conviction of 11 people the previous year.",
            "is_comparison",
            [False, False, True, True, True],
        ),
        # an earlier year told beside a later one of the same stage
        ("In 2007, courts convicted 31 traffickers; they convicted 18 in 2006.", "is_comparison", [False, True]),
        ("In 2006, courts convicted 18 traffickers. In 2007, they convicted 31.", "is_comparison", [False, False]),
        ("Police investigated one case of a farmer forcing 14 workers to labor.", "trafficking_type", ["labor"]),
        (
            "Courts convicted a trafficker and sentenced him to two years for sex trafficking.",
            "trafficking_type",
            ["sex"],
        ),
        ("Courts convicted 12 men under trafficking laws and provisions on pimping.", "trafficking_type", ["all"]),
        ("Courts convicted 12 men under provisions on pimping.", "trafficking_type", ["sex"]),
        ("Courts convicted seven in 2017, all for sex trafficking.", "trafficking_type", ["sex"]),
        ("Of 28 convictions, 20 were for sex trafficking, eight for labor.", "value", [28, 20, 8]),
        ("Four of the nine prosecutions involved labor trafficking.", "trafficking_type", ["labor", "all"]),
        ("The state did not prosecute any labor cases and only one sex trafficking case.", "value", [0, 1]),
        (
            "Courts prosecuted 16 cases and convicted one man. Of the 16 prosecutions, six cases involved forced labor,"
            " and 10 cases involved sex trafficking.",
            "stage",
            ["prosecution", "conviction", "prosecution", "prosecution"],
        ),
        ("Two men were prosecuted for pimping and found not guilty.", "stage", ["prosecution", "acquittal"]),
        ("Police investigated 62 cases, 13 of which were cases of begging.", "value", [62, 13]),
        ("Observers knew of only three investigated trafficking cases.", "value", [3]),
        ("Prosecutors requested the arrest of 40 individuals.", "value", []),
        ("One report claims that trafficked children are summarily arrested.", "value", []),
        ("Police investigated fewer cases than in the last year and did not convict anyone.", "data_year", [2007]),
        ("There have been no convictions to date.", "period_type", ["other"]),
        ("During the calendar year, police initiated 40 investigations.", "period_type", ["calendar_year"]),
        ("Police arrested 40 suspects in the fiscal year.", "period_type", ["other"]),
        ("Police made 18 case investigations.", "unit", ["case"]),
        (
            "Courts opened prosecution of one trafficker, compared with three prosecutions in 2006 and two in 2005.",
            "unit",
            ["person", "unspecified", "unspecified"],
        ),
        ("Police arrested 40 men. Police arrested a driver.", "scope", ["total", "example"]),
        # the type that stands behind a participle
        ("There were 12 prosecutions initiated for forced labor.", "trafficking_type", ["labor"]),
        # a share of the stage before is the whole of its own
        ("Police arrested 40 suspects, 13 of whom were convicted.", "scope", ["total", "total"]),
        ("Police arrested 40 suspects, 13 of whom remained in custody.", "scope", ["total", "part"]),
    ],
)
def test_the_other_columns_follow_the_words_around_a_figure(text: str, column: str, expected: list[object]) -> None:
    assert [row[column] for row in rows("fact_prosecutions", text)] == expected
