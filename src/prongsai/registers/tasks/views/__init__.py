"""Pages of the register of tasks."""
