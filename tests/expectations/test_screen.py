"""The screen says what GX says, row by row."""

from __future__ import annotations

from itertools import product
from typing import Any

import pandas as pd
import pytest

from expectations.engine import Engine, Expectation, ExpectationSuite, RowColumn, gxe, said
from expectations.screen import SCREENED, passes

NUMBERS = (None, -1.0, 0.0, 4.0, 9.0, 10.0)
WORDS = (None, "", "a", "b", "abcd")
# Every combination of values that the expectations below tell apart.
EVERY_ROW = list(product(NUMBERS, NUMBERS, WORDS, WORDS, (None, True, False)))


def pair(kind: str, a: str, b: str, ignore: str, **more: Any) -> Expectation:
    return said(
        getattr(gxe, kind), f"{kind} {a} {b} {ignore} {more}", column_A=a, column_B=b, ignore_row_if=ignore, **more
    )


IGNORES = ("both_values_are_missing", "either_value_is_missing", "neither")
EXPECTATIONS: list[Expectation] = [
    said(gxe.ExpectColumnValuesToBeInSet, "in set", column="s", value_set=["a", "b"]),
    said(gxe.ExpectColumnValuesToBeInSet, "true", column="t", value_set=[True]),
    said(gxe.ExpectColumnValuesToBeBetween, "between", column="x", min_value=0, max_value=9),
    said(gxe.ExpectColumnValuesToBeBetween, "from", column="x", min_value=0),
    said(gxe.ExpectColumnValuesToBeBetween, "up to", column="x", max_value=9),
    said(gxe.ExpectColumnValuesToBeBetween, "only", column="x", max_value=4, row_condition=RowColumn("s").is_in(["a"])),
    said(gxe.ExpectColumnValuesToBeBetween, "but", column="x", max_value=4,
         row_condition=RowColumn("s").is_not_in(["a"])),
    said(gxe.ExpectColumnValuesToBeNull, "null", column="r"),
    said(gxe.ExpectColumnValueLengthsToBeBetween, "lengths", column="s", min_value=1, max_value=3),
    *(pair("ExpectColumnPairValuesToBeEqual", "s", "r", ignore) for ignore in IGNORES),
    *(pair("ExpectColumnPairValuesToBeEqual", "x", "y", ignore) for ignore in IGNORES),
    *(pair("ExpectColumnPairValuesAToBeGreaterThanB", "x", "y", ignore) for ignore in IGNORES),
    *(pair("ExpectColumnPairValuesAToBeGreaterThanB", "x", "y", ignore, or_equal=True) for ignore in IGNORES),
]  # fmt: skip


def frame_of(cells: list[tuple[Any, ...]]) -> pd.DataFrame:
    x, y, s, r, t = zip(*cells, strict=True) if cells else ((),) * 5
    return pd.DataFrame({
        "x": pd.Series(x, dtype="float64"), "y": pd.Series(y, dtype="float64"), "s": pd.Series(s, dtype="str"),
        "r": pd.Series(r, dtype="str"), "t": pd.Series(t, dtype="object"),
    })  # fmt: skip


def test_all_that_is_screened_is_tried_here() -> None:
    assert {type(one).expectation_type for one in EXPECTATIONS} == SCREENED


@pytest.mark.parametrize("cells", [EVERY_ROW, []], ids=["every row", "no row"])
def test_the_screen_and_gx_name_the_same_rows(cells: list[tuple[Any, ...]]) -> None:
    frame = frame_of(cells)
    judged = Engine()._validate(EXPECTATIONS, frame, "COMPLETE")
    for expectation in EXPECTATIONS:
        verdict = passes(expectation, frame)
        result = judged[str(expectation.description)]
        assert list(frame.index[~verdict]) == list(result.result["unexpected_index_list"]), expectation.description
        assert bool(verdict.all()) is result.success, expectation.description


@pytest.mark.parametrize("cells", [[(1.0, 1.0, "a", "a", True)], []], ids=["a row", "no row"])
def test_a_column_that_is_not_there_is_a_broken_expectation_and_says_so(cells: list[tuple[Any, ...]]) -> None:
    suite = ExpectationSuite(name="s", expectations=[
        said(gxe.ExpectColumnValuesToBeInSet, "in set", column="gone", value_set=[1]),
        said(gxe.ExpectColumnValuesToBeBetween, "between", column="x", min_value=0),
    ])  # fmt: skip
    gone, between = Engine().run(suite, frame_of(cells))
    assert not gone.outcome.success
    assert "could not be judged" in str(gone.outcome.observed)
    assert "gone" in str(gone.outcome.observed)
    assert between.outcome.success


def test_frames_do_not_remember_one_another() -> None:
    engine = Engine()
    suite = ExpectationSuite(name="s", expectations=[
        said(gxe.ExpectColumnValuesToBeBetween, "between", column="x", min_value=0),
        said(gxe.ExpectTableRowCountToBeBetween, "rows", min_value=2),
    ])  # fmt: skip
    verdicts = [
        [finding.outcome.success for finding in engine.run(suite, pd.DataFrame({"x": values}))]
        for values in ([-1.0], [1.0, 2.0], [-1.0, 3.0])
    ]
    assert verdicts == [[False, False], [True, True], [False, True]]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "NULL"),
        (float("nan"), "NULL"),
        (12.0, "12"),
        (1.5, "1.5"),
        ("ten", "“ten”"),
        ("x" * 200, "…”"),
        (True, "True"),
    ],
)
def test_values_are_shown_as_a_person_writes_them(value: object, shown: str) -> None:
    from expectations.engine import shown_value

    assert shown_value(value).endswith(shown)
    assert len(shown_value(value)) <= 163
