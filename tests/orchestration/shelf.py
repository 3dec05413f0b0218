"""Sample reports, written for these tests, and the faults that the tests plant."""

from __future__ import annotations

import hashlib
import os
import signal
from pathlib import Path
from typing import Any

from dagster import job, op

from ingest.document import Document, Extraction
from ingest.home import Home

COUNTRIES = ("Kenya", "Peru", "Albania", "Malawi", "Laos")


def report(country: str, edition: int = 2009, convictions: int = 14) -> str:
    """A short narrative; `convictions` is the figure that tests change."""
    before = edition - 1
    return (
        f"Trafficking in Persons Report {edition} - {country}\n\n"
        f"{country} is a source country for women trafficked to Italy for commercial sexual exploitation. "
        f"The Government of {country} does not fully comply with the minimum standards for the elimination of "
        "trafficking; however, it is making significant efforts to do so.\n\n"
        f"In {before}, police investigated 31 trafficking cases, and courts convicted {convictions} traffickers. "
        f"Article 77 of the penal code prescribes penalties of up to ten years' imprisonment.\n\n"
        f"The government identified 46 victims of trafficking in {before}. "
        "The ministry of education distributed 5,200 leaflets at schools.\n"
    )


def drop(home: Home, name: str, text: str) -> None:
    """Put a file into the landing folder as a careful writer does: complete, then renamed into place."""
    partial = home.landing / f".{name}.new"
    partial.write_text(text)
    partial.replace(home.landing / name)


def fingerprint(folder: Path) -> dict[str, str]:
    """What users could see under `folder`: every file's hash and every link's target."""
    seen: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            seen[name] = f"-> {path.readlink()}"
        elif path.is_file():
            seen[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return seen


class WrongQuotes:
    """An extractor with a broken rule: in reports of `countries`, each quote of a prosecution is other words."""

    def __init__(self, real: Any, countries: frozenset[str]) -> None:
        self.real, self.countries = real, countries

    def __call__(self, document: Document) -> Extraction:
        extraction: Extraction = self.real(document)
        if document.country_code in self.countries:
            for row in extraction.rows["fact_prosecutions"]:
                row["quote"] = "w" * len(row["quote"])
        return extraction


@job
def no_steps() -> None:
    """A job for runs that stand in the instance and do nothing."""


@op
def break_off() -> None:
    """Fails: for good, or in a way that can pass, or by the signal of a service that stops."""
    if os.environ.get("TIP_TEST_FAULT") == "signal":
        os.kill(os.getpid(), signal.SIGTERM)
    if os.environ.get("TIP_TEST_FAULT") == "passes":
        raise ConnectionResetError("the line went dead")
    raise KeyError("a column that is not there")


@job
def breaks() -> None:
    """A job that fails."""
    break_off()
