"""Records and pages made at random, by structure and by damage, and what holds of every one of them."""
