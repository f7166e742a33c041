"""The engine: runs headless, knows no window."""

__version__ = "0.1.0"
