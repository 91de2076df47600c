"""How one gets in, and what one's account may do."""
