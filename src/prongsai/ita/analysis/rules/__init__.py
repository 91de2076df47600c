"""The checks, one file per rule. Each is a function from a reading to its findings; `checks.py` runs them all."""
