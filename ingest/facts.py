"""From what a rule found to a row of the contract: defaults, checks, repeats, provenance and stable ids."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from ingest.document import Document, Fact, Paragraph
from ingest.schema import FACTS_BY_NAME, Table

MAX_QUOTE = 300
_UNDECIDED = frozenset({None, "unspecified"})


class BadFactError(ValueError):
    """A rule made a row that the contract forbids: a bug in the rule, never in the report."""


def stable_id(report_id: str, table: str, key: Iterable[object], ordinal: int) -> str:
    """The first 16 hexadecimal digits of SHA-256 over report, table, natural key and ordinal.

    Values are joined by the unit separator, so that no two keys can run together.
    """
    parts = [report_id, table, *(_spelled(value) for value in key), str(ordinal)]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def _spelled(value: object) -> str:
    if value is None:
        return "\x00"
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
    rows: dict[str, list[dict[str, Any]]] = {}
    for name, found in by_table.items():
        table = FACTS_BY_NAME[name]
        found.sort(key=lambda fact: (fact.start, fact.end))
        kept: list[dict[str, Any]] = []
        for fact in found:
            values = _complete(document, table, fact)
            if fact.separate or not _fold(table, kept, values):
                kept.append(values | _provenance(document, fact))
        seen: dict[tuple[object, ...], int] = {}
        for row in kept:
            key = tuple(row[column] for column in table.natural_key)
            ordinal = seen[key] = seen.get(key, -1) + 1
            row["fact_id"] = stable_id(document.report_id, name, key, ordinal)
        rows[name] = [{column: row[column] for column in table.column_names} for row in kept]
    return rows


def _complete(document: Document, table: Table, fact: Fact) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for column in table.columns[9:]:
        value = fact.values.get(column.name)
        if value is None and column.default is not None:
            value = column.default
        values[column.name] = value
    if values.get("status") == "not_reported":
        values["qualifier"] = None
    if unknown := set(fact.values) - set(values):
        raise BadFactError(f"{fact.rule}: {table.name} has no column {sorted(unknown)} ({_where(document, fact)})")
    for column in table.columns[9:]:
        value = values[column.name]
        if value is None:
            if column.required:
                raise BadFactError(f"{fact.rule}: {table.name}.{column.name} is undecided ({_where(document, fact)})")
        elif column.sql == "VARCHAR[]":
            values[column.name] = list(value)
        elif column.enum and value not in column.enum:
            raise BadFactError(f"{fact.rule}: {column.name} {value!r} is not one of {column.enum}")
    if not 0 <= fact.start < fact.end <= len(document.text):
        raise BadFactError(f"{fact.rule}: quote {fact.start}:{fact.end} is outside the text of {document.report_id}")
    if fact.end - fact.start > MAX_QUOTE:
        raise BadFactError(f"{fact.rule}: quote of {fact.end - fact.start} characters ({_where(document, fact)})")
    return values


def _where(document: Document, fact: Fact) -> str:
    return f"{document.source_path}, {document.report_id}: {document.text[fact.start : fact.end]!r}"


def _fold(table: Table, kept: list[dict[str, Any]], values: dict[str, Any]) -> bool:
    """Is `values` a repeat of a kept row? Then the row takes what the repeat states and it left open."""
    for row in kept:
        for column in table.natural_key:
            mine, other = row[column], values[column]
            if mine != other and mine not in _UNDECIDED and other not in _UNDECIDED:
                break
            # A number is what the row is about: an unstated one is no weaker form of a stated one.
            if mine != other and column in _NUMBERS:
                break
        else:
            for column in table.natural_key:
                if row[column] in _UNDECIDED:
                    row[column] = values[column]
            for column_ in table.columns[9:]:
                if column_.sql == "VARCHAR[]":
                    row[column_.name] += [item for item in values[column_.name] if item not in row[column_.name]]
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


def _provenance(document: Document, fact: Fact) -> dict[str, Any]:
    return {
        "report_id": document.report_id,
        "country_code": document.country_code,
        "edition_year": document.edition_year,
        "section": section_at(document, fact.start).section,
        "quote": document.text[fact.start : fact.end],
        "char_start": fact.start,
        "char_end": fact.end,
        "rule": fact.rule,
    }
