"""The yearly job: one small room for each step, in order."""
