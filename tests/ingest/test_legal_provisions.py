"""fact_legal_provisions: penalty ranges, articles, forms of trafficking, and how the text judges them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract import extract
from ingest.grammar.legal_provisions import find
from ingest.grammar.rule import example
from ingest.tokens import sentences
from tests.ingest.test_grammar import document_of


def rows(text: str, edition: int = 2014) -> list[dict[str, Any]]:
    given = example(text, edition=edition)
    return extract(document_of(given)).rows.get("fact_legal_provisions", [])


def years(row: dict[str, Any]) -> tuple[float | None, float | None]:
    low, high = row["penalty_years_min"], row["penalty_years_max"]
    return (None if low is None else float(low), None if high is None else float(high))


@pytest.mark.parametrize(
    ("stated", "low", "high"),
    [
        ("prescribes penalties of up to nine years' imprisonment", None, 9),
        ("prescribes penalties of four to nine years' imprisonment", 4, 9),
        ("prescribes penalties ranging from four to nine years' imprisonment", 4, 9),
        ("prescribes penalties between four and nine years' imprisonment", 4, 9),
        ("prescribes penalties of 4-9 years in prison", 4, 9),
        ("prescribes five- to 10-year prison terms", 5, 10),
        ("prescribes a penalty of nine years' imprisonment", 9, 9),
        ("prescribes a maximum penalty of nine years' imprisonment", None, 9),
        ("prescribes a minimum penalty of four years' imprisonment", 4, None),
        ("prescribes a minimum of four years' and a maximum of nine years' imprisonment", 4, 9),
        ("prescribes imprisonment of not less than four years and not more than nine years", 4, 9),
        ("prescribes penalties of four years' imprisonment to life imprisonment", 4, 99),
        ("prescribes penalties of up to life imprisonment", None, 99),
        ("prescribes a penalty of life imprisonment", 99, 99),
        ("prescribes penalties of six months' to four years' imprisonment", 0.5, 4),
        ("prescribes penalties of 18 months to four years' imprisonment", 1.5, 4),
        ("prescribes penalties of two and one-half to five years' imprisonment", 2.5, 5),
        ("prescribes penalties ranging from a fine to nine years' imprisonment", None, 9),
        ("prescribes a fine or up to nine years' imprisonment", None, 9),
        ("carries penalties of up to nine years in prison", None, 9),
        ("provides for sentences of four to nine years' imprisonment", 4, 9),
        ("makes trafficking punishable by four to nine years' imprisonment", 4, 9),
        ("was amended to increase the maximum penalty for trafficking from four to nine years' imprisonment", None, 9),
        ("prescribes maximum penalties of between seven years and life in prison", 7, 99),
        ("carries a penalty of five to nine-years imprisonment", 5, 9),
        ("prescribes penalties of up 14 years' imprisonment", None, 14),
    ],
)
def test_the_bounds_of_a_range(stated: str, low: float | None, high: float | None) -> None:
    (row,) = rows(f"The 2006 anti-trafficking law {stated}.")
    assert years(row) == (low, high)
    assert row["instrument"] == "2006 anti-trafficking law"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The law prescribed penalties of five to 10 years' imprisonment for offenses involving an adult victim and"
            " 10 to 20 years' imprisonment for those involving a child victim.",
            [("all", 5, 10), ("all", 10, 20)],
        ),
        (
            "The law criminalized sex trafficking and labor trafficking and prescribed penalties of up to 15 years'"
            " imprisonment, a fine, or both if the victim was an adult, and up to 30 years' imprisonment if a child.",
            [("all", None, 15), ("all", None, 30)],
        ),
        (
            "The law prescribes three to eight years' imprisonment for sex trafficking and one to four years' for labor"
            " trafficking.",
            [("sex", 3, 8), ("labor", 1, 4)],
        ),
        (
            "The law prescribes up to eight years' imprisonment for adult victims and 12 years' imprisonment"
            " for children.",
            [("all", None, 8), ("all", None, 12)],
        ),
        (
            "Article 7 bans forced labor and prescribes two to six years' imprisonment. Article 8 bans forced"
            " prostitution and prescribes four to 12 years' imprisonment.",
            [("labor", 2, 6), ("sex", 4, 12)],
        ),
        (
            "Prosecutors use Article 7 (pimping, two to six years' imprisonment) and Article 8 (forced labor, up to"
            " three years' imprisonment).",
            [("sex", 2, 6), ("labor", None, 3)],
        ),
        (
            "The law prescribes two to six years' imprisonment for sex trafficking and one to four years' imprisonment"
            " for labor trafficking; these may be increased to up to 20 years' imprisonment if the victim dies.",
            [("sex", 2, 6), ("labor", 1, 4), ("all", None, 20)],
        ),
        (
            "Articles 7 and 8 ban sex and labor trafficking; Article 7 prescribes two to six years' imprisonment.",
            [("all", 2, 6)],
        ),
        (
            "Article 7 bans all forms of child sex trafficking and prescribes two to six years' imprisonment.",
            [("sex", 2, 6)],
        ),
    ],
)
def test_several_ranges_and_their_forms_of_trafficking(
    text: str, expected: list[tuple[str, float | None, float | None]]
) -> None:
    assert [(row["trafficking_type"], *years(row)) for row in rows(text, 2020)] == expected


@pytest.mark.parametrize(
    ("printed", "articles"),
    [
        ("Articles 11, 12(b), and 13", ["11", "12(b)", "13"]),
        ("Articles 125(3)(b) and 126 bis", ["125(3)(b)", "126 bis"]),
        ("Articles 108–110", ["108–110"]),
        ("Sections 370-374", ["370-374"]),
        ("Articles 11 through 13", ["11 through 13"]),
        ("Article 2:239", ["2:239"]),
        ("Articles 115.22, 189a, and 600-bis", ["115.22", "189a", "600-bis"]),
        ("Article 188 A", ["188 A"]),
        ("Section 6/1", ["6/1"]),
    ],
)
def test_articles_are_kept_as_written(printed: str, articles: list[str]) -> None:
    (row,) = rows(f"{printed} of the penal code prescribe penalties of two to six years' imprisonment.")
    assert row["articles"] == articles
    assert row["instrument"] == "penal code"


def test_a_sentence_that_goes_on_keeps_the_articles() -> None:
    (row,) = rows(
        "Article 7 of the code bans all trafficking. It prescribes penalties of two to six years' imprisonment."
    )
    assert row["articles"] == ["7"]


LAW = "The law prescribes two to six years' imprisonment for trafficking"


@pytest.mark.parametrize(
    ("text", "stringent", "commensurate"),
    [
        (f"{LAW}, which is sufficiently stringent and commensurate with penalties for rape.", True, True),
        (f"{LAW}. These penalties are sufficiently stringent and commensurate with those for rape.", True, True),
        (f"{LAW}. These penalties are sufficiently stringent, but not commensurate with those for rape.", True, False),
        (f"{LAW}. These penalties are not sufficiently stringent.", False, None),
        (f"{LAW}. These penalties are neither sufficiently stringent nor commensurate with those for rape.",
         False, False),
        (f"{LAW}. These penalties are not sufficiently stringent or commensurate with those for rape.", False, False),
        (f"{LAW}. These penalties are insufficiently stringent.", False, None),
        (f"{LAW}. These were sufficiently stringent and, with respect to sex trafficking, commensurate with"
        " rape.", True,
         True),
        (f"{LAW}. These penalties were sufficiently stringent; however, by allowing for a fine in lieu of imprisonment,"
         " they were not commensurate with those for rape.", True, False),
        (f"{LAW}. Police trained 30 officers.", None, None),
    ],
)  # fmt: skip
def test_the_judgement_of_penalties(text: str, stringent: bool | None, commensurate: bool | None) -> None:
    (row,) = rows(text)
    assert (row["is_sufficiently_stringent"], row["is_commensurate"]) == (stringent, commensurate)


def test_a_judgement_for_one_form_leaves_the_other_open() -> None:
    found = rows(
        "The law prescribes two to six years' imprisonment for sex trafficking and one to three years' imprisonment for"
        " labor trafficking. These penalties were sufficiently stringent and, with regard to sex trafficking,"
        " commensurate with those for kidnapping."
    )
    assert [row["is_commensurate"] for row in found] == [True, None]
    assert [row["is_sufficiently_stringent"] for row in found] == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        "The penalties for rape are six to 15 years' imprisonment.",
        "Courts sentenced four traffickers to two to six years' imprisonment under Article 7.",
        "Sentences ranged from two to six years' imprisonment.",
        "A draft law would prescribe penalties of two to six years' imprisonment.",
        "Victims may stay in shelters for six months; permits last one year.",
        "Offenders received prison terms of two to six years.",
        "The law is severe, and the trial lasted two years.",
    ],
)
def test_what_the_law_does_not_prescribe(text: str) -> None:
    assert rows(text) == []


VOCABULARY = (
    "the law prescribes penalties of up to two six years' imprisonment life or and a fine for sex labor "
    "trafficking Article 7 8(b) of code sufficiently stringent not commensurate with rape ; , minimum "
    "maximum from ranging"
)
WORDS = st.sampled_from(VOCABULARY.split(" "))


@given(st.lists(WORDS, max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_jumble_of_law_makes_valid_rows(words: list[str]) -> None:
    for row in rows(" ".join(words) + "."):
        assert len(row["quote"]) <= 300
        low, high = years(row)
        assert low is None or high is None or low <= high


@pytest.mark.parametrize(
    "text",
    [
        "imprisonment two years of " * 10_000,
        "The law prescribes two years. " * 5_000 + "They are sufficiently stringent. " * 5_000,
        "two years, three years, " * 10_000 + "imprisonment",
    ],
)
def test_huge_texts_of_terms_and_judgements_do_not_hang(text: str) -> None:
    document = document_of(example(text))
    parsed = sentences(document)
    list(find(document, parsed))


def test_a_huge_sentence_is_read_to_its_end() -> None:
    text = "The law prescribes two to six years' imprisonment for sex trafficking and up to life for children, " * 2500
    document = document_of(example(text))
    parsed = sentences(document)
    assert list(find(document, parsed))


def test_the_same_years_in_another_article_are_another_provision() -> None:
    found = rows(
        "Article 4 prescribed penalties of three to 12 years' imprisonment. Article 5¹ prescribed penalties of three to"
        " 12 years' imprisonment."
    )
    assert [(row["articles"], *years(row)) for row in found] == [(["4"], 3, 12), (["5¹"], 3, 12)]


def test_the_same_years_without_an_article_are_a_repeat() -> None:
    (row,) = rows(
        "Article 4 of the penal code prescribes three to 12 years' imprisonment. It prescribes three to 12 years'"
        " imprisonment."
    )
    assert row["articles"] == ["4"]


def test_articles_belong_to_the_law_that_the_paragraph_named_for_them() -> None:
    (row,) = rows(
        "Articles 61 and 62 of the penal code criminalized trafficking. Article 62 criminalized the sale of a child in"
        " order to exploit it and prescribed penalties of three to 12 years' imprisonment."
    )
    assert (row["articles"], row["instrument"]) == (["62"], "penal code")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The 2013 regulations for this act, which have the force of law, gave guidance on sentencing; the term is"
            " not less than three years' imprisonment and not more than 12 years' imprisonment, but if a guardian"
            " engages in trafficking, they are liable to a fine, two to six years' imprisonment, or both.",
            [(3, 12), (2, 6)],
            id="the term is",
        ),
        pytest.param("The law's term is not more than six years' imprisonment.", [(None, 6)], id="is not more than"),
        pytest.param("The judge's term is not less than three years.", [], id="a term of office"),
        pytest.param(
            "The law carried penalties of three to 12 years' imprisonment, and judges of lower courts could only issue"
            " sentences of up to one year's imprisonment.",
            [(3, 12)],
            id="what a court has the power to give",
        ),
        pytest.param("Sentencing of both took place, and the terms were three to six years' imprisonment.", [],
                     id="what a court gave"),
    ],
)  # fmt: skip
def test_terms_stated_of_laws_and_of_courts(text: str, expected: list[tuple[float | None, float]]) -> None:
    assert [years(row) for row in rows(text)] == expected


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        (
            "Article 7 of the new criminal code prescribes penalties of two to nine years' imprisonment.",
            "criminal code",
        ),
        (
            "The 2011 Anti-Slavery Act criminalized all forms of trafficking. The law prescribed penalties of up to"
            " nine years' imprisonment.",
            "2011 Anti-Slavery Act",
        ),
        (
            "The 2004 Law Enforcement and Administration Act was amended. It prescribes a minimum penalty of four"
            " years' imprisonment.",
            "2004 Law Enforcement and Administration Act",
        ),
        (
            "Its Law on the Fight Against Slavery, adopted in 2005, prescribes penalties of six to 15 years'"
            " imprisonment.",
            "Law on the Fight Against Slavery",
        ),
        (
            "The 2003 Bonded Service (Abolition) Act prescribed penalties of up to three years' imprisonment.",
            "2003 Bonded Service (Abolition) Act",
        ),
        (
            "The 2003 Servitude Act banned any act of exploitation. The law prescribed penalties of up to three years'"
            " imprisonment.",
            "2003 Servitude Act",
        ),
        (
            "The 2006 Offences Act criminalized slavery. Section 9 of the Offences Act prescribed penalties of up to"
            " nine years' imprisonment.",
            "2006 Offences Act",
        ),
        (
            "The Offences Act of 1952 criminalized slavery. Section 9 of the Offences Act prescribed penalties of up to"
            " nine years' imprisonment.",
            "Offences Act of 1952",
        ),
    ],
)
def test_the_law_goes_by_its_full_name(text: str, instrument: str) -> None:
    assert [row["instrument"] for row in rows(text)] == [instrument]


def test_none_of_the_laws_is_stringent() -> None:
    text = (
        "The 2009 Labor Act prescribed penalties of up to two years' imprisonment for forced labor. Neither this nor"
        " other laws mattered. None of these laws prescribed sufficiently stringent penalties."
    )
    assert [row["is_sufficiently_stringent"] for row in rows(text)] == [False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Its Child Welfare Bill of 2004 prescribes punishment of up to 12 years' imprisonment for convicted"
            " offenders.",
            [(None, 12)],
        ),
        ("The draft bill prescribes punishment of up to 12 years' imprisonment.", []),
        ("Penalties varied by the criminal statute applied, but four years was the average sentence.", []),
        (
            "The sentence for aggravated trafficking in persons—in cases of lasting injury, repeated offenses, abuse of"
            " office, or crimes by a person in a position of trust—is up to 25 years' imprisonment.",
            [(None, 25)],
        ),
    ],
)
def test_what_is_prescribed_is_told_from_drafts_and_averages(text: str, expected: list[object]) -> None:
    assert [years(row) for row in rows(text)] == expected


def test_a_term_for_another_deed_is_of_no_kind_that_the_first_has() -> None:
    text = (
        "The penal code prescribed penalties of two to six years' imprisonment for pimping and penalties of three to"
        " four years' imprisonment for illegal logging."
    )
    assert [row["trafficking_type"] for row in rows(text)] == ["sex", "all"]


def test_articles_of_a_sentence_without_a_term_are_those_of_the_penalties_behind_it() -> None:
    text = (
        "The country banned trafficking through articles 31 and 32 of the criminal code, although some factors increase"
        " penalties. The prescribed penalties range from four to nine years' imprisonment."
    )
    assert [row["articles"] for row in rows(text)] == [["31", "32"]]


@pytest.mark.parametrize(
    ("name", "instrument"),
    [
        ("Law 71(I) of 2013", "Law 71(I) of 2013"),
        ("Legislative Decree No. 1417", "Legislative Decree No. 1417"),
        ("Law 147-05", "Law 147-05"),
        ("Law No. 2014-211 on the Fight Against Slavery", "Law No. 2014-211 on the Fight Against Slavery"),
        ("the Anti-Slavery Law 3917 of 2011", "Anti-Slavery Law 3917 of 2011"),
    ],
)
def test_the_number_of_a_law_is_part_of_its_name(name: str, instrument: str) -> None:
    (row,) = rows(f"In 2014, {name} prescribed penalties of four to nine years' imprisonment.", 2015)
    assert row["instrument"] == instrument


def test_what_is_banned_as_such_is_of_all_kinds() -> None:
    text = (
        "Trafficking in persons is prohibited under articles on slavery and abduction with maximum penalties of nine"
        " years' imprisonment."
    )
    assert [row["trafficking_type"] for row in rows(text)] == ["all"]


def test_a_term_is_for_the_deed_that_stands_behind_its_fine() -> None:
    text = (
        "The penal code prescribed penalties of two to six years' imprisonment and a fine of 700 euros for pimping and"
        " penalties of three to four years' imprisonment and a fine of 900 euros for illegal logging."
    )
    assert [row["trafficking_type"] for row in rows(text)] == ["sex", "all"]
