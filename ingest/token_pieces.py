"""The raw pieces of a paragraph, and the ground that all readers of tokens stand on. No token's meaning."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import Any, NamedTuple

from ingest.document import Document, Token
from ingest.vocabulary.lexicon import NO_TAGS, WORDS
from ingest.vocabulary.words import BARE_PIECE

DASHES = frozenset("-–—‐‑")
# Longer pieces, and more of them, are no words that come again.
_LONGEST_KNOWN, _MOST_KNOWN = 64, 65_536


class Shape(NamedTuple):
    """All that a printed piece says by itself, wherever it stands: worked out once for each spelling.

    `plain` are the tags of a piece that is a token of its own whatever stands around it, unless `seconds` holds the
    piece after it: the second words of the phrases that this one begins. None: its neighbours must be asked.
    """

    kind: str
    low: str
    plain: frozenset[str] | None
    seconds: Container[str]


class Shapes(dict[str, Shape]):
    """Printed piece → its shape, made on demand by `make`: the same few thousand words make up all reports."""

    def __init__(self, make: Callable[[str], Shape]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, printed: str) -> Shape:
        made = self._make(printed)
        if len(printed) <= _LONGEST_KNOWN:
            if len(self) >= _MOST_KNOWN:
                self.clear()
            self[printed] = made
        return made


class Pieces:
    """The raw pieces of one paragraph, as parallel lists: cheaper to walk than objects."""

    __slots__ = ("ends", "kinds", "lows", "printed", "shapes", "size", "starts")

    def __init__(self, text: str, start: int, end: int, known: Shapes) -> None:
        printed = BARE_PIECE.findall(text, start, end)
        starts: list[int] = []
        ends: list[int] = []
        find, at = text.find, start
        for piece in printed:
            # Only space stands between pieces, and none begins with it: the next such text is this piece.
            begin = find(piece, at)
            at = begin + len(piece)
            starts.append(begin)
            ends.append(at)
        shapes = [known[piece] for piece in printed]
        self.size = len(printed)
        self.printed: list[str] = printed
        self.shapes = shapes
        self.starts = starts
        self.ends = ends
        self.kinds = [shape[0] for shape in shapes]
        self.lows = [shape[1] for shape in shapes]


class TokenGround:
    """The pieces of one paragraph, and the tokens made of them so far."""

    def __init__(self, document: Document, pieces: Pieces) -> None:
        self.edition = document.edition_year
        self.country = document.country_code
        self.text = document.text
        self.pieces = pieces
        self.out: list[Token] = []

    def _emit(self, kind: str, first: int, stop: int, tags: frozenset[str], value: Any = None) -> int:
        pieces = self.pieces
        low = pieces.lows[first] if stop - first == 1 else " ".join(pieces.lows[first:stop])
        self.out.append(Token(kind, low, pieces.starts[first], pieces.ends[stop - 1], tags, value))
        return stop

    def _word(self, index: int) -> int:
        return self._emit("word", index, index + 1, NO_TAGS)

    def _is_year(self, index: int) -> bool:
        word = self.pieces.lows[index]
        digits = self.pieces.kinds[index] == "digits" and len(word) == 4 and word.isdecimal()
        return digits and 1900 <= int(word) <= 2099

    def _counts_next(self, stop: int) -> bool:
        """A countable noun in the plural follows within two words ("2000 trafficking victims")."""
        following = self.pieces.lows[stop : stop + 3]
        return any("counts" in WORDS.get(word, NO_TAGS) and _is_plural(word) for word in following) and not any(
            {"law", "plan"} & WORDS.get(word, NO_TAGS) for word in self.pieces.lows[stop : stop + 4]
        )


def _is_plural(word: str) -> bool:
    return word.endswith("s") or word in ("men", "women", "children", "people")
