"""The grammar: one module for each fact table, and the rules that set numbers aside.

A table's module holds `RULES` (data, with examples) and `find(document, sentences)`, its state machine.
"""
