"""What is seen is what is exported: playing a composition."""
