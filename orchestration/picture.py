"""The coverage picture: for every country and edition, whether there is a report, as a small SVG of our own making."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from math import ceil
from pathlib import Path
from xml.sax.saxutils import escape

import pyarrow.parquet as pq

# What a cell may show, with its colour; a cell of anything else stays blank.
COLOURS = {"tip_report": "#1f5fa8", "factbook_only": "#e8a33d", "missing": "#e3e6ea"}
_WORDS = {"tip_report": "report", "factbook_only": "Factbook only", "missing": "no report"}
_CELL = 11
_LABEL = 30
_GAP = 18
_TOP = 58
_BLOCKS = 4


def coverage_rows(parquet: Path) -> list[tuple[str, int, str]]:
    """(country_code, edition_year, coverage) of every row of the mart's file."""
    table = pq.read_table(parquet, columns=["country_code", "edition_year", "coverage"])
    return list(zip(*(table.column(name).to_pylist() for name in table.column_names), strict=True))


def coverage_svg(rows: Iterable[tuple[str, int, str]]) -> str:
    """The picture: countries by code in up to four blocks side by side, a column for each edition.

    Same rows, same bytes. Without rows, the picture says so.
    """
    cells: dict[str, dict[int, str]] = {}
    for country, edition, coverage in rows:
        cells.setdefault(country, {})[edition] = coverage
    if not cells:
        return _svg(240, 40, ['<text x="8" y="24">There is no coverage yet.</text>'])
    editions = sorted({edition for by_edition in cells.values() for edition in by_edition})
    span = range(editions[0], editions[-1] + 1)
    countries = sorted(cells)
    tall = max(ceil(len(countries) / _BLOCKS), min(len(countries), 12))
    blocks = [countries[start : start + tall] for start in range(0, len(countries), tall)]
    wide = _LABEL + _CELL * len(span) + _GAP
    parts = _legend(cells)
    runs: dict[str, list[str]] = {name: [] for name in COLOURS}
    for number, block in enumerate(blocks):
        left = 8 + number * wide
        parts += _years(left + _LABEL, span)
        for row, country in enumerate(block):
            middle = _TOP + row * _CELL + _CELL / 2
            parts.append(f'<text x="{left}" y="{middle + 3:g}">{escape(country)}</text>')
            _draw(runs, cells[country], span, left + _LABEL, middle)
    drawn = [
        f'<path d="{"".join(paths)}" stroke="{COLOURS[name]}" stroke-width="{_CELL - 2}"/>'
        for name, paths in runs.items() if paths
    ]  # fmt: skip
    # Lines in the paper's colour part the editions that a run of cells joins.
    for number, block in enumerate(blocks):
        edges = (8 + number * wide + _LABEL + place * _CELL for place in range(len(span) + 1))
        lines = "".join(f"M{edge} {_TOP}v{len(block) * _CELL}" for edge in edges)
        drawn.append(f'<path d="{lines}" stroke="#fff"/>')
    return _svg(max(wide * len(blocks), 450), _TOP + tall * _CELL + 8, [*parts, *drawn])


def coverage_markdown(svg: str) -> str:
    """The picture as Dagster's UI shows it: inside the Markdown, with nothing to be fetched."""
    return f"![Reports by country and edition](data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()})"


def _draw(
    runs: Mapping[str, list[str]], by_edition: Mapping[int, str], span: Sequence[int], left: int, middle: float
) -> None:
    """Add a country's cells to the paths, neighbours of one colour in one stroke."""
    for coverage, group in groupby(span, lambda edition: by_edition.get(edition)):
        years = list(group)
        if coverage in runs:
            runs[coverage].append(f"M{left + (years[0] - span[0]) * _CELL} {middle:g}h{len(years) * _CELL}")


def _years(left: int, span: Sequence[int]) -> list[str]:
    shown = [year for year in span if year % 5 == 0 or year == span[0]]
    return [
        f'<text x="{left + (year - span[0]) * _CELL}" y="{_TOP - 6}">{year % 100:02d}</text>' for year in shown
    ]  # fmt: skip


def _legend(cells: Mapping[str, Mapping[int, str]]) -> list[str]:
    counts = dict.fromkeys(COLOURS, 0)
    for by_edition in cells.values():
        for coverage in by_edition.values():
            if coverage in counts:
                counts[coverage] += 1
    parts = []
    for place, (name, colour) in enumerate(COLOURS.items()):
        left = 8 + place * 150
        parts.append(f'<rect x="{left}" y="10" width="{_CELL}" height="{_CELL}" fill="{colour}"/>')
        parts.append(f'<text x="{left + 16}" y="19">{_WORDS[name]}: {counts[name]:,}</text>')
    return parts


def _svg(width: int, height: float, parts: Iterable[str]) -> str:
    body = "".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height:g}" viewBox="0 0 {width} {height:g}" '
        'font-family="monospace" font-size="10" fill="#333"><rect width="100%" height="100%" fill="#fff"/>'
        f'<g>{body}</g></svg>'
    )  # fmt: skip
