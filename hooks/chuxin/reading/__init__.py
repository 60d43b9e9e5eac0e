"""Typed YAML becomes plain data, and every slip in it is found. Knows no records."""
