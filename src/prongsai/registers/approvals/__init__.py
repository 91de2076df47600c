"""Submitting, opinions, approving: one way for every room."""
