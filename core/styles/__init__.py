"""Style packages: built-in ones, and the user's, published as immutable versions."""
