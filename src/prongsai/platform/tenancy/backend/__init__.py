"""PostgreSQL, told at each beginning of a transaction who speaks."""
