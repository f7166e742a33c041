"""Between the window and the project: intents become calls, events become signals. QtCore only."""
