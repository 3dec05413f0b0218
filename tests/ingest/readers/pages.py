"""Own-written narratives, and pages around them in the layouts of the publishers. Their figures mean nothing."""

# ruff: noqa: E501 - markup reads best on one line

from __future__ import annotations

from collections.abc import Sequence

PROFILE = (
    "{name} is a source and transit country for women and children subjected to sex trafficking and forced labor. Girls "
    "from the northern provinces are exploited in domestic service in the cities, and boys are forced to herd cattle."
)
OVERVIEW = (
    "The Government of {name} does not fully comply with the minimum standards for the elimination of trafficking; "
    "however, it is making significant efforts to do so. Courts convicted 14 traffickers, against nine the year before."
)
ADVICE = (
    "Train police and prosecutors to find victims; fund shelters outside the capital; and punish complicit officials."
)
PROSECUTION = (
    "The government increased its law enforcement efforts. The trafficking law prescribes penalties of five to 15 years' "
    "imprisonment. Police investigated 31 cases, and courts convicted 14 offenders, compared with nine in the year before."
)
PROTECTION = (
    "The government sustained efforts to protect victims. Two shelters in the capital cared for 61 women, of whom 12 were "
    "foreign, and the ministry referred 40 of them to clinics; none could stay for longer than three months."
)
PREVENTION = (
    "The government improved prevention efforts. It printed 4,000 leaflets, and a campaign on the radio reached villages "
    "along the border; the council met six times and published its first report on the action plan."
)
SECTIONS = ("Prosecution", "Protection", "Prevention")


def paragraphs(name: str, heading: str | None = None) -> list[str]:
    """A narrative with headings, as its paragraphs should come out of any format."""
    advice = f"Recommendations for {name}: {ADVICE}"
    texts = [PROFILE, OVERVIEW, advice, "Prosecution", PROSECUTION, "Protection", PROTECTION, "Prevention", PREVENTION]
    return [*([heading] if heading else []), *(text.replace("{name}", name) for text in texts)]


def text(name: str, title: str) -> str:
    return "\n\n".join([title, *paragraphs(name)])


def _html(title: str, body: str, head: str = "") -> bytes:
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title>{head}<style>p {{ color: red }}</style>"
        f"</head><body>{body}</body></html>"
    ).encode()


def state_gov(name: str, year: int, texts: Sequence[str] = ()) -> bytes:
    """The template of the present state.gov, around `texts` or the narrative of this module."""
    items = "".join(f"<li><a href='/x'>{country}</a></li>" for country in ("Albania", "Algeria", "Angola", "Peru"))
    heading = f"{name.upper()} (Tier 2)"
    body = "".join(
        f"<h2 class='report__section-title'>{p.upper()}</h2>" if p in SECTIONS else f"<p>{p}</p>"
        for p in ([heading, *texts] if texts else paragraphs(name, heading))
    )
    body = body.replace("31 cases", "31 cases<sup><a href='#f1'>1</a></sup>")
    return _html(
        f"{name} - United States Department of State",
        "<div class='usa-banner'>An official website of the United States Government</div>"
        f"<header class='site-header'><nav><ul>{items}</ul></nav></header><main><article><div class='entry-content'>"
        f"<h1 class='featured-content__headline'>{year} Trafficking in Persons Report: {name}</h1>"
        "<div class='report-meta'>Office to Monitor and Combat Trafficking in Persons</div>"
        f"<nav class='report-toc'><ul>{items}</ul></nav>{body}<div class='footnotes'><p>1. A footnote of no use.</p></div>"
        "</div></article></main><footer class='site-footer'>Privacy Policy USA.gov</footer><script>var n = 99;</script>",
        f"<link rel='canonical' href='https://www.state.gov/reports/{year}-trafficking-in-persons-report/{name.lower()}/'>",
    )


def state_gov_tables(names: list[str], year: int) -> bytes:
    """The table layout of the archives of 2001 to 2017, with many countries on one page."""
    cells = ""
    for name in names:
        tier = "Tier 2 Watch List" if name.startswith("B") else "Tier 1"
        cells += f"<a name='{name}'></a><p><b>{name.upper()} ({tier})</b></p>"
        for p in paragraphs(name):
            cells += f"<p><b>{p}</b><br>" if p in SECTIONS else f"{p}</p>" if cells.endswith("<br>") else f"<p>{p}</p>"
    return _html(
        "Country Narratives -- Countries A through G",
        "<table width='760'><tr><td colspan='2'><a href='/'>HOME</a> | <a href='/about'>ABOUT</a></td></tr><tr><td width='150'>"
        "<a href='/1'>The Secretary</a><br><a href='/2'>Bureaus</a><br><a href='/3'>Press</a></td><td><table><tr><td>"
        "<font size='4'><b>Country Narratives -- Countries A through G</b></font><br>"
        f"Trafficking in Persons Report<br>Office to Monitor and Combat Trafficking in Persons<br>June 3, {year}<br><br>"
        f"{cells}</td></tr></table></td></tr><tr><td colspan='2'>Published by the U.S. Department of State Website at "
        "http://www.state.gov maintained by the Bureau of Public Affairs.</td></tr></table>",
    )


def refworld(name: str, year: int) -> bytes:
    title = f"{year} Trafficking in Persons Report - {name}"
    rows = {
        "Publisher": "United States Department of State",
        "Author": "Office to Monitor and Combat Trafficking in Persons",
        "Publication Date": f"20 June {year}",
        "Cite as": f"United States Department of State, {title}, 20 June {year}, available at: https://www.refworld.org/docid/1",
        "Disclaimer": "This is not a UNHCR publication. UNHCR is not responsible for, nor does it endorse, its content.",
    }
    table = "".join(f"<tr><td>{key}</td><td>{value}</td></tr>" for key, value in rows.items())
    body = "".join(f"<h3>{p}</h3>" if p in SECTIONS else f"<p>{p}</p>" for p in paragraphs(name))
    return _html(
        f"Refworld | {title}",
        f"<div id='menu'><a href='/'>Home</a></div><h1>{title}</h1><table>{table}</table><div>{body}</div>"
        f"<h4>{name} tier ranking by year</h4><table><tr><td>2009</td><td>Tier 2</td></tr></table><h3>Search Refworld</h3>",
    )
