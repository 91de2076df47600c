"""The invented office of the demonstration."""
