"""Speech: what was said and when, from captions, a local model, an endpoint or an offline draft."""
