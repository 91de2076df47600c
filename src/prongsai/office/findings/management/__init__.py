"""Commands of findings."""
