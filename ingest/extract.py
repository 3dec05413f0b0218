"""The extractor: one document in, typed rows for every fact table and the residue out."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from typing import Any

from ingest.document import Document, Extraction, Fact, Sentence
from ingest.facts import finish, stable_id
from ingest.grammar.rule import Rule
from ingest.tokens import sentences

Machine = Callable[[Document, Sequence[Sentence]], Iterator[Fact]]

# In this order: a later machine may not rely on an earlier one.
MACHINES: tuple[str, ...] = (
    "tier", "flows", "prosecutions", "sentences", "victims", "funding", "legal_provisions", "treaties", "outputs",
    "recommendations",
)  # fmt: skip
# Token kinds that are counts: each ends in a fact, in a named rule that sets it aside, or in the residue.
COUNTED_KINDS = frozenset({"number", "money", "percent", "duration"})


@cache
def _machines() -> tuple[Machine, ...]:
    return tuple(import_module(f"ingest.grammar.{name}").find for name in MACHINES)


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule of the grammar, those that set numbers aside included."""
    found: list[Rule] = []
    for name in (*MACHINES, "ignored"):
        found.extend(import_module(f"ingest.grammar.{name}").RULES)
    return tuple(found)


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Nothing that the extractor makes refers back to itself, so that a search for such things finds none."""
    sought = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if sought:
            gc.enable()


@_no_search_for_cycles()
def extract(document: Document) -> Extraction:
    """All facts of a document, its residual numbers and its paragraphs, as rows of the lake tables.

    Pure: the same document gives the same rows, in text order, on every machine.
    """
    from ingest.grammar.ignored import set_aside

    # Recommendations ask for what has not happened: no machine but their own reads that section, and that as text.
    narrative = sentences(document, leave_out="recommendations")
    facts: list[Fact] = []
    for machine in _machines():
        facts.extend(machine(document, narrative))
    taken = {start for fact in facts for start in fact.takes}
    result = Extraction(document, finish(document, facts))
    result.set_aside = list(set_aside(document, narrative, taken))
    taken.update(aside.start for aside in result.set_aside)
    result.rows["residual_numbers"] = _residue(document, narrative, taken)
    result.rows["report_paragraphs"] = _paragraphs(document)
    return result


def _residue(document: Document, narrative: Sequence[Sentence], taken: set[int]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    seen: dict[tuple[str, str], int] = {}
    for sentence in narrative:
        for token in sentence.tokens:
            if token.kind not in COUNTED_KINDS or token.start in taken:
                continue
            quote, context = document.text[token.start : token.end], document.text[sentence.start : sentence.end]
            ordinal = seen[quote, context] = seen.get((quote, context), -1) + 1
            rows.append({
                "residual_id": stable_id(document.report_id, "residual_numbers", (quote, context), ordinal),
                "report_id": document.report_id,
                "country_code": document.country_code,
                "edition_year": document.edition_year,
                "section": sentence.section,
                "quote": quote,
                "char_start": token.start,
                "char_end": token.end,
                "sentence": context,
            })  # fmt: skip
    return rows


def _paragraphs(document: Document) -> list[dict[str, Any]]:
    return [
        {
            "report_id": document.report_id,
            "country_code": document.country_code,
            "edition_year": document.edition_year,
            "paragraph": paragraph.number,
            "section": paragraph.section,
            "char_start": paragraph.start,
            "char_end": paragraph.end,
            "text": document.text[paragraph.start : paragraph.end],
        }
        for paragraph in document.paragraphs
    ]
