"""Publishing in the window: destinations, what goes to which, and what came of it."""
