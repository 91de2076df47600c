"""The papers of the invented office, in the formats that an office has. No Django: the command line uses them."""
