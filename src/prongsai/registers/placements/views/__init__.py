"""Pages of the register of placements."""
