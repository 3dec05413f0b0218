"""Titles: which family, edition, country and publisher a text says it is. Nothing here reads a narrative."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.document import Family, SourceFormat
from ingest.readers.refusal import Refused
from ingest.readers.sections import heading_section, is_tier_line
from ingest.vocabulary.countries import resolve_title

EDITIONS = range(2001, 2041)

_DASH = r"\s*(?:-{1,2}|[–—:|])\s*"
# What stands before a title: a site's name, a publisher, "Cite as United States Department of State, …".
_BEFORE = r"^(?:.{0,90}?(?:[-–—:|,]\s*|\bstate\s+))?(?:the )?"
_MIDDLE = rf"(?:{_DASH}(?:country narratives?|country profiles?)(?:{_DASH}countries [a-z] (?:through|to|-) [a-z])?)?"
_COUNTRY = r"(?P<country>[^\d|]{2,70}?)"
# What stands after it: a date, an address, a site's name.
_AFTER = r"(?:,\s*\d{1,2} [a-z]+ \d{4}.*|,? available at:.*|\s*(?:\||[-–—]\s*united states department).*)?\s*$"
_TITLES: tuple[tuple[Family, re.Pattern[str]], ...] = (
    ("world_factbook", re.compile(
        rf"^the world factbook (?P<year>\d{{4}}){_DASH}(?P<country>.+?){_DASH}trafficking in persons$", re.I)),
    ("tip_report", re.compile(
        rf"{_BEFORE}(?P<year>\d{{4}}) trafficking in persons report{_MIDDLE}{_DASH}{_COUNTRY}{_AFTER}", re.I)),
    ("tip_report", re.compile(
        rf"{_BEFORE}trafficking in persons report,?\s+(?:june |july )?(?P<year>\d{{4}}){_MIDDLE}{_DASH}{_COUNTRY}"
        rf"{_AFTER}", re.I)),
)  # fmt: skip
_REPORT = re.compile(r"\btrafficking in persons (?:\(tip\) )?report\b", re.I)
_YEAR = re.compile(r"\b(20\d\d)\b")
_DATE = re.compile(
    r"^(?:publication date:?\s*)?(?:\d{1,2}\s+)?(?:june|july|september|may)\s+(?:\d{1,2},\s*)?(20\d\d)$"
    r"|^(20\d\d) report$",
    re.I,
)
_OTHER_FAMILIES = re.compile(
    r"country reports? on human rights practices|international religious freedom|country reports on terrorism"
    r"|findings on the worst forms of child labor|human rights report|trafficking in persons interim assessment"
    r"|international narcotics control strategy|investment climate statement",
    re.I,
)
_PATH = re.compile(r"(?:^|/)(?P<year>(?:19|20)\d{2})/(?P<country>[^/]+?)\.\w+$")
_ADDRESS = re.compile(
    r"/(?:reports/)?(?:(?P<year>20\d\d)-trafficking-in-persons-report(?:-\d)?|trafficking-in-persons-report-(?P<year2>20\d\d))"
    r"/(?P<country>[a-z-]{3,60})/?$"
    r"|/tiprpt/(?:countries/)?(?P<year3>20\d\d)/",
    re.I,
)
_NAME = re.compile(r"^(?P<name>[^\d()\[\]]{3,55}?)\s*(?:[:–—-]\s*(?=tier|special)|[(\[]|$)", re.I)


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
    repaired: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """What a format's parser makes of a file: blocks of text in reading order, and what the file says of itself.

    `titles` are what the file names as its title, best first; `addresses` are the addresses that it gives as its
    own; `headings` are the indices of blocks that are set as headings.
    """

    blocks: tuple[str, ...]
    titles: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    headings: frozenset[int] = field(default_factory=frozenset)


def read_title(line: str) -> Title | None:
    """The title that `line` states; None where it is no title line.

    Raises `Refused` where the line names an unknown country or an edition that does not exist.
    """
    line = " ".join(line.split())
    if len(line) > 320 or "n" not in line:
        return None
    for family, pattern in _TITLES:
        if match := pattern.match(line):
            year = int(match["year"])
            if year not in EDITIONS and family == "tip_report":
                raise Refused(f"edition {year} in the title line {line!r} does not exist")
            country = resolve_title(match["country"].strip(" .,"), year)
            if country is None:
                if family == "tip_report" and len(line) > 120:
                    return None  # a sentence that speaks of a report
                raise Refused(f"unknown country {match['country']!r} in the title line {line!r}")
            return Title(family, year, country, line)
    return None


def read_edition(line: str) -> int | None:
    """The edition of a line that names the report and a year but no country; None where it does not."""
    if len(line) > 160 or not _REPORT.search(line):
        return None
    years = [int(year) for year in _YEAR.findall(line) if int(year) in EDITIONS]
    # "Victims of Trafficking and Violence Protection Act of 2000: Trafficking in Persons Report" names a law's year.
    return years[0] if len(set(years)) == 1 else None


def names_report(line: str) -> bool:
    """Does a short line name the Trafficking in Persons Report?"""
    return len(line) <= 200 and bool(_REPORT.search(line))


def read_date(line: str) -> int | None:
    """The year of a line that is only the report's date: `June 11, 2003`, `Publication Date 4 June 2008`."""
    match = _DATE.match(line.strip())
    year = int(match[1] or match[2]) if match else 0
    return year if year in EDITIONS else None


def read_address(address: str) -> tuple[int, str | None] | None:
    """(edition, country code or None) that the address of a page of the report states."""
    match = _ADDRESS.search(address.split("?")[0].split("#")[0])
    if not match:
        return None
    year = int(match["year"] or match["year2"] or match["year3"])
    if year not in EDITIONS:
        return None
    name = match["country"]
    return year, resolve_title(name.replace("-", " "), year) if name else None


def country_heading(block: str, edition_year: int) -> str | None:
    """The country code of a block that is a country's heading, with or without a tier; None where it is none."""
    if len(block) > 90 or heading_section(block) or block.endswith((".", ";", ",")):
        return None
    match = _NAME.match(block.strip(" *#_"))
    if not match or (("(" in block or "[" in block) and not is_tier_line(block)):
        return None
    return resolve_title(match["name"].strip(" .:–—-"), edition_year)


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
