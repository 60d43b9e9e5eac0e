"""Files become one linked archive: read, validated, linked, and named."""
