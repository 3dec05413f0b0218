"""The rules of fact_sentences: what each matches, with the examples that prove it."""

from __future__ import annotations

from ingest.grammar.rule import Rule, example

TABLE = "fact_sentences"
_ANCHORS = frozenset({"sentence", "prison", "suspended", "fine", "penalty_other"})


def _penalty(
    offenders: int | None, penalty: str, low: int | None = None, high: int | None = None, **more: object
) -> dict[str, object]:
    return {"offenders": offenders, "penalty": penalty, "term_months_min": low, "term_months_max": high, **more}


RULES: tuple[Rule, ...] = (
    Rule(
        "sentences.term",
        TABLE,
        _ANCHORS,
        "a term of imprisonment, probation or a suspended sentence that a court imposed, with those who received it",
        (
            example(
                "Of the nine convicted, two were sentenced to eight years' imprisonment and four to 18 months in jail.",
                _penalty(2, "imprisonment", 96, 96, scope="part"),
                _penalty(4, "imprisonment", 18, 18, scope="part"),
            ),
            example(
                "Courts convicted 11 traffickers in 2006, with sentences ranging from six months to 12 years in jail.",
                _penalty(11, "imprisonment", 6, 144, data_year=2006),
            ),
            example(
                "A judge sentenced a border guard to life in prison and three men to at least five years in prison.",
                _penalty(1, "imprisonment", 9999, 9999, subject="officials"),
                _penalty(3, "imprisonment", 60, None),
            ),
            example(
                "Three men received two-year suspended sentences, and another was deported.",
                _penalty(3, "suspended", 24, 24),
            ),
            example(
                "Two recruiters were sentenced to six and nine years' imprisonment, respectively.",
                _penalty(1, "imprisonment", 72, 72),
                _penalty(1, "imprisonment", 108, 108),
            ),
        ),
        (
            example("The law prescribes penalties of three to 15 years' imprisonment."),
            example("Offenders may be sentenced to up to 10 years' imprisonment."),
            example("The trial of five traffickers lasted two years."),
            example("One convict was deported 18 months after sentencing."),
        ),
    ),
    Rule(
        "sentences.imprisonment",
        TABLE,
        _ANCHORS,
        "imprisonment without a term",
        (
            example(
                "Twelve traffickers were sentenced to prison in 2006.", _penalty(12, "imprisonment", data_year=2006)
            ),
            example("The court imposed prison sentences on seven offenders.", _penalty(7, "imprisonment")),
        ),
        (
            example("Traffickers rarely received prison sentences."),
            example("The law reduced prison terms for minors."),
            example("Two suspects remained in prison awaiting trial."),
        ),
    ),
    Rule(
        "sentences.suspended",
        TABLE,
        _ANCHORS,
        "a suspended sentence without a term",
        (
            example("Four offenders received suspended sentences.", _penalty(4, "suspended")),
            example("Judges suspended six of the sentences.", _penalty(6, "suspended")),
        ),
        (
            example("The licence of one agency was suspended."),
            example("The law does not allow suspended sentences."),
        ),
    ),
    Rule(
        "sentences.fine",
        TABLE,
        _ANCHORS,
        "a fine that a court imposed; beside imprisonment it is a row of its own",
        (
            example("Three traffickers were fined.", _penalty(3, "fine")),
            example("A court sentenced two men to five years' imprisonment and a fine.", _penalty(2, "fine")),
        ),
        (
            example("The law prescribes fines for employers."),
            example("By allowing fines in lieu of imprisonment, the law was too lenient."),
        ),
    ),
    Rule(
        "sentences.other",
        TABLE,
        _ANCHORS,
        "probation, community service or house arrest without a term",
        (
            example("Two convicted traffickers were sentenced to probation.", _penalty(2, "other")),
            example("One offender received community service.", _penalty(1, "other")),
        ),
        (
            example("The government hired three probation officers."),
            example("Victims received legal aid in place of house arrest."),
        ),
    ),
    Rule(
        "sentences.unspecified",
        TABLE,
        _ANCHORS,
        "offenders sentenced, with no penalty stated",
        (
            example("Fourteen traffickers were sentenced in 2006.", _penalty(14, "unspecified", data_year=2006)),
            example("The high court sentenced nine labor traffickers.", _penalty(9, "unspecified")),
        ),
        (
            example("Six suspects were awaiting sentencing."),
            example("Courts did not sentence any traffickers."),
        ),
    ),
    Rule(
        "sentences.compared",
        TABLE,
        _ANCHORS,
        "an earlier number of those who received a penalty without a term",
        (
            example(
                "Twenty-six traffickers were given prison sentences, compared with 15 in 2006.",
                _penalty(15, "imprisonment", data_year=2006, is_comparison=True),
            ),
            example(
                "Eight offenders received suspended sentences, up from three in 2006.",
                _penalty(3, "suspended", data_year=2006, is_comparison=True),
            ),
        ),
        (
            example("Twenty traffickers received five years' imprisonment, compared with 12 in 2006."),
            example("Courts imposed prison sentences, compared with fines before."),
        ),
    ),
)
