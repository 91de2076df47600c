"""The smallest whole desk: to copy, and for tests."""
