"""Commands of the log, for `prongsai manage`."""
