"""Finding and scoring the moments worth a clip, from what was said and how."""
