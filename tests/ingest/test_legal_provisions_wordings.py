"""fact_legal_provisions: the many ways in which the reports say what a law prescribes."""

from __future__ import annotations

import pytest

from tests.ingest.laws import provisions

# sentence, (fewest years, most years, form of trafficking, articles) of each row
PRESCRIBED: list[tuple[str, list[tuple[float | None, float | None, str, str]]]] = [
    ("Article 12 of the penal code foresees four to nine years' imprisonment for trafficking.", [(4, 9, "all", "12")]),
    ("Article 12 of the penal code foresees imprisonment for four to nine years.", [(4, 9, "all", "12")]),
    ("The 2006 act envisages prison terms of four to nine years for traffickers.", [(4, 9, "all", "")]),
    ("Article 12 provides for four to nine years' imprisonment for forced labor.", [(4, 9, "labor", "12")]),
    ("The law provides four to nine years' imprisonment for trafficking.", [(4, 9, "all", "")]),
    (
        "Section 8, forced prostitution, provided for six months to four years for adults and between two "
        "and nine years for children.",
        [(0.5, 4, "sex", "8"), (2, 9, "sex", "8")],
    ),
    ("Article 12 forbids the trade in women and allows a maximum of only six years.", [(None, 6, "all", "12")]),
    ("Article 12 forbids forced labor and sets a minimum of four years.", [(4, None, "labor", "12")]),
    ("Forced prostitution under Article 12 entailed a fine or up to four years.", [(None, 4, "sex", "12")]),
    (
        "Procuring (article 181) attracts three to six years, and labor exploitation (article 182) six to 12 years.",
        [(3, 6, "sex", "181"), (6, 12, "labor", "182")],
    ),
    ("Traffickers face three to 12 years in prison under the 2006 law.", [(3, 12, "all", "")]),
    ("Under the 2006 anti-trafficking act, traffickers face up to 12 years in prison.", [(None, 12, "all", "")]),
    (
        "Under section 9 of the penal code, anyone who profits from prostitution risks at most two years.",
        [(None, 2, "sex", "9")],
    ),
    (
        "The 2006 act holds out up to 20 years' imprisonment to those who traffic adults and up to 25 years "
        "to those who traffic children.",
        [(None, 20, "all", ""), (None, 25, "all", "")],
    ),
    ("Those found guilty of trafficking are liable to imprisonment of up to 15 years.", [(None, 15, "all", "")]),
    ("Under the 2006 law, offenders are liable to up to 15 years' imprisonment.", [(None, 15, "all", "")]),
    ("The offense of trafficking is punishable by up to 15 years in prison.", [(None, 15, "all", "")]),
    ("Trafficking in persons carries a sentence of five to 15 years.", [(5, 15, "all", "")]),
    ("Trafficking offenses attract a penalty of five to 15 years' imprisonment.", [(5, 15, "all", "")]),
    ("Penalties for trafficking range from five to 15 years in prison.", [(5, 15, "all", "")]),
    ("Penalties prescribed for trafficking range from five to 15 years' imprisonment.", [(5, 15, "all", "")]),
    ("The penalties for forced labor are two to six years' imprisonment.", [(2, 6, "labor", "")]),
    ("The maximum penalty for sex trafficking is 15 years' imprisonment.", [(None, 15, "sex", "")]),
    ("The minimum sentence for trafficking is five years.", [(5, None, "all", "")]),
    ("The statutory penalty for labor trafficking is up to 10 years' imprisonment.", [(None, 10, "labor", "")]),
    (
        "The penal code criminalizes forced prostitution; penalties are three to eight years' imprisonment.",
        [(3, 8, "sex", "")],
    ),
    (
        "Prescribed penalties for sex trafficking are from two to 10 years' imprisonment; those for forced "
        "labor are from one to five years' imprisonment.",
        [(2, 10, "sex", ""), (1, 5, "labor", "")],
    ),
    (
        "The law punishes trafficking of women with four to nine years' imprisonment, trafficking of "
        "children with 12 to 18, and trafficking that ends in death with life.",
        [(4, 9, "all", ""), (12, 18, "all", ""), (99, 99, "all", "")],
    ),
    (
        "Article 12 penalizes all forms of trafficking with two to 10 years' imprisonment, four to 14 if "
        "the victim is a child, and up to 20 if an official commits the crime.",
        [(2, 10, "all", "12"), (4, 14, "all", "12"), (None, 20, "all", "12")],
    ),
    (
        "The law prescribes penalties of four to nine years' imprisonment, and of eight to 12 if the victim "
        "is a minor.",
        [(4, 9, "all", ""), (8, 12, "all", "")],
    ),
    (
        "The law prescribes penalties of up to eight years' imprisonment, or up to 12 when the victim is a child.",
        [(None, 8, "all", ""), (None, 12, "all", "")],
    ),
    (
        "The law prescribes four to nine years' imprisonment, rising to 15 years' in aggravated circumstances.",
        [(4, 9, "all", ""), (15, 15, "all", "")],
    ),
    (
        "The law prescribes penalties of four to nine years' imprisonment, which can be increased to 14 "
        "years when a child is the victim.",
        [(4, 9, "all", ""), (14, 14, "all", "")],
    ),
    (
        "Articles 31 (trafficking in adults) and 32 (trafficking in minors) prescribe five to 10 years and "
        "eight to 15 years, respectively.",
        [(5, 10, "all", "31"), (8, 15, "all", "32")],
    ),
    (
        "Articles 31 and 32 of the penal code prescribe penalties of up to five and eight years' "
        "imprisonment, respectively.",
        [(None, 5, "all", "31"), (None, 8, "all", "32")],
    ),
    (
        "Articles 31 and 32 ban sex trafficking and forced labor, respectively, and prescribe penalties of "
        "five to 10 years' imprisonment.",
        [(5, 10, "all", "31,32")],
    ),
    (
        "Trafficking is banned by Articles 203 and 204, with penalties of one to 10 years' imprisonment "
        "under Article 203 and three to 15 years under Article 204.",
        [(1, 10, "all", "203"), (3, 15, "all", "204")],
    ),
    (
        "Pimping under Article 17 carries up to four years, and recruiting a child for commercial sex "
        "(Article 18) three to five years.",
        [(None, 4, "sex", "17"), (3, 5, "sex", "18")],
    ),
    (
        "The new Children's Act covers the sexual exploitation of minors with a maximum of 30 years.",
        [(None, 30, "sex", "")],
    ),
    (
        "The Trafficking in Persons Act was amended in 2013: the maximum sentence rose from 10 to 20 years' "
        "imprisonment, and to 25 years' in aggravated cases.",
        [(None, 20, "all", ""), (None, 25, "all", "")],
    ),
    ("The maximum penalty was raised from 10 to 20 years' imprisonment.", [(None, 20, "all", "")]),
    (
        "In June, parliament doubled the maximum penalty for trafficking, from five to 10 years.",
        [(None, 10, "all", "")],
    ),
    (
        "Amendments to the penal code increased the penalty for trafficking to eight to 15 years' imprisonment.",
        [(8, 15, "all", "")],
    ),
    (
        "The labor code punishes employers who use forced labor with a fine or jails them for at most six months.",
        [(None, 0.5, "labor", "")],
    ),
    (
        "Under the Sexual Offences Act, the commercial sexual exploitation of a child drew no less than 15 "
        "years' imprisonment.",
        [(15, None, "sex", "")],
    ),
    (
        "Section 15 of the act grades its penalties: 20 years for the sale of a person, 10 to 15 years for "
        "forcing someone into prostitution, and 10 to 12 for doing so abroad.",
        [(20, 20, "all", "15"), (10, 15, "sex", "15"), (10, 12, "all", "15")],
    ),
    (
        "Slavery is a crime of its own under Article 105, for which the same two to 10 years apply.",
        [(2, 10, "labor", "105")],
    ),
    ("Persons convicted of trafficking can be imprisoned for up to 12 years.", [(None, 12, "all", "")]),
    ("Traffickers may be sentenced to between four and 12 years in prison under the 2006 law.", [(4, 12, "all", "")]),
    ("A trafficker can be jailed for up to 12 years under the 2006 law.", [(None, 12, "all", "")]),
    ("The act makes trafficking a crime with a punishment of up to 12 years' imprisonment.", [(None, 12, "all", "")]),
    ("The act treats trafficking as a felony with a penalty of 12 years to life.", [(12, 99, "all", "")]),
    ("The law sets penalties for trafficking at four to nine years.", [(4, 9, "all", "")]),
    ("The law fixes the penalty at four to nine years of imprisonment.", [(4, 9, "all", "")]),
    ("The law authorizes sentences of up to 20 years' imprisonment for sex trafficking.", [(None, 20, "sex", "")]),
    ("Under the law, sex trafficking can be punished with up to 20 years in prison.", [(None, 20, "sex", "")]),
    ("Trafficking is a crime under Article 12, with a prison term of five to 15 years.", [(5, 15, "all", "12")]),
    (
        "The prescribed penalties, up to 30 years' imprisonment for trafficking adults and not less than "
        "20, up to life, for trafficking children, were sufficiently stringent.",
        [(None, 30, "all", ""), (20, 99, "all", "")],
    ),
    ("The procurement statute (section 36(A)) carried lesser penalties, two to 10 years.", [(2, 10, "sex", "36(A)")]),
    ("Article 12, which bars trafficking, has a maximum penalty of 15 years' imprisonment.", [(None, 15, "all", "12")]),
    ("Article 12 has a penalty range of five to 15 years' imprisonment.", [(5, 15, "all", "12")]),
    (
        "Its penal code, whose Article 12 bans trafficking, threatens offenders with five to 15 years in prison.",
        [(5, 15, "all", "12")],
    ),
    (
        "The penalty is five to 15 years' imprisonment if the victim is an adult and 10 to 20 years if the "
        "victim is a child.",
        [(5, 15, "all", ""), (10, 20, "all", "")],
    ),
    (
        "The law prescribes imprisonment from five years to 15 years for sex trafficking and a maximum of "
        "five years for labor trafficking.",
        [(5, 15, "sex", ""), (None, 5, "labor", "")],
    ),
    ("Article 12 criminalizes forced labor with one to five years' imprisonment.", [(1, 5, "labor", "12")]),
    ("Article 12 criminalizes forced labor and is punishable by one to five years.", [(1, 5, "labor", "12")]),
    ("The criminal code outlaws slavery (Article 12), punishing it with one to five years.", [(1, 5, "labor", "12")]),
    ("Punishments for these crimes range from a fine to life imprisonment.", [(None, 99, "all", "")]),
    ("Conviction under Section 12 carries a mandatory 15-year sentence.", [(15, 15, "all", "12")]),
    ("Conviction for trafficking brings a mandatory minimum sentence of 15 years.", [(15, None, "all", "")]),
    (
        "Article 12 imposes a sentence of five to 10 years' imprisonment for the prostitution of children.",
        [(5, 10, "sex", "12")],
    ),
    (
        "The 2006 law prescribes up to 20 years' imprisonment for sex trafficking, up to 15 for forced "
        "labor, and up to six for document confiscation.",
        [(None, 20, "sex", ""), (None, 15, "labor", ""), (None, 6, "all", "")],
    ),
    (
        "Section 12 prescribes a punishment of eight years' imprisonment for the trafficking of adults, and "
        "Section 13 up to 12 years' for that of children.",
        [(8, 8, "all", "12"), (None, 12, "all", "13")],
    ),
    ("The sentences foreseen are three to eight years.", [(3, 8, "all", "")]),
    (
        "Traffickers who recruit children for prostitution face, under section 4 of the act, imprisonment for life.",
        [(99, 99, "sex", "4")],
    ),
    ("The Transplant Act makes trade in organs punishable by one to five years' imprisonment.", [(1, 5, "other", "")]),
    (
        "There is no anti-trafficking law, but traffickers can be prosecuted under laws against rape, "
        "slavery, and pimping, with penalties ranging from three to 20 years.",
        [(3, 20, "all", "")],
    ),
    (
        "The law prohibits only sex trafficking, for which it prescribes a maximum 10-year sentence.",
        [(None, 10, "sex", "")],
    ),
    ("The law stipulates imprisonment of 3-15 years.", [(3, 15, "all", "")]),
    ("The law penalizes trafficking by 3 to 15 years in jail.", [(3, 15, "all", "")]),
    ("Trafficking crimes are punishable by imprisonment terms ranging from three to 15 years.", [(3, 15, "all", "")]),
    ("Penalties under the act were five to 20 years' imprisonment.", [(5, 20, "all", "")]),
    (
        "Offenders are punished with two to eight years of deprivation of liberty under Article 12.",
        [(2, 8, "all", "12")],
    ),
    (
        "Article 12 stipulates a penalty of restriction of liberty of up to five years or deprivation of "
        "liberty for three to eight years.",
        [(None, 5, "all", "12"), (3, 8, "all", "12")],
    ),
    ("The punishment for child trafficking ranges between 10 years and life.", [(10, 99, "all", "")]),
    (
        "The law does not specifically prohibit trafficking, but Article 12 on procuring calls for prison "
        "sentences of up to five years.",
        [(None, 5, "sex", "12")],
    ),
    (
        "Labor recruiters who charge illegal fees face administrative fines only, which are not "
        "sufficiently stringent.",
        [(None, None, "labor", "")],
    ),
    ("A convicted trafficker can be sentenced to up to 20 years.", [(None, 20, "all", "")]),
]


@pytest.mark.parametrize(("text", "stated"), PRESCRIBED)
def test_what_a_law_prescribes(text: str, stated: list[tuple[float | None, float | None, str, str]]) -> None:
    assert provisions(text) == stated
