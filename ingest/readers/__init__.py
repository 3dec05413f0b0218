"""Readers: bytes in, documents out. Recognition is by content; what cannot be read is refused with a reason.

Importing this is cheap: what a format needs is imported when a file of that format comes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.readers.formats import Format, sniff
from ingest.readers.refusal import Refused

if TYPE_CHECKING:
    from ingest.document import Document, SourceFormat
    from ingest.readers.titles import Narrative

__all__ = ["MAX_BYTES", "Reading", "Refused", "read", "read_file", "read_members"]

# A country narrative has at most some 60,000 characters; a text or a page far beyond is something else. The yearly
# report with its pictures has up to 60 MB, an archive of all editions as PDF some more.
MAX_BYTES: dict[Format, int] = {
    "text": 64 << 20, "html": 64 << 20, "pdf": 256 << 20, "zip": 512 << 20, "gzip": 512 << 20, "tar": 512 << 20,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """What a content holds: its documents, and (name, reason) of each member of an archive that was refused."""

    documents: tuple[Document, ...]
    refused: tuple[tuple[str, str], ...] = ()


def read(content: bytes, source_path: str) -> list[Document]:
    """The documents in a file. `source_path` is a hint only, used where the content has no title line.

    Raises `Refused` with a reason that a person understands where the file is empty, damaged, foreign, of
    another report family, or contradicts itself.
    """
    return list(read_members(content, source_path).documents)


def read_file(location: Path, source_path: str) -> Reading:
    """As `read_members`, for a file on disk; what is too large is refused before it is loaded."""
    size = location.stat().st_size
    with location.open("rb") as file:
        head = file.read(1 << 16)
        _check_size(sniff(head), size)
        return read_members(head + file.read(), source_path)


def read_members(content: bytes, source_path: str) -> Reading:
    """As `read`, with what was refused inside an archive. Raises `Refused` where the content has no document."""
    kind = sniff(content)
    if not content.strip():
        raise Refused("empty file")
    _check_size(kind, len(content))
    sha256 = hashlib.sha256(content).hexdigest()
    if kind in ("text", "html", "pdf"):
        found = _narratives(content, kind, source_path)
        return Reading(tuple(_documents(found, sha256, source_path)))
    return _archive(content, kind, sha256, source_path)


def _check_size(kind: Format, size: int) -> None:
    if size > MAX_BYTES[kind]:
        raise Refused(f"{size:,} bytes, more than a {kind} file of reports has ({MAX_BYTES[kind]:,})")


def _narratives(content: bytes, kind: Format, source_path: str) -> list[Narrative]:
    from ingest.readers import recognise, text, worker

    if kind == "pdf":
        return recognise.narratives(worker.parse_page("pdf", content), source_path, "pdf")
    decoded, repaired = text.decode(content)
    if kind == "html":
        return recognise.narratives(worker.parse_page("html", decoded.encode()), source_path, "html", repaired)
    return recognise.narratives(text.page(decoded), source_path, "text", repaired)


def _archive(content: bytes, kind: Format, sha256: str, source_path: str) -> Reading:
    from ingest.readers import worker

    documents: list[Document] = []
    refused: list[tuple[str, str]] = []
    for name, member, reason in worker.unpack(kind, content, Path(source_path).name):
        try:
            if reason:
                raise Refused(reason)
            inner = sniff(member)
            if inner not in ("text", "html", "pdf"):
                raise Refused(f"an archive ({inner}) inside an archive; unpack it first")
            if not member.strip():
                raise Refused("empty file")
            _check_size(inner, len(member))
            found = _narratives(member, inner, name)
            documents += _documents(found, sha256, f"{source_path}!{name}", f"!{name}")
        except Refused as refusal:
            refused.append((name, str(refusal)))
    if not documents:
        shown = "; ".join(f"{name}: {reason}" for name, reason in refused[:5])
        raise Refused(f"no report in the {kind} archive ({shown or 'it holds no files'})")
    return Reading(tuple(documents), tuple(refused))


def _documents(found: Iterable[Narrative], sha256: str, source_path: str, member: str = "") -> Iterator[Document]:
    for number, narrative in enumerate(found):
        yield _document(narrative, sha256, source_path, f"{member}#{number}" if number or member else "")


def _document(narrative: Narrative, sha256: str, source_path: str, member: str) -> Document:
    from ingest.document import Document, Paragraph
    from ingest.readers.sections import with_sections

    body = "\n\n".join(narrative.paragraphs)
    spans: list[Paragraph] = []
    offset = 0
    for index, (section, paragraph) in enumerate(with_sections(narrative), start=1):
        spans.append(Paragraph(index, section, offset, offset + len(paragraph)))
        offset += len(paragraph) + 2
    source_format: SourceFormat = narrative.source_format
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
        source_format=source_format,
        publisher=narrative.publisher,
        characters_repaired=narrative.repaired,
    )
