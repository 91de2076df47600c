"""Pages of the register of orders."""
