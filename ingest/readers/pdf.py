"""PDF files: pages into lines in reading order, and lines into blocks. Runs in the worker process."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2
import pypdfium2.raw as raw

from ingest.readers.paragraphs import clean, is_heading, join
from ingest.readers.refusal import Refused
from ingest.readers.titles import Page, read_edition, read_title

PAGES = 3_000
_PAGE_CHARACTERS = 60_000
_CHARACTERS = 24_000_000
_MARGIN = 0.09
# A hyphen that divides a word at a line's end has a character of its own, and no line end after it.
_LINE_END = re.compile("(\r\n|\r|\n|(?<=[\ufffe\x02]))")
_WORD = re.compile(r"\S+")
_BULLET = re.compile(r"^[•●▪■◦‣*]\s*\S")


@dataclass(slots=True)
class _Line:
    """A line, or the part of it in one column; coordinates in points from the page's lower left."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom


def page(content: bytes) -> Page:
    """The blocks of a PDF. Raises `Refused` where it is damaged, encrypted or has no text."""
    if b"%%EOF" not in content[-65536:]:
        raise Refused("damaged PDF: its end is missing, so that it was probably not copied whole")
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Refused("an encrypted PDF; save it without its password") from None
        raise Refused(f"damaged PDF ({error})") from None
    pages: list[list[_Line]] = []
    sizes: list[tuple[float, float]] = []
    characters = 0
    with document:
        if len(document) > PAGES:
            raise Refused(f"a PDF of {len(document):,} pages, more than a report has ({PAGES:,})")
        metadata = document.get_metadata_dict().get("Title", "")
        for number in range(len(document)):
            try:
                opened = document[number]
            except pypdfium2.PdfiumError as error:
                raise Refused(f"damaged PDF: page {number + 1} cannot be opened ({error})") from None
            sizes.append(opened.get_size())
            lines = _lines(opened)
            opened.close()
            characters += sum(len(line.text) for line in lines)
            if characters > _CHARACTERS:
                raise Refused(f"a PDF with more than {_CHARACTERS:,} characters")
            pages.append(lines)
    if characters < 20 * len(pages) or characters < 200:
        raise Refused(f"no text; needs OCR: {len(pages)} pages with {characters} characters, so they are pictures")
    heads = _running_heads(pages, sizes)
    kept = [
        [line for line in lines if not _is_margin(line, height, heads)]
        for lines, (_, height) in zip(pages, sizes, strict=True)
    ]
    gutters = [_gutter(lines, width) for lines, (width, _) in zip(kept, sizes, strict=True)]
    # A page whose second column has hardly begun is divided as the others are.
    usual = median([gutter for gutter in gutters if gutter is not None] or [0.0])
    ordered: list[_Line] = []
    for lines, gutter in zip(kept, gutters, strict=True):
        ordered += _reading_order(lines, gutter or (usual if usual and _divides(lines, usual) else None))
    titles = [
        metadata,
        *dict.fromkeys(_shown(line.text) for lines in pages[:400] for line in lines if _key(line) in heads),
    ]
    blocks, headings = _paragraphs(ordered)
    return Page(tuple(blocks), tuple(clean(" ".join(title.split())) for title in titles if title)[:20], (), headings)


def _lines(opened: pypdfium2.PdfPage) -> list[_Line]:
    """The lines of a page as it draws them, parted where a gap between words is wide."""
    text_page = opened.get_textpage()
    try:
        count = min(text_page.count_chars(), _PAGE_CHARACTERS)
        if count <= 0:
            return []
        # One UTF-16 unit for each character index, so that positions in the text are indices of characters.
        buffer = (ctypes.c_ushort * (count + 1))()
        raw.FPDFText_GetText(text_page, 0, count, buffer)
        text = "".join(map(chr, buffer[:count]))
        found: list[_Line] = []
        start = 0
        for line in _LINE_END.split(text):
            if line.strip():
                found += _segments(text_page, line, start)
            start += len(line)
        return found
    finally:
        text_page.close()


def _segments(text_page: pypdfium2.PdfTextPage, line: str, start: int) -> list[_Line]:
    segments: list[_Line] = []
    # The box of a character's font, not of its ink: its lower edge is the same all along a line.
    box = raw.FS_RECTF()
    for word in _WORD.finditer(line):
        first, last = start + word.start(), start + word.end() - 1
        raw.FPDFText_GetLooseCharBox(text_page, first, box)
        x0, x1, y0, y1 = box.left, box.right, box.bottom, box.top
        if last > first:
            raw.FPDFText_GetLooseCharBox(text_page, last, box)
            if box.top > box.bottom:
                x0, x1 = min(x0, box.left), max(x1, box.right)
                y0, y1 = min(y0, box.bottom), max(y1, box.top)
        length = word.end() - word.start()
        if length > 3 and (y1 - y0) > 2.5 * max(x1 - x0, 0.1):
            continue  # set sideways, at a page's edge
        size = max(y1 - y0, 4.0)
        if segments and -2 * size < x0 - segments[-1].right < 1.6 * max(size, segments[-1].height):
            last_one = segments[-1]
            last_one.text += " " + word.group()
            last_one.right = max(last_one.right, x1)
            last_one.bottom, last_one.top = min(last_one.bottom, y0), max(last_one.top, y1)
        else:
            segments.append(_Line(word.group(), x0, x1, y0, y1))
    return segments


def _shown(text: str) -> str:
    return " ".join(text.split())[:200]


def _key(line: _Line) -> str:
    return re.sub(r"\d+", "#", _shown(line.text)).lower()


def _running_heads(pages: Sequence[Sequence[_Line]], sizes: Sequence[tuple[float, float]]) -> frozenset[str]:
    """What stands in the margins of many pages, with its numbers left out."""
    seen: Counter[str] = Counter()
    for lines, (_, height) in zip(pages, sizes, strict=True):
        seen.update({_key(line) for line in lines if _in_margin(line, height) and len(line.text) < 100})
    often = max(3, min(12, len(pages) // 10))
    return frozenset(key for key, times in seen.items() if times >= often)


def _in_margin(line: _Line, height: float) -> bool:
    return line.bottom > height * (1 - _MARGIN) or line.top < height * _MARGIN


def _is_margin(line: _Line, height: float, heads: frozenset[str]) -> bool:
    """Is the line a running head or a page number?"""
    if not _in_margin(line, height):
        return False
    return _key(line) in heads or bool(
        re.fullmatch(r"(?:page )?(?:\d{1,4}|[ivxl]{1,6})(?: of \d+)?", line.text.strip(), re.I)
    )


def _divides(lines: Sequence[_Line], gutter: float) -> bool:
    """Do few lines of a page cross the gutter?"""
    crossing = sum(1 for line in lines if line.left < gutter - 1 and line.right > gutter + 1)
    return crossing <= 0.2 * len(lines)


def _reading_order(lines: list[_Line], gutter: float | None) -> list[_Line]:
    """Lines of a page in order: down each column, and across where a line spans the columns."""
    if gutter is None:
        return _down(lines)
    ordered: list[_Line] = []
    band: list[_Line] = []
    for line in sorted(lines, key=lambda line: -line.top):
        if line.left < gutter - 4 and line.right > gutter + 4:
            ordered += _two_columns(band, gutter)
            band = []
            ordered.append(line)
        else:
            band.append(line)
    return ordered + _two_columns(band, gutter)


def _two_columns(band: list[_Line], gutter: float) -> list[_Line]:
    left = [line for line in band if (line.left + line.right) / 2 < gutter]
    right = [line for line in band if (line.left + line.right) / 2 >= gutter]
    return _down(left) + _down(right)


def _down(lines: list[_Line]) -> list[_Line]:
    """Lines from top to bottom; what stands on one line is joined from left to right."""
    found: list[_Line] = []
    for line in sorted(lines, key=lambda line: (-line.bottom, line.left)):
        last = found[-1] if found else None
        if (
            last
            and abs(last.bottom - line.bottom) < 0.45 * max(min(last.height, line.height), 4)
            and (line.left >= last.right - 2 or line.right <= last.left + 2)
        ):
            after = line.left >= last.left
            last.text = f"{last.text} {line.text}" if after else f"{line.text} {last.text}"
            last.left, last.right = min(last.left, line.left), max(last.right, line.right)
        else:
            found.append(line)
    return found


def _gutter(lines: Sequence[_Line], width: float) -> float | None:
    """The middle of the gap between two columns of a page; None where it has one column."""
    if len(lines) < 8:
        return None
    best: tuple[int, float] | None = None
    for step in range(36, 65):
        x = width * step / 100
        crossing = sum(1 for line in lines if line.left < x - 1 and line.right > x + 1)
        before = sum(1 for line in lines if line.right <= x + 1)
        after = sum(1 for line in lines if line.left >= x - 1)
        if crossing <= 0.2 * len(lines) and min(before, after) >= max(3, 0.15 * len(lines)):
            if best is None or crossing < best[0]:
                best = (crossing, x)
    if best is None:
        return None
    # The middle of all places that are as good.
    left_edge = max((line.right for line in lines if line.right <= best[1] + 1), default=best[1])
    right_edge = min((line.left for line in lines if line.left >= best[1] - 1), default=best[1])
    return (left_edge + right_edge) / 2 if right_edge > left_edge else best[1]


def _paragraphs(lines: Sequence[_Line]) -> tuple[list[str], frozenset[int]]:
    """(blocks, which of them are headings) out of lines in reading order."""
    if not lines:
        return [], frozenset()
    size = median(line.height for line in lines)
    steps = [above.bottom - line.bottom for above, line in pairwise(lines)]
    spacing = median([step for step in steps if 0 < step < 4 * size] or [1.2 * size])
    blocks: list[str] = []
    headings: set[int] = set()
    current: list[_Line] = []

    def flush() -> None:
        if current:
            blocks.append(clean(join(_shown_lines(current))))
            current.clear()

    for line in lines:
        text = " ".join(clean(line.text).split())
        heading = is_heading(text) and (text.isupper() or line.height > 1.12 * size or _tail(current))
        heading = heading or _is_title(text)
        if heading or _BULLET.match(text) or (current and _parts(current, line, text, spacing, size)):
            flush()
        if heading:
            headings.add(len(blocks))
            blocks.append(text)
        else:
            current.append(line)
    flush()
    return blocks, frozenset(headings)


def _is_title(text: str) -> bool:
    """Does the line name the report, its edition and perhaps a country?"""
    if "persons report" not in text.lower() or len(text) > 160:
        return False
    try:
        return read_title(text) is not None or (read_edition(text) is not None and len(text) < 60)
    except Refused:
        return True


def _shown_lines(lines: Iterable[_Line]) -> Iterable[str]:
    return (" ".join(clean(line.text).split()) for line in lines)


def _tail(current: Sequence[_Line]) -> bool:
    """Is the paragraph at a sentence's end?"""
    return not current or current[-1].text.rstrip().endswith((".", "!", "?", ":", "”", '"', ")"))


def _parts(current: Sequence[_Line], line: _Line, text: str, spacing: float, size: float) -> bool:
    """Does the line begin a new paragraph?"""
    last = current[-1]
    step = last.bottom - line.bottom
    if not _tail(current) or text[:1].islower():
        return False
    if 0 < step <= 4 * spacing:
        if step > 1.3 * spacing:
            return True
        # Set in: the paragraph's lines begin further left.
        edge = min(other.left for other in current[-4:])
        if abs(line.left - edge) < 60 and line.left > edge + 0.7 * size and last.left <= edge + 1:
            return True
    widest = max(other.right - other.left for other in current[-8:])
    return len(current) > 1 and last.right - last.left < 0.8 * widest
