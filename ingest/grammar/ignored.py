"""Named rules that set a number aside: it is no fact of any table, and no residue either."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.document import Document, Sentence, SetAside
from ingest.grammar.rule import Rule

RULES: tuple[Rule, ...] = ()


def set_aside(document: Document, sentences: Sequence[Sentence], taken: set[int]) -> Iterator[SetAside]:
    """The numbers that no fact took and that a rule knows to be no fact; `taken` are offsets of facts' numbers."""
    yield from ()
