"""The extractor compiled to C by mypyc, beside the sources on the same texts: what it brings, and that it is the same.

    python -m benchmarks.compiled [--rounds N]

`make compiled` installs the compiler and runs this. What it builds is taken from then on wherever the extractor runs,
as long as its sources stay as they are (`ingest.compiled`), and only if it made the same facts as they of every text
here. It needs a C compiler and takes minutes; where these sources are compiled already, they are only measured.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.prepared import prepared
from ingest.compiled import BUILDS, SWITCH, folder_of
from ingest.versions import ROOT, extractor_version

COMPILER = ROOT / ".tools" / "compiler" / "bin" / "python"
COPY = BUILDS / "copy"
MADE = COPY / "made"
# What a text passes on its way to facts. What goes from process to process, and must be pickled, stays as it is.
MODULES = ("sentence.py", "facts.py", "extract.py", "token*.py", "vocabulary/[a-z]*.py", "grammar/[a-z]*.py")
_BUILD = """
import sys
from mypyc.build import mypycify
from setuptools import setup
modules = mypycify(["--ignore-missing-imports", *sys.argv[1:]], opt_level="3", debug_level="0", multi_file=True)
sys.argv = ["setup.py", "--quiet", "build_ext", "--build-lib", "made"]
setup(name="compiled", packages=[], ext_modules=modules)
"""
_CHILD = """
import sys
from pathlib import Path
from benchmarks.prepared import prepared
from ingest.compiled import use
found = use(Path(sys.argv[1])) if len(sys.argv) > 1 else False
from benchmarks.compiled import work
work(found)
"""


def sources() -> list[Path]:
    """The modules to compile. One may not know where it lies while it is imported: what reads data files stays."""
    found = sorted({path for pattern in MODULES for path in (ROOT / "ingest").glob(pattern)})
    return [path for path in found if "__file__" not in path.read_text(encoding="utf-8")]


def build() -> Path:
    """Compile a copy of the extractor; where its modules lie. Ends the program where that cannot be."""
    if not COMPILER.exists():
        sys.exit(f"no {COMPILER.relative_to(ROOT)}, which has the compiler to C; `make compiled` installs it")
    shutil.rmtree(COPY, ignore_errors=True)
    shutil.copytree(ROOT / "ingest", COPY / "ingest", ignore=shutil.ignore_patterns("__pycache__"))
    names = [path.relative_to(ROOT) for path in sources()]
    for name in names:
        (COPY / name).write_text(prepared((COPY / name).read_text(encoding="utf-8")), encoding="utf-8")
    print(f"compiling {len(names)} modules; that takes minutes", flush=True)
    began, log = time.monotonic(), BUILDS / "build.log"
    with log.open("w") as told:
        done = subprocess.run([str(COMPILER), "-c", _BUILD, *map(str, names)], cwd=COPY, stdout=told, stderr=told)
    if done.returncode:
        sys.exit(
            f"not compiled; see {log.relative_to(ROOT)}. It needs sources that pass `make types`, a C compiler and "
            "Python's headers"
        )
    print(f"compiled in {time.monotonic() - began:.0f} s")
    return MADE


def work(compiled: bool) -> None:
    """In a child: for each line of input, the speed of each work on each set of texts; first a hash of all facts."""
    import ingest.tokens
    from benchmarks.extraction import WORKS, narratives, others, size
    from ingest.extract import extract

    assert ingest.tokens.__file__.endswith(".so" if compiled else ".py"), ingest.tokens.__file__
    texts = narratives()
    rows = [extract(text).rows for found in (*texts.values(), others()) for text in found]
    told = hashlib.sha256(json.dumps(rows, sort_keys=True, default=str).encode()).hexdigest()
    print(json.dumps({"texts": len(rows), "facts": told}), flush=True)
    for _ in sys.stdin:
        taken = {}
        for name, found in texts.items():
            for shown, one in WORKS.items():
                began = time.process_time()
                for text in found:
                    one(text)
                taken[f"{name}, {shown}"] = size(found) / (time.process_time() - began)
        print(json.dumps(taken), flush=True)


def _child(*folder: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-P", "-c", _CHILD, *folder]
    told = {**os.environ, SWITCH: "0", "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=told)


def compare(folder: Path, rounds: int) -> bool:
    """Print how fast the sources and the modules in `folder` are, in turn; whether they made the same facts."""
    children = {"sources": _child(), "compiled": _child(str(folder))}
    found = {name: (child.stdout.readline() if child.stdout else "") for name, child in children.items()}
    if not all(found.values()):
        sys.exit("the extractor failed, see above")
    taken: dict[str, dict[str, list[float]]] = {}
    for _ in range(rounds):
        for name, child in children.items():
            assert child.stdin and child.stdout
            child.stdin.write("\n")
            child.stdin.flush()
            for what, speed in json.loads(child.stdout.readline()).items():
                taken.setdefault(what, {}).setdefault(name, []).append(speed)
    for child in children.values():
        child.communicate()
    print(f"{'narratives of 6 KB per second and core':<40}  sources  compiled  ratio   (best; medians)")
    for what, speeds in taken.items():
        cells = []
        for of in (max, statistics.median):
            plain, fast = of(speeds["sources"]), of(speeds["compiled"])
            cells.append(f"{plain:>9.0f}{fast:>10.0f}{fast / plain:>7.2f}")
        print(f"  {what:<38}" + "   ".join(cells))
    same = found["sources"] == found["compiled"]
    print(f"the same facts of {json.loads(found['sources'])['texts']} texts" if same else "THE FACTS DIFFER")
    return same


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20)
    given = parser.parse_args()
    kept = folder_of(extractor_version())
    made = kept if kept.is_dir() else build()
    if not compare(made, given.rounds):
        sys.exit("what was compiled is not taken; the extractor runs from its sources")
    if made != kept:
        made.rename(kept)
        for old in BUILDS.iterdir():
            if old.is_dir() and old != kept:
                shutil.rmtree(old)
        print(f"taken from now on, until a source changes: {kept.relative_to(ROOT)}; `make clean-compiled` removes it")


if __name__ == "__main__":
    main()
