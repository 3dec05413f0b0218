"""The rules of fact_funding, each with examples and counter-examples. What reads them stands in `funding`."""

from __future__ import annotations

from decimal import Decimal

from ingest.grammar.rule import Rule, example

TABLE = "fact_funding"

RULES: tuple[Rule, ...] = (
    Rule(
        id="funding.amount",
        table=TABLE,
        anchors=frozenset({"money"}),
        pattern="giving verb or funding noun, amount [(equivalent)], [for purpose], [period]; or amount, funding noun",
        examples=(
            example(
                "The government allocated 640 million naira ($1.8 million) for shelters in 2013.",
                {
                    "amount": Decimal(640_000_000),
                    "currency": "NGN",
                    "amount_usd": Decimal(1_800_000),
                    "purpose": "victim_assistance",
                    "funder": "government",
                    "data_year": 2013,
                    "period_type": "calendar_year",
                    "qualifier": "exact",
                },
                country="NGA",
                edition=2014,
                section="protection",
            ),
            example(
                "Authorities spent nearly $61,000 (750 million rupiah) on an awareness campaign.",
                {
                    "amount": Decimal(750_000_000),
                    "currency": "IDR",
                    "amount_usd": Decimal(61_000),
                    "purpose": "prevention",
                    "qualifier": "approximately",
                    "data_year": 2013,
                },
                country="IDN",
                edition=2014,
                section="prevention",
            ),
            example(
                "The ministry made 800,000 tenge available for victim assistance and prevention.",
                {"amount": Decimal(800_000), "currency": "KZT", "purpose": "general"},
                edition=2014,
                section="protection",
            ),
            example(
                "The judge sentenced him to six years' imprisonment and ordered him to pay $2,500 to the victim.",
                {"amount": Decimal(2_500), "purpose": "compensation", "funder": "unspecified"},
                edition=2014,
            ),
            example(
                "The shelter's budget remained the same as the previous year, which was $64,000.",
                {"amount": Decimal(64_000), "data_year": 2013, "is_comparison": False, "purpose": "victim_assistance"},
                edition=2014,
                section="protection",
            ),
            example(
                "A court ordered the recruiter to pay 45,000 pesos ($3,300) in restitution to two victims.",
                {"amount": Decimal(45_000), "currency": "MXN", "purpose": "compensation"},
                country="MEX",
                edition=2014,
            ),
        ),
        counter_examples=(
            example("The law prescribes up to 12 years' imprisonment and fines of up to $25,000.", edition=2014),
            example("The law provides for fines of $500 and for compensation of up to $900.", edition=2014),
            example("Traffickers charged each family $900 in recruitment fees.", section="profile"),
            example("Officials seized assets worth $75,000 and accepted bribes of $500."),
            example("The ministry increased its shelter budget by $10,000.", section="protection"),
        ),
    ),
    Rule(
        id="funding.comparison",
        table=TABLE,
        anchors=frozenset({"money"}),
        pattern="comparison marker, amount [(equivalent)] [own year]; or amount and own year in parentheses",
        examples=(
            example(
                "It budgeted 90,000 euros ($101,000), compared with 70,000 euros ($79,000) in 2012"
                " and 66,000 euros in 2011.",
                {
                    "amount": Decimal(70_000),
                    "currency": "EUR",
                    "amount_usd": Decimal(79_000),
                    "data_year": 2012,
                    "is_comparison": True,
                },
                {"amount": Decimal(66_000), "data_year": 2011, "is_comparison": True},
                edition=2014,
                section="protection",
            ),
            example(
                "The government provided €81,000 ($92,000) to an NGO shelter (€77,000 in 2018).",
                {"amount": Decimal(77_000), "currency": "EUR", "data_year": 2018, "is_comparison": True},
                country="MNE",
                edition=2020,
                section="protection",
            ),
            example(
                "Funding for the shelter increased from 1.1 million pesos to 1.4 million pesos.",
                {"amount": Decimal(1_100_000), "currency": "PHP", "data_year": 2012, "is_comparison": True},
                country="PHL",
                edition=2014,
                section="protection",
            ),
        ),
        counter_examples=(
            example("The government provided $5,000 for shelters and $6,000 for training in 2012.", edition=2014),
            example("Fines rose to $4,000, compared with $3,000 in 2011.", edition=2014),
            example(
                "It gave the shelter $9,000, the same as in 2012, and spent $4,000 on care for victims.",
                edition=2014,
                section="protection",
            ),
        ),
    ),
    Rule(
        id="funding.none",
        table=TABLE,
        anchors=frozenset({"neg"}),
        pattern="giving verb, no, funding noun; or not, giving verb, (any) funding noun; or no funding noun was given",
        examples=(
            example(
                "The government provided no funding to NGOs that sheltered victims.",
                {"amount": Decimal(0), "status": "zero", "purpose": "victim_assistance"},
                section="protection",
            ),
            example(
                "Officials did not allocate any funds for awareness campaigns.",
                {"amount": Decimal(0), "status": "zero", "purpose": "prevention"},
                section="prevention",
            ),
            example(
                "The state did not allocate an operating budget to the task force.",
                {"amount": Decimal(0), "status": "zero", "purpose": "general"},
            ),
        ),
        counter_examples=(
            example("The government did not provide adequate funding for shelters.", section="protection"),
            example("The government did not fund shelters and made no efforts to find donors.", section="protection"),
            example("Authorities did not disburse funds to the committee.", section="protection"),
        ),
    ),
    Rule(
        id="funding.not_reported",
        table=TABLE,
        anchors=frozenset({"neg"}),
        pattern="did not report (or provide, disclose, specify), the amount of or how much or its, funding noun",
        examples=(
            example(
                "The government did not report how much funding it allocated to shelters.",
                {"amount": None, "status": "not_reported", "qualifier": None},
                section="protection",
            ),
            example(
                "The government did not report any funding for shelters, compared with $9,000 in 2012.",
                {"amount": None, "status": "not_reported"},
                edition=2014,
                section="protection",
            ),
            example(
                "Officials did not disclose the budget of the anti-trafficking unit.",
                {"amount": None, "status": "not_reported"},
            ),
        ),
        counter_examples=(
            example("The government did not report investigating the misuse of cars.", section="protection"),
            example("The government did not fund a shelter.", section="protection"),
        ),
    ),
)
