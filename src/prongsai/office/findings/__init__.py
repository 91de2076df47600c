"""Findings: what a confirmed result says. Derived, rebuilt at will, never edited."""
