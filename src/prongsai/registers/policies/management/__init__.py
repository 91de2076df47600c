"""Commands of the register of policies."""
