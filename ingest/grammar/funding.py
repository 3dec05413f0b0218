"""The grammar of fact_funding: stated amounts for anti-trafficking work and for victims, and stated lack of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from ingest.document import Document, Fact, Sentence, Token
from ingest.grammar import funding_amounts as read
from ingest.grammar.funding_givers import funder
from ingest.grammar.funding_purpose import purpose, states_purpose
from ingest.grammar.funding_scopes import scope_of
from ingest.grammar.funding_silence import none_given, refused
from ingest.grammar.rule import Rule, example
from ingest.vocabulary.money import Money
from ingest.vocabulary.periods import Period

_TABLE = "fact_funding"
_MAX_QUOTE = 300

RULES: tuple[Rule, ...] = (
    Rule(
        id="funding.amount",
        table=_TABLE,
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
        table=_TABLE,
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
        table=_TABLE,
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
        table=_TABLE,
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


def find(document: Document, sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """The facts of the table in a document's sentences."""
    before: dict[str, Any] | None = None
    for sentence in sentences:
        tags = sentence.tags
        if "money" in tags:
            found = list(_stated(document, sentence, before))
            if "neg" in tags and "cmp" in tags and "fund_noun" in tags:
                # "did not report any funding, compared with $9,000 in 2016": a silence that the amount is compared with
                yield from (fact for fact in _silent(document, sentence) if _is_compared_with(sentence.tokens, fact))
            yield from found
            before = found[-1].values if found else None
            continue
        before = None
        if "neg" in tags and ("fund_noun" in tags or "fund_give" in tags):
            yield from _silent(document, sentence)


def _is_compared_with(tokens: Sequence[Token], silence: Fact) -> bool:
    """Does the silence stand in a clause without amounts of its own, before a comparison with one?"""
    after = next((at for at, token in enumerate(tokens) if token.start >= silence.end), len(tokens))
    compared = next((at for at in range(after, len(tokens)) if "cmp" in tokens[at].tags), len(tokens))
    if any(token.kind == "money" or token.low == ";" for token in tokens[after:compared]):
        return False
    for token in reversed(tokens[:after]):
        if token.low in (";", "but", "while", "however"):
            break
        if token.kind == "money":
            return False
    return True


def _stated(document: Document, sentence: Sentence, before: dict[str, Any] | None) -> Iterator[Fact]:
    tokens = sentence.tokens
    groups = read.amounts(tokens)
    since, funding, compared = 0, False, False
    default = Period(document.edition_year - 1, "reporting_period", "current")
    main, leading = default, _leading(tokens, groups[0].start, document.edition_year)
    values: dict[str, Any] = dict(before) if before else {}
    mains: list[dict[str, Any]] = []
    owned = 0
    respectively = any(token.low == "respectively" for token in tokens)
    described = next((at for at, token in enumerate(tokens) if "example" in token.tags), len(tokens))
    for number, group in enumerate(groups):
        limit = groups[number + 1].start if number + 1 < len(groups) else len(tokens)
        begin = since
        if read.is_change(tokens, group):
            continue  # the amount after it reads the same verb
        since = group.end
        compared = read.is_compared(tokens, group, begin, compared)
        found, decided_at = read.verdict(tokens, group, begin, sentence.section)
        shares_verb = found is None
        if shares_verb or (compared and number):
            # An amount without a verb of its own shares that of the amount before it.
            found = funding if number else bool(compared and before)
        funding = bool(found)
        if not funding:
            continue
        own = read.own_periods(tokens, group, limit)
        if compared and values:
            if respectively:
                # "$5 for A and $3 for B, compared with $4 and $2, respectively": the first goes with the first
                values = mains[number - len(mains)] if 0 <= number - len(mains) < len(mains) else values
            shared = {column: values[column] for column in ("purpose", "funder")}
        else:
            decided_at = min(decided_at, len(tokens) - 1)
            shared = {
                "purpose": purpose(tokens, group, begin, limit, decided_at, sentence.section),
                "funder": funder(tokens, group, begin, limit, decided_at, document.country_code),
            }
            if shares_verb and values and number:
                shared["funder"] = values["funder"]
                if not states_purpose(tokens, group, limit):
                    shared["purpose"] = values["purpose"]
            if number and values and values["purpose"] == "compensation" and tokens[decided_at].low in ("paid", "pays"):
                shared = {column: values[column] for column in ("purpose", "funder")}
            elif shared["purpose"] == "compensation" and not _state_pays(tokens, begin, group):
                shared["funder"] = "unspecified"
        if described <= group.start:
            scope = "example"
        else:
            scope = scope_of(tokens, group, begin, shared["purpose"], [main["scope"] for main in mains], compared)
            if shares_verb and number and not compared and mains and mains[-1]["scope"] == "part":
                scope = "part"  # "including $9 for care and $2 for food"
        stated: list[tuple[int | None, Period | None]] = [*own] or [(None, None)]
        for position, told in stated:
            if compared:
                period = _earlier(told, main if not before or number else _period_of(values))
            else:
                told = _within(told, document.edition_year)
                opened = _opening(tokens, begin, group.start, owned, main) if number else leading
                period = main = told or opened or (main if number else default)
            values = {
                **group.columns(), **shared, "data_year": period.year, "period_type": period.period_type,
                "is_comparison": compared, "scope": scope,
            }  # fmt: skip
            if not compared:
                mains.append(values)
            owned = max(owned, position or 0)
            start = tokens[decided_at if begin <= decided_at < group.start else group.start].start
            rule = "funding.comparison" if compared else "funding.amount"
            end = _quote_end(tokens, group, limit, position)
            yield Fact(_TABLE, rule, max(start, end - _MAX_QUOTE), end, values, group.takes)


def _leading(tokens: Sequence[Token], stop: int, edition: int) -> Period | None:
    """The period that opens the sentence, or stands last before its first amount."""
    found: Period | None = None
    for step, token in enumerate(tokens[:stop]):
        if read.is_moment(tokens, step) and token.value.form not in ("habitual", "same"):
            if tokens[max(step - 2, 0)].low in _COMPARING or tokens[max(step - 3, 0)].low in _COMPARING:
                continue
            found = token.value
        elif "cmp" in token.tags:
            break
    return _within(found, edition)


_COMPARING = frozenset(("from", "than", "compared", "versus", "over"))


def _opening(tokens: Sequence[Token], begin: int, stop: int, owned: int, main: Period) -> Period | None:
    """The period that opens a later clause ("…; in 2012, it gave $500"), and belongs to no amount before it."""
    for step in range(stop - 1, max(begin, owned), -1):
        token = tokens[step]
        if "cmp" in token.tags:
            return None
        if token.kind == "period" and token.value.form == "before":
            return Period(main.year - 1, main.period_type, "before")
        if read.is_moment(tokens, step) and token.value.form in ("year", "fiscal", "date", "span"):
            if any("cmp" in t.tags for t in tokens[max(step - 3, 0) : step]):
                return None  # ", the same as in 2018, and it spent"
            before = [t.low for t in tokens[max(step - 3, 0) : step]]
            return token.value if set(before) & {";", ",", "and", "but"} else None
    return None


def _within(told: Period | None, edition: int) -> Period | None:
    """A date in the first months of the edition's year lies in its reporting period, which began the year before."""
    if told is not None and told.form == "date" and told.year == edition:
        return Period(edition - 1, "reporting_period", "current")
    return told


def _period_of(values: dict[str, Any]) -> Period:
    return Period(values["data_year"], values["period_type"], "year")


def _earlier(own: Period | None, main: Period) -> Period:
    """The period of a comparison figure: its own, else the year before the figure it is compared with."""
    if own is None or own.form in ("before", "current"):
        return Period(main.year - 1, main.period_type, "before")
    return own


def _state_pays(tokens: Sequence[Token], begin: int, group: read.Amount) -> bool:
    """Does the government itself pay the compensation ("from the state fund"), rather than a court's defendant?"""
    words = tokens[max(begin, group.start - 25) : group.start]
    after = tokens[group.end : group.end + 7]
    for at, word in enumerate(after):
        if word.low == "from" and any("government" in t.tags or t.low == "fund" for t in after[at : at + 4]):
            return True
    if any(
        "fund_payer" in token.tags or token.low in ("ordered", "order", "court", "courts", "judge") for token in words
    ):
        return False
    return any("government" in token.tags or token.low in ("fund", "state", "budget") for token in words)


def _quote_end(tokens: Sequence[Token], group: read.Amount, limit: int, year: int | None) -> int:
    """To the amount's own year where it has one, else to the end of its purpose (the next mark or comparison)."""
    last = group.end - 1
    if year is not None and year > last:
        last = year
    else:
        for step in range(group.end, min(group.end + 12, limit)):
            if tokens[step].kind == "mark" or "cmp" in tokens[step].tags or tokens[step].low == "and":
                break
            last = step
    return min(tokens[last].end, tokens[group.start].start + _MAX_QUOTE)


def _silent(document: Document, sentence: Sentence) -> Iterator[Fact]:
    """Zero ("provided no funding") and not reported ("did not report how much funding …")."""
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        if "neg" not in token.tags:
            continue
        found = none_given(tokens, index) if token.low == "no" else refused(tokens, index)
        if found is None:
            continue
        status, first, last = found
        group = read.Amount(first, last + 1, Money("", 0, 0), None, ())
        limit = len(tokens)
        own = read.own_periods(tokens, group, limit)
        default = Period(document.edition_year - 1, "reporting_period", "current")
        told = [period for _, period in own] or [_leading(tokens, first, document.edition_year) or default]
        values: dict[str, Any] = {
            "amount": Decimal(0) if status == "zero" else None,
            "status": status,
            "purpose": purpose(tokens, group, 0, limit, first, sentence.section),
            "funder": funder(tokens, group, 0, limit, first, document.country_code),
        }
        rule = "funding.none" if status == "zero" else "funding.not_reported"
        start = tokens[first].start
        end = min(_quote_end(tokens, group, limit, own[0][0] if own else None), start + _MAX_QUOTE)
        for period in told:
            dated = values | {"data_year": period.year, "period_type": period.period_type}
            yield Fact(_TABLE, rule, start, end, dated)
        return
