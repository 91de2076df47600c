"""What people are told: stored first, then sent where somebody wished it."""
