"""Commands of the register of submissions."""
