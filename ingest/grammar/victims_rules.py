"""The rules of fact_victims, each with the examples that prove it. Data only; the machine is `victims`."""

from __future__ import annotations

from ingest.grammar.rule import Rule, example
from ingest.grammar.victims_acts import ACT_TAGS

_TABLE = "fact_victims"
_AT = {"section": "protection"}

RULES: tuple[Rule, ...] = (
    Rule(
        "victims.verb_then_counted",
        _TABLE,
        ACT_TAGS,
        "act-verb[, act-verb …] … number victims or people",
        (
            example(
                "In 2010, the police identified 62 victims of forced labor and 17 victims of sexual exploitation.",
                {
                    "action": "identified",
                    "actor": "government",
                    "trafficking_type": "labor",
                    "value": 62,
                    "data_year": 2010,
                },
                {"trafficking_type": "sex", "value": 17, "data_year": 2010},
                edition=2011,
                **_AT,
            ),
            example(
                "The ministry identified and assisted at least 30 foreign victims.",
                {"action": "identified", "value": 30, "qualifier": "at_least", "origin": "foreign"},
                {"action": "assisted", "value": 30},
                **_AT,
            ),
            example(
                "NGOs provided shelter and legal aid to 44 women.",
                {"action": "assisted", "actor": "ngo", "gender": "female", "age_group": "adult", "value": 44},
                **_AT,
            ),
            example(
                "Police rescued 12 girls from brothels.",
                {"action": "other", "value": 12, "age_group": "child", "gender": "female"},
                **_AT,
            ),
            example(
                "Inspectors rescued and sheltered nine children.",
                {"action": "assisted", "value": 9},
                **_AT,
            ),
        ),
        (
            example("Police identified 14 traffickers.", section="prosecution"),
            example("The center can house up to 20 victims.", **_AT),
            example("The government opened two shelters for victims.", **_AT),
            example("The police helped 300 refugees.", **_AT),
        ),
    ),
    Rule(
        "victims.counted_then_verb",
        _TABLE,
        ACT_TAGS,
        "number victims [complements] were act-participle | received service | number victims act-participle by actor",
        (
            example(
                "In 2012, 21 victims were referred by police to shelters.",
                {"action": "referred", "actor": "government", "value": 21, "data_year": 2012},
                edition=2013,
                **_AT,
            ),
            example(
                "Eight child victims received government assistance.",
                {"action": "assisted", "actor": "government", "value": 8, "age_group": "child"},
                **_AT,
            ),
            example(
                "Fifteen victims were repatriated.",
                {"action": "repatriated", "actor": "unspecified", "value": 15},
                **_AT,
            ),
        ),
        (
            example("Three suspects were identified.", section="prosecution"),
            example("Twelve victims may be identified by next year.", **_AT),
        ),
    ),
    Rule(
        "victims.noun_of_counted",
        _TABLE,
        frozenset({"act"}),
        "identification, referral, repatriation, rescue of number victims",
        (
            example(
                "The embassy arranged the repatriation of 33 trafficking victims.",
                {"action": "repatriated", "actor": "government", "value": 33},
                **_AT,
            ),
            example(
                "Raids led to the identification of six possible victims.",
                {"action": "identified", "value": 6, "is_potential": True},
                **_AT,
            ),
        ),
        (
            example("The identification of victims remained weak in three provinces.", **_AT),
            example("The law regulates the repatriation of minors.", **_AT),
        ),
    ),
    Rule(
        "victims.compared",
        _TABLE,
        frozenset({"cmp", "number"}),
        "comparison … number [victims] | ( number in an earlier year )",
        (
            example(
                "Authorities identified 40 victims, compared with 52 in 2013 and 61 in 2012.",
                {"value": 52, "data_year": 2013, "is_comparison": True, "action": "identified"},
                {"value": 61, "data_year": 2012, "is_comparison": True},
                edition=2015,
                **_AT,
            ),
            example(
                "The government identified and referred eight victims (six in 2015).",
                {"action": "identified", "value": 6, "data_year": 2015, "is_comparison": True},
                {"action": "referred", "value": 6},
                edition=2017,
                **_AT,
            ),
        ),
        (
            example("The government trained 40 officers, compared with 52 in 2013.", **_AT),
            example("Authorities identified victims in 12 provinces, compared with nine in 2013.", edition=2015, **_AT),
        ),
    ),
    Rule(
        "victims.part_of_counted",
        _TABLE,
        frozenset({"number"}),
        "of these, of whom, including, ( … ): number [victims or people] of a figure that was stated before",
        (
            example(
                "Officials identified 90 victims. Of these, 70 were exploited in forced labor and 20 were children.",
                {"value": 70, "trafficking_type": "labor", "scope": "total"},
                {"value": 20, "age_group": "child", "scope": "part"},
                **_AT,
            ),
            example(
                "The shelter assisted 25 victims, five of whom were boys.",
                {"value": 5, "age_group": "child", "gender": "male", "action": "assisted"},
                **_AT,
            ),
        ),
        (
            example("Police arrested 30 suspects. Of these, seven were women.", section="prosecution"),
            example("Officials identified 90 victims. Of these cases, 12 were closed.", **_AT),
        ),
    ),
    Rule(
        "victims.reported",
        _TABLE,
        frozenset({"victim"}),
        "reported number victims, and no other verb",
        (
            example(
                "The border police reported 18 potential victims in 2016.",
                {"action": "identified", "actor": "government", "value": 18, "is_potential": True, "data_year": 2016},
                edition=2017,
                **_AT,
            ),
            example("Authorities reported 11 trafficking victims.", {"action": "identified", "value": 11}, **_AT),
        ),
        (
            example("Police reported 18 cases with several victims.", section="prosecution"),
            example("The media reported 18 deaths of workers.", **_AT),
        ),
    ),
    Rule(
        "victims.estimated",
        _TABLE,
        frozenset({"estimates", "exploits", "number"}),
        "an estimated number people … exploited | actor estimates that number people are exploited",
        (
            example(
                "NGOs estimate that 20,000 children work in domestic servitude.",
                {
                    "action": "other",
                    "actor": "ngo",
                    "value": 20000,
                    "qualifier": "approximately",
                    "trafficking_type": "labor",
                    "age_group": "child",
                },
                section="profile",
            ),
            example(
                "An estimated 5,000 women are forced into prostitution.",
                {"action": "other", "value": 5000, "trafficking_type": "sex", "gender": "female"},
                section="profile",
            ),
        ),
        (
            example("An estimated 5,000 women work abroad as nurses.", section="profile"),
            example("Girls as young as 13 are exploited in prostitution.", section="profile"),
        ),
    ),
    Rule(
        "victims.none",
        _TABLE,
        frozenset({"neg"}),
        "no victims were act-participle | did not act-verb any victims | act-verb no victims",
        (
            example(
                "The government did not identify or assist any victims in 2011.",
                {"action": "identified", "status": "zero", "value": 0, "data_year": 2011},
                {"action": "assisted", "status": "zero", "value": 0},
                edition=2012,
                **_AT,
            ),
            example(
                "No child victims have been identified since 2009.",
                {"action": "identified", "status": "zero", "age_group": "child", "period_type": "other"},
                edition=2014,
                **_AT,
            ),
            example(
                "Police have never identified a victim of forced labor.",
                {"status": "zero", "trafficking_type": "labor", "period_type": "other"},
                **_AT,
            ),
            example("Officials did not identify victims.", {"action": "identified", "value": 0}, **_AT),
        ),
        (
            example("The government made no efforts to identify victims.", **_AT),
            example("Authorities did not systematically identify victims.", **_AT),
            example("The government provided no services to victims.", **_AT),
        ),
    ),
    Rule(
        "victims.not_reported",
        _TABLE,
        frozenset({"neg"}),
        "did not report act-gerund victims | did not provide data on, the number of victims act-participle",
        (
            example(
                "Officials did not report identifying or referring any victims.",
                {"action": "identified", "status": "not_reported", "value": None},
                {"action": "referred", "status": "not_reported"},
                **_AT,
            ),
            example(
                "The government did not report the number of victims assisted.",
                {"action": "assisted", "status": "not_reported"},
                **_AT,
            ),
        ),
        (
            example("The government did not report complete data on victims identified.", **_AT),
            example("Officials did not report efforts to identify victims.", **_AT),
        ),
    ),
    Rule(
        "victims.counted_then_other",
        _TABLE,
        frozenset({"victim"}),
        "number victims testified, cooperated, joined, returned",
        (
            example(
                "Nineteen victims testified in 2009.",
                {"action": "other", "value": 19, "data_year": 2009},
                edition=2010,
                section="prosecution",
            ),
            example("Four victims cooperated with prosecutors.", {"action": "other", "value": 4}, **_AT),
        ),
        (
            example("Nineteen witnesses testified.", section="prosecution"),
            example("Nineteen victims were identified.", **_AT),
        ),
    ),
    Rule(
        "victims.one",
        _TABLE,
        frozenset({"victim"}),
        "act-verb a victim",
        (
            example("In May, police identified a trafficking victim.", {"action": "identified", "value": 1}, **_AT),
            example("The embassy repatriated a child victim.", {"action": "repatriated", "value": 1}, **_AT),
        ),
        (
            example("Prosecutors may identify a victim at any time.", **_AT),
            example("The judge questioned a victim.", section="prosecution"),
        ),
    ),
)
