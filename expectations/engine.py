"""The one place that runs Great Expectations. Importing it imports GX (8 to 15 seconds cold): do so when a gate runs.

A suite runs for yes or no first; only the expectations that failed are run again for the rows that break them.
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
from great_expectations import expectations as gxe
from great_expectations.data_context.types.base import ProgressBarsConfig
from great_expectations.expectations.row_conditions import Column as RowColumn

from expectations.report import ExpectationOutcome, Level, Severity

__all__ = ["Engine", "Finding", "RowColumn", "gx", "gxe", "said"]

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


def said(
    kind: type[Any], words: str, *, level: Level = "table", severity: Severity = "error", why: str = "", **settings: Any
) -> gxe.Expectation:
    """A GX expectation of class `kind` that says in `words` what is expected and in `why` what a breach means.

    Words are unique in a suite. `settings` go to GX as they are.
    """
    return kind(
        description=words,
        severity="critical" if severity == "error" else "warning",
        meta={"level": level, "why": why},
        **settings,
    )


class Engine:
    """A GX context that lives in memory only, with nothing written, shown or sent."""

    def __init__(self) -> None:
        self._context = gx.get_context(mode="ephemeral")
        self._context.variables.progress_bars = ProgressBarsConfig(globally=False, metric_calculations=False)
        self._source = self._context.data_sources.add_pandas("frames")

    def run(self, suite: gx.ExpectationSuite, frame: pd.DataFrame) -> list[Finding]:
        """What `suite` finds in `frame`, in the order of its expectations. Rows are labels of the frame's index."""
        asset = self._source.add_dataframe_asset(suite.name)
        batch = asset.add_batch_definition_whole_dataframe("whole").get_batch(batch_parameters={"dataframe": frame})
        order = {expectation.description: place for place, expectation in enumerate(suite.expectations)}
        quick = batch.validate(suite, result_format="BOOLEAN_ONLY").results
        broken = [result.expectation_config.description for result in quick if not result.success]
        details = {}
        if broken:
            again = [expectation for expectation in suite.expectations if expectation.description in broken]
            second = gx.ExpectationSuite(name=f"{suite.name} in detail", expectations=_copies(again))
            found = batch.validate(second, result_format={"result_format": "COMPLETE"}).results
            details = {result.expectation_config.description: result for result in found}
        self._source.delete_asset(suite.name)
        results = [details.get(result.expectation_config.description, result) for result in quick]
        results.sort(key=lambda result: order[result.expectation_config.description])
        return [_finding(suite.name, result, frame) for result in results]


def _copies(expectations: Sequence[gxe.Expectation]) -> list[gxe.Expectation]:
    return [expectation.copy(deep=True) for expectation in expectations]


def _finding(suite: str, result: Any, frame: pd.DataFrame) -> Finding:
    config = result.expectation_config
    settings = dict(config.kwargs)
    columns = tuple(settings.get("column_list") or [settings[n] for n in _COLUMN_SETTINGS if n in settings])
    details: dict[str, Any] = dict(result.result or {})
    rows = tuple(details.get("unexpected_index_list") or ())
    observed = None
    if not result.success:
        observed = _observed(result, details)
    return Finding(
        ExpectationOutcome(
            suite=suite,
            expectation=str(config.description),
            column=", ".join(columns) or None,
            severity="error" if str(config.severity.value) == "critical" else "warn",
            success=bool(result.success),
            observed=observed,
            unexpected_count=int(details.get("unexpected_count") or len(rows)),
            examples=tuple(example(frame, row, columns) for row in rows[:EXAMPLES]),
            level=config.meta["level"],
            kind=str(config.type),
        ),
        rows,
        columns,
        str(config.meta["why"]),
    )


_COLUMN_SETTINGS = ("column", "column_A", "column_B")


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
    """The values of `columns` in one row, as in "value 10000000, quote “convicted ten million”"."""
    shown = [f"{column} {shown_value(frame.at[row, column])}" for column in columns]
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
