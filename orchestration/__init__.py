"""Dagster's definitions, kept thin: what runs when, and what is shown of it. The work is done in the other rooms."""
