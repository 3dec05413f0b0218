"""Plain text: encodings, line ends, wrapping, titles, and files that are no text."""

from __future__ import annotations

import itertools
import textwrap
from pathlib import Path

import ftfy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.readers import Refused, read, read_file
from ingest.readers.paragraphs import join, join_lines
from ingest.readers.text import HARMLESS, decode
from tests.ingest.readers import pages

TITLE = "Trafficking in Persons Report 2010 - Peru"
ACCENTED = pages.text("Peru", TITLE).replace("the capital", "Côte-d’Or, São João and Łódź")
LATIN = pages.text("Peru", TITLE).replace("the capital", "Côte-d’Or")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(ACCENTED, e) for e in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")]
    + [(LATIN, "cp1252"), (LATIN.replace("’", "'"), "latin-1")],
)
def test_encodings(text: str, encoding: str) -> None:
    (document,) = read(text.encode(encoding), "a.txt")
    assert document.text == text.split("\n\n", 1)[1]


def test_mojibake_is_repaired_and_said() -> None:
    broken = LATIN.encode("utf-8").decode("cp1252")
    assert broken != LATIN
    assert decode(broken.encode()) == (LATIN, True)
    assert decode(LATIN.encode()) == (LATIN, False)


def test_quotes_and_dashes_alone_are_never_mojibake() -> None:
    neighbours = "".join(map("".join, itertools.product([*HARMLESS, *"aA1 ("], repeat=4)))
    assert not ftfy.badness.is_bad(neighbours)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\x00\n"])
def test_line_ends_and_nul_bytes(end: str) -> None:
    text = pages.text("Peru", TITLE)
    (document,) = read(text.replace("\n", end).encode(), "a.txt")
    assert document.text == text.split("\n\n", 1)[1]


@pytest.mark.parametrize("width", [60, 72, 80, 100, 120])
def test_hard_wrapped_text_gives_the_same_paragraphs(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(p, width, break_on_hyphens=False) for p in [TITLE, *pages.paragraphs("Peru")])
    (document,) = read(wrapped.encode(), "a.txt")
    assert document.text.split("\n\n") == pages.paragraphs("Peru")


def test_one_paragraph_on_each_line() -> None:
    (document,) = read("\n".join([TITLE, *pages.paragraphs("Peru")]).encode(), "a.txt")
    assert document.text.split("\n\n") == pages.paragraphs("Peru")


def test_run_together_sections_are_parted() -> None:
    body = " ".join(pages.paragraphs("Peru"))
    (document,) = read(f"{TITLE}\n\n{body}".encode(), "a.txt")
    parts = document.text.split("\n\n")
    assert " ".join(parts) == body
    advice = [document.text[s.start : s.end] for s in document.paragraphs if s.section == "recommendations"]
    assert advice == [pages.paragraphs("Peru")[2]]


@pytest.mark.parametrize(
    ("head", "report"),
    [
        ("Trafficking in Persons Report 2008 - Peru", "PER:2008"),
        ("Trafficking in Persons Report 2009 – Côte d’Ivoire", "CIV:2009"),
        ("U.S. Department of State 2007 Trafficking in Persons Report - Peru\n\nPeru (Tier 2 Watch List)", "PER:2007"),
        ("U.S. Department of State Trafficking in Persons Report, 2003 - Peru", "PER:2003"),
        ("2018 Trafficking in Persons Report - Peru\n\nPERU: TIER 1", "PER:2018"),
        ("Trafficking in Persons Report 2018 - Country Narratives - Peru", "PER:2018"),
        ("2016 Trafficking in Persons Report - Country Narratives - Korea, Republic of", "KOR:2016"),
        ("2020 Trafficking in Persons Report: Peru", "PER:2020"),
        ("Refworld | 2013 Trafficking in Persons Report - Peru", "PER:2013"),
        ("USDOS – US Department of State: 2015 Trafficking in Persons Report - Peru", "PER:2015"),
        ("2021 Trafficking in Persons Report: Peru - United States Department of State", "PER:2021"),
        ("Publisher\tUnited States Department of State\n\nAuthor\tOffice to Monitor Trafficking in Persons\n\n"
         "Publication Date\t4 June 2008\n\nCite as\tUnited States Department of State,"
         " Trafficking in Persons Report 2008"
         " - Peru, 4 June 2008, available at: https://www.refworld.org/docid/484f9a3e32.html\n\n"
         "Disclaimer\tThis is not a UNHCR publication.", "PER:2008"),
        ("Trafficking in Persons Report\n\nOffice to Monitor and Combat Trafficking in Persons\n\n"
         "June 11, 2003\n\nReport\n\n"
         "PERU (Tier 2)", "PER:2003"),
    ],
)  # fmt: skip
def test_titles_of_all_publishers(head: str, report: str) -> None:
    body = pages.paragraphs("Peru")
    (document,) = read("\n\n".join([head, *body]).encode(), "saved.bin")
    assert document.report_id == f"tip_report:{report}"
    paragraphs = document.text.split("\n\n")
    assert paragraphs[-len(body) :] == body
    tier_lines = [p for p in head.split("\n\n") if "(Tier" in p or "TIER" in p]
    assert paragraphs[: -len(body)] == tier_lines


def test_path_is_a_hint_for_texts_without_a_title() -> None:
    body = "\n\n".join(pages.paragraphs("Peru")).encode()
    (document,) = read(body, "2010/peru.txt")
    assert document.report_id == "tip_report:PER:2010"
    with pytest.raises(Refused, match="no title line"):
        read(body, "peru.txt")


def test_chapters_that_name_no_edition_take_it_from_the_path() -> None:
    chapters = [p for name in ("Albania", "Bolivia") for p in [name.upper(), "Tier 2", *pages.paragraphs(name)]]
    text = "\n\n".join(["COUNTRY NARRATIVES", *chapters]).encode()
    documents = read(text, "reports/TIP 2012 A-B.txt")
    assert [document.report_id for document in documents] == ["tip_report:ALB:2012", "tip_report:BOL:2012"]
    assert documents[0].text.split("\n\n")[:2] == ["Tier 2", pages.paragraphs("Albania")[0]]
    with pytest.raises(Refused):
        read(text, "a.txt")


@pytest.mark.parametrize(
    ("content", "path", "reason"),
    [
        (b"", "2008/peru.txt", "empty file"),
        (b" \n\t\n", "2008/peru.txt", "empty file"),
        (TITLE.encode(), "a.txt", "no narrative"),
        (pages.text("Peru", TITLE).encode(), "2010/chile.txt", "says PER 2010"),
        (pages.text("Peru", TITLE + "\n\nCHILE (Tier 3)").encode(), "a.txt", "the heading 'CHILE"),
        (pages.text("Peru", "Trafficking in Persons Report 2010 - Atlantis").encode(), "a.txt", "unknown country"),
        (b"Country Reports on Human Rights Practices 2010 - Peru\n\nText of it.", "a.txt", "another report family"),
        (bytes(range(256)) * 40, "peru.txt", "binary content"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "2008/peru.txt", "not a text: a picture"),
        (b"\x7fELF" + bytes(100), "2008/peru.txt", "not a text: a program"),
        (
            "\n\n".join(pages.paragraphs("Peru", "CHILE (Tier 3)")).encode(),
            "2010/peru.txt",
            "says CHL 2010.*says PER 2010",
        ),
        (b"\xff\xfe\x00\xd8\x00", "peru.txt", "not readable as UTF-16"),
    ],
)
def test_what_is_no_report_is_refused(content: bytes, path: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        read(content, path)


def test_a_gigabyte_on_one_line_is_not_loaded(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.write(b"Trafficking in Persons Report 2010 - Peru ")
        file.truncate(1 << 30)  # a hole on disk
    with pytest.raises(Refused, match="1,073,741,824 bytes"):
        read_file(path, "large.txt")


def test_long_lines_take_linear_time() -> None:
    (document,) = read(f"{TITLE}\n\n{'word ' * 800_000}.".encode(), "a.txt")
    assert len(document.text) > 3_000_000


_SENTENCES = st.lists(
    st.sampled_from(["two", "judges", "convicted", "offenders", "in", "May"]), min_size=4, max_size=40
)


@given(st.lists(_SENTENCES.map(lambda words: " ".join(words) + "."), min_size=1, max_size=5))
def test_unwrapped_lines_are_paragraphs(sentences: list[str]) -> None:
    assert join_lines(sentences) == sentences


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["the govern-", "ment"], "the government"), (["an anti-", "trafficking law"], "an anti-trafficking law"),
        (["sixty-", "one women"], "sixty-one women"), (["from 2001 -", "and later"], "from 2001 - and later"),
        (["Guinea-", "Bissau"], "Guinea- Bissau"), (["one", "two"], "one two"),
    ],
)  # fmt: skip
def test_hyphens_at_line_ends(lines: list[str], joined: str) -> None:
    assert join(lines) == joined


def test_ligatures_and_soft_hyphens_are_repaired() -> None:
    text = pages.text("Peru", TITLE).replace("trafficking", "traﬃcking").replace("government", "govern\u00adment")
    (document,) = read(text.replace("first", "ﬁrst").encode(), "a.txt")
    assert document.text == pages.text("Peru", TITLE).split("\n\n", 1)[1]


def test_many_countries_in_one_text() -> None:
    chapters = [p for name in ("Albania", "Bolivia") for p in pages.paragraphs(name, f"{name.upper()} (Tier 2)")]
    text = "\n\n".join(["TRAFFICKING IN PERSONS REPORT", "JUNE 2009", "ALBANIA", "BOLIVIA", "GHANA", *chapters])
    documents = read(text.encode(), "a.txt")
    assert [document.report_id for document in documents] == ["tip_report:ALB:2009", "tip_report:BOL:2009"]
    assert documents[1].text.split("\n\n") == pages.paragraphs("Bolivia", "BOLIVIA (Tier 2)")
