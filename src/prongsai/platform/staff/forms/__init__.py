"""Forms of the staff room."""
