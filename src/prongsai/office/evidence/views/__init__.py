"""Pages of progress and evidence."""
