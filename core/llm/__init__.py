"""Asking language models: validated replies, bounded costs, only endpoints that the user has set."""
