"""Own narratives of all eras with hand labels, and the scorer that holds the extractor to them."""
