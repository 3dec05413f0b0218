"""Measurements: accuracy against labels (`make eval`) and speed (`make bench`). Nothing here is a test."""
