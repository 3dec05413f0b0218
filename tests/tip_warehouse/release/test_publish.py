"""Publishing is one atomic step: users see the old release or the new one, whole."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from ingest.home import Home
from tip_warehouse.release import publish as publishing
from tip_warehouse.release.export import ExportError
from tip_warehouse.release.publish import (
    PublishError,
    Release,
    current_release,
    list_releases,
    publish,
    stage_release,
    verify_release,
)


def snapshot(folder: Path) -> dict[str, bytes | str]:
    """Everything under `folder`: the bytes of files and the targets of links."""
    return {
        path.relative_to(folder).as_posix(): os.readlink(path) if path.is_symlink() else path.read_bytes()
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }


def change_candidate(home: Home, value: int) -> None:
    with duckdb.connect(str(home.candidate)) as connection:
        connection.execute("UPDATE marts.fact_outputs SET value = ?", [value])


def stage_and_publish(home: Home) -> Release:
    stage_release(home, extractor_version="1")
    return publish(home)


def stated(release: Path) -> int:
    with duckdb.connect(str(release / "warehouse.duckdb"), read_only=True) as connection:
        (value,) = connection.execute("SELECT value FROM marts.fact_outputs").fetchone() or (-1,)
    return int(value)


def test_the_first_release_becomes_the_current_one(home: Home) -> None:
    assert current_release(home) is None
    assert list_releases(home) == []
    staged = stage_release(home, extractor_version="1")
    assert not staged.unchanged
    assert snapshot(home.published) == {}
    release = publish(home)
    assert release == current_release(home)
    assert release.release_id == staged.release_id
    assert release.path == home.releases / release.release_id
    assert os.readlink(home.current) == f"releases/{release.release_id}"
    assert verify_release(release.path) == []
    assert not home.staged_release.exists()
    assert stated(home.current) == 120


def test_the_same_content_makes_no_new_release(home: Home) -> None:
    first = stage_and_publish(home)
    before = snapshot(home.published)
    staged = stage_release(home, extractor_version="1")
    assert staged.unchanged
    again = publish(home)
    assert again.unchanged
    assert (again.release_id, again.path) == (first.release_id, first.path)
    assert snapshot(home.published) == before


def test_other_content_or_another_extractor_makes_a_new_release(home: Home) -> None:
    first = stage_and_publish(home)
    change_candidate(home, 121)
    second = stage_and_publish(home)
    stage_release(home, extractor_version="2")
    third = publish(home)
    assert len({first.release_id, second.release_id, third.release_id}) == 3
    assert current_release(home) == third
    assert {release.release_id for release in list_releases(home)} == {
        first.release_id, second.release_id, third.release_id,
    }  # fmt: skip
    assert (stated(first.path), stated(second.path), stated(third.path)) == (120, 121, 121)


def test_a_reader_that_holds_the_old_release_open_reads_on(home: Home) -> None:
    stage_and_publish(home)
    reading = subprocess.Popen(
        [sys.executable, "-c", (
            "import duckdb, sys\n"
            "c = duckdb.connect(sys.argv[1], read_only=True)\n"
            "for _ in range(2):\n"
            "    print(c.execute('SELECT value FROM marts.fact_outputs').fetchone()[0], flush=True)\n"
            "    sys.stdin.readline()\n"
        ), str(home.current / "warehouse.duckdb")],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert reading.stdin is not None
    assert reading.stdout is not None
    assert reading.stdout.readline().strip() == "120"
    change_candidate(home, 555)
    stage_and_publish(home)
    reading.stdin.write("\n")
    reading.stdin.flush()
    assert reading.stdout.readline().strip() == "120"
    reading.communicate("\n", timeout=20)
    assert stated(home.current) == 555


def test_a_failure_while_staging_leaves_what_is_published(home: Home) -> None:
    stage_and_publish(home)
    before = snapshot(home.published)
    with duckdb.connect(str(home.candidate)) as connection:
        connection.execute("UPDATE marts.report_paragraphs SET text = NULL")
    with pytest.raises(ExportError, match="report_paragraphs: text is NULL"):
        stage_release(home, extractor_version="1")
    with pytest.raises(PublishError, match="no complete release"):
        publish(home)
    assert snapshot(home.published) == before


@pytest.mark.parametrize("broken_call", ["rename", "symlink", "replace", "fsync"])
def test_a_failure_while_publishing_leaves_the_pointer_and_the_release_it_points_to(
    home: Home, monkeypatch: pytest.MonkeyPatch, broken_call: str
) -> None:
    first = stage_and_publish(home)
    before = snapshot(first.path)
    change_candidate(home, 9)
    stage_release(home, extractor_version="1")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(publishing.os, broken_call, fail)
        with pytest.raises((OSError, PublishError), match="No space left"):
            publish(home)
    assert current_release(home) == first
    assert snapshot(first.path) == before
    # The next attempt is not hindered by what the failed one left behind.
    stage_release(home, extractor_version="1", created_at=None)
    if not any(release.release_id != first.release_id for release in list_releases(home)):
        assert publish(home).path != first.path
        assert stated(home.current) == 9


def flip_a_byte(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def test_damage_is_found_and_never_published(home: Home) -> None:
    stage_release(home, extractor_version="1")
    flip_a_byte(home.staged_release / "parquet" / "fact_victims.parquet")
    with pytest.raises(PublishError, match=r"damaged: parquet/fact_victims\.parquet: has other bytes"):
        publish(home)
    assert snapshot(home.published) == {}


def test_verification_names_every_file_that_is_not_as_released(home: Home) -> None:
    release = stage_and_publish(home)
    flip_a_byte(release.path / "warehouse.duckdb")
    (release.path / "parquet" / "dim_year.parquet").unlink()
    with (release.path / "README.txt").open("a", encoding="utf-8") as file:
        file.write("!")
    (release.path / "notes.txt").write_text("not ours", encoding="utf-8")
    assert {str(problem).split(": ")[0]: str(problem).split(": ")[1][:20] for problem in verify_release(release.path)} == {
        "warehouse.duckdb": "has other bytes than",
        "parquet/dim_year.parquet": "is missing",
        "README.txt": f"has {(release.path / 'README.txt').stat().st_size} bytes instead"[:20],
        "notes.txt": "is not listed in the",
    }


def test_verification_finds_a_manifest_that_was_rewritten_to_fit(home: Home) -> None:
    release = stage_and_publish(home)
    manifest = json.loads((release.path / "manifest.json").read_text(encoding="utf-8"))
    for entry in manifest["files"]:
        if entry["path"] == "parquet/fact_victims.parquet":
            shutil.copy(release.path / "parquet" / "fact_outputs.parquet", release.path / entry["path"])
            copied = next(file for file in manifest["files"] if file["path"] == "parquet/fact_outputs.parquet")
            entry.update(sha256=copied["sha256"], bytes=copied["bytes"])
    (release.path / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    assert [problem.file for problem in verify_release(release.path)] == ["manifest.json"]
    (release.path / "manifest.json").write_text("{", encoding="utf-8")
    assert "cannot be read" in str(verify_release(release.path)[0])


def test_a_pointer_to_nothing_says_so(home: Home) -> None:
    release = stage_and_publish(home)
    shutil.rmtree(release.path)
    with pytest.raises(PublishError, match="has no manifest.json"):
        current_release(home)


def test_a_look_at_the_current_release_needs_the_standard_library_alone(home: Home) -> None:
    release = stage_and_publish(home)
    code = (
        "import sys\n"
        "from ingest.home import Home\n"
        "from tip_warehouse.release.publish import current_release, list_releases, verify_release\n"
        f"home = Home.at({str(home.root)!r})\n"
        "print(current_release(home).release_id, len(list_releases(home)), verify_release(home.current))\n"
        "heavy = {'duckdb', 'pyarrow', 'dbt', 'numpy', 'pandas', 'yaml', 'dagster'} & set(sys.modules)\n"
        "print(sorted(heavy))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30)
    assert done.stdout.splitlines() == [f"{release.release_id} 1 []", "[]"]
