"""Cases: whatever a person hands in, from its number to its end."""
