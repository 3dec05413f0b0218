"""The screen: which rows of a frame keep the row-wise expectations of a suite, asked all at once.

GX spends about 8 ms on each expectation, however few the rows: some 300 of them would cost more than all the rest
of a run. So the engine first has GX judge one column, whether a row passes the screen, and has it judge the
expectations one by one where a row does not. The tests hold the screen to GX's own verdicts, missing values included.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

SCREENED = frozenset({
    "expect_column_values_to_be_in_set",
    "expect_column_values_to_be_between",
    "expect_column_values_to_be_null",
    "expect_column_value_lengths_to_be_between",
    "expect_column_pair_values_to_be_equal",
    "expect_column_pair_values_a_to_be_greater_than_b",
})  # fmt: skip


def passes(expectation: Any, frame: pd.DataFrame) -> pd.Series:
    """Whether each row of `frame` keeps a GX expectation of one of the `SCREENED` types.

    Raises `KeyError` where the frame lacks a column, as GX then cannot judge it either.
    """
    verdict: pd.Series = _pair(expectation, frame) if hasattr(expectation, "column_A") else _single(expectation, frame)
    condition = expectation.row_condition
    if condition is not None:
        listed = frame[condition.column.name].isin(list(condition.parameter))
        selected = listed if condition.operator == "IN" else ~listed
        verdict |= ~selected
    return verdict


def _single(expectation: Any, frame: pd.DataFrame) -> pd.Series:
    values: pd.Series = frame[expectation.column]
    missing: pd.Series = values.isna()
    kind = expectation.expectation_type
    if kind == "expect_column_values_to_be_null":
        return missing
    if kind == "expect_column_values_to_be_in_set":
        missing |= values.isin(expectation.value_set)
        return missing
    if kind == "expect_column_value_lengths_to_be_between":
        values = values.astype(object).map(len, na_action="ignore")
    verdict = pd.Series(True, index=frame.index)
    if expectation.min_value is not None:
        verdict &= values >= expectation.min_value
    if expectation.max_value is not None:
        verdict &= values <= expectation.max_value
    verdict |= missing
    return verdict


def _pair(expectation: Any, frame: pd.DataFrame) -> pd.Series:
    left: pd.Series = frame[expectation.column_A]
    right: pd.Series = frame[expectation.column_B]
    verdict: pd.Series
    if expectation.expectation_type == "expect_column_pair_values_to_be_equal":
        verdict = left == right
    elif expectation.or_equal:
        verdict = left >= right
    else:
        verdict = left > right
    verdict = verdict.fillna(False).astype(bool)
    if expectation.ignore_row_if == "both_values_are_missing":
        verdict |= left.isna() & right.isna()
    elif expectation.ignore_row_if == "either_value_is_missing":
        verdict |= left.isna() | right.isna()
    return verdict
