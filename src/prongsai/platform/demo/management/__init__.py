"""Commands of the demonstration, for `prongsai manage`."""
