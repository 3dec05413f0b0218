"""The rules of fact_victims, each with the examples that prove it. Data only; the machine is `victims`."""

from __future__ import annotations

from ingest.grammar.rule import Rule

RULES: tuple[Rule, ...] = ()
