"""The pieces that a text is cut into: one cut, whether it tells their kinds or not."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.token_pieces import Pieces
from ingest.tokens import _SHAPES
from ingest.vocabulary.words import PIECE, SPACED_PIECE, kind_of

# Single characters, and wholes that the cut must keep together or take apart.
_CHARACTERS = "Aabsz.,;'’‘-–()$€%²Éß_ \t\n0123456789"
_WHOLES = (
    "U.S.|U.A.E.'s|No.|St.|vs.|Arts.|year-old|12-year-old|1st|22nd|17 years old|1,200.5|women’s|victims’"
    "|anti-trafficking|3rdly|ﬁ|of the|years-old|old|16 |years |No. 5|5No. |St. |Mr.  |a b"
)
_PARTS = st.sampled_from([*_CHARACTERS, *_WHOLES.split("|")])
_TEXTS = st.lists(_PARTS, max_size=30).map("".join)


@settings(max_examples=300, deadline=None)
@given(_TEXTS)
def test_the_bare_cut_is_the_cut_that_tells_kinds(text: str) -> None:
    matches = list(PIECE.finditer(text))
    assert [piece.rstrip() for piece in SPACED_PIECE.findall(text)] == [match[0] for match in matches]
    assert [kind_of(match[0]) for match in matches] == [match.lastgroup for match in matches]


@settings(max_examples=300, deadline=None)
@given(_TEXTS)
def test_each_piece_keeps_its_place(text: str) -> None:
    pieces = Pieces(text, 0, len(text), _SHAPES)
    matches = list(PIECE.finditer(text))
    assert [*zip(pieces.starts, pieces.ends, strict=True)] == [match.span() for match in matches]
    assert [shape.kind for shape in pieces.shapes] == [match.lastgroup for match in matches]
