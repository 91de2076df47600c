"""Commands of the register of cases."""
