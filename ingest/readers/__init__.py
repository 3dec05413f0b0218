"""Readers: bytes in, documents out. Recognition is by content; what cannot be read is refused with a reason."""

from __future__ import annotations

import hashlib

from ingest.document import Document, Paragraph
from ingest.readers import html, text
from ingest.readers.refusal import Refused
from ingest.readers.sections import with_sections
from ingest.readers.titles import Narrative

__all__ = ["Refused", "read"]

# A country narrative has at most some 60,000 characters; a file far beyond is something else.
MAX_BYTES = 64 * 1024 * 1024


def read(content: bytes, source_path: str) -> list[Document]:
    """The documents in a file. `source_path` is a hint only, used where the content has no title line.

    Raises `Refused` with a reason that a person understands where the file is empty, damaged, foreign, of
    another report family, or contradicts itself.
    """
    if not content.strip():
        raise Refused("empty file")
    if len(content) > MAX_BYTES:
        raise Refused(f"{len(content):,} bytes, more than a report file has ({MAX_BYTES:,})")
    sha256 = hashlib.sha256(content).hexdigest()
    if html.looks_like_html(content):
        narratives = html.narratives(content, source_path)
    elif content.lstrip()[:5] == b"%PDF-":
        raise Refused("PDF files are not read yet; save the country's page as text or HTML")
    else:
        narratives = text.narratives(content, source_path)
    return [_document(narrative, sha256, source_path, number) for number, narrative in enumerate(narratives)]


def _document(narrative: Narrative, sha256: str, source_path: str, number: int) -> Document:
    member = f"#{number}" if number else ""
    body = "\n\n".join(narrative.paragraphs)
    spans: list[Paragraph] = []
    offset = 0
    for index, (section, paragraph) in enumerate(with_sections(narrative), start=1):
        spans.append(Paragraph(index, section, offset, offset + len(paragraph)))
        offset += len(paragraph) + 2
    return Document(
        document_id=hashlib.sha256(f"{sha256}{member}".encode()).hexdigest()[:16],
        report_id=f"{narrative.family}:{narrative.country_code}:{narrative.edition_year}",
        family=narrative.family,
        country_code=narrative.country_code,
        edition_year=narrative.edition_year,
        title=narrative.title,
        text=body,
        paragraphs=tuple(spans),
        source_path=source_path,
        source_sha256=sha256,
        source_format=narrative.source_format,
        publisher=narrative.publisher,
    )
