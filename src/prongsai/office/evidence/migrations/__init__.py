"""Tables of progress and proof."""
