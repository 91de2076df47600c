"""Measures: what the office decides to do about what was found, by whom, until when, and what will prove it."""
