"""Synthetic reports in any number: own sentences with drawn numbers, each country and edition as often as needed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from ingest.vocabulary.countries import COUNTRIES

EDITIONS = range(2001, 2026)
_TIERS = ("Tier 1", "Tier 2", "Tier 2 Watch List", "Tier 3")


def reports(number: int, skip: int = 0) -> Iterator[tuple[str, str]]:
    """(path, text) of `number` reports after the first `skip`; the same ones on every machine.

    After all countries and editions (some 5,900) the same reports come again with other numbers, as another publisher's
    page would: documents that supersede, or are superseded by, the earlier ones.
    """
    pairs = [
        (country, edition)
        for edition in EDITIONS
        for country in COUNTRIES.values()
        if (country.valid_from or 0) <= edition <= (country.valid_to or 9999)
    ]
    random.Random(7).shuffle(pairs)
    for index in range(skip, skip + number):
        country, edition = pairs[index % len(pairs)]
        draw = random.Random(index)
        yield f"{index // 1000:03}/{index:06}-{country.country_code}-{edition}.txt", _text(country.name, edition, draw)


def write(folder: Path, number: int, skip: int = 0) -> int:
    """Write reports into a landing folder; returns their bytes."""
    size = 0
    for path, text in reports(number, skip):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        size += (folder / path).write_bytes(text.encode())
    return size


def _text(name: str, edition: int, draw: random.Random) -> str:
    def some(low: int, high: int) -> int:
        return draw.randint(low, high)

    neighbors = draw.sample([country.name for country in COUNTRIES.values() if country.name != name], 4)
    investigated, convicted = some(12, 90), some(3, 11)
    women, men, children = some(11, 60), some(11, 60), some(11, 60)
    fines = "fines" if draw.random() < 0.5 else "fines or community service"
    return f"""Trafficking in Persons Report {edition} - {name}

{name} ({draw.choice(_TIERS)})

{name} is a source, transit, and destination country for men, women, and children subjected to forced labor and sex \
trafficking. Victims from {neighbors[0]} and {neighbors[1]} are exploited in forced labor on farms and in homes. Women \
from {name} are subjected to sex trafficking in {neighbors[2]} and {neighbors[3]}.

The Government of {name} does not fully meet the minimum standards for the elimination of trafficking; however, it is \
making significant efforts to do so.

RECOMMENDATIONS FOR {name.upper()}: Investigate and prosecute trafficking offenses; train officials in the \
identification of victims; and fund shelters outside the capital.

PROSECUTION
The government maintained its law enforcement efforts. Article {some(101, 399)} of the penal code prohibits all forms \
of trafficking and prescribes penalties of {some(2, 5)} to {some(8, 15)} years' imprisonment, which are sufficiently \
stringent. Police investigated {investigated} trafficking cases in {edition - 1}, compared with {some(12, 90)} \
cases in {edition - 2}. Prosecutors brought {some(11, 40)} cases to court. Courts convicted {convicted} traffickers in \
{edition - 1}, compared with {some(3, 11)} in {edition - 2}, and sentenced them to terms of {some(1, 3)} to \
{some(4, 9)} years' imprisonment; {some(1, 2)} received {fines}. The government did not report any investigations, \
prosecutions, or convictions of complicit officials. The academy trained {some(40, 900)} police officers.

PROTECTION
The government identified {women + men + children} trafficking victims, including {women} women, {men} men, and \
{children} children, in {edition - 1}. It referred {some(5, 30)} victims to shelters, and NGOs assisted {some(31, 90)} \
others. The government allocated ${some(20, 900)},000 for victim services in {edition - 1}. It repatriated \
{some(2, 9)} victims with the help of an international organization.

PREVENTION
The government held {some(3, 30)} awareness campaigns. The hotline received {some(100, 900)} calls. The government did \
not make efforts to reduce the demand for commercial sex acts. {name} is a party to the 2000 UN TIP Protocol.
"""
