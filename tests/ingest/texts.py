"""Documents of one paragraph, for tests that need a text and no file."""

from __future__ import annotations

from ingest.document import Document, Paragraph


def one_paragraph(
    text: str, country: str, edition: int, section: str = "prosecution", family: str = "tip_report"
) -> Document:
    """A document whose whole text is one paragraph of `section`."""
    return Document(
        document_id="0" * 16,
        report_id=f"{family}:{country}:{edition}",
        family=family,  # type: ignore[arg-type]
        country_code=country,
        edition_year=edition,
        title="example",
        text=text,
        paragraphs=(Paragraph(1, section, 0, len(text)),),  # type: ignore[arg-type]
        source_path="example.txt",
        source_sha256="0" * 64,
        source_format="text",
    )
