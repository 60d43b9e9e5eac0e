"""What is wrong, where it was typed, and how it is told."""
