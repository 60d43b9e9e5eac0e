"""What pages show: a view a kind, and the HTML around it."""
