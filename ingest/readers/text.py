"""Plain text: decoding, and lines into a page's blocks."""

from __future__ import annotations

import codecs
import unicodedata

from ingest.readers.paragraphs import clean, join_lines
from ingest.readers.refusal import Refused
from ingest.readers.titles import Page, read_title

_BINARY = "binary content, not text"
# Quotes, dashes and the like: where nothing else is beyond ASCII, no character was decoded wrongly.
HARMLESS = frozenset("‘’“”–—…•\u00a0")
# What counts as too much of it in a text's first part.
_NULS = 0.05
_PRINTABLE = 0.9


def decode(content: bytes) -> tuple[str, bool]:
    """The text of a file, in NFC with Unix line ends, and whether its characters had to be repaired.

    Knows UTF-8, UTF-16 and UTF-32, each with and without a byte-order mark, and cp1252 (of which Latin-1 is a
    part). Text that was once decoded wrongly (mojibake) is repaired. Raises `Refused` for binary content.
    """
    text, repaired = _decode(content)
    text = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    if not text.isascii():
        if not {character for character in set(text) if character > "\x7f"} <= HARMLESS:
            import ftfy  # only needed where a text has more than that

            if ftfy.badness.is_bad(text):
                fixed = ftfy.fix_encoding(text)
                text, repaired = fixed, repaired or fixed != text
        text = clean(text)
    head = text[:4096]
    solid = "".join(head.split())
    if not solid.isprintable() and sum(map(str.isprintable, solid)) < _PRINTABLE * len(solid):
        raise Refused(_BINARY)
    return unicodedata.normalize("NFC", text), repaired


def _decode(content: bytes) -> tuple[str, bool]:
    for mark, encoding in (
        (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
    ):  # fmt: skip
        if content.startswith(mark):
            return _strictly(content, encoding), False
    head = content[:4096]
    if nuls := head.count(0):
        # Text in the Latin script has a NUL in every second byte of UTF-16.
        for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
            if head[start::2].count(0) > 0.6 * (len(head) // 2) and head[1 - start :: 2].count(0) < 0.05 * len(head):
                return _strictly(content[: len(content) // 2 * 2], encoding), False
        if nuls > _NULS * len(head):
            raise Refused(_BINARY)
    try:
        return content.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        import ftfy.bad_codecs  # noqa: F401 - brings the codec that also maps the bytes which cp1252 leaves out

        return content.decode("sloppy-windows-1252"), False


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused(f"not readable as {encoding.upper()} text: {error.reason} at byte {error.start}") from None


def page(text: str) -> Page:
    """The blocks of a decoded text: its title line, if it has one near the top, and its paragraphs."""
    lines = [line.strip() for line in text.split("\n")]
    after = 0
    for number, line in [(number, line) for number, line in enumerate(lines) if line][:12]:
        try:
            if len(line) <= 320 and read_title(line):
                after = number + 1
                break
        except Refused:
            after = number + 1
    head = [line for line in lines[:after] if line]
    return Page((*head, *join_lines(lines[after:])))
