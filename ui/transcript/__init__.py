"""The transcript on the screen: ten hours of words, of which only those in sight are laid out."""
