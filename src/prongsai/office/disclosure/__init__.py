"""Disclosure: every OIT item answered, published with proof of when."""
