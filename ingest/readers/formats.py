"""Which format a content has, from its first bytes; names are not looked at."""

from __future__ import annotations

import re
from typing import Literal

from ingest.readers.refusal import Refused

Format = Literal["text", "html", "pdf", "zip", "gzip", "tar"]

_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file; save it as text, HTML or PDF"),
    (b"{\\rtf", "a rich-text file; save it as text, HTML or PDF"),
    (b"Rar!", "a RAR archive; unpack it, or pack it as zip"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it, or pack it as zip"),
    (b"BZh", "a bzip2 file; unpack it, or pack it as zip"),
    (b"\xfd7zXZ", "an xz file; unpack it, or pack it as zip"),
    (b"\x28\xb5\x2f\xfd", "a zstandard file; unpack it, or pack it as zip"),
    (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"), (b"MZ\x90", "a program"), (b"PAR1", "a Parquet file"),
)  # fmt: skip
_TAG = re.compile(rb"<(?:!doctype\s+html|html|head|body|div|p|table|article|meta|title|h1)\b[^<>]{0,400}>", re.I)
_XML = re.compile(rb"^<\?xml[^>]{0,200}\?>\s*", re.I)


def sniff(content: bytes) -> Format:
    """The format of a content; anything without a known signature is taken for text.

    Raises `Refused` for known formats that hold no report in a form that is read.
    """
    head = content[: 1 << 16]
    for signature, what in _FOREIGN:
        if head.startswith(signature):
            raise Refused(f"not a text: {what}")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        if b"[Content_Types].xml" in head[:4096] or b"mimetypeapplication/" in head[:200]:
            raise Refused("not a text: an office document or e-book; save it as text, HTML or PDF")
        return "zip"
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if head[257:262] == b"ustar":
        return "tar"
    # A PDF may have some bytes before its signature.
    if b"%PDF-" in head[:1024]:
        return "pdf"
    return "html" if looks_like_html(head) else "text"


def looks_like_html(head: bytes) -> bool:
    """Does the content begin as a web page, or a part of one, does?"""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.replace(b"\x00", b"")[2:]
    start = _XML.sub(b"", head[:8192].lstrip(b"\xef\xbb\xbf \t\r\n"))
    if _TAG.match(start) or (start.startswith(b"<!--") and _TAG.search(start)):
        return True
    return b"<html" in start.lower() or len(_TAG.findall(start)) >= 4
