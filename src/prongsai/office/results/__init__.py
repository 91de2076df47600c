"""Results: what was printed of a year, what people accepted or corrected, and the version that holds."""
