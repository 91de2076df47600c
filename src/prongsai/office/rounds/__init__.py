"""Rounds: one year of the assessment in one agency."""
