"""Vocabulary: what single words and phrases mean, whatever table they serve. Sentences are the grammar's work."""

from __future__ import annotations

from pathlib import Path

# Tables of the vocabulary; asked for here, since a compiled module does not know where it lies.
DATA = Path(__file__).parent / "data"
