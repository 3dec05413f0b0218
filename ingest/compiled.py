"""The extractor compiled to C: where `make compiled` built it from these very sources, it is taken instead of them.

What is compiled lies beside the environments and never among the sources. It counts for one version of the extractor:
a changed source or data file is another version, for which nothing is compiled until it is built anew.
"""

from __future__ import annotations

import os
import sys
from importlib.machinery import EXTENSION_SUFFIXES, ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path

BUILDS = Path(__file__).resolve().parent.parent / ".tools" / "compiled"
# "0": the sources, whatever is built.
SWITCH = "TIP_COMPILED"


class Finder:
    """Finds the modules in a folder of extension modules, before Python looks for their sources."""

    def __init__(self, folder: Path) -> None:
        suffix = EXTENSION_SUFFIXES[0]
        found = {path.relative_to(folder).as_posix(): path for path in folder.rglob(f"*{suffix}")}
        self.files = {name.removesuffix(suffix).replace("/", "."): path for name, path in found.items()}

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """See `importlib.abc.MetaPathFinder`."""
        file = self.files.get(name)
        return spec_from_file_location(name, file) if file else None


def folder_of(version: str) -> Path:
    """Where the modules compiled for this Python from the sources of an extractor's version lie."""
    return BUILDS / f"{version}-{sys.implementation.cache_tag}"


def use(folder: Path | None = None) -> bool:
    """Take compiled modules from now on: those of `folder`, else those of these sources; whether there are any.

    It must come before the modules are imported: `ingest` itself asks for it.
    """
    if folder is None:
        if os.environ.get(SWITCH) == "0" or not BUILDS.is_dir():
            return False
        from ingest.versions import extractor_version

        folder = folder_of(extractor_version())
    if not folder.is_dir():
        return False
    sys.meta_path.insert(0, Finder(folder))
    return True
