"""Search over everything that was said: words of any script, phrases, beginnings, near spellings."""
