"""The lexicon: classes (tags) of words and phrases, gathered from one module for each theme.

A theme module holds `ENTRIES`: `{"tag tag": "surface | surface | two word surface"}`. A surface that stands
in several entries carries all their tags. A phrase is one token, and its words lose their own tags.
"""

from __future__ import annotations

import importlib
import pkgutil

from ingest.vocabulary.words import damaged_spellings, words

NO_TAGS: frozenset[str] = frozenset()


def _gather() -> dict[tuple[str, ...], frozenset[str]]:
    found: dict[tuple[str, ...], set[str]] = {}
    for module in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        entries: dict[str, str] = importlib.import_module(f"{__name__}.{module}").ENTRIES
        for tags, surfaces in entries.items():
            for surface in surfaces.split("|"):
                if key := words(surface):
                    found.setdefault(key, set()).update(tags.split())
    return {key: frozenset(tags) for key, tags in found.items()}


_ALL = _gather()
# Single words, with the spellings that a PDF leaves when it loses its ligatures.
WORDS: dict[str, frozenset[str]] = {key[0]: tags for key, tags in _ALL.items() if len(key) == 1}
for _word, _tags in list(WORDS.items()):
    for _damaged in damaged_spellings(_word):
        WORDS.setdefault(_damaged, _tags)
# Phrases by their first word, longest first: [(all words, tags)].
PHRASES: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
for _key, _tags in _ALL.items():
    if len(_key) > 1:
        PHRASES.setdefault(_key[0], []).append((_key, _tags))
for _list in PHRASES.values():
    _list.sort(key=lambda entry: -len(entry[0]))
