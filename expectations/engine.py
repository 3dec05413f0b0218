"""The one place that runs Great Expectations. Importing it imports GX (8 to 15 seconds cold): do so when a gate runs.

A suite runs for yes or no first, its row-wise expectations as one (see `screen.py`); only where that says no do they
run one by one, for the rows that break them.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

os.environ["GX_ANALYTICS_ENABLED"] = "false"

import great_expectations as gx
import pandas as pd
from great_expectations.core.expectation_suite import ExpectationSuite
from great_expectations.data_context.types.base import (
    DataContextConfig,
    InMemoryStoreBackendDefaults,
    ProgressBarsConfig,
)
from great_expectations.expectations.expectation import Expectation
from great_expectations.expectations.metadata_types import FailureSeverity
from great_expectations.expectations.row_conditions import Column as RowColumn

from expectations.report import ExpectationOutcome, Level, Severity
from expectations.screen import SCREENED, passes

__all__ = ["Engine", "Expectation", "ExpectationSuite", "Finding", "RowColumn", "gxe", "said"]

# All of GX's expectations by their class names, which GX does not export in a way that type checkers follow.
gxe: Any = gx.expectations

# Examples that an outcome keeps; the rows themselves are all in the finding.
EXAMPLES = 5
_LONGEST_EXAMPLE = 160
# GX logs each failing metric; the outcome says it better.
logging.getLogger("great_expectations").setLevel(logging.ERROR)


@dataclass(frozen=True, slots=True)
class Finding:
    """An outcome, the labels of the frame's rows that break it, and why that matters.

    `rows` is empty for what concerns no single row. `columns` are the columns that the expectation reads.
    """

    outcome: ExpectationOutcome
    rows: tuple[int, ...]
    columns: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Page:
    """What one suite said of one frame of so many `rows`: a page of the Data Docs (see `docs.py`)."""

    suite: str
    rows: int
    expectations: tuple[Any, ...]
    findings: tuple[Finding, ...]


def said(
    kind: type[Any], words: str, *, level: Level = "table", severity: Severity = "error", why: str = "", **settings: Any
) -> Expectation:
    """A GX expectation of class `kind` that says in `words` what is expected and in `why` what a breach means.

    Words are unique in a suite. `settings` go to GX as they are.
    """
    expectation: Expectation = kind(
        description=words,
        severity="critical" if severity == "error" else "warning",
        meta={"level": level, "why": why},
        **settings,
    )
    return expectation


class Engine:
    """A GX context that lives in memory only, with nothing written, shown or sent."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        config = DataContextConfig(
            store_backend_defaults=InMemoryStoreBackendDefaults(),
            progress_bars=ProgressBarsConfig(globally=False, metric_calculations=False),
            analytics_enabled=False,
        )
        self._context = gx.get_context(mode="ephemeral", project_config=config)
        # One asset for all frames: GX writes its whole configuration anew for each asset that it adds.
        asset = self._context.data_sources.add_pandas("frames").add_dataframe_asset("frame")
        self._frames = asset.add_batch_definition_whole_dataframe("whole")

    def run(self, suite: ExpectationSuite, frame: pd.DataFrame) -> list[Finding]:
        """What `suite` finds in `frame`, in the order of its expectations. Rows are labels of the frame's index."""
        screened, rest = _split(suite)
        # GX hashes every frame that it is given: the first pass gets the columns that it reads, no others.
        narrow = frame[[name for name in frame.columns if name in {c for one in rest for c in _columns(one)}]]
        verdict, suspects = _screen(screened, frame)
        narrow = narrow.assign(**{_SCREEN: verdict})
        quick = self._validate([*rest, _screen_expectation()], narrow, "BOOLEAN_ONLY")
        passed_screen = quick.pop(_SCREEN).success
        broken = [one for one in rest if not quick[str(one.description)].success]
        results = quick | self._validate([*broken, *suspects], frame, "COMPLETE")
        findings = [
            _finding(suite.name, one, results.get(str(one.description)), frame) for one in suite.expectations
        ]  # fmt: skip
        if not passed_screen and all(finding.outcome.success for finding in findings):
            raise RuntimeError(f"the screen and GX disagree about {suite.name}; see expectations/screen.py")
        self.pages.append(Page(suite.name, len(frame), tuple(suite.expectations), tuple(findings)))
        return findings

    def _validate(self, expectations: Sequence[Any], frame: pd.DataFrame, result_format: str) -> dict[str, Any]:
        """GX's results by what the expectation says."""
        if not expectations:
            return {}
        # A suite takes hold of its expectations: it is given copies, so that one may stand in two suites.
        suite = ExpectationSuite(name="suite", expectations=[one.copy(deep=True) for one in expectations])
        batch = self._frames.get_batch(batch_parameters={"dataframe": frame})
        results: list[Any] = batch.validate(suite, result_format={"result_format": result_format}).results
        return {result.expectation_config.description: result for result in results}


_SCREEN = "passes the screen"


def _screen_expectation() -> Any:
    return said(gxe.ExpectColumnValuesToBeInSet, _SCREEN, column=_SCREEN, value_set=[True])


def _split(suite: ExpectationSuite) -> tuple[list[Any], list[Any]]:
    screened = [one for one in suite.expectations if one.expectation_type in SCREENED]
    return screened, [one for one in suite.expectations if one.expectation_type not in SCREENED]


def _screen(expectations: Sequence[Any], frame: pd.DataFrame) -> tuple[pd.Series, list[Any]]:
    """Whether each row keeps all of the expectations, and the expectations that some row does not keep."""
    verdict = pd.Series(True, index=frame.index)
    suspects = []
    for expectation in expectations:
        try:
            kept = passes(expectation, frame)
        except (KeyError, TypeError):
            # GX cannot judge it either; let it say so.
            kept = pd.Series(False, index=frame.index)
            suspects.append(expectation)
        else:
            if not kept.all():
                suspects.append(expectation)
        verdict &= kept
    return verdict, suspects


def _finding(suite: str, expectation: Any, result: Any, frame: pd.DataFrame) -> Finding:
    """The finding of one expectation; `result` is None where every row passed the screen."""
    columns = _columns(expectation)
    success = result is None or bool(result.success)
    details: dict[str, Any] = {} if result is None else dict(result.result or {})
    rows = tuple(details.get("unexpected_index_list") or ())
    outcome = ExpectationOutcome(
        suite=suite,
        expectation=str(expectation.description),
        column=", ".join(columns) or None,
        severity="error" if expectation.severity == FailureSeverity.CRITICAL else "warn",
        success=success,
        observed=_kept(expectation, frame) if success else _observed(result, details),
        unexpected_count=int(details.get("unexpected_count") or len(rows)),
        examples=tuple(example(frame, row, columns) for row in rows[:EXAMPLES]),
        level=expectation.meta["level"],
        kind=expectation.expectation_type,
    )
    return Finding(outcome, rows, columns, str(expectation.meta["why"]))


def _columns(expectation: Any) -> tuple[str, ...]:
    named = [getattr(expectation, name) for name in ("column", "column_A", "column_B") if hasattr(expectation, name)]
    return tuple(named or getattr(expectation, "column_list", []))


def _kept(expectation: Any, frame: pd.DataFrame) -> str:
    if expectation.expectation_type == "expect_table_row_count_to_be_between":
        return f"{len(frame):,} rows"
    return f"0 of {len(frame)} rows break it"


def _observed(result: Any, details: dict[str, Any]) -> str:
    if "unexpected_count" in details:
        return f"{details['unexpected_count']} of {details['element_count']} rows break it"
    if "observed_value" in details:
        return str(details["observed_value"])
    # An expectation that could not be judged is broken: GX reports the exception of each metric.
    messages = [str(one.get("exception_message")) for one in _exceptions(result.exception_info)]
    return f"it could not be judged: {'; '.join(sorted(set(messages))) or 'GX gives no reason'}"


def _exceptions(info: Any) -> list[dict[str, Any]]:
    if not isinstance(info, dict):
        return []
    if "raised_exception" in info:
        return [info] if info["raised_exception"] else []
    return [one for one in info.values() if isinstance(one, dict) and one.get("raised_exception")]


def example(frame: pd.DataFrame, row: int, columns: Sequence[str]) -> str:
    """The values of `columns` in one row, as in "value 10000000, quote “convicted ten million”".

    Before them stand those of the columns that the frame names as its labels (`frame.attrs["labels"]`).
    """
    named = [label for label in frame.attrs.get("labels", ()) if label not in columns]
    shown = [f"{column} {shown_value(frame.at[row, column])}" for column in (*named, *columns)]
    if "quote" in frame.columns and "quote" not in columns:
        shown.append(f"quote {shown_value(frame.at[row, 'quote'])}")
    return ", ".join(shown)


def shown_value(value: object) -> str:
    """A value as a person writes it: whole numbers without a point, text in quotes and cut, NULL for missing."""
    if value is None or (not isinstance(value, (str, list, tuple)) and pd.isna(value)):  # type: ignore[call-overload]
        return "NULL"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, str):
        cut = value if len(value) <= _LONGEST_EXAMPLE else f"{value[:_LONGEST_EXAMPLE]}…"
        return f"“{cut}”"
    return str(value)
