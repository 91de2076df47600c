"""Commands of the register of services."""
