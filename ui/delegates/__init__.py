"""How rows of the models are painted."""
