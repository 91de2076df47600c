"""Pages of the register of meetings."""
