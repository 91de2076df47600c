"""Files of agencies: stored by content, cleaned, served by one view that asks who may read."""
