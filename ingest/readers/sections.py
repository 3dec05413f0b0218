"""Sections of a narrative: from its headings where it has them, else from how its paragraphs begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.document import Section
from ingest.readers.titles import Narrative
from ingest.vocabulary.advice import is_advice, opens_advice

_HEADINGS: tuple[tuple[Section, re.Pattern[str]], ...] = (
    ("recommendations", re.compile(r"^(?:prioritized )?recommendations?\b.{0,60}$", re.I)),
    ("prosecution", re.compile(r"^(?:prosecution|law enforcement)(?: efforts)?\b[.: ]*$", re.I)),
    ("protection", re.compile(r"^(?:protection|protection and assistance|victim protection|protection of victims)\b[.: ]*$", re.I)),
    ("prevention", re.compile(r"^prevention\b[.: ]*$", re.I)),
    ("profile", re.compile(r"^(?:trafficking profile|scope and magnitude|profile)\b[.: ]*$", re.I)),
)  # fmt: skip
# A heading may run into its paragraph: "Prosecution The government …", "Prevention: …".
_RUN_IN: tuple[tuple[Section, re.Pattern[str]], ...] = (
    ("recommendations", re.compile(r"^(?:prioritized )?recommendations (?:for|to)\b", re.I)),
    ("prosecution", re.compile(r"^prosecution(?:[.:]| (?=[A-Z]))")),
    ("protection", re.compile(r"^protection(?:[.:]| (?=[A-Z]))", re.I)),
    ("prevention", re.compile(r"^prevention(?:[.:]| (?=[A-Z]))", re.I)),
    ("profile", re.compile(r"^(?:trafficking profile|current situation)\b", re.I)),
    ("overview", re.compile(r"^tier rating\b", re.I)),
)
_STANDARDS = re.compile(r"\bminimum\s+standards\b|\btier (?:1|2|3)\b|\bspecial case\b", re.I)
_TOPICS: tuple[tuple[Section, re.Pattern[str]], ...] = (
    ("prosecution", re.compile(
        r"law enforcement|prosecut|prohibit|criminaliz|convict|investigat|penal code|anti-trafficking law|\bpolice\b"
        r"|punish", re.I)),
    ("protection", re.compile(
        r"protect|assist|victim (?:care|services|identification)|identif|shelter|\bcare\b|referral|services", re.I)),
    ("prevention", re.compile(
        r"prevent|awareness|demand for|campaign|national action plan|inter-?ministerial|coordinat", re.I)),
)  # fmt: skip
_ORDER: tuple[Section, ...] = ("profile", "overview", "recommendations", "prosecution", "protection", "prevention")
_SENTENCE_END = re.compile(r"[.;](?:\s|$)")


def with_sections(narrative: Narrative) -> Iterator[tuple[Section, str]]:
    """(section, paragraph) for each paragraph of a narrative, in order."""
    current: Section | None = None
    headed = any(_heading(paragraph) in ("prosecution", "protection", "prevention") for paragraph in narrative.paragraphs)
    for paragraph in narrative.paragraphs:
        named = _heading(paragraph)
        if named:
            current = named
        elif current in ("profile", "overview") and is_advice(paragraph):
            current = "recommendations"  # a web page that lost its heading
        elif current == "recommendations":
            if len(paragraph) > 60 and not _reads_on(paragraph):
                current = _by_opening(paragraph, "recommendations")
        elif not headed or current in (None, "profile", "overview"):
            current = _by_opening(paragraph, current)
        yield current or "other", paragraph


def _heading(paragraph: str) -> Section | None:
    opening = paragraph[:120]
    if len(paragraph) <= 100:
        for section, pattern in _HEADINGS:
            if pattern.match(paragraph):
                return section
    for section, pattern in _RUN_IN:
        if pattern.match(opening):
            return section
    return None


def _reads_on(paragraph: str) -> bool:
    """A further recommendation: a bullet, an imperative, the rest of a broken line; no account of what was done."""
    if paragraph[:1] in "•*-–" or paragraph[:1].islower() or opens_advice(paragraph):
        return True
    if re.match(r"(?:The|In|During|While|Although|Government)\b", paragraph):
        return False
    return not re.search(r"\b(?:government|authorities|police|officials|courts)\b", paragraph[:120], re.I)


def _by_opening(paragraph: str, current: Section | None) -> Section:
    """The section of a paragraph without a heading, from its first sentence and the section before it."""
    opening = (_SENTENCE_END.split(paragraph, maxsplit=1)[0])[:400]
    if current in (None, "profile", "overview"):
        if _STANDARDS.search(opening):
            return "overview"
        if current is None or current == "profile" and not re.search(r"\bgovernment\b", opening, re.I):
            return "profile"
    best: Section | None = None
    earliest = len(opening) + 1
    for section, pattern in _TOPICS:
        if (match := pattern.search(opening)) and match.start() < earliest:
            best, earliest = section, match.start()
    if best is None:
        return current or "other"
    # Sections come in order; a later paragraph of one may well speak of another.
    if current in _ORDER and _ORDER.index(best) < _ORDER.index(current):
        return current
    return best
