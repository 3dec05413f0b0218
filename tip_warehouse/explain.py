"""From a fact to its sentence, its report and its file."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from ingest.document import Document, Paragraph
from ingest.home import Home
from ingest.schema import FACT_TABLES
from ingest.tokens import sentences
from tip_warehouse.query import open_release


class UnknownFactError(LookupError):
    """No fact table of the release has this id."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One fact where it stands: the sentence is `before` + `quote` + `after`; `row` are all its columns."""

    table: str
    before: str
    quote: str
    after: str
    source: dict[str, Any]
    row: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """The explanation as plain values."""
        return asdict(self)


def explain_fact(home: Home, fact_id: str, release: str | None = None) -> Explanation:
    """The sentence, section, report, file, rule and row of a fact of a release: the current one, or the named one.

    Raises `UnknownFactError` where no fact has the id, and `QueryError` where there is no release.
    """
    with open_release(home, release) as connection:
        for table in FACT_TABLES:
            cursor = connection.execute(f"select * from marts.{table.name} where fact_id = ?", [fact_id])
            found = cursor.fetchone()
            if found is None:
                continue
            row = dict(zip([column[0] for column in cursor.description or ()], found, strict=True))
            report = connection.execute(
                "select family, title, source_path, source_sha256, extractor_version from marts.dim_report"
                " where report_id = ?",
                [row["report_id"]],
            ).fetchone()
            paragraphs = connection.execute(
                "select text, char_start, paragraph from marts.report_paragraphs"
                " where report_id = ? and char_end > ? and char_start < ? order by char_start",
                [row["report_id"], row["char_start"], row["char_end"]],
            ).fetchall()
            return _explain(table.name, row, report, paragraphs)
    where = f"release {release}" if release else "the current release"
    raise UnknownFactError(
        f"no fact has the id {fact_id!r} in {where}; ids are the column fact_id of every fact table: "
        'tip query "select fact_id, quote from fact_prosecutions limit 5"'
    )


def _explain(table: str, row: dict[str, Any], report: Any, paragraphs: list[Any]) -> Explanation:
    family, title, path, sha256, version = report
    text = "\n\n".join(paragraph[0] for paragraph in paragraphs)
    offset = paragraphs[0][1]
    start, end = row["char_start"] - offset, row["char_end"] - offset
    first, last = _sentence_around(text, start, end, row, family)
    source = {
        "table": table,
        "section": f"{row['section']}, paragraph {paragraphs[0][2]}",
        "report": f"{row['report_id']} ({title})",
        "file": path,
        "sha256": sha256,
        "rule": row["rule"],
        "extractor": version,
    }
    return Explanation(table, text[first:start], text[start:end], text[end:last], source, row)


def _sentence_around(text: str, start: int, end: int, row: dict[str, Any], family: str) -> tuple[int, int]:
    """The span of the sentences that hold [start, end) of a paragraph's text."""
    document = Document(
        document_id="", report_id=row["report_id"], family=family, country_code=row["country_code"],  # type: ignore[arg-type]
        edition_year=row["edition_year"], title="", text=text,
        paragraphs=(Paragraph(1, row["section"], 0, len(text)),), source_path="", source_sha256="",
        source_format="text",
    )  # fmt: skip
    touching = [s for s in sentences(document) if s.start < end and s.end > start]
    if not touching:
        return 0, len(text)
    return min(touching[0].start, start), max(touching[-1].end, end)
