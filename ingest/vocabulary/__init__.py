"""Vocabulary: what single words and phrases mean, whatever table they serve. Sentences are the grammar's work."""
