"""Parts of pages of a site."""
