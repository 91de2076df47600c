"""Spoilt files thrown at every parser: `PYTHONPATH=tests python -m fuzz --minutes 10`."""
