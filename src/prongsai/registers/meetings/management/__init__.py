"""Commands of the register of meetings."""
