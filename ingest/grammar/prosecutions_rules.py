"""The rules of fact_prosecutions: what each matches, with the examples that prove it."""

from __future__ import annotations

from ingest.grammar.rule import Rule, example

TABLE = "fact_prosecutions"


def _stage(stage: str, value: int | None, year: int = 2007, **more: object) -> dict[str, object]:
    return {"stage": stage, "value": value, "data_year": year, **more}


RULES: tuple[Rule, ...] = (
    Rule(
        "prosecutions.stage_noun",
        TABLE,
        frozenset({"stage"}),
        "number, modifiers, a noun that is a stage (or a case or person that a stage noun describes)",
        (
            example(
                "Police opened 31 inquiries and 18 prosecution cases in 2006, compared with 12 investigations in 2005.",
                _stage("investigation", 31, 2006, unit="unspecified", period_type="calendar_year"),
                _stage("prosecution", 18, 2006, unit="case"),
                _stage("investigation", 12, 2005, is_comparison=True),
            ),
            example(
                "Authorities continued six investigations and reported nine new convictions (14 convictions in 2006).",
                _stage("investigation", 6, case_status="continued"),
                _stage("conviction", 9, case_status="new", period_type="reporting_period"),
                _stage("conviction", 14, 2006, is_comparison=True),
            ),
            example(
                "The state attorney secured at least 11 convictions of complicit border guards.",
                _stage("conviction", 11, qualifier="at_least", subject="officials"),
            ),
        ),
        (
            example("The ministry trained 40 officers in trafficking investigations."),
            example("Article 17 prescribes 12 years for each conviction."),
            example("The government did not report progress on the four pending prosecutions."),
        ),
    ),
    Rule(
        "prosecutions.verb_number",
        TABLE,
        frozenset({"stage"}),
        "a verb of a stage (or its noun with of, against, into), then number and persons or cases; "
        "verbs in a list share the number",
        (
            example(
                "In 2006, the government prosecuted 14 suspects in five cases and convicted eight.",
                _stage("prosecution", 14, 2006, unit="person"),
                _stage("prosecution", 5, 2006, unit="case"),
                _stage("conviction", 8, 2006, unit="person"),
            ),
            example(
                "Officials investigated and prosecuted 26 sex trafficking cases.",
                _stage("investigation", 26, trafficking_type="sex"),
                _stage("prosecution", 26, trafficking_type="sex"),
            ),
            example(
                "Courts began prosecutions of more than 30 alleged labor traffickers, including two police officers.",
                _stage("prosecution", 30, trafficking_type="labor", qualifier="more_than"),
                _stage("prosecution", 2, subject="officials", scope="part"),
            ),
        ),
        (
            example("Judges convicted traffickers after hearing 12 victims."),
            example("Authorities plan to train 50 prosecutors to prosecute traffickers."),
            example("Courts convicted nine men for migrant smuggling."),
            example("Police detained 75 foreign women in prostitution."),
        ),
    ),
    Rule(
        "prosecutions.number_verb",
        TABLE,
        frozenset({"stage"}),
        "number and persons or cases, then the passive or participle of a stage",
        (
            example(
                "Twenty-three offenders were arrested and charged, compared with 17 traffickers arrested in 2006.",
                _stage("arrest", 23, unit="person"),
                _stage("prosecution", 23, unit="person"),
                _stage("arrest", 17, 2006, is_comparison=True),
            ),
            example(
                "Three customs officials suspected of taking bribes were acquitted in 2006.",
                _stage("acquittal", 3, 2006, subject="officials"),
            ),
        ),
        (
            example("Seven traffickers escaped before police arrived."),
            example("Twelve traffickers were not prosecuted."),
        ),
    ),
    Rule(
        "prosecutions.counts_one",
        TABLE,
        frozenset({"stage"}),
        "an article or ordinal that counts one: a person or case with a stage verb, or a stage noun reached",
        (
            example("A court convicted a recruiter.", _stage("conviction", 1, unit="person")),
            example(
                "The country obtained its first conviction for forced labor.",
                _stage("conviction", 1, trafficking_type="labor"),
            ),
            example("A suspected trafficker was arrested in March 2007.", _stage("arrest", 1, period_type="other")),
        ),
        (
            example("A conviction requires the testimony of the victim."),
            example("The law allows a court to acquit a victim."),
            example("Authorities had yet to open an investigation."),
        ),
    ),
    Rule(
        "prosecutions.left_out",
        TABLE,
        frozenset({"number"}),
        "a number without its noun or verb: what it is compared with, is a part of, or continues, tells its stage",
        (
            example(
                "Police made 44 arrests (31 for sex trafficking and 13 for forced labor) in 2006, up from 39 in 2005.",
                _stage("arrest", 31, 2006, trafficking_type="sex"),
                _stage("arrest", 13, 2006, trafficking_type="labor"),
                _stage("arrest", 39, 2005, is_comparison=True),
            ),
            example(
                "Prosecutors tried eight defendants, compared to none in 2006.",
                _stage("prosecution", 0, 2006, status="zero", is_comparison=True),
            ),
            example(
                "The courts convicted 21 traffickers in 2006. This compares with 16 in 2005 and 12 in 2004.",
                _stage("conviction", 16, 2005, is_comparison=True),
                _stage("conviction", 12, 2004, is_comparison=True),
            ),
        ),
        (
            example("Police arrested 12 suspects; 30 shelters remained open."),
            example("Of the nine convicted traffickers, four were sentenced to prison."),
        ),
    ),
    Rule(
        "prosecutions.sent_to_court",
        TABLE,
        frozenset({"sends", "charges", "hears"}),
        "cases or suspects sent, taken or referred to a court, or for prosecution or investigation; charges brought "
        "or dropped against people; cases that courts heard",
        (
            example(
                "Police referred 17 cases to the public prosecutor for prosecution in 2006.",
                _stage("prosecution", 17, 2006, unit="case"),
            ),
            example("Five suspects were sent to court.", _stage("prosecution", 5, unit="person")),
            example(
                "Charges were brought in 2006 against 21 employers.",
                _stage("prosecution", 21, 2006, unit="person", case_status="new"),
            ),
            example("Prosecutors dropped charges against two men.", _stage("prosecution", 2, case_status="closed")),
            example("Judges heard 43 cases.", _stage("prosecution", 43, unit="case")),
        ),
        (
            example("Police referred 17 victims to the public prosecutor."),
            example("Police referred 17 cases to the public prosecutor, who had yet to decide on them."),
            example("The ministry referred 12 cases to a shelter."),
            example("The ombudsman brought civil proceedings against six farmers."),
            example("The committee heard 43 witnesses."),
        ),
    ),
    Rule(
        "prosecutions.opened_cases",
        TABLE,
        frozenset({"opens", "records", "uncovers"}),
        "cases opened, continued or registered without a stage word, or uncovered by the police: investigations, or "
        "prosecutions where prosecutors or courts do it",
        (
            example("Police registered 52 trafficking cases in 2006.", _stage("investigation", 52, 2006, unit="case")),
            example("Prosecutors opened nine forced labor cases.", _stage("prosecution", 9, trafficking_type="labor")),
        ),
        (
            example("A charity opened three cases of supplies."),
            example("The government opened two shelters."),
            example("NGOs recorded 60 cases of forced marriage."),
        ),
    ),
    Rule(
        "prosecutions.trend",
        TABLE,
        frozenset({"stage"}),
        "a stage noun as the subject of a change or of an opening, and its numbers: fell from … to …, initiated in …",
        (
            example(
                "Convictions fell from 12 in 2005 to five in 2006.",
                _stage("conviction", 12, 2005, is_comparison=True),
                _stage("conviction", 5, 2006, is_comparison=False),
            ),
            example(
                "Of the 30 investigations, prosecutions were initiated in 11.", _stage("prosecution", 11, scope="total")
            ),
        ),
        (
            example("Trials lasted from 12 to 20 months."),
            example("Convictions depend on testimony, and in 30 districts there are no courts."),
        ),
    ),
    Rule(
        "prosecutions.pending",
        TABLE,
        frozenset({"pending"}),
        "a number of cases that remained pending or ongoing: prosecutions before the courts, else the stage spoken of",
        (
            example(
                "Nine cases remained pending before the courts.",
                _stage("prosecution", 9, case_status="pending", unit="case"),
            ),
            example(
                "Police investigated 12 cases, of which five were ongoing at the end of the year.",
                _stage("investigation", 5, case_status="continued", scope="part"),
            ),
        ),
        (
            example("Two bills remained pending in parliament."),
            example("Four shelters were pending approval."),
        ),
    ),
    Rule(
        "prosecutions.their_stage",
        TABLE,
        frozenset({"stage"}),
        "people counted before, whose arrest, trial or conviction is given a period of its own",
        (
            example(
                "A judge sentenced six men to prison, following their conviction in 2006.",
                _stage("conviction", 6, 2006, unit="person"),
            ),
            example(
                "Officials released three suspects after their arrest in the previous reporting period.",
                _stage("arrest", 3, 2006, period_type="reporting_period"),
            ),
        ),
        (
            example("Nine victims testified at their own expense, leading to convictions in 2006."),
            example("The mayor promised their prosecution."),
        ),
    ),
    Rule(
        "prosecutions.none",
        TABLE,
        frozenset({"stage", "neg"}),
        "a denial of the stage itself: verbs under did not, failed to, has never; stage nouns or offenders after no; "
        "no efforts to; none of them. One row for each stage and object",
        (
            example(
                "The government did not prosecute or convict any traffickers in 2006.",
                _stage("prosecution", 0, 2006, unit="person", period_type="calendar_year"),
                _stage("conviction", 0, 2006, unit="person"),
            ),
            example(
                "There were no investigations or arrests of officials complicit in trafficking.",
                _stage("investigation", 0, subject="officials", unit="person"),
                _stage("arrest", 0, subject="officials", unit="person"),
            ),
            example("The courts have never convicted a trafficker.", _stage("conviction", 0, period_type="other")),
            example("None of the brokers were charged.", _stage("prosecution", 0)),
            example(
                "Authorities made no efforts to investigate forced labor.",
                _stage("investigation", 0, trafficking_type="labor"),
            ),
            example(
                "Police did not identify any victims or arrest any sex traffickers.",
                _stage("arrest", 0, trafficking_type="sex"),
            ),
        ),
        (
            example("Police did not adequately investigate such claims."),
            example("The government did not have funds to prosecute traffickers."),
            example("There is no evidence that officials were prosecuted."),
            example("The suspects were not prosecuted because they had fled."),
            example("Authorities did not report any convictions."),
        ),
    ),
    Rule(
        "prosecutions.not_reported",
        TABLE,
        frozenset({"stage", "neg"}),
        "did not report, or gave no data on, a stage; incomplete data is no row",
        (
            example(
                "The government did not report prosecuting or convicting any complicit officials.",
                _stage("prosecution", None, status="not_reported", subject="officials", qualifier=None),
                _stage("conviction", None, status="not_reported", subject="officials", qualifier=None),
            ),
            example(
                "The ministry provided no statistics on trafficking investigations.",
                _stage("investigation", None, status="not_reported"),
            ),
            example("Officials have not reported any convictions.", _stage("conviction", None, status="not_reported")),
        ),
        (
            example("The government did not provide comprehensive data on convictions."),
            example("The government reported no convictions."),
            example("Police did not report training investigators."),
        ),
    ),
)
