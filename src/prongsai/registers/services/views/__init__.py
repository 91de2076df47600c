"""Pages of the register of services."""
