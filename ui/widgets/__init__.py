"""Reusable widgets that know nothing of clips."""
