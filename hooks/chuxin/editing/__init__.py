"""What helps editors to write records: drafts, layout, schemas, and the pages of the handbook made from them."""
