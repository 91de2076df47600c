"""Pages of circulars and briefings."""
