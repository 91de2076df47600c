"""Rows of one agency stay out of sight of every other."""
