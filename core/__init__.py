"""The engine: runs headless, knows no window."""
