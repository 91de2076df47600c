"""Commands of the register of orders."""
