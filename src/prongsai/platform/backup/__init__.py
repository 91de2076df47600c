"""Back-ups that restore: of the whole installation, or of one agency that moves elsewhere."""
