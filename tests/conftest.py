"""For all tests: machines are shared and noisy, so no single example is timed."""

from hypothesis import settings

settings.register_profile("shared-machine", deadline=None)
settings.load_profile("shared-machine")
