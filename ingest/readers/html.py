"""Saved web pages: recognised by their markup, and by what their title says they are."""

from __future__ import annotations

import re

from ingest.readers.refusal import Refused
from ingest.readers.text import decode
from ingest.readers.titles import Narrative, other_family

_TITLE = re.compile(r"<(title|h1)\b[^>]{0,500}>(.{0,500}?)</\1>", re.I | re.S)


def looks_like_html(content: bytes) -> bool:
    """Does the file begin as a web page does?"""
    head = content[:2048].lstrip().lower()
    return head.startswith((b"<!doctype html", b"<html", b"<head")) or b"<html" in head


def narratives(content: bytes, source_path: str) -> list[Narrative]:
    """The narratives of a saved page; raises `Refused` where it is another report family or not read yet."""
    page, _ = decode(content)
    titles = " | ".join(" ".join(match.group(2).split()) for match in _TITLE.finditer(page[:200_000]))
    if found := other_family(titles):
        raise Refused(f"another report family: {found!r} in the page's title {titles[:160]!r}")
    raise Refused("HTML pages are not read yet; save the report as text")
