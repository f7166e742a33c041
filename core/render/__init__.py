"""Rendering: a composition becomes pictures and sound, the same ones in preview, still and export."""
