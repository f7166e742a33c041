"""Captions: from words to cues, from cues to pixels. The same painter serves the preview and the export."""
