"""Data calls: what each unit is asked for, and what it handed in."""
