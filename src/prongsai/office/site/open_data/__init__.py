"""What the site gives to programs: items, measures and scores as lists, tables, a catalogue, and their shapes."""

from prongsai.office.site.open_data.making import TOP, data_pages

__all__ = ["TOP", "data_pages"]
