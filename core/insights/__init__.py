"""What can be told of a whole talk, and of each clip, in words: by rules alone, or by a language model."""
