"""Plain text: decoding, the title line, boilerplate, and lines into paragraphs."""

from __future__ import annotations

import re
import unicodedata

from ingest.readers.refusal import Refused
from ingest.readers.titles import Narrative, Title, hint_from_path, other_family, read_title

# Lines that a publisher added; the narrative ends at the first of them that stands after it began.
_FOOTER = re.compile(
    r"^(?:.{0,60} tier ranking by year|this is not a unhcr publication\b.*|disclaimer\b.*|copyright notice\b.*"
    r"|search refworld|all countries.*|comments)$",
    re.I,
)
_HEADER = re.compile(r"^(?:publisher|author|publication date|cite as|other languages|country)\b.{0,300}$", re.I)
_REFWORLD = re.compile(r"refworld|unhcr", re.I)
_FACTBOOK_LABEL = re.compile(r"\s*\|?\s*(?=(?:current situation|tier rating|trafficking profile):)", re.I)
_FACTBOOK_YEAR = re.compile(r"\((\d{4})\)\s*$")
_KEPT_HYPHEN = re.compile(
    r"(?:^|\W)(?:anti|non|self|co|sub|post|pre|ex|re|multi|inter|counter|long|short|well|sex|labor|child|one|two|three"
    r"|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-$",
    re.I,
)


def decode(content: bytes) -> tuple[str, bool]:
    """The text of a file and whether it had to be repaired (wrong encoding, mojibake).

    Knows UTF-8 and UTF-16 with and without BOM and cp1252. Raises `Refused` for binary content.
    """
    repaired = False
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            text = content.decode("utf-16")
        except UnicodeDecodeError as error:
            raise Refused(f"not readable as UTF-16 text: {error.reason} at byte {error.start}") from None
    else:
        if content[:4096].count(0) > 8:
            raise Refused("binary content, not text")
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text, repaired = content.decode("cp1252", errors="replace"), True
    text = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        import ftfy  # only needed where a text is not plain ASCII

        if ftfy.badness.is_bad(text):
            fixed = ftfy.fix_encoding(text)
            text, repaired = fixed, repaired or fixed != text
    printable = sum(character.isprintable() or character.isspace() for character in text[:4096])
    if printable < 0.9 * len(text[:4096]):
        raise Refused("binary content, not text")
    return unicodedata.normalize("NFC", text), repaired


def narratives(content: bytes, source_path: str) -> list[Narrative]:
    """The narratives of a text file: one, or the `Refused` reason why there is none."""
    text, _ = decode(content)
    lines = [line.strip() for line in text.split("\n")]
    title, first = _find_title(lines, source_path)
    body = _without_boilerplate(lines[first:])
    if title.family == "world_factbook":
        return [_factbook(title, body)]
    paragraphs = tuple(join_lines(body))
    if not paragraphs:
        raise Refused(f"no narrative under the title line {title.line!r}")
    publisher = "refworld" if _REFWORLD.search(text) else None
    return [Narrative("tip_report", title.country_code, title.edition_year, title.line, paragraphs, "text", publisher)]


def _find_title(lines: list[str], source_path: str) -> tuple[Title, int]:
    hint = hint_from_path(source_path)
    head = [(number, line) for number, line in enumerate(lines) if line][:12]
    for number, line in head:
        if title := read_title(line):
            if hint and title.family == "tip_report" and hint != (title.edition_year, title.country_code):
                raise Refused(
                    f"the title line says {title.country_code} {title.edition_year} ({line!r}), "
                    f"the path {source_path!r} says {hint[1]} {hint[0]}"
                )
            return title, number + 1
    opening = "\n".join(line for _, line in head)
    if found := other_family(opening):
        raise Refused(f"another report family: {found!r} in its opening lines")
    if hint and re.search(r"\btraffick", opening, re.I):
        year, country = hint
        return Title("tip_report", year, country, f"Trafficking in Persons Report {year} - {country}"), 0
    raise Refused("no title line of a Trafficking in Persons report or Factbook entry in its first lines")


def _without_boilerplate(lines: list[str]) -> list[str]:
    kept: list[str] = []
    begun = False
    for line in lines:
        if _FOOTER.match(line):
            if begun:
                break
            continue
        if not begun and _HEADER.match(line) and len(line) < 320:
            continue
        begun = begun or len(line) > 120
        kept.append(line)
    return kept


def join_lines(lines: list[str]) -> list[str]:
    """Paragraphs out of lines, whether the text is hard-wrapped or has one paragraph on each line."""
    long_lines = [len(line) for line in lines if len(line) > 40]
    # One paragraph on each line ends its lines with sentences; a hard-wrapped text breaks them anywhere.
    broken = sum(1 for line in lines if len(line) > 40 and not line.endswith((".", "!", "?", ":", ";", '"', "”")))
    wrapped = bool(long_lines) and max(long_lines) <= 140 and broken * 2 >= len(long_lines)
    paragraphs: list[str] = []
    current = ""
    for line in [*lines, ""]:
        line = " ".join(line.split())
        if not line or not wrapped or is_heading(line):
            if current:
                paragraphs.append(current)
            current = ""
            if line:
                if wrapped and not is_heading(line):
                    current = line
                else:
                    paragraphs.append(line)
        elif not current:
            current = line
        elif current.endswith("-") and line[0].islower():
            current = (current if _KEPT_HYPHEN.search(current) else current[:-1]) + line
        else:
            current = f"{current} {line}"
    return paragraphs


def is_heading(line: str) -> bool:
    """A short line without a full stop that is in capitals or in title case, as section headings are."""
    if len(line) > 90 or line.endswith((".", ",", ";")) or not line[:1].isupper():
        return False
    letters = [character for character in line if character.isalpha()]
    return bool(letters) and (all(c.isupper() for c in letters) or (len(line.split()) <= 6 and line.istitle()))


def _factbook(title: Title, lines: list[str]) -> Narrative:
    text = " ".join(" ".join(lines).split())
    paragraphs = tuple(part.strip() for part in _FACTBOOK_LABEL.split(text) if part.strip())
    if not paragraphs:
        raise Refused(f"no entry under the title line {title.line!r}")
    year = title.edition_year
    for paragraph in paragraphs:
        if paragraph.lower().startswith("tier rating") and (match := _FACTBOOK_YEAR.search(paragraph)):
            year = int(match.group(1))
    return Narrative("world_factbook", title.country_code, year, title.line, paragraphs, "text", "cia.gov")
