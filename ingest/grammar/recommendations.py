"""The grammar of fact_recommendations: a recommendations section into its single recommendations, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.document import Document, Fact, Paragraph, Sentence
from ingest.grammar.rule import Rule, example

_TABLE = "fact_recommendations"
_MAX_QUOTE = 300

RULES: tuple[Rule, ...] = (
    Rule(
        id="recommendations.item",
        table=_TABLE,
        anchors=frozenset({"word"}),
        pattern="section recommendations: [lead-in], item {separator, item}; separators are bullets, line breaks,"
        " semicolons outside parentheses, and full stops before a new imperative",
        examples=(
            example(
                "Recommendations for Kazakhstan: Train judges on the law; fund two shelters; and screen migrants for"
                " signs.",
                {"ordinal": 1, "text": "Train judges on the law"},
                {"ordinal": 2, "text": "fund two shelters"},
                {"ordinal": 3, "text": "screen migrants for signs"},
                section="recommendations",
            ),
            example(
                "• Train judges on the law. • Fund two shelters; do so soon. • Screen migrants, including minors.",
                {"ordinal": 1, "text": "Train judges on the law"},
                {"ordinal": 2, "text": "Fund two shelters; do so soon"},
                {"ordinal": 3, "text": "Screen migrants, including minors"},
                section="recommendations",
            ),
            example(
                "Train judges on the law.\n\nFund two shelters.",
                {"ordinal": 1, "text": "Train judges on the law"},
                {"ordinal": 2, "text": "Fund two shelters"},
                section="recommendations",
            ),
        ),
        counter_examples=(
            example("The government trained judges; it funded two shelters; and it screened migrants."),
            example("RECOMMENDATIONS FOR KAZAKHSTAN:", section="recommendations"),
        ),
    ),
)

_LEAD_IN = re.compile(
    r"\s*(?:(?:prioriti[sz]ed|key|priority)\s+)?recommendations?\b(?:\s+(?:for|to)\s+(?:the\s+)?[^:.;•]{2,70}?)?\s*"
    r"(?::|\.(?=\s)|–|—|-(?=\s)|(?=•)|(?=\*)|(?=\n)|$)\s*",
    re.I,
)
# A lead-in whose colon was lost: "Recommendations for the Gambia Increase …".
_LEAD_IN_BARE = re.compile(r"\s*(?:prioriti[sz]ed\s+)?recommendations?\s+(?:for|to)\s+(?:the\s+)?", re.I)
_INSIDE = re.compile(r"\brecommendations\s+(?:for|to)\s+(?:the\s+)?[A-Z][^:.;•]{1,60}:\s*", re.I)
_BULLET = re.compile(r"(?:(?<=\s)|^)[•●▪◦■·‣*]+\s*|[•●▪◦■‣]\s*")
_DASH = re.compile(r"\s*[-–—]\s+")
_NUMBERED = re.compile(r"\s*(?:\(?\d{1,2}[.)]|\([a-z]\))\s+")
_NUMBER = re.compile(r"(?<![^\s])\(?(\d{1,2})[.)]\s+(?=[A-Z])")
# "The government should take the following steps:"
_FURTHER = re.compile(
    r"[^;:.•\n]{0,120}\b(?:following(?: \w+){0,6}|should|recommends|recommended(?: \w+){0,4}|steps(?: \w+){0,5}):\s+"
)
_AND = re.compile(r"\s*(?:and|&)(?:\s*,)?\s+(?!/)", re.I)
_ABBREVIATION = re.compile(
    r"(?:\b(?:U\.S|U\.N|U\.K|e\.g|i\.e|etc|vs|No|Nos|Art|Arts|St|Dr|Mr|Mrs|Ms|Sec|Jan|Feb|Aug|Sept|Oct|Nov|Dec)|\b[A-Z])$"
)
# A sentence that goes on about the recommendation before it.
_GOES_ON = re.compile(
    r"(?:This|These|It|Its|Such|They|Those|That|In|For|The|If|Where|When|As|Any|All|An?|Victims|Efforts|Measures)\b"
)
_BRACKET = re.compile(r"[();]")
_TRIM = " \t\n.;,•*"


@dataclass(frozen=True, slots=True)
class Item:
    """One recommendation: half-open span of its words in the text that was split."""

    start: int
    end: int


def find(document: Document, sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """The facts of the table in a document's sentences."""
    ordinal = 0
    for start, end in _blocks(document):
        for item in items(document.text, start, end):
            ordinal += 1
            text = " ".join(document.text[item.start : item.end].split())
            stop = min(item.end, item.start + _MAX_QUOTE)
            yield Fact(
                _TABLE, "recommendations.item", item.start, stop, {"ordinal": ordinal, "text": text}, separate=True
            )


def _blocks(document: Document) -> Iterator[tuple[int, int]]:
    """The runs of recommendation paragraphs, as spans; a lead-in inside another paragraph opens one too."""
    run: Paragraph | None = None
    last: Paragraph | None = None
    headed = any(p.section == "recommendations" for p in document.paragraphs)
    # A plain search tells at once that most texts have no lead-in inside a paragraph.
    inside_may_be = not headed and "recommendations" in document.text.casefold()
    for paragraph in document.paragraphs:
        if paragraph.section == "recommendations":
            run = run or paragraph
            last = paragraph
            continue
        if run is not None and last is not None:
            yield run.start, last.end
            run = last = None
        if inside_may_be and (inside := _INSIDE.search(document.text, paragraph.start, paragraph.end)):
            yield inside.start(), paragraph.end
    if run is not None and last is not None:
        yield run.start, last.end


def items(text: str, start: int = 0, end: int | None = None) -> list[Item]:
    """The single recommendations in text[start:end], in order.

    Bullets separate where there are any; else line breaks, and in each paragraph semicolons outside parentheses
    and full stops before a new imperative. The lead-in, separators, the "and" before a last item and its final
    full stop belong to no item; every other word belongs to exactly one.
    """
    end = len(text) if end is None else end
    begin = _after_lead_in(text, start, end)
    bullets = list(_BULLET.finditer(text, begin, end)) or _numbers(text, begin, end)
    found: list[Item] = []
    if bullets:
        edges = [begin, *(edge for bullet in bullets for edge in (bullet.start(), bullet.end())), end]
        for at in range(0, len(edges), 2):
            # A bullet's sentences and semicolons are its own.
            found += [_trimmed(text, *line) for line in _lines(text, edges[at], edges[at + 1])]
    else:
        lines = list(_lines(text, begin, end))
        semicolons = sum(1 for first, last in lines if len(list(_semicolons(text, first, last))) > 1)
        split = len(lines) < 3 or semicolons * 2 > len(lines)
        for first, last in lines:
            first = _after_lead_in(text, first, last)
            for part in _semicolons(text, first, last) if split else [(first, last)]:
                found += [_trimmed(text, *piece) for piece in _sentences(text, *part)]
    return [item for item in found if any(c.isalpha() for c in text[item.start : item.end])]


def _numbers(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The numbers of a numbered list ("1. Train … 2. Fund …"), which count up from one."""
    found: list[re.Match[str]] = []
    for match in _NUMBER.finditer(text, start, end):
        if int(match.group(1)) == len(found) + 1:
            found.append(match)
    return found if len(found) > 1 and not text[start : found[0].start()].strip() else []


def _after_lead_in(text: str, start: int, end: int) -> int:
    """Where the items begin, after "Recommendations for X:" and the like."""
    for _ in range(2):
        match = _LEAD_IN.match(text, start, end)
        if match is None or match.end() == start:
            break
        start = match.end()
    if further := _FURTHER.match(text, start, end):
        start = further.end()
    if bare := _LEAD_IN_BARE.match(text, start, end):
        # the name of the country runs to the first word that is no name: an imperative in capitals begins the item
        from ingest.vocabulary.countries import SURFACES
        from ingest.vocabulary.words import words

        rest = text[bare.end() : min(bare.end() + 80, end)]
        pieces = rest.split(" ")
        for length in range(min(6, len(pieces) - 1), 0, -1):
            name = " ".join(pieces[:length]).rstrip(".:,")
            if words(name) in SURFACES:
                return bare.end() + len(" ".join(pieces[:length])) + 1
    return start


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of text[start:end]; one that goes on in small letters is one with the line before it."""
    begin, position = start, start
    while position < end:
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        follow = stop
        while follow < end and text[follow].isspace():
            follow += 1
        said = stop
        while said > begin and text[said - 1].isspace():
            said -= 1
        if not (follow < end and text[follow].islower() and said > begin and text[said - 1] not in ".;:•"):
            if said > begin:
                yield begin, stop
            begin = follow
        position = max(follow, stop + 1)


def _semicolons(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Parts between semicolons that stand outside parentheses."""
    depth, begin = 0, start
    for mark in _BRACKET.finditer(text, start, end):
        position, character = mark.start(), mark.group()
        if character == "(":
            depth += 1
        elif character == ")":
            depth = max(depth - 1, 0)
        elif character == ";" and (depth == 0 or text.find(")", position, min(position + 300, end)) < 0):
            yield begin, position
            begin = position + 1
    yield begin, end


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Parts at full stops before a new imperative; a sentence that goes on stays with the one before it."""
    begin = start
    for match in re.finditer(r"[.!?]['\"”’)]?\s*(?=[A-Z])", text[start:end]):
        stop = start + match.start()
        following = start + match.end()
        if match.group()[-1] in ".!?" and not _runs_together(text, stop, following):
            continue
        if _ABBREVIATION.search(text, max(stop - 6, begin), stop) or _GOES_ON.match(text, following):
            continue
        yield begin, stop
        begin = following
    yield begin, end


def _runs_together(text: str, stop: int, following: int) -> bool:
    """ "shelters.Train judges": two sentences without a space between them."""
    before, after = text[max(stop - 2, 0) : stop], text[following : following + 2]
    return len(before) == 2 and before.isalpha() and before.islower() and len(after) == 2 and after[1].islower()


def _trimmed(text: str, start: int, end: int) -> Item:
    """The item without surrounding marks, its own dash or number, and the "and" before a last item."""
    while start < end and text[start] in _TRIM:
        start += 1
    for pattern in (_DASH, _NUMBERED, _AND):
        if match := pattern.match(text, start, end):
            start = match.end()
    while end > start and text[end - 1] in _TRIM:
        if text[end - 1] == "." and re.search(r"(?:\b[A-Z]\.)+[A-Z]\.$", text[max(end - 8, start) : end]):
            break
        end -= 1
    for word in (" and", " or"):
        if text[start:end].endswith(";" + word) or text[start:end].endswith("," + word):
            end -= len(word) + 1
    return Item(start, max(end, start))
