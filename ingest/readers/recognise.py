"""From a page's blocks to its narratives: title, edition, country, and the parts of a page of many countries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import SourceFormat
from ingest.readers.boilerplate import publisher_of, without_boilerplate
from ingest.readers.paragraphs import part_run_together
from ingest.readers.refusal import Refused
from ingest.readers.sections import heading_section, is_tier_line
from ingest.readers.titles import (
    EDITIONS,
    Narrative,
    Page,
    Title,
    country_heading,
    hint_from_path,
    names_report,
    other_family,
    read_address,
    read_date,
    read_edition,
    read_title,
)  # fmt: skip

_FACTBOOK_LABEL = re.compile(r"\s*\|?\s*(?=(?:current situation|tier rating|trafficking profile):)", re.I)
_FACTBOOK_YEAR = re.compile(r"\((\d{4})\)\s*$")
_STANDARDS = re.compile(r"minimum\s+standards\s+for\s+the\s+elimination\s+of\s+(?:severe forms of )?traf", re.I)
_SITE = re.compile(r"\s+[-–—|]\s+")
_PATH_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
# Title lines stand near the top; the yearly report names itself on its first pages.
_HEAD_BLOCKS = 14
_FRONT_BLOCKS = 80
_LONG = 120
_SMALLEST = 150


@dataclass(frozen=True, slots=True)
class _Part:
    """A country's blocks on a page of many."""

    country_code: str
    heading: str
    first: int
    end: int


def narratives(page: Page, source_path: str, source_format: SourceFormat, repaired: bool = False) -> list[Narrative]:
    """The narratives of a page, in order.

    The title decides; the path is a hint for pages without one. Raises `Refused` where the page is of another
    report family, has no country, or contradicts itself or its path.
    """
    hint = hint_from_path(source_path)
    title, first, doubt = _find_title(page)
    if title and title.family == "world_factbook":
        return [_factbook(title, page.blocks[first:], source_format, repaired)]
    publisher = publisher_of([*page.titles, *page.addresses, *(block for block in page.blocks if len(block) <= 400)])
    edition = title.edition_year if title else _find_edition(page, source_path)
    if edition is not None:
        parts = _countries(page, edition)
        if title is None or len({part.country_code for part in parts if is_tier_line(part.heading)}) > 2:
            if title is None and hint and parts and all((edition, part.country_code) != hint for part in parts):
                raise Refused(
                    f"its heading {parts[0].heading!r} says {parts[0].country_code} {edition}, "
                    f"the path {source_path!r} says {hint[1]} {hint[0]}"
                )
            if many := _of_parts(page, parts, edition, source_format, publisher, repaired):
                return many
    if title is None:
        if doubt:
            raise doubt
        title = _without_title(page, edition, hint)
    elif hint and hint != (title.edition_year, title.country_code):
        raise Refused(
            f"the title line says {title.country_code} {title.edition_year} ({title.line!r}), "
            f"the path {source_path!r} says {hint[1]} {hint[0]}"
        )
    blocks = page.blocks[first:]
    _check_headings(title, blocks)
    kept = without_boilerplate(blocks)
    if kept and not is_tier_line(kept[0]) and country_heading(kept[0], title.edition_year) == title.country_code:
        kept = kept[1:]
    return [_narrative(title, kept, source_format, publisher, repaired)]


def _find_title(page: Page) -> tuple[Title | None, int, Refused | None]:
    """The title with country that the page states, the number of the block after it, and what is wrong with it."""
    doubt: Refused | None = None
    head = list(enumerate(page.blocks[:_HEAD_BLOCKS], start=1))
    for number, line in [*((0, line) for line in page.titles), *head]:
        try:
            if title := read_title(line):
                # What stands before a title in the text is the page's head.
                return title, number or _end_of_title(page, title), None
        except Refused as refusal:
            doubt = doubt or refusal
    opening = " | ".join([*page.titles, *page.addresses, *(line[:400] for _, line in head)]).replace("-", " ")
    if found := other_family(opening):
        raise Refused(f"another report family: {found!r} in its title or opening lines")
    return None, 0, doubt


def _end_of_title(page: Page, title: Title) -> int:
    """The number of the block after the title's last repeat near the top."""
    end = 0
    for number, block in enumerate(page.blocks[: 3 * _HEAD_BLOCKS], start=1):
        if len(block) > _LONG:
            break
        try:
            repeat = read_title(block)
        except Refused:
            continue
        if repeat and (repeat.country_code, repeat.edition_year) == (title.country_code, title.edition_year):
            end = number
    return end


def _find_edition(page: Page, source_path: str) -> int | None:
    """The edition of a page that names the report without a country; None where it does not."""
    front = [line for line in page.blocks[:_FRONT_BLOCKS] if len(line) <= 200]
    for line in [*page.titles, *front]:
        if year := read_edition(line):
            return year
    for address in page.addresses:
        if found := read_address(address):
            return found[0]
    if any(names_report(line) for line in [*page.titles, *front]):
        for line in front:
            if year := read_date(line):
                return year
    elif not any(_STANDARDS.search(block) for block in page.blocks[: 5 * _FRONT_BLOCKS]):
        return None
    # A chapter that says nowhere of which year it is.
    if (match := _PATH_YEAR.search(source_path)) and int(match[1]) in EDITIONS:
        return int(match[1])
    return None


def _countries(page: Page, edition: int) -> list[_Part]:
    """The countries' headings on a page, each with the blocks under it."""
    blocks = page.blocks
    found: list[tuple[int, str, str]] = []
    for number, block in enumerate(blocks):
        if len(block) > 90 or not (is_tier_line(block) or block.isupper() or number in page.headings):
            continue
        code = country_heading(block, edition)
        if code and (is_tier_line(block) or _opens_narrative(blocks, number, edition)):
            if not found or found[-1][1] != code:
                found.append((number, code, block))
    ends = [*(number for number, _, _ in found[1:]), len(blocks)][: len(found)]
    return [_Part(code, line, number, end) for (number, code, line), end in zip(found, ends, strict=True)]


def _opens_narrative(blocks: Sequence[str], number: int, edition: int) -> bool:
    """Does prose follow a country's name, and not the next name of a list?"""
    for block in blocks[number + 1 : number + 5]:
        if len(block) > _LONG or heading_section(block) or is_tier_line(block):
            return True
        if country_heading(block, edition):
            return False
    return False


def _of_parts(
    page: Page, parts: Sequence[_Part], edition: int, source_format: SourceFormat, publisher: str | None, repaired: bool
) -> list[Narrative]:
    found: list[Narrative] = []
    for part in parts:
        first = part.first if is_tier_line(part.heading) else part.first + 1
        kept = without_boilerplate(page.blocks[first : part.end])
        if sum(len(block) for block in kept if len(block) > _LONG) < _SMALLEST:
            continue
        name = re.split(r"\s*[:(\[–]", part.heading)[0].strip()
        line = f"Trafficking in Persons Report {edition} - {name.title() if name.isupper() else name}"
        title = Title("tip_report", edition, part.country_code, line)
        found.append(_narrative(title, kept, source_format, publisher, repaired))
    return found


def _without_title(page: Page, edition: int | None, hint: tuple[int, str] | None) -> Title:
    """The title of a page that states none: from its address, or from its path where its text is about trafficking."""
    for address in page.addresses:
        year, code = read_address(address) or (0, None)
        if code is not None:
            if hint and hint != (year, code):
                raise Refused(f"its address {address!r} says {code} {year}, its path says {hint[1]} {hint[0]}")
            return Title("tip_report", year, code, f"Trafficking in Persons Report {year} - {code}")
    if edition is not None:
        # "Peru" alone, as the title of a page that says elsewhere of which report it is.
        for line in page.titles:
            name = _SITE.split(line, maxsplit=1)[0]
            if named := country_heading(name, edition):
                if hint and hint != (edition, named):
                    raise Refused(f"its title {line!r} says {named} {edition}, its path says {hint[1]} {hint[0]}")
                return Title("tip_report", edition, named, f"Trafficking in Persons Report {edition} - {name}")
    if hint and (edition is None or edition == hint[0]):
        opening = " ".join(page.blocks[:_HEAD_BLOCKS])[:4000]
        if re.search(r"\btraf\w{2,6}(?:ing|ed|ers)\b", opening, re.I):
            year, code = hint
            stated = {named for line in page.blocks[:_HEAD_BLOCKS] if is_tier_line(line)
                      if (named := country_heading(line, year))}  # fmt: skip
            if stated and stated != {code}:
                raise Refused(f"its heading is of {', '.join(sorted(stated))}, its path says {code}")
            return Title("tip_report", year, code, f"Trafficking in Persons Report {year} - {code}")
    if edition is not None:
        raise Refused(f"names the Trafficking in Persons Report {edition}, but no country's narrative was found in it")
    raise Refused("no title line of a Trafficking in Persons report or Factbook entry in its first lines")


def _check_headings(title: Title, blocks: Sequence[str]) -> None:
    """Raise `Refused` where the tier headings are all of other countries than the title."""
    stated = {
        code: block
        for block in blocks[:60]
        if is_tier_line(block) and (code := country_heading(block, title.edition_year))
    }
    if stated and title.country_code not in stated:
        code, block = next(iter(stated.items()))
        raise Refused(f"the title line says {title.country_code} ({title.line!r}), the heading {block!r} says {code}")


def _narrative(
    title: Title, blocks: Sequence[str], source_format: SourceFormat, publisher: str | None, repaired: bool
) -> Narrative:
    paragraphs = tuple(part_run_together(blocks))
    if not paragraphs or max(map(len, paragraphs)) < 40:
        raise Refused(f"no narrative under the title line {title.line!r}")
    line = title.line
    return Narrative(
        "tip_report", title.country_code, title.edition_year, line, paragraphs, source_format, publisher, repaired
    )


def _factbook(title: Title, blocks: Sequence[str], source_format: SourceFormat, repaired: bool) -> Narrative:
    text = " ".join(" ".join(without_boilerplate(blocks)).split())
    paragraphs = tuple(part.strip() for part in _FACTBOOK_LABEL.split(text) if part.strip())
    if not paragraphs:
        raise Refused(f"no entry under the title line {title.line!r}")
    year = title.edition_year
    for paragraph in paragraphs:
        if paragraph.lower().startswith("tier rating") and (match := _FACTBOOK_YEAR.search(paragraph)):
            year = int(match.group(1))
    return Narrative(
        "world_factbook", title.country_code, year, title.line, paragraphs, source_format, "cia.gov", repaired
    )
