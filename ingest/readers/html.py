"""Web pages: markup into blocks, without menus, scripts and footnotes. Knows layouts by what they share, not by site.

Runs in the worker process.
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from ingest.readers.paragraphs import clean, is_heading, join
from ingest.readers.refusal import Refused
from ingest.readers.sections import heading_section, is_tier_line
from ingest.readers.titles import Page

_DROPPED = ("script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "select", "svg",
            "iframe", "object", "video", "audio", "figure", "dialog", "map", "textarea")  # fmt: skip
_DROPPED_CLASSES = (
    "[role=navigation], [role=banner], [role=contentinfo], [aria-hidden=true], [hidden], .footnotes, .footnote,"
    " .endnotes, .breadcrumb, .breadcrumbs, .share, .social, .sidebar, .site-header, .skip-link, .screen-reader-text,"
    " .usa-banner, sup a, sup.footnote, sup.reference, #footer,"
    " #header, #nav, #navigation, #menu, #sidebar, #breadcrumb, #search"
)
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
    "tt", "u", "var", "wbr",
))  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# Where templates keep the text itself; the first that holds enough of the page is taken.
_CONTAINERS = (
    ".entry-content", "#tier3-landing-content-wide", "#tier3-landing-content", "#centerblock", "#body-row02-col02",
    ".document-content", "#document-content", ".report-content", "article", "main", "[role=main]", "#content", "#main",
)  # fmt: skip
_BREAKS = re.compile(r"\n[ \t\xa0]*\n\s*")
_NESTING = re.compile(
    rb"<(/?)(?:div|span|table|tr|td|ul|ol|font|b|i|em|strong|center|section|blockquote|a|big|small|u)\b", re.I
)
_DEEPEST = 3_000
_ENOUGH = 0.5
_DEEPEST_INLINE = 64
# A cell with at most so many characters is the label of the next.
_LABEL = 40


def page(content: bytes) -> Page:
    """The blocks of a page that is encoded as UTF-8, in reading order."""
    _check_depth(content)
    try:
        tree = LexborHTMLParser(content)
    except SelectolaxError as error:
        # Any bytes are HTML to this parser: it fails only where it gets no more memory.
        raise MemoryError from error
    titles = _titles(tree)
    addresses = tuple(
        address for node in tree.css('link[rel="canonical"], meta[property="og:url"]')[:4]
        if (address := (node.attributes.get("href") or node.attributes.get("content")))
    )  # fmt: skip
    if saved := re.search(rb"<!-- saved from url=\(\d+\)(\S{5,300})", content[:4096]):
        addresses += (saved[1].decode("utf-8", "replace"),)
    tree.strip_tags(list(_DROPPED), recursive=True)
    for node in tree.css(_DROPPED_CLASSES):
        # A page may be marked as hidden until its script has run; never drop what holds most of the text.
        if node.tag not in ("html", "body", "main", "article"):
            node.decompose()
    body = tree.body
    if body is None:
        return Page((), titles, addresses)
    blocks, headings = _blocks(_container(tree, body))
    return Page(tuple(blocks), titles, addresses, frozenset(headings))


def _check_depth(content: bytes) -> None:
    """Raise `Refused` for a page of hostile depth, over which the parser's selectors would take minutes."""
    depth = deepest = 0
    for match in _NESTING.finditer(content):
        depth = max(depth - 1, 0) if match[1] else depth + 1
        deepest = max(deepest, depth)
    if deepest > _DEEPEST:
        raise Refused(f"a page with {deepest:,} tags inside one another, more than a page has ({_DEEPEST:,})")


def _titles(tree: LexborHTMLParser) -> tuple[str, ...]:
    """What the page names as its title: its first headings, its title element, what it tells other sites."""
    found: list[str] = []
    for node in [*tree.css("h1")[:3], *tree.css("title")[:1], *tree.css("h2")[:2]]:
        found.append(node.text(deep=True, separator=" ")[:1000])
    for node in tree.css('meta[property="og:title"], meta[name="DC.Title"], meta[name="title"]')[:3]:
        found.append((node.attributes.get("content") or "")[:1000])
    cleaned = (clean(" ".join(line.split())) for line in found)
    return tuple(dict.fromkeys(line for line in cleaned if line))


def _container(tree: LexborHTMLParser, body: LexborNode) -> LexborNode:
    whole = _prose(body)
    for selector in _CONTAINERS:
        for node in tree.css(selector)[:3]:
            if _prose(node) >= max(_ENOUGH * whole, 200):
                return node
    return body


def _prose(node: LexborNode) -> int:
    """Characters of long lines under a node."""
    text = node.text(deep=True, separator=" ")
    return len(text)


def _blocks(root: LexborNode) -> tuple[list[str], list[int]]:
    """(blocks, which of them are headings) under a node."""
    blocks: list[str] = []
    headings: list[int] = []
    gathered: list[str] = []
    linked = 0
    owner: tuple[int, str, int] = (0, "", 0)
    last_row = 0

    def flush() -> None:
        nonlocal linked, last_row
        text = "".join(gathered)
        gathered.clear()
        row = owner[2]
        mostly_link, linked = linked > 0.7 * max(len(text.strip()), 1), 0
        for part in _BREAKS.split(text):
            for block in _lines(part):
                if mostly_link and len(block) < 100 and not (heading_section(block) or is_tier_line(block)):
                    continue
                if owner[1] in _HEADINGS:
                    headings.append(len(blocks))
                if row == last_row and row and blocks and len(blocks[-1]) <= _LABEL and not is_heading(block):
                    blocks[-1] += f" {block}"  # a cell with its label
                    continue
                blocks.append(f"• {block}" if owner[1] == "li" and block[:1] not in "•*-" else block)
        if text.strip():
            last_row = row

    for node in root.traverse(include_text=True):
        if node.tag == "-text":
            text = node.text_content or ""
            holder, in_link = _holder(node)
            if holder != owner:
                flush()
                owner = holder
            text = re.sub(r"[\s\xa0]+", " ", text)
            gathered.append(text)
            linked += len(text) if in_link else 0
        elif node.tag == "br":
            gathered.append("\n")
    flush()
    return blocks, headings


def _holder(node: LexborNode) -> tuple[tuple[int, str, int], bool]:
    """((identity, tag, table row) of the nearest block around a text, whether a link holds the text)."""
    in_link = False
    parent = node.parent
    for _ in range(_DEEPEST_INLINE):
        if parent is None or parent.tag not in _INLINE:
            break
        in_link = in_link or (parent.tag == "a" and "href" in parent.attributes)
        parent = parent.parent
    if parent is None:
        return (0, "", 0), in_link
    row = parent.parent.mem_id if parent.tag in ("td", "th") and parent.parent is not None else 0
    return (parent.mem_id, parent.tag or "", row), in_link


def _lines(part: str) -> list[str]:
    """Paragraphs of a part between blank lines: single breaks join, but after headings they part."""
    found: list[str] = []
    current: list[str] = []
    for line in (" ".join(line.split()) for line in part.split("\n")):
        if not line:
            continue
        if is_heading(line):
            if current:
                found.append(join(current))
                current = []
            found.append(line)
        else:
            current.append(line)
    if current:
        found.append(join(current))
    return [clean(line) for line in found]
