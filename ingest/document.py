"""What a reader makes of a file, and what the extractor makes of a document: both go from process to process.

What it makes of a text on the way stands in `ingest.sentence`, and is at hand here too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from ingest.sentence import Fact, Sentence, Token

__all__ = [
    "Document", "Extraction", "Fact", "Family", "Paragraph", "Section", "Sentence", "SetAside", "SourceFormat", "Token",
]  # fmt: skip

Section = Literal["profile", "overview", "recommendations", "prosecution", "protection", "prevention", "other"]
Family = Literal["tip_report", "world_factbook"]
SourceFormat = Literal["text", "html", "pdf"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: `number` from 1, and the half-open span [start, end) in the document text."""

    number: int
    section: Section
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One narrative, as the contract's "document text" defines it, with where it came from.

    `document_id` identifies these bytes (and the member of an archive) on every machine;
    `report_id` is `<family>:<country_code>:<edition_year>`, which several documents may share.
    `characters_repaired` says that wrongly decoded characters (mojibake) were repaired in `text`.
    """

    document_id: str
    report_id: str
    family: Family
    country_code: str
    edition_year: int
    title: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    source_path: str
    source_sha256: str
    source_format: SourceFormat
    publisher: str | None = None
    characters_repaired: bool = False


@dataclass(slots=True)
class SetAside:
    """A number that a named rule set aside: no fact, and not residual. `start` is its token's offset."""

    rule: str
    start: int


@dataclass(slots=True)
class Extraction:
    """All that the extractor made of one document: finished rows for each table, and what it set aside."""

    document: Document
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    set_aside: list[SetAside] = field(default_factory=list)
