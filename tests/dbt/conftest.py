"""The built candidate of the small lake, and homes of their own for builds that must differ."""

from __future__ import annotations

from tests.tip_warehouse.release.conftest import built, home

__all__ = ["built", "home"]
