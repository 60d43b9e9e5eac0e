"""Addresses, and what a text field's Markdown becomes."""
