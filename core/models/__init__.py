"""Models as their user deals with them: which is taken and why, how long it takes, copies of them, the shelf."""
