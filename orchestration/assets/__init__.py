"""The assets, by stage: raw files, lake, warehouse, release. Each calls the room that does the work."""
