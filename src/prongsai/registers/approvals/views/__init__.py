"""Pages of the register of submissions."""
