"""What templates may see: frozen views, one function for each kind of page. No HTML in them."""
