"""Delivery into the user's folder: safe names, whole files, nothing overwritten."""
