"""What is compiled counts for these very sources alone, and changes nothing that is told of the extractor's version."""

from __future__ import annotations

import ast
import pickle
import sys
from collections.abc import Iterator
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from typing import Any

import pytest

from benchmarks.compiled import sources
from benchmarks.prepared import prepared
from ingest import compiled, document, versions
from ingest.document import Document, Extraction, Paragraph, SetAside

SUFFIX = EXTENSION_SUFFIXES[0]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project of one module, for which nothing is compiled; what is taken in the test is put back."""
    (tmp_path / "ingest").mkdir()
    (tmp_path / "ingest" / "tokens.py").write_text("LONGEST = 1000\n")
    monkeypatch.setattr(versions, "ROOT", tmp_path)
    monkeypatch.setattr(compiled, "BUILDS", tmp_path / ".tools" / "compiled")
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    monkeypatch.delenv(compiled.SWITCH, raising=False)
    versions.digest_of.cache_clear()
    yield tmp_path
    versions.digest_of.cache_clear()


def _build() -> Path:
    """Extension modules as the compiler leaves them, for the sources as they stand."""
    folder = compiled.folder_of(versions.extractor_version())
    (folder / "ingest").mkdir(parents=True)
    (folder / f"0123__mypyc{SUFFIX}").touch()
    (folder / "ingest" / f"tokens{SUFFIX}").touch()
    return folder


def test_the_version_is_that_of_the_sources_alone(project: Path) -> None:
    before = versions.extractor_version()
    (project / "ingest" / f"tokens{SUFFIX}").write_bytes(b"\x7fELF")
    _build()
    versions.digest_of.cache_clear()
    assert versions.extractor_version() == before
    (project / "ingest" / "tokens.py").write_text("LONGEST = 1001\n")
    versions.digest_of.cache_clear()
    assert versions.extractor_version() != before


def test_compiled_modules_come_before_the_sources_and_others_are_left_alone(project: Path) -> None:
    folder = _build()
    assert compiled.use()
    found = sys.meta_path[0].find_spec("ingest.tokens", None)
    assert found is not None and found.origin == str(folder / "ingest" / f"tokens{SUFFIX}")
    assert sys.meta_path[0].find_spec("0123__mypyc", None) is not None
    assert sys.meta_path[0].find_spec("ingest.extract", None) is None


def test_what_was_compiled_from_other_sources_is_not_taken(project: Path) -> None:
    _build()
    (project / "ingest" / "tokens.py").write_text("LONGEST = 1001\n")
    versions.digest_of.cache_clear()
    assert not compiled.use()


def test_nothing_is_taken_where_nothing_is_built_or_the_switch_is_off(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not compiled.use()
    _build()
    monkeypatch.setenv(compiled.SWITCH, "0")
    assert not compiled.use()


def test_what_goes_from_process_to_process_is_never_compiled_and_comes_back_equal() -> None:
    assert Path(document.__file__) not in sources()
    paragraph = Paragraph(1, "profile", 0, 4)
    one = Document(
        "d", "tip_report:PER:2009", "tip_report", "PER", 2009, "Peru", "Text", (paragraph,), "peru.txt", "0", "text"
    )
    made = Extraction(one, {"fact_victims": [{"value": 3}]}, [SetAside("ignored.age", 3)])
    assert pickle.loads(pickle.dumps(made)) == made


def test_modules_that_know_where_they_lie_are_not_compiled() -> None:
    found = sources()
    assert {"tokens.py", "extract.py", "sentences.py"} <= {path.name for path in found}
    assert not [path for path in found if "__file__" in path.read_text(encoding="utf-8")]


SOURCE = """from __future__ import annotations
from dataclasses import dataclass, field
REACH = 9
_WORDS: frozenset[str] = frozenset('ab')
AGAIN = 1
AGAIN = 2
Entry = tuple[str, int]
_SEVERAL = {
    'a': REACH,
}
@dataclass(slots=True)
class Leg:
    start: int  # where it begins
    names: list[str] = field(default_factory=list)
    turns: list[int] = field(default_factory=lambda: [REACH])
    own: bool = field(default=False)
    end: int = REACH

    def far(self) -> int:
        return self.end - self.start
@dataclass(frozen=True, slots=True)
class Span:
    start: int
"""


def _names(source: str) -> dict[str, Any]:
    # The dataclass asks for the module of its class.
    names: dict[str, Any] = {"__name__": __name__}
    exec(compile(source, "prepared", "exec"), names)
    return names


def test_constants_are_declared_final_and_keep_their_values() -> None:
    made = prepared(SOURCE)
    for line in ("REACH: _Final = 9", "_WORDS: _Final[frozenset[str]] = frozenset('ab')", "_SEVERAL: _Final = {"):
        assert line in made.split("\n")
    assert {"AGAIN = 2", "Entry = tuple[str, int]"} <= {*made.split("\n")}
    names = ("REACH", "_WORDS", "AGAIN", "Entry", "_SEVERAL")
    assert [_names(made)[name] for name in names] == [_names(SOURCE)[name] for name in names]


def test_records_set_their_own_columns_and_are_the_same_otherwise() -> None:
    made = prepared(SOURCE)
    assert "@dataclass" not in made and "def __init__(self, start: int, names: list[str] | None = None" in made
    for source in (SOURCE, made):
        leg = _names(source)["Leg"]
        one, other = leg(3), leg(3, ["a"], own=True)
        columns = [(of.start, of.names, of.turns, of.own, of.end, of.far()) for of in (one, other)]
        assert columns == [(3, [], [9], False, 9, 6), (3, ["a"], [9], True, 9, 6)]
        assert one == leg(3) and one != other and one.names is not leg(3).names
        span = _names(source)["Span"]
        assert {span(1): "one", span(2): "two"}[span(1)] == "one"


GENERATOR = """from __future__ import annotations
def found(lists: list[list[int]]) -> Iterator[int]:
    at, one = 7, "\u2013" + str([at for at in lists[0]])
    yield at
    yield sum(at for lists in lists for at in [at + 1 for at in lists])
    yield from (at for at in {at: at for at in lists[0]})
    yield at
    yield len(one)
"""


def test_names_in_comprehensions_of_generators_are_their_own() -> None:
    made = prepared(GENERATOR)
    told = [[*_names(source)["found"]([[1, 2], [3]])] for source in (GENERATOR, made)]
    assert told[0] == told[1] == [7, 9, 1, 2, 7, 7]
    (function,) = [part for part in ast.parse(made).body if isinstance(part, ast.FunctionDef)]
    inside = [each.target for part in ast.walk(function) for each in getattr(part, "generators", ())]
    assert {ast.unparse(target) for target in inside}.isdisjoint({"at", "one", "lists"})


def test_every_module_with_records_can_be_prepared() -> None:
    for source in (path.read_text(encoding="utf-8") for path in sources()):
        if "@dataclass(slots=True" in source:
            ast.parse(prepared(source))
