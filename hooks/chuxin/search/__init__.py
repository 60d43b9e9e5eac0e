"""The website's own search: substrings of folded text, without words and without a server."""
