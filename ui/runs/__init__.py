"""What the window shows of a run: its details, what can be done with it, its log, what a replay would redo."""
