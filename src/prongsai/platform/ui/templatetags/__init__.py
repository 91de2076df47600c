"""Words and parts for templates."""
