"""What is to be done in an office, gathered from all rooms, and the tasks that people give each other."""
