"""Title lines: which family, edition and country a text says it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.document import Family, SourceFormat
from ingest.readers.refusal import Refused
from ingest.vocabulary.countries import resolve_title

EDITIONS = range(2001, 2041)

_DASH = r"\s*(?:[-–—:|]|--)\s*"
_TITLES: tuple[tuple[Family, re.Pattern[str]], ...] = (
    ("world_factbook", re.compile(
        rf"^the world factbook (?P<year>\d{{4}}){_DASH}(?P<country>.+?){_DASH}trafficking in persons$", re.I)),
    ("tip_report", re.compile(
        rf"^(?:u\.?s\.? department of state )?(?P<year>\d{{4}}) trafficking in persons report"
        rf"(?:{_DASH}country narratives)?{_DASH}(?P<country>.+)$", re.I)),
    ("tip_report", re.compile(
        rf"^(?:u\.?s\.? department of state )?trafficking in persons report,? (?P<year>\d{{4}})"
        rf"(?:{_DASH}country narratives)?{_DASH}(?P<country>.+)$", re.I)),
)  # fmt: skip
_OTHER_FAMILIES = re.compile(
    r"country reports? on human rights practices|international religious freedom|country reports on terrorism"
    r"|findings on the worst forms of child labor|human rights report",
    re.I,
)
_PATH = re.compile(r"(?:^|/)(?P<year>(?:19|20)\d{2})/(?P<country>[^/]+?)\.\w+$")


@dataclass(frozen=True, slots=True)
class Title:
    """What a title line says."""

    family: Family
    edition_year: int
    country_code: str
    line: str


@dataclass(frozen=True, slots=True)
class Narrative:
    """One country's chapter as a reader found it: paragraphs are clean, in reading order, headings included."""

    family: Family
    country_code: str
    edition_year: int
    title: str
    paragraphs: tuple[str, ...]
    source_format: SourceFormat
    publisher: str | None


def read_title(line: str) -> Title | None:
    """The title that `line` states; None where it is no title line.

    Raises `Refused` where the line is the title of another report family, or names an unknown country or an
    edition that does not exist.
    """
    line = " ".join(line.split())
    if len(line) > 200:
        return None
    for family, pattern in _TITLES:
        if match := pattern.match(line):
            year = int(match["year"])
            if year not in EDITIONS and family == "tip_report":
                raise Refused(f"edition {year} in the title line {line!r} does not exist")
            country = resolve_title(match["country"].strip(" ."), year)
            if country is None:
                raise Refused(f"unknown country {match['country']!r} in the title line {line!r}")
            return Title(family, year, country, line)
    return None


def other_family(text: str) -> str | None:
    """The name of another report family that the opening of a text announces; None where it announces none."""
    match = _OTHER_FAMILIES.search(text)
    return match.group(0) if match else None


def hint_from_path(source_path: str) -> tuple[int, str] | None:
    """(year, country code) that a path such as `2008/kazakhstan.txt` hints at; None where it does not."""
    match = _PATH.search(source_path)
    if not match:
        return None
    year = int(match["year"])
    country = resolve_title(match["country"].replace("_", " ").replace("-", " "), year)
    return (year, country) if country else None
