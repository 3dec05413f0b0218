"""Choices of editions as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tip_warehouse.editions import EDITIONS, parse_editions, write_editions


@pytest.mark.parametrize(
    ("text", "chosen", "written"),
    [
        ("2009", (2009,), "2009"),
        ("2015,2008", (2008, 2015), "2008,2015"),
        (" 2001 - 2003, 2002,2009", (2001, 2002, 2003, 2009), "2001-2003,2009"),
        ("all", tuple(EDITIONS), "2001-2030"),
    ],
)
def test_a_choice_is_read_in_order_and_once(text: str, chosen: tuple[int, ...], written: str) -> None:
    assert parse_editions(text) == chosen
    assert write_editions(chosen) == written


@pytest.mark.parametrize("text", ["", "2009,", "1999", "2009-2008", "2009-2031", "last", "2001-2004-2005", "2001:2004"])
def test_what_is_no_choice_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="write for example 2008,2015"):
        parse_editions(text)


@given(st.sets(st.sampled_from(EDITIONS), min_size=1))
def test_what_is_written_is_read_back(chosen: set[int]) -> None:
    assert parse_editions(write_editions(chosen)) == tuple(sorted(chosen))
