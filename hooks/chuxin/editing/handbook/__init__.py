"""What is made from the models: the handbook's pages, schemas, and the settings of editors."""
