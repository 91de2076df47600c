"""Measurements side by side with what a user would pick instead: `make bench`, figures in docs/performance.md."""
