"""Prongsai (โปร่งใส): the integrity and transparency work of a Thai public agency."""

__version__ = "0.1.0"
