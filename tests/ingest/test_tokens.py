"""The token pass: what kind of token each piece of a text is, and where sentences end."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import Paragraph, Token
from ingest.token_pieces import Pieces, Shape, Shapes
from ingest.tokens import _SHAPES, _shape, _TokenPass, sentences
from ingest.vocabulary.periods import Period
from tests.ingest.laws import document


def tokens(text: str, edition: int = 2008) -> list[Token]:
    """All tokens of a text."""
    return [token for sentence in sentences(document(text, edition)) for token in sentence.tokens]


def kinds(text: str) -> list[tuple[str, str]]:
    """(kind, normal form) of the tokens that are no plain words and no marks."""
    return [(token.kind, token.low) for token in tokens(text) if token.kind not in ("word", "mark")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police met 12 men.", [("number", "12")]),
        ("It spent $35,000.", [("money", "$ 35,000")]),
        ("Some 54 percent were women.", [("percent", "some 54 percent")]),
        ("A 12-year-old girl fled.", [("age", "12-year-old")]),
        ("Articles 128 and 133(2) apply.", [("article", "128"), ("article", "133(2)")]),
        ("The 21st law passed.", [("ordinal", "21st")]),
        ("Two-thirds were men.", [("percent", "two-thirds")]),
        ("A 15-member body met.", []),
        ("Uzbek women left.", [("country", "uzbek")]),
        ("Girls under 18 fled.", [("age", "under 18")]),
    ],
)
def test_every_piece_has_its_kind(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("in 2006", Period(2006, "calendar_year", "year")),
        ("since 2003", Period(2007, "other", "span")),
        ("in March 2007", Period(2007, "other", "date")),
        ("in fiscal year 2006", Period(2006, "other", "fiscal")),
        ("in the first half of 2006", Period(2006, "other", "span")),
        ("from April 2007 to March 2008", Period(2007, "reporting_period", "current")),
        ("from January to December 2006", Period(2006, "calendar_year", "year")),
        ("from 2004 to 2006", Period(2006, "other", "span")),
        ("in 2005/06", Period(2006, "other", "span")),
        ("during the reporting period", Period(2007, "reporting_period", "current")),
        ("over the past year", Period(2007, "reporting_period", "current")),
        ("last year", Period(2006, "reporting_period", "previous")),
        ("in the previous reporting period", Period(2006, "reporting_period", "previous")),
        ("the previous year", Period(2006, "reporting_period", "before")),
        ("every year", Period(2007, "other", "habitual")),
    ],
)
def test_every_way_to_name_a_period(text: str, period: Period) -> None:
    assert [token.value for token in tokens(f"Police met {text}.") if token.kind == "period"] == [period]


@pytest.mark.parametrize(
    "text",
    [
        "the 2003 law",
        "the Act of 1998",
        "its 2005 anti-trafficking law",
        "the 2000 UN TIP Protocol",
        "Law 61(I)/2006",
    ],
)
def test_the_year_of_a_law_is_a_name(text: str) -> None:
    (year,) = [token for token in tokens(f"Judges applied {text} to men.") if token.kind == "year"]
    assert "name" in year.tags


def test_a_year_before_what_is_counted_is_a_count() -> None:
    assert kinds("Police helped 2000 victims.") == [("number", "2000")]


def test_may_is_a_month_only_where_it_dates_something() -> None:
    assert kinds("Traffickers may flee.") == []
    assert [kind for kind, _ in kinds("It began in May 2007.")] == ["period"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Police met men. Courts met women.", 2),
        ("The U.S. Embassy met men.", 1),
        ("The U.S. Government met men.", 1),
        ("Men live in the U.S. Government officials met them.", 2),
        ("Men went to the U.A.E. The police followed.", 2),
        ("Judge J. Smith met men.", 1),
        ('He said "no." Courts agreed.', 2),
        ("Fines of 2.5 million dollars.", 1),
        ("Men fled; women stayed.", 1),
    ],
)
def test_sentences_end_at_full_stops_that_end_them(text: str, count: int) -> None:
    assert len(sentences(document(text))) == count


def test_a_section_may_be_left_out() -> None:
    about = document("Courts convicted nine. Fund shelters.")
    parts = (Paragraph(1, "prosecution", 0, 22), Paragraph(2, "recommendations", 23, 37))
    about = replace(about, paragraphs=parts)
    assert [sentence.section for sentence in sentences(about)] == ["prosecution", "recommendations"]
    assert [sentence.section for sentence in sentences(about, leave_out="recommendations")] == ["prosecution"]


def test_a_semicolon_ends_a_statement_of_the_factbook() -> None:
    assert len(sentences(document("men fled; women stayed", family="world_factbook"))) == 2


def test_lost_ligatures_keep_the_tags_of_the_word() -> None:
    whole, damaged = tokens("offenders ofenders")
    assert whole.tags == damaged.tags != frozenset()


@given(st.text(max_size=300))
@settings(deadline=None)
def test_tokens_are_in_order_and_stand_where_they_say(text: str) -> None:
    text = text or "."
    last = 0
    for token in tokens(text):
        assert last <= token.start < token.end <= len(text)
        last = token.end


@given(
    st.lists(
        st.sampled_from(["two", "to", "years", "and", "2007", "in", "-", "12", "May", "$", "from", "articles", ","]),
        max_size=40,
    )
)
@settings(deadline=None)
def test_no_run_of_small_words_breaks_the_pass(words: list[str]) -> None:
    joined = " ".join(words) or "."
    assert sum(token.end - token.start for token in tokens(joined)) <= len(joined)


# The words around which numbers go on, or are no numbers, and the marks that stand between them.
_AROUND_NUMBERS = (
    "5|12|20|21|31|150|1,200|2006|2007|3.5|12345678901234567890|two|five|twenty|a|an|one|hundred|million|dozen|and|or|to|of|"
    "between|from|under|over|up|at|least|about|age|aged|ages|years|months|year|old|percent|per|cent|%|March|May|$|€|USD|CFA|"
    "francs|dollars|Kenyan|shillings|new|m|bn|RM|-|–|/|.|,|(|)|victims|women|cases|law|more|than|the|in|No.|half|st|s|'"
).split("|")


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(_AROUND_NUMBERS), st.sampled_from([" ", " ", " ", ""])), max_size=12))
def test_the_short_ways_of_the_token_pass_give_what_the_long_way_gives(parts: list[tuple[str, str]]) -> None:
    text = "".join(word + space for word, space in parts)
    long_way = Shapes(_without_short_ways)
    about = document(text)
    short, long = (_TokenPass(about, Pieces(text, 0, len(text), shapes)).run() for shapes in (_SHAPES, long_way))
    assert [_all_of(token) for token in short] == [_all_of(token) for token in long]


def _without_short_ways(printed: str) -> Shape:
    shape = _shape(printed)
    shape.plain, shape.ends_number = None, False
    return shape


def _all_of(token: Token) -> tuple[object, ...]:
    return token.kind, token.low, token.start, token.end, token.tags, token.value
