"""Answers become the draft of a record."""
