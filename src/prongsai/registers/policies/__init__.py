"""Policies, rules and announcements: what is in force, since when, and who was told."""
