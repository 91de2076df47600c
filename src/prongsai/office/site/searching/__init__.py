"""Search over the pages of a site: an index of small files, for a script and for our own server."""
