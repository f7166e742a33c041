"""The parts of the export dialog: what is chosen, and the files that come of it."""
