"""How Chinese is compared, read, dated and guessed. Knows no records."""
