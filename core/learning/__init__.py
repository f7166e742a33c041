"""What the user's decisions teach about ranking: traits, examples, a small ranker, and the weights of the axes."""
