"""fact_legal_provisions: terms in lists and without their unit, and what only looks like a penalty that a law sets."""

from __future__ import annotations

import pytest

from tests.ingest.laws import provisions

# sentence, (fewest years, most years, form of trafficking, articles) of each row
PRESCRIBED: list[tuple[str, list[tuple[float | None, float | None, str, str]]]] = [
    (
        "The anti-trafficking law, whose penalties run up to life imprisonment, took effect in June.",
        [(None, 99, "all", "")],
    ),
    ("The crime carries five to 15 years.", [(5, 15, "all", "")]),
    (
        "Article 12, which was amended in 2005, prohibits all forms of trafficking; convictions can result "
        "in five to 15 years' imprisonment.",
        [(5, 15, "all", "12")],
    ),
    ("Forced labor was a criminal offense, subject to one to three years' imprisonment.", [(1, 3, "labor", "")]),
    (
        "The law made sex trafficking of adults a crime that could be punished with three to 12 years in prison.",
        [(3, 12, "sex", "")],
    ),
    ("Aggravating circumstances raise the penalty to 12 to 18 years' imprisonment.", [(12, 18, "all", "")]),
    (
        "The law prescribes five to 10 years' imprisonment; with aggravating circumstances, the penalty "
        "rises to 12 years.",
        [(5, 10, "all", ""), (12, 12, "all", "")],
    ),
    (
        "The law prescribes five to 10 years in prison for adult and 10 to 20 years for child trafficking.",
        [(5, 10, "all", ""), (10, 20, "all", "")],
    ),
    (
        "The penal code provides penalties of five to 10 years in prison for trafficking in children and "
        "the constitution prohibits bonded labor.",
        [(5, 10, "all", "")],
    ),
    ("The minimum penalty for trafficking is five years, the maximum 15.", [(5, 15, "all", "")]),
    ("The minimum sentence for trafficking is five years and the maximum is 15 years.", [(5, 15, "all", "")]),
    (
        "Trafficking in adults is punishable by up to 10 years' imprisonment, that in children by up to 15.",
        [(None, 10, "all", ""), (None, 15, "all", "")],
    ),
    (
        "Sex trafficking carries a term of five to 12 years; labor trafficking, one of two to six.",
        [(5, 12, "sex", ""), (2, 6, "labor", "")],
    ),
    ("The penalty for forced prostitution is set at three to seven years of imprisonment.", [(3, 7, "sex", "")]),
    ("Under Article 12, sex trafficking of a minor means 10 to 20 years in prison.", [(10, 20, "sex", "12")]),
    (
        "Article 12 of the criminal code, on forced labor, contains penalties of up to three years.",
        [(None, 3, "labor", "12")],
    ),
    (
        "The penal code punishes the pimp with up to four years and the client with up to two.",
        [(None, 4, "sex", ""), (None, 2, "sex", "")],
    ),
    (
        "Whoever subjects another to forced labor shall be imprisoned for two to eight years under section 8.",
        [(2, 8, "labor", "8")],
    ),
    ("Courts may impose up to 12 years' imprisonment under Article 12.", [(None, 12, "all", "12")]),
    ("The law permits judges to impose sentences of up to 12 years.", [(None, 12, "all", "")]),
    ("The law mandates a sentence of no less than 12 years.", [(12, None, "all", "")]),
    ("The amended law now provides a minimum of eight years, up from five.", [(8, None, "all", "")]),
    ("The new code lowers the minimum penalty for trafficking from five to three years.", [(3, None, "all", "")]),
    (
        "In November parliament passed a law with penalties of five to 15 years for all forms of trafficking.",
        [(5, 15, "all", "")],
    ),
    ("The king signed a decree that prescribes up to 15 years' imprisonment for traffickers.", [(None, 15, "all", "")]),
    (
        "The 2012 law defines trafficking in line with the protocol and sets out penalties of seven to 15 years.",
        [(7, 15, "all", "")],
    ),
    (
        "Penalties under Article 12 start at five years and reach 25 years when the victim is a child.",
        [(5, None, "all", "12"), (None, 25, "all", "12")],
    ),
    (
        "Penalties of from three to 10 years' imprisonment are prescribed for trafficking, and of five to "
        "15 for trafficking in children.",
        [(3, 10, "all", ""), (5, 15, "all", "")],
    ),
    ("Three to 10 years' imprisonment is the penalty for trafficking.", [(3, 10, "all", "")]),
    ("Imprisonment of three to 10 years awaits traffickers under Article 12.", [(3, 10, "all", "12")]),
    (
        "Offenders face imprisonment of three to 10 years, and their accomplices up to five, under Article 12.",
        [(3, 10, "all", "12"), (None, 5, "all", "12")],
    ),
    ("The penalty, three to 10 years' imprisonment, is sufficiently stringent.", [(3, 10, "all", "")]),
    (
        "These crimes carry penalties of three to 10 years' imprisonment (adult victims) and five to 15 "
        "years (child victims).",
        [(3, 10, "all", ""), (5, 15, "all", "")],
    ),
    (
        "Article 12 (sex trafficking) provides for five to 10 years; Article 13 (labor trafficking) for "
        "three to eight; and Article 14 (organ removal) for 10 to 20.",
        [(5, 10, "sex", "12"), (3, 8, "labor", "13"), (10, 20, "other", "14")],
    ),
    (
        "Sex trafficking is punishable under Article 12 (five to 10 years in prison) and labor trafficking "
        "under Article 13 (three to eight).",
        [(5, 10, "sex", "12"), (3, 8, "labor", "13")],
    ),
    (
        "The law criminalized sex trafficking, with penalties of five to 10 years, and forced labor, with "
        "penalties of three to eight years.",
        [(5, 10, "sex", ""), (3, 8, "labor", "")],
    ),
    ("Article 12 sanctions forced labor by imprisonment of three to eight years.", [(3, 8, "labor", "12")]),
    (
        "The code makes no distinction between victims and threatens five to 10 years in both cases of trafficking.",
        [(5, 10, "all", "")],
    ),
    ("Section 12 raises the penalty to life if the victim of trafficking is under 14.", [(99, 99, "all", "12")]),
    (
        "Trafficking is punished by a term of six months to five years, doubled when the victim is a child.",
        [(0.5, 5, "all", "")],
    ),
    ("The law prescribes hard labor for five to 10 years for sex trafficking.", [(5, 10, "sex", "")]),
    ("Article 12 prescribes five to 10 years of hard labor for trafficking.", [(5, 10, "all", "12")]),
    (
        "The law sets forth a punishment of rigorous imprisonment for a term of not less than seven years, "
        "which may extend to life.",
        [(7, 99, "all", "")],
    ),
    (
        "Section 370 prescribes rigorous imprisonment of seven to 10 years and, for trafficking in minors, "
        "10 years to life.",
        [(7, 10, "all", "370"), (10, 99, "all", "370")],
    ),
    ("The act prescribes penalties up to 20 years.", [(None, 20, "all", "")]),
    (
        "Penalties prescribed for trafficking, one to six years' imprisonment, are not commensurate with "
        "those for rape.",
        [(1, 6, "all", "")],
    ),
    (
        "Labor trafficking offenses fall under Article 12, with a maximum term of eight years.",
        [(None, 8, "labor", "12")],
    ),
    (
        "Pimping and pandering remain punishable under Articles 15 through 17 by two to four years in prison.",
        [(2, 4, "sex", "15 through 17")],
    ),
    (
        "The crime of trafficking is a felony that is punished by imprisonment from eight to 15 years.",
        [(8, 15, "all", "")],
    ),
    (
        "Forced labor is prohibited by Article 8, punishable by a fine or up to two years in jail.",
        [(None, 2, "labor", "8")],
    ),
    (
        "Under the code, penalties for sex trafficking run from five to 15 years, and for labor trafficking "
        "from three to 10.",
        [(5, 15, "sex", ""), (3, 10, "labor", "")],
    ),
    (
        "In aggravated cases, such as those involving children, the law provides for up to 25 years.",
        [(None, 25, "all", "")],
    ),
    ("The highest penalty that the law allows for trafficking is 15 years in prison.", [(None, 15, "all", "")]),
    (
        "Maximum penalties for sex trafficking are 15 years' imprisonment and for labor trafficking 10.",
        [(None, 15, "sex", ""), (None, 10, "labor", "")],
    ),
    (
        "Those who exploit children in prostitution can expect 10 to 15 years in prison under Article 12.",
        [(10, 15, "sex", "12")],
    ),
    ("The statute's penalties, four to 10 years' imprisonment, do not differ for child victims.", [(4, 10, "all", "")]),
    (
        "Penalties range from a fine of $1,000 to four years' imprisonment under the law against pimping.",
        [(None, 4, "sex", "")],
    ),
    (
        "The law, which took effect in May, made trafficking an offense with a penalty of up to 15 years.",
        [(None, 15, "all", "")],
    ),
    (
        "Penalties are seven to 15 years' imprisonment for trafficking in adults and 15 to 25 for "
        "trafficking in children.",
        [(7, 15, "all", ""), (15, 25, "all", "")],
    ),
    (
        "Article 12 criminalizes forced prostitution and carries two to 10 years, which is sufficiently stringent.",
        [(2, 10, "sex", "12")],
    ),
]

NOT_PRESCRIBED = [
    "Five of the 11 were punished with prison terms of between one and four years.",
    "Penalties varied from fines to 18 years.",
    "Under the old article on pimping, repealed that year, offenders seldom served more than two years.",
    "Courts handed down sentences of five to eight years in the four cases that were concluded.",
    "Article 175, the former provision, had started at one year.",
    "A draft law before parliament would raise the ceiling to 15 years.",
    "The text of a model act, with sentences of 15 to 30 years, was circulated among ministries.",
    "For smuggling, with which police often confuse the crime, the act foresees five years.",
    "The law provides for a reflection period of up to six months.",
    "The law allows victims to stay in the country for up to two years.",
    "The law provides foreign victims with a residence permit of up to one year.",
    "Under the law, victims may remain in shelters for up to six months.",
    "The law sets a deadline of two years for the plan.",
    "The act foresees a five-year action plan against trafficking.",
    "Police held two suspects under the law for 14 days.",
    "One trafficker received 12 years under the anti-trafficking law.",
    "The court sentenced two men under Article 12 to eight years in prison.",
    "Two traffickers were convicted under the 2006 law and given terms of up to eight years.",
    "Traffickers face long trials; one case has been pending for four years.",
    "The trafficker was punished with four years in prison.",
    "The government operates a three-year plan that provides for training.",
    "The law mandates that inspectors visit farms every two years.",
    "The contract law allows employers to hold workers for two years.",
    "Children as young as 10 to 12 face forced labor.",
    "Victims face debts that take three to five years to repay.",
    "The kafala system allows employers to bind workers for two to five years.",
    "The maximum sentence imposed was eight years' imprisonment.",
    "The longest sentence for trafficking was 10 years in prison.",
    "Sentences for trafficking ranged from two to five years in prison, on average three.",
    "Convicted traffickers faced penalties of two to five years' imprisonment in the year's 12 cases.",
    "A law of 2003 on residence allows for permits of 30 to 180 days.",
    "The anti-trafficking law enables victims to obtain residency for six months to a year.",
    "Prosecutors sought a sentence of 10 years under Article 12.",
    "Domestic workers risk up to six months in detention for absconding under the immigration law.",
    "Three officials each face up to 15 years in prison if convicted.",
    "Victims charged with prostitution face up to two years' imprisonment.",
    "The law on asylum provides for detention of up to 18 months.",
    "A bill pending in parliament prescribes five to 10 years' imprisonment.",
    "The average sentence for trafficking was four years.",
    "The old law prescribed up to five years' imprisonment; it was repealed.",
    "The government extended the action plan for three years under the law.",
    "The law on foreigners lets victims of trafficking stay for up to three months.",
    "Under Article 12, victims of trafficking may stay for six months.",
    "Article 12 grants victims of trafficking a recovery period of three months.",
    "The law obliges employers to keep records for five years.",
    "The code bars children under 15 from work of more than six hours.",
    "Since the law took effect two years ago, no trafficker has been convicted.",
    "The law was adopted three years after the country signed the protocol.",
    "The prison sentence of the leader of the ring was reduced to four years.",
    "A judge gave two recruiters four years in prison under Article 12.",
    "Two men got five to seven years for pimping under Article 15.",
    "The suspects had been under investigation for forced labor for two years.",
    "The statute of limitations for trafficking is 10 years.",
    "The law on trafficking foresees a review after two years.",
    "Prosecutors charged four men with trafficking; they face up to 20 years in prison.",
    "If convicted, the official faces up to 10 years in prison.",
    "The appeals court raised the penalty from three to five years in prison.",
    "One offender's sentence was increased to 10 years on appeal.",
    "The law limits contracts of domestic workers to two years.",
    "Police may detain foreigners under the law for up to 12 months.",
    "Victims can be jailed for up to two years for illegal entry.",
    "Foreign women in prostitution risk up to a year in jail under the immigration act.",
    "The bill, which sets penalties of five to 10 years, awaits a vote.",
    "Parliament did not pass amendments that would increase penalties to 15 years.",
    "Sentences under the law in 2009 were between two and six years.",
    "Judges imposed penalties of two to six years' imprisonment under Article 12.",
    "The law had prescribed two to six years until 2008.",
    "Children serve as apprentices for two to three years under customary law.",
    "The penalties meted out for trafficking ran from 18 months to nine years in prison.",
    "A magistrate set the punishment of one pimp at 20 years.",
    "Judges handed out prison terms of three to seven years for pimping.",
]


@pytest.mark.parametrize(("text", "stated"), PRESCRIBED)
def test_terms_in_lists_and_beside_others(text: str, stated: list[tuple[float | None, float | None, str, str]]) -> None:
    assert provisions(text) == stated


@pytest.mark.parametrize("text", NOT_PRESCRIBED)
def test_deeds_of_courts_other_laws_and_other_spans_of_time_prescribe_nothing(text: str) -> None:
    assert provisions(text) == []
