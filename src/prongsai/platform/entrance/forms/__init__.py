"""What visitors and administrators fill in."""
