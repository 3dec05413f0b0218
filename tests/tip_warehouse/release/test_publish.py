"""Publishing is one atomic step: users see the old release or the new one, whole."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from ingest.home import Home
from tip_warehouse.release.export import ExportError
from tip_warehouse.release.publish import (
    PublishError,
    current_release,
    list_releases,
    publish,
    stage_release,
    verify_release,
)

Stage = Callable[[int], Home]


def snapshot(folder: Path) -> dict[str, bytes | str]:
    """Everything under `folder`: the bytes of files and the targets of links."""
    return {
        path.relative_to(folder).as_posix(): os.readlink(path) if path.is_symlink() else path.read_bytes()
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }


def stated(release: Path) -> int:
    with duckdb.connect(str(release / "warehouse.duckdb"), read_only=True) as connection:
        (value,) = connection.execute("SELECT value FROM marts.fact_outputs").fetchone() or (-1,)
    return int(value)


def test_staging_shows_nothing_and_publishing_makes_the_release_the_current_one(home: Home) -> None:
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
    before = snapshot(home.published)
    assert stage_release(home, extractor_version="1").unchanged
    again = publish(home)
    assert again.unchanged
    assert (again.release_id, again.path) == (release.release_id, release.path)
    assert snapshot(home.published) == before
    assert not stage_release(home, extractor_version="2").unchanged


def test_other_content_makes_a_new_release_and_old_ones_stay(stage: Stage) -> None:
    first = publish(stage(120))
    second = publish(home := stage(555))
    assert current_release(home) == second
    assert {release.release_id for release in list_releases(home)} == {first.release_id, second.release_id}
    assert (stated(first.path), stated(second.path), stated(home.current)) == (120, 555, 555)


def test_a_reader_that_holds_the_old_release_open_reads_on(stage: Stage) -> None:
    home = stage(120)
    publish(home)
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
    publish(stage(555))
    reading.stdin.write("\n")
    reading.stdin.flush()
    assert reading.stdout.readline().strip() == "120"
    reading.communicate("\n", timeout=20)
    assert stated(home.current) == 555


def test_a_failure_while_staging_leaves_what_is_published(stage: Stage) -> None:
    home = stage(120)
    publish(home)
    before = snapshot(home.published)
    with duckdb.connect(str(home.candidate)) as connection:
        connection.execute("UPDATE marts.report_paragraphs SET text = NULL")
    with pytest.raises(ExportError, match="report_paragraphs: text is NULL"):
        stage_release(home, extractor_version="1")
    with pytest.raises(PublishError, match="no complete release"):
        publish(home)
    assert snapshot(home.published) == before


@pytest.mark.parametrize("broken_call", ["fsync", "rename", "symlink", "replace"])
def test_a_publish_that_dies_leaves_the_old_release_current_and_the_next_one_finishes(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, broken_call: str
) -> None:
    first = publish(stage(120))
    before = snapshot(first.path)
    home = stage(555)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, broken_call, fail)
        with pytest.raises((OSError, PublishError), match="No space left"):
            publish(home)
    assert current_release(home) == first
    assert snapshot(first.path) == before
    second = publish(stage(555))
    assert not second.unchanged
    assert current_release(home) == second
    assert stated(home.current) == 555
    assert len(list_releases(home)) == 2
    assert sorted(path.name for path in home.published.iterdir()) == ["current", "releases"]


def flip_a_byte(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def test_damage_is_found_and_never_published(stage: Stage) -> None:
    home = stage(120)
    flip_a_byte(home.staged_release / "parquet" / "fact_victims.parquet")
    with pytest.raises(PublishError, match=r"damaged: parquet/fact_victims\.parquet: has other bytes"):
        publish(home)
    assert snapshot(home.published) == {}


def test_verification_names_every_file_that_is_not_as_released(stage: Stage) -> None:
    release = publish(stage(120))
    flip_a_byte(release.path / "warehouse.duckdb")
    (release.path / "parquet" / "dim_year.parquet").unlink()
    with (release.path / "README.txt").open("a", encoding="utf-8") as file:
        file.write("!")
    (release.path / "notes.txt").write_text("not ours", encoding="utf-8")
    size = (release.path / "README.txt").stat().st_size
    assert [str(problem) for problem in verify_release(release.path)] == [
        f"README.txt: has {size} bytes instead of {size - 1}",
        "parquet/dim_year.parquet: is missing",
        "warehouse.duckdb: has other bytes than when it was released",
        "notes.txt: is not listed in the manifest",
    ]


def test_verification_finds_a_manifest_that_was_rewritten_to_fit(stage: Stage) -> None:
    release = publish(stage(120))
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


def test_a_pointer_to_nothing_says_so(stage: Stage) -> None:
    release = publish(home := stage(120))
    shutil.rmtree(release.path)
    with pytest.raises(PublishError, match=r"has no manifest\.json"):
        current_release(home)


def test_a_look_at_the_current_release_needs_the_standard_library_alone(stage: Stage) -> None:
    release = publish(home := stage(120))
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
