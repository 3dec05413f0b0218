"""PDF files made here from own text: reading order, repairs, countries, and files that are damaged or hostile."""

# ruff: noqa: E501 - lines of a page are kept as they stand

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence

import pytest
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from ingest.readers import Refused, read, worker
from tests.ingest.readers import pages

_BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=9, leading=11, spaceAfter=6, alignment=4)
_HEADING = ParagraphStyle("heading", parent=_BODY, fontName="Times-Bold", fontSize=11, leading=14, spaceBefore=8)


def make_pdf(blocks: Sequence[str], columns: int = 2, year: int = 2013, front: Sequence[str] = ()) -> bytes:
    """A PDF with running heads and page numbers; headings are the blocks without a full stop at their end."""
    buffer = io.BytesIO()
    width, height = LETTER
    document = BaseDocTemplate(buffer, pagesize=LETTER, invariant=1)
    column = (width - 100 - 20 * (columns - 1)) / columns
    frames = [Frame(50 + n * (column + 20), 70, column, height - 150, 0, 0, 0, 0) for n in range(columns)]

    def decorate(canvas: Canvas, template: BaseDocTemplate) -> None:
        canvas.setFont("Times-Roman", 8)
        canvas.drawString(50, height - 40, "COUNTRY NARRATIVES")
        canvas.drawCentredString(width / 2, 35, str(template.page))

    document.addPageTemplates(PageTemplate("page", frames, onPage=decorate))
    story = [
        Paragraph(block, _BODY if block.endswith((".", ";")) and len(block) > 60 else _HEADING)
        for block in [*front, *blocks]
    ]
    document.build(story)
    return buffer.getvalue()


def _chapter(name: str) -> list[str]:
    return [p.upper() if p in pages.SECTIONS else p for p in pages.paragraphs(name, f"{name.upper()} (Tier 2)")]


@pytest.mark.parametrize("columns", [1, 2])
def test_countries_of_the_yearly_report_in_reading_order(columns: int) -> None:
    names = ["Albania", "Bolivia", "Ghana", "Jordan", "Kazakhstan", "Peru", "Zambia"]
    content = make_pdf(
        [p for name in names for p in _chapter(name)], columns, 2013, ["Trafficking in Persons Report", "June 2013"]
    )
    documents = read(content, "yearly.pdf")
    assert [document.report_id for document in documents] == [
        f"tip_report:{code}:2013" for code in ("ALB", "BOL", "GHA", "JOR", "KAZ", "PER", "ZMB")
    ]
    for name, document in zip(names, documents, strict=True):
        assert document.text.split("\n\n") == _chapter(name)
        assert document.source_format == "pdf"


def test_one_country_with_its_title() -> None:
    content = make_pdf(["2011 Trafficking in Persons Report - Peru", *pages.paragraphs("Peru")], 1, 2011)
    (document,) = read(content, "2011/peru.pdf")
    assert document.report_id == "tip_report:PER:2011"
    assert document.text.split("\n\n") == pages.paragraphs("Peru")


def _draw(lines: Sequence[tuple[float, float, str]], size: float = 10) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=LETTER, invariant=1)
    canvas.setFont("Times-Roman", size)
    for x, y, line in lines:
        canvas.drawString(x, y, line)
    canvas.save()
    return buffer.getvalue()


def test_columns_drawn_line_by_line_are_told_apart() -> None:
    left = ["Peru is a source country for women and", "girls who are exploited in the mines of", "the south, and for boys who beg there.",
            "The government does not fully comply", "with the minimum standards; however, it", "is making efforts to do so."]  # fmt: skip
    right = ["Courts convicted 14 offenders in 2010,", "compared with nine in the year before,", "and sent eleven of them to prison for",
             "more than five years.", "Two shelters in the capital cared for", "61 women."]  # fmt: skip
    rows = [(72.0, 740.0, "2011 Trafficking in Persons Report - Peru")]
    for number, pair in enumerate(zip(left, right, strict=True)):
        rows += [(x, 700.0 - 12 * number, line) for x, line in zip((72.0, 320.0), pair, strict=True)]
    (document,) = read(_draw(rows), "a.pdf")
    assert " ".join(document.text.split()) == " ".join([*left, *right])


def test_hyphens_at_line_ends_are_repaired() -> None:
    lines = ["2011 Trafficking in Persons Report - Peru", "The government increased its anti-", "trafficking efforts and investi-",
             "gated 31 cases, of which courts decided a total of fourteen in that", "year, and it served sixty-", "one women in two shelters."]  # fmt: skip
    (document,) = read(_draw([(72, 740 - 14 * n, line) for n, line in enumerate(lines)]), "a.pdf")
    assert "anti-trafficking efforts and investigated 31 cases" in document.text
    assert "sixty-one women" in document.text


def test_encrypted_file() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt="secret")
    canvas.drawString(72, 700, "2011 Trafficking in Persons Report - Peru")
    canvas.save()
    with pytest.raises(Refused, match="encrypted"):
        read(buffer.getvalue(), "a.pdf")


def test_pictures_of_pages_need_ocr() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for _ in range(3):
        canvas.rect(72, 72, 400, 600, fill=1)
        canvas.showPage()
    canvas.save()
    with pytest.raises(Refused, match="no text; needs OCR"):
        read(buffer.getvalue(), "a.pdf")


def test_damaged_files() -> None:
    content = make_pdf(_chapter("Peru"))
    with pytest.raises(Refused, match="damaged PDF: its end is missing"):
        read(content[: len(content) // 2], "a.pdf")
    with pytest.raises(Refused, match=r"damaged PDF|no text"):
        read(b"%PDF-1.4\n" + b"garbage " * 500 + b"\n%%EOF\n", "a.pdf")


def test_bomb_ends_within_bounds() -> None:
    # A content stream that unpacks from 200 kilobytes to 200 megabytes.
    packer = zlib.compressobj(9)
    stream = b"".join([*(packer.compress(b" " * (1 << 20)) for _ in range(200)), packer.flush()])
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1"
        b"/BaseFont/Times-Roman>>>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream),
    ]  # fmt: skip
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, o) for n, o in enumerate(objects, start=1))
    with pytest.raises(Refused):
        read(body + b"trailer<</Root 1 0 R/Size 5>>\n%%EOF\n", "bomb.pdf")


def test_worker_that_dies_refuses_the_file_and_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    good = make_pdf(["2011 Trafficking in Persons Report - Peru", *pages.paragraphs("Peru")], 1)
    assert len(read(good, "a.pdf")) == 1
    assert worker._current is not None
    first = worker._current.process
    first.kill()
    first.wait()
    assert len(read(good, "a.pdf")) == 1
    assert worker._current.process.pid != first.pid
    monkeypatch.setattr(worker, "SECONDS", 0.0)
    with pytest.raises(Refused, match="took more than"):
        read(good, "a.pdf")
    monkeypatch.undo()
    assert len(read(good, "a.pdf")) == 1
