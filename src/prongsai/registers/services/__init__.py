"""What an office does for people, and how: services and inside procedures, with their manuals."""
