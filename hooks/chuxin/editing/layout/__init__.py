"""The one layout that every record has."""
