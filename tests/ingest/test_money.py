"""Currencies as printed, in the reports of many countries and editions; local names, codes, symbols and ranges."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Document, Paragraph
from ingest.tokens import sentences
from ingest.vocabulary import money
from ingest.vocabulary.countries import COUNTRIES


def amounts(text: str, country: str = "KAZ", edition: int = 2014) -> list[tuple[str, float, float, str]]:
    document = Document(
        document_id="0" * 16, report_id=f"tip_report:{country}:{edition}", family="tip_report", country_code=country,
        edition_year=edition, title="example", text=text, paragraphs=(Paragraph(1, "protection", 0, len(text)),),
        source_path="example.txt", source_sha256="0" * 64, source_format="text",
    )  # fmt: skip
    return [
        (token.value.currency, token.value.low, token.value.high, token.value.qualifier)
        for sentence in sentences(document)
        for token in sentence.tokens
        if token.kind == "money"
    ]


@pytest.mark.parametrize(
    ("country", "edition", "printed", "currency", "amount"),
    [
        ("KAZ", 2014, "$42,000", "USD", 42_000),
        ("KAZ", 2014, "US$42,000", "USD", 42_000),
        ("KAZ", 2014, "USD 42,000", "USD", 42_000),
        ("KAZ", 2014, "42,000 U.S. dollars", "USD", 42_000),
        ("KAZ", 2014, "4.2 million tenge", "KZT", 4_200_000),
        ("AUS", 2016, "A$42,000", "AUD", 42_000),
        ("AUS", 2016, "AUD $3.5 million", "AUD", 3_500_000),
        ("AUS", 2016, "$3 million Australian dollars", "AUD", 3_000_000),
        ("AUS", 2016, "three million Australian dollars", "AUD", 3_000_000),
        ("TWN", 2013, "NT$7 million", "TWD", 7_000_000),
        ("TWN", 2013, "7 million New Taiwan dollars", "TWD", 7_000_000),
        ("BRA", 2013, "R$55,000", "BRL", 55_000),
        ("BRA", 2013, "55,000 reais", "BRL", 55_000),
        ("MEX", 2013, "2.75 million pesos", "MXN", 2_750_000),
        ("PHL", 2013, "2.75 million pesos", "PHP", 2_750_000),
        ("COL", 2013, "300 million pesos", "COP", 300_000_000),
        ("CHL", 2013, "300 million Colombian pesos", "COP", 300_000_000),
        ("KEN", 2013, "6 million Kenyan shillings", "KES", 6_000_000),
        ("UGA", 2013, "6 million shillings", "UGX", 6_000_000),
        ("TZA", 2013, "Tsh 6,000,000", "TZS", 6_000_000),
        ("NPL", 2013, "Rs. 65,000", "NPR", 65_000),
        ("IND", 2019, "12.5 lakh rupees", "INR", 1_250_000),
        ("DEU", 2012, "90,000-euro", "EUR", 90_000),
        ("IDN", 2012, "Rp 9 million", "IDR", 9_000_000),
        ("IDN", 2012, "Rp. 9,000", "IDR", 9_000),
        ("SWZ", 2012, "E 9.5 million", "SZL", 9_500_000),
        ("BOL", 2012, "Bs. 9,000", "BOB", 9_000),
        ("MWI", 2012, "MK 9 million", "MWK", 9_000_000),
        ("IND", 2019, "two crore Indian rupees", "INR", 20_000_000),
        ("LKA", 2019, "9 million Sri Lankan rupees", "LKR", 9_000_000),
        ("MUS", 2019, "9 million rupees", "MUR", 9_000_000),
        ("SEN", 2015, "40 million CFA francs", "XOF", 40_000_000),
        ("CMR", 2015, "40 million CFA francs", "XAF", 40_000_000),
        ("GAB", 2015, "FCFA 40,000,000", "XAF", 40_000_000),
        ("BFA", 2015, "40,000,000 FCFA", "XOF", 40_000_000),
        ("CHE", 2015, "150,000 Swiss francs", "CHF", 150_000),
        ("RWA", 2015, "7 million francs", "RWF", 7_000_000),
        ("COM", 2015, "7 million Comorian francs", "KMF", 7_000_000),
        ("BIH", 2015, "80,000 convertible marks", "BAM", 80_000),
        ("BIH", 2015, "80,000 Bosnian marks", "BAM", 80_000),
        ("HRV", 2015, "410,000 kuna", "HRK", 410_000),
        ("HRV", 2024, "410,000 euros", "EUR", 410_000),
        ("SRB", 2015, "8 million dinars", "RSD", 8_000_000),
        ("JOR", 2015, "8,000 dinars", "JOD", 8_000),
        ("MKD", 2015, "610,000 Macedonian denars", "MKD", 610_000),
        ("POL", 2015, "1.1 million zlotys", "PLN", 1_100_000),
        ("POL", 2015, "PLN 1.1 million", "PLN", 1_100_000),
        ("HUN", 2015, "12 million Hungarian forints", "HUF", 12_000_000),
        ("CZE", 2015, "2.4 million Czech koruna", "CZK", 2_400_000),
        ("ROU", 2015, "90,000 lei", "RON", 90_000),
        ("ROU", 2004, "900 million lei", "ROL", 900_000_000),
        ("MDA", 2015, "90,000 lei", "MDL", 90_000),
        ("EST", 2009, "1.3 million kroons", "EEK", 1_300_000),
        ("EST", 2014, "97,000 euro", "EUR", 97_000),
        ("LVA", 2010, "21,000 lats", "LVL", 21_000),
        ("LTU", 2012, "160,000 litas", "LTL", 160_000),
        ("TUR", 2004, "90 billion lira", "TRL", 90_000_000_000),
        ("TUR", 2018, "90,000 Turkish lira", "TRY", 90_000),
        ("ZMB", 2008, "22 million kwacha", "ZMK", 22_000_000),
        ("ZMB", 2018, "22,000 kwacha", "ZMW", 22_000),
        ("NZL", 2018, "7,300 New Zealand dollars", "NZD", 7_300),
        ("FJI", 2018, "7,300 New Zealand dollars", "NZD", 7_300),
        ("ZMB", 2014, "41,000 new kwacha", "ZMW", 41_000),
        ("GHA", 2018, "1.1 million Ghana cedis", "GHS", 1_100_000),
        ("SWE", 2018, "SEK 4 million", "SEK", 4_000_000),
        ("NOR", 2018, "4 million Norwegian kroner", "NOK", 4_000_000),
        ("DNK", 2018, "4 million kroner", "DKK", 4_000_000),
        ("GBR", 2018, "£640,000", "GBP", 640_000),
        ("GBR", 2018, "640,000 British pounds", "GBP", 640_000),
        ("EGY", 2018, "640,000 Egyptian pounds", "EGP", 640_000),
        ("SSD", 2018, "640,000 pounds", "SSP", 640_000),
        ("DEU", 2018, "€640,000", "EUR", 640_000),
        ("ISR", 2018, "3 million NIS", "ILS", 3_000_000),
        ("ISR", 2018, "3 million new Israeli shekels", "ILS", 3_000_000),
        ("CHN", 2018, "3 million RMB", "CNY", 3_000_000),
        ("KOR", 2018, "610 million won", "KRW", 610_000_000),
        ("JPN", 2018, "3 million yen", "JPY", 3_000_000),
        ("THA", 2018, "3.3 million baht", "THB", 3_300_000),
        ("PNG", 2018, "50,000 kina", "PGK", 50_000),
        ("ZAF", 2018, "R440,000", "ZAR", 440_000),
        ("ZAF", 2018, "440,000 South African rand", "ZAR", 440_000),
        ("TTO", 2018, "220,000 TTD", "TTD", 220_000),
        ("TTO", 2018, "TT$220,000", "TTD", 220_000),
        ("LCA", 2018, "22,000 Eastern Caribbean dollars", "XCD", 22_000),
        ("CUW", 2018, "22,000 Netherlands Antillean guilders", "ANG", 22_000),
        ("ABW", 2018, "22,000 florin", "AWG", 22_000),
        ("UKR", 2018, "250,000 hryvnia", "UAH", 250_000),
        ("RUS", 2018, "12 million rubles", "RUB", 12_000_000),
        ("BLR", 2019, "12,000 rubles", "BYN", 12_000),
        ("KGZ", 2019, "120,000 soms", "KGS", 120_000),
        ("UZB", 2019, "120 million soum", "UZS", 120_000_000),
        ("PER", 2019, "80,000 soles", "PEN", 80_000),
        ("CRI", 2019, "80 million colones", "CRC", 80_000_000),
        ("GTM", 2019, "1.8 million quetzals", "GTQ", 1_800_000),
        ("ARE", 2019, "180,000 dirhams", "AED", 180_000),
        ("MAR", 2019, "180,000 dirhams", "MAD", 180_000),
        ("QAT", 2019, "180,000 Qatari riyals", "QAR", 180_000),
    ],
)  # fmt: skip
def test_an_amount_is_read_with_its_currency(
    country: str, edition: int, printed: str, currency: str, amount: float
) -> None:
    assert amounts(f"It spent {printed} on shelters.", country, edition) == [(currency, amount, amount, "exact")]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("nearly $42,000", ("USD", 42_000, 42_000, "approximately")),
        ("more than 10,000 euros", ("EUR", 10_000, 10_000, "more_than")),
        ("up to €10,000", ("EUR", 10_000, 10_000, "at_most")),
        ("at least an estimated $500", ("USD", 500, 500, "at_least")),
        ("$60,000 or more", ("USD", 60_000, 60_000, "at_least")),
        ("$500 to $900", ("USD", 500, 900, "exact")),
        ("$500-$900", ("USD", 500, 900, "exact")),
        ("between $3 and $4 million", ("USD", 3_000_000, 4_000_000, "exact")),
        ("$2 to 3 billion", ("USD", 2_000_000_000, 3_000_000_000, "exact")),
        ("approximately 10,000 to 20,000 euros", ("EUR", 10_000, 20_000, "approximately")),
    ],
)
def test_qualifiers_and_ranges_of_money(printed: str, expected: tuple[str, float, float, str]) -> None:
    assert amounts(f"It spent {printed} on shelters.") == [expected]


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("KAZ", "Police opened 31 THB cases and closed 5 CRC files."),
        ("KAZ", "Courts gave 12 marks and 3 real warnings."),
        ("KAZ", "In 2007 the US 500 list was published."),
        ("KAZ", "They read ALL 120 files; TOP 10 lists were kept."),
        ("FRA", "Officials attended 16 sum-up meetings."),
    ],
)
def test_words_and_acronyms_are_no_currencies(country: str, text: str) -> None:
    assert amounts(text, country) == []


def test_a_sentence_may_begin_with_an_article_before_dollars() -> None:
    assert amounts("A $700 grant went to an NGO.", "AUS") == [("USD", 700, 700, "exact")]


def test_every_country_of_the_currency_table_exists() -> None:
    for uses in money.UNITS.values():
        for use in uses:
            assert use.country == "" or use.country in COUNTRIES, use


@given(st.integers(min_value=0, max_value=10**14))
def test_amounts_keep_their_cents(cents: int) -> None:
    assert money.decimal(cents / 100) == Decimal(cents) / 100


@given(st.text(alphabet="0123456789.,$€ RsKabcmilonpesu()-", max_size=60))
def test_any_jumble_of_money_reads_without_error(text: str) -> None:
    amounts(f"spent {text} euros", "ZMB")
