"""What publishers add around a narrative: headers, menus, footers, disclaimers. Patterns of lines, no formats."""

from __future__ import annotations

import re
from collections.abc import Sequence

# The narrative ends at the first of these lines that stands after it began.
_FOOTER = re.compile(
    r"^(?:.{0,60} tier ranking by year\b.*|this is not a unhcr publication\b.*|disclaimer\b.{0,400}"
    r"|copyright notice\b.*"
    r"|search refworld|all countries.*|comments|related (?:articles|content|pages|documents|links|topics)\b.{0,40}"
    r"|in this section\b.{0,60}|tags|share(?: this)?(?: page)?|back to top(?: \^)?|topics:?|email this page|print"
    r"|the office of website management\b.*|published by the u\.s\. department of state\b.*|white house|usa\.gov"
    r"|u\.s\. department of state|external links to other internet sites\b.*|footnotes?|endnotes?|stay connected.*"
    r"|relevant international conventions\b.*|a closing note\b.*|glossary of (?:acronyms|terms)\b.*|©.*"
    r"|powered by .*|leave a reply.*|skip to (?:main )?content|privacy policy"
    r"|you may (?:also )?(?:be interested|like)\b.*"
    r"|see also:?|more from\b.{0,60}|load more|(?:next|previous) (?:page|chapter|country)\b.{0,40})$",
    re.I,
)
_HEADER = re.compile(
    r"^(?:(?:publisher|author|publication date|cite as|other languages?(?: / attachments)?|document id|ecoi\.net"
    r"|annual report on|date of publication)\b.{0,300}|country [\w ,'’()-]{2,50}"
    r"|(?:country|title|source|comments|topics|symbol|reference|language|related documents?)\s*:.{0,300}"
    r"|office to monitor and combat trafficking in persons.{0,80}|report|share|u\.?s\.? department of state.{0,80}"
    r"|bureau of .{3,80}|under secretary .{3,80}|you are in:.*|diplomacy in action|printable banner|released by .*"
    r"|(?:an )?official website of the united states government.*|here.s how you know.*|home(?: ?[>»/].*)?|menu|search"
    r"|download .{0,60}|view .{0,40}pdf.*|last (?:updated|modified).*|posted (?:on|by) .*|trafficking in persons report"
    r"|(?:june|july|may|september) (?:\d{1,2}, )?\d{4}|\d{4} report|skip (?:links|to .*)|archived content.*"
    r"|you are viewing archived content.*|(?:twitter|facebook|linkedin|email|print|flickr|youtube|rss)(?: .{0,40})?"
    r"|the page below is an archived.*|for current information.*|page \d+(?: of \d+)?|\d{1,4}|country narratives.*)$",
    re.I,
)
_NOISE = re.compile(
    r"^(?:\[?(?:advertisement|image|photo|video)\b.{0,60}\]?|\d{1,4}|[•*|_=–—-]+|\^|top|back|next|previous)$", re.I
)
_PUBLISHERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("refworld", re.compile(r"\brefworld\b|not a unhcr publication", re.I)),
    ("ecoi.net", re.compile(r"\becoi\.net\b", re.I)),
    ("state.gov", re.compile(
        r"\bstate\.gov\b|published by the u\.s\. department of state|office of website management", re.I)),
    ("cia.gov", re.compile(r"\bcia\.gov\b", re.I)),
)  # fmt: skip
_BODY = 120


def without_boilerplate(blocks: Sequence[str]) -> list[str]:
    """The blocks of a narrative, without what its publisher put before and after it."""
    kept: list[str] = []
    begun = False
    for block in blocks:
        if len(block) <= 800:
            if _FOOTER.match(block):
                if begun:
                    break
                continue
            if _NOISE.match(block) or (not begun and _HEADER.match(block)):
                continue
        begun = begun or len(block) > _BODY
        kept.append(block)
    return kept


def publisher_of(texts: Sequence[str]) -> str | None:
    """Who published the file, from its lines, titles and addresses; None where it does not say."""
    for name, pattern in _PUBLISHERS:
        if any(pattern.search(text) for text in texts):
            return name
    return None
