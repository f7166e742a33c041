"""Captions in another language: what a model is asked, what is taken of its answer, what a person kept."""
