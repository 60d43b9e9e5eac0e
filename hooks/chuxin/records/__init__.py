"""What editors may write: frozen models that know no files and no pages, a module a kind, and the list of kinds."""
