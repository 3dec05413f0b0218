"""The two gates: what facts and marts must be before anyone sees them."""
