"""Bytes in, typed rows out: landing, inventory, readers, vocabulary, grammar, the schema and the lake."""

from ingest import compiled

compiled.use()
