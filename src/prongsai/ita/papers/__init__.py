"""The words that readers, checks and writers share: see README.md."""
