"""Evidence: what was done of the plan, and what proves it."""
