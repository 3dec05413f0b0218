"""Penalties told by other verbs than "sentenced": what offenders got, drew and will serve, and what courts gave."""

from __future__ import annotations

import pytest

from tests.ingest.laws import penalties

LIFE = 9999


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A court gave two recruiters eight years and a driver four.",
            [(2, "imprisonment", 96, 96), (1, "imprisonment", 48, 48)],
        ),
        ("The judge gave the leader of a gang that sold 30 women a six-year sentence.", [(1, "imprisonment", 72, 72)]),
        ("All seven went to prison, for terms of between two and nine years.", [(7, "imprisonment", 24, 108)]),
        ("Of the five convicted, only one went to prison, for two years.", [(1, "imprisonment", 24, 24)]),
        ("Three defendants drew between 10 months and four years.", [(3, "imprisonment", 10, 48)]),
        ("Six traffickers were convicted and handed terms of three years.", [(6, "imprisonment", 36, 36)]),
        ("A former pilot was jailed for nine years for abusing girls.", [(1, "imprisonment", 108, 108)]),
        ("An officer who had sold exit permits was given six years in jail.", [(1, "imprisonment", 72, 72)]),
        ("Her husband, who hid the money, will spend three years in jail.", [(1, "imprisonment", 36, 36)]),
        (
            "Six were given suspended sentences, and eight will serve time.",
            [(6, "suspended", None, None), (8, "imprisonment", None, None)],
        ),
        (
            "A broker received 20 years, his wife 14 years, and a third defendant two years and six months.",
            [(1, "imprisonment", 240, 240), (1, "imprisonment", 168, 168), (1, "imprisonment", 30, 30)],
        ),
        (
            "A court sentenced a captain to a three-year prison term, and his mate to 60 hours of community service.",
            [(1, "imprisonment", 36, 36), (1, "other", None, None)],
        ),
        ("Four of the six had their sentences stayed.", [(4, "suspended", None, None)]),
        ("Two were convicted of pimping and were cautioned.", [(2, "other", None, None)]),
        (
            "Two siblings were ordered to serve 10 and 12 years in prison, and each was fined 900 soles.",
            [(1, "imprisonment", 120, 120), (1, "imprisonment", 144, 144), (2, "fine", None, None)],
        ),
        (
            "Judges handed out prison terms of two, three, and nine years to as many defendants.",
            [(1, "imprisonment", 24, 24), (1, "imprisonment", 36, 36), (1, "imprisonment", 108, 108)],
        ),
        ("The punishment extended from two years to nine years' imprisonment.", [(None, "imprisonment", 24, 108)]),
        ("Penalties varied from fines to nine years.", [(None, "imprisonment", None, 108)]),
        (
            "Four traffickers were convicted: one got less than two years, and the remaining three upwards of six.",
            [(1, "imprisonment", None, 24), (3, "imprisonment", 72, None)],
        ),
        (
            "A court sentenced a woman to 10 years, of which three were suspended.",
            [(1, "imprisonment", 120, 120), (1, "suspended", 36, 36)],
        ),
        ("A court sentenced a man to 60 months or longer.", [(1, "imprisonment", 60, None)]),
        ("A court sentenced a man to seven years, three months in prison.", [(1, "imprisonment", 87, 87)]),
        ("Two of the traffickers got life.", [(2, "imprisonment", LIFE, LIFE)]),
        (
            "One defendant was given life and three received 20 years.",
            [(1, "imprisonment", LIFE, LIFE), (3, "imprisonment", 240, 240)],
        ),
        ("Courts jailed two traffickers for life.", [(2, "imprisonment", LIFE, LIFE)]),
        ("The leader was imprisoned for life.", [(1, "imprisonment", LIFE, LIFE)]),
        (
            "A court imposed a life sentence on a recruiter and terms of eight to 12 years on four accomplices.",
            [(1, "imprisonment", LIFE, LIFE), (4, "imprisonment", 96, 144)],
        ),
        (
            "Judges handed down two life sentences and six terms of more than ten years.",
            [(2, "imprisonment", LIFE, LIFE), (6, "imprisonment", 120, None)],
        ),
        ("Sentences of five to 10 years were handed down to six traffickers.", [(6, "imprisonment", 60, 120)]),
        ("Prison terms of three to seven years were imposed on eight offenders.", [(8, "imprisonment", 36, 84)]),
        ("A sentence of six years was imposed on the ringleader.", [(1, "imprisonment", 72, 72)]),
        ("Suspended sentences were given to four of the nine convicted.", [(4, "suspended", None, None)]),
        ("Seven of the 12 sentences were suspended.", [(7, "suspended", None, None)]),
        ("Three traffickers were slapped with fines.", [(3, "fine", None, None)]),
        ("The trial ended in a six-year sentence for the recruiter.", [(1, "imprisonment", 72, 72)]),
        (
            "Two of the cases resulted in prison terms of four to six years for three defendants.",
            [(3, "imprisonment", 48, 72)],
        ),
        ("Four pimps were let off with fines.", [(4, "fine", None, None)]),
        ("Four pimps were put on probation for two years.", [(4, "other", 24, 24)]),
        ("Only two of the ten convicted traffickers were jailed.", [(2, "imprisonment", None, None)]),
        ("The year saw the sentencing of four traffickers to six years in prison.", [(4, "imprisonment", 72, 72)]),
        ("The court convicted 12 traffickers, seven of whom were jailed.", [(7, "imprisonment", None, None)]),
        (
            "The court convicted 12 traffickers, sending nine to prison for one to four years and fining three.",
            [(9, "imprisonment", 12, 48), (3, "fine", None, None)],
        ),
        (
            "Of the nine, five got one to three years, three got three to five, and one more than five.",
            [(5, "imprisonment", 12, 36), (3, "imprisonment", 36, 60), (1, "imprisonment", 60, None)],
        ),
        (
            "Courts sentenced three men (10 years each), two women (five years each), and a driver (two years).",
            [(3, "imprisonment", 120, 120), (2, "imprisonment", 60, 60), (1, "imprisonment", 24, 24)],
        ),
        (
            "A judge fined a recruiter 2,000 euros and sentenced his partner to a year in prison.",
            [(1, "fine", None, None), (1, "imprisonment", 12, 12)],
        ),
        ("The high court upheld the ten-year sentences of two traffickers.", [(2, "imprisonment", 120, 120)]),
        (
            "Courts convicted 15 men and sentenced 12 of them to prison, with terms from 18 months to nine years.",
            [(12, "imprisonment", 18, 108)],
        ),
        ("A Sofia court sentenced a couple to six years each.", [(2, "imprisonment", 72, 72)]),
        ("The two defendants were each sentenced to seven years.", [(2, "imprisonment", 84, 84)]),
        ("A police sergeant got three years for tipping off brothel owners.", [(1, "imprisonment", 36, 36)]),
        (
            "Three police officers received prison sentences of one year, and a fourth was acquitted.",
            [(3, "imprisonment", 12, 12)],
        ),
        ("He was sentenced to 12 years.", [(1, "imprisonment", 144, 144)]),
        (
            "Two received two-year suspended terms; the third, a minor, got probation.",
            [(2, "suspended", 24, 24), (1, "other", None, None)],
        ),
        (
            "The trafficker was sentenced to six years' imprisonment with two years suspended.",
            [(1, "imprisonment", 72, 72), (1, "suspended", 24, 24)],
        ),
        ("Sentences ran from one year to 11.", [(None, "imprisonment", 12, 132)]),
        (
            "The court convicted eight traffickers and imposed sentences of between two and nine years' imprisonment.",
            [(8, "imprisonment", 24, 108)],
        ),
        (
            "In 2006, courts sentenced nine traffickers to prison, compared with six in 2005.",
            [(9, "imprisonment", None, None), (6, "imprisonment", None, None)],
        ),
        ("The recruiter was found guilty and will serve four years behind bars.", [(1, "imprisonment", 48, 48)]),
        (
            "Authorities sentenced a woman to five years' imprisonment for forcing two girls to beg.",
            [(1, "imprisonment", 60, 60)],
        ),
        (
            "A court in Astana gave three years to a brothel owner and 18 months to two pimps.",
            [(1, "imprisonment", 36, 36), (2, "imprisonment", 18, 18)],
        ),
        (
            "Penalties imposed on the 11 offenders were between two and six years in prison.",
            [(11, "imprisonment", 24, 72)],
        ),
        (
            "The government reported 10 convictions, with sentences of between six months and three years.",
            [(10, "imprisonment", 6, 36)],
        ),
        (
            "Seven offenders received prison sentences, two of them for more than ten years.",
            [(7, "imprisonment", None, None), (2, "imprisonment", 120, None)],
        ),
        (
            "A total of 24 traffickers were punished with imprisonment and 11 with fines.",
            [(24, "imprisonment", None, None), (11, "fine", None, None)],
        ),
        ("Courts ordered nine traffickers to prison terms of two to five years.", [(9, "imprisonment", 24, 60)]),
        ("One trafficker is serving a five-year sentence; a second was deported.", [(1, "imprisonment", 60, 60)]),
        (
            "Twelve offenders received less than a year, 11 one to three years, and seven over three years.",
            [(12, "imprisonment", None, 12), (11, "imprisonment", 12, 36), (7, "imprisonment", 36, None)],
        ),
        ("All seven were sentenced to prison terms of between three and ten years.", [(7, "imprisonment", 36, 120)]),
        (
            "A father received a 10-year prison sentence for selling his daughter, and the buyer received eight years.",
            [(1, "imprisonment", 120, 120), (1, "imprisonment", 96, 96)],
        ),
        (
            "Five men and two women were sentenced to terms of from four to nine years.",
            [(5, "imprisonment", 48, 108), (2, "imprisonment", 48, 108)],
        ),
        (
            "An employer was found guilty of holding a maid in servitude and got away with a fine of $600.",
            [(1, "fine", None, None)],
        ),
        (
            "Penalties for those convicted included prison terms of three to five years and fines.",
            [(None, "imprisonment", 36, 60), (None, "fine", None, None)],
        ),
        ("The court handed the defendants prison terms of three to five years.", [(None, "imprisonment", 36, 60)]),
        (
            "A trafficker convicted in 2005 was sentenced in 2006 to 12 years' imprisonment.",
            [(1, "imprisonment", 144, 144)],
        ),
        ("Three men, two of them police officers, were sentenced to 12 years.", [(3, "imprisonment", 144, 144)]),
        (
            "Twenty-eight of the 40 received prison sentences, six conditional sentences and six fines.",
            [(28, "imprisonment", None, None), (6, "suspended", None, None), (6, "fine", None, None)],
        ),
        (
            "A woman received five years for trafficking and an additional two years for document fraud.",
            [(1, "imprisonment", 60, 60), (1, "imprisonment", 24, 24)],
        ),
        ("The convicted man was ordered to serve no less than 10 years.", [(1, "imprisonment", 120, None)]),
        ("Six pimps received the minimum sentence of two years.", [(6, "imprisonment", 24, 24)]),
        ("Two of the convicted were condemned to 15 years of hard labor.", [(2, "imprisonment", 180, 180)]),
        ("Three traffickers landed in prison for four to nine years.", [(3, "imprisonment", 48, 108)]),
        ("A pair of brothers received 12 years apiece.", [(2, "imprisonment", 144, 144)]),
        (
            "The recruiter got 12 years and his driver three.",
            [(1, "imprisonment", 144, 144), (1, "imprisonment", 36, 36)],
        ),
        (
            "One defendant was sentenced to nine years, the other to six.",
            [(1, "imprisonment", 108, 108), (1, "imprisonment", 72, 72)],
        ),
        (
            "Of two convicted recruiters, one was jailed for nine years and the other was fined.",
            [(1, "imprisonment", 108, 108), (1, "fine", None, None)],
        ),
        ("A judge sentenced two brokers to consecutive terms totaling 15 years.", [(2, "imprisonment", 180, 180)]),
        (
            "Four traffickers received three-year sentences, with 18 months suspended.",
            [(4, "imprisonment", 36, 36), (4, "suspended", 18, 18)],
        ),
        ("Four traffickers were conditionally sentenced to two years.", [(4, "suspended", 24, 24)]),
        (
            "The court imposed a two-year sentence, suspended for four years, on a trafficker.",
            [(1, "suspended", 24, 24)],
        ),
        ("In addition to prison terms, the court fined all four 1,000 dollars.", [(4, "fine", None, None)]),
        ("The nine convictions resulted in prison terms of one to five years.", [(9, "imprisonment", 12, 60)]),
        (
            "All 14 convicted received prison time, six of them more than five years.",
            [(14, "imprisonment", None, None), (6, "imprisonment", 60, None)],
        ),
        ("The 14 were given sentences that ranged from one to eight years.", [(14, "imprisonment", 12, 96)]),
        (
            "Sentences were as follows: six months (two offenders), one year (three), and four years (one).",
            [(2, "imprisonment", 6, 6), (3, "imprisonment", 12, 12), (1, "imprisonment", 48, 48)],
        ),
        (
            "A border guard convicted of taking bribes from traffickers received six months' house arrest.",
            [(1, "other", 6, 6)],
        ),
        (
            "A consular official was sentenced to three years and banned from office for five.",
            [(1, "imprisonment", 36, 36)],
        ),
        ("The judge sentenced the policeman to three years in prison.", [(1, "imprisonment", 36, 36)]),
        (
            "The owner of a karaoke bar was sentenced to nine years in prison and his two managers to four years each.",
            [(1, "imprisonment", 108, 108), (2, "imprisonment", 48, 48)],
        ),
        ("In 2005, by contrast, three traffickers had been sentenced to eight years.", [(3, "imprisonment", 96, 96)]),
        (
            "A woman and her son were sentenced to eight and five years in prison, respectively.",
            [(1, "imprisonment", 96, 96), (1, "imprisonment", 60, 60)],
        ),
        (
            "Four offenders were sentenced to four, six, six and ten years in prison.",
            [
                (1, "imprisonment", 48, 48),
                (1, "imprisonment", 72, 72),
                (1, "imprisonment", 72, 72),
                (1, "imprisonment", 120, 120),
            ],
        ),
        (
            "A trafficker was sentenced to 20 years in prison and ordered to pay $50,000 in compensation.",
            [(1, "imprisonment", 240, 240)],
        ),
        (
            "Two traffickers were deported after a court had sentenced them to six months in prison.",
            [(2, "imprisonment", 6, 6)],
        ),
        ("Sentences of community service were handed to three offenders.", [(3, "other", None, None)]),
        (
            "Twenty-one offenders received custodial sentences and seven non-custodial ones.",
            [(21, "imprisonment", None, None), (7, "other", None, None)],
        ),
        (
            "Authorities fined three and jailed six of the convicted traffickers.",
            [(3, "fine", None, None), (6, "imprisonment", None, None)],
        ),
        (
            "The government reported eight convictions, six of which carried prison sentences of two to six years.",
            [(6, "imprisonment", 24, 72)],
        ),
        ("Only three of the 20 sentences exceeded five years.", [(3, "imprisonment", 60, None)]),
    ],
)
def test_courts_give_and_offenders_get(text: str, expected: list[object]) -> None:
    assert penalties(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Victims received six months of shelter care, and courts convicted one trafficker.",
        "The government gave two shelters three years of funding.",
        "Judges received two years of training.",
        "Police gave victims 90 days to decide.",
        "In 2006 not a single employer was punished with a prison sentence.",
        "Trafficking in persons is now punished by six to 12 years in prison.",
        "Under the law, those who exploit children risk six to 12 years in prison.",
        "Convictions were subject to a minimum two-year prison term.",
        "All but two of the ten sentences were suspended.",
        "No one went to jail.",
        "None of the convicted traffickers was imprisoned.",
        "The court convicted 12 traffickers, none of whom was jailed.",
        "Courts convicted 15 traffickers and sentenced all but three to prison.",
        "The shortest sentence was six months and the longest 12 years.",
        "The average sentence was four years.",
        "The harshest sentence handed down was 12 years in prison.",
        "Prosecutors sought a 10-year sentence for the recruiter.",
        "The defendant could face 10 years in prison if convicted.",
        "Two convicts were released after serving three years of their sentences.",
        "A decade in prison was the sentence for a brothel owner.",
        "Traffickers were sentenced to an average of 6.5 years.",
        "The median sentence was four years.",
        "Most traffickers received sentences of one to three years.",
        "Half of the convicted served no time in prison.",
        "A trafficker faces 15 years in prison.",
        "The law provides for sentences of up to 15 years for those convicted.",
        "The prosecutor requested 12-year sentences for three traffickers.",
        "Six convicted traffickers awaited sentencing.",
        "Two traffickers were acquitted after serving two years in pretrial detention.",
        "The court found five men guilty and sentenced them to a total of 40 years in prison.",
        "Inspectors fined 45 employers for withholding passports.",
        "A recruitment agency was fined $5,000 for charging illegal fees.",
        "The ministry suspended the licenses of 12 agencies and fined six.",
        "Police detained a woman in prostitution for six months.",
        "Authorities jailed 30 migrants, some of whom may have been victims.",
        "Authorities imprisoned an unidentified victim for three months for immigration violations.",
        "Victims were sentenced to prison for crimes they were forced to commit.",
        "A victim was sentenced to six months in prison for prostitution.",
        "Workers who fled employers were jailed for up to two weeks before deportation.",
        "The government required offenders to pay fines before they could leave.",
        "A minimum sentence of five years is set by the law.",
        "The statute of limitations is 10 years.",
        "Convicted traffickers may be released after serving two-thirds of their sentences.",
        "The judge gave the prosecutor six months to prepare.",
        "The government gave an NGO three years to run the shelter.",
        "Judges rarely gave traffickers more than two years.",
        "Courts usually handed down suspended sentences.",
        "The court sentenced no traffickers to prison.",
        "No trafficker received more than three years.",
        "None of the traffickers got more than three years.",
        "Neither of the two convicted men was sentenced to prison.",
        "The government did not sentence any traffickers to prison terms of more than one year.",
        "The suspects remained in custody for four months awaiting trial.",
        "Two of the suspects spent 14 months in jail before the trial.",
        "A trafficker convicted in 2004 was released after five years in prison.",
        "The bill would raise the sentence to 15 years.",
        "Traffickers could be sentenced to 20 years under the new law.",
        "An amendment increased sentences from five to 10 years.",
        "The amendment, adopted in May, increased the maximum sentence to 12 years.",
        "The government will punish those who exploit children with 10 years in prison.",
        "Penalties ranging from one to five years apply to employers who hold passports.",
        "The law was amended to impose prison sentences of two to six years on officials.",
        "Human rights groups criticized the light sentences given to traffickers.",
        "The government trained 20 judges on sentencing.",
        "The hotline received calls about two people sentenced abroad.",
        "A Thai court sentenced a Burmese trafficker to 35 years.",
        "Courts in Italy gave two nationals 12 years.",
        "Three of its nationals were sentenced in France to eight years.",
        "The police officer received a one-month suspension and a reprimand.",
        "Four officials received administrative penalties.",
        "Two judges received six months of training.",
        "Parents who sell children can get 12 years.",
        "Traffickers can be given life imprisonment.",
        "The maximum penalty is life imprisonment.",
        "In 2006, two suspects were out on bail, one for 18 months.",
        "The ministry ordered the employer to pay the maid two years of back wages.",
        "A court ordered two employers to pay wages for 14 months.",
        "Officials let the trafficker go after he paid a fine.",
        "Children were held in jails for up to three months.",
        "The law went into force and was followed by two years of debate.",
    ],
)
def test_what_victims_get_and_what_laws_threaten_is_no_penalty(text: str) -> None:
    assert penalties(text) == []
