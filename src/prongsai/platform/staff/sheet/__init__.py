"""Staff lists: read row by row, held against who is known, taken over after a person's yes, and written."""
