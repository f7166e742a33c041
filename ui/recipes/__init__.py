"""Choices of runs: the form that edits them, and recipes in a list."""
