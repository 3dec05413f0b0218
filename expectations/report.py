"""What a gate says: outcomes, documents to set aside, and a verdict in sentences. Imports neither GX nor pandas."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal

Severity = Literal["error", "warn"]
Level = Literal["table", "document"]


@dataclass(frozen=True, slots=True)
class ExpectationOutcome:
    """One expectation on one table.

    `expectation` says it in words and `kind` is GX's name for it; `observed` is what was found in short;
    `unexpected_count` counts the rows that break it and `examples` shows at most five of them. A broken
    expectation of level `document` sets documents aside, one of level `table` with severity `error`
    refuses the run.
    """

    suite: str
    expectation: str
    column: str | None
    severity: Severity
    success: bool
    observed: str | None = None
    unexpected_count: int = 0
    examples: tuple[str, ...] = ()
    level: Level = "table"
    kind: str = ""


@dataclass(frozen=True, slots=True)
class DocumentFailure:
    """A document that fails, and why; `reason` says what, where, why and what to do next.

    It goes into quarantine, but where the gate refuses the run as a whole.
    """

    document_id: str
    sha256: str
    report_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class GateReport:
    """The verdict of one gate. `reasons` says why it refuses (empty where it does not); `seconds` is wall time.

    `pages` are what `expectations.docs` makes Data Docs of, and no part of the plain values.
    """

    name: str
    outcomes: list[ExpectationOutcome]
    documents: list[DocumentFailure]
    documents_checked: int
    refused: bool
    reasons: list[str]
    seconds: float
    warnings: list[str] = field(default_factory=list)
    pages: tuple[Any, ...] = field(default=(), repr=False, compare=False)

    @property
    def failures(self) -> list[ExpectationOutcome]:
        """The outcomes that are not as expected, warnings included."""
        return [outcome for outcome in self.outcomes if not outcome.success]

    def to_dict(self) -> dict[str, Any]:
        """The report as plain values, fit for JSON."""
        plain = asdict(replace(self, pages=()))
        del plain["pages"]
        return plain
