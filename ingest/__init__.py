"""Bytes in, typed rows out: landing, inventory, readers, vocabulary, grammar, the schema and the lake."""

from __future__ import annotations

from ingest import compiled

compiled.use()
