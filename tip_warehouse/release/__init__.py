"""Load, build, export, package, publish and verify: how facts of the lake become a release that users see."""
