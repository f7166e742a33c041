"""Seeing: where shots change, where faces are, whose they are, and who is speaking."""
