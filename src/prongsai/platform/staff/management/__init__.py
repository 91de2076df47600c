"""Commands of the staff room, for `prongsai manage`."""
