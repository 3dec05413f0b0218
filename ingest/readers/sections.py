"""Sections of a narrative: from its headings where it has them, else from what its paragraphs speak of, in order.

Nothing is cut or moved here; each paragraph gets one section. Headings belong to the section that they open, and
lines that name a tier to the overview.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ingest.document import Section
from ingest.vocabulary.advice import is_advice, opens_advice

if TYPE_CHECKING:
    from ingest.readers.titles import Narrative

_EFFORTS: tuple[Section, ...] = ("prosecution", "protection", "prevention")
# The edition of 2003 began with prevention; those before it kept no order.
_ORDER_OF_2003: tuple[Section, ...] = ("prevention", "prosecution", "protection")
_FIRST_ORDERED_EDITION = 2003

# Headings are compared without spaces, decoration and case, since PDFs set "P ROSECUTION" and pages "3. Prosecution:".
_HEADINGS: tuple[tuple[Section, re.Pattern[str]], ...] = (
    ("recommendations", re.compile(r"(?:priorit\w{3,6})?recommendations?(?:(?:for|to)\w{0,60})?|recommendedactions?")),
    ("prosecution", re.compile(
        r"(?:investigation(?:and|&))?prosecutions?(?:efforts|ofoffenders|oftraffickers)?|lawenforcement(?:efforts)?")),
    ("protection", re.compile(
        r"(?:victims?)?(?:assistanceand|identificationand)?protection(?:efforts|ofvictims|forvictims|tovictims"
        r"|and(?:victim)?assistance(?:tovictims)?)?|victimassistance")),
    ("prevention", re.compile(r"prevention(?:efforts|oftrafficking|activities)?")),
    ("profile", re.compile(r"traf\w{2,6}ingprofile|(?:country)?profile|scopeandmagnitude|traf\w{2,6}ingsituation")),
    ("overview", re.compile(r"overview|summary|government(?:s|'s|’s)?efforts|tier(?:placement|ranking)")),
)  # fmt: skip
# A state is a section, or what has none yet: before the first paragraph, or efforts that are divided afterwards.
_State = Literal[
    "profile", "overview", "recommendations", "prosecution", "protection", "prevention", "other", "start", "efforts"
]
# "Recommendations for the Kyrgyz Republic:", but not the first line of a paragraph that begins so.
_ONLY_HEADING = re.compile(
    r"^[^:]*?(?i:recommend\w+|actions?)(?:\s+(?i:for|to)(?:[\s,]+(?:[A-ZÀ-Ý][^\s:,]*|(?i:of|the|and)))+)?[\s:.*_]*$"
)
_DECORATION = re.compile(r"[\s\d#*_•●▪.:;()\[\]–—-]+")
# A heading may run into its paragraph: "Prosecution The government …", "Prevention: …", "PROTECTION – …".
_RUN_IN: tuple[tuple[Section, re.Pattern[str]], ...] = (
    ("recommendations", re.compile(
        r"^(?:prioriti[sz]ed )?recommendations?(?:\s+(?:for|to)\s+(?:the )?[^.;:]{2,60}[:.–—-]|\s*[:–—])", re.I)),
    ("recommendations", re.compile(r"^(?:prioriti[sz]ed )?recommendations (?:for|to) (?:the )?[A-Z]", re.I)),
    ("profile", re.compile(r"^(?:trafficking profile|current situation|scope and magnitude)\b", re.I)),
    ("overview", re.compile(r"^(?:tier rating\b|government efforts[.:])", re.I)),
)  # fmt: skip
_RUN_IN_EFFORT = re.compile(
    r"^(?P<word>prosecution|protection|prevention|law enforcement)"
    r"(?:\s*[.:]\s+|\s+[–—-]+\s+|\s+(?=[\"“'(]?(?-i:[A-Z0-9]))(?!(?:Service|Office|Department|Unit|Act|Bureau|Authority"
    r"|Directorate|Division|Officers?|Agency|Council|Commission|Committee|Fund|Programs?)\b))",
    re.I,
)
_TIER_LINE = re.compile(
    r"^.{0,70}?(?:\btier\s*(?:[123]|one|two|three|i{1,3})(?:\s*[-–—,(]?\s*(?:special\s+)?watch\s*list)?"
    r"|\bspecial cases?|\b(?:special )?watch list)[\s).\]*]*$",
    re.I,
)
_STANDARDS = re.compile(
    r"\bminimum\s+standards\b|\b(?:placed|remain(?:s|ed)|ranked|upgraded|downgraded|moved|kept)\b[^.]{0,60}"
    r"\b(?:tier (?:[123]|two|three|one)|watch list)\b|\bspecial case\b",
    re.I,
)
_LATE_PROFILE = re.compile(
    r"^as (?:previously )?reported (?:over|in|during) the (?:past|last|previous) (?:five|5|several) years\b", re.I
)
_PROFILE = re.compile(
    r"\bis (?:an? |primarily |principally |largely |mainly |increasingly |both )*(?:\w+, )*(?:\w+ )?"
    r"(?:and, [^,]{3,40}, )?(?:source|origin|transit|destination)\b[^.]{0,80}\b(?:country|territory|point|place|for)\b"
    r"|\btraffickers exploit\b[^.]{0,60}\bvictims\b",
    re.I,
)

# Both in small letters, for texts in small letters: to ignore case takes the search twice as long.
_TOPICS: dict[Section, re.Pattern[str]] = {
    "prosecution": re.compile(
        r"\b(?:prosecut\w*|convict\w*|sentenc\w*|investigat\w*|law enforcement|penal(?:ty|ties)?|criminal\w*"
        r"|prohibit\w*|prescrib\w*|imprison\w*|police|courts?|judges?|judicial|arrest\w*|offenders?|statutes?|outlaw\w*"
        r"|punish\w*|extradit\w*|traffickers)\b",
    ),
    "protection": re.compile(
        r"\b(?:victims?|shelter\w*|protect\w*|assist\w*|identif\w*|refer|referr\w*|care|counsel\w*|repatriat\w*"
        r"|medical|services|residen\w+ permits?|deport\w*|rehabilitat\w*|reintegrat\w*|psycholog\w*|restitution"
        r"|compensation)\b",
    ),
    "prevention": re.compile(
        r"\b(?:prevent\w*|awareness|campaigns?|action plan|demand|inter-?ministerial|inter-?agency|committee|task force"
        r"|hot ?lines?|brochures?|posters?|leaflets?|billboards?|broadcast\w*|educat\w*|sex tourism|peacekeep\w*"
        r"|recruitment (?:agencies|fees)|labor inspect\w*|inspect\w*|coordinat\w*|diplomatic|birth regist\w*"
        r"|public information|transparency)\b",
    ),
}
# A first sentence that announces a section: "… made progress in protecting victims", "… maintained prevention efforts".
_ANNOUNCED: dict[Section, re.Pattern[str]] = {
    "prosecution": re.compile(
        r"\b(?:law[- ]enforcement|prosecution|prosecut(?:e|ing)|to punish|punishing|convict(?:ing)?|criminal justice)\b"
        r"[^.]{0,80}\b(?:efforts?|progress|response|performance|action|activities|record|traffick\w*)\b"
        r"|\b(?:efforts?|progress|steps|response)\b[^.]{0,80}"
        r"\b(?:law[- ]enforcement|prosecut\w+|punish\w*|investigat\w+)\b"
        r"|\b(?:laws?|codes?|articles?|statutes?|legislation|act|constitution|decree)\b[^.]{0,120}"
        r"\b(?:prohibit\w*|criminali[sz]\w*|prescrib\w*|outlaw\w*|punish\w*)"
        r"|\bprohibits (?:all|some|most|both|sex|traf)",
    ),
    "protection": re.compile(
        r"\bprotection (?:efforts?|and assistance|for|of|to|services|remained|measures)\b"
        r"|\b(?:efforts?|progress|steps|measures|assistance|care|little|inadequate|limited|adequate|minimal)\b[^.]{0,80}"
        r"\b(?:protect\w*|assist\w*|victim (?:identification|assistance|care|protection)|identify|(?:to|for) victims)\b"
        r"|\b(?:protect|protecting|assist|assisting|identify|identifying) (?:and \w+ )?(?:\w+ ){0,3}victims\b",
    ),
    "prevention": re.compile(
        r"\bprevention (?:efforts?|activities|measures|programs?|campaigns?)\b"
        r"|\b(?:efforts?|progress|steps|measures|activities|initiatives)\b[^.]{0,80}\b(?:prevent\w*|awareness)\b"
        r"|\bto (?:prevent|raise|increase) (?:\w+ ){0,3}(?:trafficking|awareness)\b|\b(?:awareness|information) "
        r"(?:efforts?|campaigns?|raising)\b|\bprevent(?:ing)? (?:\w+ ){0,3}trafficking\b",
    ),
}
_SENTENCE_END = re.compile(r"(?<!U\.S)(?<!No)(?<!Art)[.;](?:\s|$)")
_ACCOUNT = re.compile(
    r"^(?:the|in|during|while|although|despite|since|as|under|because|through(?:out)?|over|these|this|however|between|on|at"
    r"|when|some|several|many|most|according)\b",
    re.I,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|did|does|do not|has|have|had|remained|reported|continued|made|provided|maintained|increased"
    r"|decreased|demonstrated|identified|investigated|prosecuted|convicted|prohibits?|criminali[sz]e[sd]|prescribes?)\b",
    re.I,
)
_CLAUSE_THEN_VERB = re.compile(r"[,:]\s+(?=(?:[a-z]+ly\s+)?(?P<verb>[a-z]+))")
# "Support for victims remained weak": a verb's form that is a noun here.
_NOUN_USE = re.compile(
    r"^(?:support|use|research|work|release|orders?|places?|plans?|review|reach|transfer|track|report|record|training"
    r"|screening|monitoring) (?:for|of|by|from|on|in|to)\b[^.;]{0,120}\b(?:is|are|was|were|has|have|had|remained)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Mark:
    """What a paragraph is before its neighbours are looked at."""

    kind: Literal["heading", "run_in", "tier", "text"]
    section: Section | None = None


def with_sections(narrative: Narrative) -> Iterator[tuple[Section, str]]:
    """(section, paragraph) for each paragraph of a narrative, in order."""
    paragraphs = narrative.paragraphs
    if narrative.family == "world_factbook":
        current: Section = "profile"
        for paragraph in paragraphs:
            current = _run_in(paragraph) or current
            yield current, paragraph
        return
    marks = [_mark(paragraph) for paragraph in paragraphs]
    found = _sections(paragraphs, marks, narrative.edition_year)
    yield from zip(found, paragraphs, strict=True)


def heading_section(line: str) -> Section | None:
    """The section that a line opens as its heading; None where it is no heading of a section."""
    if len(line) > 100:
        return None
    compact = _DECORATION.sub("", line).lower()
    for section, pattern in _HEADINGS:
        if pattern.fullmatch(compact):
            return None if section == "recommendations" and not _ONLY_HEADING.match(line) else section
    return None


def is_tier_line(line: str) -> bool:
    """Is the line a heading that names a tier: `PERU: Tier 2`, `Peru (Tier 2 Watch List)`, `Tier 3`?"""
    return len(line) <= 110 and bool(_TIER_LINE.match(line)) and not re.search(r"\b(?:the|is|was|remained)\b", line)


def _mark(paragraph: str) -> _Mark:
    if section := heading_section(paragraph):
        return _Mark("heading", section)
    if is_tier_line(paragraph):
        return _Mark("tier")
    if section := _run_in(paragraph):
        return _Mark("run_in", section)
    return _Mark("text")


def _run_in(paragraph: str) -> Section | None:
    opening = paragraph[:160].lstrip("*#_ ")
    for section, pattern in _RUN_IN:
        if pattern.match(opening):
            return section
    if (match := _RUN_IN_EFFORT.match(opening)) and match["word"][0].isupper() and len(paragraph) > len(match[0]) + 30:
        word = match["word"].lower()
        return next((section for section in _EFFORTS if section == word), "prosecution")
    return None


def _sections(paragraphs: Sequence[str], marks: Sequence[_Mark], edition_year: int) -> list[Section]:
    """One section for each paragraph."""
    outline = _Outline.of(paragraphs, marks)
    found: list[Section | None] = []
    current: _State = "start"
    explicit = False
    for index, (paragraph, mark) in enumerate(zip(paragraphs, marks, strict=True)):
        if mark.kind == "tier":
            found.append("overview")
            continue
        if mark.section:
            current, explicit = mark.section, True
        else:
            following = _after(current, explicit, index, paragraph, outline)
            explicit = explicit and following == current
            current = following
        found.append(None if current == "start" or current == "efforts" else current)
    return _fill(paragraphs, found, edition_year)


@dataclass(frozen=True, slots=True)
class _Outline:
    """Where the landmarks of a narrative stand, as paragraph indices, and which efforts have headings."""

    standards: int | None
    advice: int | None
    first_effort: int | None
    named: frozenset[Section]

    @classmethod
    def of(cls, paragraphs: Sequence[str], marks: Sequence[_Mark]) -> _Outline:
        texts = [(index, paragraph) for index, paragraph in enumerate(paragraphs) if marks[index].kind == "text"]
        standards = next((index for index, text in texts if _STANDARDS.search(_opening(text))), None)
        advice = [index for index, mark in enumerate(marks) if mark.section == "recommendations"][:1]
        advice += [index for index, text in texts if is_advice(text)][:1]
        efforts = [index for index, mark in enumerate(marks) if mark.section in _EFFORTS]
        named = frozenset(mark.section for mark in marks if mark.section in _EFFORTS)
        return cls(standards, min(advice, default=None), min(efforts, default=None), named)

    def headed_later(self, index: int) -> bool:
        """Do the efforts stand under headings that come after this paragraph?"""
        return self.first_effort is not None and index < self.first_effort

    def headed_before(self, index: int) -> bool:
        """Does a heading of an effort stand before this paragraph?"""
        return self.first_effort is not None and index > self.first_effort


def _after(current: _State, explicit: bool, index: int, paragraph: str, outline: _Outline) -> _State:
    """The section of a paragraph that has no heading of its own, after a paragraph of section `current`."""
    if _LATE_PROFILE.match(paragraph) or (current == "efforts" and _PROFILE.search(_opening(paragraph))):
        return "profile"
    if current == "prosecution" or current == "protection" or current == "prevention":
        complete = len(outline.named) == len(_EFFORTS)
        return current if complete else _moves_on(paragraph, current, outline.named)
    if current == "recommendations" and _reads_on(paragraph):
        return current
    if index == outline.standards:
        return "overview"
    if current == "profile" and (explicit or outline.headed_before(index)):
        return current
    if is_advice(paragraph) and not _NOUN_USE.match(paragraph):
        return "recommendations"  # a page that lost its heading
    if current == "efforts":
        return current
    if outline.standards is not None and index < outline.standards:
        return "profile"
    if outline.headed_later(index):
        # No effort stands before the first one that has a heading.
        return "profile" if current in ("start", "profile") else "overview"
    if current == "overview" and outline.advice is not None and index < outline.advice:
        return current
    if current in ("start", "profile") and not (current == "profile" and _speaks_of_efforts(paragraph)):
        return "profile"
    return "efforts"


def _fill(paragraphs: Sequence[str], found: list[Section | None], edition_year: int) -> list[Section]:
    """Sections for the paragraphs on the government's efforts that stand under no heading."""
    open_ones = [index for index, section in enumerate(found) if section is None]
    if open_ones:
        texts = [paragraphs[index] for index in open_ones]
        ordered = edition_year >= _FIRST_ORDERED_EDITION
        chosen = _in_order(texts, edition_year) if ordered else [_topic(text) for text in texts]
        for index, section in zip(open_ones, chosen, strict=True):
            found[index] = section
    return [section or "other" for section in found]


def _in_order(texts: Sequence[str], edition_year: int) -> list[Section]:
    """The best division of paragraphs into the three efforts in the order of that edition."""
    order = _ORDER_OF_2003 if edition_year == _FIRST_ORDERED_EDITION else _EFFORTS
    best: list[tuple[float, tuple[int, ...]]] = []
    # best[s] = (score, where each section began) of a division whose last section is order[s].
    for number, text in enumerate(texts):
        weights = _weights(text)
        fresh: list[tuple[float, tuple[int, ...]]] = []
        for state, section in enumerate(order):
            if number == 0:
                # Sections that are left out cost little: a report may say nothing on one effort.
                options = [(-0.5 * state, tuple([0] * (state + 1)))]
            else:
                options = [best[state]]
                options += [
                    (best[before][0] - 0.5 * (state - before - 1), best[before][1] + (number,) * (state - before))
                    for before in range(state)
                ]
            score, starts = max(options, key=lambda option: option[0])
            fresh.append((score + weights[section], starts))
        best = fresh
    _, starts = max(best, key=lambda option: option[0])
    bounds = [*starts, *[len(texts)] * (len(order) + 1 - len(starts))]
    return [section for state, section in enumerate(order) for _ in range(bounds[state], bounds[state + 1])]


def _weights(text: str) -> dict[Section, float]:
    """How much a paragraph speaks of each effort: its first sentence counts most. Sums to about one, or zero."""
    opening, rest = _opening(text).lower(), text[:4000].lower()
    raw = {
        section: len(pattern.findall(rest)) + 3 * len(pattern.findall(opening)) for section, pattern in _TOPICS.items()
    }
    total = sum(raw.values()) or 1
    weights = {section: count / total for section, count in raw.items()}
    for section, pattern in _ANNOUNCED.items():
        if match := pattern.search(opening):
            weights[section] += 1.0 if match.start() < 120 else 0.5
    return weights


def _topic(text: str) -> Section:
    """The effort that a paragraph speaks of most."""
    weights = _weights(text)
    best = max(_EFFORTS, key=lambda section: weights[section])
    return best if weights[best] > 0 else "overview"


def _moves_on(paragraph: str, current: Section, named: frozenset[Section]) -> Section:
    """The section after `current` that a paragraph opens where headings are missing; else `current`."""
    weights = _weights(paragraph)
    best = max(_EFFORTS, key=lambda section: weights[section])
    if best not in named and weights[best] > 1.2 and weights[best] > weights[current] + 0.5:
        return best
    return current


def _speaks_of_efforts(paragraph: str) -> bool:
    opening = _opening(paragraph).lower()
    return bool(
        re.search(r"\b(?:government|authorities|police|laws?|code|articles?|officials)\b", opening)
        and any(pattern.search(opening) for pattern in _TOPICS.values())
    )


def _opening(paragraph: str) -> str:
    """The first sentence, at most 400 characters."""
    return _SENTENCE_END.split(paragraph[:420], maxsplit=1)[0][:400]


def _reads_on(paragraph: str) -> bool:
    """A further recommendation: a bullet, an imperative, the rest of a broken line; no account of what was done."""
    if paragraph[:1] in "•●▪*-–" or paragraph[:1].islower() or re.match(r"\(?\d{1,2}[.)]\s", paragraph):
        return True
    if _NOUN_USE.match(paragraph):
        return False
    if opens_advice(paragraph):
        return True
    opening = paragraph[:240]
    for match in _CLAUSE_THEN_VERB.finditer(opening):
        if opens_advice(match["verb"]) and not _FINITE.search(opening[: match.start()]):
            return True
    if _ACCOUNT.match(opening):
        return False
    return not _FINITE.search(_opening(paragraph)) and not re.search(
        r"\b(?:government|authorities|police|officials|courts)\b", opening[:120], re.I
    )
