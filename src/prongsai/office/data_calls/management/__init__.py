"""Commands of data calls."""
