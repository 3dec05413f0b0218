"""The grammar of fact_funding: stated amounts for anti-trafficking work and for victims, and stated lack of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from ingest.document import Document, Fact, Sentence, Token
from ingest.grammar import funding_amounts as read
from ingest.grammar import funding_periods as dating
from ingest.grammar.funding_givers import actor_of, funder, giver_after, state_pays
from ingest.grammar.funding_purpose import purpose, states_purpose
from ingest.grammar.funding_rules import RULES, TABLE
from ingest.grammar.funding_scopes import is_local, scope_of
from ingest.grammar.funding_silence import silences
from ingest.grammar.funding_verdict import verdict
from ingest.vocabulary.money import Money
from ingest.vocabulary.periods import Period

__all__ = ["RULES", "find"]

_MAX_QUOTE = 300
_SILENT = frozenset(("neg", "fund_nil"))
_MONEYED = frozenset(("fund_noun", "fund_give", "fund_victim", "fund_money"))
_CLAUSES = frozenset((";", "but", "while", "however", "though", "although", "whereas"))


def find(document: Document, sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """The facts of the table in a document's sentences."""
    before: dict[str, Any] | None = None
    for sentence in sentences:
        tags = sentence.tags
        groups = read.amounts(sentence.tokens, _money_of(before)) if "money" in tags or before else []
        if groups:
            found = list(_stated(document, sentence, before, groups))
            if not tags.isdisjoint(_SILENT):
                # "did not report any funding, compared with $9,000 in 2016": a silence that the amount is compared with
                yield from (fact for fact in _silent(document, sentence) if _is_apart(sentence.tokens, fact))
            yield from found
            before = found[-1].values if found else None
            continue
        before = None
        if not tags.isdisjoint(_SILENT) and not tags.isdisjoint(_MONEYED):
            yield from _silent(document, sentence)


def _is_apart(tokens: Sequence[Token], silence: Fact) -> bool:
    """Does the silence stand in a clause without amounts of its own, or before a comparison with one?"""
    for token in tokens[next((at for at, token in enumerate(tokens) if token.start >= silence.end), len(tokens)) :]:
        if token.low in _CLAUSES or "cmp" in token.tags or token.low in ("which", "who"):
            break
        if token.kind == "money":
            return False
    before = next((at for at, token in enumerate(tokens) if token.start >= silence.start), len(tokens))
    for at in range(before - 1, -1, -1):
        if tokens[at].low in _CLAUSES or (
            tokens[at].low == "," and tokens[at + 1].low in ("and", "having", "it", "they", "the government")
        ):  # fmt: skip
            break
        if "cmp" in tokens[at].tags or tokens[at].low in ("after", "having", "("):
            break
        if tokens[at].kind == "money":
            return False
    return True


def _money_of(values: dict[str, Any] | None) -> Money | None:
    """The amount of a fact, None for a range or for none."""
    if values is None or values["amount"] is None:
        return None
    return Money(values["currency"], float(values["amount"]), float(values["amount"]))


def _stated(
    document: Document, sentence: Sentence, before: dict[str, Any] | None, groups: Sequence[read.Amount]
) -> Iterator[Fact]:
    tokens = sentence.tokens
    since, funding, compared = 0, False, False
    default = Period(document.edition_year - 1, "reporting_period", "current")
    main, leading = default, dating.leading(tokens, groups[0].start, document.edition_year)
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
        found, decided_at = verdict(tokens, group, begin, sentence.section)
        if found is False and funding and read.is_part(tokens, group, begin):
            found = None  # "spent $900 on victims, of which $400 went to shelters"
        if not found and (funding or (before and not number)) and _is_of_it(tokens, group):
            found = True  # "it had drawn only $900 of it", "Of this, $900 was paid to NGOs"
        shares_verb = found is None
        refused = found is False and decided_at >= group.end  # "a part of the $900 that was requested"
        if shares_verb or (compared and number and not refused):
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
                giver = giver_after(tokens, group, limit, document.country_code)
                shared["funder"] = giver or _giver_before(tokens, group, document.country_code) or values["funder"]
                if not states_purpose(tokens, group, limit):
                    shared["purpose"] = values["purpose"]
            if number and values and decided_at == group.start and not states_purpose(tokens, group, limit):
                shared["purpose"] = values["purpose"]  # "received $9 from the state for care and $8 from donors"
            if values and _is_of_it(tokens, group) and not states_purpose(tokens, group, limit):
                shared["purpose"] = values["purpose"]  # "$900 for care, $200 of it from the EU"
            if number and values and values["purpose"] == "compensation" and tokens[decided_at].low in ("paid", "pays"):
                shared = {column: values[column] for column in ("purpose", "funder")}
            elif shared["purpose"] == "compensation" and not state_pays(tokens, begin, group) and not (
                number and values and values["funder"] == "government" and _elides(tokens, begin, group)
            ):  # fmt: skip
                shared["funder"] = "unspecified"
        if described <= group.start:
            scope = "example"
        else:
            scope = scope_of(
                tokens, group, begin, shared["purpose"], [main["scope"] for main in mains], compared, bool(values)
            )
            if compared and values and values.get("scope") == "part" and (len(mains) < 2 or respectively):
                scope = "part"  # a part is compared with a part
            if number and _is_of_it(tokens, group):
                scope = "part"  # "$900, $200 of it from the EU"
            if shares_verb and number and not compared and mains and mains[-1]["scope"] == "part":
                scope = "part"  # "including $9 for care and $2 for food"
        stated: list[tuple[int | None, Period | None]] = [*own] or [(None, None)]
        for position, told in stated:
            if compared:
                told = told or dating.told_before(tokens, begin, group.start)
                last = dating.period_of(values) if number and values.get("is_comparison") else None
                base = main if not before or number else dating.period_of(values)
                if not number and told is None and number + 1 < len(groups):
                    base = dating.risen_to(tokens, group, groups[number + 1], document.edition_year) or base
                period = dating.earlier_of(told, base, last)
            else:
                told = dating.within(told, document.edition_year)
                opened = dating.opening(tokens, begin, group.start, owned, main) if number else leading
                carried = (
                    number and main.form != "habitual" and not any(t.low == ";" for t in tokens[begin : group.start])
                )
                period = main = told or opened or (main if carried else default)
                if told is None and dating.spans_years(tokens, group.end):
                    period = Period(period.year, "other", "span")
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
            yield Fact(TABLE, rule, max(start, end - _MAX_QUOTE), end, values, group.takes)


_QUOTE_STOPS = frozenset(("and", "but", "though", "although", "while", "whereas"))


def _quote_end(tokens: Sequence[Token], group: read.Amount, limit: int, year: int | None) -> int:
    """To the amount's own year where it has one, else to the end of its purpose (the next mark or comparison)."""
    last = group.end - 1
    if year is not None and year > last:
        last = year
    else:
        for step in range(group.end, min(group.end + 12, limit)):
            if tokens[step].kind == "mark" or "cmp" in tokens[step].tags or tokens[step].low in _QUOTE_STOPS:
                break
            last = step
    return min(tokens[last].end, tokens[group.start].start + _MAX_QUOTE)


def _giver_before(tokens: Sequence[Token], group: read.Amount, country: str) -> str | None:
    """ "with the state giving $900 and the EU another $800": who stands right before an amount without a verb."""
    at = group.start - 1
    while at > 0 and tokens[at].low in ("another", "a", "further", "an", "additional"):
        at -= 1
    if at < 1 or not any(token.low in ("and", ",", "while") for token in tokens[max(at - 3, 0) : at]):
        return None
    return actor_of(tokens[at], country)


def _elides(tokens: Sequence[Token], begin: int, group: read.Amount) -> bool:
    """ "… and paid $900 as compensation": the verb shares the subject of the amount before."""
    words = [token.low for token in tokens[begin : group.start]]
    return words[-1:] == ["paid"] and words[-2:-1] in (["and"], [","])


def _is_of_it(tokens: Sequence[Token], group: read.Amount) -> bool:
    """Is the amount a share of the one before it ("$200 of it", "of this, $200")?"""
    after = [token.low for token in tokens[group.end : group.end + 2]]
    before = [token.low for token in tokens[max(group.start - 3, 0) : group.start]]
    return after in (["of", "it"], ["of", "this"], ["of", "that"]) or before in (
        ["of", "this", ","], ["of", "that", ","], ["of", "it", ","]
    )  # fmt: skip


def _silent(document: Document, sentence: Sentence) -> Iterator[Fact]:
    """Zero ("provided no funding") and not reported ("did not report how much funding …")."""
    tokens, since = sentence.tokens, 0
    for status, first, last in silences(tokens):
        group = read.Amount(first, last + 1, Money("", 0, 0), None, ())
        if since:  # "did not report its anti-trafficking budget and did not provide funding to NGOs"
            since = max(
                (at for at in range(since, first) if tokens[at].low in ("and", "but", "or", ";")), default=since
            )
        limit = len(tokens)
        paid = next((at for at in range(last + 1, limit) if tokens[at].kind == "money"), limit)
        own = read.own_periods(tokens, group, paid)
        default = Period(document.edition_year - 1, "reporting_period", "current")
        earlier = first > 0 and ("cmp" in tokens[first - 1].tags or tokens[first - 1].low in ("having", "after", "("))
        told = [period for _, period in own] or [dating.leading(tokens, first, document.edition_year) or default]
        if any("fund_victim" in token.tags for token in tokens[first : last + 1]):
            by_state = any("fund_state" in token.tags or token.low == "fund" for token in tokens[:first])
            shared = {"purpose": "compensation", "funder": "government" if by_state else "unspecified"}
        else:
            shared = {
                "purpose": purpose(tokens, group, since, limit, first, sentence.section),
                "funder": funder(tokens, group, 0, paid, first, document.country_code),
            }
        values: dict[str, Any] = {"amount": Decimal(0) if status == "zero" else None, "status": status, **shared}
        values |= {"is_comparison": earlier, "scope": "part" if is_local(tokens[:first]) else "total"}
        rule = "funding.none" if status == "zero" else "funding.not_reported"
        start = tokens[first].start
        end = min(_quote_end(tokens, group, limit, own[0][0] if own else None), start + _MAX_QUOTE)
        since = last + 1
        for period in told:
            dated = values | {"data_year": period.year, "period_type": period.period_type}
            yield Fact(TABLE, rule, start, end, dated)
