"""Two folders become a checked, written site."""
