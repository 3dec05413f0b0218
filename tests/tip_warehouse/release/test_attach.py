"""Files that join a staged release: they are listed, verified like all others, and change no content digest."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tip_warehouse.release.attach import attach, is_same_content
from tip_warehouse.release.digest import content_digest
from tip_warehouse.release.publish import MANIFEST, PublishError, Release, verify_release


@pytest.fixture
def staged(tmp_path: Path) -> Path:
    """The least that is a release: a manifest that lists nothing."""
    folder = tmp_path / "release"
    folder.mkdir()
    content = {
        "content_digest": content_digest({}, "1", "2"),
        "code_version": "1",
        "extractor_version": "2",
        "files": [],
    }
    (folder / MANIFEST).write_text(json.dumps(content))
    return folder


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_attached_files_are_verified_like_all_others(staged: Path) -> None:
    put(staged / "docs" / "index.html", "index")
    put(staged / "docs" / "facts" / "a.html", "a")
    assert {str(problem) for problem in verify_release(staged)} == {
        "docs/facts/a.html: is not listed in the manifest", "docs/index.html: is not listed in the manifest",
    }  # fmt: skip
    assert attach(staged, "docs") == 2
    assert verify_release(staged) == []
    put(staged / "docs" / "index.html", "other")
    assert [str(problem) for problem in verify_release(staged)] == [
        "docs/index.html: has other bytes than when it was released"
    ]


def test_attaching_again_takes_the_place_of_what_was_listed(staged: Path) -> None:
    put(staged / "docs" / "index.html", "index")
    attach(staged, "docs")
    (staged / "docs" / "index.html").unlink()
    put(staged / "docs" / "new.html", "new")
    attach(staged, "docs")
    assert verify_release(staged) == []
    assert [entry["path"] for entry in json.loads((staged / MANIFEST).read_text())["files"]] == ["docs/new.html"]


def test_a_staged_release_is_the_same_where_its_digest_is(staged: Path) -> None:
    digest = content_digest({}, "1", "2")
    release = Release("r", staged, "2026-01-01T00:00:00Z", digest, "1", "2")
    assert is_same_content(staged, release)
    assert not is_same_content(staged, replace(release, content_digest="other"))


def test_nothing_is_attached_to_what_is_no_release(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="stage it first"):
        attach(tmp_path, "docs")
