"""A year's framework from a file of somebody else, read in a child process with limits."""

from prongsai.ita.reading.framework.opening import TAKEN, read_framework, read_framework_limited

__all__ = ["TAKEN", "read_framework", "read_framework_limited"]
