"""The window: everything with pixels. It shows what `core` computes and tells it what the user wants."""
