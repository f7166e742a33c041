"""Qt item models over the schema."""
