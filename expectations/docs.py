"""GX Data Docs of what the gates found: a page for each suite and an index, made for a release to carry.

GX renders every result; the page around the results is the project's own, since GX's loads style sheets, scripts and
pictures from a dozen hosts and prints the time: a release must read the same in ten years, without a network, and the
same findings must make the same bytes. Importing this module imports GX.
"""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Iterable, Sequence
from itertools import count
from pathlib import Path
from typing import Any

from great_expectations.core.expectation_validation_result import (
    ExpectationSuiteValidationResult,
    ExpectationValidationResult,
)
from great_expectations.render.renderer.page_renderer import ValidationResultsPageRenderer
from great_expectations.render.view.view import DefaultJinjaPageView
from jinja2 import ChoiceLoader, DictLoader

from expectations.engine import Page
from expectations.report import GateReport

INDEX = "index.html"
_TITLES = {"facts": "Gate A: the facts before they are loaded", "marts": "Gate B: the release before it is published"}
_STYLE = """
body { font: 15px/1.45 system-ui, sans-serif; margin: 2em auto; max-width: 72em; padding: 0 1em; color: #1b1b1b; }
table { border-collapse: collapse; margin: .6em 0 1.6em; width: 100%; }
th, td { border-bottom: 1px solid #ddd; padding: .35em .6em; text-align: left; vertical-align: top; }
h1 { font-size: 1.4em; } h2, h5 { font-size: 1.05em; margin: 1.4em 0 .3em; } hr { display: none; }
.held, .text-success { color: #1a7f37; } .broken, .text-danger { color: #b42318; font-weight: 600; }
.warned { color: #9a6700; font-weight: 600; }
.fa-check-circle:before { content: "held"; } .fa-times:before { content: "BROKEN"; }
.fa-exclamation-triangle:before { content: "not judged"; }
"""
_BLANK = re.compile(r"\s*\n\s*")
_SUITE_LINK = re.compile(r'<a href="[./]*expectations/[^"]*" *>([^<]*)</a>')
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="UTF-8"><title>{{ expectation_suite_name }}</title><style>{{ own_style }}</style></head>
<body>
<p><a href="../index.html">All suites</a></p>
<h1>{{ gate_title }}: {{ expectation_suite_name }}</h1>
{% for section in sections %}{% set section_loop = loop -%}{% include 'section.j2' %}{% endfor %}
</body>
</html>
"""


class _View(DefaultJinjaPageView):
    """GX's view with the project's page, names of elements that do not change, and nothing fetched from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        assert self.env.loader is not None
        self.env.loader = ChoiceLoader([DictLoader({"page.j2": _PAGE}), self.env.loader])
        # The templates are part of the installed package: looking at their files for each use takes half the time.
        self.env.auto_reload = False
        self.env.globals["own_style"] = _STYLE
        self._number = count()
        self.env.filters["generate_html_element_uuid"] = self._element

    def _element(self, prefix: Any = None) -> str:
        return f"{prefix or ''}{next(self._number)}"

    def page(self, document: Any, title: str) -> str:
        """One page; element names count from 0 in each."""
        self._number = count()
        # GX's templates leave most of a page blank, and link to a page of the suite, which is code here.
        render: Any = self.render
        text = _SUITE_LINK.sub(r"\1", _BLANK.sub("\n", str(render(document, gate_title=title))))
        return text.replace("Data asset: None<br>", "")


_made: list[tuple[_View, ValidationResultsPageRenderer]] = []


def _tools() -> tuple[_View, ValidationResultsPageRenderer]:
    """View and renderer, made once: the templates are compiled at their first use."""
    if not _made:
        _made.append((_View(), ValidationResultsPageRenderer(run_info_at_end=True)))
    return _made[0]


def warm() -> None:
    """Compile the templates, which takes longer than filling them in for all suites."""
    view, renderer = _tools()
    view.page(renderer.render(_result(Page("none", 0, (), ()))), "")


def write_docs(folder: Path, reports: Iterable[GateReport]) -> list[Path]:
    """Write the Data Docs of these gates into `folder`, in place of what was there; returns the files.

    The index lists gates and suites; `<gate>/<suite>.html` shows each expectation with what was observed and up to
    five rows that break it. Same reports, same bytes.
    """
    view, renderer = _tools()
    shutil.rmtree(folder, ignore_errors=True)
    files: list[Path] = []
    parts: list[str] = []
    for report in reports:
        (folder / report.name).mkdir(parents=True)
        title = _TITLES.get(report.name, report.name)
        verdict = "refused" if report.refused else "passed"
        parts.append(f'<h2>{html.escape(title)}: <span class="{"broken" if report.refused else "held"}">')
        parts.append(f"{verdict}</span></h2>")
        parts += [f"<p>{html.escape(reason)}</p>" for reason in (*report.reasons, *report.warnings)]
        # A gate judges some suites twice, where one document stands in for another.
        pages: dict[str, Page] = {}
        for page in report.pages:
            pages.setdefault(page.suite, page)
        for page in pages.values():
            file = folder / report.name / f"{page.suite}.html"
            document = renderer.render(_result(page))
            # The last section tells run and time, which a release says of itself.
            document.sections = document.sections[:-1]
            file.write_text(view.page(document, title), encoding="utf-8")
            files.append(file)
        parts.append(_listed(report.name, list(pages.values())))
    index = folder / INDEX
    folder.mkdir(parents=True, exist_ok=True)
    index.write_text(
        '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="UTF-8"><title>Data Docs</title>'
        f"<style>{_STYLE}</style></head>\n<body>\n<h1>What the gates expected, and what they found</h1>\n"
        + "\n".join(parts)
        + "\n</body>\n</html>\n",
        encoding="utf-8",
    )
    return [index, *files]


def _listed(gate: str, pages: Sequence[Page]) -> str:
    rows = []
    for page in pages:
        broken = [finding.outcome for finding in page.findings if not finding.outcome.success]
        severe = any(outcome.severity == "error" for outcome in broken)
        style = "broken" if severe else "warned" if broken else "held"
        said = "; ".join(outcome.expectation for outcome in broken) or "all held"
        rows.append(
            f'<tr><td><a href="{gate}/{page.suite}.html">{page.suite}</a></td><td>{page.rows:,}</td>'
            f'<td>{len(page.findings)}</td><td class="{style}">{html.escape(said)}</td></tr>'
        )
    head = "<tr><th>suite</th><th>rows</th><th>expectations</th><th>broken</th></tr>"
    return f"<table>{head}{''.join(rows)}</table>"


def _result(page: Page) -> ExpectationSuiteValidationResult:
    """A suite's findings in GX's own form. What the screen passed was judged row by row, and no row broke it."""
    results = []
    for expectation, finding in zip(page.expectations, page.findings, strict=True):
        outcome = finding.outcome
        result: dict[str, Any] = {
            "element_count": page.rows,
            "unexpected_count": outcome.unexpected_count,
            "unexpected_percent": 100.0 * outcome.unexpected_count / max(page.rows, 1),
            # GX takes values for trusted; these are words of a report that anyone may have written.
            "partial_unexpected_list": [html.escape(example, quote=False) for example in outcome.examples],
        }
        if outcome.kind == "expect_table_row_count_to_be_between":
            result = {"observed_value": page.rows}
        results.append(ExpectationValidationResult(
            success=outcome.success, expectation_config=expectation.configuration, result=result,
            exception_info={"raised_exception": False, "exception_message": None, "exception_traceback": None},
        ))  # fmt: skip
    held = sum(finding.outcome.success for finding in page.findings)
    return ExpectationSuiteValidationResult(
        success=held == len(results),
        results=results,
        suite_name=page.suite,
        suite_parameters={},
        statistics={
            "evaluated_expectations": len(results),
            "successful_expectations": held,
            "unsuccessful_expectations": len(results) - held,
            "success_percent": 100.0 * held / len(results) if results else None,
        },
        meta={},
    )
