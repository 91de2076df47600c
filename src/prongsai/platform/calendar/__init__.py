"""Which days an office works, and what today is."""
