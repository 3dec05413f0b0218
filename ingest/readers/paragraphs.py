"""Lines into paragraphs: hard-wrapped text is joined, hyphens at line ends and ligatures are repaired."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from ingest.readers.sections import heading_section, is_tier_line

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
                            "\u00ad": None, "\u200b": None, "\ufeff": None, "\u2060": None, "\ufffe": "-",
                            "\u0002": "-", "\u00a0": " ", "\u2028": "\n", "\u2029": "\n"})  # fmt: skip
_REPAIRED = frozenset(map(chr, _LIGATURES))
_KEPT_HYPHEN = re.compile(
    r"(?:^|\W)(?:anti|non|self|co|sub|post|pre|ex|re|multi|inter|counter|long|short|well|sex|labor|child|one|two|three"
    r"|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-$",
    re.I,
)
_BULLET = re.compile(r"^(?:[•●▪■◦‣*–-]|\(?\d{1,2}[.)])\s+\S")
# A heading that stands inside a paragraph, after a sentence: what a page or a scan ran together.
_INSIDE = re.compile(
    r"(?<=[.;!?:”\")])\s+(?=(?:(?:PRIORITI[SZ]ED )?RECOMMENDATIONS(?: FOR [A-Z’' ,-]{3,50})?:"
    r"|(?:Prioriti[sz]ed )?Recommendations for (?:the )?[A-Z][^.;:]{2,50}:"
    r"|(?:PROSECUTION|PROTECTION|PREVENTION|TRAFFICKING PROFILE):?\s+[A-Z]"
    r"|(?:Prosecution|Protection|Prevention)\s+(?:The|In|During|[A-Z][a-z]+(?:'s|’s)?) "
    r"(?:government|law|reporting|year)))"
)
_RUN_TOGETHER = 1200


def clean(text: str) -> str:
    """Text with ligatures, soft hyphens and invisible characters repaired, in Unicode NFC."""
    if text.isascii():
        return text
    # To translate takes ten times as long as to see that there is nothing to do.
    return unicodedata.normalize("NFC", text if _REPAIRED.isdisjoint(text) else text.translate(_LIGATURES))


def join_lines(lines: Sequence[str]) -> list[str]:
    """Paragraphs out of lines, whether the text is hard-wrapped or has one paragraph on each line."""
    long_lines = [len(line) for line in lines if len(line) > 40]
    # One paragraph on each line ends its lines with sentences; a hard-wrapped text breaks them anywhere.
    broken = sum(1 for line in lines if len(line) > 40 and not line.endswith((".", "!", "?", ":", ";", '"', "”")))
    wrapped = bool(long_lines) and max(long_lines) <= 140 and broken * 2 >= len(long_lines)
    if not wrapped:
        return [" ".join(line.split()) for line in lines if line.strip()]
    paragraphs: list[str] = []
    current: list[str] = []
    for line in [*lines, ""]:
        line = " ".join(line.split())
        apart = not line or is_heading(line)
        if current and (apart or _BULLET.match(line)):
            paragraphs.append(join(current))
            current = []
        if line:
            if apart:
                paragraphs.append(line)
            else:
                current.append(line)
    return paragraphs


def join(lines: Iterable[str]) -> str:
    """One paragraph out of its lines; a hyphen at a line's end goes where it only divided a word."""
    parts: list[str] = []
    for line in lines:
        if parts and line and parts[-1].endswith("-") and line[0].islower() and not parts[-1].endswith((" -", "--")):
            if not _KEPT_HYPHEN.search(parts[-1][-20:]):
                parts[-1] = parts[-1][:-1]
            parts.append(line)
        else:
            parts += [" ", line] if parts else [line]
    return "".join(parts)


def is_heading(line: str) -> bool:
    """A short line without a full stop that is in capitals or in title case, as section headings are."""
    if len(line) > 90:
        return False
    if heading_section(line) or is_tier_line(line):
        return True
    if line.endswith((".", ",", ";", "-")) or not line[:1].isupper():
        return False
    letters = [character for character in line if character.isalpha()]
    return len(letters) > 1 and (all(c.isupper() for c in letters) or (len(line.split()) <= 6 and line.istitle()))


def part_run_together(paragraphs: Iterable[str]) -> list[str]:
    """Paragraphs, where a long one that holds section headings after its sentences is parted before them."""
    parted: list[str] = []
    for paragraph in paragraphs:
        if len(paragraph) > _RUN_TOGETHER:
            parted += [part.strip() for part in _INSIDE.split(paragraph) if part.strip()]
        else:
            parted.append(paragraph)
    return parted
