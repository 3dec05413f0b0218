"""fact_legal_provisions: what the sentences before, brackets and conditions say of a range."""

from __future__ import annotations

import pytest

from tests.ingest.laws import provisions


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        pytest.param(
            "Articles 31 (trafficking in persons) and 32 (use of slave labor) of the code criminalized sex and labor"
            " trafficking. Article 31 prescribed penalties of up to six years' imprisonment. Article 32 prescribed"
            " penalties of up to five years' imprisonment.",
            [(None, 6, "all", "31"), (None, 5, "labor", "32")],
            id="brackets tell what each article is on",
        ),
        pytest.param(
            "Article 12 prescribed penalties of up to four years' prison labor or up to six years' imprisonment for"
            " trafficking.",
            [(None, 6, "all", "12")],
            id="work in place of prison is no range of its own",
        ),
        pytest.param(
            "Article 12 banned forced prostitution and prescribed up to three years' imprisonment if deception was"
            " used, and up to three years' imprisonment and a fine if force was used.",
            [(None, 3, "sex", "12"), (None, 3, "sex", "12")],
            id="one term for two conditions is no repeat",
        ),
        pytest.param(
            "Article 12 banned forced prostitution and prescribed up to three years' imprisonment. Article 13 of the"
            " same law increased penalties to up to five years' imprisonment for crimes committed under Article 12.",
            [(None, 3, "sex", "12"), (None, 5, "sex", "13")],
            id="crimes committed under another article",
        ),
        pytest.param(
            "Article 12 criminalized forced prostitution. Article 12 prescribed penalties of two to six years in"
            " prison.",
            [(2, 6, "sex", "12")],
            id="the crime stands a sentence before",
        ),
        pytest.param(
            "The law banned trafficking and prescribed four to nine years' imprisonment. The law considered forcing a"
            " victim into prostitution an aggravating circumstance for which penalties increased to 12 years'"
            " imprisonment.",
            [(4, 9, "all", ""), (12, 12, "all", "")],
            id="an aggravating circumstance is not what is banned",
        ),
        pytest.param(
            "Although article 7 makes forced labor a crime, article 8 also prohibits forced labor, prescribing"
            " penalties of two to six years in prison.",
            [(2, 6, "labor", "8")],
            id="a clause that concedes",
        ),
        pytest.param(
            "Pimps can be tried under articles 7 and 8 of the code, the first of which carries one to four years and"
            " the second two to six years.",
            [(1, 4, "sex", "7"), (2, 6, "sex", "8")],
            id="the first of which, the second",
        ),
        pytest.param(
            "Penalties of less than a year in prison are not sufficiently stringent.", [], id="a bound that is judged"
        ),
        pytest.param(
            "Courts reported convictions of 12 traffickers, prescribing penalties of two to six years' imprisonment.",
            [],
            id="what courts prescribed",
        ),
    ],
)
def test_ranges_in_their_contexts(text: str, stated: list[tuple[float | None, float | None, str, str]]) -> None:
    assert provisions(text) == stated
