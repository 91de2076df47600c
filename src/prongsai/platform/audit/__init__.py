"""Who did what, and when: recorded so that a change afterwards shows."""
