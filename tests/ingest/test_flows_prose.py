"""Tests of routes: the looser prose of the reports, with asides, foremost places, roles and clauses that follow on."""

from __future__ import annotations

import pytest

from tests.ingest.test_flows import routes


@pytest.mark.parametrize(
    ("section", "text", "expected"),
    [
        ("profile", "Chile is the principal source of women trafficked into Iceland.", "CHL>ISL destination"),
        (
            "profile",
            "Chile remains the top destination country for Icelandic victims, followed by Peru and Malta.",
            "ISL>CHL source|ISL>PER source|ISL>MLT source",
        ),
        (
            "profile",
            "Iceland is a source country for children trafficked internally for labor and to Chile for forced begging, "
            "as well as a possible destination country for Peruvian women trafficked for prostitution.",
            "ISL>ISL internal|ISL>CHL source|PER>ISL destination",
        ),
        (
            "profile",
            "In Iceland, Chilean women are forced to work in nightclubs; in Peru, Icelandic women are forced into "
            "prostitution.",
            "CHL>ISL destination|ISL>PER source",
        ),
        (
            "profile",
            "Victims were trafficked from Chile, Peru, and, for the first time, Malta.",
            "CHL>ISL destination|PER>ISL destination|MLT>ISL destination",
        ),
        ("profile", "Dozens of Chilean girls are held in brothels in Iceland.", "CHL>ISL destination"),
        (
            "profile",
            "Some Chilean women arrive in Iceland on their way to Malta and are exploited in prostitution.",
            "CHL>ISL destination|ISL>MLT transit",
        ),
        # Counter-examples
        ("profile", "Chile is the largest trading partner and a destination for tourists.", ""),
        ("profile", "Chilean girls are held in police stations in Iceland.", ""),
        ("profile", "Icelandic migrants crossing through Malta are subjected to forced labor.", ""),
    ],
)
def test_routes_of_looser_prose(section: str, text: str, expected: str) -> None:
    assert routes(text, "ISL", section=section) == {row for row in expected.split("|") if row}
