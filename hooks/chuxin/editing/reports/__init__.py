"""A pasted report of a meeting becomes the first draft of its record, by rules alone."""
