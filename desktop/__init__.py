"""The application around the window: start, loop, settings, paths, secrets, command line."""
