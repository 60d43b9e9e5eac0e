"""The command `chuxin`: what editors and the continuous integration run."""
