"""Circulars and briefings: who was told what, who has read it, who came."""
