"""Pages of the register of policies."""
