"""The raw pieces of a paragraph, and the ground that all readers of tokens stand on. No token's meaning."""

from __future__ import annotations

from collections.abc import Callable, Container
from itertools import chain
from typing import Any, TypeVar

from ingest.document import Document, Token
from ingest.vocabulary.lexicon import NO_TAGS, WORDS
from ingest.vocabulary.words import DEPENDENT, SPACED_PIECE

DASHES = frozenset("-–—‐‑")
# Longer pieces, and more of them, are no words that come again.
_LONGEST_KNOWN, _MOST_KNOWN = 64, 65_536


class Shape:
    """All that a printed piece says by itself, wherever it stands: worked out once for each spelling.

    `printed` is the piece without the space after it, `length` counts its characters, and `advance` those up to the
    next piece. A number before it is nothing but a number where it `ends_number`. `token_kind` is the kind of the
    token that it makes by itself. `plain` are the tags of a piece that is a token of its own whatever stands around
    it, unless `seconds` holds the piece after it: the second words of the phrases that this one begins. None: its
    neighbours must be asked.
    """

    __slots__ = ("advance", "ends_number", "kind", "length", "low", "plain", "printed", "seconds", "token_kind")

    def __init__(
        self, kind: str, low: str, plain: frozenset[str] | None, seconds: Container[str], token_kind: str, printed: str,
        ends_number: bool,
    ) -> None:  # fmt: skip
        self.kind = kind
        self.low = low
        self.plain = plain
        self.seconds = seconds
        self.token_kind = token_kind
        self.printed = printed
        self.length = self.advance = len(printed)
        self.ends_number = ends_number


class Shapes(dict[str, Shape]):
    """Printed piece, with the space after it or without → its shape, made on demand by `make`.

    The same few thousand words make up all reports. `chunks` has the shapes of all pieces between two spaces.
    """

    def __init__(self, make: Callable[[str], Shape]) -> None:
        super().__init__()
        self._make = make
        self.chunks = _Chunks(self)

    def __missing__(self, printed: str) -> Shape:
        made = self._make(printed.rstrip())
        made.advance = len(printed)
        _keep(self, printed, made)
        return made


class _Chunks(dict[str, tuple[Shape, ...]]):
    """What stands between two spaces → the shapes of its pieces; nine in ten are one word, or a word and a mark.

    Raises `_Unusual` for a chunk whose pieces depend on its neighbours, or where more than one space stands.
    """

    def __init__(self, shapes: Shapes) -> None:
        super().__init__()
        self._shapes = shapes

    def __missing__(self, chunk: str) -> tuple[Shape, ...]:
        if chunk.split() != [chunk] or DEPENDENT.search(chunk):
            raise _Unusual
        # The space after the last piece belongs to it.
        made = tuple([self._shapes[piece] for piece in SPACED_PIECE.findall(chunk + " ")])
        _keep(self, chunk, made)
        return made


class _Unusual(Exception):  # noqa: N818 - asks for the other way, and is no error
    """The pieces of this text cannot be told chunk by chunk."""


_Value = TypeVar("_Value")


def _keep(known: dict[str, _Value], key: str, value: _Value) -> None:
    if len(key) <= _LONGEST_KNOWN:
        if len(known) >= _MOST_KNOWN:
            known.clear()
        known[key] = value


class Pieces:
    """The raw pieces of one paragraph, as parallel lists: cheaper to walk than objects."""

    __slots__ = ("ends", "lows", "shapes", "size", "starts")

    def __init__(self, text: str, start: int, end: int, known: Shapes) -> None:
        begin = start
        shapes: list[Shape]
        try:
            shapes = [*chain.from_iterable(map(known.chunks.__getitem__, text[start:end].split(" ")))]
        except _Unusual:
            spaced: list[str] = SPACED_PIECE.findall(text, start, end)
            shapes = [known[piece] for piece in spaced]
            # Only space stands between pieces, and each has that after it.
            begin = text.find(spaced[0], start) if spaced else end
        # Lists of their own for what is asked of any piece, and of nothing else: to fetch it from the shapes, which lie
        # all over the memory, costs as much as to use it.
        self.shapes = shapes
        self.size = len(shapes)
        self.lows: list[str] = [shape.low for shape in shapes]
        starts: list[int] = []
        ends: list[int] = []
        for shape in shapes:
            starts.append(begin)
            ends.append(begin + shape.length)
            begin += shape.advance
        self.starts = starts
        self.ends = ends

    def printed(self, index: int) -> str:
        """The piece at `index` as it is printed, "" beyond the last."""
        return self.shapes[index].printed if index < self.size else ""


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
        digits = self.pieces.shapes[index].kind == "digits" and len(word) == 4 and word.isdecimal()
        return digits and 1900 <= int(word) <= 2099

    def _counts_next(self, stop: int) -> bool:
        """A countable noun in the plural follows within two words ("2000 trafficking victims")."""
        lows, get = self.pieces.lows, WORDS.get
        for word in lows[stop : stop + 3]:
            if "counts" in get(word, NO_TAGS) and _is_plural(word):
                return all(_NAMING.isdisjoint(get(other, NO_TAGS)) for other in lows[stop : stop + 4])
        return False


_NAMING = frozenset({"law", "plan"})


def _is_plural(word: str) -> bool:
    return word.endswith("s") or word in ("men", "women", "children", "people")
