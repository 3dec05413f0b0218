"""What the UI shows beside the gates: the coverage picture, the release's numbers, and whether it is fresh."""

from __future__ import annotations

import base64
import re
from xml.etree import ElementTree

import pytest
from dagster import AssetKey, AssetMaterialization, DagsterEventType, DagsterInstance

from ingest.home import Home
from orchestration.freshness import CHECK, RELEASE, freshness
from orchestration.picture import COLOURS, coverage_markdown, coverage_svg
from tests.orchestration.shelf import COUNTRIES, drop, report
from tip_warehouse.release.publish import current_release
from tip_warehouse.run import RunOutcome

SVG = "{http://www.w3.org/2000/svg}"
ROWS = [
    ("ALB", 2008, "tip_report"), ("ALB", 2009, "tip_report"), ("ALB", 2010, "missing"), ("ALB", 2011, "tip_report"),
    ("PER", 2008, "missing"), ("PER", 2009, "factbook_only"), ("PER", 2011, "tip_report"),
]  # fmt: skip


def strokes(svg: str) -> dict[str, list[tuple[float, float, float]]]:
    """The strokes of each colour: left, middle, length in cells."""
    found = {}
    for path in ElementTree.fromstring(svg).iter(f"{SVG}path"):
        drawn = re.findall(r"M([\d.]+) ([\d.]+)h([\d.]+)", path.attrib["d"])
        found[path.attrib["stroke"]] = [(float(x), float(y), float(h) / 11) for x, y, h in drawn]
    return found


def test_the_picture_draws_every_cell_in_its_colour_and_place() -> None:
    drawn = strokes(coverage_svg(ROWS))
    assert [length for *_, length in drawn[COLOURS["tip_report"]]] == [2, 1, 1]
    assert [length for *_, length in drawn[COLOURS["missing"]]] == [1, 1]
    assert [length for *_, length in drawn[COLOURS["factbook_only"]]] == [1]
    (first, gap, peru) = drawn[COLOURS["tip_report"]]
    assert gap[0] - first[0] == 3 * 11
    assert (peru[0], peru[1] - first[1]) == (gap[0], 11)


def test_the_picture_counts_names_and_never_changes() -> None:
    svg = coverage_svg(ROWS)
    texts = [element.text for element in ElementTree.fromstring(svg).iter(f"{SVG}text")]
    assert {"ALB", "PER", "report: 4", "Factbook only: 1", "no report: 2"} <= set(texts)
    assert coverage_svg(reversed(ROWS)) == svg
    assert "There is no coverage yet." in coverage_svg([])
    assert "<b>" not in coverage_svg([("<b>", 2008, "missing")])


def test_two_hundred_countries_and_all_editions_make_a_small_picture() -> None:
    names = [f"{a}{b}X" for a in "ABCDEFGHIJKLMNOPQRST" for b in "ABCDEFGHIJ"]
    kinds = list(COLOURS)
    svg = coverage_svg((name, year, kinds[(place + year) % 3]) for place, name in enumerate(names)
                       for year in range(2001, 2026))  # fmt: skip
    assert len(svg) < 120_000
    assert float(ElementTree.fromstring(svg).attrib["width"]) < 1400


def test_a_run_keeps_what_it_has_to_say_once(
    first_run: tuple[Home, RunOutcome, list[str]], instance: DagsterInstance
) -> None:
    entries = instance.all_logs(first_run[1].run_id)
    events = [entry.get_dagster_event() for entry in entries if entry.is_dagster_event]
    outputs = [event.step_output_data for event in events if event.event_type is DagsterEventType.STEP_OUTPUT]
    made = [event for event in events if event.event_type is DagsterEventType.ASSET_MATERIALIZATION]
    assert outputs and not any(output.metadata for output in outputs)
    assert all(event.step_materialization_data.materialization.metadata for event in made)
    assert not [event for event in events if event.event_type is DagsterEventType.HOOK_SKIPPED]


@pytest.fixture
def shown(first_run: tuple[Home, RunOutcome, list[str]], instance: DagsterInstance) -> dict[str, AssetMaterialization]:
    """What the first run says of each asset, by its key; of partitioned ones as a whole."""
    entries = instance.all_logs(first_run[1].run_id, of_type=DagsterEventType.ASSET_MATERIALIZATION)
    made = [entry.get_dagster_event().step_materialization_data.materialization for entry in entries]
    return {one.asset_key.to_user_string(): one for one in made if one.partition is None}


def test_the_release_shows_its_id_its_documents_and_the_coverage_picture(
    shown: dict[str, AssetMaterialization], first_run: tuple[Home, RunOutcome, list[str]]
) -> None:
    metadata = shown["release"].metadata
    assert metadata["release_id"].value == first_run[1].release_id
    numbers = {name: metadata[f"documents_{name}"].value for name in ("seen", "loaded", "quarantined", "new")}
    assert numbers == {"seen": 5, "loaded": 5, "quarantined": 0, "new": 5}
    picture = str(metadata["coverage"].value)
    match = re.fullmatch(r"!\[.*\]\(data:image/svg\+xml;base64,(.*)\)", picture)
    assert match
    svg = base64.b64decode(match[1]).decode()
    assert coverage_markdown(svg) == picture
    assert f"report: {len(COUNTRIES)}" in svg


def test_every_asset_shows_numbers_to_plot(shown: dict[str, AssetMaterialization]) -> None:
    for key, made in shown.items():
        numbers = {name for name, value in made.metadata.items() if isinstance(value.value, int | float)}
        inlined = made.metadata.get("status") is not None and "inlined" in str(made.metadata["status"].value)
        if not inlined:
            assert {"dagster/row_count", "seconds"} & numbers, key
        if not key.startswith(("staging/", "intermediate/", "marts/")):
            assert {"dagster/row_count", "seconds"} <= numbers, key
            assert {"bytes", "warehouse_bytes"} & numbers, key


def test_the_release_is_fresh_until_something_is_dropped(home: Home, instance: DagsterInstance) -> None:
    release = current_release(home)
    assert release is not None
    fresh = freshness(home)
    assert fresh.passed
    assert fresh.metadata["release_id"].value == release.release_id
    assert 0 <= float(str(fresh.metadata["age in days"].value)) < 1
    drop(home, "nepal.txt", report("Nepal"))
    behind = freshness(home)
    assert (behind.passed, behind.severity.value) == (False, "WARN")
    assert "1 new or changed contents" in str(behind.description)
    assert "`tip run`" in str(behind.description)


def test_a_home_without_a_release_is_not_fresh_once_there_is_something_to_read(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    home = Home.at(tmp_path_factory.mktemp("new") / "home").create()
    assert freshness(home).passed
    drop(home, "nepal.txt", report("Nepal"))
    assert "no release yet" in str(freshness(home).description)


def test_every_run_looks_whether_the_release_is_fresh(
    first_run: tuple[Home, RunOutcome, list[str]], instance: DagsterInstance
) -> None:
    entries = instance.all_logs(first_run[1].run_id, of_type=DagsterEventType.ASSET_CHECK_EVALUATION)
    found = [entry.get_dagster_event().asset_check_evaluation_data for entry in entries]
    (look,) = (one for one in found if one.check_name == CHECK)
    assert (look.asset_key, look.passed) == (RELEASE, True)
    assert AssetKey(["release"]) == RELEASE
