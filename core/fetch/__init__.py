"""Fetching sources: videos and sound of pages, episodes of feeds; only from public addresses, unless allowed."""
