"""Web pages: the publishers' layouts, what is not read, and what is hostile."""

# ruff: noqa: E501 - markup reads best on one line

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.document import Document
from ingest.readers import Refused, read
from tests.ingest.readers import pages


def _texts(document: Document) -> list[str]:
    return document.text.split("\n\n")


def _wanted(name: str, heading: str | None = None, capitals: bool = False) -> list[str]:
    return [p.upper() if capitals and p in pages.SECTIONS else p for p in pages.paragraphs(name, heading)]


def test_present_template_of_state_gov() -> None:
    (document,) = read(pages.state_gov("Peru", 2020), "saved.htm")
    assert (document.report_id, document.source_format, document.publisher) == (
        "tip_report:PER:2020",
        "html",
        "state.gov",
    )
    assert document.title == "2020 Trafficking in Persons Report: Peru"
    assert _texts(document) == _wanted("Peru", "PERU (Tier 2)", capitals=True)
    assert [span.section for span in document.paragraphs] == [
        "overview", "profile", "overview", "recommendations", *["prosecution"] * 2, *["protection"] * 2, *["prevention"] * 2,
    ]  # fmt: skip


def test_archived_tables_with_many_countries_on_one_page() -> None:
    documents = read(pages.state_gov_tables(["Albania", "Bolivia", "Ghana"], 2005), "narratives.html")
    assert [document.report_id for document in documents] == [
        "tip_report:ALB:2005", "tip_report:BOL:2005", "tip_report:GHA:2005",
    ]  # fmt: skip
    assert len({document.document_id for document in documents}) == 3
    assert _texts(documents[1]) == _wanted("Bolivia", "BOLIVIA (Tier 2 Watch List)")
    assert _texts(documents[2]) == _wanted("Ghana", "GHANA (Tier 1)")
    assert documents[0].publisher == "state.gov"


def test_page_of_refworld() -> None:
    (document,) = read(pages.refworld("Jordan", 2010), "2010/jordan.html")
    assert (document.report_id, document.publisher) == ("tip_report:JOR:2010", "refworld")
    assert _texts(document) == _wanted("Jordan")


def test_plain_saved_page_is_recognised_by_its_address() -> None:
    body = "".join(f"<p>{p}</p>" for p in pages.paragraphs("Ghana"))
    address = "<!-- saved from url=(0066)https://www.state.gov/reports/2021-trafficking-in-persons-report/ghana/ -->"
    (document,) = read(f"<html>{address}<head><title>Ghana</title></head><body>{body}</body></html>".encode(), "a.html")
    assert document.report_id == "tip_report:GHA:2021"
    assert _texts(document) == _wanted("Ghana")


def test_lists_of_recommendations_keep_their_bullets() -> None:
    items = "<ul><li>Train police.</li><li>Fund <b>shelters</b> outside the capital.</li></ul>"
    page = f"<h1>2022 Trafficking in Persons Report: Peru</h1><p>{pages.OVERVIEW}</p><h2>PRIORITIZED RECOMMENDATIONS</h2>{items}"
    (document,) = read(f"<html><body>{page}</body></html>".encode(), "a.html")
    assert _texts(document)[2:] == ["• Train police.", "• Fund shelters outside the capital."]
    assert [span.section for span in document.paragraphs][1:] == ["recommendations"] * 3


def test_line_breaks_part_paragraphs_only_in_pairs_or_at_headings() -> None:
    body = "Trafficking in Persons Report 2006 - Peru<br><br>" + "<br><br>".join(
        [pages.PROFILE.replace("cities,", "cities,<br>"), pages.OVERVIEW, f"Prosecution<br>{pages.PROSECUTION}"]
    )
    (document,) = read(f"<html><body><font>{body}</font></body></html>".encode(), "a.html")
    assert _texts(document) == [pages.PROFILE, pages.OVERVIEW, "Prosecution", pages.PROSECUTION]


def test_encodings_of_pages() -> None:
    page = pages.refworld("Peru", 2010).decode().replace("the capital", "São João’s capital")
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        (document,) = read(page.encode(encoding), "a.html")
        assert "São João’s capital" in document.text, encoding


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (b"<html><head><title>2016 Country Reports on Human Rights Practices: Peru</title></head><body><p>Text</p></body></html>",
         "another report family"),
        (b"<html><body><h1>Welcome</h1><p>Nothing here.</p></body></html>", "no title line"),
        (b"<html><body><h1>2020 Trafficking in Persons Report: Atlantis</h1><p>Text</p></body></html>", "unknown country"),
        (b"<html><body><h1>1999 Trafficking in Persons Report: Peru</h1><p>Text</p></body></html>", "edition 1999"),
        (b"<html><body><h1>2020 Trafficking in Persons Report: Peru</h1></body></html>", "no narrative"),
        (b"<html></html>", "no title line"),
    ],
)  # fmt: skip
def test_pages_that_hold_no_report_are_refused(page: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        read(page, "page.html")


def test_contradictions_are_refused() -> None:
    with pytest.raises(Refused, match=r"PER 2020.*says CHL 2019"):
        read(pages.state_gov("Peru", 2020), "2019/chile.html")
    page = pages.state_gov("Peru", 2020).replace(b"PERU (Tier 2)", b"CHILE (Tier 2)")
    with pytest.raises(Refused, match="the heading 'CHILE"):
        read(page, "page.html")


def test_sister_reports_in_the_same_template_are_refused(shared: Path) -> None:
    for path in sorted((shared / "corpus/human_rights_report_html").glob("*.html")):
        with pytest.raises(Refused, match="another report family"):
            read(path.read_bytes(), f"2020/{path.name}")


def test_page_of_a_hundred_thousand_nested_tags() -> None:
    narrative = "".join(f"<p>{p}</p>" for p in pages.paragraphs("Peru"))
    page = (
        f"<html><h1>2020 Trafficking in Persons Report: Peru</h1>{narrative}{'<div>' * 100_000}deep{'</div>' * 100_000}"
    )
    with pytest.raises(Refused, match="100,000 tags inside one another"):
        read(page.encode(), "deep.html")


def test_entity_bomb_is_not_expanded() -> None:
    entities = "".join(f"<!ENTITY a{n + 1} '{f'&a{n};' * 10}'>" for n in range(9))
    page = f"<?xml version='1.0'?><!DOCTYPE html [<!ENTITY a0 'ha'>{entities}]><html><body>&a9;</body></html>"
    with pytest.raises(Refused):
        read(page.encode(), "bomb.html")


def test_country_page_of_the_archives_with_the_report_in_its_breadcrumbs() -> None:
    body = "".join(f"<p>{p}</p>" for p in pages.paragraphs("Peru"))
    page = (
        "<html><head><title>Peru</title><link rel='canonical' href='https://2009-2017.state.gov/j/tip/rls/tiprpt/countries/2016/1.htm'>"
        "</head><body><div id='breadcrumb'><a href='/'>Home</a> &raquo; <a href='/tip'>2016 Trafficking in Persons Report</a></div>"
        f"<div id='centerblock'><h2>Peru</h2><p>Office To Monitor and Combat Trafficking in Persons</p><p>Report</p>{body}</div>"
        "<div id='footer'>The Office of Website Management manages this site.</div></body></html>"
    )
    (document,) = read(page.encode(), "258835.htm")
    assert (document.report_id, document.publisher) == ("tip_report:PER:2016", "state.gov")
    assert _texts(document) == _wanted("Peru")


def test_headings_inside_anchors_are_kept() -> None:
    chapters = "".join(
        f"<p><a name='{name}'><b>{name.upper()} (Tier 1)</b></a></p>"
        + "".join(f"<p>{p}</p>" for p in pages.paragraphs(name))
        for name in ("Albania", "Bolivia")
    )
    index = "<p><a href='#Albania'>Albania</a> <a href='#Bolivia'>Bolivia</a></p>"
    page = f"<html><head><title>Trafficking in Persons Report 2004</title></head><body>{index}{chapters}</body></html>"
    documents = read(page.encode(), "a.html")
    assert [document.report_id for document in documents] == ["tip_report:ALB:2004", "tip_report:BOL:2004"]
    assert _texts(documents[0]) == _wanted("Albania", "ALBANIA (Tier 1)")
