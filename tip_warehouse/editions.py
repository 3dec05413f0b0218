"""The editions there are, and choices of them as people write them: `2008,2015`, `2001-2004`, `all`."""

from __future__ import annotations

from collections.abc import Iterable

# The first report, and more to come than this code will see.
EDITIONS = range(2001, 2031)
ALL = "all"


def parse_editions(text: str) -> tuple[int, ...]:
    """The editions that a choice names, in order and each once; it may have gaps.

    Raises ValueError, with words for the one who wrote it, where a part is no edition or no range of them.
    """
    if text.strip().lower() == ALL:
        return tuple(EDITIONS)
    chosen: set[int] = set()
    for part in text.split(","):
        first, dash, last = (piece.strip() for piece in part.partition("-"))
        try:
            years = range(int(first), int(last if dash else first) + 1)
        except ValueError:
            years = range(0)
        if not years or years[0] not in EDITIONS or years[-1] not in EDITIONS:
            raise ValueError(
                f"{part.strip() or 'nothing'!r} is no edition from {EDITIONS[0]} to {EDITIONS[-1]} and no range of "
                f"them; write for example 2008,2015 or 2001-2004,2009 or {ALL}"
            )
        chosen.update(years)
    return tuple(sorted(chosen))


def write_editions(editions: Iterable[int]) -> str:
    """A choice as `parse_editions` reads it, with neighbours drawn together."""
    parts: list[list[int]] = []
    for edition in sorted(set(editions)):
        if parts and edition == parts[-1][-1] + 1:
            parts[-1].append(edition)
        else:
            parts.append([edition])
    return ",".join(str(part[0]) if len(part) == 1 else f"{part[0]}-{part[-1]}" for part in parts)
