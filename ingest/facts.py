"""From what a rule found to a row of the contract: defaults, checks, repeats, provenance and stable ids."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from operator import attrgetter, itemgetter
from typing import Any

from ingest.document import Document, Fact, Paragraph
from ingest.schema import FACTS_BY_NAME

MAX_QUOTE = 300
_UNDECIDED = frozenset({None, "unspecified"})


class BadFactError(ValueError):
    """A rule made a row that the contract forbids: a bug in the rule, never in the report."""


def stable_id(report_id: str, table: str, key: Iterable[object], ordinal: int) -> str:
    """The first 16 hexadecimal digits of SHA-256 over report, table, natural key and ordinal.

    Values are joined by the unit separator, so that no two keys can run together.
    """
    told = [value if type(value) is str else "\x00" if value is None else _spelled(value) for value in key]
    parts = [report_id, table, *told, str(ordinal)]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def _spelled(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return str(value)


def finish(document: Document, facts: Iterable[Fact]) -> dict[str, list[dict[str, Any]]]:
    """Rows for each fact table, in text order, with repeats folded into their first mention.

    Raises `BadFactError` where a fact breaks the schema: an unknown column, a value outside its
    enumeration, a missing required value, a quote that is empty or longer than 300 characters.
    """
    by_table: dict[str, list[Fact]] = {}
    for fact in facts:
        by_table.setdefault(fact.table, []).append(fact)
    about = {
        "report_id": document.report_id,
        "country_code": document.country_code,
        "edition_year": document.edition_year,
    }
    rows: dict[str, list[dict[str, Any]]] = {}
    for name, found in by_table.items():
        plan = _plan(name)
        blank = plan.blank | about
        numbers, key_of = plan.numbers, plan.natural_key
        found.sort(key=attrgetter("start", "end"))
        kept: list[dict[str, Any]] = []
        # Only rows with the same numbers can be one fact, so that each fact meets few others.
        alike: dict[tuple[object, ...], list[dict[str, Any]]] = {}
        for fact in found:
            row = _complete(document, plan, blank, fact)
            same = alike.setdefault(numbers(row), [])
            if fact.separate or not _fold(plan, same, row):
                _cite(document, row, fact)
                kept.append(row)
                same.append(row)
        seen: dict[tuple[object, ...], int] = {}
        for row in kept:
            key = key_of(row)
            ordinal = seen[key] = seen.get(key, -1) + 1
            row["fact_id"] = stable_id(document.report_id, name, key, ordinal)
        rows[name] = kept
    return rows


_Key = Callable[[dict[str, Any]], tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class _Plan:
    """What `finish` asks of a table for every fact, looked up once."""

    name: str
    blank: dict[str, Any]  # every column in order: the decided ones with their defaults
    decided: frozenset[str]
    natural_key: _Key
    numbers: _Key  # of the natural key: what a row is about
    others: tuple[str, ...]  # of the natural key: what a repeat may leave open
    lists: tuple[str, ...]
    required: tuple[str, ...]
    enums: dict[str, tuple[str, ...]]


@cache
def _plan(name: str) -> _Plan:
    table = FACTS_BY_NAME[name]
    decided = table.columns[9:]
    key = table.natural_key
    defaults = {column.name: column.default for column in decided}
    lists = tuple(column.name for column in decided if column.sql == "VARCHAR[]")
    return _Plan(
        name,
        dict.fromkeys(table.column_names) | defaults,
        frozenset(defaults),
        _key_of(key),
        _key_of(column for column in key if column in _NUMBERS),
        tuple(column for column in key if column not in _NUMBERS),
        lists,
        tuple(column.name for column in decided if column.required),
        {column.name: column.enum for column in decided if column.enum and column.name not in lists},
    )


def _key_of(columns: Iterable[str]) -> _Key:
    """What gives the values of some columns of a row as a tuple."""
    names = tuple(columns)
    if len(names) > 1:
        return itemgetter(*names)
    return lambda row: tuple([row[name] for name in names])


def _complete(document: Document, plan: _Plan, blank: dict[str, Any], fact: Fact) -> dict[str, Any]:
    """A row of the table with all that the fact decides, checked, and the defaults of what it leaves open."""
    if not fact.values.keys() <= plan.decided:
        unknown = sorted(fact.values.keys() - plan.decided)
        raise BadFactError(f"{fact.rule}: {plan.name} has no column {unknown} ({_where(document, fact)})")
    row = blank.copy()
    enums = plan.enums
    for name, value in fact.values.items():
        if value is not None:
            row[name] = value
            if name in enums and value not in enums[name]:
                raise BadFactError(f"{fact.rule}: {name} {value!r} is not one of {enums[name]}")
    if "status" in row and row["status"] == "not_reported":
        row["qualifier"] = None
    for name in plan.required:
        if row[name] is None:
            raise BadFactError(f"{fact.rule}: {plan.name}.{name} is undecided ({_where(document, fact)})")
    for name in plan.lists:
        if row[name] is not None:
            row[name] = list(row[name])
    if not 0 <= fact.start < fact.end <= len(document.text):
        raise BadFactError(f"{fact.rule}: quote {fact.start}:{fact.end} is outside the text of {document.report_id}")
    if fact.end - fact.start > MAX_QUOTE:
        raise BadFactError(f"{fact.rule}: quote of {fact.end - fact.start} characters ({_where(document, fact)})")
    return row


def _where(document: Document, fact: Fact) -> str:
    return f"{document.source_path}, {document.report_id}: {document.text[fact.start : fact.end]!r}"


def _fold(plan: _Plan, same: list[dict[str, Any]], values: dict[str, Any]) -> bool:
    """Is `values` a repeat of one of the rows with the `same` numbers? Then that row takes what it left open.

    A number is what a row is about: an unstated one is no weaker form of a stated one.
    """
    for row in same:
        for column in plan.others:
            mine, other = row[column], values[column]
            if mine != other and mine not in _UNDECIDED and other not in _UNDECIDED:
                break
        else:
            for column in plan.others:
                if row[column] in _UNDECIDED:
                    row[column] = values[column]
            for column in plan.lists:
                row[column] += [item for item in values[column] if item not in row[column]]
            return True
    return False


_NUMBERS = frozenset({
    "value", "value_low", "value_high", "amount", "amount_low", "amount_high", "offenders", "term_months_min",
    "term_months_max", "penalty_years_min", "penalty_years_max", "qualifier", "origin_code", "destination_code",
    "origin_region", "destination_region",
})  # fmt: skip


def section_at(document: Document, offset: int) -> Paragraph:
    """The paragraph that holds the character at `offset`."""
    low, high = 0, len(document.paragraphs) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if document.paragraphs[middle].start <= offset:
            low = middle
        else:
            high = middle - 1
    return document.paragraphs[low]


def _cite(document: Document, row: dict[str, Any], fact: Fact) -> None:
    """Says in the row where in the document the fact is stated, and which rule found it."""
    start, end = fact.start, fact.end
    row["section"] = section_at(document, start).section
    row["quote"] = document.text[start:end]
    row["char_start"] = start
    row["char_end"] = end
    row["rule"] = fact.rule
