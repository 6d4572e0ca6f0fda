"""What was said, by whom, and where it was read."""
