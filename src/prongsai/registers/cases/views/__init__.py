"""Pages of the register of cases."""
