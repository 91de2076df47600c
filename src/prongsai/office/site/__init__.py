"""The public site of an office."""
