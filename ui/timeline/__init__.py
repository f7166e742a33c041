"""The whole episode on one line."""
