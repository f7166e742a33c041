"""Who says what: by separate microphones where there are any, else by the sound of the voices."""
